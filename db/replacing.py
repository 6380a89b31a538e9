"""Putting one register in the place of another, so that there is a whole one at every moment."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from db import headers, sqlite
from db.errors import RegisterInUse

_BESIDE: Final = ("-wal", "-shm", "-journal")
_DAMAGED: Final = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR})


def put_in_place(fresh: Path, register: Path, aside: Path) -> bool:
    """Let a complete file become the register; the present one stays under the name ``aside``.

    Says whether there was one. Raises ``RegisterInUse``.
    """
    was_there = register.exists()
    if was_there:
        with _alone_with(register) as held:
            _keep_aside(register, aside, held)
            _clear(register, aside)
            if os.name == "posix":  # while nobody can write; Windows renames no file that is open
                fresh.replace(register)
    if fresh.exists():
        _clear(register, aside)
        fresh.replace(register)
    settle(register.parent)
    return was_there


@contextmanager
def _alone_with(register: Path) -> Iterator[sqlite3.Connection | None]:
    """Hold a register so that nobody else has it open, its log emptied into it.

    A damaged one cannot be held; its log goes aside with it. Raises ``RegisterInUse``.
    """
    if not begins_as_a_register(register):
        yield None
        return
    connection = None
    try:
        connection = sqlite.connect(register, sqlite.MIGRATING, busy_timeout_s=0)
        _hold(connection, register)
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
            raise RegisterInUse(place=register) from error
        yield None
        return
    with closing(connection):
        yield connection


def begins_as_a_register(register: Path) -> bool:
    """Look before SQLite does, which throws away the log of a file that it cannot read."""
    return sqlite.is_ours(headers.read(register))


def _hold(connection: sqlite3.Connection, register: Path) -> None:
    # Succeeds only when no other connection is open, not even an idle one.
    (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode != "delete":
        connection.close()
        raise RegisterInUse(place=register)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")  # the lock stays, and the file can be copied


def _keep_aside(register: Path, aside: Path, held: sqlite3.Connection | None) -> None:
    try:
        aside.hardlink_to(register)
    except FileExistsError:
        raise
    except OSError:  # disks without hard links
        _copy_aside(register, aside, held)
    settle(register.parent)


def _copy_aside(register: Path, aside: Path, held: sqlite3.Connection | None) -> None:
    if held is None:
        shutil.copyfile(register, aside)
        return
    # Reading the file past SQLite would let go of the lock.
    os.close(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    with closing(sqlite.connect(aside, sqlite.MIGRATING, busy_timeout_s=0)) as copy:
        held.backup(copy)


def _clear(register: Path, aside: Path) -> None:
    """Move away what would be taken for the log of the new register."""
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            register.with_name(register.name + ending).rename(aside.with_name(aside.name + ending))


def swap_folders(fresh: Path, folder: Path, now: datetime) -> Sequence[Path]:
    """Let a folder take the place of another, which is moved aside; equal ones stay."""
    if folder.exists() and list(own_files(folder)) == list(own_files(fresh)):
        return ()
    aside = free_name(folder, now)
    moved = [aside] if folder.exists() else []
    if moved:
        folder.rename(aside)
    fresh.rename(folder)
    settle(folder.parent)
    return moved


def own_files(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Give the files of a folder with their SHA-256, links and the locks of word processors apart."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith(("~$", ".")):
            content = path.read_bytes()
            yield path.relative_to(folder).as_posix(), hashlib.sha256(content).hexdigest(), content


def free_name(path: Path, now: datetime) -> Path:
    """Give a name beside a file under which it can be moved aside."""
    plain = f"{path.stem}-before-restore-{now:%Y%m%dT%H%M%S}"
    names = (path.with_name(f"{plain}{f'-{again}' if again else ''}{path.suffix}") for again in count())
    return next(name for name in names if not name.exists())


def settle(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    if os.name == "posix":  # Windows has no such call for folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network shares cannot
                os.fsync(handle)
        finally:
            os.close(handle)
