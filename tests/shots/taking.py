"""Takes a picture: a room of the window on a workspace, in a theme and a language, as a person sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_bench, open_office
from app.gui.application import Program
from app.gui.jobs import InlineExecutor
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS
from app.gui.theme import ThemeChoice
from app.starting import Start
from tests.shots.workspaces import Fill, a_hundred_letters, nothing

SIZE: Final = QSize(1280, 800)
_PAUSE: Final = 120  # milliseconds: longer than what the window waits before it shows a letter
_COLOURS: Final = 256
_ALIKE: Final = 0xF0F0F0  # colours that differ in the rest only look alike
_SMALLEST: Final = 0  # Qt's word for the smallest PNG


def as_it_opens(_window: MainWindow) -> None:
    """Do nothing: the room is shown as it opens."""


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A picture: its file's name, the room, and what a person does there before it is taken."""

    name: str
    room: str
    subject: object = None
    act: Callable[[MainWindow], None] = as_it_opens
    theme: ThemeChoice = ThemeChoice.LIGHT
    language: str = "en"
    fill: Fill = a_hundred_letters


def can_be_taken(shot: Shot) -> bool:
    """Say whether there is such a room."""
    return shot.room in {room.name for room in ROOMS}


@contextmanager
def window_on(application: QApplication, folder: Path, fill: Fill) -> Iterator[Program]:
    """Open the window on a workspace that is made in a folder."""
    start = Start({}, folder)
    with open_office(open_bench({}, folder), sample=fill is not nothing) as office:
        fill(office, start.places.examples, folder)
    program = Program(application, start, InlineExecutor())
    program.window.setProperty("folder", str(folder))
    program.window.resize(SIZE)
    program.show()
    program.open()
    settle(application)
    yield program
    program.window.close()
    program.close()


def take(application: QApplication, program: Program, shot: Shot, target: Path) -> None:
    """Take one picture and put it into a file."""
    program.desktop.theme.choose(shot.theme)
    if program.desktop.texts.language != shot.language:
        program.desktop.changes.language_chosen.emit(shot.language)
    program.desktop.going.to(shot.room, shot.subject)
    settle(application)
    shot.act(program.window)
    settle(application)
    small(program.window.grab().toImage()).save(str(target), quality=_SMALLEST)


def small(picture: QImage) -> QImage:
    """Give a picture with 256 colours: the most frequent ones, and one of every further hue."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(whole.constBits()).cast("I"))
    ranked = [colour for colour, _count in pixels.most_common()]
    alike = {colour & _ALIKE: colour for colour in reversed(ranked)}
    rarer = sorted(alike.values(), key=lambda colour: -pixels[colour])
    colours = list(dict.fromkeys([*ranked[: _COLOURS // 2], *rarer]))[:_COLOURS]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return whole.convertToFormat(QImage.Format.Format_Indexed8, colours, plain)


def settle(application: QApplication) -> None:
    """Let everything be laid out and painted."""
    for _ in range(3):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(_PAUSE)
