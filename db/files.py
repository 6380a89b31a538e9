"""The table of files of each year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select

from app.domain.nomenclature import FileIndex
from db import sqlite
from db.models import files
from db.prepared import Prepared

_PUT: Final = Prepared(
    sqlite.insert(files)
    .values(year=bindparam("year"), index=bindparam("index"), title=bindparam("title"))
    .on_conflict_do_update(index_elements=[files.c.year, files.c.index], set_={"title": bindparam("title")})
)
_REMOVE: Final = Prepared(
    delete(files).where(files.c.year == bindparam("in_year"), files.c.index == bindparam("of_index"))
)
_ALL: Final = Prepared(
    select(files.c.year, files.c.index, files.c.title).order_by(files.c.year, files.c.index)
)


class SqlFiles:
    """The files of all years."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, file: FileIndex) -> None:
        """Keep a file, or its new title."""
        _PUT(self._connection, **vars(file))

    def remove(self, file: FileIndex) -> None:
        """Take a file out of its year."""
        _REMOVE(self._connection, in_year=file.year, of_index=file.index)

    def all(self) -> Sequence[FileIndex]:
        """Give all files in the order of their years and indexes."""
        return [FileIndex(**row) for row in _ALL(self._connection).mappings()]
