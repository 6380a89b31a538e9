"""Registering: number, snapshot, document and seal in one transaction, or nothing at all."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import Any

from app.domain.composed import ComposedLetter, ReadyLetter
from app.domain.errors import N_, ChanceryError
from app.domain.letter_rules import LETTER_RULES, TYPE_CODES
from app.domain.letters import BlockKind, Letter
from app.domain.register import (
    DraftAlreadyRegistered,
    Entry,
    NumberParts,
    Series,
    document_seal,
)
from app.drafting.context import Printing
from app.drafting.library import LetterTemplate
from app.services.desk import Desk
from app.services.letter_files import letter_from_json, letter_to_json
from app.services.ports import Clock, UnitOfWork, Work
from app.services.search import indexed_text
from app.services.taking import Taken, linked, take_late, take_next, take_reserved, the_entry


class SeveralVersions(ChanceryError):
    """A letter with parallel language versions was to be registered."""

    message = N_(
        "This letter has versions in {languages}. The register keeps one document for each number so far: "
        "take the versions out of the letter and register it in the language that counts."
    )


@dataclass(frozen=True, kw_only=True)
class Registration:
    """How a letter is to be registered.

    ``on`` is the day of registration, today without one. ``number_blank``
    leaves number and day in the document to be completed by hand at signing.
    ``corrects`` is the registered letter that this one corrects: its number, or its sequence.
    ``reserved`` is a reserved number to use, ``late_after`` a registered one to
    follow with a letter (147a); ``year`` tells which, where a number was given in
    several. ``unit`` and ``file`` go before those of the series.
    """

    on: date | None = None
    series: str = ""
    number_blank: bool = False
    corrects: str | int = ""
    reserved: str = ""
    late_after: str = ""
    year: int | None = None
    unit: str = ""
    file: str = ""
    person: str = ""


class Issuing:
    """Gives letters their number."""

    def __init__(self, work: Work, clock: Clock, desk: Desk) -> None:
        self._work, self._clock, self._desk = work, clock, desk

    def register(self, letter: Letter, how: Registration = Registration()) -> Entry:
        """Register a letter.

        Raises ``NotACompleteLetter`` before a number is taken, ``SeveralVersions``,
        ``UnknownSeries``, ``EntryNotFound``, and what taking a number raises.
        A failure on the way gives the number back.
        """
        template = self._template(letter)
        day = how.on or self._clock().date()
        trial = _printing(letter, how, day, Series(key="", title=""), "1")
        self._desk.document(letter, template, trial).composed.ready()
        with self._work() as work:
            entry = self._add(work, letter, template, how, day)
            work.commit()
        return entry

    def register_draft(self, key: int, how: Registration = Registration()) -> Entry:
        """Register a kept draft; it stays linked to its entry and can be changed no more.

        Raises ``DraftNotFound`` and ``DraftAlreadyRegistered`` besides.
        """
        day = how.on or self._clock().date()
        with self._work() as work:
            draft = work.drafts.get(key)
            if draft.registered_as:
                raise DraftAlreadyRegistered(draft=key, number=draft.registered_as)
            letter = letter_from_json(draft.letter)
            template = self._template(letter)
            entry = self._add(work, letter, template, how, day)
            work.drafts.mark_registered(key, sequence=entry.sequence)
            work.commit()
        return entry

    def _template(self, letter: Letter) -> LetterTemplate:
        if letter.versions:
            languages = (letter.language, *(version.language for version in letter.versions))
            raise SeveralVersions(languages=", ".join(languages))
        return self._desk.template_for(letter)

    def _add(
        self,
        work: UnitOfWork,
        letter: Letter,
        template: LetterTemplate,
        how: Registration,
        day: date,
    ) -> Entry:
        taken = _taken(work, letter, how, day)
        document = self._desk.document(
            letter, template, _printing(letter, how, day, taken.series, taken.number)
        )
        entry = Entry(
            sequence=0,
            **_numbered(taken, day),
            **_said(document.composed, taken.number),
            number_printed=not how.number_blank and _prints_number(document.composed, template),
            registered_on=day,
            registered_at=self._clock().astimezone(UTC),
            letter_date=letter.date or day,
            person=how.person,
            template=template.name,
            template_version=template.version,
            document_seal=document_seal(document.content),
            corrects=_corrected(work, how),
        )
        return _kept(work, linked(work, entry), document.content)


def _numbered(taken: Taken, day: date) -> dict[str, Any]:
    """Give what an entry says about its number."""
    return {
        "series": taken.series.key,
        "year": taken.counted_in or day.year,
        "counted_in": taken.counted_in,
        "scope": taken.scope,
        "ordinal": taken.ordinal,
        "suffix": taken.suffix,
        "number": taken.number,
    }


def _said(composed: ComposedLetter, number: str) -> dict[str, Any]:
    """Give what an entry says about its letter. Raises ``NotACompleteLetter``."""
    letter = composed.letter
    return {
        "letter_type": letter.type.value,
        "language": letter.language,
        "addressee": _addressee(letter),
        "subject": _subject(letter),
        "state": letter.state.code,
        "snapshot": _snapshot(composed.ready(), number),
    }


def _kept(work: UnitOfWork, entry: Entry, document: bytes) -> Entry:
    work.register.add(entry, document)
    work.search.add(entry, indexed_text(entry))
    return entry


def number_parts(letter: Letter, how: Registration, day: date) -> NumberParts:
    """Give what the number of a letter may say besides its ordinal."""
    return NumberParts(
        day=day,
        unit=how.unit,
        file=how.file,
        type=TYPE_CODES[letter.type],
        state=letter.state.code,
        language=letter.language,
    )


def series_of(letter: Letter, how: Registration) -> str:
    """Give the key of the series that a letter takes its number from."""
    return how.series or letter.series or LETTER_RULES[letter.type].series


def _taken(work: UnitOfWork, letter: Letter, how: Registration, day: date) -> Taken:
    parts = number_parts(letter, how, day)
    if how.reserved:
        return take_reserved(work, how.reserved, how.year, how.series)
    if how.late_after:
        return take_late(work, how.late_after, parts, how.year, how.series)
    return take_next(work, work.series.get(series_of(letter, how)), parts)


def _prints_number(composed: ComposedLetter, template: LetterTemplate) -> bool:
    return bool(composed.block(BlockKind.NUMBER)) or "letter.number" in template.document.places


def _corrected(work: UnitOfWork, how: Registration) -> int | None:
    if isinstance(how.corrects, int):
        return work.register.entry(how.corrects).sequence
    return the_entry(work, how.corrects, how.year).sequence if how.corrects else None


def _printing(letter: Letter, how: Registration, day: date, series: Series, number: str) -> Printing:
    return Printing(number=number, sign=series.sign, date=letter.date or day, day_open=how.number_blank)


def _addressee(letter: Letter) -> str:
    named = ((one.name, *one.offices, one.organisation) for one in letter.recipients)
    return "; ".join(", ".join(part for part in parts if part) for parts in named)


def _subject(letter: Letter) -> str:
    return letter.subject or letter.case.subject or letter.title or letter.case.title


def _snapshot(ready: ReadyLetter, number: str) -> str:
    """Write down everything that the letter said: its data, and each block in words."""
    composed: ComposedLetter = ready.composed
    said = {
        "number": number,
        "letter": json.loads(letter_to_json(replace(composed.letter, aside=()))),
        "blocks": [
            {
                "key": block.key,
                "kind": block.kind.value,
                "language": block.language,
                "text": block.text,
                "written": block.written,
            }
            for block in composed.blocks
        ],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def default_series() -> Series:
    """Give the series of a new workspace: ``№ 1/01-3``."""
    return Series(key="outgoing", title="Outgoing letters", unit="01", file="3")
