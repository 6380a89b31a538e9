"""How a State stands to an instrument: what is known, as of when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.citations import Status
from app.domain.dates import PartialDate

BINDING: Final = frozenset(
    {Status.RATIFIED, Status.ACCEDED, Status.SUCCEEDED, Status.ACCEPTED, Status.CONFIRMED}
)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a State stands to an instrument.

    Days are written 2000-12-13, or 2000 where only the year is known. ``as_of`` is the day
    of which this is true; ``own`` is what the office has put in place of the library's.
    """

    state: str
    instrument: str
    status: Status = Status.UNKNOWN
    since: str = ""
    signed: str = ""
    ended: str = ""
    note: str = ""
    as_of: str = ""
    source: str = ""
    verified: bool = True
    own: bool = False

    @property
    def when(self) -> PartialDate | None:
        """Since when, as a value."""
        return PartialDate.parse(self.since) if self.since else None

    @property
    def day(self) -> date | None:
        """The whole day, where it is known."""
        return self.when.first_day if self.when and self.when.day else None

    @property
    def year(self) -> int:
        """The year, where no more than that is known."""
        return self.when.year if self.when and not self.when.day else 0

    @property
    def binds(self) -> bool:
        """Whether the State is bound, as far as is known."""
        return self.verified and self.status in BINDING

    @property
    def for_a_letter(self) -> Standing:
        """What a letter may say: of what nobody has a source for, nothing."""
        if self.verified:
            return self
        return Standing(state=self.state, instrument=self.instrument, as_of=self.as_of, source=self.source)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How much is known of an instrument: all States, a part of them, or none."""

    instrument: str
    coverage: str
    as_of: str = ""
    missing_means: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every State is listed."""
        return self.coverage == "complete"


@dataclass(frozen=True, kw_only=True)
class Membership:
    """Whether a State belongs to the United Nations and to the ILO; ``article`` is English grammar's."""

    state: str
    un: bool = False
    ilo: bool = False
    article: str = ""
