"""Icons by name: one family of strokes, drawn in a colour of the theme and crisp on every screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = Path(__file__).parent / "resources" / "icons"
SIZE: Final = 20
_DRAWN_AS: Final = 'stroke-width="2"', 'stroke-width="1.8"'  # 1.5 pixels of 20 in a drawing of 24
_SCALES: Final = (1, 2, 3)
_FOLLOW_THE_TEXT: Final = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "send", "reply", "list",
     "list-ordered", "external-link", "file-text"}
)  # fmt: skip


def icon(name: str, colour: str, *, size: int = SIZE, gap: int = 0, right_to_left: bool = False) -> QIcon:
    """Give an icon in a colour; what points along the text turns round where the text does.

    ``gap`` leaves so much free between the icon and the words that follow it.
    """
    made = QIcon()
    for scale in _SCALES:
        drawn = pixmap(name, colour, size=size, scale=scale, right_to_left=right_to_left)
        made.addPixmap(_with_gap(drawn, gap, right_to_left=right_to_left) if gap else drawn)
    return made


def pixmap(
    name: str, colour: str, *, size: int = SIZE, scale: float = 1, right_to_left: bool = False
) -> QPixmap:
    """Give the picture of an icon for a screen of this many pixels to the point."""
    turned = right_to_left and name in _FOLLOW_THE_TEXT
    key = f"chancery {name} {colour} {size} {scale} {turned}"
    drawn = QPixmap()
    if not QPixmapCache.find(key, drawn):
        drawn = _drawn(name, colour, size, scale, turned=turned)
        QPixmapCache.insert(key, drawn)
    return drawn


def known() -> frozenset[str]:
    """Give the names of all icons."""
    return frozenset(path.stem for path in ICONS.glob("*.svg"))


def _with_gap(drawn: QPixmap, gap: int, *, right_to_left: bool) -> QPixmap:
    scale = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(gap * scale), drawn.height())
    wider.setDevicePixelRatio(scale)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(gap if right_to_left else 0, 0, drawn)
    painter.end()
    return wider


def _drawn(name: str, colour: str, size: int, scale: float, *, turned: bool) -> QPixmap:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", QColor(colour).name()).replace(*_DRAWN_AS)
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if turned:
        painter.translate(picture.width(), 0)
        painter.scale(-1, 1)
    box = QRectF(0, 0, picture.width(), picture.height())
    QSvgRenderer(QByteArray(source.encode())).render(painter, box)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
