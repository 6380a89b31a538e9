"""Where the sheets of a PDF lie on the desk, and how a sheet looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter

from app.gui.preview.exact_sheets import Sheets
from app.gui.preview.painting import paint_shadow

MARGIN: Final = 20
GAP: Final = 20
_PIXELS_PER_POINT: Final = 96 / 72


@dataclass(frozen=True)
class Placed:
    """A page and where it lies."""

    page: int
    where: QRect


def placed(sheets: Sheets, zoom: float, room: int, scrolled: QPoint) -> Iterator[Placed]:
    """Lay the pages under each other, in the middle of the room."""
    width = max(room, desk_size(sheets, zoom).width())
    top = MARGIN - scrolled.y()
    for page in range(sheets.count):
        size = _size(sheets, page, zoom)
        yield Placed(page, QRect(QPoint((width - size.width()) // 2 - scrolled.x(), top), size))
        top += size.height() + GAP


def desk_size(sheets: Sheets, zoom: float) -> QSize:
    """Give the room that all pages take with what is around them."""
    sizes = [_size(sheets, page, zoom) for page in range(sheets.count)]
    heights = sum(size.height() + GAP for size in sizes) - GAP
    return QSize(max((size.width() for size in sizes), default=0) + 2 * MARGIN, heights + 2 * MARGIN)


def zoom_that_fits(sheets: Sheets, room: int) -> float:
    """Give the zoom at which the widest page is as wide as the room."""
    points = max((sheets.size(page).width() for page in range(sheets.count)), default=0.0)
    return (room - 2 * MARGIN) / (points * _PIXELS_PER_POINT) if points else 1.0


def draw_paper(painter: QPainter, where: QRect, paper: str) -> None:
    """Draw an empty sheet with its soft shadow."""
    paint_shadow(painter, where)
    painter.fillRect(where, QColor(paper))


def _size(sheets: Sheets, page: int, zoom: float) -> QSize:
    return (sheets.size(page) * _PIXELS_PER_POINT * zoom).toSize()
