"""The second step: who the letter goes to, in which order, and how each is addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.gui.asking import Notice
from app.gui.guide.bound import LetterField
from app.gui.guide.kind_choices import KindChoices
from app.gui.guide.page import PLACE, StepPage
from app.gui.guide.recipients_card import RecipientCard
from app.gui.guide.recipients_choices import RecipientsChoices
from app.gui.guide.scrolling import show_soon
from app.gui.recipients.short_form import ShortRecipientForm
from app.gui.widgets.cards import Card
from app.gui.widgets.picker import Picker
from app.gui.widgets.words import Words
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_NAME: Final = N_("Recipient")
_FIND: Final = N_("A name, an office or an institution, in any language")
_CREATE: Final = N_("Create “{name}”")
_NOBODY: Final = N_("Nobody is chosen yet. Whoever you create here stands in the address book from then on.")
_IN_LETTER: Final = N_("In this letter")
_KNOWN_IN: Final = N_("{name} is known in {language} only.")
_WRITE_IN: Final = N_("Write the letter in {language}")
_FORWARD_HINT: Final = N_("Somebody whom the addressee is asked to pass the letter on to.")


class RecipientsPage(StepPage):
    """A field that finds recipients, the form for a new one, and a card for each in the letter."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.choices = RecipientsChoices(guide)
        self.cards: list[RecipientCard] = []
        self.picker = Picker(
            self.say(_NAME),
            self.choices.suggest,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=self.say(_FIND),
            create=lambda name: self.say(_CREATE, name=name),
        )
        self.picker.field.setProperty(PLACE, "recipients")
        self._new_card = Card()
        self.new: ShortRecipientForm | None = None
        self._heading = Words("", "heading", wraps=True)
        self._nobody = Words(self.say(_NOBODY), "muted", wraps=True)
        self.forward = LetterField(guide, "forward_to", hint=self.say(_FORWARD_HINT))
        self._lay_out()
        self._connect()

    def show_letter(self) -> None:
        """Show a card for each recipient; a card is kept while its number stays."""
        lines = self.choices.lines()
        while len(self.cards) > len(lines):
            gone = self.cards.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.cards) < len(lines):
            self._add_card()
        for card, line in zip(self.cards, lines, strict=True):
            card.show_line(line, of=len(lines))
        self._heading.setText(self.say(_IN_LETTER))
        self._heading.setVisible(bool(lines))
        self._nobody.setVisible(not lines and self.new is None)
        self.forward.setVisible(bool(lines))
        self.forward.show_letter()

    def first_focus(self) -> None:
        """Begin in the field that finds."""
        self.picker.setFocus()

    def leave(self) -> None:
        """Add whoever was begun here, so that nothing is lost."""
        if self.new is not None and self.new.entry().is_enough:
            self.new.keep()

    def go_to(self, place: str) -> bool:
        """Bring the focus to a form of a card; its further forms are opened for that."""
        _, _, rest = place.partition(".")
        number, _, form = rest.partition(".")
        if number.isdecimal() and int(number) <= len(self.cards):
            return self.cards[int(number) - 1].go_to(form)
        return super().go_to(place)

    def _add_card(self) -> None:
        card = RecipientCard(self.desktop, self.guide, len(self.cards) + 1)
        card.removed.connect(self._on_removed)
        card.moved.connect(self._on_moved)
        card.confirmed.connect(self._on_confirmed)
        card.route_chosen.connect(self._on_route)
        self.cards.append(card)
        self.column.insertWidget(self.column.indexOf(self.forward), card)
        card.show()

    def _on_picked(self, key: object) -> None:
        self._propose(self.choices.pick(str(key)))

    def _on_create(self, name: str) -> None:
        self._end_new()
        self.new = ShortRecipientForm(self.desktop, name, self.guide.letter.language)
        self.new.created.connect(self._on_created)
        self.new.cancelled.connect(self._on_cancelled)
        self._new_card.add(self.new)
        self._new_card.show()
        self.new.show()
        self.show_letter()
        self.new.first_focus()
        show_soon(self._new_card)

    def _on_created(self, addressee: object) -> None:
        self._end_new()
        self.choices.forget()
        self._propose(self.choices.add(addressee))  # type: ignore[arg-type]
        self.picker.setFocus()

    def _on_cancelled(self) -> None:
        self._end_new()
        self.show_letter()
        self.picker.setFocus()

    def _end_new(self) -> None:
        """Put the form for somebody new away."""
        self._new_card.hide()
        if self.new is not None:
            self.new.hide()
            self.new.deleteLater()
            self.new = None

    def _propose(self, tag: str) -> None:
        """Offer to write in the only language that a recipient is known in."""
        if not tag:
            return
        name = self.guide.letter.recipients[-1].lines[:1] or ("",)
        language = language_name(tag, self.desktop.texts.language)
        words = self.say(_KNOWN_IN, name=name[0], language=language)
        action = self.say(_WRITE_IN, language=language)
        self.desktop.asking.notify(Notice(words, action, lambda: self._write_in(tag)))

    def _write_in(self, tag: str) -> None:
        KindChoices(self.guide).choose_language(tag)

    def _on_removed(self, number: int) -> None:
        self.choices.remove(number)
        self.picker.setFocus()

    def _on_moved(self, number: int, to: int) -> None:
        self.choices.move(number, to)
        if 1 <= to <= len(self.cards):
            self.cards[to - 1].focus_after_move(up=to < number)

    def _on_confirmed(self, number: int, form: str) -> None:
        change = self.choices.confirm(number, form)
        self.desktop.changes.recipients_changed.emit()
        self.show_letter()
        self.cards[number - 1].tell_confirmed(form, lambda: self._take_back(change))

    def _take_back(self, change: object) -> None:
        self.choices.take_back(change)  # type: ignore[arg-type]
        self.desktop.changes.recipients_changed.emit()
        self.show_letter()

    def _on_route(self, number: int, route: object) -> None:
        self.choices.keep_route(number, route)  # type: ignore[arg-type]
        self.desktop.changes.recipients_changed.emit()
        self.show_letter()

    def _on_book_changed(self) -> None:
        self.choices.forget()
        self.show_letter()

    def _connect(self) -> None:
        self.picker.picked.connect(self._on_picked)
        self.picker.create_wanted.connect(self._on_create)
        self.desktop.changes.recipients_changed.connect(self._on_book_changed)

    def _lay_out(self) -> None:
        self._new_card.hide()
        for widget in (self.picker, self._new_card, self._nobody, self._heading, self.forward):
            self.column.addWidget(widget)
