"""The first start: three answers by keyboard, or a sample that is left without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.gui.application import Program
from app.gui.desktop import Desktop
from app.gui.rooms import Room
from app.gui.theme import Theme
from app.gui.welcome.banner import SampleBanner
from app.gui.welcome.screen import WelcomeScreen
from app.gui.widgets.buttons import Button
from app.starting import Start
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.showing import show

CELLAR = Room("cellar", "Cellar", "mail", "tests.gui.test_shell:Cellar")
ROOMS = (CELLAR, Room("welcome", "", "", "app.gui.welcome.screen:WelcomeScreen", alone=True))


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> WelcomeScreen:
    """The questions of a new workspace."""
    made = show(qtbot, WelcomeScreen(desktop))
    made.first_focus()
    return made


def button(inside: QWidget | None, words: str) -> Button:
    assert inside is not None
    found = [one for one in inside.findChildren(Button) if one.accessibleName() == words]
    assert found, f"no button says {words!r}"
    return found[0]


def type_here(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_name_enter_number_enter_is_all_it_takes(
    qtbot: QtBot, screen: WelcomeScreen, desktop: Desktop
) -> None:
    type_here(qtbot, "Pan-European Regional Council")
    enter(qtbot)
    type_here(qtbot, "148/02-5")
    with qtbot.waitSignal(desktop.going.back_wanted):
        enter(qtbot)
    sender = desktop.office.senders.preferred()
    assert sender is not None
    assert sender.texts_in("en").organisation == "Pan-European Regional Council"
    assert (sender.languages, sender.series, sender.preferred) == (("en",), "outgoing", True)
    series = desktop.office.register.one_series("outgoing")
    assert (series.start, series.unit, series.file) == (148, "02", "5")
    assert desktop.preferences.was_welcomed


def test_the_example_follows_what_is_typed(qtbot: QtBot, screen: WelcomeScreen) -> None:
    field = screen.number.editor
    field.setFocus()
    field.selectAll()
    seen = []
    for key in "148/01-3":
        qtbot.keyClicks(field, key)
        seen.append(screen.example.text() or screen.number.error)
    assert seen[2] == "The next letter gets № 148"
    assert seen[3] == "Write the number as 148, or with unit and file index as 148/01-3."
    assert seen[-1] == "The next letter gets № 148/01-3"


def test_a_number_that_is_none_is_not_taken(qtbot: QtBot, screen: WelcomeScreen, desktop: Desktop) -> None:
    screen.number.editor.setText("soon")
    qtbot.keyClick(screen.number.editor, Qt.Key.Key_Return)
    assert not screen.begin.isEnabled()
    assert not desktop.preferences.was_welcomed
    assert desktop.office.senders.profiles() == []


def test_languages_are_kept_in_the_order_in_which_they_were_chosen(
    qtbot: QtBot, screen: WelcomeScreen, desktop: Desktop
) -> None:
    for tag in ("en", "ru", "ka"):
        chip = screen.languages.chip(tag)
        chip.setFocus()
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    screen.organisation.editor.setText("PERC")
    qtbot.keyClick(screen.organisation.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sender = desktop.office.senders.preferred()
    assert sender is not None
    assert sender.languages == ("ru", "ka")
    assert sender.texts[0].language == "ru"


def test_what_was_typed_stands_there_again_in_another_language(
    screen: WelcomeScreen, desktop: Desktop, qtbot: QtBot
) -> None:
    screen.organisation.editor.setText("PERC")
    screen.number.editor.setText("12")
    again = WelcomeScreen(desktop)
    qtbot.addWidget(again)
    again.recall(screen.memory())
    assert again.answers() == screen.answers()


@pytest.fixture
def program(
    tmp_path: Path, held: HeldExecutor, qapp: QApplication, qtbot: QtBot, theme: Theme
) -> Iterator[Program]:
    """A program in a folder that nobody has used."""
    made = Program(qapp, Start({}, tmp_path / "own"), held, ROOMS)
    qtbot.addWidget(made.window)
    made.show()
    qtbot.waitUntil(lambda: bool(held.held))  # the newest letters are to be read
    held.release()
    qtbot.waitUntil(lambda: bool(held.held))  # the workspace is to be opened
    yield made
    made.close()


def test_a_fresh_folder_is_welcomed_once(
    program: Program, held: HeldExecutor, qtbot: QtBot, tmp_path: Path
) -> None:
    held.release()
    assert program.window.shell.room == "welcome"
    qtbot.keyClick(button(program.window.shell.screen_of("welcome"), "Answer later"), Qt.Key.Key_Return)
    assert program.window.shell.room == "cellar"
    program.move(tmp_path / "own")
    held.release()
    assert program.desktop.is_open
    assert program.window.shell.room == "cellar"


def test_the_sample_is_a_workspace_of_its_own_and_goes_without_a_trace(
    program: Program, held: HeldExecutor, qtbot: QtBot, tmp_path: Path
) -> None:
    held.release()
    welcome = program.window.shell.screen_of("welcome")
    assert isinstance(welcome, WelcomeScreen)
    welcome.organisation.editor.setText("PERC")
    qtbot.keyClick(button(welcome, "Look around in a sample workspace"), Qt.Key.Key_Return)
    held.release()
    assert program.desktop.places.data == tmp_path / "own" / "sample"
    assert [entry.number for entry in program.desktop.office.register.latest()] == ["147/01-3"]
    qtbot.waitUntil(program.window.findChildren(SampleBanner)[-1].isVisible)
    program.desktop.changes.sample_unwanted.emit()
    held.release()
    assert program.desktop.places.data == tmp_path / "own"
    assert program.desktop.office.register.latest() == []
    assert not (tmp_path / "own" / "sample").exists()
    welcome = program.window.shell.screen_of("welcome")
    assert isinstance(welcome, WelcomeScreen)
    assert welcome.organisation.editor.text() == "PERC"


def test_the_sample_goes_only_when_one_means_it(
    qtbot: QtBot, closed_desktop: Desktop, asking: FakeAsking
) -> None:
    banner = show(qtbot, SampleBanner(closed_desktop))
    unwanted: list[bool] = []
    closed_desktop.changes.sample_unwanted.connect(lambda: unwanted.append(True))
    qtbot.keyClick(banner.remove, Qt.Key.Key_Return)
    assert unwanted == []
    asking.answers.append("remove")
    qtbot.keyClick(banner.remove, Qt.Key.Key_Return)
    assert unwanted == [True]


def test_no_other_folder_is_taken_for_a_sample(program: Program, held: HeldExecutor, tmp_path: Path) -> None:
    (tmp_path / "own" / "sample").mkdir(parents=True)
    (tmp_path / "own" / "sample" / "mine.txt").write_text("mine")
    held.release()
    sample = Start({}, tmp_path / "own" / "sample")
    with pytest.raises(Exception, match="is not a sample workspace"):
        sample.remove()
    assert (tmp_path / "own" / "sample" / "mine.txt").is_file()
