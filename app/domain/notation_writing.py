"""Writes prose in the notation, so that reading it gives the same prose again.

What the notation cannot hold is left out: spaces at the edges of a line or of
a mark, line breaks at the end, empty paragraphs and quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from app.domain.mark_writing import Piece, marked
from app.domain.notation import SEPARATOR, Notation, escaped_signs, escaped_starts
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

_NUMBERED: Final = {ListStyle.POINT: ".", ListStyle.BRACKET: ")"}
_BREAK: Final = "\\\n"
_HIGHEST_NUMBER: Final = 999_999_999
_CALL_AT_START: Final = re.compile(r"(?m)^(\[\^\d+\]):")
_CLOSING_SIGNS: Final = re.compile(r"(^|(?<=\s))(#+)$")


def write_notation(prose: Prose) -> Notation:
    """Write a text in the notation."""
    writer = _Writer()
    lines = writer.parts(prose)
    return Notation("\n".join([*lines, *writer.definitions]))


class _Writer:
    """Writes one text, and gathers the footnotes that stand below it."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._labels = 0

    def parts(self, parts: Iterable[Part]) -> list[str]:
        lines: list[str] = []
        before: Part | None = None
        for part in parts:
            if written := self._part(part):
                lines += [*_between(before, part), *written]
                before = part
        return lines

    def _part(self, part: Part) -> list[str]:
        match part:
            case Paragraph(inlines, indented):
                lines = self._text(inlines, in_place=indented)
                return [f"    {line}" for line in lines] if indented else lines
            case Heading(inlines, level):
                return self._heading(inlines, level)
            case Quotation(inner):
                return [f"> {line}".rstrip() for line in self.parts(inner)]
            case Listing():
                return list(chain.from_iterable(self._items(part)))

    def _heading(self, inlines: tuple[Inline, ...], level: int) -> list[str]:
        lines = self._text(tuple(_on_one_line(inlines)))
        text = _CLOSING_SIGNS.sub(r"\\\2", " ".join(lines))
        return [f"{'#' * level} {text}"] if text else []

    def _items(self, listing: Listing) -> Iterator[list[str]]:
        last = min(listing.start, _HIGHEST_NUMBER - len(listing.items))
        for number, item in enumerate(listing.items, start=last):
            mark = _NUMBERED.get(listing.style)
            marker = f"{number}{mark}" if mark else listing.style.value
            yield _set_in(f"{marker} ", self._item(item)) or [marker]

    def _item(self, parts: Sequence[Part]) -> list[str]:
        lines = self.parts(parts)
        if len(parts) == 2 and isinstance(parts[0], Paragraph) and _may_interrupt(parts[1]):
            gap = lines.index("") if "" in lines else None
            return lines if gap is None else lines[:gap] + lines[gap + 1 :]
        return lines

    def _text(self, inlines: tuple[Inline, ...], *, in_place: bool = False) -> list[str]:
        notes = [
            self._note(inline.paragraphs, in_place=in_place) for inline in inlines if isinstance(inline, Note)
        ]
        return list(_lines_of(inlines, tuple(notes)))

    def _note(self, paragraphs: Sequence[Paragraph], *, in_place: bool) -> str:
        texts = [lines for each in paragraphs if (lines := self._text(_without_notes(each.inlines)))]
        if len(texts) > 1 and not in_place:
            return self._defined(texts)
        text = _BREAK.join("\n".join(lines) for lines in texts)
        return f"^[{text}]" if text else ""

    def _defined(self, texts: Sequence[Sequence[str]]) -> str:
        self._labels += 1
        call = f"[^{self._labels}]"
        lines = [line for text in texts for line in ("", *text)][1:]
        self.definitions += ["", f"{call}: {lines[0]}", *(f"    {line}".rstrip() for line in lines[1:])]
        return call


@lru_cache(maxsize=512)
def _lines_of(inlines: tuple[Inline, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    """Write one paragraph; its footnotes are written already."""
    following = iter(notes)
    pieces = [_piece(inline, following) for inline in inlines]
    written = marked(tuple(_edged(pieces)))
    return tuple(escaped_starts(_CALL_AT_START.sub(r"\1\\:", written)).split("\n")) if written else ()


def _piece(inline: Inline, notes: Iterator[str]) -> Piece:
    match inline:
        case Run(text, bold, italic):
            return Piece(escaped_signs(text), bold, italic)
        case LineBreak():
            return Piece(_BREAK, is_break=True)
        case Note():
            return Piece(next(notes), is_note=True)


def _between(before: Part | None, part: Part) -> list[str]:
    if before is None:
        return []
    return ["", SEPARATOR, ""] if isinstance(before, Listing) and _would_join(before, part) else [""]


def _would_join(listing: Listing, part: Part) -> bool:
    """Say whether a part would be read as belonging to the list before it."""
    if isinstance(part, Listing):
        return part.style is listing.style
    return isinstance(part, Paragraph) and part.indented


def _may_interrupt(part: Part) -> bool:
    """Say whether a list may follow its paragraph without an empty line."""
    if not isinstance(part, Listing) or not part.items[0]:
        return False
    return part.style not in _NUMBERED or part.start == 1


def _set_in(marker: str, lines: Sequence[str]) -> list[str]:
    margin = " " * len(marker)
    return [f"{margin if index else marker}{line}".rstrip() for index, line in enumerate(lines)]


def _on_one_line(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case LineBreak():
                yield Run(" ")
            case Note(paragraphs):
                yield Note(tuple(replace(p, inlines=tuple(_on_one_line(p.inlines))) for p in paragraphs))
            case Run():
                yield inline


def _without_notes(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, Note))


def _edged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Cut the spaces at the edges of lines, and the line breaks at the end."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.is_break:
            lines.append([])
        elif piece.text:
            lines[-1].append(piece)
    kept = [_stripped(line) for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    for index, line in enumerate(kept):
        if index:
            yield Piece(_BREAK, is_break=True)
        yield from line


def _stripped(line: Sequence[Piece]) -> list[Piece]:
    kept = list(line)
    while kept and not kept[0].text.strip():
        kept = kept[1:]
    while kept and not kept[-1].text.strip():
        kept = kept[:-1]
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept
