"""Draws one page: paper, the block that is being worked on, and everything set on it.

Paper stays paper in the dark, so what marks a place on it has the colours of the light.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.domain.pages import NO_BLOCK
from app.gui.preview.formats import without_joiners
from app.gui.preview.leaves import Band
from app.gui.preview.pagination import PaperPage
from app.gui.tokens import LIGHT, Tokens

_ROUND_A_BLOCK = 80
_BAR = 40


def draw_page(
    painter: QPainter, page: PaperPage, tokens: Tokens, *, block: str = NO_BLOCK, seen: QRectF
) -> None:
    """Draw a page in twentieths of a point; ``seen`` is the part of it that is asked for."""
    painter.fillRect(QRectF(0, 0, page.sheet.width, page.sheet.height), QColor(tokens.paper))
    if block:
        _draw_ground(painter, page, block)
    painter.setPen(QColor(tokens.ink))
    top, bottom = seen.top(), seen.bottom()
    for x, y, band in (*page.furniture, *page.bands):
        if y < bottom and y + band.height > top - band.height:
            _draw_band(painter, x, y, band)


def _draw_band(painter: QPainter, x: int, y: int, band: Band) -> None:
    for leaf in band.leaves:
        leaf.draw(painter, x, y)


def _draw_ground(painter: QPainter, page: PaperPage, block: str) -> None:
    box = place_of(page, block)
    if box.isNull():
        return
    box = box.adjusted(-_ROUND_A_BLOCK, -_ROUND_A_BLOCK / 2, _ROUND_A_BLOCK, _ROUND_A_BLOCK / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.weak))
    painter.drawRoundedRect(box, _ROUND_A_BLOCK, _ROUND_A_BLOCK)
    painter.fillRect(QRectF(box.left() - _BAR, box.top(), _BAR, box.height()), QColor(LIGHT.accent))


def place_of(page: PaperPage, block: str) -> QRectF:
    """Give where a block stands on a page; a null box where it does not."""
    found = QRectF()
    for key, box in page.spots():
        if key == block:
            found = found.united(box)
    return found


def text_of(page: PaperPage) -> str:
    """Give the words of a page line by line, a table cell by cell, for those who have it read to them."""
    bands = sorted((*page.furniture, *page.bands), key=lambda placed: placed[1])
    lines = (line for _x, _y, band in bands for line in _lines_of(band))
    return "\n".join(line for line in lines if line)


def _lines_of(band: Band) -> Iterator[str]:
    for _baseline, stretches in groupby(band.texts(), key=itemgetter(0)):
        words = " ".join(text.strip() for _place, text in stretches)
        yield without_joiners(words.replace("\u2028", "")).strip()
