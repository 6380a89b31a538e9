"""The step “Signatories, copies, number and date”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.letters import Copy
from app.domain.people import Mandate
from app.flow.filling import fill
from app.gui.guide.page import StepPage
from app.gui.guide.scrolling import show_focus_soon
from app.gui.guide.steps.item_list import ItemList
from app.gui.guide.steps.letter_fields import DAY, LINES, NUMBER, PlaceField
from app.gui.guide.steps.lines_editor import LinesEditor
from app.gui.guide.steps.number_card import NumberCard
from app.gui.guide.steps.signatories import SignatoriesEditor
from app.gui.guide.steps.signing_presenter import SigningPresenter
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.words import Words
from app.i18n.formats import long_day

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_SIGNS, _MANDATES = N_("Who signs"), N_("In the capacity of these mandates")
_ADD_MANDATE: Final = N_("Add a mandate")
_PLACE_AND_DATE, _NUMBER = N_("Place and date"), N_("Number")
_DATE_HINT: Final = N_("Empty: the day of registration. Today is {day}.")
_TODAY: Final = N_("Today")
_COPIES, _ADD_COPY = N_("Copies go to"), N_("Add somebody")
_ADDRESS_HINT: Final = N_("One line each; may stay empty.")
_ENCLOSURES, _ADD_ENCLOSURE = N_("Enclosures"), N_("Add an enclosure")
_REPLY, _REPLY_HINT = N_("Time for a reply"), N_("Days, a day or words: one of them is enough.")
_PUBLICATION, _DISCLAIMER = N_("Publication"), N_("Disclaimer")


class SigningPage(StepPage):
    """Everything at the end of the letter, and its number and date."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.presenter = SigningPresenter(guide)
        self.signatories = SignatoriesEditor(desktop, guide, self.presenter)
        self.mandates = self._mandate_list()
        self.number = NumberCard(desktop, guide)
        self.copies = self._copy_list()
        self.enclosures = LinesEditor(guide, "enclosures", self.say(_ADD_ENCLOSURE))
        self.fields: list[PlaceField] = []
        self.date = self._date()
        self._lay_out()
        lists = (self.mandates.show_letter, self.copies.show_letter, self.enclosures.show_letter)
        self._shows = (*lists, *(field.show_letter for field in self.fields))

    def show_letter(self) -> None:
        """Show what the letter says."""
        self.signatories.show_letter()
        self.number.show_letter()
        for show in self._shows:
            show()
        self._mandates.setVisible(self.presenter.has_mandates)
        self.number.reference.setVisible(self.presenter.has_reference)

    def go_to(self, place: str) -> bool:
        """Open what a place belongs to, and bring the focus there."""
        self.signatories.go_to(place)
        found = super().go_to(place)
        show_focus_soon()
        return found

    def first_focus(self) -> None:
        """Begin with who signs."""
        self.signatories.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mandate_list(self) -> ItemList:
        def fields(at: str) -> Sequence[PlaceField]:
            title = PlaceField(self.guide, f"{at}.title", lines=2)
            return (title, PlaceField(self.guide, f"{at}.resolution"))

        add = self.say(_ADD_MANDATE)
        return ItemList(self.guide, "mandates", new=Mandate(title=""), fields=fields, add_words=add)

    def _copy_list(self) -> ItemList:
        def fields(at: str) -> Sequence[PlaceField]:
            hint = self.say(_ADDRESS_HINT)
            return (
                PlaceField(self.guide, f"{at}.name"),
                PlaceField(self.guide, f"{at}.office"),
                PlaceField(self.guide, f"{at}.address", form=LINES, lines=2, hint=hint),
            )

        add = self.say(_ADD_COPY)
        return ItemList(self.guide, "copies", new=Copy(name=""), fields=fields, add_words=add)

    def _date(self) -> PlaceField:
        today = long_day(self.guide.today(), self.desktop.texts.language)
        return PlaceField(self.guide, "date", form=DAY, hint=self.say(_DATE_HINT, day=today))

    def _on_today(self) -> None:
        self.guide.do(fill("date", self.guide.today()))
        self.date.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── How it is built ──────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._section(_SIGNS, self.signatories)
        self._mandates = self._section(_MANDATES, self.mandates)
        self._section(_PLACE_AND_DATE, self._card([self._field("place"), self.date], self._today()))
        self.fields.append(self.date)
        self._section(_NUMBER, self.number)
        self._section(_COPIES, self.copies)
        self._section(_ENCLOSURES, self.enclosures)
        reply = [self._field("deadline.days", number=True), self._field("deadline.day", day=True)]
        words = self._field("deadline.words")
        hint = Words(self.say(_REPLY_HINT), "muted", wraps=True)
        self._section(_REPLY, self._card(reply, words, hint))
        public = [self._field("publication.days", number=True), self._field("publication.place")]
        self._section(_PUBLICATION, self._card(public))
        disclaimer = PlaceField(self.guide, "disclaimer", lines=2)
        self.fields.append(disclaimer)
        self._section(_DISCLAIMER, self._card([disclaimer]))
        self.column.addStretch()

    def _field(self, place: str, *, number: bool = False, day: bool = False) -> PlaceField:
        field = (
            PlaceField(self.guide, place, form=NUMBER)
            if number
            else PlaceField(self.guide, place, form=DAY)
            if day
            else PlaceField(self.guide, place)
        )
        self.fields.append(field)
        return field

    def _today(self) -> LinkButton:
        return LinkButton(self.say(_TODAY), clicked=self._on_today)

    def _card(self, fields: Sequence[QWidget], *below: QWidget) -> Card:
        card, row = Card(), QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(row)
        for widget in below:
            card.column.addWidget(widget)
            if isinstance(widget, LinkButton):
                card.column.setAlignment(widget, Qt.AlignmentFlag.AlignTrailing)
        return card

    def _section(self, heading: str, *widgets: QWidget) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(Words(self.say(heading), "heading"))
        for widget in widgets:
            column.addWidget(widget)
        self.column.addWidget(section)
        return section
