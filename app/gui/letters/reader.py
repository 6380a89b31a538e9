"""Reads the letters for the table away from the window: the first page at once, then how many there are.

Pages are asked for as they come into sight; those one has scrolled past
meanwhile are not read any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.domain.searching import Facet, Order, Page, Survey
from app.gui.letters.lines import (
    LetterLine,
    LineKey,
    LineKind,
    Wish,
    in_order,
    line_of_draft,
    line_of_hit,
    line_of_reservation,
)
from app.gui.letters.list_model import EVERY, LettersModel

if TYPE_CHECKING:
    from app.bootstrap import Office
    from app.gui.desktop import Desktop

_AT_ONCE: Final = 2  # pages in sight: one, or two where they meet


@dataclass(frozen=True)
class First:
    """What is shown at once."""

    wish: Wish
    ahead: Sequence[LetterLine]
    lines: Sequence[LetterLine]


@dataclass(frozen=True)
class Known:
    """What the filters offer: the values that letters have, names of States, how many are overdue."""

    values: Mapping[Facet, Mapping[str | int, int]]
    states: Mapping[str, str]
    series: Mapping[str, str]
    overdue: int
    drafts: int


def first_of(office: Office, wish: Wish) -> First:
    """Read drafts, reserved numbers and the first page."""
    ahead = [line_of_draft(one) for one in office.drafts.list()]
    ahead += [line_of_reservation(act) for act in office.letter_cards.reserved()]
    few = in_order([line for line in ahead if wish.takes(line)], wish.by, descending=wish.descending)
    if wish.entries is None:
        return First(wish, few, ())
    order = Order(wish.by, wish.descending)
    found = office.search.find(wish.typed, wish.entries, order, Page(size=EVERY), excerpts=False)
    lines = [line_of_hit(hit) for hit in found.hits]
    known = {line.key for line in lines}
    named = [line for hit in found.numbered if (line := line_of_hit(hit)).key not in known]
    return First(wish, (*few, *named), lines)


def survey_of(office: Office, wish: Wish) -> Survey:
    """Read how many there are, and where their pages begin."""
    if wish.entries is None:
        return Survey(count=0, every=EVERY)
    return office.search.survey(wish.typed, wish.entries, Order(wish.by, wish.descending), every=EVERY)


def page_of(office: Office, wish: Wish, page: Page) -> Sequence[LetterLine]:
    """Read one page."""
    order = Order(wish.by, wish.descending)
    narrowed = wish.entries
    if narrowed is None:
        return ()
    found = office.search.find(wish.typed, narrowed, order, page, excerpts=False)
    return [line_of_hit(hit) for hit in found.hits]


class Reader(QObject):
    """Fills the model with what is wished for."""

    shown = Signal(object)
    counted = Signal(int)

    def __init__(self, desktop: Desktop, model: LettersModel) -> None:
        super().__init__()
        self._desktop, self._model = desktop, model
        self.wish, self.survey = Wish(), Survey(count=0, every=EVERY)
        self._waiting: list[int] = []
        self._reading: int | None = None
        model.page_wanted.connect(self._on_page_wanted)

    def read(self, wish: Wish) -> None:
        """Read what is wished for now; an older wish is dropped."""
        self.wish, office = wish, self._desktop.office
        self._waiting.clear()
        self._desktop.jobs.run_newest("letters/first", lambda: first_of(office, wish), self._on_first)

    def _on_first(self, first: First) -> None:
        office, wish = self._desktop.office, first.wish
        self.survey, self._reading = Survey(count=len(first.lines), every=EVERY), None
        self._model.show(first.ahead, first.lines)
        self.shown.emit(first)
        if len(first.lines) < EVERY:
            self.counted.emit(len(first.lines))
        else:
            self._desktop.jobs.run_newest("letters/survey", lambda: survey_of(office, wish), self._on_survey)

    def _on_survey(self, survey: Survey) -> None:
        self.survey = survey
        self._model.grow(survey.count)
        self.counted.emit(survey.count)

    def _on_page_wanted(self, number: int) -> None:
        self._waiting.append(number)
        while len(self._waiting) > _AT_ONCE:
            self._model.give_up(self._waiting.pop(0))
        self._read_next()

    def _read_next(self) -> None:
        if self._reading is not None or not self._waiting:
            return
        number, office, wish = self._waiting.pop(), self._desktop.office, self.wish
        if not 0 <= number <= len(self.survey.landmarks):
            self._model.give_up(number)
            return
        page, self._reading = self.survey.page(number), number
        self._desktop.jobs.run_newest(
            "letters/page",
            lambda: (wish, number, page_of(office, wish, page)),
            self._on_page,
            self._on_page_failed,
        )

    def _on_page(self, read: tuple[Wish, int, Sequence[LetterLine]]) -> None:
        wish, number, lines = read
        self._reading = None
        if wish == self.wish:
            self._model.put(number, lines)
        self._read_next()

    def _on_page_failed(self, error: Exception) -> None:
        self._reading = None
        self._desktop.asking.trouble(error)


def known_of(office: Office, language: str, wish: Wish) -> Known:
    """Read what the filters offer; ``wish`` says from which day a reply is overdue."""
    values = office.search.values()
    codes = [str(code) for code in values[Facet.STATE] if code]
    return Known(
        values=values,
        states={code: office.address_book.state_for_a_letter(code, language).name or code for code in codes},
        series={one.key: one.title or one.key for one in office.register.series()},
        overdue=office.search.count(wish.narrowed),
        drafts=len(office.drafts.list()),
    )


def place_in(office: Office, wish: Wish, survey: Survey, key: LineKey) -> int | None:
    """Give the page on which a registered letter stands, if it can stand on one."""
    place = office.search.place(key.at, wish.by) if key.kind is LineKind.ENTRY else None
    if place is None:
        return None
    before = [mark for mark in survey.landmarks if (mark.key > place.key) == wish.descending]
    return len([mark for mark in before if mark.key != place.key])
