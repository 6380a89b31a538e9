"""Icons by name: one family of strokes, drawn in a colour of the theme and crisp on every screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = Path(__file__).parent / "resources" / "icons"
SIZE: Final = 20
_HOUSE: Final = ICONS.parent / "chancery.svg"
_GRID: Final = 24  # the drawings' own size
_STROKE: Final = 'stroke-width="2"'
_FOLLOW_THE_TEXT: Final = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "send", "reply", "list",
     "list-ordered", "external-link", "file-text", "indent-increase", "indent-decrease"}
)  # fmt: skip


class Drawing(NamedTuple):
    """How an icon is drawn: its colour, its size in points, the free room behind it, and the screen.

    ``scale`` is how many pixels of the screen make a point; what points along the text
    turns round where the window is ``right_to_left``.
    """

    colour: str
    size: int = SIZE
    gap: int = 0
    scale: float = 1
    right_to_left: bool = False


def icon(name: str, drawing: Drawing) -> QIcon:
    """Give an icon."""
    return QIcon(pixmap(name, drawing))


def pixmap(name: str, drawing: Drawing) -> QPixmap:
    """Give the picture of an icon."""
    key = f"chancery {name} {drawing}"
    drawn = QPixmap()
    if not QPixmapCache.find(key, drawn):
        drawn = _drawn(name, drawing)
        QPixmapCache.insert(key, drawn)
    return drawn


def of_the_house() -> QIcon:
    """Give the icon of Chancery itself, for windows and task bars."""
    made, renderer = QIcon(), QSvgRenderer(str(_HOUSE))
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made


def known() -> frozenset[str]:
    """Give the names of all icons."""
    return frozenset(path.stem for path in ICONS.glob("*.svg"))


def _drawn(name: str, drawing: Drawing) -> QPixmap:
    scale, size = drawing.scale, drawing.size
    picture = QPixmap(round((size + drawing.gap) * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(drawing.gap if drawing.right_to_left else 0, 0)
    if drawing.right_to_left and name in _FOLLOW_THE_TEXT:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(_source(name, drawing))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _source(name: str, drawing: Drawing) -> bytes:
    """Give the drawing in its colour, its strokes as wide on the screen whatever its size."""
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    width = (1.5 if drawing.size <= _GRID else 1.75) * _GRID / drawing.size
    source = source.replace(_STROKE, f'stroke-width="{width:.2f}"')
    return source.replace("currentColor", QColor(drawing.colour).name()).encode()
