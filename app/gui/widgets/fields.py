"""Fields: an editor with its label above and a hint, or what is wrong, below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.widgets.editors import mark_wrong
from app.gui.widgets.words import Picture, Words

Editor = TypeVar("Editor", bound=QWidget)
Check = Callable[[], str]


class Field(QWidget, Generic[Editor]):
    """An editor and its words. ``check`` gives what is wrong, in words, when the person leaves the field."""

    left = Signal()

    def __init__(
        self, label: str, editor: Editor, *, hint: str = "", required: str = "", check: Check | None = None
    ) -> None:
        super().__init__()
        self.editor, self._hint, self._check = editor, hint, check
        self._label = Words(label, "strong")
        self._label.setBuddy(editor)
        self._below = Words(hint, "muted", wraps=True)
        self._sign = Picture("circle-alert", size=16, role=QPalette.ColorRole.BrightText)
        self._lay_out(Words(required, "muted") if required else None)
        editor.setAccessibleName(label)
        editor.installEventFilter(self)
        self.show_error("")

    @property
    def error(self) -> str:
        """What is wrong, in words; nothing where nothing is."""
        return self._below.text() if self._sign.isVisibleTo(self) else ""

    def show_error(self, words: str) -> None:
        """Say under the editor what is wrong with it; without words show its hint again."""
        self._below.setText(words or self._hint)
        self._below.setVisible(bool(words or self._hint))
        self._below.setProperty("role", "error" if words else "muted")
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)
        self._sign.setVisible(bool(words))
        self.editor.setAccessibleDescription(words or self._hint)
        mark_wrong(self.editor, wrong=bool(words))

    def check(self) -> bool:
        """Check what was written, show what is wrong, and say whether nothing is."""
        words = self._check() if self._check else ""
        self.show_error(words)
        return not words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check when the person leaves the editor."""
        if watched is self.editor and event.type() == QEvent.Type.FocusOut:
            if self._check:
                self.check()
            self.left.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self, required: QLabel | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._label)
        if required:
            top.addWidget(required)
        top.addStretch()
        bottom.setSpacing(6)
        bottom.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self._below, 1)
        column.addLayout(top)
        column.addWidget(self.editor)
        column.addLayout(bottom)
