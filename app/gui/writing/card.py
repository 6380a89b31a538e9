"""The card of a block: its title and state, what can be done with it, and its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from app.domain.errors import N_
from app.gui.widgets.buttons import IconButton, LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.words import Picture, Tag, Words
from app.gui.writing.block_editor import BlockEditor, WritingHelp
from app.gui.writing.states import RESTING, TAGS, BlockState, CardState

Languages = Sequence[tuple[str, str]]
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TEMPLATE_CHANGED: Final = N_("The template would say something else now.")
_PLACEHOLDER: Final = N_("Write this block here. A slash offers phrases.")


class Grip(Picture):
    """The handle that a card is dragged by."""

    pulled = Signal()

    def __init__(self, words: str) -> None:
        super().__init__("grip-vertical")
        self._pressed: QPoint | None = None
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the drag may begin."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the mouse has moved far enough."""
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.pulled.emit()


class BlockCard(Card):
    """Shows one ``CardState``; says by signals what a person wants.

    The first of the languages is the letter's own, which is not said.
    """

    text_edited = Signal(str)
    reset_wanted = Signal()
    accepted = Signal()
    add_wanted = Signal()
    drop_wanted = Signal()
    move_wanted = Signal(int)
    pulled = Signal()
    language_wanted = Signal(str)
    focused = Signal(bool)

    def __init__(self, help_: WritingHelp, state: CardState, languages: Languages = ()) -> None:
        super().__init__()
        self._help, self._languages, self.state = help_, tuple(languages), state
        self.more: tuple[tuple[str, Callable[[], object]], ...] = ()  # what a screen adds to the menu
        say = help_.texts.text
        self.grip = Grip(say(N_("Drag to move the block, or press Alt with the up or down arrow")))
        self.grip.pulled.connect(self.pulled)
        self.title, self.tag = Words(state.title, "strong"), Tag("")
        self.spoken = Words("", "muted")
        self.back = LinkButton(say(N_("Back to template")), clicked=self.reset_wanted.emit)
        self.below = IconButton("plus", say(N_("Add a block below")), clicked=self.add_wanted.emit)
        self.menu_button = IconButton("ellipsis", "", clicked=self.open_menu)
        self.advice: Card | None = None
        self.editor = BlockEditor(help_, state.title)
        self.remarks = Words("", "muted", wraps=True)
        self.remarks.setContentsMargins(11, 0, 11, 4)
        self._lay_out()
        self._connect()
        self.show_state(state)

    def _advice(self) -> Card:
        card, say = Card(role="advice"), self._help.texts.text
        card.column.setContentsMargins(12, 6, 12, 6)
        card.add_row(
            Words(say(_TEMPLATE_CHANGED)),
            LinkButton(say(N_("Keep my text")), clicked=self.accepted.emit),
            LinkButton(say(N_("Take the template's text")), clicked=self.reset_wanted.emit),
        )
        return card

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.grip, self.title, self.tag, self.spoken):
            head.addWidget(widget)
        head.addStretch()
        for button in (self.back, self.below, self.menu_button):
            head.addWidget(button)
        self.below.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its menu has the same, and Tab a stop less
        self.column.setContentsMargins(10, 6, 8, 8)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.add(self.editor, self.remarks)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        self.editor.edited.connect(self.text_edited)
        self.editor.focused.connect(self._on_focused)

    def stops(self) -> list[QWidget]:
        """Give what Tab stops at, in its order."""
        return [self.back, self.menu_button, *self.editor.stops()]

    def show_state(self, state: CardState) -> None:
        """Show the block as it is now; the caret stays where it is while the text is the same."""
        self.state = state
        say = self._help.texts.text
        words, mood = TAGS[state.state]
        self.title.setText(state.title)
        self.tag.show_state(say(words), mood)
        self.spoken.setText(dict(self._languages).get(state.language, state.language))
        self.spoken.setVisible(bool(self._languages) and state.language != self._languages[0][0])
        self.menu_button.setToolTip(say(N_("More about “{title}”"), title=state.title))
        self.menu_button.setAccessibleName(say(N_("More about “{title}”"), title=state.title))
        self.below.setAccessibleName(say(N_("Add a block below “{title}”"), title=state.title))
        self.back.setVisible(state.may_reset and state.state is not BlockState.OUTDATED)
        self._show_advice(state.state is BlockState.OUTDATED)
        self.remarks.setText("\n".join(state.remarks))
        self.remarks.setVisible(bool(state.remarks))
        self._show_text(state)

    def _show_advice(self, shown: bool) -> None:
        if shown and self.advice is None:
            self.advice = self._advice()
            self.column.insertWidget(1, self.advice)
        if self.advice is not None:
            self.advice.setVisible(shown)

    def _show_text(self, state: CardState) -> None:
        say = self._help.texts.text
        self.editor.field.setAccessibleName(say(N_("Text of “{title}”"), title=state.title))
        self.editor.field.setPlaceholderText(say(_PLACEHOLDER))
        self.editor.show_text(state.text, state.language)
        rests = state.state in RESTING and not self.editor.has_focus_within()
        if rests != self.editor.is_resting and not (self.editor.has_focus_within() and rests):
            self.editor.rest(rests)

    def _on_focused(self, on: bool) -> None:
        if not on and self.state.state in RESTING:
            self.editor.rest(True)
        self.focused.emit(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the block by Alt and the arrows."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if self.state.may_move_up if by < 0 else self.state.may_move_down:
                self.move_wanted.emit(by)
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Open what can be done with the block under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def menu(self) -> QMenu:
        """Give the menu of what can be done with the block."""
        menu, state, say = QMenu(self), self.state, self._help.texts.text
        lines: tuple[tuple[str, bool, Callable[[], object]], ...] = (
            (N_("Move up"), state.may_move_up, lambda: self.move_wanted.emit(-1)),
            (N_("Move down"), state.may_move_down, lambda: self.move_wanted.emit(1)),
            (N_("Add a block below"), True, self.add_wanted.emit),
            (N_("Back to template"), state.may_reset, self.reset_wanted.emit),
            (N_("Drop this block"), state.may_drop, self.drop_wanted.emit),
        )
        for words, able, act in lines:
            action = menu.addAction(say(words))
            action.setEnabled(able)
            action.triggered.connect(lambda _on=False, act=act: act())
        for said, act in self.more:
            menu.addAction(said).triggered.connect(lambda _on=False, act=act: act())
        if len(self._languages) > 1:
            menu.insertMenu(menu.actions()[3], self._language_menu(menu))
        return menu

    def _language_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self._help.texts.text(N_("Language of this block")), parent)
        for tag, name in self._languages:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(tag == self.state.language)
            action.triggered.connect(lambda _on=False, tag=tag: self.language_wanted.emit(tag))
        return menu
