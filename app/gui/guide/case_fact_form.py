"""The form of one fact: when, what, who, where, from whom it is known, how sure it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.case_files import CaseFact, FactTexts
from app.domain.cases import Confidence
from app.domain.errors import N_
from app.domain.said import said_in, saying
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, DateEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.ticks import Tick

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

CONFIDENCES: Final = {
    Confidence.REPORTED: N_("Reported"),
    Confidence.CONFIRMED: N_("Confirmed"),
    Confidence.RISK: N_("Feared"),
}
_NEW, _CHANGE = N_("New fact"), N_("Change the fact")
_ADD, _KEEP, _CANCEL = N_("Add the fact"), N_("Keep the change"), N_("Cancel")
_NOT_A_DATE: Final = N_("Write 2016-12-05, or 2016-12, or 2016.")
_DATE_HINT: Final = N_("A month or a year will do.")
_NO_TEXT: Final = N_("Write what happened.")
_EXAMPLE: Final = N_("the court sentenced Ms. Kharkova to four years of restricted liberty")
_TEXT_HINT: Final = N_("As it goes on after the date.")
_SOURCE_HINT: Final = N_("Stays in the office.")
_CONFIDENTIAL: Final = N_("Confidential: never written into a letter")


class FactForm(Card):
    """Asks for a fact; ``kept`` gives it, ``cancelled`` says that nothing is to change."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        say = self._say = texts.text
        self._fact, self._language = CaseFact(), "en"
        self.date: Field[DateEditor] = Field(
            say(N_("Date")),
            DateEditor(placeholder="2016-12"),
            hint=say(_DATE_HINT),
            check=self._check_date,
        )
        self.sureness: Field[ChoiceEditor] = Field(
            say(N_("How sure it is")),
            ChoiceEditor([(value, say(words)) for value, words in CONFIDENCES.items()]),
        )
        self.text: Field[AreaEditor] = Field(
            say(N_("What happened")), AreaEditor(placeholder=say(_EXAMPLE), lines=3), hint=say(_TEXT_HINT)
        )
        self.actor: Field[LineEditor] = Field(say(N_("Who did it")), LineEditor())
        self.place: Field[LineEditor] = Field(say(N_("Where")), LineEditor())
        self.source: Field[LineEditor] = Field(say(N_("Source")), LineEditor(), hint=say(_SOURCE_HINT))
        self.confidential = Tick(say(_CONFIDENTIAL))
        self.keep = SecondaryButton(say(_ADD), clicked=self._on_keep)
        self.cancel = QuietButton(say(_CANCEL), clicked=self.cancelled.emit)
        self._lay_out()

    def begin(self, fact: CaseFact, language: str, *, in_file: bool) -> None:
        """Ask about a fact; sources and confidence in a case file only."""
        self._fact, self._language = fact, language
        said = said_in(fact.texts, language) or FactTexts(language=language)
        self.date.editor.setText(fact.date)
        self.date.show_error("")
        self.text.editor.setPlainText(said.text)
        self.text.show_error("")
        self.actor.editor.setText(said.actor)
        self.place.editor.setText(said.place)
        self.source.editor.setText(fact.source)
        self.sureness.editor.set_value(fact.confidence)
        self.confidential.setChecked(fact.confidential)
        self.source.setVisible(in_file)
        self.confidential.setVisible(in_file)
        self.keep.say(self._say(_KEEP if fact.texts else _ADD))
        self.show()
        self.date.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a line keep, and Esc give up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        has_text = bool(self.text.editor.value())
        self.text.show_error("" if has_text else self._say(_NO_TEXT))
        if not self.date.check():
            self.date.editor.setFocus()
        elif not has_text:
            self.text.editor.setFocus()
        else:
            self.kept.emit(self._typed())

    def _typed(self) -> CaseFact:
        day = self.date.editor.day()
        texts = FactTexts(
            language=self._language,
            text=self.text.editor.value(),
            actor=self.actor.editor.value(),
            place=self.place.editor.value(),
        )
        return replace(
            self._fact,
            date=str(day or ""),
            texts=saying(self._fact.texts, texts),
            source=self.source.editor.value(),
            confidence=Confidence(str(self.sureness.editor.value())),
            confidential=self.confidential.isChecked(),
        )

    def _check_date(self) -> str:
        return "" if self.date.editor.is_date() else self._say(_NOT_A_DATE)

    def _lay_out(self) -> None:
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.date, self.sureness),
            (self.text,),
            (self.actor, self.place),
            (self.source,),
        )
        for widgets in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget in widgets:
                row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.add(self.confidential)
        self.add_row(self.keep, self.cancel)
