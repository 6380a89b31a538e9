"""The shell of the window: rooms, keys, memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS, Room
from app.gui.widgets.screen import Screen
from tests.gui.showing import show

HERE = "tests.gui.test_shell"


class Cellar(Screen):
    """A room that remembers what was written in it."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.language, self.shown, self.saved = desktop.texts.language, object(), 0
        self.line = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(QLabel("cellar"))
        column.addWidget(self.line)

    def show_subject(self, subject: object) -> None:
        """Keep what is to be shown."""
        self.shown = subject

    def memory(self) -> object:
        """Give what was written."""
        return self.line.text()

    def recall(self, memory: object) -> None:
        """Write it again."""
        self.line.setText(str(memory))

    def first_focus(self) -> None:
        """Begin in the line."""
        self.line.setFocus()

    def save(self) -> None:
        """Count how often one was asked."""
        self.saved += 1


ROOMS_OF_THE_TEST = (
    Room("cellar", "Cellar", "mail", f"{HERE}:Cellar"),
    Room("attic", "Attic", "users", f"{HERE}:Cellar"),
    Room("settings", "Settings", "settings", f"{HERE}:Cellar", at_foot=True),
    Room("guide", "", "pencil", f"{HERE}:Cellar", alone=True),
)


@pytest.fixture
def window(qtbot: QtBot, desktop: Desktop) -> MainWindow:
    """A window that is shown."""
    made = MainWindow(desktop, ROOMS_OF_THE_TEST)
    made.begin()
    show(qtbot, made)
    return made


def cellar(window: MainWindow, name: str) -> Cellar:
    """Return the screen of a room."""
    screen = window.shell.screen_of(name)
    assert type(screen).__name__ == "Cellar"
    return screen  # type: ignore[return-value]


def test_a_window_begins_in_its_first_room(window: MainWindow) -> None:
    assert window.shell.room == "cellar"


def test_a_room_is_built_when_it_is_first_entered(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shell.screen_of("attic") is None
    qtbot.mouseClick(window.shell.rail.button("attic"), Qt.MouseButton.LeftButton)
    first = window.shell.screen_of("attic")
    window.shell.enter("cellar")
    window.shell.enter("attic")
    assert first is not None
    assert window.shell.screen_of("attic") is first


def test_rooms_have_keys_in_the_order_of_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.room == "settings"


def test_the_guide_has_the_window_for_itself(window: MainWindow, desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.room == "guide"
    assert not window.shell.rail.isVisible()
    desktop.going.back()
    assert (window.shell.room, window.shell.rail.isVisible()) == ("cellar", True)


def test_one_goes_to_a_room_with_a_subject(window: MainWindow, desktop: Desktop) -> None:
    desktop.going.to("attic", 7)
    assert cellar(window, "attic").shown == 7


def test_f6_brings_the_focus_from_pane_to_pane(window: MainWindow, qtbot: QtBot) -> None:
    line = cellar(window, "cellar").line
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert seen[0] is window.shell.rail.button("cellar")
    assert window.shell.top.isAncestorOf(seen[1])
    assert seen[2] is line


def test_another_language_builds_every_room_anew_and_keeps_what_was_written(
    window: MainWindow, desktop: Desktop
) -> None:
    old = cellar(window, "cellar")
    old.line.setText("half a sentence")
    other = replace(desktop, texts=type(desktop.texts)("fr", desktop.texts._texts))
    window.build_anew(other)
    assert old.saved == 1
    assert cellar(window, "cellar").line.text() == "half a sentence"
    assert cellar(window, "cellar").language == "fr"


def test_rooms_wait_until_the_workspace_is_open(
    qtbot: QtBot, closed_desktop: Desktop, desktop: Desktop
) -> None:
    house = replace(closed_desktop, house=type(closed_desktop.house)())
    window = MainWindow(house, ROOMS_OF_THE_TEST)
    qtbot.addWidget(window)
    window.begin()
    assert window.shell.screen_of("cellar") is None
    house.house.bench, house.house.office = desktop.bench, desktop.office
    house.changes.office_opened.emit()
    assert window.shell.screen_of("cellar") is not None


def test_the_window_comes_back_to_the_room_of_last_time(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    window.shell.enter("attic")
    window.close()
    assert cellar(window, "attic").saved == 1
    again = MainWindow(desktop, ROOMS_OF_THE_TEST)
    qtbot.addWidget(again)
    again.begin()
    assert again.shell.room == "attic"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_of_the_house_can_be_entered(room: Room, desktop: Desktop, qtbot: QtBot) -> None:
    screen = room.factory()(desktop)
    qtbot.addWidget(screen)
    assert isinstance(screen, Screen)
