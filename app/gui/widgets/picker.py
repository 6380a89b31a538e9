"""Choosing is typing: one field, and under it what it finds; keyboard first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.gui.jobs import Jobs
from app.gui.theme import Theme
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.rows import Row, RowList

Suggest = Callable[[str], Sequence[Row]]
_SHOWN: Final = 7
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _SHOWN,
    Qt.Key.Key_PageUp: -_SHOWN,
}


class _Create:
    """The key of the last row, which makes what was typed."""


_CREATE: Final = _Create()


class Picker(QWidget):
    """A field that asks ``suggest`` for rows as one types, off the window's thread.

    ``picked`` gives the key of a row, ``create_wanted`` the text for which the
    last row offered to make something; ``create`` gives the words of that row.
    Down, Up, Enter and Esc work from the field. The list lies over what is below,
    or with ``floating=False`` takes its own room.
    """

    picked = Signal(object)
    create_wanted = Signal(str)

    def __init__(
        self,
        name: str,
        suggest: Suggest,
        *,
        jobs: Jobs,
        theme: Theme,
        placeholder: str = "",
        create: Callable[[str], str] | None = None,
        floating: bool = True,
    ) -> None:
        super().__init__()
        self._suggest, self._jobs, self._create, self._floating = suggest, jobs, create, floating
        self.field = LineEditor(placeholder=placeholder)
        self.field.setAccessibleName(name)
        self.field.setClearButtonEnabled(False)
        self.found = RowList(theme, name)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet, self._waits, self._is_decided = QFrame(), False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.found.chosen.connect(self._on_chosen)

    def text(self) -> str:
        """Give what was typed."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Begin again: nothing typed and no list."""
        self._is_decided = False
        self.field.clear()
        self.close_list()

    def open_list(self) -> None:
        """Ask for rows, also before anything was typed."""
        self._on_edited()

    def close_list(self) -> None:
        """Put the list away."""
        self._sheet.hide()

    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._sheet.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field move through the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self._floating:
            self.close_list()
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (self._waits or self.is_open()):
            self._take_current()
            return True
        if key == Qt.Key.Key_Escape and self.is_open():
            self.close_list()
            return True
        return False

    def _take_current(self) -> None:
        """Choose the current row; what was typed last is waited for."""
        if self._waits:
            self._is_decided = True
        else:
            self._on_chosen(self.found.current_key())

    def _step(self, by: int) -> None:
        if self.is_open():
            self.found.move(by)
        else:
            self.open_list()

    def _on_edited(self) -> None:
        text, self._waits, self._is_decided = self.text(), True, False
        self._jobs.run_newest(f"picker {id(self)}", lambda: self._suggest(text), self._on_found)

    def _on_found(self, rows: Sequence[Row]) -> None:
        text, self._waits = self.text(), False
        last = [Row(_CREATE, self._create(text), icon="plus")] if self._create and text else []
        self.found.rows.show_rows([*rows, *last])
        if self.found.rows.rowCount():
            self.found.setCurrentIndex(self.found.rows.index(0))
            self._show_list()
        else:
            self.close_list()
        if self._is_decided:
            self._on_chosen(self.found.current_key())

    def _on_chosen(self, key: object) -> None:
        text = self.text()
        if key is None:
            return
        self.clear()
        if key is _CREATE:
            self.create_wanted.emit(text)
        else:
            self.picked.emit(key)

    def _show_list(self) -> None:
        count = min(self.found.rows.rowCount(), _SHOWN)
        height = sum(self.found.sizeHintForRow(at) for at in range(count)) + 10
        self._sheet.setFixedHeight(height)
        if self._floating:
            self._place(height)
        self._sheet.show()
        self._sheet.raise_()

    def _place(self, height: int) -> None:
        window = self.window()
        self._sheet.setParent(window)
        below = self.field.mapTo(window, QPoint(0, self.field.height() + 4))
        above = self.field.mapTo(window, QPoint(0, -4 - height))
        fits = below.y() + height <= window.height() or above.y() < 0
        self._sheet.setFixedWidth(self.field.width())
        self._sheet.move(below if fits else above)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.found)
        self._sheet.hide()
        if not self._floating:
            column.addWidget(self._sheet)
