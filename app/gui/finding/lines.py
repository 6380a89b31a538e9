"""What the search field shows: groups of lines, each of which opens something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import N_
from app.domain.searching import Marked
from app.gui.widgets.rows import RowTag

Act = Callable[[], object]


class Question(StrEnum):
    """What a command may want to know before it is done, in words."""

    VOID = N_("Which number is void?")


@dataclass(frozen=True)
class Second:
    """What Ctrl+Enter does with a line, in words."""

    words: str
    act: Act


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that was found; ``keys`` is its shortcut.

    ``does`` says what Enter does; ``asks`` is a question that the field asks next,
    instead of doing anything.
    """

    name: str
    icon: str
    title: Marked
    act: Act
    note: Marked = Marked("")
    tag: RowTag | None = None
    keys: str = ""
    does: str = N_("Enter opens")
    second: Second | None = None
    asks: Question | None = None

    @property
    def spoken(self) -> str:
        """Say everything that the line shows."""
        said = (self.title.text, self.note.text, self.tag.text if self.tag else "", self.keys)
        return ", ".join(part for part in said if part)


@dataclass(frozen=True)
class Group:
    """Lines of one sort under their heading; the lower its rank, the better the best of them fits."""

    heading: str
    lines: Sequence[Line]
    rank: int = 0


Shown = str | Line


def in_one_list(groups: Sequence[Group]) -> Iterator[Shown]:
    """Give headings and lines as they stand one under the other."""
    for group in groups:
        yield group.heading
        yield from group.lines
