"""One run: the first paint is light, and the workspace opens behind it or says why it does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_bench, open_office
from app.gui.application import Program
from app.gui.jobs import InlineExecutor
from app.gui.not_opened import NotOpened
from app.gui.rooms import Room
from app.gui.theme import Theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words
from app.starting import Start
from tests.gui.fakes import HeldExecutor

ROOM = Room("cellar", "Cellar", "mail", "tests.gui.test_shell:Cellar")
HEAVY = (
    "sqlite3",
    "hashlib",
    "json",
    "sqlalchemy",
    "alembic",
    "docx",
    "docxtpl",
    "babel",
    "pydantic",
    "jinja2",
    "lxml",
    "markdown_it",
)

_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from app.gui.application import Program
from app.starting import Start

class Never:
    def submit(self, work): pass
    def shut_down(self): pass

application = QApplication([])
program = Program(application, Start({}, sys.argv[1]), Never())
program.window.painted.connect(application.quit)
program.show()
application.exec()
print(program.desktop.is_begun)
print(*sorted(sys.modules))
"""

_RUN = """
import gc, sys
from app.gui.application import Program, run_window
from app.starting import Start

shown = Program.show

def show(program):
    program.settled.connect(program.window.close)
    shown(program)

Program.show = show
code = run_window(Start({}, sys.argv[1]), ["chancery"])
print(code, gc.isenabled())
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path / "workspace"


@pytest.fixture
def start(data: Path) -> Start:
    """A start in it."""
    return Start({}, data)


@pytest.fixture
def program(
    start: Start, held: HeldExecutor, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> Iterator[Program]:
    """A program whose window is shown and whose workspace is not open yet."""
    made = Program(qapp, start, held, (ROOM,))
    qtbot.addWidget(made.window)
    made.show()
    qtbot.waitUntil(lambda: bool(held.held))
    held.release()
    qtbot.waitUntil(lambda: bool(held.held))
    yield made
    made.close()


def test_the_first_paint_loads_nothing_that_it_does_not_show(data: Path) -> None:
    bench = open_bench({}, data)
    with open_office(bench, sample=True) as office:
        office.sample.make(data)
    done = subprocess.run(
        [sys.executable, "-c", _PAINT, str(data)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    begun, modules = done.stdout.splitlines()
    loaded = modules.split()
    assert begun == "False"
    assert not [name for name in loaded if name.split(".")[0] in HEAVY]
    assert not [name for name in loaded if name.startswith(("app.services", "app.drafting", "app.bootstrap"))]
    assert len(loaded) < 208


def test_the_newest_letters_are_read_and_shown_before_the_workspace_is_open(
    start: Start, held: HeldExecutor, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    with open_office(open_bench({}, start.data), sample=True) as office:
        office.sample.make(Path(str(start.data)))
    made = Program(qapp, start, held, (ROOM._replace(before_opening=True), ROOM._replace(name="attic")))
    qtbot.addWidget(made.window)
    made.show()
    qtbot.waitUntil(lambda: bool(held.held))
    before = made.window.shell.screen_of("cellar")
    held.release()
    assert (before, made.desktop.is_open, len(made.desktop.first_rows)) == (None, False, 1)
    assert made.window.shell.screen_of("cellar") is not None
    made.window.shell.enter("attic")
    assert made.window.shell.screen_of("attic") is None
    made.close()


def test_all_rooms_are_loaded_behind_the_open_workspace(
    program: Program, held: HeldExecutor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.complete):
        held.release()


def test_rooms_are_entered_when_the_workspace_is_open(program: Program, held: HeldExecutor) -> None:
    assert program.window.shell.screen_of("cellar") is None
    held.release()
    assert program.desktop.is_open
    assert program.window.shell.screen_of("cellar") is not None


def test_a_workspace_that_cannot_be_opened_says_why_and_can_be_tried_again(
    program: Program, held: HeldExecutor, data: Path, qtbot: QtBot
) -> None:
    data.mkdir(exist_ok=True)
    (data / "register.sqlite").write_text("no database at all, and long enough to be seen as such")
    held.release()
    shown = program.window.findChildren(NotOpened)[0]
    told = " ".join(words.text() for words in shown.findChildren(Words))
    assert "is not a register" in told
    assert shown.isVisible()
    assert not program.window.shell.rail.isVisible()
    (data / "register.sqlite").unlink()
    again = next(each for each in shown.findChildren(Button) if each.accessibleName() == "Try again")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    held.release()
    assert program.desktop.is_open
    assert not program.window.findChildren(NotOpened) or not shown.isVisible()
    assert program.window.shell.rail.isVisible()


def test_another_language_is_spoken_at_once_and_read_from_its_side(
    program: Program, held: HeldExecutor, qapp: QApplication
) -> None:
    held.release()
    program.desktop.changes.language_chosen.emit("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert program.desktop.texts.language == "ar"
    assert program.window.shell.room == "cellar"
    assert program.desktop.is_open


def test_the_workspace_is_let_go_of_at_the_end(
    start: Start, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    program = Program(qapp, start, InlineExecutor(), (ROOM,))
    qtbot.addWidget(program.window)
    program.open()
    assert program.desktop.is_open
    program.close()
    with open_office(open_bench({}, start.data)) as office:
        assert office.register.series()


def test_another_folder_can_be_opened_instead(program: Program, held: HeldExecutor, tmp_path: Path) -> None:
    held.release()
    first = program.window.shell.screen_of("cellar")
    program.desktop.changes.workspace_chosen.emit(tmp_path / "other")
    before = program.desktop.is_open
    held.release()
    assert (before, program.desktop.is_open) == (False, True)
    assert (tmp_path / "other" / "register.sqlite").is_file()
    assert program.window.shell.screen_of("cellar") not in {None, first}


def test_a_whole_run_ends_well_and_leaves_its_size_behind(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(data)], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["0", "True"], done.stderr
    assert "geometry" in (data / "window.ini").read_text(encoding="utf-8")
    assert (data / "register.sqlite").is_file()
    assert not (data / "register.sqlite-wal").exists()
