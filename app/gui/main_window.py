"""The main window: its shell, its keys, its size, and when it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from app.gui.desktop import Desktop
from app.gui.late import fetched
from app.gui.rooms import GUIDE, HELP, SETTINGS, Room
from app.gui.shell import Shell
from app.gui.shortcuts import Shortcut, room_keys

if TYPE_CHECKING:
    from app.gui.asking import Notice
    from app.gui.widgets.notices import NoticeBar
    from app.gui.widgets.screen import Screen

_GEOMETRY, _ROOM = "window/geometry", "window/room"
_KEYS_OF_ROOMS = 9


class MainWindow(QMainWindow):
    """The one window of Chancery."""

    painted = Signal()
    closing = Signal()

    def __init__(self, desktop: Desktop, rooms: Sequence[Room]) -> None:
        super().__init__()
        self._desktop, self._rooms, self._was_painted = desktop, tuple(rooms), False
        self.setWindowTitle("Chancery")
        self.setMinimumSize(960, 600)
        self.resize(1280, 800)
        self.restoreGeometry(desktop.preferences.state(_GEOMETRY))
        self._notices: NoticeBar | None = None
        self.shell = self._build(desktop)
        self._add_keys()

    @property
    def notices(self) -> NoticeBar:
        """The passing notices, which are built for the first of them."""
        if self._notices is None:
            self._notices = fetched("app.gui.widgets.notices:NoticeBar")(self)
        return cast("NoticeBar", self._notices)

    def begin(self) -> None:
        """Enter the room of last time, else the first one."""
        last = self._desktop.preferences.text(_ROOM)
        names = self.shell.names
        self.shell.enter(last if last in names else next(iter(names), ""))

    def build_anew(self, desktop: Desktop) -> None:
        """Show everything again from another desktop: its language or its workspace has changed."""
        old, same_house = self.shell, desktop.house is self._desktop.house
        old.save()
        memories, room = old.memories() if same_house else {}, old.room
        self._desktop = desktop
        self.shell = self._build(desktop)
        self.shell.recall(memories, room)
        desktop.going.wanted.disconnect(old.go)
        desktop.going.back_wanted.disconnect(old.go_back)
        desktop.changes.office_opened.disconnect(old.build_waiting)
        old.deleteLater()

    def stand_in(self, screen: Screen) -> None:
        """Show a screen instead of everything: the workspace could not be opened."""
        self.shell.stand_in(screen)

    def put_back(self) -> None:
        """Show the rooms again."""
        self.shell.put_back()

    def tell(self, notice: Notice) -> None:
        """Show a passing notice."""
        self.notices.tell(notice)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the first paint has been."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice at the foot."""
        super().resizeEvent(event)
        self._place_notices()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then go."""
        self.shell.save()
        preferences = self._desktop.preferences
        preferences.keep_state(_GEOMETRY, self.saveGeometry())
        if self.shell.room in self.shell.names:
            preferences.keep(_ROOM, self.shell.room)
        preferences.save()
        self.closing.emit()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the notice in its place where the direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_notices()

    def _place_notices(self) -> None:
        if self._notices is not None and self._notices.isVisible():
            self._notices.place()

    def _build(self, desktop: Desktop) -> Shell:
        shell = Shell(desktop, self._rooms)
        self.setCentralWidget(shell)
        if self._notices is not None:
            self._notices.raise_()
        desktop.going.wanted.connect(shell.go)
        desktop.going.back_wanted.connect(shell.go_back)
        desktop.changes.office_opened.connect(shell.build_waiting)
        return shell

    def _add_keys(self) -> None:
        self._key(Shortcut.NEW_LETTER.keys, lambda: self._desktop.going.to(GUIDE))
        self._key(Shortcut.HELP.keys, lambda: self._desktop.going.to(HELP))
        self._key(Shortcut.SETTINGS.keys, lambda: self._desktop.going.to(SETTINGS))
        self._key(Shortcut.NEXT_PANE.keys, lambda: self.shell.focus_next_pane(+1))
        self._key(Shortcut.PANE_BEFORE.keys, lambda: self.shell.focus_next_pane(-1))
        self._key(Shortcut.BACK.keys, self._desktop.going.back)
        self._key(Shortcut.QUIT.keys, self.close)
        for number in range(1, _KEYS_OF_ROOMS + 1):
            self._key(room_keys(number), partial(self._enter_nth, number - 1))

    def _enter_nth(self, at: int) -> None:
        if at < len(self.shell.names):
            self.shell.enter(self.shell.names[at])

    def _key(self, keys: QKeySequence, act: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(keys)
        action.triggered.connect(lambda _on=False: act())
        self.addAction(action)
