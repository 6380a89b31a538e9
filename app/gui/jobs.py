"""Work away from the window: one thing after the other, its outcome given back as a value.

What is given to ``run`` works on another thread and touches no widget; what is
called afterwards runs on the thread of the window. Nothing is called for a
widget that has gone meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Executor(Protocol):
    """Runs what it is given, one after the other."""

    def submit(self, work: Callable[[], None]) -> None:
        """Run it, now or later."""

    def shut_down(self) -> None:
        """Wait until all is done; take no more."""


class Abandoned(Exception):
    """The person has cancelled; whoever reports progress hears it so."""


class Progress:
    """How long work tells how far it is, and hears that it is no longer wanted."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell, self._cancelled = tell, Event()

    def __call__(self, done: int, of: int = 0) -> None:
        """Tell how far the work is. Raises ``Abandoned`` once it is no longer wanted."""
        if self._cancelled.is_set():
            raise Abandoned
        self._tell(done, of)

    def cancel(self) -> None:
        """Say that the work is no longer wanted."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Say whether the work is no longer wanted."""
        return self._cancelled.is_set()


class Job(NamedTuple):
    """Work that has been given away, as the window holds it."""

    progress: Progress

    def cancel(self) -> None:
        """Stop it at its next report, or before it begins; nothing is called afterwards."""
        self.progress.cancel()


class Jobs(QObject):
    """The one who does the work; ``troubled`` hears of failures that nobody else asked to hear."""

    _returned = Signal(object)
    idle_changed = Signal(bool)

    def __init__(self, executor: Executor, troubled: Failed) -> None:
        super().__init__()
        self._executor, self._troubled, self._open = executor, troubled, 0
        self._newest: dict[str, Job] = {}
        self._returned.connect(self._on_returned)

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is being done or waits."""
        return not self._open

    def run(self, work: Callable[[], T], done: Callable[[T], Any], failed: Failed | None = None) -> Job:
        """Do some work and call ``done`` with its result, or ``failed`` with what went wrong."""
        return self.run_long(lambda _progress: work(), done, failed)

    def run_newest(
        self, slot: str, work: Callable[[], T], done: Callable[[T], Any], failed: Failed | None = None
    ) -> Job:
        """Do the same for what is asked again and again: an older question of the slot is dropped."""
        if slot in self._newest:
            self._newest[slot].cancel()
        self._newest[slot] = self.run(work, done, failed)
        return self._newest[slot]

    def run_long(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], Any],
        failed: Failed | None = None,
        progressed: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> Job:
        """Do long work, which tells its progress and may be cancelled."""
        progress = Progress(lambda at, of: self._give_back(lambda: progressed(at, of), progressed))
        job = Job(progress)
        self._count(+1)
        self._executor.submit(lambda: self._work(job, work, done, failed or self._troubled))
        return job

    def shut_down(self) -> None:
        """Wait for what is being done."""
        self._executor.shut_down()

    def let_go(self) -> None:
        """Wait for what is being done and take no more: whoever asks now is of a workspace that was left."""
        self._executor.shut_down()
        self._executor = _Nobody()

    def _work(
        self, job: Job, work: Callable[[Progress], T], done: Callable[[T], Any], failed: Failed
    ) -> None:
        try:
            if job.progress.is_cancelled:
                return
            result = work(job.progress)
        except Abandoned:
            return
        except Exception as error:  # noqa: BLE001 - the outcome is a value, good or bad
            self._give_back(_call(failed, error), failed, job)
        else:
            self._give_back(_call(done, result), done, job)
        finally:
            self._returned.emit(lambda: self._count(-1))

    def _give_back(self, call: Callable[[], Any], target: Callable[..., Any], job: Job | None = None) -> None:
        self._returned.emit(lambda: call() if _is_wanted(target, job) else None)

    def _count(self, change: int) -> None:
        before, self._open = self._open, self._open + change
        if bool(before) != bool(self._open):
            self.idle_changed.emit(not self._open)

    @Slot(object)
    def _on_returned(self, call: Callable[[], None]) -> None:
        call()


class ThreadExecutor:
    """One thread beside the window's."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)

    def submit(self, work: Callable[[], None]) -> None:
        """Run it on the thread, after what came before."""
        self._pool.start(work)

    def shut_down(self) -> None:
        """Drop what has not begun and wait for what has."""
        self._pool.clear()
        self._pool.waitForDone()


class _Nobody:
    """Does nothing any more."""

    def submit(self, work: Callable[[], None]) -> None:
        """Leave it undone."""

    def shut_down(self) -> None:
        """Nothing can be waiting."""


class InlineExecutor:
    """Runs at once and on the caller's thread: for tests and for pictures."""

    def submit(self, work: Callable[[], None]) -> None:
        """Run it now."""
        work()

    def shut_down(self) -> None:
        """Nothing can be waiting."""


def _call(target: Callable[[T], Any], value: T) -> Callable[[], Any]:
    return lambda: target(value)


def _is_wanted(target: Callable[..., Any], job: Job | None) -> bool:
    owner = getattr(target, "__self__", None)
    gone = isinstance(owner, QObject) and not isValid(owner)
    return not gone and not (job and job.progress.is_cancelled)
