"""How soon the exact pages come: cold, warm, from a pause in typing to the screen; memory and idling."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import exact_pages
from app.config import find_places
from app.converting import guard
from app.gui.preview.exact_controller import PAUSE, ExactController
from app.gui.preview.exact_view import ExactView
from app.i18n.catalogues import for_language
from app.lasting import keep_none
from app.services.exact_pages import ExactPages
from tests.drafting.making import example, made
from tests.gui.preview.exact import Colours

LETTERS = ("protest", "un-allegation")
GOAL = 400
COLD = 3
WARM = 30
MANY = 120
IDLE = 4000  # milliseconds
TOO_LONG = 60_000


def main() -> int:
    """Measure and tell; 1 where the pages come too late or the office program grows."""
    keep_none()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        application = QApplication.instance() or QApplication([])
        late = _measured({name: made(example(name)) for name in LETTERS}, Path(folder))
        del application
    return 1 if late else 0


def _measured(letters: dict[str, bytes], folder: Path) -> bool:
    _cold(letters["protest"])
    pages = exact_pages(os.environ)
    try:
        pages.pdf_of(letters["protest"])
        _say(f"memory at first: {_memory(folder):.0f} MB, guard {_guard_memory(folder):.0f} MB")
        for name, letter in letters.items():
            _tell(f"{name}: converted", _times(lambda letter=letter: pages.pdf_of(letter), WARM))  # type: ignore[misc]
        shown = [_tell(f"{name}: from the last key to the screen", list(_shown(pages, letter)))
                 for name, letter in letters.items()]  # fmt: skip
        grown = _growth(pages, letters, folder)
        _idle(folder)
    finally:
        pages.close()
    _say(f"goal: p95 to the screen under {GOAL} ms, of which {PAUSE} ms are the pause; growth under 10 %")
    return max(shown) > GOAL or grown > 1.1


def _cold(letter: bytes) -> None:
    def once() -> None:
        pages = exact_pages(os.environ)
        pages.pdf_of(letter)
        pages.close()

    _tell("protest: cold, from nothing to a PDF and everything gone again", _times(once, COLD))


def _growth(pages: ExactPages, letters: dict[str, bytes], folder: Path) -> float:
    before = _memory(folder)
    for number in range(MANY):
        pages.pdf_of(letters[LETTERS[number % 2]])
    after = _memory(folder)
    _say(f"memory after {MANY} more documents: {after:.0f} MB, {after / before:.2f} × before")
    return after / before


def _shown(pages: ExactPages, letter: bytes) -> Iterator[float]:
    """Give how long it takes each time from a change of the letter until its pages are on the screen."""
    view = ExactView(for_language("en", find_places(os.environ).locales), Colours())
    controller = ExactController(pages)
    controller.changed.connect(view.show_state)
    view.resize(620, 877)
    view.show()
    controller.show_pages(shown=True)
    for _ in range(WARM):
        loop = QEventLoop()
        view.canvas.pages_shown.connect(loop.quit)
        QTimer.singleShot(TOO_LONG, loop.quit)
        began = perf_counter()
        controller.follow(lambda: letter)
        loop.exec()
        view.canvas.viewport().repaint()
        yield (perf_counter() - began) * 1000
    view.deleteLater()
    controller.deleteLater()


def _idle(folder: Path) -> None:
    before = _processor(folder)
    loop = QEventLoop()
    QTimer.singleShot(IDLE, loop.quit)
    loop.exec()
    used = _processor(folder) - before
    _say(f"idling {IDLE / 1000:.0f} s: {used * 1000:.0f} ms of processor time, guard and office together")


def _times(work: Callable[[], object], count: int) -> list[float]:
    times = []
    for _ in range(count):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return times


def _tell(what: str, times: list[float]) -> float:
    late = quantiles(times, n=20)[-1]
    _say(f"{what}: p50 {median(times):.0f} ms, p95 {late:.0f} ms ({len(times)} times)")
    return late


def _processes(folder: Path) -> list[psutil.Process]:
    return [
        each
        for each in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(each.info["cmdline"] or [])
    ]


def _memory(folder: Path) -> float:
    return max(each.memory_info().rss for each in _processes(folder)) / 2**20


def _guard_memory(folder: Path) -> float:
    guards = (each for each in _processes(folder) if guard.__file__ in each.info["cmdline"])
    return sum(each.memory_info().rss for each in guards) / 2**20


def _processor(folder: Path) -> float:
    times = [each.cpu_times() for each in _processes(folder)]
    return sum(float(each.user) + float(each.system) for each in times)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
