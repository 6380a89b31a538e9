"""Which stretch of a paragraph has which format, in the units that Qt counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine

from app.domain.pages import Piece
from app.gui.preview.faces import blank_for, format_of

_RIGHT_TO_LEFT: Final = re.compile("([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)")
_FINEST: Final = 64
_SMALL: Final = 0.8
_JOINER: Final = "\u2060"
_SLASH: Final = f"/{_JOINER}"


def utf16_length(text: str) -> int:
    """Give the length as Qt counts it, in units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def as_laid_out(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Give pieces with what lines are made by standing in the text itself.

    Capitals are written out, small ones in a smaller size. Word processors end no line after a slash,
    least of all inside “A/HRC/29/25”; Qt would.
    """
    joined = (
        replace(each, text=each.text.replace("/", _SLASH)) if "/" in each.text else each for each in pieces
    )
    return tuple(cased for piece in joined for cased in _cased(piece))


def without_joiners(text: str) -> str:
    """Give a line's text as a person reads it."""
    return text.replace(_JOINER, "")


def _cased(piece: Piece) -> Iterator[Piece]:
    if not (piece.face.capitals or piece.face.small_capitals):
        yield piece
        return
    face = replace(piece.face, capitals=False, small_capitals=False)
    if piece.face.capitals:
        yield replace(piece, text=_capitals(piece.text), face=face)
    else:
        small = replace(face, size=round(face.size * _SMALL))
        for letters, text in groupby(piece.text, str.islower):
            stretch = "".join(text)
            yield replace(piece, text=_capitals(stretch), face=small if letters else face)


def _capitals(text: str) -> str:
    return "".join(each.upper() if len(each.upper()) == 1 else each for each in text)


def formats_of(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    """Give the formats of pieces, one after the other."""
    found: list[QTextLayout.FormatRange] = []
    place = 0
    for piece in pieces:
        for text, shown in _stretches(piece):
            found.append(_stretch(place, 1 if piece.picture else utf16_length(text), shown))
            place += found[-1].length
    return found


def _stretches(piece: Piece) -> Iterator[tuple[str, QTextCharFormat]]:
    """Cut a piece where its format changes: Arabic and Hebrew have no slanted letters."""
    if piece.picture:
        yield piece.text, blank_for(piece)
    elif not piece.face.italic or piece.text.isascii():
        yield piece.text, format_of(piece.face, piece.open)
    else:
        upright = replace(piece.face, italic=False)
        for number, text in enumerate(_RIGHT_TO_LEFT.split(piece.text)):
            yield text, format_of(upright if number % 2 else piece.face, piece.open)


def _stretch(place: int, length: int, shown: QTextCharFormat) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = place, length, shown
    return stretch


def widened(
    formats: Sequence[QTextLayout.FormatRange], text: str, lines: Sequence[QTextLine]
) -> list[QTextLayout.FormatRange]:
    """Give the formats with spaces so wide that every line but the last fills its width."""
    units = text.encode("utf-16-le")
    found = []
    for number, line in enumerate(lines):
        begin, end = line.textStart(), line.textStart() + line.textLength()
        words = units[2 * begin : 2 * end].decode("utf-16-le", "replace")
        spaces = words.rstrip().count(" ")
        ends = number == len(lines) - 1 or words.endswith("\u2028") or not spaces
        wider = 0.0 if ends else _floor((line.width() - line.naturalTextWidth()) / spaces)
        found += [_cut(each, begin, end, wider) for each in formats if _meets(each, begin, end)]
    return found


def _floor(space: float) -> float:
    return max(int(space * _FINEST) - 1, 0) / _FINEST


def _meets(stretch: QTextLayout.FormatRange, begin: int, end: int) -> bool:
    return bool(stretch.start < end and stretch.start + stretch.length > begin)


def _cut(stretch: QTextLayout.FormatRange, begin: int, end: int, wider: float) -> QTextLayout.FormatRange:
    start = max(stretch.start, begin)
    shown = QTextCharFormat(stretch.format)
    shown.setFontWordSpacing(wider)
    return _stretch(start, min(stretch.start + stretch.length, end) - start, shown)
