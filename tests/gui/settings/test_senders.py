"""Organisations and signatories: written field by field, language by language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.said import said_in
from app.domain.senders import SenderProfile, SenderTexts, SignatoryRecord, SignatoryTexts
from app.gui.desktop import Desktop
from app.gui.settings.senders import SendersSection
from app.gui.settings.signatories import SignatoriesSection
from app.gui.widgets.buttons import DangerButton, PrimaryButton
from app.gui.widgets.chips import RemovableChip
from app.gui.widgets.editors import LineEditor
from tests.gui.fakes import FakeAsking
from tests.gui.showing import show


def kept(desktop: Desktop) -> SenderProfile:
    profile = desktop.office.senders.preferred()
    assert profile is not None
    return profile


def a_profile(desktop: Desktop, **values: object) -> str:
    texts = (SenderTexts(language="en", organisation="PERC", members="90 million"),)
    profile = SenderProfile(**{"texts": texts, "languages": ("en",), "preferred": True, **values})  # type: ignore[arg-type]
    return desktop.office.senders.save(profile).key


def test_the_first_organisation_is_written_by_keys(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, SendersSection(desktop))
    assert section.empty.isVisible()
    qtbot.keyClick(section.empty.findChildren(PrimaryButton)[0], Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    qtbot.keyClicks(focused, "Pan-European Regional Council")
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "PERC")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    said = kept(desktop).texts_in("en")
    assert (said.organisation, said.short_name) == ("Pan-European Regional Council", "PERC")
    assert kept(desktop).preferred


def test_lines_are_kept_as_lines(qtbot: QtBot, desktop: Desktop) -> None:
    a_profile(desktop)
    section = show(qtbot, SendersSection(desktop))
    address = section.form.names.fields["address"].editor
    address.setFocus()
    qtbot.keyClicks(address, "Boulevard du Roi Albert II 5")
    qtbot.keyClick(address, Qt.Key.Key_Return)
    qtbot.keyClicks(address, "1210 Brussels")
    qtbot.keyClick(address, Qt.Key.Key_Tab)
    assert kept(desktop).texts_in("en").address == ("Boulevard du Roi Albert II 5", "1210 Brussels")


def test_each_language_has_its_own_texts(qtbot: QtBot, desktop: Desktop) -> None:
    a_profile(desktop, languages=("en", "ru"))
    section = show(qtbot, SendersSection(desktop))
    qtbot.mouseClick(section.form.tabs.chip("ru"), Qt.MouseButton.LeftButton)
    name = section.form.names.fields["organisation"].editor
    assert isinstance(name, LineEditor)
    assert name.value() == ""
    name.setFocus()
    name.insert("Всеевропейский региональный совет")  # QTest presses Latin keys only
    qtbot.mouseClick(section.form.tabs.chip("en"), Qt.MouseButton.LeftButton)
    assert name.value() == "PERC"
    russian = said_in(kept(desktop).texts, "ru")
    assert russian is not None
    assert russian.organisation == "Всеевропейский региональный совет"


def test_old_figures_are_pointed_out(qtbot: QtBot, desktop: Desktop) -> None:
    a_profile(desktop, figures_as_of=date(2017, 8, 16))
    section = show(qtbot, SendersSection(desktop))
    assert section.form.old.isVisible()
    day = section.form.day.fields["figures_as_of"].editor
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, str(date.today()))  # noqa: DTZ011
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert not section.form.old.isVisible()


def test_a_day_that_is_none_is_not_kept(qtbot: QtBot, desktop: Desktop) -> None:
    a_profile(desktop, figures_as_of=date(2017, 8, 16))
    section = show(qtbot, SendersSection(desktop))
    field = section.form.day.fields["figures_as_of"]
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "2017-08")
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert field.error == "Write the whole day, such as 2017-08-16."
    assert kept(desktop).figures_as_of == date(2017, 8, 16)


def test_a_picture_is_kept_and_taken_away(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    key = a_profile(desktop)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(tmp_path / "logo.png"))
    section = show(qtbot, SendersSection(desktop))
    asking.paths.append(tmp_path / "logo.png")
    qtbot.keyClick(section.picture.choose, Qt.Key.Key_Return)
    assert desktop.office.senders.picture(key) == (tmp_path / "logo.png").read_bytes()
    assert section.picture.preview.isVisible()
    qtbot.keyClick(section.picture.remove, Qt.Key.Key_Return)
    assert desktop.office.senders.picture(key) is None


def test_what_is_no_picture_is_refused(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    key = a_profile(desktop)
    (tmp_path / "logo.png").write_text("no picture")
    section = show(qtbot, SendersSection(desktop))
    asking.paths.append(tmp_path / "logo.png")
    qtbot.keyClick(section.picture.choose, Qt.Key.Key_Return)
    assert "cannot be read as a picture" in asking.said[0][1]
    assert desktop.office.senders.picture(key) is None


def test_only_one_organisation_is_preferred(qtbot: QtBot, desktop: Desktop) -> None:
    a_profile(desktop)
    other = a_profile(desktop, preferred=False)
    section = show(qtbot, SendersSection(desktop))
    section.show_subject(other)
    qtbot.keyClick(section.form.preferred, Qt.Key.Key_Space)
    assert [one.key for one in desktop.office.senders.profiles() if one.preferred] == [other]


def test_a_deleted_organisation_comes_back(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    key = a_profile(desktop)
    section = show(qtbot, SendersSection(desktop))
    qtbot.keyClick(section.findChildren(DangerButton)[0], Qt.Key.Key_Return)
    assert desktop.office.senders.profiles() == []
    act = asking.notices[0].act
    assert act is not None
    act()
    assert [one.key for one in desktop.office.senders.profiles()] == [key]


def test_who_signs_is_chosen_from_those_who_are_known(qtbot: QtBot, desktop: Desktop) -> None:
    people = [
        desktop.office.senders.save(SignatoryRecord(texts=(SignatoryTexts(language="en", name=name),))).key
        for name in ("Anna", "Boris")
    ]
    a_profile(desktop, signatories=tuple(people))
    section = show(qtbot, SendersSection(desktop))
    chips = section.form.signing.row.findChildren(RemovableChip)
    assert [chip.text() for chip in chips] == ["1. Anna", "2. Boris"]
    qtbot.keyClick(chips[0], Qt.Key.Key_Delete)
    assert kept(desktop).signatories == (people[1],)
    section.form.signing.menu().actions()[0].trigger()
    assert kept(desktop).signatories == (people[1], people[0])


def test_a_signatory_is_written_by_keys(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, SignatoriesSection(desktop))
    qtbot.keyClick(section.empty.findChildren(PrimaryButton)[0], Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Irakli Petriashvili")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "President of GTUC")
    section.save()
    [one] = desktop.office.senders.signatories()
    assert one.texts_in("en").name == "Irakli Petriashvili"
    assert one.texts_in("en").capacities == ("President of GTUC",)
