"""The step “Legal references”: found by typing, listed as cards, each with a form to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.asking import Notice
from app.gui.guide.page import StepPage
from app.gui.guide.scrolling import show_focus_soon, show_soon
from app.gui.guide.steps.citation_card import CitationCard
from app.gui.guide.steps.law_presenter import CitedState, LawPresenter
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.picker import Picker
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.flow.citation_kinds import CitationKind
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter
    from app.services.legal_references import Suggestion

_FIND: Final = N_("Find a legal reference")
_EXAMPLE: Final = N_("For example: iccpr 22, c87, udhr 23(4)")
_IN_LETTER: Final = N_("In this letter")
_NONE_YET: Final = N_("None yet. A letter may do without; type above to add one.")
_REMOVED: Final = N_("“{title}” was taken out of the letter.")
_UNDO: Final = N_("Undo")
_WHAT_IS_IT: Final = N_("What is “{text}”?")
_NOT_IT: Final = N_("Add nothing")
_UNPRINTED: Final = N_("No part of this letter prints its legal references.")
_PRINT: Final = N_("Add a part that prints them")
_KEPT: Final = N_("“{title}” is kept and will be suggested for other letters.")


class KindChooser(Card):
    """Asks of which kind a reference is that is filled in by hand."""

    def __init__(self, presenter: LawPresenter, page: LawPage) -> None:
        super().__init__(role="told")
        self._text, self._page = "", page
        self.heading = Words("", "strong", wraps=True)
        self.buttons = [self._button(kind, title) for kind, title in presenter.kinds()]
        nothing = QuietButton(page.say(_NOT_IT), clicked=self.close_it)
        self.add(self.heading, FlowRow(*self.buttons, nothing))
        self.hide()

    def ask(self, text: str) -> None:
        """Ask of which kind it is."""
        self._text = text
        self.heading.setText(self._page.desktop.texts.text(_WHAT_IS_IT, text=text))
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Add nothing."""
        self.hide()
        self._page.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, kind: CitationKind, title: str) -> SecondaryButton:
        return SecondaryButton(title, clicked=lambda: self._on_chosen(kind))

    def _on_chosen(self, kind: CitationKind) -> None:
        self.hide()
        self._page.add_new(kind, self._text)


class LawPage(StepPage):
    """What binds the State: the references of the letter, and a field that finds more."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.presenter = LawPresenter(guide, desktop.office.legal_references)
        self.picker = Picker(
            self.say(_FIND),
            self.presenter.rows,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=self.say(_EXAMPLE),
            create=self.presenter.creating,
            floating=False,
        )
        self.chooser = KindChooser(self.presenter, self)
        self.unprinted = self._unprinted()
        self.none_yet = Words(self.say(_NONE_YET), "muted", wraps=True)
        self.cards: list[CitationCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._lay_out()
        self.picker.field.setProperty("place", "citations")
        self.picker.picked.connect(self._on_picked)
        self.picker.create_wanted.connect(self.chooser.ask)

    def show_letter(self) -> None:
        """Show the references of the letter; a card stays while its reference is of the same kind."""
        states = self.presenter.cited
        if [card.state.kind for card in self.cards] != [state.kind for state in states]:
            self._build(states)
        for card, state in zip(self.cards, states, strict=True):
            card.show_state(state)
        self.none_yet.setVisible(not states)
        self.unprinted.setVisible(self.presenter.is_unprinted)

    def go_to(self, place: str) -> bool:
        """Open the reference that a place belongs to."""
        number = place.split(".")[1] if place.startswith("citations.") else ""
        if number.isdecimal() and 0 < int(number) <= len(self.cards):
            card = self.cards[int(number) - 1]
            card.open()
            if place.count(".") == 1:
                card.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
                show_soon(card)
                return True
        found = super().go_to(place)
        show_focus_soon()
        return found

    def first_focus(self) -> None:
        """Begin by typing."""
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_new(self, kind: CitationKind, text: str) -> None:
        """Begin a reference of a kind and let it be filled in."""
        number = self.presenter.add_new(kind, text)
        self._open(number)

    def _on_picked(self, key: object) -> None:
        picked: Suggestion = key  # type: ignore[assignment]  # the keys of our own rows
        self.presenter.add(picked.citation)
        if picked.key:
            used = self.desktop.office.legal_references.mark_used
            self.desktop.jobs.run(lambda: used(picked.key), lambda _nothing: None)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, number: int) -> None:
        card = self.cards[number - 1]
        card.open()
        card.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(card)

    def _on_removed(self, number: int) -> None:
        title = self.presenter.remove(number)
        left = self.cards[min(number, len(self.cards)) - 1].remove if self.cards else self.picker
        left.setFocus(Qt.FocusReason.OtherFocusReason)
        text = self.say(_REMOVED, title=title)
        self.desktop.asking.notify(Notice(text, self.say(_UNDO), self.guide.undo))

    def _on_moved(self, number: int, by: int) -> None:
        before = self.cards[number - 1]
        was_open = before.is_open
        to = self.presenter.move(number, by)
        self.show_letter()
        if was_open:
            self.cards[to - 1].open()
        self.cards[to - 1].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self, number: int) -> None:
        title = self.cards[number - 1].state.title
        self.desktop.jobs.run(lambda: self.presenter.keep(number), lambda _nothing: self._say_kept(title))

    def _say_kept(self, title: str) -> None:
        self.desktop.changes.references_changed.emit()
        self.desktop.asking.notify(Notice(self.say(_KEPT, title=title)))

    def _build(self, states: tuple[CitedState, ...]) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(state) for state in states]

    def _card(self, state: CitedState) -> CitationCard:
        card = CitationCard(self.guide, state)
        card.removed.connect(lambda: self._on_removed(state.number))
        card.moved.connect(lambda by: self._on_moved(state.number, by))
        card.kept.connect(lambda: self._on_kept(state.number))
        self._list.addWidget(card)
        card.show()  # at once, so that it can have the focus
        return card

    def _unprinted(self) -> QWidget:
        card = Card(role="advice")
        card.add(Words(self.say(_UNPRINTED), wraps=True))
        card.add_row(SecondaryButton(self.say(_PRINT), clicked=self.presenter.print_them))
        card.hide()
        return card

    def _lay_out(self) -> None:
        self.column.addWidget(self.picker)
        self.column.addWidget(self.chooser)
        self.column.addWidget(Words(self.say(_IN_LETTER), "heading"))
        self.column.addWidget(self.unprinted)
        self.column.addWidget(self.none_yet)
        self.column.addLayout(self._list)
        self.column.addStretch()
