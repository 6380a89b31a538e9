"""The blocks of a letter one under the other, moved by mouse and by keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.gui.writing.block_editor import WritingHelp
from app.gui.writing.card import BlockCard, Languages
from app.gui.writing.states import CardState

BLOCK_TYPE: Final = "application/x-chancery-block"
_GAP: Final = 12


class BlocksColumn(QWidget):
    """Shows a card for each block; every signal begins with the key of the block.

    ``moved`` gives the place, counted from 0, that the block is to have among
    all blocks. A card stays the same widget as long as its block is there.
    """

    text_edited = Signal(str, str)
    reset_wanted = Signal(str)
    accepted = Signal(str)
    add_wanted = Signal(str)
    drop_wanted = Signal(str)
    moved = Signal(str, int)
    language_wanted = Signal(str, str)
    block_focused = Signal(str)

    def __init__(self, help_: WritingHelp, languages: Languages = ()) -> None:
        super().__init__()
        self._help, self._languages = help_, tuple(languages)
        self._cards: dict[str, BlockCard] = {}
        self._order: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addStretch()
        self._mark = QFrame(self)
        self._mark.setProperty("role", "drop mark")
        self._mark.hide()
        self.setAcceptDrops(True)

    def card(self, key: str) -> BlockCard:
        """Give the card of a block."""
        return self._cards[key]

    def keys(self) -> tuple[str, ...]:
        """Give the keys of the blocks in their order."""
        return tuple(self._order)

    def show_blocks(self, states: Sequence[CardState]) -> None:
        """Show these blocks in this order."""
        self._order = [state.key for state in states]
        for key in self._cards.keys() - set(self._order):
            self._take_away(key)
        before = tuple(self._cards)
        for place, state in enumerate(states):
            card = self._cards.get(state.key)
            if card is None:
                card = self._new_card(state)
            elif card.state != state:
                card.show_state(state)
            self._put_at(card, place)
        if before != tuple(self._order):
            self._order_tabs()

    def focus_block(self, key: str) -> None:
        """Let a block be written."""
        card = self._cards[key]
        card.editor.wake()
        card.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_at(self, card: BlockCard, place: int) -> None:
        if self._column.indexOf(card) == place:
            return
        held = card.editor.has_focus_within()
        self._column.insertWidget(place, card)
        if held:
            card.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        stops = [stop for key in self._order if key in self._cards for stop in self._cards[key].stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _new_card(self, state: CardState) -> BlockCard:
        key = state.key
        card = self._cards[key] = BlockCard(self._help, state, self._languages)
        card.text_edited.connect(lambda text: self.text_edited.emit(key, text))
        card.reset_wanted.connect(lambda: self.reset_wanted.emit(key))
        card.accepted.connect(lambda: self.accepted.emit(key))
        card.add_wanted.connect(lambda: self.add_wanted.emit(key))
        card.drop_wanted.connect(lambda: self.drop_wanted.emit(key))
        card.move_wanted.connect(lambda by: self._on_move_wanted(key, by))
        card.language_wanted.connect(lambda tag: self.language_wanted.emit(key, tag))
        card.pulled.connect(lambda: self._drag(key))
        card.focused.connect(lambda on: self.block_focused.emit(key) if on else None)
        return card

    def _take_away(self, key: str) -> None:
        card = self._cards.pop(key)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_move_wanted(self, key: str, by: int) -> None:
        place = self._order.index(key) + by
        if 0 <= place < len(self._order):
            self.moved.emit(key, place)

    def _drag(self, key: str) -> None:
        data = QMimeData()
        data.setData(BLOCK_TYPE, key.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._cards[key].grab().scaledToWidth(240, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)
        self._mark.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take blocks of this letter."""
        if self._key_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which cards the block would go."""
        event.acceptProposedAction()
        self._show_mark(self._gap_at(event.position().toPoint()))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        self._mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the block to be moved."""
        self._mark.hide()
        key, gap = self._key_in(event.mimeData()), self._gap_at(event.position().toPoint())
        if not key:
            return
        event.acceptProposedAction()
        now = self._order.index(key)
        place = gap - 1 if gap > now else gap
        if place != now:
            self.moved.emit(key, place)

    def _key_in(self, data: QMimeData) -> str:
        key = bytes(data.data(BLOCK_TYPE).data()).decode()
        return key if key in self._cards else ""

    def _gap_at(self, place: QPoint) -> int:
        """Give before which card something dropped here goes."""
        middles = [self._cards[key].geometry().center().y() for key in self._order]
        return sum(middle < place.y() for middle in middles)

    def _show_mark(self, gap: int) -> None:
        cards = [self._cards[key].geometry() for key in self._order]
        top = cards[gap].top() if gap < len(cards) else cards[-1].bottom() + _GAP
        self._mark.setGeometry(0, top - _GAP // 2 - 1, self.width(), 3)
        self._mark.show()
        self._mark.raise_()
