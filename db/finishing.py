"""The second half of a restore: the templates that came with the register.

A register and a folder cannot change places at one moment. So the restored
register brings its templates in its own file, with the note that they are
still to be unpacked; whoever opens it after a crash finds the note and
finishes. Doing it twice changes nothing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final

from db import sqlite
from db.replacing import settle, swap_folders

TABLES: Final = {
    "backup_about": "CREATE TABLE backup_about (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "backup_files": "CREATE TABLE backup_files "
    "(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL)",
}
ROOM: Final = ".copy-"
_BEING_RESTORED: Final = "being_restored"
_TABLES_THERE: Final = "SELECT count(*) FROM sqlite_master WHERE name IN ('backup_about', 'backup_files')"
_NOTE: Final = f"SELECT value FROM backup_about WHERE key = '{_BEING_RESTORED}'"  # noqa: S608


def rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Give what a table says that only backups have."""
    (tables,) = connection.execute(_TABLES_THERE).fetchone()
    if tables == len(TABLES):
        yield from connection.execute(query)


def kept_files(connection: sqlite3.Connection) -> Iterator[tuple[str, str, bytes]]:
    """Give the files of the templates with their SHA-256."""
    yield from rows(connection, "SELECT path, sha256, content FROM backup_files")


def stays_inside(path: str) -> bool:
    """Say whether a file would lie inside the folder that it is unpacked into."""
    return not (
        PurePosixPath(path).is_absolute()
        or PureWindowsPath(path).drive
        or PureWindowsPath(path).root
        or ".." in PureWindowsPath(path).parts
    )


def forget_the_backup(connection: sqlite3.Connection) -> None:
    """Let a register be no backup any more."""
    for name in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def note_what_is_left(connection: sqlite3.Connection, now: datetime) -> None:
    """Note in a copy about to become the register that its templates are to follow, if it has any."""
    if any(rows(connection, "SELECT 1 FROM backup_files LIMIT 1")):
        connection.execute(
            "INSERT OR REPLACE INTO backup_about VALUES (?, ?)", (_BEING_RESTORED, now.isoformat())
        )
    else:
        forget_the_backup(connection)


def finish(register: Path, *, busy_timeout_s: float) -> Sequence[Path]:
    """Finish a restore if one was begun; gives where the templates have been moved that it replaced."""
    with closing(sqlite.connect(register, sqlite.WRITING, busy_timeout_s=busy_timeout_s)) as connection:
        if not any(rows(connection, _NOTE)):
            return ()
        connection.execute("BEGIN IMMEDIATE")  # of several who open it one finishes
        moved: Sequence[Path] = ()
        for (moment,) in list(rows(connection, _NOTE)):
            with _unpacked(connection, register.parent) as fresh:
                moved = swap_folders(fresh, register.parent / "templates", datetime.fromisoformat(moment))
            forget_the_backup(connection)
        connection.execute("COMMIT")
    return moved


@contextmanager
def _unpacked(connection: sqlite3.Connection, data: Path) -> Iterator[Path]:
    room = Path(tempfile.mkdtemp(prefix=ROOM, dir=data))
    try:
        folder = room / "templates"
        folder.mkdir()
        for path, _seal, content in kept_files(connection):
            if stays_inside(path):
                _write(folder / path, content)
        for made in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            settle(made)
        yield folder
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
