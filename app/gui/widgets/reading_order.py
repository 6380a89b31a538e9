"""Tab goes as one reads: from part to part as they are laid out, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def order_tabs(whole: QWidget) -> None:
    """Let Tab go through what can be seen inside a widget, in the order of its layouts."""
    for one, following in pairwise(tab_stops(whole)):
        QWidget.setTabOrder(one, following)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab can reach inside a widget, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for part in _parts(widget):
        if not part.isHidden():
            yield from tab_stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QStackedWidget):
        shown = [widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        shown = [widget.widget(at) for at in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        shown = [widget.widget()]
    else:
        shown = [] if isinstance(widget, QAbstractScrollArea) else list(_laid_out(widget.layout()))
    yield from (part for part in shown if part is not None)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout else 0):
        item = layout.itemAt(at) if layout else None
        if item is not None and (part := item.widget()) is not None:
            yield part
        elif item is not None:
            yield from _laid_out(item.layout())
