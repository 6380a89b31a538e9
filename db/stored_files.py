"""Copies of files that belong to records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.records import StoredFile
from db.mapping import STORED_COLUMNS, moment, stored_from, stored_values
from db.models import stored_files
from db.prepared import Prepared
from db.rows import content_of, each

_THERE: Final = stored_files.c.deleted_at.is_(None)
_FILES: Final = select(*(stored_files.c[name] for name in STORED_COLUMNS))
_MINE: Final = stored_files.c.key == bindparam("of")
_ADD: Final = Prepared(insert(stored_files))
_ONE: Final = Prepared(_FILES.where(_MINE))
_OF: Final = Prepared(
    _FILES.where(stored_files.c.owner == bindparam("of"), _THERE).order_by(
        stored_files.c.added_at, stored_files.c.key
    )
)
_CONTENT: Final = Prepared(select(stored_files.c.content).where(_MINE))
_BIN: Final = Prepared(update(stored_files).where(_MINE).values(deleted_at=bindparam("now")))
_BINNED: Final = Prepared(
    _FILES.where(~_THERE).order_by(stored_files.c.deleted_at.desc(), stored_files.c.key)
)
_ERASE: Final = Prepared(delete(stored_files).where(_MINE, ~_THERE))


class SqlStoredFiles:
    """Copies of files that belong to records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, file: StoredFile, content: bytes) -> None:
        """Keep a copy."""
        _ADD(self._connection, **stored_values(file), content=content)

    def get(self, key: str) -> StoredFile | None:
        """Give a file, from the bin too. Raises ``UnreadableRow``."""
        return next(each(_ONE(self._connection, of=key), stored_from), None)

    def of(self, owner: str) -> Sequence[StoredFile]:
        """Give the files of a record outside of the bin, the oldest first. Raises ``UnreadableRow``."""
        return list(each(_OF(self._connection, of=owner), stored_from))

    def content(self, key: str) -> bytes | None:
        """Give the bytes of a file. Raises ``UnreadableRow``."""
        return content_of(_CONTENT(self._connection, of=key))

    def bin(self, key: str, *, now: datetime | None) -> None:
        """Put a file into the bin; without a moment, take it out again."""
        _BIN(self._connection, of=key, now=moment(now) if now else None)

    def binned(self) -> Sequence[StoredFile]:
        """Give the files in the bin, the newest first. Raises ``UnreadableRow``."""
        return list(each(_BINNED(self._connection), stored_from))

    def erase(self, key: str) -> None:
        """Delete a file that lies in the bin, for good."""
        _ERASE(self._connection, of=key)
