"""Writing a finished letter so that it is there whole or not at all, and never in place of another."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Final

from app.drafting.engine.errors import (
    AlreadyExists,
    FolderMissing,
    NoSpace,
    NotPermitted,
    NotWritten,
    WriteProblem,
)

if TYPE_CHECKING:
    from pathlib import Path

_PROBLEMS: Final[dict[int | None, type[WriteProblem]]] = {
    errno.EEXIST: AlreadyExists,
    errno.ENOSPC: NoSpace,
    errno.EDQUOT: NoSpace,
    errno.EACCES: NotPermitted,
    errno.EPERM: NotPermitted,
    errno.EROFS: NotPermitted,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
}
# Names that no other process, thread or earlier start has given.
_STARTED: Final = secrets.token_hex(4)
_COUNTED: Final = count()
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# File systems that know no second name for a file answer with one of these.
_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
)


def write_atomically(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file whole, by a temporary file beside it, and survive a power cut.

    Raises ``AlreadyExists``, ``NoSpace``, ``NotPermitted``, ``FolderMissing`` or ``NotWritten``; what was
    there before stays as it was.
    """
    try:
        _write(path, data, overwrite=overwrite)
    except (OSError, ValueError) as error:
        raise _problem(path, error) from error


def _problem(path: Path, error: OSError | ValueError) -> WriteProblem:
    kind = _PROBLEMS.get(getattr(error, "errno", None))
    if kind is None:
        return NotWritten(path=path, reason=getattr(error, "strerror", None) or error)
    return kind(path=path)


def _write(path: Path, data: bytes, *, overwrite: bool) -> None:
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "exists", str(path))
    temporary = path.with_name(f".{os.getpid()}-{next(_COUNTED)}-{_STARTED}.part")
    try:
        _write_new(temporary, data)
        if overwrite:
            temporary.replace(path)
        else:
            _move_to_free_name(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


def _write_new(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _NEW, 0o666), "wb", buffering=0) as file:
        written = 0
        while written < len(data):
            written += file.write(data[written:]) or 0
        os.fsync(file.fileno())


def _move_to_free_name(temporary: Path, path: Path) -> None:
    """Give the file its name unless somebody else took it meanwhile."""
    if os.name == "nt":
        # Windows renames onto a free name only.
        temporary.rename(path)
        return
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(path, _NEW, 0o666))
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; Windows opens no folders and does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems cannot; the file itself has been synced.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)
