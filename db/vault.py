"""The copies of one workspace: made while others write, opened in private, gone after use."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.domain.backups import (
    BackupDamaged,
    BackupNotReadable,
    BackupNotWritten,
    NotABackup,
    NotABackupOfIt,
    NothingToBackUp,
)
from app.domain.errors import ChanceryError
from db import sqlite
from db.copies import RegisterCopy, fill
from db.errors import DiskFull, EmptyRegister, ForeignDatabase, NewerRegister, NotADatabase, RegisterDamaged
from db.finishing import ROOM
from db.replacing import begins_as_a_register
from db.workspace import FILE_NAME, explaining, open_workspace

_LEFT_BEHIND: Final = timedelta(days=1)


class Vault:
    """Makes and opens copies of the workspace in a data folder."""

    def __init__(self, data: Path) -> None:
        self._data = data.absolute()

    @property
    def register(self) -> Path:
        """The file of the register."""
        return self._data / FILE_NAME

    @contextmanager
    def copied(self) -> Iterator[RegisterCopy]:
        """Copy register and templates as of one moment, while others write.

        Raises ``NothingToBackUp``, ``BackupNotWritten`` and the classes of ``db.errors``.
        """
        if not self.register.exists():
            raise NothingToBackUp(place=self._data)
        with self._room() as room:
            with explaining(self.register):
                fill(room / FILE_NAME, self.register)
            with self._copy_in(room) as copy:
                copy.take_in(self._data / "templates")
                yield copy

    @contextmanager
    def present(self) -> Iterator[RegisterCopy]:
        """Copy a register that may be damaged, and leave it as it is. Raises what ``copied`` raises."""
        if self.register.exists() and not begins_as_a_register(self.register):
            raise RegisterDamaged(place=self.register, reason="file is not a database")
        with self.copied() as copy:
            yield copy

    @contextmanager
    def opened(self, file: Path) -> Iterator[RegisterCopy]:
        """Open a private copy of a file and bring its schema up to date.

        Raises ``BackupNotReadable``, ``NotABackup``, ``NotABackupOfIt``, ``BackupDamaged`` and
        the classes of ``db.errors``.
        """
        with self._room() as room, _naming(file, room / FILE_NAME):
            self._fetch(file, room / FILE_NAME)
            with self._copy_in(room) as copy:
                yield copy

    def sweep(self, now: datetime) -> None:
        """Take away what copying left behind when its process was killed a day ago or longer."""
        for room in self._data.glob(f"{ROOM}*"):
            if now.timestamp() - room.stat().st_mtime > _LEFT_BEHIND.total_seconds():
                shutil.rmtree(room, ignore_errors=True)

    def _fetch(self, file: Path, target: Path) -> None:
        try:
            if self.register.exists() and file.samefile(self.register):
                raise NotABackupOfIt(place=file)
            sqlite.refuse_what_is_not_ours(file)
            _copy_privately(file, target)
            log = file.with_name(f"{file.name}-wal")
            if log.exists():
                _copy_privately(log, target.with_name(f"{target.name}-wal"))
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise DiskFull(place=self._data) from error
            raise BackupNotReadable(place=file, reason=error.strerror or error) from error

    @contextmanager
    def _copy_in(self, room: Path) -> Iterator[RegisterCopy]:
        open_workspace(room, private=True).close()
        with closing(RegisterCopy(room / FILE_NAME, self._data)) as copy:
            yield copy

    @contextmanager
    def _room(self) -> Iterator[Path]:
        try:
            self._data.mkdir(mode=0o700, parents=True, exist_ok=True)
            room = Path(tempfile.mkdtemp(prefix=ROOM, dir=self._data))
        except OSError as error:
            raise BackupNotWritten(place=self._data, reason=error.strerror or error) from error
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _copy_privately(file: Path, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    shutil.copyfile(file, target)


@contextmanager
def _naming(file: Path, private: Path) -> Iterator[None]:
    """Speak of the file that was asked for, not of our copy of it, and of a backup where it is one."""
    try:
        yield
    except (NotADatabase, ForeignDatabase, EmptyRegister) as error:
        raise NotABackup(place=file) from error
    except RegisterDamaged as error:
        raise BackupDamaged(place=file, what=error.facts["reason"]) from error
    except ChanceryError as error:
        if error.facts.get("place") != private:
            raise
        named = file if isinstance(error, NewerRegister) else private.parents[1]
        raise type(error)(**{**error.facts, "place": named}) from error
