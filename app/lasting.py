"""Holds up what a library would wear out.

Floor 1: imports no other room. PySide6 6.12 is built for Pythons in which None lasts for ever, and takes a
reference to None away with every call that returns nothing; before Python 3.12 the process ends when the
last one is gone.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = sys.maxsize >> 8


def keep_none() -> None:
    """Give None more references than calls can take away; to be called before Qt is used."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _ENOUGH >> 1:
        ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
