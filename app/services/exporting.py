"""The ways in which a letter leaves the desk, and what each of them will do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Final

from app.domain.composed import ComposedLetter
from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.letters import Letter
from app.domain.open_places import Called
from app.domain.register import Act, Entry, UnknownSeries
from app.drafting.context import Printing
from app.drafting.draft_marks import marked_as_draft
from app.drafting.engine import write_atomically
from app.services.desk import Desk, file_name_of
from app.services.issuing import Issuing, Registration, SeveralVersions, number_parts, series_of
from app.services.numbers import Numbers, Said, Word
from app.services.ports import Clock, Work
from app.services.register import Register, file_name_of_entry
from app.services.taking import peek_next, take_late, take_reserved


class Way(StrEnum):
    """The ways in which a letter leaves the desk."""

    DRAFT = "draft"
    BLANK = "blank"
    RESERVED = "reserved"
    REGISTER = "register"


TITLES: Final[Mapping[Way, str]] = {
    Way.DRAFT: N_("Export draft"),
    Way.BLANK: N_("Export for signature, number left blank"),
    Way.RESERVED: N_("Reserve the number and export"),
    Way.REGISTER: N_("Register and export"),
}
_SENTENCES: Final[Mapping[Way, str]] = {
    Way.DRAFT: N_("This writes a Word document that is marked as a draft. It takes no number."),
    Way.BLANK: N_(
        "This writes the document with number and day left open, to be completed by hand. "
        "Register the letter after signing."
    ),
    Way.RESERVED: N_(
        "This reserves the number {number} and prints it. "
        "If the letter is never signed, make the number void."
    ),
    Way.REGISTER: N_("This gives the letter number {number} and can't be undone."),
}
_WITH_RESERVED: Final = N_("Export with the reserved number")
_PRINTS_RESERVED: Final = N_(
    "This prints the number {number}, which was reserved before. Register after signing."
)
_INCOMPLETE: Final = N_("Something is still open in the letter. Fill it in first.")
_UNSIGNED: Final = "for-signature"
PLAINLY: Final = Registration()


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One way out: what its button says, what it will do, and why it cannot be done if so.

    ``number`` is the next one as things stand; somebody else may take it before. ``is_reserved``
    says that it is one that was reserved before.
    """

    way: Way
    sentence: Sentence
    number: str = ""
    why_not: Sentence | None = None
    is_reserved: bool = False

    @property
    def title(self) -> str:
        """What the button says."""
        is_printed_only = self.is_reserved and self.way is Way.RESERVED
        return _WITH_RESERVED if is_printed_only else TITLES[self.way]

    @property
    def is_possible(self) -> bool:
        """Whether it can be done now."""
        return self.why_not is None


@dataclass(frozen=True)
class Reserved:
    """A number that was reserved for a letter, and the document that prints it."""

    act: Act
    path: Path


@dataclass(frozen=True)
class Issued:
    """A registered letter, and its document on the disk.

    Without a ``path`` the letter is registered all the same, and ``difficulty``
    says why its document could not be written there.
    """

    entry: Entry
    path: Path | None = None
    difficulty: Sentence | None = None


class Exporting:
    """Writes letters as documents: as drafts, for signature, registered."""

    def __init__(
        self,
        desk: Desk,
        *,
        issuing: Issuing,
        numbers: Numbers,
        register: Register,
        reading: Work,
        clock: Clock,
    ) -> None:
        self._desk, self._issuing, self._numbers = desk, issuing, numbers
        self._register, self._reading, self._clock = register, reading, clock

    def next_number(self, letter: Letter, how: Registration = PLAINLY) -> str:
        """Give the number that a letter would get now; none is taken.

        Raises ``UnknownSeries``, ``NumberPartMissing``, ``NotReserved`` and what late entries raise.
        """
        parts = number_parts(letter, how, how.on or self._today())
        with self._reading() as work:
            if how.reserved:
                return take_reserved(work, how.reserved, how.year, how.series).number
            if how.late_after:
                return take_late(work, how.late_after, parts, how.year, how.series).number
            return peek_next(work, work.series.get(series_of(letter, how)), parts)

    def offers(self, composed: ComposedLetter, how: Registration = PLAINLY) -> tuple[Offer, ...]:
        """Say of each way what it will do now, and whether it can."""
        number, difficulty = self._number(composed.letter, how)
        open_places = Sentence(_INCOMPLETE) if composed.gaps else None
        versions = _versions(composed.letter)
        hindered = {
            Way.DRAFT: None,
            Way.BLANK: open_places,
            Way.RESERVED: open_places or difficulty,
            Way.REGISTER: open_places or versions or difficulty,
        }
        return tuple(
            Offer(
                way=way,
                sentence=Sentence(_sentence(way, how), {"number": number or "…"}),
                number=number if way in {Way.RESERVED, Way.REGISTER} else "",
                why_not=why_not,
                is_reserved=bool(how.reserved),
            )
            for way, why_not in hindered.items()
        )

    def draft(self, letter: Letter, target: Path, mark: str, called: Called | None = None) -> Path:
        """Write a letter as a draft, whatever is open in it; ``mark`` is printed across each page.

        ``called`` says open places in words. Raises ``WriteProblem``.
        """
        document = self._desk.draft(letter, called=called)
        return _write(target, file_name_of(letter), marked_as_draft(document.content, mark))

    def for_signature(self, letter: Letter, target: Path) -> Path:
        """Write a letter whose number and day are completed by hand.

        Raises ``NotACompleteLetter`` and ``WriteProblem``.
        """
        content = self._complete(letter, self._printing(letter, Registration(number_blank=True)))
        return _write(target, file_name_of(letter, _UNSIGNED), content)

    def reserved(self, letter: Letter, word: Word, target: Path, how: Registration = PLAINLY) -> Reserved:
        """Reserve a number for a letter and write the document that prints it.

        Raises ``NotACompleteLetter`` before a number is taken, what taking one raises, and ``WriteProblem``.
        """
        self._complete(letter, self._printing(letter, how, "1"))
        parts = number_parts(letter, how, self._today())
        said = Said(
            unit=parts.unit, file=parts.file, type=parts.type, state=parts.state, language=parts.language
        )
        act = self._numbers.reserve(series_of(letter, how), word, said)
        content = self._complete(letter, self._printing(letter, how, act.number))
        return Reserved(act, _write(target, file_name_of(letter, act.number), content))

    def with_reserved(self, letter: Letter, target: Path, how: Registration) -> Path:
        """Write a letter for signature that prints a number reserved before, ``how.reserved``.

        Raises ``NotACompleteLetter``, ``NotReserved`` and ``WriteProblem``.
        """
        number = self.next_number(letter, how)
        content = self._complete(letter, self._printing(letter, how, number))
        return _write(target, file_name_of(letter, number), content)

    def register(self, draft: int, target: Path, how: Registration = PLAINLY) -> Issued:
        """Register a kept draft and write its document; once it has its number, it stays registered.

        Raises what ``Issuing.register_draft`` raises.
        """
        entry = self._issuing.register_draft(draft, how)
        path = _free(target, file_name_of_entry(entry))
        try:
            written = self._register.export(entry.number, path, year=entry.year, series=entry.series)
        except ChanceryError as difficulty:
            return Issued(entry, None, difficulty.sentence)
        return Issued(entry, written)

    def _number(self, letter: Letter, how: Registration) -> tuple[str, Sentence | None]:
        try:
            return self.next_number(letter, how), None
        except ChanceryError as difficulty:
            return "", difficulty.sentence

    def _complete(self, letter: Letter, printing: Printing) -> bytes:
        document = self._desk.document(letter, self._desk.template_for(letter), printing)
        document.composed.ready()
        return document.content

    def _printing(self, letter: Letter, how: Registration, number: str = "") -> Printing:
        day = letter.date or how.on or self._today()
        sign = self._sign(letter, how)
        return Printing(number=number, sign=sign, date=day, day_open=how.number_blank)

    def _sign(self, letter: Letter, how: Registration) -> str:
        try:
            return self._register.one_series(series_of(letter, how)).sign
        except UnknownSeries:
            return Printing().sign

    def _today(self) -> date:
        return self._clock().date()


def _sentence(way: Way, how: Registration) -> str:
    return _PRINTS_RESERVED if way is Way.RESERVED and how.reserved else _SENTENCES[way]


def _versions(letter: Letter) -> Sentence | None:
    languages = ", ".join((letter.language, *(version.language for version in letter.versions)))
    return SeveralVersions(languages=languages).sentence if letter.versions else None


def _write(target: Path, name: str, content: bytes) -> Path:
    path = _free(target, name)
    write_atomically(path, content, overwrite=path == target)
    return path


def _free(target: Path, name: str) -> Path:
    """Give the file itself, or in a folder a name that no other file has."""
    if not target.is_dir():
        return target
    stem, _, suffix = name.rpartition(".")
    names = (f"{stem}{f' ({again})' if again > 1 else ''}.{suffix}" for again in count(1))
    return next(path for each in names if not (path := target / each).exists())
