"""One use case, one transaction."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from db.files import SqlFiles
from db.origins import SqlOrigins
from db.phrases import SqlPhrases
from db.records import SqlRecords
from db.register import SqlRegister
from db.repositories import SqlDrafts, SqlSeries
from db.searching import SqlSearch
from db.stored_files import SqlStoredFiles


class SqlUnitOfWork:
    """A transaction with the stores that take part in it; leaving without ``commit`` rolls back.

    Over a writing engine it waits for the write lock on entering, so that
    what it reads still holds when it writes. Raises ``RegisterBusy``.
    """

    drafts: SqlDrafts
    series: SqlSeries
    register: SqlRegister
    search: SqlSearch
    files: SqlFiles
    phrases: SqlPhrases
    records: SqlRecords
    stored: SqlStoredFiles
    origins: SqlOrigins

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        connection = self._engine.connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        self.drafts = SqlDrafts(connection)
        self.series = SqlSeries(connection)
        self.register = SqlRegister(connection)
        self.search = SqlSearch(connection)
        self.files = SqlFiles(connection)
        self.phrases = SqlPhrases(connection)
        self.records = SqlRecords(connection)
        self.stored = SqlStoredFiles(connection)
        self.origins = SqlOrigins(connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def commit(self) -> None:
        """Make everything since entering durable; it is on the disk when this returns."""
        if self._connection is None:
            raise RuntimeError("commit outside of “with”")
        self._connection.commit()
