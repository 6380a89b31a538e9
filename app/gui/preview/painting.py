"""Paints what lies on the desk in pixels: shadows, sheets, the ring of the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from app.gui.preview.drawing import draw_page
from app.gui.preview.pagination import PaperPage
from app.gui.tokens import Tokens

_RING: Final = 2
_SHADOW: Final = "#000000"
# How far each layer of the shadow reaches, and how strong it is.
_SHADOWS: Final = ((7, 10), (5, 14), (3, 18), (1, 22))
SHADOW_REACH: Final = 12


def paint_shadow(painter: QPainter, box: QRect) -> None:
    """Let a sheet lie on the desk."""
    shadow = QColor(_SHADOW)
    reach = box.adjusted(-SHADOW_REACH, -SHADOW_REACH, SHADOW_REACH, SHADOW_REACH)
    painter.save()
    painter.setClipRegion(QRegion(reach) - QRegion(box), Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, strength in _SHADOWS:
        shadow.setAlpha(strength)
        painter.setBrush(shadow)
        painter.drawRoundedRect(box.adjusted(-spread, 2 - spread, spread, 2 + spread), spread, spread)
    painter.restore()


def paint_page(
    painter: QPainter, page: PaperPage, box: QRect, *, tokens: Tokens, block: str, asked: QRect
) -> None:
    """Paint what is asked for of a page that lies in a box."""
    scale = box.width() / page.sheet.width
    seen = QRectF(asked.intersected(box).translated(-box.topLeft()))
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    draw_page(painter, page, tokens, block=block, seen=QRectF(seen.topLeft() / scale, seen.size() / scale))
    painter.restore()


def paint_ring(painter: QPainter, whole: QRect, colour: str) -> None:
    """Show that the keys work here."""
    for side in (
        QRect(whole.left(), whole.top(), whole.width(), _RING),
        QRect(whole.left(), whole.bottom() + 1 - _RING, whole.width(), _RING),
        QRect(whole.left(), whole.top(), _RING, whole.height()),
        QRect(whole.right() + 1 - _RING, whole.top(), _RING, whole.height()),
    ):
        painter.fillRect(side, QColor(colour))
