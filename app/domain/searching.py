"""What is asked of the register and what it answers: filters, orders, pages, hits."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.queries import Query, Term, parse_query
from app.domain.register import Act, ActKind


class EntryStatus(StrEnum):
    """How far a registered letter has come."""

    REGISTERED = "registered"
    SIGNED = "signed"
    DISPATCHED = "dispatched"
    ANSWERED = "answered"
    VOID = "void"


_STATUSES: Final = tuple(EntryStatus)
_AFTER: Final = {
    ActKind.SIGNED: EntryStatus.SIGNED,
    ActKind.DISPATCHED: EntryStatus.DISPATCHED,
    ActKind.ANSWERED: EntryStatus.ANSWERED,
    ActKind.VOIDED: EntryStatus.VOID,
}


# Whose reply is still awaited.
AWAITING: Final = (EntryStatus.REGISTERED, EntryStatus.SIGNED, EntryStatus.DISPATCHED)


def status_after(act: Act) -> EntryStatus | None:
    """Give how far an act brings a letter; nothing if it does not move it."""
    return _AFTER.get(act.kind)


def earlier_statuses(status: EntryStatus) -> tuple[EntryStatus, ...]:
    """Give those that come before: a letter goes forward only."""
    return _STATUSES[: _STATUSES.index(status)]


@dataclass(frozen=True, kw_only=True)
class EntryFilter:
    """Which letters are wanted; what is left empty narrows nothing.

    ``recipient`` and ``case`` are words as they are typed; a language without
    script and region takes in all of its own. ``overdue`` is a day: a reply was
    due before it and nobody has noted one.
    """

    year: int | None = None
    series: str = ""
    state: str = ""
    recipient: str = ""
    case: str = ""
    language: str = ""
    type: str = ""
    status: EntryStatus | None = None
    overdue: date | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def recipient_terms(self) -> tuple[Term, ...]:
        """What must be found in the addressee."""
        return parse_query(self.recipient).terms

    @property
    def case_terms(self) -> tuple[Term, ...]:
        """What must be found in the case."""
        return parse_query(self.case).terms

    def takes(self, listed: Listed) -> bool:
        """Say whether a letter is wanted, as far as its line in the register tells."""
        return (
            self.year in {None, listed.registered_on.year}
            and self.series in {"", listed.series}
            and self.state in {"", listed.state}
            and self.language in {"", listed.language, listed.language.split("-")[0]}
            and self.type in {"", listed.letter_type}
            and self.status in {None, listed.status}
            and (self.overdue is None or listed.is_overdue(self.overdue))
        )


class SortedBy(StrEnum):
    """What the register can be sorted by; letters that are alike stand as they were registered."""

    REGISTERED = "registered"
    NUMBER = "number"
    DATE = "date"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    DUE = "due"


class Facet(StrEnum):
    """What letters are filtered by, of which the register knows all values."""

    YEAR = "year"
    SERIES = "series"
    STATE = "state"
    LANGUAGE = "language"
    TYPE = "letter_type"
    STATUS = "status"


@dataclass(frozen=True)
class Order:
    """A sorting and its direction."""

    by: SortedBy = SortedBy.REGISTERED
    descending: bool = False


NEWEST_FIRST: Final = Order(SortedBy.REGISTERED, descending=True)

Key = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """Where a letter stands in an order: its sort key, the sequence last."""

    key: Key


@dataclass(frozen=True, kw_only=True)
class Page:
    """Which stretch is wanted: the first, the one after a place, or the one before a place."""

    size: int = 50
    after: Place | None = None
    before: Place | None = None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Everything that the storage must know to give one page."""

    query: Query = Query()
    filter: EntryFilter = EntryFilter()
    order: Order = NEWEST_FIRST
    page: Page = Page()


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One line of the register."""

    sequence: int
    number: str
    series: str
    registered_on: date
    letter_type: str
    language: str
    addressee: str
    subject: str
    state: str
    status: EntryStatus
    place: Place
    due: date | None = None

    def is_overdue(self, today: date) -> bool:
        """Say whether a reply was due before a day and none is noted."""
        return self.due is not None and self.due < today and self.status in AWAITING


@dataclass(frozen=True, kw_only=True)
class Survey:
    """How many letters are found, and after which letters their pages begin: the second, the third …"""

    count: int
    every: int
    landmarks: tuple[Place, ...] = ()

    def page(self, number: int) -> Page:
        """Give a page by its number, counted from 0."""
        if number == 0:
            return Page(size=self.every)
        return Page(size=self.every, after=self.landmarks[number - 1])


@dataclass(frozen=True, kw_only=True)
class IndexedText:
    """What a letter can be found by."""

    number: str = ""
    addressee: str = ""
    subject: str = ""
    case: str = ""
    references: str = ""
    text: str = ""


@dataclass(frozen=True)
class Marked:
    """A text with the stretches that were looked for, from and up to."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One letter that was found, with what was looked for marked."""

    entry: Listed
    number: Marked
    addressee: Marked
    subject: Marked
    excerpt: Marked = Marked("")


@dataclass(frozen=True, kw_only=True)
class Results:
    """One page of what was found.

    ``numbered`` are letters whose number was typed. ``count`` is how many
    were found, ``at_least`` that many if there are more than are counted.
    """

    hits: tuple[Hit, ...]
    numbered: tuple[Hit, ...] = ()
    count: int = 0
    at_least: bool = False
    next: Page | None = None
    previous: Page | None = None
