"""The room of the recipients: the address book as a list, and beside it the entry one is at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from app.domain.errors import N_
from app.domain.records import RECIPIENT_KINDS, RecordKind
from app.gui.recipients.detail import RecipientDetail
from app.gui.recipients.presenter import Listing, RecipientsPresenter, Wish
from app.gui.recipients.short_form import ShortRecipientForm
from app.gui.records.directory_screen import DirectoryScreen, RoomWords
from app.gui.records.languages import office_languages
from app.gui.records.list_pane import ListPane, PaneWords
from app.gui.widgets.chips import Chip, MenuChip

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.i18n.catalogues import Catalogue

_KINDS: Final = {
    RecordKind.PERSON: N_("Persons"),
    RecordKind.OFFICE: N_("Offices"),
    RecordKind.INSTITUTION: N_("Institutions"),
}
_TITLE: Final = N_("Recipients")
_NEW: Final = N_("New recipient")
_STATE, _ANY = N_("State"), N_("Any State")
_EMPTY: Final = N_("No recipients yet")
_EMPTY_TEXT: Final = N_(
    "Whoever a letter goes to stands here once, with the names and forms of address of every language, "
    "and is found again by any part of any name."
)
_CHOOSE: Final = N_("Choose a recipient")
_CHOOSE_TEXT: Final = N_(
    "What is known of it stands here: how letters address it, and which letters went there."
)


class RecipientsScreen(DirectoryScreen):
    """Shows the address book; its subject is the key of an entry, or ``New``."""

    def __init__(self, desktop: Desktop) -> None:
        say = desktop.texts.text
        self.chips = {kind: Chip(say(_KINDS[kind])) for kind in RECIPIENT_KINDS}
        self.state_chip = MenuChip(say(_STATE), self._menu_of_states)
        chips = [*self.chips.values(), self.state_chip]
        pane = ListPane(desktop, _pane_words(desktop.texts), chips)
        words = RoomWords("users", say(_EMPTY), say(_EMPTY_TEXT), say(_CHOOSE), say(_CHOOSE_TEXT))
        super().__init__(desktop, "recipients", words, pane)
        self._wish, self._language = Wish(), office_languages(desktop.office)[0]
        self._presenter = RecipientsPresenter(desktop.office, desktop.texts, date.today)
        self._states: list[tuple[str, str]] = []
        self.detail = RecipientDetail(desktop, self._presenter)
        self.detail.other.connect(self.show_key)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, kind=kind: self._on_kind(kind))
        pane.typed.connect(self._on_typed)
        desktop.changes.recipients_changed.connect(self.read)
        self.begin(self.detail, self.detail, say(_NEW))

    def memory(self) -> object:
        """Give the wish and the entry that is shown."""
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
        self._desktop.jobs.run_newest("recipients", lambda: self._presenter.listing(wish), self._on_listing)

    def make_form(self, typed: str) -> ShortRecipientForm:
        """Give the short form."""
        return ShortRecipientForm(self._desktop, typed, self._language)

    def _on_listing(self, listing: Listing) -> None:
        self._states = list(listing.states)
        self.show_list(listing.rows, listing.note, is_empty=listing.is_empty)

    def _narrow(self, wish: Wish) -> None:
        self._wish = wish
        for kind, chip in self.chips.items():
            chip.setChecked(wish.kind is kind)
        self.state_chip.set_value(dict(self._states).get(wish.state, wish.state))
        self.read()

    def _on_kind(self, kind: RecordKind) -> None:
        self._narrow(replace(self._wish, kind=None if self._wish.kind is kind else kind))

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
        placeholder=say(N_("Any part of any name, in any language")),
        new=say(_NEW),
        nothing_found=say(N_("No recipient has a name like this here.")),
        create=say(N_("Add it as a new recipient")),
    )
