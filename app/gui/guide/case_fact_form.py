"""The form of one fact in the guide: filled in, then kept or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.case_files import CaseFact
from app.domain.errors import N_
from app.domain.said import said_in
from app.gui.cases.fact_form import FactForm
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import DateEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.finishing import is_ctrl_enter, kept_for_the_form

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

_ADD, _KEEP, _CANCEL = N_("Add the fact"), N_("Keep the change"), N_("Cancel")
_NO_TEXT: Final = N_("Write what happened.")
_TEXT: Final = "said.text"
_FILE_ONLY: Final = ("source", "confidential")


class FactCard(Card):
    """Asks for a fact; ``kept`` gives it, ``cancelled`` says that nothing is to change."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, texts: Catalogue) -> None:
        super().__init__(role="told")
        self._texts, self._language = texts, ""
        self.form = FactForm(texts, CaseFact(), "")
        self.keep = SecondaryButton("", clicked=self._on_keep)
        self.cancel = QuietButton(texts.text(_CANCEL), clicked=self.cancelled.emit)
        self.add(self.form)
        self.add_row(self.keep, self.cancel)

    def begin(self, fact: CaseFact, language: str, *, in_file: bool) -> None:
        """Ask about a fact; for its source and whether it is confidential in a case file only."""
        self._language = language
        self.form.show_fact(fact, language)
        for place in _FILE_ONLY:
            self.form.entries.fields[place].setVisible(in_file)
        self._field(_TEXT).show_error("")
        self.keep.say(self._texts.text(_KEEP if fact.texts else _ADD))
        self.show()
        self.form.first_focus()

    def keep_what_is_written(self) -> None:
        """Keep the fact that was begun, where something happened in it."""
        if not self.isHidden() and self._has_text(self.form.fact()):
            self._on_keep()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for the fact."""
        return kept_for_the_form(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a line keep, and Esc give up."""
        plain_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if plain_enter or is_ctrl_enter(event):
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        fact, date = self.form.fact(), self.form.entries.editors["date"]
        has_text = self._has_text(fact)
        self._field(_TEXT).show_error("" if has_text else self._texts.text(_NO_TEXT))
        if isinstance(date, DateEditor) and not self._field("date").check():
            date.setFocus()
        elif not has_text:
            self.form.entries.editors[_TEXT].setFocus()
        else:
            self.kept.emit(fact)

    def _has_text(self, fact: CaseFact) -> bool:
        said = said_in(fact.texts, self._language)
        return bool(said and said.text)

    def _field(self, place: str) -> Field[QWidget]:
        field = self.form.entries.fields[place]
        if not isinstance(field, Field):
            raise TypeError(place)
        return field
