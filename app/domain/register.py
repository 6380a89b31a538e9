"""The outgoing register: series, entries, acts, and the seal that chains them.

Each link of the chain, a registered letter or an act about a number, carries
the SHA-256 over everything it says and over the seal of the link before it,
so that a later change, removal, insertion or reordering shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from app.domain.errors import N_, ChanceryError
from app.domain.numbering import DEFAULT_PATTERN, NumberPartMissing, NumberPattern, OfficialNumber

FIRST_SEAL: Final = "0" * 64


class UnknownSeries(ChanceryError):
    """A letter names a series that the workspace does not have."""

    message = N_("There is no series “{series}” in this workspace. Known series: {known}.")


class EntryNotFound(ChanceryError):
    """No registered letter has this number."""

    message = N_("No letter with the number “{number}” is in the register.")


class DraftNotFound(ChanceryError):
    """No draft has this key."""

    message = N_("There is no draft {draft}. “chancery list --drafts” shows those there are.")


class DraftAlreadyRegistered(ChanceryError):
    """A draft has its number already."""

    message = N_("Draft {draft} is registered already, as {number}. To correct it, write a new one.")


class UnreadableRow(ChanceryError):
    """A row of the register holds what Chancery never wrote."""

    message = N_("The register holds what Chancery never wrote. “chancery verify” says where.")


class Scope(StrEnum):
    """What has a counter of its own inside a series, besides the year."""

    NONE = ""
    STATE = "state"
    UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class NumberParts:
    """What a number may say besides its ordinal; unit and file go before those of the series."""

    day: date
    unit: str = ""
    file: str = ""
    type: str = ""
    state: str = ""
    language: str = ""
    suffix: str = ""


@dataclass(frozen=True, kw_only=True)
class Series:
    """One run of numbers: who counts, from where, and how a number is written.

    A ``yearly`` series begins anew each year of registration. ``scope`` gives
    each State or unit a counter of its own. ``late_entries`` allows lettered
    numbers (147a) for letters that were forgotten.
    """

    key: str
    title: str
    pattern: str = DEFAULT_PATTERN
    unit: str = ""
    file: str = ""
    start: int = 1
    sign: str = "№"
    yearly: bool = True
    scope: Scope = Scope.NONE
    late_entries: bool = False

    def number(self, ordinal: int, year: int) -> str:
        """Write the number out without its sign, with the series' own parts: ``147/01-3``."""
        return NumberPattern(self.pattern).format(OfficialNumber(ordinal, self.unit, self.file, year))

    def written(self, ordinal: int, parts: NumberParts) -> str:
        """Write the number out without its sign, with everything that it may say.

        Raises ``NumberPartMissing``.
        """
        pattern, number = NumberPattern(self.pattern), self._official(ordinal, parts)
        if part := pattern.missing(number):
            raise NumberPartMissing(pattern=self.pattern, part=part)
        return pattern.format(number)

    def example(self, parts: NumberParts) -> str:
        """Write out what a number looks like, whatever it lacks."""
        return NumberPattern(self.pattern).format(self._official(self.start, parts))

    def _official(self, ordinal: int, parts: NumberParts) -> OfficialNumber:
        return OfficialNumber(
            ordinal,
            parts.unit or self.unit,
            parts.file or self.file,
            parts.day.year,
            parts.suffix,
            parts.day.month,
            parts.type,
            parts.state,
            parts.language.split("-")[0],
        )

    def counted_in(self, day: date) -> int:
        """Give the year whose counter a day falls under, 0 for a series that never begins anew."""
        return day.year if self.yearly else 0

    def scope_of(self, parts: NumberParts) -> str:
        """Give what has the counter: a State, a unit, or nothing in particular."""
        match self.scope:
            case Scope.STATE:
                return parts.state
            case Scope.UNIT:
                return parts.unit or self.unit
            case Scope.NONE:
                return ""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A letter that has no number yet; ``letter`` is the letter as JSON.

    ``binned_at`` is when it was put into the bin, if it lies there.
    """

    key: int
    title: str
    letter: str
    created_at: datetime
    changed_at: datetime
    registered_as: str = ""
    binned_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One registered letter, as it was on the day of its registration.

    ``snapshot`` is everything the letter said, as JSON; ``document_seal`` the
    SHA-256 of the DOCX bytes; ``corrects`` the sequence of the entry that this
    one corrects. ``counted_in`` and ``scope`` name the counter that gave the
    ordinal, ``suffix`` the letter of a late entry. ``year`` is that of the number:
    a number of 2017 stays one, whenever its letter is registered. Dates are
    calendar days, ``registered_at`` is in UTC.
    """

    sequence: int
    series: str
    year: int
    ordinal: int
    number: str
    number_printed: bool
    registered_on: date
    registered_at: datetime
    letter_date: date | None
    letter_type: str
    language: str
    addressee: str
    subject: str
    state: str
    snapshot: str
    template: str
    template_version: str
    document_seal: str
    corrects: int | None = None
    counted_in: int = 0
    scope: str = ""
    suffix: str = ""
    person: str = ""
    previous_seal: str = FIRST_SEAL
    seal: str = ""

    def computed_seal(self) -> str:
        """Compute the seal over all that the entry says and the seal before it."""
        return seal_over(self)

    @property
    def moment(self) -> str:
        """When it was registered, in UTC."""
        return self.registered_at.isoformat(timespec="seconds")


class ActKind(StrEnum):
    """What can be done about a number besides registering a letter under it."""

    RESERVED = "reserved"
    VOIDED = "voided"
    SIGNED = "signed"
    DISPATCHED = "dispatched"
    ANSWERED = "answered"
    ATTACHED = "attached"


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act about a number; it is added and never changed.

    ``entry`` is the sequence of the registered letter that it is about, if
    there is one. ``note`` is a purpose, a reason, or what a file is; ``day`` the
    calendar day that the act speaks of, ``done_at`` the moment it was noted, in UTC.
    """

    sequence: int
    kind: ActKind
    series: str
    counted_in: int
    scope: str
    ordinal: int
    number: str
    person: str
    note: str
    day: date
    done_at: datetime
    entry: int | None = None
    suffix: str = ""
    file_name: str = ""
    file_seal: str = ""
    previous_seal: str = FIRST_SEAL
    seal: str = ""

    def computed_seal(self) -> str:
        """Compute the seal over all that the act says and the seal before it."""
        return seal_over(self)

    @property
    def moment(self) -> str:
        """When it was noted, in UTC."""
        return self.done_at.isoformat(timespec="seconds")


Link = Entry | Act


def seal_over(link: Link) -> str:
    """Compute the SHA-256 over all fields of a link but its own seal."""
    said = {name: _plain(value) for name, value in vars(link).items() if name != "seal"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Finding:
    """One difference that a check of the register found: at which number, noted at which moment."""

    number: str
    what: str
    since: str = ""


def chain_findings(links: Iterable[Link]) -> Iterator[Finding]:
    """Name every link whose seal, place or predecessor differs from what it should be."""
    previous, expected = FIRST_SEAL, 1
    for link in links:
        if link.sequence != expected:
            yield Finding(link.number, N_("An entry before this one is missing."), link.moment)
        if link.previous_seal != previous:
            yield Finding(link.number, N_("The link to the entry before is broken."), link.moment)
        if link.seal != link.computed_seal():
            text = N_("The entry has been changed since its registration.")
            yield Finding(link.number, text, link.moment)
        previous, expected = link.seal, link.sequence + 1


def document_seal(document: bytes) -> str:
    """Give the SHA-256 of a document's bytes, as hexadecimal digits."""
    return hashlib.sha256(document).hexdigest()
