"""The room of the recipients, with real keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.directory import Addressee, Tenure
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning
from app.gui.recipients.presenter import RecipientsPresenter, Wish
from app.gui.recipients.screen import RecipientsScreen
from app.gui.recipients.short_form import ShortRecipientForm
from app.gui.records.opening import New
from tests.gui.fakes import FakeAsking

NAZARBAYEV, PRESIDENT = "sample-person-nazarbayev", "sample-office-president"
TODAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> RecipientsScreen:
    """The room with the sample recipients."""
    desktop.office.sample.fill_directories()
    return shown(qtbot, desktop)


def shown(qtbot: QtBot, desktop: Desktop) -> RecipientsScreen:
    """Return a room that is shown and has the focus."""
    made = RecipientsScreen(desktop)
    qtbot.addWidget(made)
    made.resize(1080, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.first_focus()
    return made


def write(editor: QWidget, text: str) -> None:
    """Type a text of any script, a key for each letter."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, event)


def focused(screen: QWidget) -> QWidget:
    """Return what has the focus."""
    widget = screen.focusWidget()
    assert widget is not None
    return widget


def test_an_empty_room_offers_the_first_step(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    screen = shown(qtbot, desktop)
    assert focused(screen) is screen.first_step
    qtbot.keyClick(screen.first_step, Qt.Key.Key_Return)
    form = screen.findChild(ShortRecipientForm)
    assert form is not None
    qtbot.keyClicks(form.entries.editors["office"], "Prime Minister of Georgia")
    qtbot.keyClick(form.entries.editors["office"], Qt.Key.Key_Return)
    office = desktop.office.address_book.offices()[0]
    assert (office.kind.value, office.state) == ("head_of_government", "GEO")
    assert screen.detail.entry == office
    notice = asking.notices[-1]
    assert notice.act is not None
    notice.act()
    assert not desktop.office.address_book.offices()


def test_the_short_form_says_what_is_missing(qtbot: QtBot, desktop: Desktop) -> None:
    screen = shown(qtbot, desktop)
    screen.show_subject(New())
    form = screen.findChild(ShortRecipientForm)
    assert form is not None
    qtbot.keyClick(form.create_button, Qt.Key.Key_Return)
    assert not desktop.office.finder.all()
    assert form.wrong.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert screen.first_step.isVisible()


def test_typing_finds_by_any_language_and_enter_goes_in(qtbot: QtBot, screen: RecipientsScreen) -> None:
    write(screen.pane.field, "назарб")
    assert screen.pane.list.rows.rowCount() == 1
    qtbot.keyClick(screen.pane.field, Qt.Key.Key_Return)
    assert screen.detail.entry is not None
    assert screen.detail.entry.key == NAZARBAYEV
    assert focused(screen) is screen.detail.edit_button


def test_what_is_not_found_can_be_made(qtbot: QtBot, screen: RecipientsScreen) -> None:
    qtbot.keyClicks(screen.pane.field, "Minister of Labour of Georgia")
    qtbot.keyClick(screen.pane.create_button, Qt.Key.Key_Return)
    form = screen.findChild(ShortRecipientForm)
    assert form is not None
    assert form.entry().office == "Minister of Labour of Georgia"


def test_chips_narrow_the_list(qtbot: QtBot, screen: RecipientsScreen) -> None:
    chip = next(iter(screen.chips.values()))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert screen.pane.list.rows.rowCount() == 2
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert screen.pane.list.rows.rowCount() == 4


def test_arrows_show_one_entry_after_the_other(qtbot: QtBot, screen: RecipientsScreen) -> None:
    qtbot.keyClick(screen.pane.field, Qt.Key.Key_Down)
    first = screen.detail.entry
    qtbot.keyClick(screen.pane.list, Qt.Key.Key_Down)
    assert first is not None
    assert screen.detail.entry is not None
    assert screen.detail.entry.key != first.key


def test_a_former_president_is_shown_as_such(screen: RecipientsScreen) -> None:
    screen.show_key(NAZARBAYEV)
    row = screen.detail.read.linked.rows.row(0)
    assert (row.title, row.subtitle) == ("President of Kazakhstan", "1991 to 19 Mar 2019")
    assert row.tag is not None
    assert row.tag.text == "Former"


def test_the_paper_shows_how_a_letter_of_today_begins(screen: RecipientsScreen) -> None:
    screen.show_key(PRESIDENT)
    said = screen.detail.read.printed.said()
    assert "Kassym-Jomart Tokayev" in said
    assert "President of Kazakhstan" in said


def test_a_proposed_form_is_confirmed_and_that_can_be_undone(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop
) -> None:
    screen.show_key(PRESIDENT)
    before = RecipientsPresenter(desktop.office, desktop.texts, date.today).printed(PRESIDENT, "en")
    assert "salutation" in [form.place for form in before.to_confirm]
    screen.detail.read.confirmed.emit("salutation")
    book = desktop.office.address_book
    after = book.recipient_for_a_letter(before.addressee, "en", TODAY)
    assert "salutation" not in [form.place for form in after.to_confirm]
    qtbot.keyClick(screen.detail.edit_button, Qt.Key.Key_Z, CTRL)
    again = book.recipient_for_a_letter(before.addressee, "en", TODAY)
    assert "salutation" in [form.place for form in again.to_confirm]


def test_editing_saves_when_the_field_is_left_and_undo_takes_it_back(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop, asking: FakeAsking
) -> None:
    screen.show_key(NAZARBAYEV)
    qtbot.keyClick(screen.detail.edit_button, Qt.Key.Key_Return)
    form = screen.detail.form
    assert form is not None
    name = form.said.editors["said.name"]
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_End)
    qtbot.keyClicks(name, " N.")
    assert screen.detail.title.whole() == "Nursultan Nazarbayev N."
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    book = desktop.office.address_book
    assert book.person(NAZARBAYEV).forms[0].name == "Nursultan Nazarbayev N."
    qtbot.keyClick(form.said.editors["said.sort_name"], Qt.Key.Key_Z, CTRL)
    assert book.person(NAZARBAYEV).forms[0].name == "Nursultan Nazarbayev"
    assert screen.detail.title.whole() == "Nursultan Nazarbayev"
    assert asking.notices[-1].text == "“Name” is as it was before."


def test_another_language_is_written_beside_the_first(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop
) -> None:
    screen.show_key(NAZARBAYEV, editing=True)
    form = screen.detail.form
    assert form is not None
    action = next(one for one in form.bar.menu().actions() if one.text() == "French")
    action.trigger()
    assert form.bar.chip("fr").text() == "French: missing"
    write(form.said.editors["said.name"], "Noursoultan Nazarbaïev")
    screen.save()
    names = {one.language: one.name for one in desktop.office.address_book.person(NAZARBAYEV).forms}
    assert (names["fr"], names["en"]) == ("Noursoultan Nazarbaïev", "Nursultan Nazarbayev")


def test_a_wrong_date_of_a_tenure_is_told_and_not_kept(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop
) -> None:
    screen.show_key(NAZARBAYEV, editing=True)
    form = screen.detail.form
    assert form is not None
    entries = form.tenures.entries[0]
    until = entries.editors["until"]
    until.setFocus()
    qtbot.keyClick(until, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(until, "19 March")
    entries.editors["since"].setFocus()
    assert "19 March" in entries.error("until")
    assert desktop.office.address_book.person(NAZARBAYEV).tenures[0].until == "2019-03-19"
    qtbot.keyClick(until, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(until, "2019-03")
    screen.save()
    assert desktop.office.address_book.person(NAZARBAYEV).tenures[0] == Tenure(
        office=PRESIDENT, since="1991", until="2019-03"
    )


def test_the_bin_takes_an_entry_and_gives_it_back(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop, asking: FakeAsking
) -> None:
    screen.show_key(NAZARBAYEV)
    qtbot.keyClick(screen.detail.delete_button, Qt.Key.Key_Return)
    assert desktop.office.finder.get(NAZARBAYEV) is None
    assert screen.pane.list.rows.place_of(NAZARBAYEV) == -1
    notice = asking.notices[-1]
    assert notice.text == "“Nursultan Nazarbayev” is in the bin."
    assert notice.act is not None
    notice.act()
    assert screen.pane.list.rows.place_of(NAZARBAYEV) >= 0


def test_a_letter_begins_with_the_recipient(qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop) -> None:
    ways: list[object] = []
    desktop.going.wanted.connect(ways.append)
    screen.show_key(PRESIDENT)
    qtbot.keyClick(screen.detail.letter_button, Qt.Key.Key_Return)
    way = ways[-1]
    assert getattr(way, "subject", None) == Beginning(
        language="en", recipient=Addressee(person="sample-person-tokayev", office=PRESIDENT)
    )


def test_another_language_of_the_screen_shows_the_same(
    qtbot: QtBot, screen: RecipientsScreen, desktop: Desktop
) -> None:
    qtbot.keyClicks(screen.pane.field, "kaz")
    screen.show_key(PRESIDENT, editing=True)
    again = shown(qtbot, desktop)
    again.recall(screen.memory())
    assert again.pane.field.text() == "kaz"
    assert again.detail.entry == screen.detail.entry
    assert again.detail.is_editing


def test_a_list_says_how_much_there_is(desktop: Desktop) -> None:
    desktop.office.sample.fill_directories()
    presenter = RecipientsPresenter(desktop.office, desktop.texts, date.today)
    assert presenter.listing(Wish()).note == "4 entries"
    assert presenter.listing(Wish(typed="mission")).note == "1 entry"
    assert presenter.listing(Wish()).states == [("KAZ", "Kazakhstan")]
