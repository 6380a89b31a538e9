"""The last word before a number is taken, asked inside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import N_
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

_NOT_YET: Final = N_("Not yet")
_BY: Final = N_("Who does it")
_BY_HINT: Final = N_("Stands in the register beside the number.")
_PURPOSE: Final = N_("What the number is for")
_REQUIRED: Final = N_("required")
_MISSING: Final = N_("Fill this in: an unexplained number is what a register must never have.")


class ConfirmCard(Card):
    """Says what will happen and asks who does it; ``confirmed`` gives the name, and the purpose if asked."""

    confirmed = Signal(str, str)
    put_off = Signal()

    def __init__(self, texts: Catalogue) -> None:
        super().__init__(role="told")
        self._texts = texts
        self.sentence = Words("", "heading", wraps=True)
        self.person = Field(
            texts.text(_BY),
            LineEditor(),
            hint=texts.text(_BY_HINT),
            check=lambda: self._check(self.person),
        )
        self.purpose = Field(
            texts.text(_PURPOSE),
            LineEditor(),
            required=texts.text(_REQUIRED),
            check=lambda: self._check(self.purpose),
        )
        self.yes = PrimaryButton("", clicked=self._on_yes)
        self.no = SecondaryButton(texts.text(_NOT_YET), clicked=self.put_off.emit)
        self._asks_why = False
        self._lay_out()
        self.hide()

    def ask(self, title: str, sentence: str, person: str, *, purpose: str | None = None) -> None:
        """Ask whether it is to be done; with a proposed purpose name and purpose must be given."""
        self._asks_why = purpose is not None
        self.sentence.setText(sentence)
        self.yes.say(title)
        self.person.editor.setText(person)
        self.purpose.editor.setText(purpose or "")
        self.purpose.setVisible(self._asks_why)
        for field in (self.person, self.purpose):
            field.show_error("")
        self.show()
        first = self.person.editor if self._asks_why and not person else self.yes
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put it off."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)

    def _check(self, field: Field[LineEditor]) -> str:
        missing = self._asks_why and not field.editor.value()
        return self._texts.text(_MISSING) if missing else ""

    def _on_yes(self) -> None:
        if all([self.person.check(), self.purpose.check()]):
            self.confirmed.emit(self.person.editor.value(), self.purpose.editor.value())

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch()
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        self.add(self.sentence, self.person, self.purpose)
        self.column.addLayout(foot)
