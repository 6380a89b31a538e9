"""Settings about the window: in force at once, and kept for the next start."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.senders import SenderProfile, SenderTexts
from app.gui.desktop import Desktop
from app.gui.preferences import Preferences
from app.gui.settings.appearance import AppearanceSection
from app.gui.settings.languages import LanguagesSection
from app.gui.settings.screen import SettingsScreen
from app.gui.settings.sections import SECTIONS, SectionLine
from app.gui.theme import COMPACT_ROW, ROW, ThemeChoice
from tests.gui import walking
from tests.gui.showing import show


def test_every_section_can_be_gone_to_by_keys(qtbot: QtBot, desktop: Desktop) -> None:
    screen = show(qtbot, SettingsScreen(desktop))
    screen.first_focus()
    seen = [type(screen.section).__name__]
    for _step in SECTIONS[1:]:
        qtbot.keyClick(screen.list, Qt.Key.Key_Down)
        seen.append(type(screen.section).__name__)
    assert len(set(seen)) == len(SECTIONS)


@pytest.mark.parametrize("line", SECTIONS, ids=lambda line: line.name)
def test_enter_goes_into_a_section(qtbot: QtBot, desktop: Desktop, line: SectionLine) -> None:
    screen = show(qtbot, SettingsScreen(desktop))
    screen.show_subject(line.name)
    screen.first_focus()
    QApplication.processEvents()
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.section.isAncestorOf(focused)


def test_the_section_is_remembered_for_another_language(qtbot: QtBot, desktop: Desktop) -> None:
    screen, again = SettingsScreen(desktop), SettingsScreen(desktop)
    qtbot.addWidget(screen)
    qtbot.addWidget(again)
    screen.show_subject("appearance")
    again.recall(screen.memory())
    assert isinstance(again.section, AppearanceSection)


def test_a_theme_is_in_force_at_once_and_kept(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, AppearanceSection(desktop))
    qtbot.mouseClick(section.themes[ThemeChoice.DARK], Qt.MouseButton.LeftButton)
    assert desktop.theme.is_dark
    desktop.preferences.save()
    assert Preferences(desktop.places.data).theme is ThemeChoice.DARK


def test_texts_grow_at_once(qtbot: QtBot, desktop: Desktop, qapp: QApplication) -> None:
    section = show(qtbot, AppearanceSection(desktop))
    before = qapp.font().pointSizeF()
    section.text_size.set_value(150)
    section.text_size.chosen.emit(150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert desktop.preferences.text_size == 150


def test_rows_can_be_low(qtbot: QtBot, desktop: Desktop) -> None:
    screen = show(qtbot, SettingsScreen(desktop))
    screen.show_subject("appearance")
    section = screen.section
    assert isinstance(section, AppearanceSection)
    high = screen.list.sizeHintForRow(0)
    qtbot.keyClick(section.compact, Qt.Key.Key_Space)
    low = screen.list.sizeHintForRow(0)
    assert (high, low) == (ROW, COMPACT_ROW)
    qtbot.keyClick(section.compact, Qt.Key.Key_Space)
    assert desktop.theme.row_height == ROW


def test_the_screen_speaks_another_language_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, LanguagesSection(desktop))
    choice = section.screen_language.field.editor
    choice.offer([("", "As the system"), ("ka", "ქართული")])
    choice.setFocus()
    with qtbot.waitSignal(desktop.changes.language_chosen) as spoken:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        choice.activated.emit(1)
    assert spoken.args == ["ka"]
    assert desktop.preferences.language == "ka"


def test_letter_languages_are_those_of_the_preferred_organisation(qtbot: QtBot, desktop: Desktop) -> None:
    senders = desktop.office.senders
    texts = (SenderTexts(language="en", organisation="PERC"),)
    key = senders.save(SenderProfile(texts=texts, languages=("ru",), preferred=True)).key
    section = show(qtbot, LanguagesSection(desktop))
    assert section.chips.chosen() == ("ru",)
    section.chips.chip("ka").setFocus()
    qtbot.keyClick(section.chips.chip("ka"), Qt.Key.Key_Return)
    assert senders.profile(key).languages == ("ru", "ka")
    assert section.chips.chip("ka").text() == "2. ქართული"


@pytest.mark.parametrize("line", SECTIONS, ids=lambda line: line.name)
@pytest.mark.parametrize("filled", [False, True], ids=["empty", "filled"])
def test_every_section_can_be_read_and_reached(
    qtbot: QtBot, desktop: Desktop, line: SectionLine, filled: bool
) -> None:
    if filled:
        desktop.office.sample.fill_directories()
    desktop.theme.enlarge(200)
    screen = SettingsScreen(replace(desktop, texts=walking.longer()))
    screen.resize(1700, 1150)
    show(qtbot, screen)
    screen.show_subject(line.name)
    QApplication.processEvents()
    assert walking.nameless(screen) == []
    assert walking.unreachable(screen) == []
    assert walking.cut(screen) == []
