"""Dialogs ask with buttons that say what they do, and every difficulty speaks in its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.dates import NotADate
from app.gui.asking import CANCEL, Choice, Notice, Question
from app.gui.dialogs import Dialogs
from app.gui.failures import Failures
from app.gui.questions import QuestionDialog
from app.gui.theme import Theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words
from app.i18n.catalogues import Catalogue

DELETE = Question(
    "Delete the draft",
    "It goes to the bin.",
    (Choice("delete", "Delete", "danger"), Choice(CANCEL, "Keep it", "primary")),
)


@pytest.fixture
def dialogs(texts: Catalogue, theme: Theme) -> Dialogs:
    """The dialogs over no window."""
    return Dialogs(texts, Failures())


def while_open(act: Callable[[QuestionDialog], object]) -> list[str]:
    """Do something with the next dialog that opens; gives the words it will have shown."""
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        seen.extend(words.text() for words in dialog.findChildren(Words))
        try:
            act(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, look)
    return seen


def button(dialog: QuestionDialog, words: str) -> Button:
    """Return the button with these words."""
    return next(each for each in dialog.findChildren(Button) if each.accessibleName() == words)


def test_a_button_gives_its_answer(dialogs: Dialogs, qtbot: QtBot) -> None:
    seen = while_open(lambda d: qtbot.mouseClick(button(d, "Delete"), Qt.MouseButton.LeftButton))
    assert dialogs.ask(DELETE) == "delete"
    assert seen == ["Delete the draft", "It goes to the bin."]


def test_escape_is_no_answer(dialogs: Dialogs, qtbot: QtBot) -> None:
    while_open(lambda d: qtbot.keyClick(d, Qt.Key.Key_Escape))
    assert dialogs.ask(DELETE) == CANCEL


def test_enter_never_takes_away_by_itself(dialogs: Dialogs, qtbot: QtBot) -> None:
    while_open(lambda d: qtbot.keyClick(d.focusWidget(), Qt.Key.Key_Return))
    assert dialogs.ask(DELETE) == CANCEL


def test_an_expected_difficulty_speaks_in_its_words(dialogs: Dialogs, qtbot: QtBot) -> None:
    seen = while_open(lambda d: d.reject())
    dialogs.trouble(NotADate(text="soon"))
    assert seen[1] == "“soon” is not a date. Write it as 2017-08-16, or 2017-08, or 2017."


@pytest.mark.expects_log
def test_an_unexpected_failure_gives_details_to_copy(dialogs: Dialogs, qtbot: QtBot) -> None:
    details: list[str] = []

    def copy(dialog: QuestionDialog) -> None:
        details.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        qtbot.mouseClick(button(dialog, "Copy details"), Qt.MouseButton.LeftButton)

    while_open(copy)
    dialogs.trouble(ZeroDivisionError("secret"))
    assert "builtins.ZeroDivisionError" in details[0]
    assert QGuiApplication.clipboard().text() == details[0]
    QGuiApplication.clipboard().clear()


def test_a_notice_goes_to_the_window(dialogs: Dialogs, qtbot: QtBot) -> None:
    notices: list[Notice] = []
    dialogs.stand_before(Words("window"), notices.append)
    dialogs.notify(Notice("Kept"))
    assert [notice.text for notice in notices] == ["Kept"]
