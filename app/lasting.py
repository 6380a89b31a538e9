"""Holds up what a library would wear out.

Floor 1: imports no other room. PySide6 6.12 is built for Pythons in which None, True and False last for
ever, and takes a reference away with calls that return them; before Python 3.12 the process ends when the
last one is gone.
"""

from __future__ import annotations

import ctypes
import sys

_WORN = (None, True, False, NotImplemented, Ellipsis)
_ENOUGH = 1 << (40 if sys.maxsize > 1 << 32 else 28)


def keep_none() -> None:
    """Give None and its kin more references than calls can take away; to be called before Qt is used."""
    if sys.version_info >= (3, 12):
        return
    for each in _WORN:
        if sys.getrefcount(each) < _ENOUGH >> 1:
            ctypes.c_ssize_t.from_address(id(each)).value += _ENOUGH
