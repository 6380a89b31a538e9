"""Notices: one passing line at the foot of the window, perhaps with a way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.gui.asking import Notice
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.words import Words

SHOWN_FOR_MS: Final = 8_000


class NoticeBar(QFrame):
    """Shows the newest notice for a while over the foot of its window; it waits while it has the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._host = window
        self.setProperty("role", "bar")
        self._notice = Notice("")
        self._words = Words("")
        self._button = SecondaryButton("", clicked=self._on_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR_MS)
        self._timer.timeout.connect(self._on_time_passed)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._words.setText(notice.text)
        self._button.say(notice.action)
        self._button.setVisible(bool(notice.action))
        self.setAccessibleName(notice.text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand in the middle of the foot of the window."""
        self.adjustSize()
        room = self._host.rect()
        width = min(self.sizeHint().width(), room.width() - 48)
        self.resize(width, self.sizeHint().height())
        self.move((room.width() - width) // 2, room.height() - self.height() - 24)

    def _on_pressed(self) -> None:
        self.hide()
        if self._notice.act:
            self._notice.act()

    def _on_time_passed(self) -> None:
        if self._button.hasFocus() or self.underMouse():
            self._timer.start()
        else:
            self.hide()
