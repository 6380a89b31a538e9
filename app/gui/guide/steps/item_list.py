"""Lists of small things with a few fields each: mandates, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.flow.filling import move, put, take_out
from app.flow.places import value_at
from app.gui.guide.page import PLACE
from app.gui.guide.steps.letter_fields import PlaceField
from app.gui.guide.steps.moving import MovableCard
from app.gui.widgets.buttons import IconButton, QuietButton

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter

Fields = Callable[[str], Sequence[PlaceField]]
_REMOVE: Final = N_("Remove number {number}")


class ItemList(QWidget):
    """The items at one place of the letter; ``fields`` gives those of the item at an address."""

    def __init__(
        self, guide: GuidePresenter, place: str, *, new: object, fields: Fields, add_words: str
    ) -> None:
        super().__init__()
        self._guide, self.place, self._new, self._make = guide, place, new, fields
        self.cards: list[MovableCard] = []
        self.fields: list[Sequence[PlaceField]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.add_button = QuietButton(add_words, icon="plus", clicked=self.add)
        self.add_button.setProperty(PLACE, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_letter()

    def show_letter(self) -> None:
        """Show the items of the letter."""
        number = len(value_at(self._guide.letter, self.place))
        if number != len(self.cards):
            self._build(number)
        for fields in self.fields:
            for field in fields:
                field.show_letter()

    def add(self) -> None:
        """Begin another item."""
        self._guide.do(put(self.place, self._new))
        self.show_letter()
        self._focus(len(self.cards))

    def _focus(self, number: int) -> None:
        near = self.fields[number - 1][0].editor if 1 <= number <= len(self.fields) else self.add_button
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, number: int) -> None:
        self._guide.do(take_out(self.place, number))
        self.show_letter()
        self._focus(min(number, len(self.cards)))

    def _move(self, number: int, by: int) -> None:
        if 1 <= number + by <= len(self.cards):
            self._guide.do(move(self.place, number, number + by))
            self.show_letter()
            self._focus(number + by)

    def _build(self, number: int) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self.fields = [], []
        for at in range(1, number + 1):
            self._add_card(at)

    def _add_card(self, at: int) -> None:
        card, fields = MovableCard(), self._make(f"{self.place}.{at}")
        remove = IconButton(
            "x", self._guide.texts.text(_REMOVE, number=at), clicked=lambda: self._take_out(at)
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(12)
        for field in fields:
            column.addWidget(field)
        row.addLayout(column, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(row)
        card.moved.connect(lambda by: self._move(at, by))
        self.cards.append(card)
        self.fields.append(fields)
        self._list.addWidget(card)
        card.show()
