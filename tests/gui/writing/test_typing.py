"""Writing by keys: what is typed is what is stored."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.notation import escape
from app.gui.writing.block_editor import BlockEditor
from tests.gui.writing.conftest import Writing, press

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace


def at(editor: BlockEditor, place: int, end: int | None = None) -> None:
    cursor = editor.field.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    editor.field.setTextCursor(cursor)


def test_words_and_marks_are_typed(writing: Writing) -> None:
    editor = writing("")
    press(editor, "We ")
    press(editor, Qt.Key.Key_B, held=CTRL)
    press(editor, "demand")
    press(editor, Qt.Key.Key_B, held=CTRL)
    press(editor, " her ")
    press(editor, Qt.Key.Key_I, held=CTRL)
    press(editor, "release")
    assert editor.text() == "We **demand** her *release*"


def test_enter_begins_a_paragraph_and_shift_enter_a_line(writing: Writing) -> None:
    editor = writing("")
    press(editor, "one")
    press(editor, ENTER, held=SHIFT)
    press(editor, "two", ENTER, "three")
    assert editor.text() == "one\\\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("- a", "- a"), ("* a", "* a"), ("1. a", "1. a"), ("1) a", "1) a")],
)
def test_a_list_begins_as_it_is_typed_and_ends_with_an_empty_item(
    writing: Writing, typed: str, stored: str
) -> None:
    editor = writing("")
    press(editor, typed, ENTER, "b", ENTER, ENTER, "end")
    second = stored.replace("1", "2").replace("a", "b")
    assert editor.text() == f"{stored}\n{second}\n\nend"


@pytest.mark.parametrize("undoing", [(BACK, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Z, CTRL)])
def test_whoever_means_the_signs_has_them_back_at_once(
    writing: Writing, undoing: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    editor = writing("")
    press(editor, "1. ")
    assert editor.text() == "1."
    press(editor, undoing[0], held=undoing[1])
    press(editor, "May")
    assert editor.text() == "1\\. May"


@pytest.mark.parametrize(
    "typed", ["# no heading", "> no quotation", "+ no list", "2. no list", "2017. A year", "a - b"]
)
def test_other_signs_are_only_signs(writing: Writing, typed: str) -> None:
    editor = writing("")
    press(editor, typed)
    assert editor.text() == escape(typed)


def begins_a_list(text: str) -> bool:
    return text.startswith(("- ", "* ", "1. ", "1) "))


signs = st.text(st.sampled_from("*_#[]^\\>1.) -+ab~`|<&"), max_size=14)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(signs.filter(lambda text: not begins_a_list(text)))
def test_signs_of_the_notation_survive_typing(writing: Writing, text: str) -> None:
    editor = writing("")
    press(editor, text)
    assert editor.text() == escape(text)


def test_items_go_deeper_and_come_out(writing: Writing) -> None:
    editor = writing("- a\n- b")
    press(editor, Qt.Key.Key_BracketRight, held=CTRL)
    assert editor.text() == "- a\n  * b"
    press(editor, Qt.Key.Key_BracketRight, held=CTRL)
    assert editor.text() == "- a\n  * b"
    press(editor, ENTER, "c")
    assert editor.text() == "- a\n  * b\n  * c"
    press(editor, ENTER, ENTER, "d")
    assert editor.text() == "- a\n  * b\n  * c\n- d"
    press(editor, Qt.Key.Key_BracketLeft, held=CTRL)
    assert editor.text() == "- a\n  * b\n  * c\n\nd"


def test_backspace_at_the_start_of_an_item_joins_its_paragraph_to_the_item_before_and_then_frees_it(
    writing: Writing,
) -> None:
    editor = writing("- a\n- b")
    press(editor, Qt.Key.Key_Home)
    press(editor, BACK)
    assert editor.text() == "- a\n\n  b"
    press(editor, BACK)
    assert editor.text() == "- a\n\nb"
    press(editor, BACK)
    assert editor.text() == "- ab"


def test_a_list_changes_its_style_as_a_whole(writing: Writing) -> None:
    editor = writing("text\n\n- a\n  * x\n- b")
    press(editor, Qt.Key.Key_N, held=CTRL | SHIFT)
    assert editor.text() == "text\n\n1. a\n   * x\n2. b"
    press(editor, Qt.Key.Key_N, held=CTRL | SHIFT)
    assert editor.text() == "text\n\na\n\n* x\n\nb"


def test_all_five_lists_and_three_headings_are_in_the_menu(writing: Writing) -> None:
    editor = writing("a")
    kept = []
    for action in [each for each in editor.bar.more_menu().actions() if not each.isSeparator()]:
        action.trigger()
        kept.append(editor.text())
        action.trigger()
        assert editor.text() == "a"
    assert kept == ["* a", "- a", "1. a", "1) a", "+ a", "# a", "## a", "### a"]


def test_quotations_and_indents(writing: Writing) -> None:
    editor = writing("a\n\nb")
    editor.field.selectAll()
    press(editor, Qt.Key.Key_Q, held=CTRL | SHIFT)
    assert editor.text() == "> a\n>\n> b"
    press(editor, Qt.Key.Key_Q, held=CTRL | SHIFT)
    press(editor, Qt.Key.Key_End)
    press(editor, Qt.Key.Key_BracketRight, held=CTRL)
    assert editor.text() == "a\n\n    b"


def test_plain_text_follows_a_heading(writing: Writing) -> None:
    editor = writing("Title")
    press(editor, Qt.Key.Key_1, held=CTRL | ALT)
    press(editor, ENTER, "text")
    assert editor.text() == "# Title\n\ntext"


def test_a_heading_has_one_line(writing: Writing) -> None:
    editor = writing("**one**\\\ntwo 😀\\\nthree")
    press(editor, Qt.Key.Key_1, held=CTRL | ALT)
    press(editor, ENTER, held=SHIFT)
    assert editor.text() == "# **one** two 😀 three"
    assert editor.field.toPlainText() == "one two 😀 three"


def test_everything_can_be_undone_and_done_again(writing: Writing) -> None:
    editor = writing("- a\n- b")
    press(editor, ENTER, "c")
    press(editor, Qt.Key.Key_BracketRight, held=CTRL)
    whole = editor.text()
    while editor.field.document().isUndoAvailable():
        press(editor, Qt.Key.Key_Z, held=CTRL)
    assert editor.text() == "- a\n- b"
    while editor.field.document().isRedoAvailable():
        editor.field.redo()
    assert editor.text() == whole


def test_undo_goes_to_the_window_where_there_is_nothing_to_undo(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("a")
    undone: list[bool] = []
    QShortcut(QKeySequence.StandardKey.Undo, editor).activated.connect(lambda: undone.append(True))
    press(editor, "b")
    press(editor, Qt.Key.Key_Z, held=CTRL)
    assert (editor.text(), undone) == ("a", [])
    press(editor, Qt.Key.Key_Z, held=CTRL)
    assert undone == [True]


def test_an_untouched_text_is_given_back_to_the_letter(writing: Writing) -> None:
    text = "  odd\nlines  \n\n\n__and__ marks [^1]\n\n[^1]: of one's own\n"
    editor = writing(text)
    assert editor.text() == text
    press(editor, "!")
    assert editor.text() == "odd lines\n\n**and** marks ^[of one's own]!"


def test_tab_leaves_the_field(writing: Writing) -> None:
    editor = writing("a")
    assert editor.field.tabChangesFocus()
    press(editor, Qt.Key.Key_Tab)
    assert editor.text() == "a"


def test_the_bar_is_there_while_somebody_writes(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("**a**")
    assert editor.bar.isVisible()
    assert editor.bar.bold.isChecked()
    assert all(button.accessibleName() and button.toolTip() for button in editor.bar.buttons)
    editor.field.clearFocus()
    qtbot.waitUntil(lambda: not editor.bar.isVisible())


def test_the_bar_is_one_stop_and_arrows_move_in_it(writing: Writing) -> None:
    editor = writing("a")
    at(editor, 0, 1)
    press(editor, Qt.Key.Key_Tab, held=SHIFT)
    assert editor.bar.bold.hasFocus()
    QTest.keyClick(editor.bar.bold, Qt.Key.Key_Right)
    assert editor.bar.italic.hasFocus()
    QTest.keyClick(editor.bar.italic, Qt.Key.Key_Space)
    assert editor.text() == "*a*"
    assert editor.field.hasFocus()


def test_copying_and_pasting_keeps_everything(writing: Writing) -> None:
    text = "a **b**^[note]\n\n1) x\n   * y\n\n> q"
    editor = writing(text)
    editor.field.selectAll()
    press(editor, Qt.Key.Key_C, held=CTRL)
    other = writing("")
    press(other, Qt.Key.Key_V, held=CTRL)
    assert other.text() == text
    assert QGuiApplication.clipboard().text() == "a b\nx\ny\nq"


def test_a_part_of_a_line_is_pasted_into_a_line(writing: Writing) -> None:
    editor = writing("- one two three")
    at(editor, 4, 7)
    editor.field.copy()
    at(editor, 13)
    editor.field.paste()
    assert editor.text() == "- one two threetwo"


def test_words_only_are_pasted_with_ctrl_shift_v(writing: Writing) -> None:
    QGuiApplication.clipboard().setText("The court ruled\nthat so.\n\nNext")
    editor = writing("")
    press(editor, Qt.Key.Key_V, held=CTRL | SHIFT)
    assert editor.text() == "The court ruled that so.\n\nNext"


def test_a_footnote_is_written_in_its_place(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("The court ruled")
    press(editor, Qt.Key.Key_F, held=CTRL | ALT)
    (note,) = editor.notes.fields()
    qtbot.waitUntil(note.hasFocus)
    QTest.keyClicks(note, "See *")
    QTest.keyClick(note, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(note, "law")
    QTest.keyClick(note, ENTER)
    assert editor.field.hasFocus()
    press(editor, ".")
    assert editor.text() == "The court ruled^[See \\***law**]."


def test_footnotes_are_numbered_in_their_order_and_go_with_their_sign(writing: Writing) -> None:
    editor = writing("a^[one] b^[two]")
    at(editor, 0)
    press(editor, Qt.Key.Key_F, held=CTRL | ALT)
    assert sorted(editor.field.note_numbers().values()) == [1, 2, 3]
    assert [field.toPlainText() for field in editor.notes.fields()] == ["", "one", "two"]
    editor.field.undo()
    at(editor, 2)
    press(editor, BACK)
    assert editor.text() == "a b^[two]"
    assert [field.toPlainText() for field in editor.notes.fields()] == ["two"]
    editor.field.undo()
    assert editor.text() == "a^[one] b^[two]"


def test_typing_a_footnote_is_one_step_to_undo(writing: Writing) -> None:
    editor = writing("a^[one]")
    (note,) = editor.notes.fields()
    note.setFocus()
    QTest.keyClicks(note, " more")
    assert editor.text() == "a^[one more]"
    editor.field.undo()
    assert editor.text() == "a^[one]"
    assert note.toPlainText() == "one"


def test_right_to_left_text_stands_at_the_right(writing: Writing) -> None:
    editor = writing("السيد", "ar")
    assert (
        editor.field.document().firstBlock().blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    )
    press(editor, ENTER, "x")
    assert editor.field.textCursor().blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_field_is_as_tall_as_its_text(writing: Writing) -> None:
    editor = writing("a")
    before = editor.field.height()
    press(editor, ENTER, "b", ENTER, "c")
    assert editor.field.height() > before + 2 * editor.fontMetrics().height()
