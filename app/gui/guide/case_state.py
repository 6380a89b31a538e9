"""The State that the letter addresses, and how the letter names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.guide.bound import LetterField
from app.gui.guide.page import PLACE
from app.gui.guide.state_field import StateField
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.fields import Field

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.case_choices import CaseChoices
    from app.gui.guide.presenter import GuidePresenter

_HEADING: Final = N_("State addressed")
_KEEP: Final = N_("Keep these names for later letters")
_KAZAKH: Final = N_("Kazakh")
_ADJECTIVE_HINT: Final = N_("As in “the Kazakh court”.")


class StateCard(Card):
    """A State, its name, its official name and its adjective in the letter's language."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, choices: CaseChoices) -> None:
        super().__init__(guide.texts.text(_HEADING))
        say = guide.texts.text
        self._guide, self._choices = guide, choices
        self.choice: Field[StateField] = Field(say(N_("State")), StateField(desktop, say(N_("State"))))
        self.choice.editor.field.setProperty(PLACE, "state.code")
        self.choice.editor.state_chosen.connect(choices.choose_state)
        self.names = [
            LetterField(guide, "state.name"),
            LetterField(guide, "state.adjective", placeholder=say(_KAZAKH), hint=say(_ADJECTIVE_HINT)),
            LetterField(guide, "state.formal_name"),
        ]
        self.keep = LinkButton(say(_KEEP), clicked=self._on_keep)
        self._lay_out()

    def show_letter(self) -> None:
        """Show what the letter says."""
        self.choice.editor.show_state(self._guide.letter.state.code)
        for field in self.names:
            field.show_letter()
        self.keep.setVisible(self._choices.may_keep_state)

    def editors(self) -> dict[str, QWidget]:
        """Give the editors by their places; a letter without a State begins with the choice."""
        found: dict[str, QWidget] = {field.place: field.editor for field in self.names}
        return {**found, "state": self.choice.editor.field, "state.code": self.choice.editor.field}

    def _on_keep(self) -> None:
        self._choices.keep_state()
        self.show_letter()
        self.names[0].editor.setFocus()

    def _lay_out(self) -> None:
        for widgets in ((self.choice, self.names[0]), (self.names[1], self.names[2])):
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget in widgets:
                row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
