"""The later steps inside the guide: keys of the shell, links between steps, one letter to its number."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.flow.filling import fill
from app.flow.naming import Step
from app.gui.desktop import Desktop
from app.gui.guide.columns import GuideColumns
from app.gui.guide.page import StepPage, place_of
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.law import LawPage
from app.gui.guide.steps.review import ReviewPage
from app.gui.guide.steps.text import TextPage
from app.services.exporting import Way
from tests.gui.fakes import FakeAsking

Page = TypeVar("Page", bound=StepPage)
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def columns(qtbot: QtBot, desktop: Desktop, protest: GuidePresenter) -> GuideColumns:
    """The guide with the model protest letter, at its legal references."""
    protest.go(Step.LAW)
    made = GuideColumns(desktop, protest)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.first_focus()
    return made


def page(columns: GuideColumns, kind: type[Page]) -> Page:
    """Give the page that is shown, which is one of a kind."""
    shown = columns.page
    assert isinstance(shown, kind)
    return shown


def held() -> QWidget:
    """Give what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_from_the_law_to_the_number_without_a_mouse(
    columns: GuideColumns, qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    page(columns, LawPage)
    qtbot.keyClicks(held(), "c87")
    qtbot.keyClick(held(), KEY.Key_Return)
    qtbot.keyClick(held(), KEY.Key_PageDown, CONTROL)
    page(columns, TextPage).go_to("blocks.vocative")
    qtbot.keyClicks(held(), " once more")
    qtbot.keyClick(held(), KEY.Key_PageDown, CONTROL)
    assert columns.guide.step is Step.SIGNING
    qtbot.keyClicks(held(), "Second Signatory")
    qtbot.keyClick(held(), KEY.Key_Return)
    qtbot.keyClicks(held(), "Secretary")
    qtbot.keyClick(held(), KEY.Key_PageDown, CONTROL)
    review = page(columns, ReviewPage)
    assert held() is review.offers.buttons[Way.REGISTER]
    asking.paths.append(tmp_path)
    qtbot.keyClick(held(), KEY.Key_Return)
    qtbot.keyClick(held(), KEY.Key_Return)
    (entry,) = desktop.office.register.latest()
    assert "once more" in entry.snapshot
    assert "Second Signatory" in entry.snapshot
    assert held() is review.done.open
    assert [file.suffix for file in tmp_path.glob("*.docx")] == [".docx"]


def test_undo_in_a_block_is_that_of_the_letter(columns: GuideColumns, qtbot: QtBot) -> None:
    columns.guide.go(Step.TEXT)
    columns.page.go_to("blocks.vocative")
    qtbot.keyClicks(held(), " now")
    qtbot.keyClick(held(), KEY.Key_Z, CONTROL)
    assert not page(columns, TextPage).presenter.is_written("vocative")


def test_what_the_review_finds_is_one_key_away(columns: GuideColumns, qtbot: QtBot) -> None:
    columns.guide.do(fill("signatories.1.people.1.in_text", ""))
    columns.guide.go(Step.REVIEW)
    qtbot.keyClick(held(), KEY.Key_Return)
    assert columns.guide.step is Step.SIGNING
    assert place_of(held()) == "signatories.1.people.1.in_text"
    qtbot.keyClicks(held(), "the president")
    assert columns.guide.state.may_finish
