"""The way to one register file: how connections are opened, begun and explained."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from db import sqlite


def make_engine(path: Path, purpose: sqlite.Purpose, *, busy_timeout_s: float) -> Engine:
    """Build the engine of a register for one purpose.

    A writing one takes the write lock when a transaction begins; a reading
    one never takes it, and its connections refuse to write.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: sqlite.connect(path, purpose, busy_timeout_s=busy_timeout_s),
        poolclass=QueuePool,
    )

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(purpose.begin)

    def explain(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite3.Error) and not _is_our_bug(error, purpose):
            expected = sqlite.explained(error, path, busy_timeout_s)
            if expected is not None:
                raise expected

    event.listen(engine, "begin", begin)
    event.listen(engine, "handle_error", explain)
    return engine


def _is_our_bug(error: sqlite3.Error, purpose: sqlite.Purpose) -> bool:
    writes_while_reading = error.sqlite_errorcode == sqlite3.SQLITE_READONLY
    return purpose is sqlite.READING and writes_while_reading
