"""Bringing into sight what somebody is led to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN: Final = 48


def show_soon(widget: QWidget) -> None:
    """Scroll a widget into sight, once its place is known; its beginning where it is too high."""
    QTimer.singleShot(0, widget, lambda: _show(widget))


def show_focus_soon() -> None:
    """Scroll what has the focus into sight."""
    held = QApplication.focusWidget()
    if held is not None:
        show_soon(held)


def _show(widget: QWidget) -> None:
    area = _area_of(widget)
    inner = area.widget() if area else None
    if area is not None and inner is not None:
        area.ensureWidgetVisible(widget, 0, _MARGIN)
        if widget.height() + _MARGIN > area.viewport().height():
            top = widget.mapTo(inner, widget.rect().topLeft()).y()
            area.verticalScrollBar().setValue(max(0, top - _MARGIN))


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
