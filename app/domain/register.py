"""The outgoing register: series, entries, and the seal that chains them.

Each entry carries the SHA-256 over everything it says and over the seal of
the entry before it, so that a later change, removal or insertion shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final

from app.domain.errors import N_, ChanceryError
from app.domain.numbering import DEFAULT_PATTERN, NumberPattern, OfficialNumber

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


@dataclass(frozen=True, kw_only=True)
class Series:
    """One run of numbers: who counts, from where, and how a number is written."""

    key: str
    title: str
    pattern: str = DEFAULT_PATTERN
    unit: str = ""
    file: str = ""
    start: int = 1
    sign: str = "№"

    def number(self, ordinal: int, year: int) -> str:
        """Write the number out without its sign: ``147/01-3``."""
        return NumberPattern(self.pattern).format(OfficialNumber(ordinal, self.unit, self.file, year))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A letter that has no number yet; ``letter`` is the letter as JSON."""

    key: int
    title: str
    letter: str
    created_at: datetime
    changed_at: datetime
    registered_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One registered letter, as it was on the day of its registration.

    ``snapshot`` is everything the letter said, as JSON; ``document_seal`` the
    SHA-256 of the DOCX bytes; ``corrects`` the sequence of the entry that this
    one corrects. Dates are calendar days, ``registered_at`` is in UTC.
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
    previous_seal: str = FIRST_SEAL
    seal: str = ""

    def computed_seal(self) -> str:
        """Compute the seal over all that the entry says and the seal before it."""
        said = {
            field.name: _plain(getattr(self, field.name)) for field in fields(self) if field.name != "seal"
        }
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Finding:
    """One difference that a check of the register found, at which number."""

    number: str
    what: str


def chain_findings(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Name every entry whose seal or link differs from what it should be."""
    previous, expected = FIRST_SEAL, 1
    for entry in entries:
        if entry.sequence != expected:
            yield Finding(entry.number, N_("An entry before this one is missing."))
        if entry.previous_seal != previous:
            yield Finding(entry.number, N_("The link to the entry before is broken."))
        if entry.seal != entry.computed_seal():
            yield Finding(entry.number, N_("The entry has been changed since its registration."))
        previous, expected = entry.seal, entry.sequence + 1


def document_seal(document: bytes) -> str:
    """Give the SHA-256 of a document's bytes, as hexadecimal digits."""
    return hashlib.sha256(document).hexdigest()
