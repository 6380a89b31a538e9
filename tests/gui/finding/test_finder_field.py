"""The search field by keys alone: arrows across groups, Enter, Ctrl+Enter, Esc."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.finding.field import FinderField
from app.gui.finding.floating import FloatingFinder
from app.gui.finding.lines import Question
from app.gui.going import Way
from app.gui.guide.screen import GuideScreen
from app.gui.jobs import Jobs
from app.gui.letters.lines import LineKey, LineKind
from app.gui.letters.screen import LettersScreen
from app.gui.main_window import MainWindow
from app.gui.recipients.screen import RecipientsScreen
from app.gui.rooms import ROOMS
from tests.gui import walking
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.showing import show

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def title(field: FinderField) -> str:
    """Return the title of the line one is at."""
    assert field.sheet.line is not None
    return field.sheet.line.title.text


def begin(qtbot: QtBot, window: MainWindow) -> None:
    """Press the keys of the search field."""
    qtbot.keyClick(window, Key.Key_K, CTRL)


def test_the_keys_lead_to_the_field_and_show_what_is_newest(
    qtbot: QtBot, window: MainWindow, field: FinderField
) -> None:
    begin(qtbot, window)
    assert field.line.hasFocus()
    assert field.is_open
    assert [str(each) for each in field.sheet.list.groups.begins()] != []
    assert "Closure" in title(field)


def test_escape_leads_back_to_where_one_was(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    letters = window.shell.screen_of("letters")
    assert isinstance(letters, LettersScreen)
    letters.table.setFocus()
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "kaz")
    qtbot.keyClick(field.line, Key.Key_Escape)
    assert letters.table.hasFocus()
    assert not field.is_open
    assert field.line.text() == ""


def test_arrows_go_across_the_groups_and_round(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "kaz")
    first = title(field)
    assert first.startswith("147/01-3")
    qtbot.keyClick(field.line, Key.Key_Down)
    assert title(field).startswith("Closure")
    qtbot.keyClick(field.line, Key.Key_Up)
    qtbot.keyClick(field.line, Key.Key_Up)
    last = title(field)
    qtbot.keyClick(field.line, Key.Key_Down)
    assert title(field) == first != last
    qtbot.keyClick(field.line, Key.Key_PageDown)
    assert title(field) == last


def test_ctrl_and_arrows_go_from_group_to_group(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    for _ in range(3):
        qtbot.keyClick(field.line, Key.Key_Down, CTRL)
    assert title(field) == "New letter"
    qtbot.keyClick(field.line, Key.Key_Down)
    qtbot.keyClick(field.line, Key.Key_Up, CTRL)
    assert title(field) == "New letter"


def test_enter_opens_a_recipient_in_its_room(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "nursultan")
    qtbot.keyClick(field.line, Key.Key_Return)
    screen = window.shell.screen_of("recipients")
    assert isinstance(screen, RecipientsScreen)
    assert window.shell.room == "recipients"
    assert screen.detail.entry
    assert screen.detail.entry.key == "sample-person-nazarbayev"
    assert not field.is_open
    assert field.line.text() == ""
    assert not field.line.hasFocus()


def test_enter_shows_a_letter_among_the_letters(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    window.shell.enter("settings")
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "147")
    qtbot.keyClick(field.line, Key.Key_Return)
    screen = window.shell.screen_of("letters")
    assert isinstance(screen, LettersScreen)
    assert window.shell.room == "letters"
    line = screen.table.current_line()
    assert line
    assert line.key == LineKey(LineKind.ENTRY, 1)


def test_enter_goes_on_with_a_draft(
    qtbot: QtBot, window: MainWindow, field: FinderField, desktop: Desktop
) -> None:
    begin(qtbot, window)
    qtbot.keyClick(field.line, Key.Key_Return)
    screen = window.shell.screen_of("guide")
    assert isinstance(screen, GuideScreen)
    assert window.shell.room == "guide"
    assert screen.guide.key == desktop.office.drafts.list()[0].key


def test_ctrl_enter_does_the_other_thing(
    qtbot: QtBot, window: MainWindow, field: FinderField, ways: list[Way]
) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "nursultan")
    assert field.sheet.foot.whole() == "Enter opens · Ctrl+Enter: New letter to this recipient"
    qtbot.keyClick(field.line, Key.Key_Return, CTRL)
    assert [way.room for way in ways] == ["guide"]


def test_a_number_is_made_void_by_keys_alone(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "void")
    qtbot.keyClick(field.line, Key.Key_Return)
    assert field.line.placeholderText() == Question.VOID
    qtbot.keyClicks(field.line, "147")
    qtbot.keyClick(field.line, Key.Key_Return)
    letters = window.shell.screen_of("letters")
    assert isinstance(letters, LettersScreen)
    qtbot.waitUntil(lambda: letters.detail is not None and letters.detail.form is not None)


def test_backspace_takes_a_question_back(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "void")
    qtbot.keyClick(field.line, Key.Key_Return)
    qtbot.keyClick(field.line, Key.Key_Backspace)
    assert field.line.placeholderText().startswith("Find letters")
    assert title(field).startswith("Closure")


def test_a_number_is_reserved_from_everywhere(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    window.shell.enter("settings")
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "reserve")
    qtbot.keyClick(field.line, Key.Key_Return)
    letters = window.shell.screen_of("letters")
    assert isinstance(letters, LettersScreen)
    assert window.shell.room == "letters"
    assert letters.detail
    assert letters.detail.form


def test_a_click_opens_what_is_clicked(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "appearance")
    found = field.sheet.list
    (at,) = found.groups.places()[:1]
    box = found.visualRect(found.groups.index(at))
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert window.shell.room == "settings"


def test_a_click_on_a_heading_opens_nothing(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    found = field.sheet.list
    before = found.line
    box = found.visualRect(found.groups.index(0))
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert field.is_open
    assert found.line is before
    assert window.shell.room == "letters"


def test_in_a_room_that_has_the_whole_window_the_field_floats(
    qtbot: QtBot, window: MainWindow, field: FinderField, desktop: Desktop
) -> None:
    desktop.going.to("guide", desktop.office.drafts.list()[0].key)
    before = QApplication.focusWidget()
    begin(qtbot, window)
    floating = window.findChild(FloatingFinder)
    assert floating is not None
    assert floating.isVisible()
    assert floating.field.line.hasFocus()
    assert window.rect().contains(floating.field.sheet.geometry())
    qtbot.keyClick(floating.field.line, Key.Key_Escape)
    assert not floating.isVisible()
    assert QApplication.focusWidget() is before
    begin(qtbot, window)
    qtbot.keyClicks(floating.field.line, "nursultan")
    qtbot.keyClick(floating.field.line, Key.Key_Return)
    assert window.shell.room == "recipients"
    assert not floating.isVisible()
    begin(qtbot, window)
    assert field.is_open


def test_a_click_elsewhere_puts_it_away(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    window.shell.rail.button("recipients").setFocus()
    assert not field.is_open
    assert field.line.text() == ""


def test_tab_into_the_field_shows_nothing_until_a_key(
    qtbot: QtBot, window: MainWindow, field: FinderField
) -> None:
    field.line.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.is_open
    qtbot.keyClick(field.line, Key.Key_Down)
    assert field.is_open


def test_nothing_found_is_said(qtbot: QtBot, window: MainWindow, field: FinderField) -> None:
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "zzxqy")
    assert field.sheet.nothing.isVisible()
    assert walking.cut(field.sheet) == []
    qtbot.keyClick(field.line, Key.Key_Return)
    assert field.is_open


@pytest.fixture
def slow(desktop: Desktop, held: HeldExecutor, asking: FakeAsking) -> Desktop:
    """A desktop whose work waits for the test."""
    return replace(desktop, jobs=Jobs(held, asking.trouble))


def test_only_the_newest_question_is_answered_and_enter_waits_for_it(
    qtbot: QtBot, slow: Desktop, held: HeldExecutor
) -> None:
    window = show(qtbot, MainWindow(slow, ROOMS))
    window.shell.enter("settings")
    held.release()
    field = window.shell.finder
    begin(qtbot, window)
    qtbot.keyClicks(field.line, "nursultan")
    qtbot.keyClick(field.line, Key.Key_Return)
    assert not field.is_open
    assert window.shell.room == "settings"
    held.release()
    assert window.shell.room == "recipients"


def test_what_comes_after_one_has_left_is_not_shown(qtbot: QtBot, slow: Desktop, held: HeldExecutor) -> None:
    window = show(qtbot, MainWindow(slow, ROOMS))
    window.shell.enter("settings")
    field = window.shell.finder
    begin(qtbot, window)
    qtbot.keyClick(field.line, Key.Key_Escape)
    held.release()
    assert not field.is_open


def test_the_sheet_can_be_read_by_a_screen_reader(
    qtbot: QtBot, window: MainWindow, field: FinderField
) -> None:
    begin(qtbot, window)
    assert walking.name_of(field.line) == "Find letters, recipients, cases, law and commands"
    assert walking.name_of(field.sheet.list) == "What was found"
    model = field.sheet.list.groups
    said = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("147/01-3")
    assert "Registered" in said


def test_the_sheet_stays_inside_of_a_small_window_from_the_right(
    qtbot: QtBot, desktop: Desktop, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = MainWindow(desktop, ROOMS)
    window.resize(960, 600)
    window.begin()
    show(qtbot, window)
    field = window.shell.finder
    begin(qtbot, window)
    sheet = field.sheet.geometry()
    assert window.rect().contains(sheet)
    assert sheet.right() <= field.line.mapTo(window, field.line.rect().bottomRight()).x() + 1


def test_the_model_of_the_list_keeps_the_rules_of_qt(
    qtbot: QtBot, qtmodeltester: ModelTester, window: MainWindow, field: FinderField
) -> None:
    begin(qtbot, window)
    qtmodeltester.check(field.sheet.list.groups)
