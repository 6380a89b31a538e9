"""What stands before the items of a list: numbers, bullets, dashes, words. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.errors import N_
from app.domain.prose import ListStyle
from app.domain.prose_lines import Line, Listed, Path, Quoted

WORDS: Final = (
    N_("First,"), N_("Second,"), N_("Third,"), N_("Fourth,"), N_("Fifth,"),
    N_("Sixth,"), N_("Seventh,"), N_("Eighth,"), N_("Ninth,"), N_("Tenth,"),
)  # fmt: skip


def markers(lines: Sequence[Line], words: Sequence[str] = WORDS) -> list[str]:
    """Give the marker of every line; an empty one where it opens no item."""
    return list(_markers(lines, words))


def _markers(lines: Sequence[Line], words: Sequence[str]) -> Iterator[str]:
    counts: list[int] = []
    before: Path = ()
    for line in lines:
        kept = _shared(before, line.path)
        counts = [*counts[:kept], *(_first(step) - 1 for step in line.path[kept:])]
        opened = [
            n for n, step in enumerate(line.path) if isinstance(step, Listed) and (step.opens or n >= kept)
        ]
        for place in opened:
            counts[place] += 1
        before = line.path
        step = line.path[opened[-1]] if opened else None
        yield _marker(step, counts[opened[-1]], words) if isinstance(step, Listed) else ""


def _first(step: object) -> int:
    return step.start if isinstance(step, Listed) else 1


def _shared(before: Path, path: Path) -> int:
    """Say how many steps from the outside lead to the same list or quotation."""
    kept = 0
    for one, other in zip(before, path, strict=False):
        match one, other:
            case Quoted(), Quoted(apart=False):
                kept += 1
            case Listed(style), Listed(other_style, apart=False) if style is other_style:
                kept += 1
                if other.opens:
                    break
            case _:
                break
    return kept


def _marker(step: Listed, number: int, words: Sequence[str]) -> str:
    match step.style:
        case ListStyle.POINT:
            return f"{number}."
        case ListStyle.BRACKET:
            return f"{number})"
        case ListStyle.BULLET:
            return "•"
        case ListStyle.DASH:
            return "–"
        case ListStyle.WORDS:
            return words[number - 1] if number <= len(words) else f"{number}."
