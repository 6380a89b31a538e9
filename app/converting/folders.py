"""Private folders of hidden office programs: nobody else may read them, and none is left behind."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.converting.errors import NoPrivateFolder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PREFIX: Final = "chancery-pages-"
_LOCK: Final = "in-use"
_HOUR: Final = 3600


def folder_root(environ: Mapping[str, str]) -> Path:
    """Give where private folders lie: in memory, where the system has such a place for each person."""
    own = Path(environ.get("XDG_RUNTIME_DIR") or "")
    usable = own.is_absolute() and own.is_dir() and os.access(own, os.W_OK)
    return (own if usable else Path(tempfile.gettempdir())).resolve()


class PrivateFolder:
    """A folder of one owner, held by a lock for as long as its owner lives."""

    def __init__(self, root: Path) -> None:
        sweep(root)
        try:
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
            self._lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise NoPrivateFolder(folder=root, reason=error.strerror or error) from error
        _take(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.remove()

    def write(self, name: str, content: bytes) -> None:
        """Write a file that only its owner may read. Raises ``NoPrivateFolder``."""
        try:
            (self.path / name).write_bytes(content)
        except OSError as error:
            raise NoPrivateFolder(folder=self.path, reason=error.strerror or error) from error

    def taken(self, name: str) -> bytes | None:
        """Read a file and remove it; nothing where it is not there."""
        path = self.path / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        finally:
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove the folder and everything in it."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
        shutil.rmtree(self.path, ignore_errors=True)


def sweep(root: Path) -> None:
    """Remove the folders of those who were killed together with their guard."""
    for folder in root.glob(f"{PREFIX}*"):
        if _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    try:
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return False
        if not (folder / _LOCK).exists():  # perhaps just being made
            return time.time() - folder.stat().st_mtime > _HOUR
        handle = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return _take(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    """Lock a file; it is free again when its holder is gone, however that happened."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
