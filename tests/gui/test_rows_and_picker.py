"""Lists and the picker: found by typing, chosen by keys."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.jobs import Jobs
from app.gui.theme import Theme
from app.gui.widgets.picker import Picker
from app.gui.widgets.rows import Row, RowList, RowModel, RowTag
from app.gui.widgets.words import Mood
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.showing import show

PEOPLE = (
    Row(1, "Nursultan Nazarbayev", "President of Kazakhstan", RowTag("in office", Mood.OK)),
    Row(2, "Guy Ryder", "Director-General, ILO"),
    Row(3, "Minister of Justice"),
)


def found(typed: str) -> Sequence[Row]:
    """Find people by a part of their name."""
    return [row for row in PEOPLE if typed.casefold() in row.title.casefold()]


def created(typed: str) -> str:
    """Offer to make somebody."""
    return f"Create “{typed}”"


class Ground(QWidget):
    """A window with a picker and what came out of it."""

    def __init__(self, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self.picker = Picker("Recipient", found, jobs=jobs, theme=theme, create=created)
        column = QVBoxLayout(self)
        column.addWidget(self.picker)
        column.addStretch()
        self.resize(400, 400)
        self.picked: list[object] = []
        self.wanted: list[str] = []
        self.picker.picked.connect(self.picked.append)
        self.picker.create_wanted.connect(self.wanted.append)


@pytest.fixture
def ground(qtbot: QtBot, jobs: Jobs, theme: Theme) -> Ground:
    """A window that is shown, the focus in its picker."""
    made = Ground(jobs, theme)
    show(qtbot, made)
    made.picker.setFocus()
    return made


def titles(ground: Ground) -> list[str]:
    """Return what the list shows."""
    rows = ground.picker.found.rows
    return [rows.row(at).title for at in range(rows.rowCount())]


def test_typing_shows_what_is_found_and_offers_to_make_it(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClicks(ground.picker.field, "guy")
    assert ground.picker.is_open()
    assert titles(ground) == ["Guy Ryder", "Create “guy”"]


def test_enter_takes_the_row_that_the_arrows_lead_to(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClicks(ground.picker.field, "r")
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Return)
    assert ground.picked == [2]
    assert (ground.picker.text(), ground.picker.is_open()) == ("", False)


def test_the_last_row_makes_what_was_typed(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClicks(ground.picker.field, "Anna")
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Return)
    assert (ground.picked, ground.wanted) == ([], ["Anna"])


def test_escape_puts_the_list_away_and_keeps_what_was_typed(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClicks(ground.picker.field, "guy")
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Escape)
    assert (ground.picker.is_open(), ground.picker.text()) == (False, "guy")


def test_down_shows_everybody_before_anything_was_typed(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Down)
    assert titles(ground) == [row.title for row in PEOPLE]


def test_a_click_chooses(ground: Ground, qtbot: QtBot) -> None:
    qtbot.keyClicks(ground.picker.field, "guy")
    view = ground.picker.found
    place = view.visualRect(view.rows.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ground.picked == [2]


def test_enter_waits_for_the_answer_to_what_was_typed_last(
    qtbot: QtBot, held: HeldExecutor, asking: FakeAsking, theme: Theme
) -> None:
    ground = Ground(Jobs(held, asking.trouble), theme)
    show(qtbot, ground)
    qtbot.keyClicks(ground.picker.field, "gu")
    held.release()
    qtbot.keyClicks(ground.picker.field, "yx")
    qtbot.keyClick(ground.picker.field, Qt.Key.Key_Return)
    assert (ground.picked, ground.wanted) == ([], [])
    held.release()
    assert ground.wanted == ["guyx"]


def test_enter_in_a_list_chooses_the_current_row(qtbot: QtBot, theme: Theme) -> None:
    view = RowList(theme, "People", PEOPLE)
    qtbot.addWidget(view)
    view.show()
    view.go_to(2)
    with qtbot.waitSignal(view.chosen) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [2]


def test_a_list_keeps_its_row_when_others_come(qtbot: QtBot, theme: Theme) -> None:
    view = RowList(theme, "People", PEOPLE)
    qtbot.addWidget(view)
    view.go_to(2)
    view.show_rows([Row(9, "Somebody new"), *PEOPLE])
    assert view.current_key() == 2


def test_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = RowModel(PEOPLE)
    qtmodeltester.check(model)
    model.show_rows([])
    qtmodeltester.check(model)


def test_a_row_says_everything_that_it_shows() -> None:
    assert PEOPLE[0].spoken == "Nursultan Nazarbayev, President of Kazakhstan, in office"
