"""The first steps of a letter in an empty workspace, by nothing but keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.flow.naming import Step
from app.gui.desktop import Desktop
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.screen import GuideScreen
from app.gui.main_window import MainWindow
from app.gui.rooms import Room

ROOMS = (Room("guide", "", "", "app.gui.guide.screen:GuideScreen", alone=True),)
CTRL = Qt.KeyboardModifier.ControlModifier
FAR = 80


class Person:
    """Somebody who has a keyboard only, and presses Tab until the control is reached."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def guide(self) -> GuidePresenter:
        """The letter that is being written."""
        screen = self._window.shell.screen_of("guide")
        assert isinstance(screen, GuideScreen)
        return screen.guide

    def at(self) -> QWidget:
        """Return what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def go_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus."""
        for _ in range(FAR):
            if self.at().accessibleName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name!r}")

    def write(self, name: str, text: str) -> None:
        """Write into a field."""
        self.go_to(name)
        self._qtbot.keyClicks(self.at(), text)

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        self._qtbot.keyClick(self.at(), key, with_)


@pytest.fixture
def person(desktop: Desktop, qtbot: QtBot) -> Person:
    """Somebody in front of a new letter."""
    window = MainWindow(desktop, ROOMS)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    desktop.going.to("guide")
    return Person(qtbot, window)


def name_sender_and_recipient(person: Person) -> None:
    """Go through the first two steps."""
    person.write("Name of the organisation", "Pan-European Regional Council")
    person.go_to("Keep this sender")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_PageDown, CTRL)
    person.write("Recipient", "President of Kazakhstan")
    person.press(Qt.Key.Key_Return)
    person.write("Name", "Nursultan Nazarbayev")
    person.press(Qt.Key.Key_Return)
    person.go_to("Confirm: Salutation")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_PageDown, CTRL)


def tell_the_case(person: Person) -> None:
    """Go through the third step."""
    person.write("Case", "Larisa Kharkova")
    person.press(Qt.Key.Key_Return)
    person.write("What happened", "the conviction of Larisa Kharkova")
    person.go_to("Add a fact")
    person.press(Qt.Key.Key_Return)
    person.write("Date", "2017-07-25")
    person.write("What happened", "the court sentenced Ms. Kharkova")
    person.go_to("Add the fact")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_PageDown, CTRL)


def test_sender_recipient_case_and_fact_are_entered_by_keys(person: Person, desktop: Desktop) -> None:
    name_sender_and_recipient(person)
    tell_the_case(person)
    letter, origins = person.guide.letter, person.guide.origins
    assert person.guide.step is Step.LAW
    assert letter.sender.organisation == "Pan-European Regional Council"
    assert letter.recipients[0].lines[-1] == "President of Kazakhstan"
    assert (letter.case.title, letter.case.event) == ("Larisa Kharkova", "the conviction of Larisa Kharkova")
    assert [fact.text for fact in letter.case.facts] == ["the court sentenced Ms. Kharkova"]
    assert desktop.office.case_files.case(origins.case).texts_in("en").event == letter.case.event
