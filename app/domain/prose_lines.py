"""Prose as a text field holds it: one line for each paragraph, and where the line stands.

``lines_of`` and ``prose_of`` turn one into the other without loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.prose import Heading, Inline, Listing, ListStyle, Paragraph, Part, Prose, Quotation


@dataclass(frozen=True)
class Quoted:
    """The line stands in a quotation; ``apart`` begins one of its own right after another."""

    apart: bool = False


@dataclass(frozen=True)
class Listed:
    """The line stands in a list: it ``opens`` an item, or is a further paragraph of one.

    ``start`` counts on the first item of a list; ``apart`` begins a list of
    its own right after another of the same style.
    """

    style: ListStyle
    start: int = 1
    opens: bool = True
    apart: bool = False


Step = Quoted | Listed
Path = tuple[Step, ...]
HeadingLevel = Literal[0, 1, 2, 3]


@dataclass(frozen=True)
class Line:
    """One paragraph, or a heading where ``level`` says so; ``path`` leads to it from the outside."""

    inlines: tuple[Inline, ...] = ()
    path: Path = ()
    level: int = 0
    indented: bool = False


def lines_of(prose: Prose) -> tuple[Line, ...]:
    """Give the lines of a text in their order."""
    return tuple(_lines(prose, ()))


def _lines(parts: Sequence[Part], path: Path) -> Iterator[Line]:
    before: Part | None = None
    for part in parts:
        match part:
            case Paragraph(inlines, indented):
                yield Line(inlines, path, indented=indented)
            case Heading(inlines, level):
                yield Line(inlines, path, level)
            case Quotation(inner):
                yield from _lines(inner, (*path, Quoted(isinstance(before, Quotation))))
            case Listing():
                yield from _items(part, path, apart=_continues(before, part))
        path, before = _further(path), part


def _continues(before: Part | None, listing: Listing) -> bool:
    return isinstance(before, Listing) and before.style is listing.style


def _items(listing: Listing, path: Path, *, apart: bool) -> Iterator[Line]:
    for number, item in enumerate(listing.items):
        step = Listed(listing.style, listing.start, apart=apart and number == 0)
        lines = list(_lines(item, (*path, step)))
        yield from lines or [Line((), (*path, step))]
        path = _further(path)


def _further(path: Path) -> Path:
    """Give the path of the next paragraph in the same place."""
    return tuple(
        Quoted() if isinstance(step, Quoted) else replace(step, opens=False, apart=False) for step in path
    )


def prose_of(lines: Sequence[Line]) -> Prose:
    """Give the text that the lines make up; empty ones are left out, but for empty items."""
    return tuple(_parts(lines, 0))


def _parts(lines: Sequence[Line], depth: int) -> Iterator[Part]:
    for group in _groups(lines, depth):
        first = group[0]
        step = first.path[depth] if len(first.path) > depth else None
        match step:
            case None:
                yield from _single(first)
            case Quoted():
                if inner := tuple(_parts(group, depth + 1)):
                    yield Quotation(inner)
            case Listed(style, start):
                items = tuple(tuple(_parts(item, depth + 1)) for item in _opened(group, depth))
                yield Listing(style, items, start)


def _single(line: Line) -> Iterator[Part]:
    if line.inlines:
        heading = Heading(line.inlines, line.level)
        yield heading if line.level else Paragraph(line.inlines, line.indented)


def _groups(lines: Sequence[Line], depth: int) -> Iterator[list[Line]]:
    """Give the lines that make up one part each."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group[-1], line, depth):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(before: Line, line: Line, depth: int) -> bool:
    if min(len(before.path), len(line.path)) <= depth:
        return False
    match before.path[depth], line.path[depth]:
        case Quoted(), Quoted(apart):
            return not apart
        case Listed(style), Listed(other, _, _, apart):
            return style is other and not apart
        case _:
            return False


def _opened(lines: Sequence[Line], depth: int) -> Iterator[list[Line]]:
    """Give the lines of each item."""
    item: list[Line] = []
    for line in lines:
        step = line.path[depth]
        if item and isinstance(step, Listed) and step.opens:
            yield item
            item = []
        item.append(line)
    yield item
