"""Tab goes as one reads, whatever was made first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.gui.widgets.chips import Chip
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.screen import Screen
from tests.gui.showing import show


def field(name: str) -> QLineEdit:
    editor = QLineEdit()
    editor.setObjectName(name)
    return editor


def screen_made_backwards() -> Screen:
    """A screen whose last field was made first, and whose chips came after all."""
    screen, foot, middle, head = Screen(), field("foot"), QStackedWidget(), field("head")
    form, hidden, chips = ScrollForm(), field("hidden"), FlowRow()
    form.add(chips, field("in the form"))
    middle.addWidget(field("another page"))
    middle.setCurrentIndex(middle.addWidget(form))
    column, row = QVBoxLayout(screen), QHBoxLayout()
    column.addWidget(head)
    column.addWidget(middle)
    row.addWidget(hidden)
    row.addWidget(foot)
    column.addLayout(row)
    hidden.hide()
    chips.add(Chip("first"), Chip("second"))
    return screen


def test_tab_and_shift_tab_follow_the_layout(qtbot: QtBot) -> None:
    screen = show(qtbot, screen_made_backwards())
    screen.findChildren(QLineEdit, "head")[0].setFocus()
    there = [_tab(qtbot) for _ in range(4)]
    assert there == ["first", "second", "in the form", "foot"]
    assert [_tab(qtbot, back=True) for _ in range(4)] == ["in the form", "second", "first", "head"]


def _tab(qtbot: QtBot, *, back: bool = False) -> str:
    qtbot.keyClick(_focus(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return _focus().objectName() or _focus().accessibleName()


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
