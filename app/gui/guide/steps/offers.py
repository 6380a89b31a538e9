"""The ways in which a letter leaves the desk, each with what it will do and its button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.gui.guide.steps.roomy import RoomyRow
from app.gui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card, Line
from app.gui.widgets.words import Words
from app.services.exporting import TITLES, Way

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue
    from app.services.exporting import Offer


class OffersCard(Card):
    """One row for each way; ``wanted`` gives the way whose button was pressed."""

    wanted = Signal(object)

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        self._texts = texts
        self.buttons: dict[Way, Button] = {}
        self.sentences: dict[Way, Words] = {}
        for way in Way:
            if self.buttons:
                self.add(Line())
            self.add(self._row(way))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Say of each way what it will do, or why it cannot be done."""
        for offer in offers:
            self.sentences[offer.way].setText(self._texts.said(offer.why_not or offer.sentence))
            self.buttons[offer.way].say(self._texts.text(offer.title))
            self.buttons[offer.way].setEnabled(offer.is_possible)
            self.buttons[offer.way].setAccessibleDescription(self.sentences[offer.way].text())

    def hold(self, on: bool) -> None:
        """Let nothing be pressed while something is being done."""
        for button in self.buttons.values():
            button.setEnabled(not on)

    def _row(self, way: Way) -> QWidget:
        title = self._texts.text(TITLES[way])
        kind = PrimaryButton if way is Way.REGISTER else SecondaryButton
        button = kind(title, clicked=lambda: self.wanted.emit(way))
        words = Words("", "muted", wraps=True)
        self.buttons[way], self.sentences[way] = button, words
        return RoomyRow(words, buttons=(button,))
