"""Puts a widget on the screen, so that keys and clicks reach it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

Shown = TypeVar("Shown", bound=QWidget)


def show(qtbot: QtBot, widget: Shown) -> Shown:
    """Show a widget as the active window; it is closed after the test."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget
