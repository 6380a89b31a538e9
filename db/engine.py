"""The way to one register file: how connections are opened, begun and explained."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Final, cast

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from db import sqlite, turns
from db.errors import RegisterReplaced

_FILE: Final = "the file that was opened"


def make_engine(path: Path, purpose: sqlite.Purpose, *, busy_timeout_s: float) -> Engine:
    """Build the engine of a register for one purpose.

    A writing one takes the write lock when a transaction begins; a reading
    one never takes it, and its connections refuse to write. A transaction
    over a file that no longer has its name raises ``RegisterReplaced``.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
    )

    def open_file(_dialect: object, record: ConnectionPoolEntry, *_more: object) -> sqlite3.Connection:
        record.info[_FILE] = _identity(path)
        return sqlite.connect(path, purpose, busy_timeout_s=busy_timeout_s)

    def begin(connection: Connection) -> None:
        try:
            turns.begin(_raw(connection), purpose, wait_s=busy_timeout_s)
        except sqlite3.Error as error:
            _put_in_words(error, path, purpose, busy_timeout_s)
            raise
        if connection.info[_FILE] != _identity(path):
            raise RegisterReplaced(place=path)

    def explain(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            _put_in_words(context.original_exception, path, purpose, busy_timeout_s)

    event.listen(engine, "do_connect", open_file)
    event.listen(engine, "begin", begin)
    event.listen(engine, "handle_error", explain)
    return engine


def _raw(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell one file from another of its name; Windows lets no open file be replaced."""
    if os.name != "posix":
        return None
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _put_in_words(error: sqlite3.Error, path: Path, purpose: sqlite.Purpose, busy_timeout_s: float) -> None:
    expected = sqlite.explained(error, path, busy_timeout_s)
    if expected is not None and not _is_our_bug(error, purpose):
        raise expected


def _is_our_bug(error: sqlite3.Error, purpose: sqlite.Purpose) -> bool:
    writes_while_reading = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY
    return purpose is sqlite.READING and writes_while_reading
