"""The form of a case: what is said in each language, then State, rights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case_files import CaseFile
from app.domain.errors import N_
from app.gui.cases.form_rows import SAID, own_rows
from app.gui.cases.naming import RIGHTS
from app.gui.cases.presenter import has_texts
from app.gui.records.entries import Entries
from app.gui.records.language_bar import LanguageBar
from app.gui.records.places import value_at
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_SAID: Final = N_("Titles and texts")
_OWN: Final = N_("About the case")
_RIGHTS: Final = N_("Rights")


class CaseForm(QWidget):
    """Edits a case in place; ``written`` gives a place and its value."""

    written = Signal(str, object)
    left = Signal()
    undo_wanted = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, desktop: Desktop, states: dict[str, str]) -> None:
        super().__init__()
        say = desktop.texts.text
        self.bar = LanguageBar(desktop.texts)
        self.bar.chosen.connect(self.language_chosen)
        self.said, self.own = (
            Entries(SAID, desktop.texts),
            Entries(own_rows(desktop.texts, states), desktop.texts),
        )
        self.rights = {right: Tick(say(words)) for right, words in RIGHTS.items()}
        texts, own = Card(say(_SAID)), Card(say(_OWN))
        texts.add(self.bar, self.said)
        own.add(Words(say(_RIGHTS), "strong"), FlowRow(*self.rights.values(), gap=4), self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(texts)
        column.addWidget(own)
        for entries in (self.said, self.own):
            entries.written.connect(self.written)
            entries.left.connect(lambda _place: self.left.emit())
            entries.undo_wanted.connect(self.undo_wanted)
        for tick in self.rights.values():
            tick.clicked.connect(lambda _on: self._on_rights())

    def show_case(self, case: CaseFile, language: str, languages: tuple[str, ...]) -> None:
        """Show a case in a language."""
        self.bar.show_languages(languages, lambda tag: has_texts(case, tag), language)
        for entries in (self.said, self.own):
            entries.show_values(lambda place: value_at(case, place, language))
        for right, tick in self.rights.items():
            tick.setChecked(right in case.rights)

    def first_focus(self) -> None:
        """Begin with the title."""
        self.said.first_focus()

    def _on_rights(self) -> None:
        self.written.emit("rights", tuple(right for right, tick in self.rights.items() if tick.isChecked()))
        self.left.emit()
