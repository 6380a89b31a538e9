"""Work away from the window gives its outcome back, and only to those who still want it."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.gui.jobs import Jobs, Progress, ThreadExecutor
from tests.gui.fakes import FakeAsking, HeldExecutor


class Listener(QObject):
    """A widget's stand-in that hears of results."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, result: object) -> None:
        """Keep a result."""
        self.heard.append(result)


def test_a_result_is_given_back(jobs: Jobs) -> None:
    results: list[int] = []
    jobs.run(lambda: 6 * 7, results.append)
    assert results == [42]


def test_a_failure_is_a_value_too(jobs: Jobs, asking: FakeAsking) -> None:
    failures: list[Exception] = []
    jobs.run(lambda: 1 // 0, lambda _: None, failures.append)
    assert [type(error) for error in failures] == [ZeroDivisionError]
    assert not asking.troubles


def test_a_failure_that_nobody_waits_for_is_shown(jobs: Jobs, asking: FakeAsking) -> None:
    jobs.run(lambda: 1 // 0, lambda _: None)
    assert [type(error) for error in asking.troubles] == [ZeroDivisionError]


def test_of_questions_asked_again_only_the_newest_is_answered(
    qtbot: QtBot, held: HeldExecutor, asking: FakeAsking
) -> None:
    jobs = Jobs(held, asking.trouble)
    asked: list[str] = []
    answers: list[str] = []

    def look_up(text: str) -> str:
        asked.append(text)
        return text

    for text in ("k", "ka", "kaz"):
        jobs.run_newest("search", lambda text=text: look_up(text), answers.append)  # type: ignore[misc]
    held.release()
    assert (asked, answers) == (["kaz"], ["kaz"])


def test_cancelled_work_stops_at_its_next_report(
    qtbot: QtBot, held: HeldExecutor, asking: FakeAsking
) -> None:
    jobs = Jobs(held, asking.trouble)
    steps: list[int] = []
    results: list[str] = []

    def work(progress: Progress) -> str:
        for step in range(5):
            progress(step, 5)
            steps.append(step)
            if step == 1:
                job.cancel()
        return "all"

    job = jobs.run_long(work, results.append)
    held.release()
    assert (steps, results, asking.troubles) == ([0, 1], [], [])


def test_progress_is_told(jobs: Jobs) -> None:
    told: list[tuple[int, int]] = []

    def work(progress: Progress) -> None:
        progress(1, 2)
        progress(2, 2)

    jobs.run_long(work, lambda _: None, progressed=lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]


def test_a_widget_that_has_gone_hears_nothing(qtbot: QtBot, held: HeldExecutor, asking: FakeAsking) -> None:
    jobs, listener = Jobs(held, asking.trouble), Listener()
    jobs.run(lambda: 1, listener.hear)
    heard = listener.heard
    shiboken6.delete(listener)
    held.release()
    assert heard == []


def test_the_jobs_are_idle_when_all_is_done(qtbot: QtBot, held: HeldExecutor, asking: FakeAsking) -> None:
    jobs = Jobs(held, asking.trouble)
    changes: list[bool] = []
    jobs.idle_changed.connect(changes.append)
    jobs.run(lambda: 1, lambda _: None)
    before = jobs.is_idle
    held.release()
    assert (before, jobs.is_idle) == (False, True)
    assert changes == [False, True]


@pytest.mark.parametrize("count", [3])
def test_a_thread_works_in_order_and_the_window_hears_on_its_own(
    qtbot: QtBot, asking: FakeAsking, count: int
) -> None:
    jobs = Jobs(ThreadExecutor(), asking.trouble)
    results: list[int] = []
    threads: set[threading.Thread] = set()

    def hear(result: int) -> None:
        results.append(result)
        threads.add(threading.current_thread())

    with qtbot.waitSignal(jobs.idle_changed, check_params_cb=bool):
        for number in range(count):
            jobs.run(lambda number=number: number, hear)  # type: ignore[misc]
    jobs.shut_down()
    assert results == list(range(count))
    assert threads == {threading.main_thread()}


def test_who_has_left_gets_nothing_done_any_more(held: HeldExecutor, asking: FakeAsking) -> None:
    jobs, done = Jobs(held, asking.trouble), list[int]()
    jobs.let_go()
    jobs.run(lambda: 1, done.append)
    held.release()
    assert (done, list(held.held)) == ([], [])
