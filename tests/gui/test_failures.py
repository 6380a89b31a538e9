"""What nobody expected is kept without a word of a letter, shown, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.gui.failures import Failures, details_of
from app.logbook import FILE_NAME, keeping_log

SECRET = "Dear President, the witness is Anna K."


def broken(secret: str) -> None:
    """Fail as code does that handles a letter."""
    try:
        int(secret)
    except ValueError as error:
        raise KeyError(secret) from error


@pytest.fixture
def failure() -> BaseException:
    """A failure that quotes a letter."""
    try:
        broken(SECRET)
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture
def watched() -> Iterator[Failures]:
    """Failures that hear of everything."""
    failures = Failures()
    before = sys.excepthook, threading.excepthook
    failures.watch()
    yield failures
    sys.excepthook, threading.excepthook = before


def test_details_say_kinds_and_places_and_nothing_from_a_letter(failure: BaseException) -> None:
    told = details_of(failure)
    assert SECRET not in told
    assert "builtins.KeyError" in told
    assert "builtins.ValueError" in told
    assert "test_failures.py, line" in told
    assert str(Path(__file__).parents[2]) not in told


@pytest.mark.expects_log
def test_the_log_holds_the_failure_and_nothing_from_a_letter(failure: BaseException, tmp_path: Path) -> None:
    with keeping_log(tmp_path / "log"):
        Failures().keep(failure)
    log = (tmp_path / "log" / FILE_NAME).read_text(encoding="utf-8")
    assert "builtins.KeyError" in log
    assert SECRET not in log


@pytest.mark.expects_log
def test_the_log_never_grows_large(tmp_path: Path) -> None:
    with keeping_log(tmp_path):
        for _ in range(1_000):
            logging.getLogger("app").warning("x" * 3_000)
    files = list(tmp_path.iterdir())
    assert len(files) > 1
    assert sum(path.stat().st_size for path in files) < 3_000_000


@pytest.mark.expects_log
def test_an_exception_in_a_slot_is_shown_and_the_program_goes_on(qtbot: QtBot, watched: Failures) -> None:
    timer, went_on = QTimer(singleShot=True), []
    timer.timeout.connect(lambda: broken(SECRET))
    timer.timeout.connect(lambda: went_on.append(1))
    with qtbot.waitSignal(watched.happened) as said, qtbot.capture_exceptions():
        sys.excepthook = watched._on_exception
        timer.start()
    assert "builtins.KeyError" in str(said.args)
    assert went_on == [1]


@pytest.mark.expects_log
def test_an_exception_on_another_thread_is_told_on_the_window_s(qtbot: QtBot, watched: Failures) -> None:
    threads: list[threading.Thread] = []
    watched.happened.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(watched.happened):
        threading.Thread(target=broken, args=(SECRET,)).start()
    assert threads == [threading.main_thread()]
