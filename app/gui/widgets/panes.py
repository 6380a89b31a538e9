"""Panes: what stands side by side and can be made wider."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from app.gui.preferences import Preferences

_HANDLE: Final = 7


class _Handle(QSplitterHandle):
    """Wide enough to be caught, seen as a hairline, blue while the mouse or the focus is on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.Light
        middle = QRect(self.width() // 2, 0, 1, self.height())
        QPainter(self).fillRect(middle, QApplication.palette().color(role))


class SplitPane(QSplitter):
    """Panes side by side; their widths are remembered under a name."""

    def __init__(self, name: str, preferences: Preferences, *panes: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._preferences = f"{name}/panes", preferences
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        self.splitterMoved.connect(lambda _at, _which: preferences.keep_state(self._name, self.saveState()))

    def createHandle(self) -> QSplitterHandle:
        """Give the line between two panes."""
        return _Handle(self.orientation(), self)

    def remember(self, *widths: int) -> None:
        """Give the panes the widths of last time, or these the first time."""
        state = self._preferences.state(self._name)
        if state.isEmpty() or not self.restoreState(state):
            self.setSizes(list(widths))
