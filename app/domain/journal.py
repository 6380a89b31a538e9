"""The journal of the register: what a clerk expects to read in its columns, number by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.gaps import NumberState
from app.domain.heads import Head
from app.domain.register import Act, ActKind


class WrongPeriod(ChanceryError, ValueError):
    """A period was to end before it begins."""

    message = N_("The period ends on {until}, before it begins on {since}. Exchange the two days.")


@dataclass(frozen=True, kw_only=True)
class JournalWish:
    """Which part of the journal is wanted: a series, a year, days; what is left out narrows nothing.

    ``year`` is that of the numbers; days are those of registration or reservation, both
    included. Raises ``WrongPeriod``.
    """

    series: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise WrongPeriod(since=self.since, until=self.until)

    def takes_day(self, day: date | None) -> bool:
        """Say whether a day lies in the period; a number of no day belongs to no period."""
        if day is None:
            return self.since is self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class JournalLine:
    """One number of the register with all that the register knows of it.

    What it does not know is empty, for the pen: sheets and drafter always are. ``notes``
    are whole sentences: how a number came to be reserved or void, what was corrected,
    signed, sent, attached.
    """

    number: str
    ordinal: int
    suffix: str
    state: NumberState
    day: date | None = None
    letter_type: str = ""
    addressee: str = ""
    place: str = ""
    summary: str = ""
    sheets: str = ""
    copies: tuple[str, ...] = ()
    drafter: str = ""
    signatories: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether a letter was registered under the number, void or not."""
        return bool(self.letter_type)


@dataclass(frozen=True, kw_only=True)
class JournalSection:
    """The numbers of one counter: a series in a year, perhaps of one State or unit.

    ``year`` is 0 for a series that never begins anew.
    """

    series: str
    title: str
    year: int
    scope: str
    lines: tuple[JournalLine, ...]

    @property
    def heading(self) -> str:
        """Series, State or unit, and year, whichever there are."""
        return " · ".join(str(part) for part in (self.title, self.scope, self.year) if part)


@dataclass(frozen=True, kw_only=True)
class Journal:
    """The journal as it was at one moment, and the head that proves what it rests on.

    ``sound`` says whether the chain of seals held together then.
    """

    organisation: str
    wish: JournalWish
    sections: tuple[JournalSection, ...]
    head: Head
    made_at: datetime
    sound: bool

    @property
    def lines(self) -> Sequence[JournalLine]:
        """Every line of every section."""
        return [line for section in self.sections for line in section.lines]


_RESERVED = N_("Reserved on {day} for: {note} ({person}).")
_DONE = {
    ActKind.RESERVED: _RESERVED,
    ActKind.VOIDED: N_("Void since {day}: {note} ({person})."),
    ActKind.SIGNED: N_("Signed on {day}: {note} ({person})."),
    ActKind.DISPATCHED: N_("Sent on {day}: {note} ({person})."),
    ActKind.ANSWERED: N_("Answered on {day}: {note} ({person})."),
    ActKind.ATTACHED: N_("Attached on {day}: {file}, {note} ({person})."),
}
LATE = N_("Late entry.")
CORRECTS = N_("Corrects {number}.")
CORRECTED = N_("Corrected by {number}.")
REGISTERED_BY = N_("Registered by {person}.")
UNEXPLAINED = N_("Nothing explains what became of this number.")


def told(acts: Sequence[Act]) -> Iterator[Sentence]:
    """Say what was done about a number, what made it void first."""
    for act in sorted(acts, key=lambda act: act.kind is not ActKind.VOIDED):
        facts = {"day": act.day, "note": act.note, "person": act.person, "file": act.file_name}
        yield Sentence(_DONE[act.kind], facts)
