"""The shell: rail, top bar and the rooms, each built when it is first entered.

It is built anew in another language and carries over what each room has shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.going import Way
from app.gui.late import fetched
from app.gui.rail import Rail
from app.gui.rooms import FINDER, FLOATING_FINDER, GUIDE, Room
from app.gui.shortcuts import Shortcut
from app.gui.widgets.buttons import PrimaryButton
from app.gui.widgets.screen import Screen

if TYPE_CHECKING:
    from app.gui.finding.field import FinderField
    from app.gui.finding.floating import FloatingFinder

_BANNER: Final = "app.gui.welcome.banner:SampleBanner"
_NEW_LETTER: Final = N_("New letter")
_OPENING: Final = N_("The workspace is being opened")


_PATIENCE_MS: Final = 1_000


class Waiting(Screen):
    """Stands in a room until it can be built; where that takes long it says what is waited for."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._texts = desktop.texts
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait."""
        super().showEvent(event)
        if not self.layout():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait no longer."""
        super().hideEvent(event)
        self._timer.stop()

    def tell(self) -> None:
        """Say what is waited for."""
        column = QVBoxLayout(self)
        column.addStretch()
        line = fetched("app.gui.widgets.progress:ProgressLine")(self._texts.text(_OPENING))
        line.setFixedWidth(320)
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()


class Shell(QWidget):
    """Everything inside the main window."""

    entered = Signal(str)

    def __init__(self, desktop: Desktop, rooms: Sequence[Room]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desktop, self._rooms = desktop, {room.name: room for room in rooms}
        self._screens: dict[str, Screen] = {}
        self._trail: list[str] = []
        self._stack = QStackedWidget()
        self._waiting = Waiting(desktop)
        self._stack.addWidget(self._waiting)
        self.rail = Rail([room for room in rooms if room.words], desktop.texts)
        self.finder: FinderField = fetched(FINDER)(desktop)
        self._floating: FloatingFinder | None = None
        self.top = self._make_top()
        self._lay_out()
        QShortcut(Shortcut.FIND.keys, self, self.find_anything)
        self.rail.chosen.connect(self.enter)

    @property
    def room(self) -> str:
        """The room one is in; nothing before one was entered."""
        return self._trail[-1] if self._trail else ""

    @property
    def names(self) -> list[str]:
        """The rooms of the rail, in its order."""
        inner = [room for room in self._rooms.values() if room.words]
        return [room.name for room in sorted(inner, key=lambda room: room.at_foot)]

    def find_anything(self) -> None:
        """Let one find anything: in the top bar, or over a room that has the whole window."""
        if self.finder.isVisible():
            self.finder.begin()
        elif self._desktop.is_open:
            if self._floating is None:
                self._floating = fetched(FLOATING_FINDER)(self._desktop, self)
            self._floating.begin()

    def screen_of(self, room: str) -> Screen | None:
        """Give the screen of a room, if it has been entered."""
        return self._screens.get(room)

    @property
    def awaited(self) -> Room | None:
        """The room one waits in, if its screen can be shown before the workspace is open."""
        room = self._rooms.get(self.room)
        return room if room and room.before_opening and not self.screen_of(room.name) else None

    def enter(self, name: str) -> None:
        """Go to a room; before the workspace is open it may have to wait."""
        if name not in self._rooms:
            return
        room = self._rooms[name]
        if self.room != name:
            self._trail.append(name)
        ready = self._desktop.is_open or (room.before_opening and self._desktop.is_begun)
        self._show(room, self._built(room) if ready else self._waiting)

    def go(self, way: Way) -> None:
        """Go to a room and show something there."""
        self.enter(way.room)
        screen = self.screen_of(way.room)
        if screen and (way.subject is not None or self._rooms[way.room].alone):
            screen.show_subject(way.subject)

    def go_back(self) -> None:
        """Go to the room one came from, else to the first one."""
        if self._trail:
            self._trail.pop()
        before = self._trail[-1] if self._trail else next(iter(self.names), "")
        self.enter(before)

    def build_waiting(self) -> None:
        """Build the room one waits in, if it can be built by now."""
        if self.room and self._stack.currentWidget() is self._waiting:
            self.enter(self.room)

    def stand_in(self, screen: Screen) -> None:
        """Show a screen instead of everything else."""
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self.rail.hide()
        self.top.hide()
        screen.first_focus()

    def put_back(self) -> None:
        """Show the rooms again."""
        gone = self._stack.currentWidget()
        self.enter(self.room)
        if gone:
            self._stack.removeWidget(gone)
            gone.deleteLater()

    def save(self) -> None:
        """Let every room keep what is not kept yet."""
        for screen in self._screens.values():
            screen.save()

    def memories(self) -> dict[str, object]:
        """Give what each room shows."""
        return {name: screen.memory() for name, screen in self._screens.items()}

    def recall(self, memories: dict[str, object], room: str) -> None:
        """Show in each room what was shown, and enter one."""
        for name, memory in memories.items():
            if name in self._rooms:
                self._built(self._rooms[name]).recall(memory)
        self.enter(room)

    def focus_next_pane(self, step: int) -> None:
        """Bring the focus into the next of rail, top bar and room."""
        inside = self._stack.currentWidget() or self._waiting
        parts = inside.panes() if isinstance(inside, Screen) else [inside]
        panes = [pane for pane in (self.rail, self.top, *parts) if pane.isVisible()]
        focused: QWidget | None = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focused in _with_children(pane)), -1)
        for offset in range(1, len(panes) + 1):
            if _take_focus(panes[(at + step * offset) % len(panes)]):
                return

    def _built(self, room: Room) -> Screen:
        if room.name not in self._screens:
            screen = room.factory()(self._desktop)
            self._screens[room.name] = screen
            self._stack.addWidget(screen)
        return self._screens[room.name]

    def _show(self, room: Room, screen: Screen) -> None:
        self._stack.setCurrentWidget(screen)
        self.rail.setVisible(not room.alone)
        self.top.setVisible(not room.alone)
        self.rail.mark(room.name)
        screen.first_focus()
        self.entered.emit(room.name)

    def _make_top(self) -> QWidget:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(24, 18, 24, 12)
        row.setSpacing(20)
        row.addWidget(self.finder, 1)
        if GUIDE in self._rooms:
            new = PrimaryButton(self._desktop.texts.text(_NEW_LETTER), icon="plus")
            new.clicked.connect(lambda: self._desktop.going.to(GUIDE))
            new.setToolTip(Shortcut.NEW_LETTER.keys.toString())
            row.addWidget(new)
        return top

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        if self._desktop.places.home is not None:
            column.addWidget(fetched(_BANNER)(self._desktop))
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)


def _take_focus(pane: QWidget) -> bool:
    """Focus the first control of a pane."""
    children = [child for child in _with_children(pane) if _can_have_focus(child)]
    chosen = next((child for child in children if child.property("checked")), next(iter(children), None))
    if chosen:
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
    return chosen is not None


def _with_children(pane: QWidget) -> list[QWidget]:
    return [pane, *pane.findChildren(QWidget)]


def _can_have_focus(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isVisible() and widget.isEnabled()
