"""Keeps a fault of PySide6 from ending the program.

Every ``Signal.emit`` of PySide6 6.12 gives back one reference to ``True`` that it never took.
Since Python 3.12 ``True`` counts none and nothing happens; Python 3.11 ends with
“deallocating True or False” after some hundred signals. So it is given more than can be used up.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

PLENTY: Final = 1 << 40


def keep_true() -> None:
    """Let ``True`` outlast all signals, once a process."""
    counts = sys.implementation.name == "cpython" and sys.version_info < (3, 12)
    if counts and sys.getrefcount(True) < PLENTY // 2:
        ctypes.c_ssize_t.from_address(id(True)).value += PLENTY
