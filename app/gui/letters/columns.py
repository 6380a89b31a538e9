"""The columns of the table: their titles, what they sort by, and which have room."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.domain.errors import N_
from app.domain.searching import SortedBy


class Column(IntEnum):
    """The columns, in the order in which they stand at first."""

    NUMBER = 0
    DATE = 1
    ADDRESSEE = 2
    SUBJECT = 3
    STATE = 4
    LANGUAGE = 5
    DUE = 6
    STATUS = 7


@dataclass(frozen=True)
class Looks:
    """How a column is shown: ``whole`` ones are never cut; the table needs ``room`` to show it unasked."""

    title: str
    width: int
    by: SortedBy | None = None
    whole: bool = False
    room: int = 0


LOOKS: Final = {
    Column.NUMBER: Looks(N_("Number"), 88, SortedBy.NUMBER, whole=True),
    Column.DATE: Looks(N_("Date"), 100, SortedBy.DATE, whole=True),
    Column.ADDRESSEE: Looks(N_("To"), 150, SortedBy.ADDRESSEE),
    Column.SUBJECT: Looks(N_("Subject"), 220, SortedBy.SUBJECT),
    Column.STATE: Looks(N_("State"), 120, room=820),
    Column.LANGUAGE: Looks(N_("Language"), 96, room=1040),
    Column.DUE: Looks(N_("Reply due"), 104, SortedBy.DUE, whole=True, room=930),
    Column.STATUS: Looks(N_("Status"), 100, whole=True),
}
ALWAYS: Final = frozenset({Column.NUMBER, Column.SUBJECT})  # without these a line says nothing
STRETCHED: Final = Column.SUBJECT


def fitting(width: int) -> Collection[Column]:
    """Give the columns that have room in a table, as long as nobody has chosen any."""
    return [column for column, looks in LOOKS.items() if looks.room <= width]


def written(columns: Collection[Column]) -> str:
    """Write down which columns were chosen."""
    return " ".join(column.name.lower() for column in sorted(columns))


def read(text: str) -> Collection[Column]:
    """Read which columns were chosen; nothing where nobody chose."""
    names = {column.name.lower(): column for column in Column}
    chosen = {names[name] for name in text.split() if name in names}
    return sorted(chosen | ALWAYS) if chosen else []
