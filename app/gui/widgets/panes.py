"""Panes: what stands side by side and can be made wider."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.gui.preferences import Preferences


class SplitPane(QSplitter):
    """Panes side by side; their widths are remembered under a name."""

    def __init__(self, name: str, preferences: Preferences, *panes: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._preferences = f"{name}/panes", preferences
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        self.splitterMoved.connect(lambda _at, _which: preferences.keep_state(self._name, self.saveState()))

    def remember(self, *widths: int) -> None:
        """Give the panes the widths of last time, or these the first time."""
        state = self._preferences.state(self._name)
        if state.isEmpty() or not self.restoreState(state):
            self.setSizes(list(widths))
