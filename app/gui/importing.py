"""Imports as Python means them.

PySide6 puts an importer of its own into ``builtins``: for its ``__feature__`` switches, which
nobody here uses, it reads the source of every module that is imported after it, and all
that is read stays in memory.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it puts its importer in place

_PLAIN = "__orig_import__"


def import_plainly() -> None:
    """Put back Python's own importer, which PySide6 has kept beside its own."""
    plain = getattr(builtins, _PLAIN, None)
    if plain is not None:
        builtins.__import__ = plain
