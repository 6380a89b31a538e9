"""The user guide is read where one works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.help.chapters import Chapter, chapters_of
from app.gui.help.screen import HelpScreen
from app.gui.main_window import MainWindow
from app.gui.outside import showing
from app.gui.rooms import ROOMS, Room
from tests.gui.fakes import FakeOutside
from tests.gui.showing import show

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


def test_what_the_guide_links_to_is_opened_outside(
    desktop: Desktop, outside: FakeOutside, qtbot: QtBot
) -> None:
    screen = HelpScreen(desktop)
    qtbot.addWidget(screen)
    screen.text.anchorClicked.emit(QUrl("examples/protest.toml"))
    screen.text.anchorClicked.emit(QUrl("https://example.org"))
    assert outside.opened == [desktop.places.guide.parent / "examples/protest.toml"]
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
