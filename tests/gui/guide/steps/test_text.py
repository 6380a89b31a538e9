"""The blocks of a letter: written, given back, added, dropped, moved, led to, by keys."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.letters import BlockKind
from app.flow.blocks import add_block
from app.flow.filling import fill
from app.gui.desktop import Desktop
from app.gui.guide.page import place_of
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.lines_editor import LinesEditor
from app.gui.guide.steps.text import TextPage
from app.services.spelling import Spelling, SpellingState, SpellingStatus
from tests.gui.fakes import FakeAsking
from tests.gui.guide.steps.shown import shown

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


class KnowsNothing(Spelling):
    """Spelling that finds every word wrong."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def state(self, language: str) -> SpellingState:
        return SpellingState(language, SpellingStatus.READY, "none", Path())

    def wrong(self, language: str, words: Collection[str]) -> frozenset[str]:
        self.asked |= set(words)
        return frozenset(words)


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, protest: GuidePresenter) -> TextPage:
    """The text of the model protest letter."""
    return shown(qtbot, TextPage(desktop, protest), protest)


@pytest.fixture
def questions(qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter) -> TextPage:
    """The text of the model allegation letter."""
    return shown(qtbot, TextPage(desktop, allegation), allegation)


def lines_of(page: TextPage) -> LinesEditor:
    """Give the questions of a page."""
    return next(fields.lines for fields in page._fields.values() if fields.lines)


def typed(page: TextPage, qtbot: QtBot, key: str, text: str) -> None:
    """Type into a block."""
    page.go_to(f"blocks.{key}")
    qtbot.keyClicks(page.blocks.card(key).editor.field, text)


def test_typing_writes_the_block_by_hand_and_reset_gives_it_back(page: TextPage, qtbot: QtBot) -> None:
    before = page.guide.generated("vocative")
    typed(page, qtbot, "vocative", " indeed")
    assert page.presenter.is_written("vocative")
    assert page.blocks.card("vocative").state.text == f"{before} indeed"
    page.blocks.card("vocative").reset_wanted.emit()
    assert not page.presenter.is_written("vocative")


def test_an_open_place_is_said_in_words_and_keeps_its_name_in_the_letter(
    page: TextPage, qtbot: QtBot
) -> None:
    page.guide.do(fill("case.event", ""))
    assert "⟦What happened⟧" in page.blocks.card("opening").state.text
    assert "⟦case.event⟧" in page.guide.generated("opening")
    typed(page, qtbot, "opening", " indeed")
    block = page.presenter.block("opening")
    assert block is not None
    assert "⟦case.event⟧" in block.text
    assert block.text.endswith(" indeed")
    assert "⟦What happened⟧" in page.blocks.card("opening").state.text
    (remark,) = [one for one in page.guide.state.review.gaps if one.target.block == "opening"]
    assert "still stands open" in str(remark.sentence)


def test_undo_takes_back_what_was_typed(page: TextPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "vocative", " now")
    page.guide.paused()
    page.guide.undo()
    assert not page.presenter.is_written("vocative")
    assert page.blocks.card("vocative").editor.text() == page.guide.generated("vocative")


def test_a_second_of_rest_begins_a_new_step_of_undo(page: TextPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "vocative", " one")
    page._rest.setInterval(0)
    typed(page, qtbot, "vocative", " two")
    qtbot.waitUntil(lambda: not page._rest.isActive())
    typed(page, qtbot, "vocative", " three")
    page.guide.undo()
    assert page.blocks.card("vocative").state.text.endswith("one two")


def test_where_nothing_is_open_no_key_writes_over_a_block(page: TextPage, qtbot: QtBot) -> None:
    page.first_focus()
    assert QApplication.focusWidget() is page.add_button
    assert not page.todo.isVisible()


def test_the_first_part_that_is_to_be_written_is_begun_with_and_f8_goes_on(
    page: TextPage, qtbot: QtBot
) -> None:
    for before in ("opening", "pattern"):
        page.guide.do(add_block(BlockKind.TEXT, after=before))
    page.first_focus()
    assert place_of(QApplication.focusWidget()) == "blocks.text"
    assert page.todo.isVisible()
    qtbot.keyClick(page.blocks.card("text").editor.field, KEY.Key_F8)
    assert place_of(QApplication.focusWidget()) == "blocks.text-2"


def test_a_part_is_added_by_the_menu_and_written_at_once(page: TextPage, qtbot: QtBot) -> None:
    actions = page.adding_menu("opening").actions()
    assert actions[0].text() == "Own text"
    actions[0].trigger()
    keys = page.blocks.keys()
    assert keys[keys.index("opening") + 1] == "text"
    assert place_of(QApplication.focusWidget()) == "blocks.text"
    qtbot.keyClicks(QApplication.focusWidget(), "More.")
    assert page.blocks.card("text").state.text == "More."


def test_a_dropped_part_is_put_back_from_the_toast_or_the_menu(
    page: TextPage, qtbot: QtBot, asking: FakeAsking
) -> None:
    typed(page, qtbot, "pattern", " And more.")
    page.blocks.card("pattern").drop_wanted.emit()
    assert "pattern" not in set(page.blocks.keys())
    assert page.restore_button.isVisible()
    (notice,) = asking.notices
    assert notice.text == "“Wider pattern” was left out."
    assert notice.act is not None
    notice.act()
    assert page.blocks.card("pattern").state.text.endswith("And more.")
    page.blocks.card("pattern").drop_wanted.emit()
    page.restoring_menu().actions()[0].trigger()
    assert "pattern" in set(page.blocks.keys())
    assert not page.restore_button.isVisible()


def test_blocks_are_moved_by_alt_and_the_arrows(page: TextPage, qtbot: QtBot) -> None:
    before = page.blocks.keys()
    at = before.index("pattern")
    page.go_to("blocks.pattern")
    qtbot.keyClick(page.blocks.card("pattern").editor.field, KEY.Key_Up, ALT)
    assert page.blocks.keys().index("pattern") == at - 1
    assert [block.key for block in page.guide.letter.blocks] == list(page.blocks.keys())


def test_a_block_may_be_in_another_language(page: TextPage) -> None:
    page.blocks.card("vocative").language_wanted.emit("ka")
    block = page.presenter.block("vocative")
    assert block is not None
    assert block.language == "ka"
    page.blocks.card("vocative").language_wanted.emit("en")
    block = page.presenter.block("vocative")
    assert block is not None
    assert block.language == ""


def test_a_block_is_given_a_heading(page: TextPage, qtbot: QtBot) -> None:
    card = page.blocks.card("pattern")
    next(action for action in card.menu().actions() if action.text() == "Give it a heading").trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "The wider pattern")
    block = page.presenter.block("pattern")
    assert block is not None
    assert block.heading == "The wider pattern"
    assert card.title.text() == "Wider pattern: The wider pattern"


def test_what_is_kept_though_the_template_has_changed_is_no_longer_outdated(
    page: TextPage, qtbot: QtBot
) -> None:
    typed(page, qtbot, "vocative", " here")
    page.guide.do(fill("recipients.1.vocative", "Mister President"))
    assert "vocative" in page.presenter.open_blocks
    page.blocks.card("vocative").accepted.emit()
    assert "vocative" not in page.presenter.open_blocks


def test_phrases_are_those_of_the_letter_s_language(page: TextPage) -> None:
    assert page.presenter.phrases("")
    assert {phrase.language for phrase in page.presenter.phrases("")} == {"en"}


def test_names_of_the_letter_are_no_misspellings(
    qtbot: QtBot, desktop: Desktop, protest: GuidePresenter
) -> None:
    spelling = KnowsNothing()
    desktop.house.spelling = spelling
    page = shown(qtbot, TextPage(desktop, protest), protest)
    qtbot.waitUntil(lambda: "Nazarbayev" in spelling.asked)
    assert page.proofreader is not None
    wrong = page.proofreader.wrong_in("en", "Nazarbayev, grave concern")
    assert [word.plain for word in wrong] == ["grave", "concern"]


def test_a_question_is_changed_and_another_one_added_by_enter(questions: TextPage, qtbot: QtBot) -> None:
    assert questions.go_to("questions.3")
    lines = lines_of(questions)
    assert QApplication.focusWidget() is lines.editors[2]
    qtbot.keyClick(lines.editors[2], KEY.Key_Return)
    assert QApplication.focusWidget() is lines.editors[3]
    qtbot.keyClicks(lines.editors[3], "Who decided this?")
    assert questions.guide.letter.questions[3] == "Who decided this?"
    assert "Who decided this?" in questions.blocks.card("questions").state.text


def test_questions_are_moved_and_taken_out_by_keys(questions: TextPage, qtbot: QtBot) -> None:
    first, second, third = questions.guide.letter.questions
    questions.go_to("questions.1")
    lines = lines_of(questions)
    qtbot.keyClick(lines.editors[0], KEY.Key_Down, ALT)
    assert questions.guide.letter.questions == (second, first, third)
    assert QApplication.focusWidget() is lines.editors[1]
    lines.editors[1].selectAll()
    qtbot.keyClick(lines.editors[1], KEY.Key_Backspace)
    qtbot.keyClick(lines.editors[1], KEY.Key_Backspace)
    assert list(questions.guide.letter.questions) == [second, third]


def test_a_line_that_is_left_blank_is_gone(questions: TextPage, qtbot: QtBot) -> None:
    before = questions.guide.letter.questions
    lines = lines_of(questions)
    qtbot.keyClick(lines.add_button, KEY.Key_Return)
    assert len(questions.guide.letter.questions) == len(before) + 1
    questions.add_button.setFocus()
    qtbot.waitUntil(lambda: questions.guide.letter.questions == before)
    assert len(lines.editors) == len(before)


def test_the_fields_of_a_block_are_gone_while_it_is_written_by_hand(
    questions: TextPage, qtbot: QtBot
) -> None:
    assert lines_of(questions).isVisible()
    typed(questions, qtbot, "questions", " More.")
    questions.presenter.write("questions", "By hand.")
    assert not lines_of(questions).isVisible()
    assert questions.presenter.block("questions") is not None


def test_the_time_for_a_reply_is_filled_in_under_its_text(questions: TextPage, qtbot: QtBot) -> None:
    assert questions.go_to("deadline.days")
    qtbot.keyClicks(QApplication.focusWidget(), "30")
    assert questions.guide.letter.deadline.days == 30
    assert "30" in questions.blocks.card("deadline").state.text


def test_kinds_that_the_letter_has_are_offered_again(page: TextPage) -> None:
    offered = {action.text() for action in page.adding_menu().actions()}
    assert "Opening (again)" in offered
    assert BlockKind.QUESTIONS in {one.kind for one in page.presenter.addable()}
