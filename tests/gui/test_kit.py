"""The smaller parts of the kit do what they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.gui.asking import Notice
from app.gui.preferences import Preferences
from app.gui.theme import Theme
from app.gui.widgets.buttons import DangerButton, IconButton, PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card, Line
from app.gui.widgets.chips import Chip, MenuChip, RemovableChip
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.notices import SHOWN_FOR_MS, NoticeBar
from app.gui.widgets.page_header import PageHeader
from app.gui.widgets.panes import SplitPane
from app.gui.widgets.progress import ProgressLine
from app.gui.widgets.ticks import Dot, Tick
from app.gui.widgets.words import Mood, ShortWords, Tag, Words
from tests.gui import walking
from tests.gui.showing import show

LONG = "Penalties imposed on the Confederation of Independent Trade Unions and its former chairman"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    pressed: list[int] = []
    button = show(qtbot, PrimaryButton("Register", clicked=lambda: pressed.append(1)))
    qtbot.keyClick(button, key)
    assert pressed == [1]


def test_a_button_that_is_off_is_not_pressed(qtbot: QtBot, theme: Theme) -> None:
    pressed: list[int] = []
    button = show(qtbot, PrimaryButton("Register", clicked=lambda: pressed.append(1)))
    button.setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []


def test_an_ampersand_is_a_sign_and_no_key(qtbot: QtBot, theme: Theme) -> None:
    button = show(qtbot, SecondaryButton("Smith & Sons"))
    assert button.accessibleName() == "Smith & Sons"
    assert button.shortcut().isEmpty()


def test_a_menu_chip_opens_its_menu_and_shows_what_was_chosen(qtbot: QtBot, theme: Theme) -> None:
    menu = QMenu()
    menu.addAction("Kazakhstan")
    chip = show(qtbot, MenuChip("State", lambda: menu))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    assert not chip.isChecked()
    menu.close()
    chip.set_value("Kazakhstan")
    assert (chip.isChecked(), chip.text()) == (True, "Kazakhstan")
    chip.set_value("")
    assert (chip.isChecked(), chip.text()) == (False, "State")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_a_chip_is_taken_away_by_keys(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    chip = show(qtbot, RemovableChip("Kazakhstan", "Remove"))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)
    assert chip.isChecked()


def test_a_tag_changes_its_word_and_its_colour(qtbot: QtBot, theme: Theme) -> None:
    tag = show(qtbot, Tag("Draft"))
    before = tag.grab().toImage()
    tag.show_state("Sent", Mood.ACCENT)
    tag.adjustSize()
    colour = theme.colour("tag").name()
    image = tag.grab().toImage()
    assert image != before
    assert image.pixelColor(image.width() // 2, 1).name() == colour


def test_short_words_keep_the_whole_in_their_tip(qtbot: QtBot, theme: Theme) -> None:
    words = ShortWords(LONG)
    words.resize(120, 24)
    show(qtbot, words)
    assert words.text().endswith("…")
    assert (words.toolTip(), words.whole(), words.accessibleName()) == (LONG, LONG, LONG)
    words.say("Short")
    assert (words.text(), words.toolTip()) == ("Short", "")


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (160, 3)])
def test_a_row_goes_on_in_the_next_line(qtbot: QtBot, theme: Theme, width: int, lines: int) -> None:
    chips = [Chip(f"Filter {number}") for number in range(6)]
    row = FlowRow(*chips)
    row.resize(width, row.heightForWidth(width))
    show(qtbot, row)
    assert len({chip.y() for chip in chips}) == lines
    assert all(row.rect().contains(chip.geometry()) for chip in chips)


def test_a_row_begins_at_the_side_where_texts_begin(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = Chip("One"), Chip("Two")
    row = FlowRow(first, second)
    row.resize(400, 40)
    show(qtbot, row)
    assert first.geometry().right() == row.rect().right()
    assert second.x() < first.x()


def test_a_row_lets_go_of_what_it_is_cleared_of(qtbot: QtBot, theme: Theme) -> None:
    row = show(qtbot, FlowRow(Chip("One"), Chip("Two")))
    row.clear()
    row.add(Chip("Three"))
    QApplication.processEvents()
    assert [chip.text() for chip in row.findChildren(Chip) if not chip.isHidden()] == ["Three"]


@pytest.mark.parametrize("kind", [Tick, Dot])
def test_a_mark_is_set_by_a_click_on_its_words_and_by_space(
    qtbot: QtBot, theme: Theme, kind: type[Tick | Dot]
) -> None:
    mark = show(qtbot, kind("Number left blank"))
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(mark.width() - 4, mark.height() // 2))
    assert mark.isChecked()
    ticked = mark.grab().toImage()
    mark.setAutoExclusive(False)
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    assert not mark.isChecked()
    assert mark.grab().toImage() != ticked


def test_a_notice_offers_a_way_back_and_goes_when_it_was_taken(qtbot: QtBot, theme: Theme) -> None:
    undone: list[int] = []
    window = show(qtbot, QWidget())
    bar = NoticeBar(window)
    bar.tell(Notice("Draft moved to the bin", "Undo", lambda: undone.append(1)))
    assert bar.isVisible()
    qtbot.mouseClick(bar.findChildren(SecondaryButton)[0], Qt.MouseButton.LeftButton)
    assert (undone, bar.isVisible()) == ([1], False)


def test_a_notice_goes_by_itself_but_not_from_under_the_focus(qtbot: QtBot, theme: Theme) -> None:
    window = show(qtbot, QWidget())
    bar = NoticeBar(window)
    bar.tell(Notice("Draft moved to the bin", "Undo"))
    bar.findChildren(SecondaryButton)[0].setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    window.setFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()
    assert bar._timer.interval() == SHOWN_FOR_MS


def test_a_notice_without_an_action_has_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = show(qtbot, QWidget())
    bar = NoticeBar(window)
    bar.tell(Notice(LONG * 9))
    assert not bar.findChildren(SecondaryButton)[0].isVisible()
    assert window.rect().contains(bar.geometry())


def test_progress_is_shown_and_can_be_stopped(qtbot: QtBot, theme: Theme) -> None:
    line = show(qtbot, ProgressLine("Making the listing anew", "Cancel"))
    line.show_progress(3, 10)
    assert (line._bar.value(), line._bar.maximum()) == (3, 10)
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.findChildren(SecondaryButton)[0], Qt.MouseButton.LeftButton)


def test_panes_keep_their_widths(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    panes = SplitPane("letters", preferences, QWidget(), QWidget())
    panes.resize(1007, 300)
    panes.remember(600, 400)
    show(qtbot, panes)
    panes.moveSplitter(300, 1)
    again = SplitPane("letters", preferences, QWidget(), QWidget())
    again.resize(1007, 300)
    again.remember(600, 400)
    show(qtbot, again)
    assert again.sizes()[0] == pytest.approx(panes.sizes()[0], abs=2)
    assert panes.sizes()[0] < 400


def test_panes_begin_anew_after_a_damaged_memory(
    qtbot: QtBot, theme: Theme, preferences: Preferences
) -> None:
    preferences.keep_state("letters/panes", QByteArray(b"nonsense"))
    panes = SplitPane("letters", preferences, QWidget(), QWidget())
    panes.resize(1007, 300)
    panes.remember(600, 400)
    show(qtbot, panes)
    assert panes.sizes()[0] > panes.sizes()[1]


def test_a_form_is_no_wider_than_a_line_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    form = ScrollForm()
    text = Words(LONG * 5, wraps=True)
    form.add(text)
    form.resize(2000, 400)
    show(qtbot, form)
    assert text.width() <= form.fontMetrics().averageCharWidth() * 75 + 48


def gallery() -> QWidget:
    """Return a page with everything that stands on pages."""
    page = QWidget()
    column = QVBoxLayout(page)
    card = Card("In this letter")
    card.add_row(Tag("Sent", Mood.ACCENT), IconButton("ellipsis", "More"))
    card.add(Line(), FlowRow(Tick("Number left blank"), DangerButton("Move to the bin", icon="trash-2")))
    column.addWidget(PageHeader("Recipients", LONG, [PrimaryButton("New recipient", icon="plus")]))
    column.addWidget(card)
    column.addWidget(EmptyState("users", "No recipients yet", LONG, [SecondaryButton("Import a list")]))
    return page


@pytest.mark.parametrize("percent", [100, 200])
def test_a_page_of_the_kit_has_names_and_cuts_nothing(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.enlarge(percent)
    page = gallery()
    page.resize(1100, 900)
    show(qtbot, page)
    assert walking.nameless(page) + walking.cut(page) + walking.unreachable(page) == []


def test_words_that_wrap_say_how_high_they_are(qtbot: QtBot, theme: Theme) -> None:
    words = Words(LONG, wraps=True)
    qtbot.addWidget(words)
    assert words.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Minimum
    assert words.heightForWidth(100) > words.heightForWidth(1000)
