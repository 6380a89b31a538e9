"""Where the pages lie on the desk at a zoom, and which place of the letter lies where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize

from app.gui.preview.pagination import PaperPage

EDGE: Final = 20
BETWEEN: Final = 20
# A pixel is a ninety-sixth of an inch, a twentieth of a point 1/1440.
PIXELS: Final = 96 / 1440


@dataclass(frozen=True)
class Place:
    """A place of the letter: the page, and how far across and down it, as shares."""

    page: int = 0
    across: float = 0
    down: float = 0


@dataclass(frozen=True)
class PagesOnDesk:
    """Pages under each other, in pixels."""

    pages: Sequence[PaperPage] = ()
    zoom: float = 1.0
    boxes: Sequence[QRect] = ()
    size: QSize = field(default_factory=QSize)

    @property
    def scale(self) -> float:
        """How many pixels a twentieth of a point takes."""
        return self.zoom * PIXELS

    def with_pages(self, pages: Sequence[PaperPage]) -> PagesOnDesk:
        """Give the desk with other pages, which are to be laid out yet."""
        return replace(self, pages=pages, boxes=())

    def zoomed(self, zoom: float) -> PagesOnDesk:
        """Give the desk at another zoom."""
        return replace(self, zoom=zoom)

    def zoom_that_fits(self, room: int, least: float, most: float) -> float:
        """Give the zoom at which the widest page is as wide as the room."""
        widest = max((page.sheet.width for page in self.pages), default=0)
        if not widest:
            return self.zoom
        return min(max((room - 2 * EDGE) / (widest * PIXELS), least), most)

    def laid_out(self, zoom: float, room: int) -> PagesOnDesk:
        """Lay the pages under each other, in the middle of the room."""
        scale, y = zoom * PIXELS, EDGE
        sizes = [(round(page.sheet.width * scale), round(page.sheet.height * scale)) for page in self.pages]
        wide = max([room, *(width + 2 * EDGE for width, _height in sizes)])
        boxes = []
        for width, height in sizes:
            boxes.append(QRect((wide - width) // 2, y, width, height))
            y += height + BETWEEN
        return replace(self, zoom=zoom, boxes=boxes, size=QSize(wide, y - BETWEEN + EDGE))

    def page_at(self, y: int) -> int:
        """Give the page at a height of the desk."""
        below = [number for number, box in enumerate(self.boxes) if box.bottom() + BETWEEN >= y]
        return below[0] if below else max(len(self.boxes) - 1, 0)

    def place_under(self, point: QPoint) -> Place:
        """Give the place of the letter at a point of the desk."""
        if not self.boxes:
            return Place()
        page = self.page_at(point.y())
        box = self.boxes[page]
        return Place(page, (point.x() - box.left()) / box.width(), (point.y() - box.top()) / box.height())

    def point_of(self, place: Place) -> QPoint:
        """Give the point of the desk where a place of the letter lies now."""
        if not self.boxes:
            return QPoint()
        box = self.boxes[min(place.page, len(self.boxes) - 1)]
        return QPoint(
            box.left() + round(place.across * box.width()), box.top() + round(place.down * box.height())
        )
