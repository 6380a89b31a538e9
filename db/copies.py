"""A whole register apart from the one in use: what a backup is while it is made, checked or restored.

A backup is a register with two tables more, ``backup_about`` and
``backup_files``, in the journal mode that needs no file beside it. Whoever
puts such a file in the place of a lost register by hand has restored it, too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from app.domain.backups import BackupNotWritten
from db import sqlite
from db.finishing import TABLES, finish, forget_the_backup, kept_files, note_what_is_left, rows, stays_inside
from db.replacing import free_name, own_files, put_in_place, settle
from db.unit_of_work import SqlUnitOfWork
from db.workspace import FILE_NAME, Workspace, explaining

_BLOCK: Final = 1 << 20
_PATIENCE_S: Final = 10


class RegisterCopy:
    """A copy in a folder of its own inside the workspace."""

    def __init__(self, path: Path, data: Path) -> None:
        self._path, self._data = path, data
        self._workspace = Workspace(path, busy_timeout_s=0)

    def close(self) -> None:
        """Let go of the file."""
        self._workspace.close()

    def reading(self) -> SqlUnitOfWork:
        """Give a transaction that only reads."""
        return self._workspace.reading()

    def about(self) -> Mapping[str, str]:
        """Give what the backup says of itself; nothing for a register that is no backup."""
        with explaining(self._path), closing(self._connection()) as connection:
            return dict(rows(connection, "SELECT key, value FROM backup_about"))

    def say(self, about: Mapping[str, str]) -> None:
        """Write down what the backup says of itself."""
        with explaining(self._path), closing(self._connection()) as connection:
            connection.executemany("INSERT INTO backup_about VALUES (?, ?)", about.items())

    def take_in(self, templates: Path) -> None:
        """Add the office's own templates, and forget the backup that this register may have been once."""
        with explaining(self._path), closing(self._connection()) as connection:
            forget_the_backup(connection)
            for statement in TABLES.values():
                connection.execute(statement)
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO backup_files VALUES (?, ?, ?)", own_files(templates))
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = DELETE")

    def templates(self) -> Mapping[str, int]:
        """Give the files of the office's own templates folder with their sizes."""
        with explaining(self._path), closing(self._connection()) as connection:
            return dict(rows(connection, "SELECT path, length(content) FROM backup_files ORDER BY path"))

    def problems(self) -> Sequence[str]:
        """Name the files that are not what they were, or want to lie elsewhere."""
        with explaining(self._path), closing(self._connection()) as connection:
            return [
                path
                for path, seal, content in kept_files(connection)
                if not stays_inside(path) or hashlib.sha256(content).hexdigest() != seal
            ]

    def keep(self, target: Path) -> str:
        """Give the copy a name in any folder, whole and durable; gives the SHA-256 of its bytes.

        Raises ``BackupNotWritten``; a file that has the name already stays.
        """
        self.close()
        passing = target.with_name(f".{target.name}.part")
        try:
            seal = _copy_bytes(self._path, passing)
            if _sha256(passing) != seal:
                raise BackupNotWritten(place=target, reason="it read back otherwise than written")
            _give_free_name(passing, target)
            settle(target.parent)
        except OSError as error:
            raise BackupNotWritten(place=target, reason=error.strerror or error) from error
        finally:
            with suppress(OSError):
                passing.unlink(missing_ok=True)
        return seal

    def take_the_place(self, now: datetime) -> Sequence[Path]:
        """Become the register of the workspace; gives where what was replaced has been moved.

        Raises ``RegisterInUse``.
        """
        self.close()
        with explaining(self._path):
            with closing(self._connection()) as connection:
                note_what_is_left(connection, now)
            sqlite.keep_a_log_beside(self._path)
            _sync(self._path)
            register = self._data / FILE_NAME
            aside = free_name(register, now)
            moved = [aside] if put_in_place(self._path, register, aside) else []
            moved += finish(register, busy_timeout_s=_PATIENCE_S)
        return moved

    def _connection(self) -> sqlite3.Connection:
        connection = sqlite.connect(self._path, sqlite.WRITING, busy_timeout_s=0)
        connection.execute("PRAGMA synchronous = OFF")  # a copy is synced as a whole, when it gets its name
        return connection


def fill(path: Path, register: Path) -> None:
    """Copy a register that others may be writing, as of one moment.

    The moment is held by a transaction that only reads, so that no writer
    waits and the copy never has to begin anew.
    """
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    with (
        closing(sqlite.connect(register, sqlite.READING, busy_timeout_s=10)) as old,
        closing(sqlite.connect(path, sqlite.MIGRATING, busy_timeout_s=0)) as new,
    ):
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        new.execute("PRAGMA synchronous = OFF")
        old.backup(new, pages=1024)


def _copy_bytes(source: Path, target: Path) -> str:
    handle = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as old, os.fdopen(handle, "wb") as new:
        shutil.copyfileobj(old, new, _BLOCK)
        new.flush()
        os.fsync(new.fileno())
    return _sha256(source)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _give_free_name(passing: Path, target: Path) -> None:
    try:
        target.hardlink_to(passing)
    except FileExistsError:
        raise
    except OSError:  # disks without hard links
        if target.exists():
            raise FileExistsError(17, "File exists", str(target)) from None
        passing.rename(target)
