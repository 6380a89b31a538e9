"""Phrases come by a slash at a word's start."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.gui.writing.block_editor import BlockEditor
from tests.gui.writing.conftest import Writing, press

ENTER = Qt.Key.Key_Return


def is_open(editor: BlockEditor) -> bool:
    return editor.slash is not None and editor.slash.is_open


def test_a_slash_at_a_word_s_start_offers_phrases_and_typing_narrows_them(writing: Writing) -> None:
    editor = writing("We ")
    press(editor, " /")
    assert is_open(editor)
    press(editor, "inter")
    assert editor.slash is not None
    assert editor.slash.found.rows.rowCount() == 1
    press(editor, Qt.Key.Key_Backspace, times=5)
    assert editor.slash.found.rows.rowCount() == 2
    press(editor, ENTER)
    assert editor.text() == "We We express our **grave concern**"
    assert not is_open(editor)


def test_arrows_choose_and_several_paragraphs_come_in(writing: Writing) -> None:
    editor = writing("")
    press(editor, "/", Qt.Key.Key_Down, ENTER)
    assert editor.text() == "We urge that:\n\n- harm be prevented;\n- reports be made."
    editor.field.undo()
    assert editor.text() == "/"


def test_escape_leaves_the_slash_as_typed(writing: Writing) -> None:
    editor = writing("")
    press(editor, "/gr", Qt.Key.Key_Escape)
    assert not is_open(editor)
    press(editor, "a", ENTER, "b")
    assert editor.text() == "/gra\n\nb"


def test_a_slash_inside_a_word_is_a_slash(writing: Writing) -> None:
    editor = writing("")
    press(editor, "and/or 147/01")
    assert not is_open(editor)
    assert editor.text() == "and/or 147/01"


def test_what_is_no_phrase_closes_the_list(writing: Writing) -> None:
    editor = writing("")
    press(editor, "/zzz")
    assert not is_open(editor)
    press(editor, " ", ENTER, "b")
    assert editor.text() == "/zzz\n\nb"


def test_signs_of_two_units_are_no_obstacle(writing: Writing) -> None:
    editor = writing("😀😀 ")
    press(editor, " /grave", ENTER)
    assert editor.text() == "😀😀 We express our **grave concern**"
    press(editor, " x/")
    assert not is_open(editor)


def test_moving_away_closes_the_list(writing: Writing) -> None:
    editor = writing("a ")
    press(editor, " /", Qt.Key.Key_Home)
    assert not is_open(editor)
