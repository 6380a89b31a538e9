"""Ctrl+Enter finishes the form one is in; what was begun in it is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.flow.naming import Step
from app.gui.desktop import Desktop
from app.gui.guide.case import CasePage
from app.gui.guide.columns import GuideColumns
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.recipients import RecipientsPage
from tests.gui.showing import show

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def columns(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter) -> GuideColumns:
    """A new letter in its columns."""
    made = show(qtbot, GuideColumns(desktop, guide))
    made.resize(1280, 800)
    return made


def begin_a_recipient(qtbot: QtBot, columns: GuideColumns) -> None:
    columns.guide.go(Step.RECIPIENTS)
    assert isinstance(columns.page, RecipientsPage)
    qtbot.keyClicks(columns.page.picker.field, "President of Kazakhstan")
    qtbot.keyClick(columns.page.picker.field, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Nursultan Nazarbayev")


def test_after_an_office_the_name_is_asked_and_ctrl_enter_adds_the_recipient(
    qtbot: QtBot, columns: GuideColumns
) -> None:
    begin_a_recipient(qtbot, columns)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    before = columns.guide.step
    (recipient,) = columns.guide.letter.recipients
    assert (recipient.name, recipient.offices) == ("Nursultan Nazarbayev", ("President of Kazakhstan",))
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    assert (before, columns.guide.step) == (Step.RECIPIENTS, Step.CASE)


def test_whoever_was_begun_is_added_when_the_step_is_left(qtbot: QtBot, columns: GuideColumns) -> None:
    begin_a_recipient(qtbot, columns)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_PageDown, CTRL)
    assert columns.guide.step is Step.CASE
    assert [one.name for one in columns.guide.letter.recipients] == ["Nursultan Nazarbayev"]


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_PageDown])
def test_a_fact_that_was_begun_is_kept(qtbot: QtBot, columns: GuideColumns, key: Qt.Key) -> None:
    columns.guide.go(Step.CASE)
    assert isinstance(columns.page, CasePage)
    columns.page.add.setFocus()
    qtbot.keyClick(columns.page.add, KEY.Key_Return)
    text = columns.page.fact_form.form.entries.editors["said.text"]
    text.setFocus()
    qtbot.keyClicks(text, "the court closed the union")
    qtbot.keyClick(text, key, CTRL)
    assert [fact.text for fact in columns.guide.letter.case.facts] == ["the court closed the union"]
    assert columns.guide.step is (Step.CASE if key is KEY.Key_Return else Step.LAW)
