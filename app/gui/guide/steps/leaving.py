"""How a letter leaves the desk: what each way will do, doing it, and what came of it; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, Sentence
from app.domain.gaps import NumberLine, NumberState
from app.flow.fields import in_words
from app.services.exporting import Offer, Way
from app.services.issuing import Registration, series_of
from app.services.numbers import Word

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter
    from app.gui.preferences import Preferences

_MARK: Final = N_("DRAFT")
_FOLDER, _PERSON = "export/folder", "export/person"
DONE: Final = {
    Way.DRAFT: N_("The draft was written."),
    Way.BLANK: N_("The letter was written for signature. Register it after signing."),
    Way.RESERVED: N_("The number {number} is reserved and printed."),
    Way.REGISTER: N_("The letter is registered as {number}."),
}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of it; without ``path`` the letter has its number and ``difficulty`` says what hindered."""

    way: Way
    path: Path | None
    number: str = ""
    year: int | None = None
    series: str = ""
    difficulty: Sentence | None = None
    sequence: int = 0

    @property
    def sentence(self) -> Sentence:
        """What was done."""
        return Sentence(DONE[self.way], {"number": self.number})

    @property
    def is_final(self) -> bool:
        """Whether the letter can be changed no more."""
        return self.way is Way.REGISTER


class Leaving:
    """Exports and registers one letter; the work it gives may be done on any thread."""

    def __init__(self, guide: GuidePresenter, preferences: Preferences) -> None:
        self._guide, self._preferences = guide, preferences
        self._office = guide.office

    @property
    def folder(self) -> Path | None:
        """The folder that exports go to; nothing where none was chosen or it is gone."""
        kept = self._preferences.text(_FOLDER)
        return Path(kept) if kept and Path(kept).is_dir() else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._preferences.keep(_FOLDER, str(folder))

    @property
    def person(self) -> str:
        """Who registers and reserves at this desk."""
        return self._preferences.text(_PERSON)

    @person.setter
    def person(self, name: str) -> None:
        self._preferences.keep(_PERSON, name.strip())

    @property
    def how(self) -> Registration:
        """How the letter is to be registered."""
        wish = self._guide.number_wish
        return Registration(
            reserved=wish.reserved,
            year=wish.year,
            unit=wish.unit,
            file=wish.file,
            number_blank=wish.number_blank,
            person=wish.person or self.person,
            corrects=self._guide.origins.corrects or "",
        )

    def asking_offers(self) -> Callable[[], tuple[Offer, ...]]:
        """Give the work that says of each way what it will do now."""
        composed, how = self._guide.composed, self.how
        return lambda: self._office.exporting.offers(composed, how) if composed else ()

    def asking_number(self) -> Callable[[], str]:
        """Give the work that says which number the letter would get now; it raises why there is none."""
        letter, how = self._guide.letter, self.how
        return lambda: self._office.exporting.next_number(letter, how)

    def asking_reserved(self) -> Callable[[], Sequence[NumberLine]]:
        """Give the work that finds the reserved numbers of the letter's series in this year."""
        letter, year = self._guide.letter, self._guide.today().year
        series = series_of(letter, self.how)
        return lambda: _reserved(self._office.numbers.gaps(series, year))

    def draft(self, folder: Path) -> Callable[[], Outcome]:
        """Give the work that writes a marked draft."""
        letter, say = self._guide.letter, self._guide.texts.text
        mark, called = say(_MARK), in_words(say)
        draft = self._office.exporting.draft
        return lambda: Outcome(way=Way.DRAFT, path=draft(letter, folder, mark, called))

    def blank(self, folder: Path) -> Callable[[], Outcome]:
        """Give the work that writes the letter for signature, number and day left open."""
        letter = self._guide.letter
        return lambda: Outcome(way=Way.BLANK, path=self._office.exporting.for_signature(letter, folder))

    def reserve(self, folder: Path, person: str, purpose: str) -> Callable[[], Outcome]:
        """Give the work that reserves a number and prints it. Raises ``ReasonMissing`` at once."""
        word, letter, how = Word(person=person, note=purpose), self._guide.letter, self.how
        self.person = person

        def work() -> Outcome:
            done = self._office.exporting.reserved(letter, word, folder, how)
            year = done.act.counted_in or None
            return Outcome(way=Way.RESERVED, path=done.path, number=done.act.number, year=year)

        return work

    def with_reserved(self, folder: Path) -> Callable[[], Outcome]:
        """Give the work that prints the number which was reserved before."""
        letter, how = self._guide.letter, self.how

        def work() -> Outcome:
            path = self._office.exporting.with_reserved(letter, folder, how)
            return Outcome(way=Way.RESERVED, path=path, number=how.reserved, year=how.year)

        return work

    def use(self, outcome: Outcome) -> None:
        """Let the letter keep the number that was reserved for it."""
        wish = self._guide.number_wish
        self._guide.number_wish = replace(wish, reserved=outcome.number, year=outcome.year)

    def register(self, folder: Path, person: str) -> Callable[[], Outcome]:
        """Keep the draft and give the work that registers it. Raises what keeping raises."""
        self.person = person
        key, how = self._guide.save_now(), self.how

        def work() -> Outcome:
            issued = self._office.exporting.register(key, folder, how)
            entry = issued.entry
            return Outcome(
                way=Way.REGISTER,
                path=issued.path,
                number=entry.number,
                year=entry.year,
                series=entry.series,
                difficulty=issued.difficulty,
                sequence=entry.sequence,
            )

        return work

    def write_again(self, outcome: Outcome, folder: Path) -> Callable[[], Outcome]:
        """Give the work that writes the document of a registered letter to another place."""

        def work() -> Outcome:
            path = self._office.register.export(
                outcome.number, folder, year=outcome.year, series=outcome.series
            )
            return replace(outcome, path=path, difficulty=None)

        return work


def _reserved(lines: Sequence[NumberLine]) -> Sequence[NumberLine]:
    return [line for line in lines if line.state is NumberState.RESERVED]
