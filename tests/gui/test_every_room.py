"""Every room can be used by keyboard, by a screen reader, in large letters and in long words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.main_window import MainWindow
from app.gui.not_opened import NotOpened
from app.gui.rooms import ROOMS, Room
from app.gui.widgets.buttons import IconButton, PrimaryButton
from app.gui.widgets.screen import Screen
from app.gui.widgets.words import Words
from tests.gui import walking
from tests.gui.showing import show

Enter = Callable[[Desktop, Room], MainWindow]
EVERY_ROOM = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)


@pytest.fixture
def enter(qtbot: QtBot) -> Enter:
    """Show a room in its window."""

    def entered(desktop: Desktop, room: Room) -> MainWindow:
        window = MainWindow(desktop, ROOMS)
        window.shell.enter(room.name)
        show(qtbot, window)
        QApplication.processEvents()
        return window

    return entered


@EVERY_ROOM
def test_every_control_has_a_name(room: Room, desktop: Desktop, enter: Enter) -> None:
    assert walking.nameless(enter(desktop, room)) == []


@EVERY_ROOM
def test_every_button_can_be_reached_by_tab(room: Room, desktop: Desktop, enter: Enter) -> None:
    assert walking.unreachable(enter(desktop, room)) == []


@EVERY_ROOM
def test_nothing_is_cut_off(room: Room, desktop: Desktop, enter: Enter) -> None:
    assert walking.cut(enter(desktop, room)) == []


@EVERY_ROOM
def test_nothing_is_cut_off_in_long_words(room: Room, desktop: Desktop, enter: Enter) -> None:
    assert walking.cut(enter(replace(desktop, texts=walking.longer()), room)) == []


@EVERY_ROOM
def test_nothing_is_cut_off_in_letters_of_twice_the_size(room: Room, desktop: Desktop, enter: Enter) -> None:
    desktop.theme.enlarge(200)
    window = enter(desktop, room)
    window.resize(1920, 1200)
    QApplication.processEvents()
    assert walking.cut(window) == []


@EVERY_ROOM
def test_a_room_can_be_read_from_the_right(
    room: Room, desktop: Desktop, enter: Enter, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = enter(replace(desktop, texts=walking.longer("ar")), room)
    assert walking.cut(window) == []
    rail = window.shell.rail
    assert room.alone or rail.x() + rail.width() == window.width()


def test_the_screen_of_a_closed_workspace_keeps_all_this(desktop: Desktop, qtbot: QtBot) -> None:
    texts = walking.longer()
    screen = NotOpened(replace(desktop, texts=texts), texts.text("It is damaged. " * 20), list)
    screen.resize(1280, 800)
    show(qtbot, screen)
    assert walking.nameless(screen) + walking.cut(screen) + walking.unreachable(screen) == []


def test_what_is_wrong_is_found(desktop: Desktop, qtbot: QtBot) -> None:
    screen = Screen()
    column = QVBoxLayout(screen)
    nameless, hidden_from_tab, narrow = (
        IconButton("x", ""),
        PrimaryButton("Register"),
        Words("many words here"),
    )
    hidden_from_tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    narrow.setFixedWidth(20)
    for each in (nameless, hidden_from_tab, narrow):
        column.addWidget(each)
    show(qtbot, screen)
    assert walking.nameless(screen) == ["IconButton '' in Screen"]
    assert walking.unreachable(screen) == ["PrimaryButton 'Register' in Screen"]
    assert walking.cut(screen) == ["Words 'many words here' in Screen"]
