"""The room of the cases: the list, and beside it the case one is at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from app.domain.errors import N_
from app.gui.cases.detail import CaseDetail
from app.gui.cases.presenter import CaseListing, CasesPresenter, CaseWish
from app.gui.cases.short_form import ShortCaseForm
from app.gui.records.directory_screen import DirectoryScreen, RoomWords
from app.gui.records.languages import office_languages
from app.gui.records.list_pane import ListPane, PaneWords
from app.gui.widgets.chips import Chip, MenuChip

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.i18n.catalogues import Catalogue

_TITLE, _NEW = N_("Cases"), N_("New case")
_OPEN, _CLOSED = N_("Open cases"), N_("Closed cases")
_STATE, _ANY = N_("State"), N_("Any State")
_EMPTY: Final = N_("No cases yet")
_EMPTY_TEXT: Final = N_(
    "A case holds what happened: its facts with their sources, the persons and organisations concerned, "
    "and everything that was written about it."
)
_CHOOSE: Final = N_("Choose a case")
_CHOOSE_TEXT: Final = N_("Its facts, references, letters, replies and files stand here.")


class CasesScreen(DirectoryScreen):
    """Shows the case files; its subject is the key of a case, or ``New``."""

    def __init__(self, desktop: Desktop) -> None:
        say = desktop.texts.text
        self.chips = {False: Chip(say(_OPEN)), True: Chip(say(_CLOSED))}
        self.state_chip = MenuChip(say(_STATE), self._menu_of_states)
        pane = ListPane(desktop, _pane_words(desktop.texts), [*self.chips.values(), self.state_chip])
        words = RoomWords("briefcase", say(_EMPTY), say(_EMPTY_TEXT), say(_CHOOSE), say(_CHOOSE_TEXT))
        super().__init__(desktop, "cases", words, pane)
        self._wish, self._language = CaseWish(), office_languages(desktop.office)[0]
        self._presenter = CasesPresenter(desktop.office, desktop.texts)
        self._states: list[tuple[str, str]] = []
        self.detail = CaseDetail(desktop, self._presenter)
        for closed, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, closed=closed: self._on_standing(closed=closed))
        pane.typed.connect(self._on_typed)
        desktop.changes.cases_changed.connect(self.read)
        self.begin(self.detail, self.detail, say(_NEW))

    def memory(self) -> object:
        """Give the wish and the case that is shown."""
        return self._wish, self.detail.key, self.detail.is_editing

    def recall(self, memory: object) -> None:
        """Show what was shown."""
        if isinstance(memory, tuple):
            wish, key, editing = memory
            self.pane.field.setText(wish.typed)
            self._narrow(wish)
            if key:
                self.show_key(key, editing=editing)

    def read(self) -> None:
        """Read the list, away from the window's thread."""
        wish = self._wish
        self._desktop.jobs.run_newest("cases", lambda: self._presenter.listing(wish), self._on_listing)

    def make_form(self, typed: str) -> ShortCaseForm:
        """Give the short form."""
        return ShortCaseForm(self._desktop, typed, self._language)

    def _on_listing(self, listing: CaseListing) -> None:
        self._states = list(listing.states)
        self.show_list(listing.rows, listing.note, is_empty=listing.is_empty)

    def _narrow(self, wish: CaseWish) -> None:
        self._wish = wish
        for closed, chip in self.chips.items():
            chip.setChecked(wish.closed is closed)
        self.state_chip.set_value(dict(self._states).get(wish.state, wish.state))
        self.read()

    def _on_standing(self, *, closed: bool) -> None:
        self._narrow(replace(self._wish, closed=None if self._wish.closed is closed else closed))

    def _on_typed(self, text: str) -> None:
        self._wish = replace(self._wish, typed=text)
        self.read()

    def _menu_of_states(self) -> QMenu:
        menu = QMenu(self)
        for code, words in [("", self._desktop.texts.text(_ANY)), *self._states]:
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _on=False, code=code: self._narrow(replace(self._wish, state=code))
            )
        return menu


def _pane_words(texts: Catalogue) -> PaneWords:
    say = texts.text
    return PaneWords(
        title=say(_TITLE),
        placeholder=say(N_("Any name, organisation, person or reference")),
        new=say(_NEW),
        nothing_found=say(N_("No case has a name like this here.")),
        create=say(N_("Open it as a new case")),
    )
