"""A workspace: one data folder with its register, opened."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from db import sqlite
from db.engine import make_engine
from db.errors import DiskFull, PlaceNotWritable
from db.finishing import finish
from db.schema import CURRENT, Schema, version_of
from db.unit_of_work import SqlUnitOfWork
from db.upgrade import create, upgrade

FILE_NAME: Final = "register.sqlite"


class Workspace:
    """An open register. ``close`` it; its units of work may run on any thread."""

    def __init__(self, path: Path, *, busy_timeout_s: float) -> None:
        self.path = path
        self._writing = make_engine(path, sqlite.WRITING, busy_timeout_s=busy_timeout_s)
        self._reading = make_engine(path, sqlite.READING, busy_timeout_s=busy_timeout_s)

    def unit_of_work(self) -> SqlUnitOfWork:
        """Give a transaction that may write; it waits for its turn."""
        return SqlUnitOfWork(self._writing)

    def reading(self) -> SqlUnitOfWork:
        """Give a transaction that only reads: it never waits for a writer and cannot write."""
        return SqlUnitOfWork(self._reading)

    def schema_version(self) -> str | None:
        """Give the revision of the schema."""
        with self._reading.connect() as connection:
            return version_of(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._reading.dispose()
        self._writing.dispose()


def open_workspace(
    folder: Path,
    *,
    busy_timeout_s: float = 10,
    now: datetime | None = None,
    schema: Schema = CURRENT,
    private: bool = False,
) -> Workspace:
    """Open the register in a data folder, making and upgrading what is needed.

    A restore that was cut off is finished, but in a ``private`` copy. ``now``
    names the copy that an upgrade leaves behind; without it, the last change
    of the file does. Raises the classes of ``db.errors``.
    """
    path = folder.absolute() / FILE_NAME
    with explaining(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            create(path, schema)
        sqlite.refuse_what_is_not_ours(path)
        sqlite.keep_a_log_again(path)
    workspace = Workspace(path, busy_timeout_s=busy_timeout_s)
    try:
        if workspace.schema_version() != schema.head:
            moment = now or datetime.fromtimestamp(path.stat().st_mtime, UTC)
            with explaining(path):
                upgrade(path, schema, now=moment, busy_timeout_s=busy_timeout_s)
        if not private:
            with explaining(path):
                finish(path, busy_timeout_s=busy_timeout_s)
    except BaseException:
        workspace.close()
        raise
    return workspace


@contextmanager
def explaining(place: Path) -> Iterator[None]:
    """Name the expected difficulties behind errors of SQLite and of the disk."""
    try:
        yield
    except sqlite3.Error as error:
        raise sqlite.explained(error, place) or error from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(place=place) from error
        raise PlaceNotWritable(place=place, reason=error.strerror) from error
