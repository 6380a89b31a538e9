"""Acts about numbers: reserve, void, note signing and dispatch, attach files, account for all."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

from app.domain.errors import N_, ChanceryError
from app.domain.gaps import NumberLine, gap_report
from app.domain.register import Act, ActKind, Entry, NumberParts, document_seal
from app.drafting.reading import text_of_document
from app.services.ports import Clock, UnitOfWork, Work
from app.services.taking import Taken, linked, open_reservation, take_next, the_entry


class AlreadyVoid(ChanceryError):
    """A number is void already."""

    message = N_("The number “{number}” is void already: {reason}.")


class ReasonMissing(ChanceryError):
    """An act about a number must say who and why."""

    message = N_("Say who does this and why: an unexplained number is what a register must never have.")


@dataclass(frozen=True, kw_only=True)
class Word:
    """Who does something about a number, why, and on which day (today without one)."""

    person: str
    note: str
    day: date | None = None

    def __post_init__(self) -> None:
        if not self.person.strip() or not self.note.strip():
            raise ReasonMissing


@dataclass(frozen=True)
class Attached:
    """A file that was attached, and how its text differs from the registered document's."""

    act: Act
    difference: tuple[str, ...]


class Numbers:
    """Keeps every number explained."""

    def __init__(self, work: Work, reading: Work, clock: Clock) -> None:
        self._work, self._reading, self._clock = work, reading, clock

    def reserve(self, series: str, word: Word, *, state: str = "", unit: str = "") -> Act:
        """Take the next number without a letter; ``word.note`` is its purpose. Raises ``UnknownSeries``."""
        day = self._day(word)
        with self._work() as work:
            parts = NumberParts(day=day, state=state, unit=unit)
            taken = take_next(work, work.series.get(series), parts)
            return self._kept(work, ActKind.RESERVED, taken, word)

    def void(self, number: str, word: Word, year: int | None = None) -> Act:
        """Make a reserved number or a registered letter void; it stays in the register with the reason.

        Raises ``EntryNotFound``, ``NotReserved`` and ``AlreadyVoid``.
        """
        with self._work() as work:
            for act in work.register.acts_about(number):
                if act.kind is ActKind.VOIDED and year in {None, act.counted_in}:
                    raise AlreadyVoid(number=number, reason=act.note)
            if work.register.find(number, year=year):
                about: Entry | Act = the_entry(work, number, year)
            else:
                about = open_reservation(work, number, year)
            return self._about(work, ActKind.VOIDED, about, word)

    def note_day(self, kind: ActKind, number: str, word: Word, year: int | None = None) -> Act:
        """Note the day of signing or dispatch of a registered letter. Raises ``EntryNotFound``."""
        with self._work() as work:
            return self._about(work, kind, the_entry(work, number, year), word)

    def attach(
        self, number: str, word: Word, *, name: str, content: bytes, year: int | None = None
    ) -> Attached:
        """Attach a file to a registered letter: the signed scan, a proof, the final DOCX.

        A DOCX is compared with the registered one. Raises ``EntryNotFound``.
        """
        with self._work() as work:
            entry = the_entry(work, number, year)
            registered = work.register.document(entry.sequence)
            act = self._about(work, ActKind.ATTACHED, entry, word, name=name, content=content)
        return Attached(act, difference(registered, content) if name.lower().endswith(".docx") else ())

    def gaps(self, series: str = "", year: int | None = None) -> Sequence[NumberLine]:
        """Account for every number, of all series and years or of one."""
        with self._reading() as work:
            counters = [
                counter
                for counter in work.series.counters()
                if series in {"", counter.series} and year in {None, counter.counted_in}
            ]
            return tuple(gap_report(counters, work.register.all(), work.register.acts()))

    def _day(self, word: Word) -> date:
        return word.day or self._clock().date()

    def _kept(self, work: UnitOfWork, kind: ActKind, taken: Taken, word: Word) -> Act:
        act = Act(
            sequence=0,
            kind=kind,
            series=taken.series.key,
            counted_in=taken.counted_in,
            scope=taken.scope,
            ordinal=taken.ordinal,
            suffix=taken.suffix,
            number=taken.number,
            person=word.person,
            note=word.note,
            day=self._day(word),
            done_at=self._clock().astimezone(UTC),
        )
        return _add(work, act)

    def _about(
        self,
        work: UnitOfWork,
        kind: ActKind,
        about: Entry | Act,
        word: Word,
        *,
        name: str = "",
        content: bytes | None = None,
    ) -> Act:
        act = Act(
            sequence=0,
            kind=kind,
            series=about.series,
            counted_in=about.counted_in,
            scope=about.scope,
            ordinal=about.ordinal,
            suffix=about.suffix,
            number=about.number,
            person=word.person,
            note=word.note,
            day=self._day(word),
            done_at=self._clock().astimezone(UTC),
            entry=about.sequence if isinstance(about, Entry) else None,
            file_name=name,
            file_seal=document_seal(content) if content is not None else "",
        )
        return _add(work, act, content)


def _add(work: UnitOfWork, act: Act, content: bytes | None = None) -> Act:
    sealed = linked(work, act)
    work.register.add_act(sealed, content)
    work.search.note(sealed)
    work.commit()
    return sealed


def difference(registered: bytes, final: bytes) -> tuple[str, ...]:
    """Give the paragraphs by which two documents differ: “- ” was registered, “+ ” is in the other.

    Raises ``UnreadableDocument``.
    """
    lines = difflib.ndiff(text_of_document(registered), text_of_document(final))
    return tuple(line for line in lines if line.startswith(("- ", "+ ")))
