"""Keys act where the focus is, and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.gui.widgets.keys import by_keys


def test_keys_act_only_while_the_focus_is_inside(qtbot: QtBot) -> None:
    window, inner, field, other = QWidget(), QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window)
    QHBoxLayout(inner).addWidget(field)
    row = QHBoxLayout(window)
    row.addWidget(inner)
    row.addWidget(other)
    done: list[str] = []
    shortcut = by_keys(inner, "F4", lambda: done.append("F4"))
    assert shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_F4)
    assert done == []
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F4)
    assert done == ["F4"]
