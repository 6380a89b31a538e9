"""The schema of a register file: making a new one, and is an old one current.

Importing Alembic takes longer than opening a current register. It stands in
``db.migrating``, which is loaded only when there is something to migrate.
"""

from __future__ import annotations

import importlib
import os
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from db import sqlite
from db.schema import Schema


def upgrade(path: Path, schema: Schema, *, now: datetime, busy_timeout_s: float) -> None:
    """Bring a register whose schema is not the newest up to date, after copying it aside.

    Raises ``NewerRegister`` and ``RegisterBusy``.
    """
    migrating = importlib.import_module("db.migrating")
    migrating.upgrade(path, schema, now=now, busy_timeout_s=busy_timeout_s)


def create(path: Path, schema: Schema) -> None:
    """Make a new register; if another process makes it meanwhile, theirs stays.

    It is built under another name and takes its own only when it is whole, so
    that a power cut leaves no half register behind.
    """
    handle, name = tempfile.mkstemp(prefix=".new-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        sqlite.mark_as_ours(unfinished)
        importlib.import_module("db.migrating").build(unfinished, schema)
        sqlite.keep_a_log_beside(unfinished)
        with suppress(FileExistsError):
            _give_name(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _give_name(unfinished: Path, path: Path) -> None:
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:  # disks without hard links: FAT, exFAT
        unfinished.rename(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    if os.name == "posix":  # Windows has no such call for folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
