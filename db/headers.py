"""The first bytes of a register, read past SQLite without harming its locks.

On POSIX closing any handle of a file lets go of every lock that the process
holds on it, those of SQLite's own connections too. While this process has a
connection to a file, a handle that was opened besides waits until the last
of them is closed.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from pathlib import Path
from threading import RLock
from typing import Any, Final

_File = tuple[int, int]

_lock: Final = RLock()
_connections: Final[Counter[_File]] = Counter()
_waiting: Final[dict[_File, list[int]]] = {}


class Connection(sqlite3.Connection):
    """A connection that is counted for as long as it is open."""

    _of: _File | None = None

    def count(self, of: _File) -> None:
        """Remember of which file this connection is."""
        self._of = of

    def close(self) -> None:
        """Close it, and the handles that waited for the last one of their file."""
        super().close()
        with _lock:
            of, self._of = self._of, None
            if of is not None:
                _leave(of)


def connect(path: Path, address: str, **how: Any) -> Connection:
    """Connect to an existing file, so that nothing read past this connection harms it."""
    try:
        found = path.stat()
    except OSError:  # SQLite says better what is wrong
        return sqlite3.connect(address, factory=Connection, **how)
    of = found.st_dev, found.st_ino
    with _lock:
        _connections[of] += 1
    try:
        connection = sqlite3.connect(address, factory=Connection, **how)
    except BaseException:
        with _lock:
            _leave(of)
        raise
    connection.count(of)
    return connection


def read(path: Path, size: int = 100) -> bytes:
    """Give the first bytes of a file."""
    with _lock:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return os.read(handle, size)
        finally:
            found = os.fstat(handle)
            of = found.st_dev, found.st_ino
            if os.name == "posix" and _connections[of]:
                _waiting.setdefault(of, []).append(handle)
            else:
                os.close(handle)


def _leave(of: _File) -> None:
    _connections[of] -= 1
    if not _connections[of]:
        del _connections[of]
        for handle in _waiting.pop(of, ()):
            os.close(handle)
