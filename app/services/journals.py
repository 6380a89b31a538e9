"""The journal of the register: read in one moment, made into a sheet for printing or a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.gaps import Counter, NumberLine, NumberState, gap_report, place_of
from app.domain.heads import Head, NotAHead, heads_in, read_head
from app.domain.journal import (
    CORRECTED,
    CORRECTS,
    LATE,
    REGISTERED_BY,
    UNEXPLAINED,
    Journal,
    JournalLine,
    JournalSection,
    JournalWish,
    told,
)
from app.domain.register import Act, ActKind, Entry, Link, Series, UnreadableRow, chain_findings
from app.drafting.engine import write_atomically
from app.drafting.journal_pages import journal_document
from app.drafting.journal_table import journal_csv
from app.drafting.reading import UnreadableDocument, text_of_document
from app.i18n.catalogues import Catalogue
from app.services.ports import Clock, UnitOfWork, Work
from app.services.taking import year_of

ALL: Final = JournalWish()


class NotAJournalFile(ChanceryError):
    """A journal was to be written in a form that it does not have."""

    message = N_("{path}: a journal is written as .docx, to print, or as .csv, for a spreadsheet.")


class NoHeadInFile(ChanceryError):
    """A file was to be compared with the register and holds no head of one."""

    message = N_("{path} holds no head of a register. Give a journal (.docx) or a text file with the head.")


class Journals:
    """Makes the journal of the register."""

    def __init__(self, reading: Work, clock: Clock) -> None:
        self._reading, self._clock = reading, clock

    def journal(self, wish: JournalWish = ALL) -> Journal:
        """Give the journal, or the part that is wanted. Raises ``UnknownSeries`` and ``UnreadableRow``."""
        with self._reading() as work:
            series = {one.key: one for one in work.series.all()}
            if wish.series:
                work.series.get(wish.series)
            read = _read(work, wish)
            counters = [one for one in work.series.counters() if _is_wanted(wish, one.series, one.counted_in)]
        return Journal(
            organisation=read.organisation,
            wish=wish,
            sections=tuple(_Binder(wish, read).sections(series, counters)),
            head=read.head,
            made_at=self._clock(),
            sound=read.sound,
        )


def write_journal(
    journal: Journal, path: Path, texts: Catalogue, *, semicolons: bool = False, overwrite: bool = False
) -> None:
    """Write a journal, by the ending of its name a DOCX or a CSV.

    Raises ``NotAJournalFile`` and ``WriteProblem``.
    """
    match path.suffix.lower():
        case ".docx":
            content = journal_document(journal, texts)
        case ".csv":
            content = journal_csv(journal, texts, separator=";" if semicolons else ",")
        case _:
            raise NotAJournalFile(path=path)
    write_atomically(path, content, overwrite=overwrite)


def head_on_paper(text: str) -> Head:
    """Read a head that was typed, or the one in a file of this name.

    Raises ``NotAHead`` and ``NoHeadInFile``.
    """
    try:
        return read_head(text)
    except NotAHead:
        content = _content_of(text)
        if content is None:
            raise
    head = next(heads_in(_lines_of(content)), None)
    if head is None:
        raise NoHeadInFile(path=text)
    return head


def _content_of(name: str) -> bytes | None:
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError):
        return None


def _lines_of(content: bytes) -> Sequence[str]:
    try:
        return text_of_document(content)
    except UnreadableDocument:
        return content.decode("utf-8-sig", errors="replace").splitlines()


@dataclass
class _Read:
    """What one way along the chain has told."""

    head: Head = field(default_factory=lambda: Head(0, ""))
    sound: bool = True
    organisation: str = ""
    entries: list[Entry] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    lines: dict[tuple[object, ...], JournalLine] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    corrected: dict[int, str] = field(default_factory=dict)


def _read(work: UnitOfWork, wish: JournalWish) -> _Read:
    """Go along the chain once, and keep of each letter what the journal says of it."""
    read = _Read(Head(*work.register.head()))

    def noted() -> Iterator[Link]:
        for link in work.register.links():
            yield link
            _note(read, link, wish)

    read.sound = not list(chain_findings(noted()))
    return read


def _note(read: _Read, link: Link, wish: JournalWish) -> None:
    read.head = Head(link.sequence, link.seal, link.moment)
    if isinstance(link, Act):
        if _is_wanted(wish, link.series, link.counted_in):
            read.acts.append(link)
        return
    read.numbers[link.sequence] = link.number
    if link.corrects:
        read.corrected[link.corrects] = link.number
    if _is_wanted(wish, link.series, link.counted_in):
        read.entries.append(replace(link, snapshot=""))
        if wish.year in {None, link.year} and wish.takes_day(link.registered_on):
            letter = _letter_of(link)
            read.organisation = letter.get("sender", {}).get("organisation", "") or read.organisation
            read.lines[place_of(link)] = _letter_line(link, letter, read.numbers)


def _is_wanted(wish: JournalWish, series: str, counted_in: int) -> bool:
    return wish.series in {"", series} and (wish.year is None or counted_in in {0, wish.year})


def _letter_of(entry: Entry) -> Mapping[str, Any]:
    try:
        letter: Mapping[str, Any] = json.loads(entry.snapshot).get("letter", {})
    except (AttributeError, ValueError) as error:
        raise UnreadableRow from error
    return letter


def _letter_line(entry: Entry, letter: Mapping[str, Any], numbers: Mapping[int, str]) -> JournalLine:
    return JournalLine(
        number=entry.number,
        ordinal=entry.ordinal,
        suffix=entry.suffix,
        state=NumberState.USED,
        day=entry.registered_on,
        letter_type=entry.letter_type,
        addressee=entry.addressee,
        place="; ".join(_places(letter)),
        summary=entry.subject,
        copies=tuple(copy["name"] for copy in letter.get("copies", ()) if copy.get("name")),
        signatories=tuple(_signatories(letter)),
        links=tuple(_links(letter)),
        notes=tuple(_about(entry, numbers)),
    )


def _places(letter: Mapping[str, Any]) -> Iterator[str]:
    for recipient in letter.get("recipients", ()):
        if place := ", ".join(recipient.get("address", ())) or recipient.get("state", ""):
            yield place


def _signatories(letter: Mapping[str, Any]) -> Iterator[str]:
    for group in letter.get("signatories", ()):
        for person in group.get("people", ()):
            if name := person.get("name") or person.get("organisation"):
                yield name


def _links(letter: Mapping[str, Any]) -> Iterator[str]:
    """Give the numbers of the correspondence that a letter belongs to."""
    earlier = letter.get("earlier", {})
    if earlier.get("number"):
        yield " ".join(part for part in (earlier["number"], earlier.get("date")) if part)
    if letter.get("reference"):
        yield letter["reference"]
    for reference in letter.get("case", {}).get("references", ()):
        if reference.get("kind") == "theirs":
            yield reference["text"]


def _about(entry: Entry, numbers: Mapping[int, str]) -> Iterator[Sentence]:
    if entry.suffix:
        yield Sentence(LATE)
    if entry.corrects:
        yield Sentence(CORRECTS, {"number": numbers.get(entry.corrects, entry.corrects)})
    if entry.person:
        yield Sentence(REGISTERED_BY, {"person": entry.person})


class _Binder:
    """Puts the lines of letters and of other numbers in their order, with what was done about each."""

    def __init__(self, wish: JournalWish, read: _Read) -> None:
        self._wish, self._read = wish, read
        self._letters = {place_of(entry): entry.sequence for entry in read.entries}
        self._acts: dict[tuple[object, ...], list[Act]] = {}
        for act in read.acts:
            self._acts.setdefault(place_of(act), []).append(act)

    def sections(self, series: Mapping[str, Series], counters: Iterable[Counter]) -> Iterator[JournalSection]:
        report = gap_report(counters, self._read.entries, self._read.acts)
        for counter, numbers in groupby(report, key=lambda number: number.counter):
            lines = tuple(line for number in numbers if (line := self._line(number)))
            if lines:
                known = series.get(counter.series)
                title = known.title if known else counter.series
                yield JournalSection(
                    series=counter.series,
                    title=title,
                    year=counter.counted_in,
                    scope=counter.scope,
                    lines=lines,
                )

    def _line(self, number: NumberLine) -> JournalLine | None:
        counter = number.counter
        place = (counter.series, counter.counted_in, counter.scope, number.ordinal, number.suffix)
        acts, letter = self._acts.get(place, []), self._letters.get(place)
        line = self._read.lines.get(place) if letter else self._without_letter(number, acts)
        if line is None:
            return None
        notes = [*told(acts), *line.notes]
        if letter in self._read.corrected:
            notes.append(Sentence(CORRECTED, {"number": self._read.corrected[letter]}))
        return replace(line, state=number.state, notes=tuple(notes))

    def _without_letter(self, number: NumberLine, acts: Sequence[Act]) -> JournalLine | None:
        """Give the line of a number that no letter has, if it is of the year and the days wanted."""
        reserved = next((act for act in acts if act.kind is ActKind.RESERVED), None)
        day = reserved.day if reserved else None
        if not self._wish.takes_day(day):
            return None
        if reserved and self._wish.year not in {None, year_of(reserved)}:
            return None
        return JournalLine(
            number=number.number,
            ordinal=number.ordinal,
            suffix=number.suffix,
            state=number.state,
            day=day,
            notes=() if acts else (Sentence(UNEXPLAINED),),
        )
