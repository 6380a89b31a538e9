"""The cards of a letter show what they are told, and say what a person wants."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, SignalInstance
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.gui.writing.block_editor import WritingHelp
from app.gui.writing.card import BlockCard
from app.gui.writing.column import BLOCK_TYPE, BlocksColumn
from app.gui.writing.states import TAGS, BlockState, CardState

LANGUAGES = [("en", "English"), ("ar", "Arabic")]
OPENING = CardState(
    key="opening", title="Opening", state=BlockState.GENERATED, text="We *write*.", language="en"
)
TESTIMONY = CardState(
    key="text", title="Testimony", state=BlockState.WRITTEN, text="By hand.", language="en", may_reset=True
)
DEMANDS = CardState(key="demands", title="Demands", state=BlockState.MISSING, text="", language="ar")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def column(qtbot: QtBot, help_: WritingHelp) -> BlocksColumn:
    """A column of three blocks in a window."""
    made = BlocksColumn(help_, LANGUAGES)
    qtbot.addWidget(made)
    made.show_blocks([OPENING, TESTIMONY, DEMANDS])
    made.resize(600, 700)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def told(signal: SignalInstance) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    signal.connect(lambda *facts: heard.append(facts))
    return heard


def order(column: BlocksColumn) -> tuple[str, ...]:
    return column.keys()


def lines_of(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}


@pytest.mark.parametrize("state", BlockState)
def test_every_state_has_its_words(column: BlocksColumn, state: BlockState) -> None:
    column.show_blocks([replace(OPENING, state=state)])
    card = column.card("opening")
    assert card.tag.text() == TAGS[state][0]
    assert (card.advice is not None and card.advice.isVisible()) is (state is BlockState.OUTDATED)


def test_a_block_that_is_gone_has_no_card(column: BlocksColumn) -> None:
    kept = column.card("text")
    column.show_blocks([DEMANDS, TESTIMONY])
    assert order(column) == ("demands", "text")
    assert column.card("text") is kept
    with pytest.raises(KeyError):
        column.card("opening")


def test_a_generated_block_is_written_as_soon_as_somebody_types(column: BlocksColumn, qtbot: QtBot) -> None:
    edited = told(column.text_edited)
    field = column.card("opening").editor.field
    field.setFocus()
    assert column.card("opening").editor.is_resting
    assert not column.card("opening").editor.bar.isVisible()
    QTest.keyClicks(field, "!")
    assert edited == [("opening", "We *write*.!")]
    assert column.card("opening").editor.bar.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_opens_a_generated_block_without_a_change(
    column: BlocksColumn, key: Qt.Key, qtbot: QtBot
) -> None:
    edited = told(column.text_edited)
    editor = column.card("opening").editor
    editor.field.setFocus()
    QTest.keyClick(editor.field, key)
    assert not editor.is_resting
    column.card("text").editor.field.setFocus()
    qtbot.waitUntil(lambda: editor.is_resting)
    assert edited == []


def test_a_click_opens_a_generated_block(column: BlocksColumn) -> None:
    editor = column.card("opening").editor
    QTest.mouseClick(editor.field.viewport(), Qt.MouseButton.LeftButton)
    assert not editor.is_resting


def test_the_caret_stays_while_the_letter_answers_to_what_is_typed(column: BlocksColumn) -> None:
    column.text_edited.connect(
        lambda key, text: column.show_blocks(
            [OPENING, replace(TESTIMONY, text=text, title="Testimony"), DEMANDS] if key == "text" else []
        )
    )
    column.focus_block("text")
    field = column.card("text").editor.field
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "Not ")
    assert (column.card("text").editor.text(), field.textCursor().position()) == ("Not By hand.", 4)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert column.card("text").editor.text() == "By hand."


def test_an_emptied_block_is_not_filled_again_under_one_s_hands(column: BlocksColumn, qtbot: QtBot) -> None:
    column.focus_block("text")
    editor = column.card("text").editor
    editor.field.selectAll()
    QTest.keyClick(editor.field, Qt.Key.Key_Delete)
    generated = replace(TESTIMONY, text="From the template.", state=BlockState.GENERATED)
    column.show_blocks([OPENING, generated, DEMANDS])
    assert editor.field.toPlainText() == ""
    column.focus_block("demands")
    qtbot.waitUntil(lambda: editor.field.toPlainText() == "From the template.")
    assert editor.is_resting


def test_the_menu_offers_what_may_be_done(column: BlocksColumn) -> None:
    column.show_blocks([replace(OPENING, may_move_up=False), TESTIMONY, replace(DEMANDS, may_drop=False)])
    assert lines_of(column.card("opening").menu()) == {
        "Move up": False, "Move down": True, "Add a block below": True, "Language of this block": True,
        "Back to template": False, "Drop this block": True,
    }  # fmt: skip
    assert not lines_of(column.card("demands").menu())["Drop this block"]


@pytest.mark.parametrize(
    ("words", "signal", "facts"),
    [
        ("Move up", "moved", ("text", 0)),
        ("Move down", "moved", ("text", 2)),
        ("Add a block below", "add_wanted", ("text",)),
        ("Back to template", "reset_wanted", ("text",)),
        ("Drop this block", "drop_wanted", ("text",)),
    ],
)
def test_what_is_chosen_is_told(
    column: BlocksColumn, words: str, signal: str, facts: tuple[object, ...]
) -> None:
    heard = told(getattr(column, signal))
    actions = {action.text(): action for action in column.card("text").menu().actions()}
    actions[words].trigger()
    assert heard == [facts]


def test_the_language_of_a_block_is_chosen(column: BlocksColumn) -> None:
    heard = told(column.language_wanted)
    card: BlockCard = column.card("text")
    menu = next(found for each in card.menu().actions() if isinstance(found := each.menu(), QMenu))
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("English", True),
        ("Arabic", False),
    ]
    menu.actions()[1].trigger()
    assert heard == [("text", "ar")]


def test_only_another_language_than_the_letter_s_is_said(column: BlocksColumn) -> None:
    assert not column.card("text").spoken.isVisible()
    assert column.card("demands").spoken.text() == "Arabic"


def test_the_two_answers_to_a_changed_template(column: BlocksColumn) -> None:
    column.show_blocks([replace(TESTIMONY, state=BlockState.OUTDATED)])
    kept, reset = told(column.accepted), told(column.reset_wanted)
    advice = column.card("text").advice
    assert advice is not None
    links = advice.findChildren(type(column.card("text").back))
    for link in links:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert (kept, reset) == ([("text",)], [("text",)])


def test_alt_and_arrows_move_a_block_and_the_caret_goes_with_it(column: BlocksColumn) -> None:
    states = {"opening": OPENING, "text": TESTIMONY, "demands": DEMANDS}

    def move(key: str, place: int) -> None:
        rest = [each for each in order(column) if each != key]
        column.show_blocks([states[each] for each in (*rest[:place], key, *rest[place:])])

    column.moved.connect(move)
    column.focus_block("text")
    field = column.card("text").editor.field
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    assert order(column) == ("text", "opening", "demands")
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert order(column) == ("opening", "demands", "text")


def test_a_block_that_may_not_move_stays(column: BlocksColumn) -> None:
    column.show_blocks([OPENING, replace(TESTIMONY, may_move_up=False), DEMANDS])
    heard = told(column.moved)
    QTest.keyClick(column.card("text").editor.field, Qt.Key.Key_Up, ALT)
    assert heard == []


@pytest.mark.parametrize(
    ("key", "onto", "lower_half", "expected"),
    [
        ("opening", "demands", True, [("opening", 2)]),
        ("opening", "demands", False, [("opening", 1)]),
        ("demands", "opening", False, [("demands", 0)]),
        ("text", "text", True, []),
        ("text", "opening", True, []),
        ("of another letter", "opening", False, []),
    ],
)
def test_a_block_is_dropped_between_two_others(
    column: BlocksColumn, key: str, onto: str, lower_half: bool, expected: list[tuple[str, int]]
) -> None:
    heard = told(column.moved)
    box = column.card(onto).geometry()
    place = QPointF(50, box.bottom() - 2 if lower_half else box.top() + 2)
    data = QMimeData()
    data.setData(BLOCK_TYPE, key.encode())
    event = QDropEvent(
        place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    column.dropEvent(event)
    assert heard == expected


def test_tab_goes_from_card_to_card_in_their_order(column: BlocksColumn) -> None:
    column.show_blocks([DEMANDS, TESTIMONY, OPENING])
    column.focus_block("demands")
    reached = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached += [key for key in order(column) if column.card(key).editor.field.hasFocus()]
    assert reached[:2] == ["text", "opening"]
    column.card("opening").editor.field.setFocus()
    QTest.keyClick(column.card("opening").editor.field, Qt.Key.Key_Backtab)
    assert column.card("opening").menu_button.hasFocus()
    column.focus_block("text")
    QTest.keyClick(column.card("text").editor.field, Qt.Key.Key_Backtab)
    assert column.card("text").editor.bar.bold.hasFocus()
    QTest.keyClick(column.card("text").editor.bar.bold, Qt.Key.Key_Backtab)
    assert column.card("text").menu_button.hasFocus()


def test_every_control_of_a_card_has_a_name(column: BlocksColumn) -> None:
    for key in order(column):
        assert all(stop.accessibleName() for stop in column.card(key).stops())
