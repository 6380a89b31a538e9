"""Somebody at the window who has a keyboard only and finds things by the names they bear."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.screen import GuideScreen
from app.gui.main_window import MainWindow

_FAR = 90
_CTRL = Qt.KeyboardModifier.ControlModifier
_NOTHING = Qt.KeyboardModifier.NoModifier


@dataclass
class Secretary:
    """Presses keys; ``steps`` counts every key that is no character, and every text as one."""

    qtbot: QtBot
    window: MainWindow
    steps: int = 0

    @property
    def guide(self) -> GuidePresenter:
        """The letter that is being written."""
        screen = self.window.shell.screen_of("guide")
        assert isinstance(screen, GuideScreen)
        return screen.guide

    def at(self) -> QWidget:
        """Return what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NOTHING) -> None:
        """Press a key."""
        self.steps += 1
        self.qtbot.keyClick(self.at(), key, held)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def next_step(self) -> None:
        """Go to the next step of the guide."""
        self.press(Qt.Key.Key_PageDown, _CTRL)

    def type(self, text: str) -> None:
        """Write where the caret is; a line end is Enter."""
        self.steps += 1
        for line, words in enumerate(text.split("\n")):
            if line:
                self.enter()
            for character in words:
                self._strike(character)

    def _strike(self, character: str) -> None:
        """Press the key of a character; Qt's own clicks know those of ASCII only."""
        if character.isascii():
            self.qtbot.keyClicks(self.at(), character)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.at(), QKeyEvent(kind, 0, _NOTHING, character))

    def go_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus."""
        seen = []
        for _ in range(_FAR):
            seen.append(self.at().accessibleName())
            if seen[-1] == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name!r}, but to {list(dict.fromkeys(seen))}")

    def write(self, name: str, text: str) -> None:
        """Write into a field, instead of what stood there."""
        self.go_to(name)
        self.qtbot.keyClick(self.at(), Qt.Key.Key_A, _CTRL)
        self.type(text)

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.enter()

    def choose(self, name: str, words: str) -> None:
        """Choose among the entries of a list by the arrows, from the first on."""
        self.go_to(name)
        chosen = self.at()
        assert isinstance(chosen, QComboBox)
        self.press(Qt.Key.Key_Home)
        for _ in range(chosen.count()):
            if chosen.currentText() == words:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{name!r} does not offer {words!r}")
