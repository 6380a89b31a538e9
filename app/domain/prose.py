"""What a block of text is made of once its notation has been read.

The notation itself (a CommonMark subset) is read and written by
``app.domain.notation``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """A stretch of characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class LineBreak:
    """A new line inside one paragraph."""


@dataclass(frozen=True)
class Note:
    """A footnote at this place of the text."""

    paragraphs: tuple[Paragraph, ...]


Inline = Run | LineBreak | Note


class ListStyle(StrEnum):
    """How the items of a list are marked, and what the notation writes for it."""

    POINT = "1."
    BRACKET = "1)"
    BULLET = "*"
    DASH = "-"
    WORDS = "+"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``indented`` sets it in from the left."""

    inlines: tuple[Inline, ...]
    indented: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading inside a block, of level 1 to 3."""

    inlines: tuple[Inline, ...]
    level: int = 1


@dataclass(frozen=True)
class Quotation:
    """Paragraphs set off as somebody else's words."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Listing:
    """A list that counts from ``start``; an item may hold several parts."""

    style: ListStyle
    items: tuple[tuple[Part, ...], ...]
    start: int = 1


Part = Paragraph | Heading | Quotation | Listing
Prose = tuple[Part, ...]


def plain_lines(prose: Prose) -> Iterator[str]:
    """Give the text of each paragraph, without marks; a line break is a line feed."""
    for part in prose:
        match part:
            case Paragraph() | Heading():
                yield plain_text(part.inlines)
            case Quotation():
                yield from plain_lines(part.parts)
            case Listing():
                for item in part.items:
                    yield from plain_lines(item)


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Give the characters of one paragraph; footnotes are left out."""
    return "".join(
        inline.text if isinstance(inline, Run) else "\n" if isinstance(inline, LineBreak) else ""
        for inline in inlines
    )


def notes(prose: Prose) -> Iterator[Note]:
    """Give every footnote in the order of the text."""
    for part in prose:
        match part:
            case Paragraph() | Heading():
                yield from (inline for inline in part.inlines if isinstance(inline, Note))
            case Quotation():
                yield from notes(part.parts)
            case Listing():
                for item in part.items:
                    yield from notes(item)
