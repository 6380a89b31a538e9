"""Keys that act while one thing of the window, or something in it, has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def by_keys(widget: QWidget, keys: str | QKeySequence.StandardKey, act: Callable[[], object]) -> QShortcut:
    """Let keys act while the focus is in a widget."""
    shortcut = QShortcut(QKeySequence(keys), widget, act)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # PySide drops it as an argument
    return shortcut
