"""Whose turn it is to write: how a transaction begins, and how those wait who come meanwhile."""

from __future__ import annotations

import random
import sqlite3
import time
from typing import Final

from db.sqlite import READING, Purpose

# Whoever writes keeps its pages at hand for some letters before another's turn comes.
_PATIENT_S: Final = 0.020
_PATIENCE_S: Final = 0.150
_URGENT_S: Final = 0.001


def begin(connection: sqlite3.Connection, purpose: Purpose, *, wait_s: float) -> None:
    """Begin a transaction; one that writes waits for its turn.

    SQLite's own waiting sleeps longer and longer, so that of many who wait some
    wait for seconds. Here those ask more often who have waited for long.
    """
    if purpose is READING:
        connection.execute(purpose.begin)
        return
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        _take_turn(connection, purpose.begin, wait_s)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(wait_s * 1000)}")


def _take_turn(connection: sqlite3.Connection, statement: str, wait_s: float) -> None:
    asked = time.monotonic()
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            waited = time.monotonic() - asked
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited >= wait_s:
                raise
            pause = _PATIENT_S if waited < _PATIENCE_S else _URGENT_S
            time.sleep(min(random.uniform(0.5, 1.5) * pause, wait_s - waited))  # noqa: S311  # no secret
        else:
            return
