"""The room of templates: a sample of each, a look of one's own, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.letters import LetterType
from app.gui.desktop import Desktop
from app.gui.templates.screen import TemplatesScreen
from app.gui.widgets.buttons import Button
from tests.gui.fakes import FakeAsking, FakeOutside
from tests.gui.showing import show


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> TemplatesScreen:
    """The room, with the first type chosen."""
    made = show(qtbot, TemplatesScreen(desktop))
    made.first_focus()
    return made


def press(qtbot: QtBot, screen: TemplatesScreen, words: str) -> None:
    [found] = [one for one in screen.findChildren(Button) if one.accessibleName() == words]
    qtbot.keyClick(found, Qt.Key.Key_Return)


def test_every_type_of_letter_has_a_sample(qtbot: QtBot, screen: TemplatesScreen) -> None:
    seen = []
    for letter_type in LetterType:
        assert screen.list.current_key() is letter_type
        assert not screen.result.isVisible(), screen.told.text()
        seen.append(screen.view.page_text(1))
        qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    assert len(set(seen)) == len(LetterType)
    assert all(len(text) > 200 for text in seen)


def test_a_look_of_ones_own_is_made_once_and_used_at_once(
    qtbot: QtBot, screen: TemplatesScreen, desktop: Desktop, asking: FakeAsking, outside: FakeOutside
) -> None:
    assert "shipped with Chancery" in screen.facts.text()
    qtbot.keyClick(screen.make, Qt.Key.Key_Return)
    look = desktop.places.data / "templates" / "protest" / "look.docx"
    assert look.is_file()
    assert screen.facts.text().startswith("Look: your own")
    assert not screen.make.isVisible()
    act = asking.notices[0].act
    assert act is not None
    act()
    qtbot.keyClick(screen.edit, Qt.Key.Key_Return)
    assert outside.opened == [look, look]


def test_wording_of_the_office_goes_before_the_shipped_one(
    screen: TemplatesScreen, desktop: Desktop, qtbot: QtBot
) -> None:
    wording = desktop.places.data / "templates" / "protest" / "en.toml"
    wording.parent.mkdir(parents=True)
    wording.write_text('[opening\ntext = "', encoding="utf-8")
    desktop.changes.templates_changed.emit()
    assert "Wording: your own" in screen.facts.text()
    assert screen.result.isVisible()
    assert "en.toml" in screen.told.text()


def test_the_shipped_look_is_sound(qtbot: QtBot, screen: TemplatesScreen) -> None:
    qtbot.keyClick(screen.check, Qt.Key.Key_Return)
    assert screen.result.property("role") == "good"
    assert "can be used as a template" in screen.told.text()


def test_a_file_that_asks_for_what_no_letter_has_is_told(
    qtbot: QtBot, screen: TemplatesScreen, asking: FakeAsking, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("{{ recipient.name }} {{ recipient.shoe_size }}")
    document.save(str(tmp_path / "odd.docx"))
    asking.paths.append(tmp_path / "odd.docx")
    press(qtbot, screen, "Check a template")
    assert "recipient.shoe_size" in screen.told.text()
    assert "recipient.name" not in screen.told.text().splitlines()[1]


def test_a_file_that_is_no_template_says_where_it_is_wrong(
    qtbot: QtBot, screen: TemplatesScreen, asking: FakeAsking, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("{{ recipient.name")
    document.save(str(tmp_path / "broken.docx"))
    asking.paths.append(tmp_path / "broken.docx")
    press(qtbot, screen, "Check a template")
    assert screen.result.property("role") == "trouble"
    assert screen.told.text().startswith("broken.docx cannot be used as a template.")


def test_a_word_file_of_the_office_stands_in_the_list(
    qtbot: QtBot, screen: TemplatesScreen, desktop: Desktop
) -> None:
    folder = desktop.places.data / "templates"
    folder.mkdir()
    document = Document()
    document.add_paragraph("To {{ recipient.name }}")
    document.save(str(folder / "short note.docx"))
    desktop.changes.templates_changed.emit()
    screen.list.go_to(folder / "short note.docx")
    assert screen.view.page_text(1).startswith("To ")
    assert len(screen.view.page_text(1)) > len("To ")
