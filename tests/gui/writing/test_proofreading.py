"""Wrong words are underlined, explained and mended; nobody waits for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.gui.jobs import Jobs
from app.gui.writing.block_editor import BlockEditor, WritingHelp
from app.gui.writing.proofreading import Proofreader
from app.gui.writing.word_menu import WordMenu
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.writing.conftest import FakeSpelling, Writing, press

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def underlined(editor: BlockEditor) -> list[str]:
    found = []
    block = editor.field.document().firstBlock()
    while block.isValid():
        encoded = block.text().encode("utf-16-le")
        waves = (each for each in block.layout().formats() if each.format.underlineStyle() == WAVE)
        found += [
            encoded[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in waves
        ]
        block = block.next()
    return found


def shows(qtbot: QtBot, editor: BlockEditor, *words: str) -> None:
    qtbot.waitUntil(lambda: underlined(editor) == list(words))


def test_wrong_words_are_underlined(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("We demmand the 😀 relaese at **once**.\n\n- of teh court")
    shows(qtbot, editor, "demmand", "relaese", "teh")


def test_of_a_word_with_hyphens_the_wrong_part_is_underlined(writing: Writing, qtbot: QtBot) -> None:
    shows(qtbot, writing("a trade-unon"), "unon")


def test_the_word_that_is_being_typed_is_left_alone_until_it_is_done(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("")
    press(editor, "the relaese")
    qtbot.wait(60)
    assert underlined(editor) == []
    press(editor, " ")
    shows(qtbot, editor, "relaese")


def test_leaving_the_field_ends_the_word(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("")
    press(editor, "relaese")
    editor.field.clearFocus()
    shows(qtbot, editor, "relaese")


def test_footnotes_are_checked_too(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("a^[see teh note]")
    (note,) = editor.notes.fields()
    formats = note.document().firstBlock().layout().formats
    qtbot.waitUntil(lambda: any(each.format.underlineStyle() == WAVE for each in formats()))


def test_names_of_the_letter_are_right(writing: Writing, qtbot: QtBot, proofreader: Proofreader) -> None:
    editor = writing("Larisa Kharkova’s court")
    shows(qtbot, editor, "Larisa", "Kharkova’s")
    proofreader.know(["Larisa Kharkova"])
    shows(qtbot, editor)
    proofreader.begin_letter([])
    shows(qtbot, editor, "Larisa", "Kharkova’s")


def menu_of(editor: BlockEditor, qtbot: QtBot) -> QMenu:
    QTest.keyClick(editor.field, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), WordMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words_in(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_suggestions_come_on_top_and_enter_takes_the_first(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("the **relaese** at once")
    shows(qtbot, editor, "relaese")
    press(editor, Qt.Key.Key_Home)
    press(editor, Qt.Key.Key_Right, times=6)
    menu = menu_of(editor, qtbot)
    assert words_in(menu)[:4] == [
        "release", "relapse", "Add “relaese” to the office's words", "Ignore “relaese” in this letter",
    ]  # fmt: skip
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor.text() == "the **release** at once"
    editor.field.undo()
    assert editor.text() == "the **relaese** at once"


def test_a_word_is_mended_in_its_place_whatever_stands_before_it(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("😀 at 😀 relaese")
    shows(qtbot, editor, "relaese")
    menu = menu_of(editor, qtbot)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor.text() == "😀 at 😀 release"


def test_a_word_is_added_to_the_office_s_words(
    writing: Writing, qtbot: QtBot, spelling: FakeSpelling
) -> None:
    editor = writing("the Kharkova")
    shows(qtbot, editor, "Kharkova")
    menu = menu_of(editor, qtbot)
    assert words_in(menu)[0] == "No better spelling found"
    next(action for action in menu.actions() if action.text().startswith("Add")).trigger()
    menu.close()
    shows(qtbot, editor)
    assert spelling.added == ["Kharkova"]


def test_a_word_is_ignored_in_this_letter_only(
    writing: Writing, qtbot: QtBot, proofreader: Proofreader
) -> None:
    editor = writing("the Kharkova")
    shows(qtbot, editor, "Kharkova")
    menu = menu_of(editor, qtbot)
    next(action for action in menu.actions() if action.text().startswith("Ignore")).trigger()
    menu.close()
    shows(qtbot, editor)
    assert proofreader.ignored == {"kharkova"}
    proofreader.begin_letter([])
    shows(qtbot, editor, "Kharkova")


def test_a_right_word_has_a_menu_without_suggestions(writing: Writing, qtbot: QtBot) -> None:
    menu = menu_of(writing("the court"), qtbot)
    assert words_in(menu)[0] == "Undo"
    menu.close()


def test_without_a_dictionary_it_is_said_where_one_belongs(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("rien", "ka")
    qtbot.waitUntil(editor.hint.isVisible)
    assert editor.hint.text() == "No dictionary for ka: put its .aff and .dic files into dictionaries."
    assert underlined(editor) == []


def test_a_checked_language_is_not_spoken_of(writing: Writing, qtbot: QtBot) -> None:
    editor = writing("teh")
    shows(qtbot, editor, "teh")
    assert not editor.hint.isVisible()


def test_a_damaged_dictionary_is_told_and_not_asked_again(
    writing: Writing, qtbot: QtBot, spelling: FakeSpelling
) -> None:
    spelling.damaged = True
    editor = writing("teh court")
    qtbot.waitUntil(editor.hint.isVisible)
    assert "“en_GB” cannot be read" in editor.hint.text()
    asked = len(spelling.asked)
    press(editor, " more words ")
    assert len(spelling.asked) == asked


@pytest.fixture
def slow(held: HeldExecutor, asking: FakeAsking, spelling: FakeSpelling) -> Proofreader:
    """A proofreader whose answers wait for the test."""
    return Proofreader(spelling, Jobs(held, asking.trouble))


def test_what_is_not_known_yet_counts_as_right_and_is_asked_once(
    slow: Proofreader, held: HeldExecutor, spelling: FakeSpelling, qtbot: QtBot
) -> None:
    told: list[bool] = []
    slow.listen(lambda: told.append(True))
    assert slow.wrong_in("en", "teh court") == []
    assert slow.wrong_in("en", "teh court relaese") == []
    held.release()
    qtbot.waitUntil(lambda: bool(told))
    held.release()
    assert [sorted(each) for each in spelling.asked] == [["court", "teh"], ["relaese"]]
    assert [word.text for word in slow.wrong_in("en", "teh court")] == ["teh"]


def test_an_answer_after_the_field_has_gone_harms_nobody(
    help_: WritingHelp, slow: Proofreader, held: HeldExecutor, qtbot: QtBot
) -> None:
    editor = BlockEditor(replace(help_, proofreader=slow), "Opening")
    editor.show_text("teh court", "en")
    editor.deleteLater()
    qtbot.wait(10)
    held.release()
    qtbot.wait(60)


def test_dictionaries_that_were_put_there_are_found_by_looking_again(
    proofreader: Proofreader, spelling: FakeSpelling
) -> None:
    proofreader.hint("en")
    proofreader.wrong_in("en", "teh")
    proofreader.look_again()
    assert not proofreader.is_checked("en")
    proofreader.hint("en")
    assert proofreader.is_checked("en")
    proofreader.wrong_in("en", "teh")
    assert len(spelling.asked) == 2
