"""The user guide is read where one works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.help.chapters import Chapter, chapters_of
from app.gui.help.screen import HelpScreen
from app.gui.main_window import MainWindow
from app.gui.outside import showing
from app.gui.rooms import ROOMS, Room
from app.gui.shortcuts import Shortcut
from tests.gui.fakes import FakeOutside
from tests.gui.showing import show

ROOT = Path(__file__).resolve().parents[2]
GUIDE = """# Guide
## A `letter` file
```toml
# no heading
```
### The **notation** ###
#hash
"""


def test_headings_become_chapters_and_code_does_not() -> None:
    assert chapters_of(GUIDE) == [
        Chapter("Guide", 1),
        Chapter("A letter file", 2),
        Chapter("The notation", 3),
    ]


def test_f1_opens_the_guide_and_back_leads_away(desktop: Desktop, qtbot: QtBot) -> None:
    cellar = Room("cellar", "Cellar", "mail", "tests.gui.test_shell:Cellar")
    window = MainWindow(desktop, (cellar, *ROOMS))
    window.begin()
    show(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    screen = window.shell.screen_of("help")
    assert isinstance(screen, HelpScreen)
    assert screen.isVisible()
    desktop.going.back()
    assert (window.shell.room, screen.isVisible()) == ("cellar", False)


def test_a_chapter_is_scrolled_to(desktop: Desktop, qtbot: QtBot) -> None:
    screen = HelpScreen(desktop)
    screen.resize(900, 500)
    show(qtbot, screen)
    last = screen.chapters.rows.row(screen.chapters.rows.rowCount() - 1).title.strip()
    screen.show_subject(last)
    assert screen.text.verticalScrollBar().value() > 0
    assert screen.text.textCursor().block().text() == last


def test_every_chapter_of_the_guide_is_found_in_its_text(desktop: Desktop, qtbot: QtBot) -> None:
    screen = HelpScreen(desktop)
    qtbot.addWidget(screen)
    missed = []
    for at in range(screen.chapters.rows.rowCount()):
        screen.chapters.go_to(at)
        if screen.text.textCursor().block().text() != screen.chapters.rows.row(at).title.strip():
            missed.append(screen.chapters.rows.row(at).title)
    assert missed == []


def test_every_picture_of_the_guide_is_shown_within_its_column(desktop: Desktop, qtbot: QtBot) -> None:
    screen = HelpScreen(desktop)
    qtbot.addWidget(screen)
    named = re.findall(r"]\((pictures/[^)]+)\)", desktop.places.guide.read_text(encoding="utf-8"))
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = [screen.text.loadResource(kind, QUrl(name)) for name in named]
    assert shown
    assert all(isinstance(one, QImage) and not one.isNull() for one in shown)
    assert {one.width() for one in shown if isinstance(one, QImage)} <= {screen.text.maximumWidth() - 100}


def test_the_guide_names_nothing_that_the_window_does_not_say(desktop: Desktop) -> None:
    """Words in italics that begin with a capital are those of buttons and headings."""
    with (ROOT / "locales" / "app.pot").open("rb") as texts:
        said = {_plain(message) for message in read_po(texts)}
    guide = " ".join(desktop.places.guide.read_text(encoding="utf-8").split())
    named = set(re.findall(r"(?<![*`])\*([A-Z][^*`]+)\*(?![*`])", guide))
    assert len(named) > 25
    assert named - said - {"Register"} == set()


def test_every_key_of_the_window_stands_in_the_guide(desktop: Desktop) -> None:
    guide = desktop.places.guide.read_text(encoding="utf-8")
    assert [one.value for one in Shortcut if one.value not in guide] == []


def _plain(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def test_what_the_guide_links_to_is_opened_outside(
    desktop: Desktop, outside: FakeOutside, qtbot: QtBot
) -> None:
    screen = HelpScreen(desktop)
    qtbot.addWidget(screen)
    screen.text.anchorClicked.emit(QUrl("command-line.md"))
    screen.text.anchorClicked.emit(QUrl("https://example.org"))
    assert outside.opened == [desktop.places.guide.parent / "command-line.md"]
    assert outside.opened[0].is_file()


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("win32", ["explorer", f"/select,{Path('a') / 'b.docx'}"]),
        ("darwin", ["open", "-R", str(Path("a") / "b.docx")]),
        ("linux", []),
    ],
)
def test_a_file_is_shown_in_its_folder_as_the_system_does_it(platform: str, command: list[str]) -> None:
    assert showing(Path("a") / "b.docx", platform) == command
