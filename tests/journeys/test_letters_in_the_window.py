"""Both model letters are written wholly in the window, by keys alone, from an empty workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS, WELCOME
from tests.drafting.reading import DocxRead
from tests.gui.fakes import FakeAsking
from tests.journeys.journey import EXAMPLES, Terminal
from tests.journeys.secretary import Secretary

EVENT = (
    "the recent erroneous adjudication of the Kazakh court to impose ungrounded penalties on "
    "Larisa Kharkova, former chairman of the “Confederation of Independent Trade Unions”"
)


@pytest.fixture
def secretary(desktop: Desktop, qtbot: QtBot) -> Secretary:
    """Somebody who starts Chancery for the first time."""
    window = MainWindow(desktop, ROOMS)
    qtbot.addWidget(window)
    window.begin()
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    desktop.going.to(WELCOME)
    return Secretary(qtbot, window)


def begin(secretary: Secretary, organisation: str, number: str) -> None:
    """Answer the first questions and begin a letter."""
    secretary.type(organisation)
    secretary.enter()
    secretary.type(number)
    secretary.enter()
    secretary.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def write_the_protest(secretary: Secretary) -> None:
    secretary.write("Short name of the sender", "ITUC")
    secretary.write("Members", "181 million")
    secretary.write("Organisations", "340")
    secretary.write("Countries", "163")
    secretary.next_step()
    address_the_protest(secretary)
    secretary.next_step()
    tell_of_larisa_kharkova(secretary)
    secretary.next_step()
    secretary.next_step()
    secretary.next_step()
    sign_the_protest(secretary)
    secretary.next_step()


def address_the_protest(secretary: Secretary) -> None:
    secretary.type("President of Kazakhstan")
    secretary.enter()
    secretary.type("Nursultan Nazarbayev")
    secretary.choose("Addressed", "As a man")
    secretary.write(
        "Postal address", "Republic of Kazakhstan\nAstana city, Mangilik Yel st. 6\nGovernment House"
    )
    secretary.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def tell_of_larisa_kharkova(secretary: Secretary) -> None:
    secretary.type("Persecution of Larisa Kharkova")
    secretary.enter()
    secretary.write("What happened", EVENT)
    secretary.write("Adjective of the State", "Kazakh")


def sign_the_protest(secretary: Secretary) -> None:
    secretary.type("Irakli Petriashvili")
    secretary.enter()
    secretary.write("Capacities", "President of Pan-European Regional Council\nPresident of GTUC")
    secretary.write(
        "Capacity as it runs in a sentence", "the president of ITUC Pan-European Regional Council"
    )
    secretary.write("What the signatory is a witness as", "a Georgian and representative of the same region")
    secretary.write("Date", "2017-08-16")


def register(secretary: Secretary, asking: FakeAsking, folder: Path) -> None:
    """Take the main way out of the review, and say yes."""
    asking.paths.append(folder)
    secretary.push("Register and export")
    secretary.enter()


def as_printed(document: Path) -> list[tuple[str, str]]:
    """Give every paragraph of a document with its style, the letterhead first."""
    read = DocxRead(document.read_bytes())
    paragraphs = (*read.furniture("header", "first"), *read.paragraphs)
    return [(one.style, one.text) for one in paragraphs]


def from_the_letter_file(terminal: Terminal, name: str) -> Path:
    """Register a letter file in a register of its own that begins at 147, and give the document."""
    terminal("series", "add", "model", "--unit", "01", "--file", "3", "--start", "147")
    terminal("register", str(EXAMPLES / f"{name}.toml"), "--series", "model", "-o", "model.docx")
    return terminal.folder / "model.docx"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal in a folder of its own."""
    (tmp_path / "terminal").mkdir()
    return Terminal(tmp_path / "terminal")


def test_the_protest_letter_is_that_of_the_letter_file(
    secretary: Secretary, asking: FakeAsking, terminal: Terminal, tmp_path: Path
) -> None:
    begin(secretary, "ITUC Pan-European Regional Council", "147/01-3")
    write_the_protest(secretary)
    register(secretary, asking, tmp_path)
    (document,) = tmp_path.glob("*.docx")
    assert as_printed(document) == as_printed(from_the_letter_file(terminal, "protest"))
    assert secretary.steps < 80
