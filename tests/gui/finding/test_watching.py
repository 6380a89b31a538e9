"""Long work stands in sight, may be stopped, and is gone before its outcome is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.finding.watching import Watching
from app.gui.jobs import Jobs, Progress
from app.gui.widgets.buttons import SecondaryButton
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.showing import show


@pytest.fixture
def slow(closed_desktop: Desktop, held: HeldExecutor, asking: FakeAsking) -> Desktop:
    """A desktop whose work waits for the test."""
    return replace(closed_desktop, jobs=Jobs(held, asking.trouble))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window to stand over."""
    return show(qtbot, QWidget())


def test_the_outcome_is_told_after_the_work_is_out_of_sight(
    slow: Desktop, held: HeldExecutor, window: QWidget
) -> None:
    watching = Watching(slow, window, "The register is being checked", may_stop=True)
    seen: list[tuple[object, bool]] = []
    watching.run(lambda _progress: 42, lambda outcome: seen.append((outcome, watching.isVisible())))
    assert watching.isVisible()
    held.release()
    assert seen == [(42, False)]


def test_what_is_stopped_tells_nothing(
    qtbot: QtBot, slow: Desktop, held: HeldExecutor, window: QWidget
) -> None:
    watching = Watching(slow, window, "The register is being checked", may_stop=True)
    told: list[object] = []
    watching.run(lambda progress: progress(1, 2), told.append)
    stop = watching.findChild(SecondaryButton)
    assert stop is not None
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    held.release()
    assert told == []
    assert not watching.isVisible()


def test_what_cannot_be_stopped_bears_escape(
    qtbot: QtBot, slow: Desktop, held: HeldExecutor, window: QWidget
) -> None:
    watching = Watching(slow, window, "The backup is being made", may_stop=False)
    told: list[object] = []
    watching.run(lambda _progress: "made", told.append)
    qtbot.keyClick(watching, Qt.Key.Key_Escape)
    assert watching.isVisible()
    held.release()
    assert told == ["made"]


def test_what_goes_wrong_is_said(
    slow: Desktop, held: HeldExecutor, window: QWidget, asking: FakeAsking
) -> None:
    def fails(_progress: Progress) -> None:
        raise OSError("no room")

    watching = Watching(slow, window, "The backup is being made", may_stop=False)
    watching.run(fails, lambda _made: None)
    held.release()
    assert not watching.isVisible()
    assert [str(one) for one in asking.troubles] == ["no room"]
