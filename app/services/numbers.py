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
from app.services.taking import Taken, linked, take_next, the_entry, the_holder, void_act


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


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a reserved number says besides its ordinal, before there is a letter."""

    unit: str = ""
    file: str = ""
    type: str = ""
    state: str = ""
    language: str = ""


@dataclass(frozen=True)
class _File:
    """A file to attach."""

    name: str
    content: bytes

    @property
    def is_docx(self) -> bool:
        """Whether the name says that it is a Word document."""
        return self.name.lower().endswith(".docx")


@dataclass(frozen=True)
class Attached:
    """A file that was attached, and how its text differs from the registered document's."""

    act: Act
    difference: tuple[str, ...]


class Numbers:
    """Keeps every number explained."""

    def __init__(self, work: Work, reading: Work, clock: Clock) -> None:
        self._work, self._reading, self._clock = work, reading, clock

    def reserve(self, series: str, word: Word, said: Said = Said()) -> Act:
        """Take the next number without a letter; ``word.note`` is its purpose.

        Raises ``UnknownSeries`` and ``NumberPartMissing``.
        """
        parts = NumberParts(day=self._day(word), **vars(said))
        with self._work() as work:
            taken = take_next(work, work.series.get(series), parts)
            return self._add(work, ActKind.RESERVED, taken, word)

    def void(self, number: str, word: Word, year: int | None = None, series: str = "") -> Act:
        """Make a reserved number or a registered letter void; it stays in the register with the reason.

        Raises ``NumberNotGiven``, ``AmbiguousNumber`` and ``AlreadyVoid``.
        """
        with self._work() as work:
            holder = the_holder(work, number, year, series)
            if earlier := void_act(work, holder):
                raise AlreadyVoid(number=holder.number, reason=earlier.note)
            return self._add(work, ActKind.VOIDED, holder, word)

    def note_day(
        self, kind: ActKind, number: str, word: Word, year: int | None = None, series: str = ""
    ) -> Act:
        """Note the day of signing or dispatch of a registered letter.

        Raises ``EntryNotFound`` and ``AmbiguousNumber``.
        """
        with self._work() as work:
            return self._add(work, kind, the_entry(work, number, year, series), word)

    def attach(
        self,
        number: str,
        word: Word,
        *,
        name: str,
        content: bytes,
        year: int | None = None,
        series: str = "",
    ) -> Attached:
        """Attach a file to a registered letter: the signed scan, a proof, the final DOCX.

        A DOCX is compared with the registered one. Raises ``EntryNotFound``,
        ``AmbiguousNumber``, and ``UnreadableDocument`` before anything is kept.
        """
        file = _File(name, content)
        with self._work() as work:
            entry = the_entry(work, number, year, series)
            unlike = difference(work.register.document(entry.sequence), content) if file.is_docx else ()
            return Attached(self._add(work, ActKind.ATTACHED, entry, word, file), unlike)

    def gaps(self, series: str = "", year: int | None = None) -> Sequence[NumberLine]:
        """Account for every number, of all series and years or of one.

        A series that never begins anew belongs to every year. Raises ``UnknownSeries``.
        """
        with self._reading() as work:
            if series:
                work.series.get(series)
            report = gap_report(work.series.counters(), work.register.all(), work.register.acts())
            return tuple(
                line
                for line in report
                if series in {"", line.counter.series}
                and (year is None or line.counter.counted_in in {0, year})
            )

    def _day(self, word: Word) -> date:
        return word.day or self._clock().date()

    def _add(
        self,
        work: UnitOfWork,
        kind: ActKind,
        about: Taken | Entry | Act,
        word: Word,
        file: _File | None = None,
    ) -> Act:
        act = Act(
            sequence=0,
            kind=kind,
            series=about.series.key if isinstance(about, Taken) else about.series,
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
            file_name=file.name if file else "",
            file_seal=document_seal(file.content) if file else "",
        )
        sealed = linked(work, act)
        work.register.add_act(sealed, file.content if file else None)
        work.search.note(sealed)
        work.commit()
        return sealed


def difference(registered: bytes, final: bytes) -> tuple[str, ...]:
    """Give the paragraphs by which two documents differ: “- ” was registered, “+ ” is in the other.

    Raises ``UnreadableDocument``.
    """
    final_text, text = text_of_document(final), text_of_document(registered)
    changes = difflib.SequenceMatcher(None, text, final_text, autojunk=False).get_opcodes()
    return tuple(
        line
        for kind, begin, end, final_begin, final_end in changes
        if kind != "equal"
        for line in (
            *(f"- {paragraph}" for paragraph in text[begin:end]),
            *(f"+ {paragraph}" for paragraph in final_text[final_begin:final_end]),
        )
    )
