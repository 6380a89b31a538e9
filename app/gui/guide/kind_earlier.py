"""The letter that a follow-up follows: found in the register, or written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import N_
from app.domain.letters import EarlierLetter
from app.flow.fields import title_of_field
from app.flow.filling import fill
from app.gui.guide.bound import LetterField
from app.gui.guide.page import PLACE
from app.gui.guide.steps.letter_fields import DAY, PlaceField
from app.gui.widgets.cards import Card
from app.gui.widgets.picker import Picker
from app.gui.widgets.ticks import Tick

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.kind_choices import KindChoices
    from app.gui.guide.presenter import GuidePresenter

_FIND: Final = N_("Find it in the register: a number, a name, a word")
_HEADING: Final = N_("Earlier letter")


class EarlierCard(Card):
    """Number, date and subject of the earlier letter, and whether it was answered."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, choices: KindChoices) -> None:
        super().__init__(guide.texts.text(_HEADING))
        say = guide.texts.text
        self._guide, self._choices = guide, choices
        self.picker = Picker(
            say(_HEADING),
            choices.registered,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=say(_FIND),
        )
        self.picker.picked.connect(self._on_picked)
        self.number = LetterField(guide, "earlier.number", placeholder="147/01-3")
        self.day = PlaceField(guide, "earlier.date", form=DAY)
        self.subject = LetterField(guide, "earlier.subject")
        self.answered = Tick(say(title_of_field("earlier.answered")))
        self.answered.setProperty(PLACE, "earlier.answered")
        self.answered.clicked.connect(lambda on: guide.do(fill("earlier.answered", on)))
        self.add(self.picker)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.number, 1)
        row.addWidget(self.day, 1)
        self.column.addLayout(row)
        self.add(self.subject, self.answered)

    def show_letter(self) -> None:
        """Show what the letter says."""
        for field in (self.number, self.day, self.subject):
            field.show_letter()
        self.answered.setChecked(self._guide.letter.earlier.answered)

    def _on_picked(self, earlier: object) -> None:
        if isinstance(earlier, EarlierLetter):
            self._choices.follow(earlier)
