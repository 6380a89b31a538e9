"""The list of a directory: its heading, a field to type in, chips to narrow it, and the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.widgets.buttons import Button, SecondaryButton
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.page_header import PageHeader
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop


@dataclass(frozen=True)
class PaneWords:
    """The words of a list, in the language of the screen."""

    title: str
    placeholder: str
    new: str
    nothing_found: str
    create: str


class ListPane(QWidget):
    """Shows rows; ``opened`` gives the key of the row one is at, ``entered`` that one wants to go in."""

    typed = Signal(str)
    opened = Signal(object)
    entered = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, desktop: Desktop, words: PaneWords, chips: Sequence[QWidget]) -> None:
        super().__init__()
        self._words = words
        self.new = SecondaryButton(words.new, icon="plus", clicked=lambda: self.new_wanted.emit(""))
        self.field = LineEditor(placeholder=words.placeholder)
        self.field.setAccessibleName(words.placeholder)
        self.field.setClearButtonEnabled(True)
        self.list = RowList(desktop.theme, words.title)
        self._nothing = Words("", "muted", wraps=True)
        self.create_button = Button(
            words.create, icon="plus", clicked=lambda: self.new_wanted.emit(self.text())
        )
        self.header = PageHeader(words.title, "", [self.new])
        self._lay_out(chips)
        self.field.textEdited.connect(lambda _text: self.typed.emit(self.text()))
        self.field.textChanged.connect(lambda text: None if text else self.typed.emit(""))
        self.field.installEventFilter(self)
        self.list.current_changed.connect(self._on_current)
        self.list.chosen.connect(self.entered)

    def text(self) -> str:
        """Give what was typed."""
        return self.field.value()

    def show_rows(self, rows: Sequence[Row], note: str) -> None:
        """Show what was found, or say that nothing was."""
        self.list.show_rows(rows)
        self.header.show_note(note)
        self.list.setVisible(bool(rows))
        self._nothing.setText(self._words.nothing_found)
        self._nothing.setVisible(not rows)
        self.create_button.setVisible(not rows and bool(self.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go into the list, and Enter to what was found first."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not (enters or event.key() == Qt.Key.Key_Down) or not self.list.rows.rowCount():
            return False
        if self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.rows.index(0))
        if enters:
            self.entered.emit(self.list.current_key())
        else:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_current(self, key: object) -> None:
        if key is not None:
            self.opened.emit(key)

    def _lay_out(self, chips: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 12, 24)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.field)
        column.addWidget(FlowRow(*chips))
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addWidget(self.create_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        for each in (self._nothing, self.create_button):
            each.hide()
