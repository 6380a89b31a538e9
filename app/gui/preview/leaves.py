"""What is drawn on a page: lines of text, marks of lists, rules, grounds, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout, QTextLine

from app.domain.pages import NO_BLOCK, Rule
from app.gui.tokens import LIGHT

INK: Final = LIGHT.ink


class Leaf(Protocol):
    """Something to draw at a place inside its band."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it for a band whose corner stands at a place."""


@dataclass(frozen=True, slots=True)
class TextLeaf:
    """One line of text; ``layout`` keeps it alive."""

    layout: QTextLayout
    line: QTextLine
    x: float
    y: float

    @property
    def words(self) -> str:
        """The characters of the line."""
        units = self.layout.text().encode("utf-16-le")
        start, length = self.line.textStart(), self.line.textLength()
        return units[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore")

    @property
    def baseline(self) -> float:
        """Where the characters stand, from the top of the band."""
        return self.y + self.line.ascent()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the line in ink, where it has no colour of its own."""
        self.line.draw(painter, QPointF(x + self.x, y + self.y))


@dataclass(frozen=True, slots=True)
class GroundLeaf:
    """A coloured ground or a rule."""

    box: QRectF
    colour: str

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Fill the box."""
        painter.fillRect(self.box.translated(x, y), QColor(self.colour))


@dataclass(frozen=True, slots=True)
class PictureLeaf:
    """A picture at its size on paper."""

    box: QRectF
    content: bytes

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the picture, or an empty frame where nobody can read it."""
        image, box = image_of(self.content), self.box.translated(x, y)
        if image.isNull():
            painter.fillRect(box, QColor(LIGHT.line))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)


@lru_cache(maxsize=16)
def image_of(content: bytes) -> QImage:
    """Read a picture; a null image where it cannot be read."""
    return QImage.fromData(content)


@dataclass(slots=True)
class Band:
    """A strip of a page that is never cut: a line, or a row of a table.

    ``spots`` say which block stands where in it: block, left, top, width, height.
    """

    height: int
    leaves: list[Leaf] = field(default_factory=list)
    spots: list[tuple[str, float, float, float, float]] = field(default_factory=list)
    notes: tuple[int, ...] = ()

    def texts(self) -> Iterator[tuple[float, str]]:
        """Give the words of each line with its baseline, in the order they are read."""
        for leaf in self.leaves:
            down, inner = 0.0, leaf
            while isinstance(inner, _Moved):
                down, inner = down + inner.y, inner.leaf
            if isinstance(inner, TextLeaf):
                yield round(down + inner.baseline), inner.words

    def moved_in(self, other: Band, x: float, y: float) -> None:
        """Take in what another band draws, at a place inside this one."""
        self.leaves.extend(_Moved(leaf, x, y) for leaf in other.leaves)
        self.spots.extend((key, x + left, y + top, w, h) for key, left, top, w, h in other.spots)
        self.notes += other.notes


@dataclass(frozen=True, slots=True)
class _Moved:
    leaf: Leaf
    x: float
    y: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        self.leaf.draw(painter, x + self.x, y + self.y)


def colour_of(rule: Rule) -> str:
    """Give the colour of a rule: its own or the ink's."""
    return f"#{rule.colour}" if rule.colour else INK


@dataclass(slots=True)
class Stack:
    """The bands of one paragraph or one row, with what decides where a page may end."""

    bands: list[Band]
    before: int = 0
    after: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    widows: bool = False
    breaks_page: bool = False
    style: str = NO_BLOCK
    close_to_alike: bool = False

    @property
    def height(self) -> int:
        """The height of all bands, without the space round them."""
        return sum(band.height for band in self.bands)
