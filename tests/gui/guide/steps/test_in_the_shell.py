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
from app.gui.guide.beginning import opened
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


def test_a_registered_letter_can_be_changed_nowhere_any_more(
    columns: GuideColumns, qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    asking.paths.append(tmp_path)
    columns.guide.go(Step.REVIEW)
    review = page(columns, ReviewPage)
    qtbot.keyClick(review.offers.buttons[Way.REGISTER], KEY.Key_Return)
    qtbot.keyClick(review.confirm.yes, KEY.Key_Return)
    before = columns.guide.letter
    enabled = [step for step in Step if columns.rail.button(step).isEnabled()]
    assert enabled == [Step.REVIEW]
    assert not columns.form.back.isEnabled()
    assert columns.rail.note.text().endswith("registered as 1/01-3")
    assert columns.rail.close_button.text() == "Close"
    assert "№ 1/01-3" in columns.preview.page.page_text(1)
    assert not review.doubts.isVisible()
    for key in (KEY.Key_PageUp, KEY.Key_Z):
        qtbot.keyClick(held(), key, CONTROL)
    columns.preview.block_chosen.emit("opening")
    assert (columns.guide.step, columns.guide.letter) == (Step.REVIEW, before)
    assert columns.let_go()
    assert asking.troubles == []


def test_a_registered_letter_shows_its_number_in_another_language_of_the_screen_too(
    columns: GuideColumns, qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    asking.paths.append(tmp_path)
    columns.guide.go(Step.REVIEW)
    review = page(columns, ReviewPage)
    qtbot.keyClick(review.offers.buttons[Way.REGISTER], KEY.Key_Return)
    qtbot.keyClick(review.confirm.yes, KEY.Key_Return)
    again = GuideColumns(desktop, columns.guide)
    qtbot.addWidget(again)
    again.show()
    shown = page(again, ReviewPage)
    assert shown.done.number.text() == "1/01-3"
    assert "№ 1/01-3" in again.preview.page.page_text(1)
    assert not shown.offers.isVisible()


def test_a_correction_says_at_every_step_what_it_corrects_and_is_registered_as_one(
    qtbot: QtBot, desktop: Desktop, protest: GuidePresenter, asking: FakeAsking, tmp_path: Path
) -> None:
    office = desktop.office
    wrong = office.issuing.register(protest.letter)
    key = office.drafts.correction(wrong.sequence)
    guide = GuidePresenter(office, desktop.texts, opened(office, key), key=key)
    columns = GuideColumns(desktop, guide)
    qtbot.addWidget(columns)
    columns.show()
    assert columns.form.told.isVisible()
    assert columns.form.told.text().startswith("This letter corrects 1/01-3 of ")
    guide.go(Step.REVIEW)
    review = page(columns, ReviewPage)
    review.leaving.register(tmp_path, "Ana")()
    assert office.register.latest()[0].corrects == wrong.sequence
