"""The room of the bin, with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.gui.bin.presenter import KINDS
from app.gui.bin.screen import BinScreen
from app.gui.desktop import Desktop
from app.services.bin import BinnedKind
from tests.gui.fakes import FakeAsking

KHARKOVA, PRESIDENT = "sample-case-kharkova", "sample-office-president"


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> BinScreen:
    """The room with a case and an office that a person still refers to."""
    desktop.office.sample.fill_directories()
    desktop.office.case_files.delete(KHARKOVA)
    desktop.office.address_book.delete(PRESIDENT)
    made = BinScreen(desktop)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.first_focus()
    return made


def titles(screen: BinScreen) -> list[str]:
    """Return what lies in the bin, as it is shown."""
    return [screen.list.rows.row(at).title for at in range(screen.list.rows.rowCount())]


def test_every_kind_has_its_words() -> None:
    assert set(KINDS) == set(BinnedKind)


def test_what_was_deleted_last_stands_first(screen: BinScreen) -> None:
    assert titles(screen) == ["President of Kazakhstan", "Persecution of Larisa Kharkova"]


def test_a_thing_is_restored_and_the_others_hear_of_it(
    qtbot: QtBot, screen: BinScreen, desktop: Desktop
) -> None:
    with qtbot.waitSignal(desktop.changes.recipients_changed):
        qtbot.keyClick(screen.restore_button, Qt.Key.Key_Return)
    assert desktop.office.finder.get(PRESIDENT) is not None
    assert titles(screen) == ["Persecution of Larisa Kharkova"]


def test_a_thing_is_deleted_for_good_only_when_that_is_confirmed(
    qtbot: QtBot, screen: BinScreen, asking: FakeAsking
) -> None:
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    qtbot.keyClick(screen.list, Qt.Key.Key_Delete)
    assert len(titles(screen)) == 2
    asking.answers.append("delete")
    qtbot.keyClick(screen.list, Qt.Key.Key_Delete)
    assert titles(screen) == ["President of Kazakhstan"]


def test_emptying_says_what_stays_and_why(qtbot: QtBot, screen: BinScreen, asking: FakeAsking) -> None:
    asking.answers.append("delete")
    qtbot.keyClick(screen.empty_button, Qt.Key.Key_Return)
    assert "2 things" in asking.questions[0].text
    assert titles(screen) == ["President of Kazakhstan"]
    assert "because others still refer to it: President of Kazakhstan" in asking.said[0][1]


def test_what_others_need_cannot_be_deleted_for_good(
    qtbot: QtBot, screen: BinScreen, asking: FakeAsking
) -> None:
    asking.answers.append("delete")
    qtbot.keyClick(screen.erase_button, Qt.Key.Key_Return)
    assert len(asking.troubles) == 1
    assert len(titles(screen)) == 2


def test_an_empty_bin_says_so(qtbot: QtBot, desktop: Desktop) -> None:
    screen = BinScreen(desktop)
    qtbot.addWidget(screen)
    screen.show()
    assert not screen.list.isVisible()
    assert not screen.empty_button.isVisible()
