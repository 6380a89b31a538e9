"""The signatories of the letter: groups of cards, moved by keys, and a field that finds more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.asking import Notice
from app.gui.guide.page import PLACE
from app.gui.guide.scrolling import show_soon
from app.gui.guide.steps.letter_fields import LINES, PlaceChoice, PlaceField
from app.gui.guide.steps.moving import MovableCard
from app.gui.guide.steps.roomy import RoomyRow
from app.gui.guide.steps.signing_presenter import PersonState, SigningPresenter
from app.gui.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.picker import Picker
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_CHANGE, _DONE, _REMOVE = N_("Change"), N_("Done"), N_("Remove")
_CHANGE_WHOM, _REMOVE_WHOM = N_("Change “{name}”"), N_("Remove “{name}” from the letter")
_KEEP: Final = N_("Keep in the directory")
_KEPT: Final = N_("“{name}” is kept and can sign other letters.")
_MOVE_HINT: Final = N_("Alt with the up or down arrow moves it.")
_CAPACITIES_HINT: Final = N_("One a line, in the order in which they are printed.")
_IN_TEXT_EXAMPLE: Final = N_("the president of the ITUC Pan-European Regional Council")
_WITNESS_EXAMPLE: Final = N_("a Georgian and representative of the same region")
_FIND, _FIND_HINT = N_("Add a signatory"), N_("Add a signatory: type any part of a name")
_GROUP: Final = N_("Group {number}")
_ADD_GROUP, _REMOVE_GROUP = N_("Add another group"), N_("Remove this group")
_ONE, _TWO = N_("One column"), N_("Two columns")
_SENDERS: Final = N_("Take those who sign for the sender")
_REMOVED: Final = N_("“{name}” does not sign any more.")
_UNDO: Final = N_("Undo")


class PersonCard(MovableCard):
    """One signatory: two lines, or the fields."""

    removed = Signal()
    kept = Signal()

    def __init__(self, guide: GuidePresenter, state: PersonState) -> None:
        super().__init__()
        self._guide, self.state = guide, state
        say = guide.texts.text
        self.title, self.line = Words("", "strong", wraps=True), Words("", "muted", wraps=True)
        self.change = QuietButton(say(_CHANGE), clicked=self._on_change)
        self.change.setProperty(PLACE, state.place)
        self.change.setToolTip(say(_MOVE_HINT))
        self.remove = SecondaryButton(say(_REMOVE), clicked=self.removed.emit)
        self.fields: list[PlaceField] = []
        self._form = QWidget()
        self._lay_out()
        self.show_state(state)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return bool(self.fields) and not self._form.isHidden()

    def show_state(self, state: PersonState) -> None:
        """Show the signatory as he or she is now."""
        self.state = state
        say = self._guide.texts.text
        self.title.setText(state.title)
        self.line.setText(state.line)
        self.line.setVisible(bool(state.line))
        self.change.setAccessibleName(say(_CHANGE_WHOM, name=state.title))
        self.remove.setAccessibleName(say(_REMOVE_WHOM, name=state.title))
        for field in self.fields:
            field.show_letter()

    def open(self, on: bool = True) -> None:
        """Show the fields, or put them away."""
        if on and not self.fields:
            self._fill_form()
        self._form.setVisible(on)
        self.change.say(self._guide.texts.text(_DONE if on else _CHANGE))

    def begin(self) -> None:
        """Open it, with the caret in the first field that is empty."""
        self.open()
        first = next((field for field in self.fields if not field.text()), self.fields[0])
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self)

    def _on_change(self) -> None:
        if self.is_open:
            self.open(False)
        else:
            self.begin()

    def _fill_form(self) -> None:
        say, at, guide = self._guide.texts.text, self.state.place, self._guide
        self.fields = [
            PlaceField(guide, f"{at}.name"),
            PlaceField(guide, f"{at}.capacities", form=LINES, lines=2, hint=say(_CAPACITIES_HINT)),
            PlaceField(guide, f"{at}.organisation"),
            PlaceField(guide, f"{at}.in_text", placeholder=say(_IN_TEXT_EXAMPLE)),
            PlaceField(guide, f"{at}.witness", placeholder=say(_WITNESS_EXAMPLE)),
        ]
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in self.fields:
            column.addWidget(field)
        keep = LinkButton(say(_KEEP), clicked=self.kept.emit)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeading)

    def _lay_out(self) -> None:
        head = RoomyRow(self.title, self.line, buttons=(self.change, self.remove))
        self.column.addWidget(head)
        self.column.addWidget(self._form)
        self._form.hide()


class GroupHead(QWidget):
    """The heading and the columns of a group."""

    def __init__(self, guide: GuidePresenter, number: int, remove: QuietButton) -> None:
        super().__init__()
        say, at = guide.texts.text, f"signatories.{number}"
        self.heading = PlaceField(guide, f"{at}.heading")
        self.columns = PlaceChoice(guide, f"{at}.columns", [(1, say(_ONE)), (2, say(_TWO))])
        top = QHBoxLayout()
        top.addWidget(Words(say(_GROUP, number=number), "strong"), 1)
        top.addWidget(remove)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.heading, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.columns, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(row)

    def show_letter(self) -> None:
        """Show what the letter says."""
        self.heading.show_letter()
        self.columns.show_letter()


class SignatoriesEditor(QWidget):
    """All signatories of the letter."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, presenter: SigningPresenter) -> None:
        super().__init__()
        self._desktop, self._guide, self.presenter = desktop, guide, presenter
        say = desktop.texts.text
        self.cards: list[PersonCard] = []
        self.heads: list[GroupHead] = []
        self._shape: tuple[int, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.picker = Picker(
            say(_FIND),
            presenter.rows,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=say(_FIND_HINT),
            create=presenter.creating,
        )
        self.picker.field.setProperty(PLACE, "signatories")
        self.senders = SecondaryButton(say(_SENDERS), clicked=presenter.take_the_sender_s)
        self.add_group = QuietButton(say(_ADD_GROUP), icon="plus", clicked=self._on_add_group)
        self.picker.picked.connect(lambda key: self._begin(presenter.add_known(str(key)), known=True))
        self.picker.create_wanted.connect(lambda name: self._begin(presenter.add_new(name)))
        self._lay_out()

    def show_letter(self) -> None:
        """Show who signs; cards stay while the groups keep their shape."""
        groups = self.presenter.groups
        shape = tuple(len(group) for group in groups)
        if shape != self._shape:
            self._build(groups)
            self._shape = shape
        states = [state for group in groups for state in group]
        for card, state in zip(self.cards, states, strict=True):
            card.show_state(state)
        for head in self.heads:
            head.show_letter()
        self.senders.setVisible(self.presenter.may_take_the_sender_s)
        self.add_group.setVisible(bool(states))

    def go_to(self, place: str) -> None:
        """Open the signatory whom a place belongs to."""
        for card in self.cards:
            if place.startswith(f"{card.state.place}."):
                card.open()

    def _begin(self, state: PersonState, *, known: bool = False) -> None:
        self.show_letter()
        card = self._card_at(state)
        if known:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        elif card:
            card.begin()

    def _card_at(self, state: PersonState) -> PersonCard | None:
        wanted = (state.group, state.number)
        return next((c for c in self.cards if (c.state.group, c.state.number) == wanted), None)

    def _on_add_group(self) -> None:
        number = self.presenter.add_group()
        self.show_letter()
        self.heads[number - 1].heading.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, card: PersonCard) -> None:
        name, say = card.state.title, self._desktop.texts.text
        self.presenter.remove(card.state)
        self.show_letter()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desktop.asking.notify(Notice(say(_REMOVED, name=name), say(_UNDO), self._guide.undo))

    def _on_moved(self, card: PersonCard, by: int) -> None:
        state, was_open = self.presenter.move(card.state, by), card.is_open
        self._shape = None
        self.show_letter()
        moved = self._card_at(state)
        if moved:
            moved.open(was_open)
            moved.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self, card: PersonCard) -> None:
        state = card.state
        self._desktop.jobs.run(lambda: self.presenter.keep(state), lambda _none: self._say_kept(state.title))

    def _say_kept(self, name: str) -> None:
        self._desktop.changes.senders_changed.emit()
        self._desktop.asking.notify(Notice(self._desktop.texts.text(_KEPT, name=name)))

    def _build(self, groups: tuple[tuple[PersonState, ...], ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self.heads = [], []
        for number, group in enumerate(groups, start=1):
            if len(groups) > 1 or self._guide.letter.signatories[number - 1].heading:
                self._add_head(number)
            for state in group:
                self._add_card(state)

    def _add_head(self, number: int) -> None:
        remove = QuietButton(self._desktop.texts.text(_REMOVE_GROUP))
        remove.clicked.connect(lambda: self._on_remove_group(number))
        head = GroupHead(self._guide, number, remove)
        self.heads.append(head)
        self._list.addWidget(head)
        head.show()

    def _on_remove_group(self, number: int) -> None:
        self.presenter.remove_group(number)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_card(self, state: PersonState) -> None:
        card = PersonCard(self._guide, state)
        card.removed.connect(lambda: self._on_removed(card))
        card.moved.connect(lambda by: self._on_moved(card, by))
        card.kept.connect(lambda: self._on_kept(card))
        self.cards.append(card)
        self._list.addWidget(card)
        card.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._list)
        column.addWidget(self.picker)
        column.addWidget(FlowRow(self.senders, self.add_group))
