"""The first step: what kind of letter it is, in which language, from whom, and after which letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.domain.errors import N_
from app.domain.letters import LetterType
from app.flow.naming import TYPE_TITLES
from app.gui.asking import Notice
from app.gui.guide.bound import LetterField
from app.gui.guide.kind_cards import ChoiceCard
from app.gui.guide.kind_choices import PURPOSES, KindChoices
from app.gui.guide.kind_earlier import EarlierCard
from app.gui.guide.kind_sender import SenderCard
from app.gui.guide.page import PLACE, StepPage
from app.gui.widgets.chips import Chip
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.kind_choices import LanguageChoice
    from app.gui.guide.presenter import GuidePresenter

_LANGUAGE: Final = N_("Language of the letter")
_NO_WORDING: Final = N_("No wording for this kind of letter yet: {languages}. Write it at Templates.")
_UNDO: Final = N_("Undo")
_TITLE_HINT: Final = N_("Empty, the register shows the subject.")


class KindPage(StepPage):
    """Cards for the kinds, chips for the languages, the sender, and the earlier letter of a follow-up."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self._choices = KindChoices(guide)
        self._shown_languages: tuple[LanguageChoice, ...] = ()
        self.cards = self._make_cards()
        self.languages = FlowRow()
        self._missing = Words("", "muted", wraps=True)
        self.who = SenderCard(desktop, guide, self._choices)
        self.earlier = EarlierCard(desktop, guide, self._choices)
        self.title = LetterField(guide, "title", hint=self.say(_TITLE_HINT))
        self._lay_out()

    def show_letter(self) -> None:
        """Show what was chosen."""
        self.cards[self.guide.letter.type].setChecked(True)
        self._show_languages()
        self.who.show_letter()
        self.earlier.setVisible(self._choices.follows_one)
        self.earlier.show_letter()
        self.title.show_letter()

    def first_focus(self) -> None:
        """Begin at the kind that is chosen."""
        self.cards[self.guide.letter.type].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: str) -> bool:
        """Bring the focus to the chosen kind or language, or to a field."""
        if place == "language":
            chosen = next((chip for chip in self.languages.findChildren(Chip) if chip.isChecked()), None)
            if chosen:
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            return chosen is not None
        if place == "sender" or place.startswith("sender."):
            return self.who.go_to(place)
        if place == "type":
            self.first_focus()
            return True
        return super().go_to(place)

    def leave(self) -> None:
        """Keep what the sender did not know yet."""
        if self._choices.complete_sender():
            self.desktop.changes.senders_changed.emit()

    def _make_cards(self) -> dict[LetterType, ChoiceCard]:
        cards = {}
        for kind in LetterType:
            card = ChoiceCard(self.desktop.theme, self.say(TYPE_TITLES[kind]), self.say(PURPOSES[kind]))
            card.clicked.connect(lambda _on=False, kind=kind: self._on_kind(kind))
            card.entered.connect(self.guide.next)
            cards[kind] = card
        return cards

    def _on_kind(self, kind: LetterType) -> None:
        if kind is self.guide.letter.type:
            return
        told = self._choices.choose_kind(kind)
        if told:
            self._tell(self.desktop.texts.said(told))

    def _on_language(self, tag: str) -> None:
        if tag != self.guide.letter.language and (told := self._choices.choose_language(tag)):
            self._tell(told)

    def _tell(self, words: str) -> None:
        self.desktop.asking.notify(Notice(words, self.say(_UNDO), self.guide.undoing()))

    def _show_languages(self) -> None:
        choices = self._choices.languages()
        if choices == self._shown_languages:
            return
        had_focus = any(chip.hasFocus() for chip in self.languages.findChildren(Chip))
        self._shown_languages = choices
        self.languages.clear()
        self._group = QButtonGroup(self)
        for choice in choices:
            chip = self._chip(choice)
            self.languages.add(chip)
            chip.show()
        if had_focus:
            self.go_to("language")
        missing = ", ".join(choice.name for choice in choices if not choice.is_offered)
        self._missing.setText(self.say(_NO_WORDING, languages=missing) if missing else "")
        self._missing.setVisible(bool(missing))

    def _chip(self, choice: LanguageChoice) -> Chip:
        chip = Chip(choice.name, on=choice.is_chosen)
        chip.setEnabled(choice.is_offered)
        chip.setProperty(PLACE, "language")
        chip.clicked.connect(lambda _on=False: self._on_language(choice.tag))
        self._group.addButton(chip)
        if not choice.is_offered:
            chip.setToolTip(self.say(_NO_WORDING, languages=choice.name))
            chip.setAccessibleDescription(chip.toolTip())
        return chip

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setAccessibleName(self.say(N_("Kind of letter")))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for at, card in enumerate(self.cards.values()):
            grid.addWidget(card, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addWidget(holder)
        self.column.addWidget(Words(self.say(_LANGUAGE), "strong"))
        for widget in (self.languages, self._missing, self.who, self.earlier, self.title):
            self.column.addWidget(widget)
