"""How lines and looks are kept in the formats of a text document, where its undo keeps them too."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from app.domain.prose import ListStyle
from app.domain.prose_lines import Line, Listed, Path, Quoted, Step

PATH: Final = QTextFormat.Property.UserProperty + 1
INDENTED: Final = QTextFormat.Property.UserProperty + 2
NOTE: Final = QTextFormat.Property.UserProperty + 3
NOTE_KEY: Final = QTextFormat.Property.UserProperty + 4
NOTE_OBJECT: Final = QTextFormat.ObjectTypes.UserObject + 1
NOTE_SIGN: Final = "\ufffc"
BREAK_SIGN: Final = "\u2028"
INDENT_WIDTH: Final = 28
_GAP: Final = 7
_ITEM_GAP: Final = 3
_STEPS_OF_WORDS: Final = 3
_STEP: Final = re.compile(r"(?P<mark>>|1\.|1\)|\*|-|\+)(?P<start>\d*)(?P<flags>[oa]*)")


@lru_cache(maxsize=256)
def encoded(path: Path) -> str:
    """Write a path as a short text."""
    return "|".join(_encoded(step) for step in path)


def _encoded(step: Step) -> str:
    if isinstance(step, Quoted):
        return ">a" if step.apart else ">"
    return f"{step.style}{step.start}{'o' if step.opens else ''}{'a' if step.apart else ''}"


@lru_cache(maxsize=256)
def decoded(text: str) -> Path:
    """Read a path that was written."""
    return tuple(_decoded(found) for found in _STEP.finditer(text))


def _decoded(found: re.Match[str]) -> Step:
    if found["mark"] == ">":
        return Quoted("a" in found["flags"])
    return Listed(ListStyle(found["mark"]), int(found["start"]), "o" in found["flags"], "a" in found["flags"])


def shape_of(form: QTextBlockFormat) -> Line:
    """Read the shape of a line from the format of its block."""
    return Line((), decoded(form.stringProperty(PATH)), form.headingLevel(), form.boolProperty(INDENTED))


def steps_of(step: Step) -> int:
    """Say how far a list or a quotation sets its lines in, in steps: words take more room than numbers."""
    return _STEPS_OF_WORDS if isinstance(step, Listed) and step.style is ListStyle.WORDS else 1


def block_format(shape: Line, *, right_to_left: bool = False) -> QTextBlockFormat:
    """Give the format of a block for the shape of its line."""
    form = QTextBlockFormat()
    form.setProperty(PATH, encoded(shape.path))
    if shape.indented:
        form.setProperty(INDENTED, True)
    form.setHeadingLevel(shape.level)
    form.setIndent(sum(steps_of(step) for step in shape.path) + shape.indented)
    gap = _ITEM_GAP if shape.path and isinstance(shape.path[-1], Listed) else _GAP
    form.setTopMargin(gap)
    form.setBottomMargin(gap)
    form.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


@lru_cache(maxsize=8)
def char_format(bold: bool, italic: bool) -> QTextCharFormat:
    """Give the format of a run."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    form.setFontItalic(italic)
    return form


def note_format(text: str, key: int) -> QTextCharFormat:
    """Give the format of a footnote's sign; ``key`` tells it from every other one."""
    form = QTextCharFormat()
    form.setObjectType(NOTE_OBJECT)
    form.setProperty(NOTE, text)
    form.setProperty(NOTE_KEY, key)
    return form


def is_bold(form: QTextCharFormat) -> bool:
    """Say whether a format is bold."""
    return form.fontWeight() >= QFont.Weight.DemiBold


def is_note(form: QTextCharFormat) -> bool:
    """Say whether a format is that of a footnote's sign."""
    return form.objectType() == NOTE_OBJECT
