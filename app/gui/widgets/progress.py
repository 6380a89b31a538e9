"""Progress: how far long work is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.words import Words


class ProgressLine(QWidget):
    """What is being done, a bar, and a button that stops it."""

    cancelled = Signal()

    def __init__(self, what: str, cancel: str = "") -> None:
        super().__init__()
        self._words, self._bar = Words(what, "muted"), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        if cancel:
            row.addWidget(SecondaryButton(cancel, clicked=self.cancelled.emit))

    def show_progress(self, done: int, of: int) -> None:
        """Show how far the work is; of nothing, only that it goes on."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def say(self, what: str) -> None:
        """Say what is being done now."""
        self._words.setText(what)
        self._bar.setAccessibleName(what)
