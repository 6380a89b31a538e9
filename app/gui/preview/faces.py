"""Fonts of the page: families that are here, and formats for stretches of text."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetricsF, QRawFont, QTextCharFormat

from app.domain.pages import Piece, Typeface
from app.gui.tokens import LIGHT

# Fonts of the same widths first, so that lines end where they end on a machine that has the original.
_LIKES: Final = {
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman"),
    "Arial": ("Liberation Sans", "Arimo", "Nimbus Sans"),
    "Helvetica": ("Liberation Sans", "Nimbus Sans"),
    "Courier New": ("Liberation Mono", "Cousine", "Nimbus Mono PS"),
    "Calibri": ("Carlito", "Noto Sans", "Liberation Sans"),
    "Cambria": ("Caladea", "Noto Serif"),
    "Georgia": ("Gelasio", "DejaVu Serif"),
    "SimSun": ("Noto Serif CJK SC", "Droid Sans Fallback"),
}
_NO_FAMILY: Final = ("Liberation Serif", "Times New Roman", "DejaVu Serif", "DejaVu Sans")


def families_here(wanted: tuple[str, ...]) -> list[str]:
    """Give the families that this machine has, or their likes, in the order they are tried."""
    liked = (each for name in (*wanted, *_NO_FAMILY) for each in (name, *_LIKES.get(name, ())))
    return [name for name in dict.fromkeys(liked) if QFontDatabase.hasFamily(name)] or list(wanted)


@lru_cache(maxsize=512)
def font_of(face: Typeface) -> QFont:
    """Give the font; a pixel stands for a twentieth of a point."""
    font = QFont()
    font.setFamilies(families_here(face.families))
    font.setPixelSize(max(face.size, 1))
    font.setBold(face.bold)
    font.setItalic(face.italic)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleHint(QFont.StyleHint.Serif)
    if face.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing)
    return font


@dataclass(frozen=True, slots=True)
class Metrics:
    """How far a font reaches above and below the line, and the room it wants between lines."""

    ascent: float
    descent: float
    gap: float


@lru_cache(maxsize=512)
def metrics_of(face: Typeface) -> Metrics:
    """Measure the first of the families: those that lend it single letters do not move the lines."""
    measured = QFontMetricsF(font_of(face))
    return Metrics(measured.ascent(), measured.descent(), _gap_of(face))


def _gap_of(face: Typeface) -> float:
    """Give the room between lines, which Qt leaves out."""
    table = QRawFont.fromFont(font_of(face)).fontTable("hhea").data()
    head = QRawFont.fromFont(font_of(face)).fontTable("head").data()
    if len(table) < _HHEA_GAP.size or len(head) < _HEAD_UNITS.size:
        return 0.0
    (gap,), (units,) = _HHEA_GAP.unpack_from(table), _HEAD_UNITS.unpack_from(head)
    return float(max(gap, 0) * face.size / units) if units else 0.0


_HHEA_GAP: Final = struct.Struct(">8xh")
_HEAD_UNITS: Final = struct.Struct(">18xH")


@lru_cache(maxsize=512)
def format_of(face: Typeface, is_open: bool = False) -> QTextCharFormat:
    """Give the format of a stretch of text; an open place is marked."""
    shown = QTextCharFormat()
    shown.setFont(font_of(face))
    shown.setFontUnderline(face.underlined)
    shown.setFontStrikeOut(face.struck)
    if face.raised:
        shown.setVerticalAlignment(
            QTextCharFormat.VerticalAlignment.AlignSuperScript
            if face.raised > 0
            else QTextCharFormat.VerticalAlignment.AlignSubScript
        )
    colour, ground = (
        (LIGHT.warn, LIGHT.warn_ground) if is_open else (_named(face.colour), _named(face.ground))
    )
    if colour:
        shown.setForeground(QBrush(QColor(colour)))
    if ground:
        shown.setBackground(QBrush(QColor(ground)))
    return shown


def _named(colour: str) -> str:
    return f"#{colour}" if colour else ""


def blank_for(piece: Piece) -> QTextCharFormat:
    """Give the format of one space that is as wide as a picture."""
    width = piece.picture.width if piece.picture else 0
    shown = QTextCharFormat()
    font = QFont(font_of(Typeface(piece.face.families, 20)))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, max(width - 5, 0))
    shown.setFont(font)
    return shown


RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
