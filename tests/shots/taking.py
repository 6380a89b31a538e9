"""Takes a picture: a room of the sample workspace, in a theme and a language, as a person sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_bench, open_office
from app.gui.application import Program
from app.gui.jobs import InlineExecutor
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS
from app.gui.theme import ThemeChoice
from app.starting import Start

SIZE = QSize(1280, 800)


def as_it_opens(_window: MainWindow) -> None:
    """Do nothing: the room is shown as it opens."""


@dataclass(frozen=True)
class Shot:
    """A picture: its file's name, the room, and what a person does there before it is taken."""

    name: str
    room: str
    subject: object = None
    act: Callable[[MainWindow], None] = as_it_opens
    theme: ThemeChoice = ThemeChoice.LIGHT
    language: str = "en"


def can_be_taken(shot: Shot) -> bool:
    """Say whether there is such a room."""
    return shot.room in {room.name for room in ROOMS}


@contextmanager
def sample_window(application: QApplication, folder: Path) -> Iterator[Program]:
    """Open the window on a sample workspace that is made in a folder."""
    bench = open_bench({}, folder)
    with open_office(bench, sample=True) as office:
        office.sample.make(folder)
    program = Program(application, Start({}, folder), InlineExecutor())
    program.window.resize(SIZE)
    program.show()
    program.open()
    settle(application)
    yield program
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
    program.window.grab().save(str(target))


def settle(application: QApplication) -> None:
    """Let everything be laid out and painted."""
    for _ in range(5):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
