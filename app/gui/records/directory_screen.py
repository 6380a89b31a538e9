"""A room of a directory: the list, and beside it the thing one is at, or the form of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.gui.records.deeds import Deeds
from app.gui.records.list_pane import ListPane
from app.gui.records.opening import New
from app.gui.widgets.buttons import PrimaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.keys import by_keys
from app.gui.widgets.panes import SplitPane
from app.gui.widgets.rows import Row
from app.gui.widgets.screen import Screen

if TYPE_CHECKING:
    from app.gui.desktop import Desktop


@dataclass(frozen=True)
class RoomWords:
    """The words of a room while it has nothing to show, in the language of the screen."""

    icon: str
    empty: str
    empty_text: str
    choose: str
    choose_text: str


class Detail(Protocol):
    """What shows one thing."""

    deeds: Deeds

    @property
    def key(self) -> str:
        """The key of what is shown, nothing where nothing is."""

    @property
    def is_editing(self) -> bool:
        """Say whether the form is shown."""

    def show_key(self, key: str, *, editing: bool = False) -> bool:
        """Show a thing; say whether it is there."""

    def forget(self) -> None:
        """Show nothing any more."""

    def edit(self) -> None:
        """Show the form."""

    def save(self) -> None:
        """Keep what is not kept yet."""

    def enter(self) -> None:
        """Take the focus."""


class DirectoryScreen(Screen):
    """A room says what its list is, shows one thing with its detail, and makes the form of a new one."""

    def __init__(self, desktop: Desktop, name: str, words: RoomWords, pane: ListPane) -> None:
        super().__init__()
        self._desktop, self.pane, self._words, self._name = desktop, pane, words, name
        self._form: ScrollForm | None = None

    def begin(self, detail: QWidget, shown: Detail, new: str) -> None:
        """Lay the room out around its detail, and read the list."""
        self._shown, self._shown_widget = shown, detail
        self._lay_out(detail, new)
        self._connect(shown)
        self.read()

    def read(self) -> None:
        """Read the list; a room does it with its own wish and calls ``show_list``."""
        raise NotImplementedError

    def make_form(self, typed: str) -> Any:
        """Give the short form; it tells ``made_key`` and ``cancelled``, and has ``first_focus``."""
        raise NotImplementedError

    def show_subject(self, subject: object) -> None:
        """Show a thing by its key, or the short form."""
        if isinstance(subject, New):
            self.begin_new(subject.typed)
        elif isinstance(subject, str):
            self.show_key(subject)

    def first_focus(self) -> None:
        """Begin in the field, or at the first step."""
        first = self.first_step if self._stack.currentWidget() is self._empty else self.pane.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is being written."""
        self._shown.save()

    def show_key(self, key: str, *, editing: bool = False) -> None:
        """Show a thing at the right and mark it in the list."""
        self._close_form()
        known = self._shown.key == key and not editing
        if known or self._shown.show_key(key, editing=editing):
            self._right.setCurrentWidget(self._shown_widget)
            self._stack.setCurrentWidget(self._split)
            self.pane.list.go_to(key)

    def begin_new(self, typed: str = "") -> None:
        """Show the short form."""
        self._shown.save()
        self._close_form()
        form = self.make_form(typed)
        form.made_key.connect(self._on_made)
        form.cancelled.connect(self._on_cancelled)
        self._form = ScrollForm()
        self._form.add(form)
        self._right.addWidget(self._form)
        self._right.setCurrentWidget(self._form)
        self._stack.setCurrentWidget(self._split)
        form.first_focus()

    def show_list(self, rows: Sequence[Row], note: str, *, is_empty: bool) -> None:
        """Show what was read."""
        self.pane.show_rows(rows, note)
        is_first = is_empty and self._form is None
        self._stack.setCurrentWidget(self._empty if is_first else self._split)
        if self._shown.key:
            self.pane.list.go_to(self._shown.key)

    def _on_made(self, key: str) -> None:
        self._close_form()
        self.read()
        self.show_key(key)
        self._shown.enter()

    def _on_cancelled(self) -> None:
        self._close_form()
        self.read()
        self.first_focus()

    def _on_deleted(self) -> None:
        self._shown.forget()
        self._close_form()
        self.read()
        self.first_focus()

    def _close_form(self) -> None:
        if self._form:
            self._right.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._right.setCurrentWidget(self._shown_widget if self._shown.key else self._choose)

    def _enter(self, key: object) -> None:
        self.show_key(str(key))
        self._shown.enter()

    def _connect(self, shown: Detail) -> None:
        self.pane.opened.connect(lambda key: self.show_key(str(key)))
        self.pane.entered.connect(self._enter)
        self.pane.new_wanted.connect(self.begin_new)
        shown.deeds.deleted.connect(self._on_deleted)
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, shown.deeds.undo),
            (QKeySequence.StandardKey.Redo, shown.deeds.redo),
            ("F2", shown.edit),
        ):
            by_keys(self, keys, deed)

    def _lay_out(self, detail: QWidget, new: str) -> None:
        words = self._words
        self._choose = EmptyState(words.icon, words.choose, words.choose_text)
        self._right = QStackedWidget()
        self._right.addWidget(self._choose)
        self._right.addWidget(detail)
        self._split = SplitPane(self._name, self._desktop.preferences, self.pane, self._right)
        self._split.remember(380, 660)
        self.first_step = PrimaryButton(new, icon="plus", clicked=self.begin_new)
        self._empty = EmptyState(words.icon, words.empty, words.empty_text, [self.first_step])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
