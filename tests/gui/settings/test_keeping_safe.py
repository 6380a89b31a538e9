"""Backups, the check of the register, the journal, the folders."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.backups import Keeping
from app.gui.application import Program
from app.gui.desktop import Desktop
from app.gui.jobs import Jobs
from app.gui.rooms import Room
from app.gui.settings.about import AboutSection
from app.gui.settings.folders import EXPORT_FOLDER, FoldersSection
from app.gui.settings.register import RegisterSection
from app.gui.settings.spelling import SpellingSection
from app.gui.theme import Theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words
from app.services.numbers import Word
from app.services.spelling import Spelling
from app.starting import Start
from tests.gui.fakes import FakeAsking, FakeOutside, HeldExecutor
from tests.gui.showing import show

CELLAR = Room("cellar", "Cellar", "mail", "tests.gui.test_shell:Cellar")


def reserve(desktop: Desktop) -> str:
    return desktop.office.numbers.reserve("outgoing", Word(person="Anna", note="A letter")).number


def press(qtbot: QtBot, inside: FoldersSection | RegisterSection | AboutSection, words: str) -> None:
    [found] = [one for one in inside.findChildren(Button) if one.accessibleName() == words]
    qtbot.keyClick(found, Qt.Key.Key_Return)


def test_a_backup_is_made_and_listed(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    reserve(desktop)
    section = show(qtbot, FoldersSection(desktop))
    qtbot.keyClick(section.backups.now, Qt.Key.Key_Return)
    [made] = desktop.bench.backups.all()
    assert made.file.name in asking.notices[0].text
    assert section.backups.list.rows.row(0).key == made.file


def test_how_many_stay_is_kept(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, FoldersSection(desktop))
    days = section.backups.counts.fields["daily"].editor
    days.setFocus()
    days.selectAll()
    qtbot.keyClicks(days, "14")
    qtbot.keyClick(days, Qt.Key.Key_Tab)
    assert desktop.bench.backups.plan().keeping == Keeping(14, 4, 12)


def test_backups_go_to_another_folder(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    section = show(qtbot, FoldersSection(desktop))
    asking.paths.extend([None, tmp_path / "disk"])
    choose = [
        one for one in section.backups.findChildren(Button) if one.accessibleName() == "Choose a folder"
    ]
    qtbot.keyClick(choose[0], Qt.Key.Key_Return)
    assert desktop.bench.backups.plan().folder == ""
    qtbot.keyClick(choose[0], Qt.Key.Key_Return)
    assert desktop.bench.backups.folder() == tmp_path / "disk"


def test_restoring_says_first_what_would_be_lost(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    reserve(desktop)
    made = desktop.bench.backups.make()
    reserve(desktop)
    section = show(qtbot, FoldersSection(desktop))
    chosen: list[Path] = []
    desktop.changes.backup_chosen.connect(chosen.append)
    section.backups.list.go_to(made.file)
    qtbot.keyClick(section.backups.restore, Qt.Key.Key_Return)
    assert "that only the present register has: 1" in asking.questions[0].text
    assert chosen == []
    asking.answers.append("restore")
    qtbot.keyClick(section.backups.restore, Qt.Key.Key_Return)
    assert chosen == [made.file]


def test_a_restored_backup_is_open_at_once(
    qtbot: QtBot, qapp: QApplication, held: HeldExecutor, theme: Theme, tmp_path: Path
) -> None:
    program = Program(qapp, Start({}, tmp_path / "own"), held, (CELLAR,))
    qtbot.addWidget(program.window)
    program.open()
    held.release()
    first = reserve(program.desktop)
    made = program.desktop.bench.backups.make()
    second = reserve(program.desktop)
    program.desktop.changes.backup_chosen.emit(made.file)
    held.release()
    assert program.desktop.is_open
    assert reserve(program.desktop) == second != first
    told = [words.text() for words in program.window.notices.findChildren(Words)]
    assert any("is in place" in text for text in told)
    program.close()


def test_the_check_proves_an_unchanged_register(qtbot: QtBot, desktop: Desktop) -> None:
    reserve(desktop)
    section = show(qtbot, RegisterSection(desktop))
    press(qtbot, section, "Check it now")
    assert "unchanged since" in section.told.text()
    assert section.start.isEnabled()


def test_the_check_finds_what_another_program_has_changed(qtbot: QtBot, desktop: Desktop) -> None:
    reserve(desktop)
    with sqlite3.connect(desktop.places.data / "register.sqlite") as register:
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'acts'"
        for (trigger,) in register.execute(guards).fetchall():
            register.execute(f"DROP TRIGGER {trigger}")
        register.execute("UPDATE acts SET note = 'Another one'")
    register.close()
    section = show(qtbot, RegisterSection(desktop))
    press(qtbot, section, "Check it now")
    assert section.result.property("role") == "trouble"


def test_the_check_can_be_stopped(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    reserve(desktop)
    waiting = HeldExecutor()
    section = show(qtbot, RegisterSection(replace(desktop, jobs=Jobs(waiting, asking.trouble))))
    waiting.release()
    section.check()
    shown = section.progress.isVisible()
    section.progress.cancelled.emit()
    waiting.release()
    assert shown
    assert "was stopped and proves nothing" in section.told.text()
    assert not section.progress.isVisible()


def test_the_journal_is_saved_and_can_be_opened(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking, outside: FakeOutside, tmp_path: Path
) -> None:
    number = reserve(desktop)
    section = show(qtbot, RegisterSection(desktop))
    asking.paths.append(tmp_path / "journal.csv")
    press(qtbot, section, "Save the journal")
    assert number in (tmp_path / "journal.csv").read_text(encoding="utf-8-sig")
    act = asking.notices[0].act
    assert act is not None
    act()
    assert outside.opened == [tmp_path / "journal.csv"]


def test_letters_have_a_folder(qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path) -> None:
    section = show(qtbot, FoldersSection(desktop))
    asking.paths.append(tmp_path)
    section._on_choose()
    assert desktop.preferences.text(EXPORT_FOLDER) == str(tmp_path)
    assert section.letters.whole() == str(tmp_path)


def test_words_of_the_office_are_added_and_removed(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking, spelling: Spelling
) -> None:
    words = spelling.office_words
    section = show(qtbot, SpellingSection(desktop))
    qtbot.keyClicks(section.word.editor, "Petriashvili")
    qtbot.keyClick(section.word.editor, Qt.Key.Key_Return)
    assert words.all() == ("Petriashvili",)
    section.words.go_to("Petriashvili")
    qtbot.keyClick(section.remove, Qt.Key.Key_Return)
    assert words.all() == ()
    act = asking.notices[0].act
    assert act is not None
    act()
    assert words.all() == ("Petriashvili",)


def test_the_licences_of_what_is_installed_are_named(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, AboutSection(desktop))
    named = [section.licences.rows.row(at).title for at in range(section.licences.rows.rowCount())]
    assert {"PySide6-Essentials", "docxtpl", "Lucide"} <= set(named)
