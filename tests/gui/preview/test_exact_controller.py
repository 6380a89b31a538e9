"""Pages are asked for when the typing pauses, and only while somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.converting.errors import NoOfficeProgram, OfficeEnded
from app.gui.preview.exact_controller import ExactController
from app.gui.preview.exact_state import ExactState, Stage
from tests.gui.preview.exact import FakePages


@pytest.fixture
def pages() -> FakePages:
    return FakePages()


@pytest.fixture
def controller(qtbot: QtBot, pages: FakePages) -> Iterator[ExactController]:
    controller = ExactController(pages, pause=1)  # type: ignore[arg-type]
    yield controller
    controller.deleteLater()


def becomes(qtbot: QtBot, controller: ExactController, stage: Stage) -> ExactState:
    qtbot.waitUntil(lambda: controller.state.stage is stage)
    return controller.state


def test_pages_are_asked_for_after_a_pause(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    controller.show_pages(shown=True)
    for number in range(5):
        controller.follow(lambda number=number: b"%d" % number)  # type: ignore[misc]
    assert pages.wishes == []
    becomes(qtbot, controller, Stage.CONVERTING)
    assert len(pages.wishes) == 1
    pages.answer()
    assert becomes(qtbot, controller, Stage.PAGES).pdf == b"%PDF 4"


def test_nothing_is_asked_for_while_nobody_looks(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    controller.follow(lambda: b"letter")
    qtbot.wait(10)
    assert (pages.wishes, pages.warmed_up) == ([], 0)
    controller.show_pages(shown=True)
    assert len(pages.wishes) == 1


def test_looking_away_takes_a_waiting_wish_back(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    controller.show_pages(shown=True)
    controller.follow(lambda: b"letter")
    controller.show_pages(shown=False)
    qtbot.wait(10)
    assert pages.wishes == []


def test_the_office_program_is_warmed_up_before_the_first_letter(
    controller: ExactController, pages: FakePages
) -> None:
    controller.show_pages(shown=True)
    assert pages.warmed_up == 1


def test_while_it_starts_that_is_said(qtbot: QtBot, controller: ExactController, pages: FakePages) -> None:
    pages.is_warm = False
    controller.follow(lambda: b"letter")
    controller.show_pages(shown=True)
    assert controller.state.stage is Stage.STARTING
    pages.is_warm = True
    becomes(qtbot, controller, Stage.CONVERTING)


def test_without_an_office_program_the_reason_is_shown_and_nothing_asked(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    pages.reason = NoOfficeProgram().sentence
    controller.show_pages(shown=True)
    controller.follow(lambda: b"letter")
    qtbot.wait(10)
    assert controller.state.stage is Stage.UNAVAILABLE
    assert controller.state.notice == pages.reason
    assert pages.wishes == []


def test_once_the_program_is_installed_trying_again_brings_pages(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    pages.reason = NoOfficeProgram().sentence
    controller.show_pages(shown=True)
    controller.follow(lambda: b"letter")
    pages.reason = None
    controller.retry()
    pages.answer()
    becomes(qtbot, controller, Stage.PAGES)


def test_a_failure_is_told_and_can_be_tried_again(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    controller.follow(lambda: b"letter")
    controller.show_pages(shown=True)
    pages.fail(OfficeEnded())
    assert becomes(qtbot, controller, Stage.FAILED).notice == OfficeEnded().sentence
    controller.retry()
    pages.answer()
    becomes(qtbot, controller, Stage.PAGES)


def test_a_bug_is_told_and_stays_loud(qtbot: QtBot, controller: ExactController, pages: FakePages) -> None:
    controller.follow(lambda: b"letter")
    controller.show_pages(shown=True)
    with qtbot.captureExceptions() as loud:
        pages.fail(ZeroDivisionError())
        becomes(qtbot, controller, Stage.FAILED)
    assert [kind for kind, _error, _trace in loud] == [ZeroDivisionError]


def test_pages_of_a_letter_that_was_left_are_not_shown_beside_another(
    qtbot: QtBot, controller: ExactController, pages: FakePages
) -> None:
    controller.follow(lambda: b"old")
    controller.show_pages(shown=True)
    controller.forget()
    controller.follow(lambda: b"new")
    pages.answer(0)
    becomes(qtbot, controller, Stage.CONVERTING)
    pages.answer(1)
    assert becomes(qtbot, controller, Stage.PAGES).pdf == b"%PDF new"
