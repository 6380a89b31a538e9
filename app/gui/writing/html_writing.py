"""Writes prose as HTML, for other programs to paste. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.domain.prose import (
    Heading,
    Inline,
    LineBreak,
    Listing,
    ListStyle,
    Note,
    Paragraph,
    Part,
    Prose,
    Quotation,
    Run,
)

_NUMBERED = frozenset({ListStyle.POINT, ListStyle.BRACKET, ListStyle.WORDS})


def html_of(prose: Prose) -> str:
    """Write a text as HTML; footnotes stand in brackets."""
    return "".join(_part(part) for part in prose)


def _part(part: Part) -> str:
    match part:
        case Paragraph(inlines):
            return f"<p>{_text(inlines)}</p>"
        case Heading(inlines, level):
            return f"<h{level}>{_text(inlines)}</h{level}>"
        case Quotation(parts):
            return f"<blockquote>{html_of(parts)}</blockquote>"
        case Listing(style, items, start):
            inside = "".join(f"<li>{html_of(item)}</li>" for item in items)
            return f'<ol start="{start}">{inside}</ol>' if style in _NUMBERED else f"<ul>{inside}</ul>"


def _text(inlines: Sequence[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case LineBreak():
            return "<br>"
        case Note(paragraphs):
            return f" [{' '.join(_text(paragraph.inlines) for paragraph in paragraphs)}]"
        case Run(text, bold, italic):
            said = escape(text, quote=False)
            said = f"<i>{said}</i>" if italic else said
            return f"<b>{said}</b>" if bold else said
