"""The one place for what only SQLite can do; on PostgreSQL another module stands here."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite as dialect

from app.domain.errors import ChanceryError
from db import headers
from db.errors import (
    DiskFailure,
    DiskFull,
    EmptyRegister,
    ForeignDatabase,
    NotADatabase,
    PlaceNotWritable,
    RegisterBusy,
    RegisterDamaged,
)

insert = dialect.insert  # knows ON CONFLICT
APPLICATION_ID: Final = int.from_bytes(b"CHCR", "big")
# fullfsync: only with it does macOS really empty the disk's own cache.
_PRAGMAS: Final = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA cache_size = -16000",  # in KiB; SQLite's own 2 MB hold hardly one page of a large listing
)
_ROOM_TO_READ: Final = 1 << 16
_MAGIC: Final = b"SQLite format 3\0"
_APPLICATION_ID_IN_HEADER: Final = slice(68, 72)
_JOURNAL_IN_HEADER: Final = slice(18, 20)
_WITH_A_LOG: Final = b"\2\2"

# INSERT OR REPLACE deletes the row in its way without firing the DELETE
# trigger, hence a guard for it. Frozen copies stand in the migrations.
_TAKEN: Final = "EXISTS (SELECT 1 FROM {table} WHERE sequence = NEW.sequence)"
_NUMBER_TAKEN: Final = (
    "EXISTS (SELECT 1 FROM entries WHERE series = NEW.series AND counted_in = NEW.counted_in "
    "AND scope = NEW.scope AND ordinal = NEW.ordinal AND suffix = NEW.suffix)"
)


def _guards_of(table: str, noun: str, taken: str = _TAKEN) -> dict[str, str]:
    events = {
        "update": ("BEFORE UPDATE", "", "changed"),
        "delete": ("BEFORE DELETE", "", "deleted"),
        "replace": ("BEFORE INSERT", f" WHEN {taken.format(table=table)}", "replaced"),
    }
    return {
        f"{table}_no_{event}": f"CREATE TRIGGER {table}_no_{event} {when} ON {table}{condition} BEGIN "
        f"SELECT RAISE(ABORT, '{noun} is never {done}'); END"
        for event, (when, condition, done) in events.items()
    }


GUARDS: Final = {
    **_guards_of("entries", "a registered letter", f"{_TAKEN} OR {_NUMBER_TAKEN}"),
    **_guards_of("documents", "a registered document"),
    **_guards_of("acts", "an act of the register"),
    **_guards_of("attachments", "an attached file"),
}


@dataclass(frozen=True)
class Purpose:
    """What connections are opened for: how they begin, and what each must be told."""

    begin: str
    pragma: str


READING: Final = Purpose("BEGIN", "PRAGMA query_only = ON")
WRITING: Final = Purpose("BEGIN IMMEDIATE", "PRAGMA foreign_keys = ON")
# With foreign keys on, rebuilding a table would take the rows that point to it along.
MIGRATING: Final = Purpose("BEGIN IMMEDIATE", "PRAGMA foreign_keys = OFF")


def connect(path: Path, purpose: Purpose, *, busy_timeout_s: float) -> sqlite3.Connection:
    """Open an existing file; never makes one, never begins a transaction by itself."""
    whole = path.absolute().as_posix()
    address = f"file://{'' if whole.startswith('/') else '/'}{quote(whole)}?mode=rw"
    connection = headers.connect(
        path, address, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in (*_PRAGMAS, purpose.pragma):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def mark_as_ours(path: Path) -> None:
    """Make an empty file a database that says whose it is."""
    with closing(connect(path, MIGRATING, busy_timeout_s=0)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def keep_a_log_beside(path: Path) -> None:
    """Switch a database to write-ahead logging, for good: readers and the writer do not wait."""
    with closing(connect(path, MIGRATING, busy_timeout_s=0)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def keep_a_log_again(path: Path) -> None:
    """Switch a register to write-ahead logging that came from a backup or from a restore that was cut off.

    While somebody else uses it as it is, it stays so.
    """
    if headers.read(path)[_JOURNAL_IN_HEADER] != _WITH_A_LOG:
        try:
            keep_a_log_beside(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise


def is_ours(header: bytes) -> bool:
    """Say whether the first bytes of a file are those of a register."""
    mark = int.from_bytes(header[_APPLICATION_ID_IN_HEADER], "big")
    return header.startswith(_MAGIC) and mark == APPLICATION_ID


def refuse_what_is_not_ours(path: Path) -> None:
    """Look at the first bytes of the file only, so that a foreign one stays untouched.

    Raises ``EmptyRegister``, ``NotADatabase`` and ``ForeignDatabase``.
    """
    header = headers.read(path)
    if not header:
        raise EmptyRegister(place=path)
    if not header.startswith(_MAGIC):
        raise NotADatabase(place=path)
    if int.from_bytes(header[_APPLICATION_ID_IN_HEADER], "big") != APPLICATION_ID:
        raise ForeignDatabase(place=path)


def copy(source: Path, target: Path) -> None:
    """Copy a database that may be in use, whole and as of one moment.

    The copy stands under its name only when it is complete.
    """
    unfinished = target.with_suffix(".unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    try:
        _fill(unfinished, source)
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(unfinished: Path, source: Path) -> None:
    with (
        closing(connect(source, READING, busy_timeout_s=0)) as old,
        closing(connect(unfinished, MIGRATING, busy_timeout_s=0)) as new,
    ):
        old.backup(new)


def integrity_problems(connection: Connection) -> Iterator[str]:
    """Give what SQLite finds wrong with the file, and which guards of the register are gone."""
    for (problem,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if problem != "ok":
            yield problem
    yield from _loose_ends(connection)
    there = guards(connection)
    for name, text in GUARDS.items():
        if there.get(name) != text:
            yield f"the guard {name} is missing or altered"


def refuse_loose_ends(connection: Connection) -> None:
    """Make sure that what was done without foreign keys keeps them; a difference is a bug of a migration."""
    for problem in _loose_ends(connection):
        raise RuntimeError(problem)


def _loose_ends(connection: Connection) -> Iterator[str]:
    for table, row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to a row of {parent} that does not exist"


def guards(connection: Connection) -> dict[str, str]:
    """Give the triggers that the database has, by name."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in found}


def explained(error: sqlite3.Error, place: Path, busy_timeout_s: float = 0) -> ChanceryError | None:
    """Give the expected difficulty behind an error of SQLite; ``None`` for a bug of ours."""
    # The extended codes keep the general one in their low byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    reason = str(error)
    facts: dict[int, tuple[type[ChanceryError], dict[str, Any]]] = {
        sqlite3.SQLITE_BUSY: (RegisterBusy, {"seconds": f"{busy_timeout_s:g}"}),
        sqlite3.SQLITE_FULL: (DiskFull, {}),
        sqlite3.SQLITE_IOERR: (DiskFailure, {"reason": reason}),
        sqlite3.SQLITE_READONLY: (PlaceNotWritable, {"reason": reason}),
        sqlite3.SQLITE_CANTOPEN: (PlaceNotWritable, {"reason": reason}),
        sqlite3.SQLITE_PERM: (PlaceNotWritable, {"reason": reason}),
        sqlite3.SQLITE_NOTADB: (NotADatabase, {}),
        sqlite3.SQLITE_CORRUPT: (RegisterDamaged, {"reason": reason}),
    }
    if code not in facts:
        return None
    if code == sqlite3.SQLITE_IOERR and _has_no_room(place):
        return DiskFull(place=place)
    kind, more = facts[code]
    return kind(place=place, **more)


def _has_no_room(place: Path) -> bool:
    """Say whether the disk is too full for the index of a log, without which nothing can even be read."""
    try:
        return shutil.disk_usage(place.parent).free < _ROOM_TO_READ
    except OSError:
        return False
