"""The room of the law: the office's own references as a list, and beside it the one one is at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from app.domain.errors import N_
from app.flow.citation_kinds import KIND_TITLES, CitationKind
from app.gui.law.detail import LawDetail
from app.gui.law.presenter import LawPresenter, Listing
from app.gui.law.short_form import ShortReferenceForm
from app.gui.records.directory_screen import DirectoryScreen, RoomWords
from app.gui.records.languages import office_languages
from app.gui.records.list_pane import ListPane, PaneWords
from app.gui.widgets.chips import MenuChip

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.i18n.catalogues import Catalogue

_TITLE: Final = N_("Law library")
_NEW: Final = N_("New reference")
_KIND, _ANY = N_("Kind"), N_("Any kind")
_EMPTY: Final = N_("No legal references yet")
_EMPTY_TEXT: Final = N_(
    "What letters cite stands here once: the article, its words, and how each State is bound. "
    "References that you keep while you write a letter come here, too."
)
_CHOOSE: Final = N_("Choose a reference")
_CHOOSE_TEXT: Final = N_("Its words stand here, and how States are bound as far as you know.")


class LawScreen(DirectoryScreen):
    """Shows the references of the office; its subject is the key of one, or ``New``."""

    def __init__(self, desktop: Desktop) -> None:
        say = desktop.texts.text
        self.kind_chip = MenuChip(say(_KIND), self._menu_of_kinds)
        pane = ListPane(desktop, _pane_words(desktop.texts), [self.kind_chip])
        words = RoomWords("scale", say(_EMPTY), say(_EMPTY_TEXT), say(_CHOOSE), say(_CHOOSE_TEXT))
        super().__init__(desktop, "law", words, pane)
        self._typed = ""
        self._wanted: CitationKind | None = None
        self._language = office_languages(desktop.office)[0]
        self._presenter = LawPresenter(desktop.office, desktop.texts)
        self.detail = LawDetail(desktop, self._presenter)
        pane.typed.connect(self._on_typed)
        desktop.changes.references_changed.connect(self.read)
        self.begin(self.detail, self.detail, say(_NEW))

    def memory(self) -> object:
        """Give what was typed and the reference that is shown."""
        return self._typed, self._wanted, self.detail.key

    def recall(self, memory: object) -> None:
        """Show what was shown."""
        if isinstance(memory, tuple):
            self._typed, wanted, key = memory
            self.pane.field.setText(self._typed)
            self._narrow(wanted)
            if key:
                self.show_key(key)

    def read(self) -> None:
        """Read the list, away from the window's thread."""
        work = partial(self._presenter.listing, self._typed, self._wanted)
        self._desktop.jobs.run_newest("law", work, self._on_listing)

    def make_form(self, typed: str) -> ShortReferenceForm:
        """Give the short form."""
        return ShortReferenceForm(self._desktop, self._presenter, typed, self._language)

    def _on_listing(self, listing: Listing) -> None:
        self.show_list(listing.rows, listing.note, is_empty=listing.is_empty)

    def _on_typed(self, text: str) -> None:
        self._typed = text
        self.read()

    def _narrow(self, kind: CitationKind | None, _on: bool = False) -> None:
        self._wanted = kind
        self.kind_chip.set_value(self._desktop.texts.text(KIND_TITLES[kind]) if kind else "")
        self.read()

    def _menu_of_kinds(self) -> QMenu:
        menu, say = QMenu(self), self._desktop.texts.text
        menu.addAction(say(_ANY)).triggered.connect(partial(self._narrow, None))
        for kind, words in KIND_TITLES.items():
            menu.addAction(say(words)).triggered.connect(partial(self._narrow, kind))
        return menu


def _pane_words(texts: Catalogue) -> PaneWords:
    say = texts.text
    return PaneWords(
        title=say(_TITLE),
        placeholder=say(N_("Article, convention, symbol or title")),
        new=say(_NEW),
        nothing_found=say(N_("No reference has a name like this here.")),
        create=say(N_("Add it as a new reference")),
    )
