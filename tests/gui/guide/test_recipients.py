"""The second step: who is written to, and how."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.directory import Addressee, Forms, Gender, Office, OfficeKind, Person, Tenure
from app.gui.desktop import Desktop
from app.gui.guide.presenter import GuidePresenter, What
from app.gui.guide.recipients import RecipientsPage
from app.gui.guide.recipients_choices import Sureness
from tests.gui.fakes import FakeAsking


@pytest.fixture
def president(desktop: Desktop) -> str:
    """A president of Kazakhstan in the address book."""
    book = desktop.office.address_book
    forms = (
        Forms(language="en", name="President of Kazakhstan", address=("Astana",)),
        Forms(language="ru", name="Президент Казахстана"),
    )
    office = book.save(Office(kind=OfficeKind.HEAD_OF_STATE, state="KAZ", forms=forms)).key
    name = Forms(language="en", name="Nursultan Nazarbayev")
    person = Person(gender=Gender.MALE, state="KAZ", forms=(name,), tenures=(Tenure(office=office),))
    return book.save(person).key


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter, president: str) -> RecipientsPage:
    """The page of a new letter, which follows it."""
    made = RecipientsPage(desktop, guide)
    guide.changed = lambda what: made.show_letter() if what is What.LETTER else None
    qtbot.addWidget(made)
    made.resize(520, 900)
    made.show()
    made.show_letter()
    qtbot.waitExposed(made)
    made.first_focus()
    return made


def pick(page: RecipientsPage, qtbot: QtBot, typed: str) -> None:
    """Type and take the first that is found."""
    page.picker.field.setText(typed)
    page.picker.open_list()
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Return)


def test_a_recipient_is_found_by_a_name_in_any_language_and_brings_the_forms(
    page: RecipientsPage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    pick(page, qtbot, "президент")
    (recipient,) = guide.letter.recipients
    assert recipient.lines == ("Mr. Nursultan Nazarbayev", "President of Kazakhstan")
    assert recipient.salutation
    assert recipient.address == ("Astana",)
    assert guide.letter.state.name == "Kazakhstan"
    assert guide.origins.recipients[0].person


def test_one_undo_takes_a_recipient_back_with_the_state(
    page: RecipientsPage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    pick(page, qtbot, "nursultan")
    guide.undo()
    assert (guide.letter.recipients, guide.letter.state.code, guide.origins.recipients) == ((), "", ())


def test_a_form_is_proposed_until_it_is_confirmed(
    page: RecipientsPage, desktop: Desktop, qtbot: QtBot, asking: FakeAsking
) -> None:
    pick(page, qtbot, "nursultan")
    salutation = page.cards[0].forms["salutation"]
    assert salutation.tag.text() == "Proposed"
    qtbot.keyClick(salutation.confirm, Qt.Key.Key_Return)
    assert salutation.tag.text() == "Confirmed"
    undo = asking.notices[-1].act
    assert undo is not None
    undo()
    assert salutation.tag.text() == "Proposed"


def test_what_is_typed_stands_in_this_letter_only_until_it_is_kept(
    page: RecipientsPage, guide: GuidePresenter, desktop: Desktop, qtbot: QtBot
) -> None:
    pick(page, qtbot, "nursultan")
    salutation = page.cards[0].forms["salutation"]
    salutation.field.editor.selectAll()
    qtbot.keyClicks(salutation.field.editor, "Your Excellency,")
    assert guide.letter.recipients[0].salutation == "Your Excellency,"
    assert salutation.tag.text() == "Only in this letter"
    salutation.confirm.click()
    chosen = guide.origins.recipients[0]
    said = desktop.office.address_book.recipient_for_a_letter(chosen, "en", guide.today())
    assert said.recipient.salutation == "Your Excellency,"


def test_somebody_new_is_made_from_what_was_typed(
    page: RecipientsPage, guide: GuidePresenter, desktop: Desktop, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.picker.field, "Anna Kowalska")
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Return)
    assert page.new is not None
    editors = page.new.entries.editors
    qtbot.keyClicks(editors["office"], "Minister of Labour")
    qtbot.keyClick(editors["office"], Qt.Key.Key_Return)
    (recipient,) = guide.letter.recipients
    assert recipient.lines[-1] == "Minister of Labour"
    assert "Anna Kowalska" in recipient.lines[0]
    assert desktop.office.finder.find("kowalska")


def test_escape_gives_up_somebody_new(page: RecipientsPage, desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.picker.field, "Anna")
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Return)
    assert page.new is not None
    qtbot.keyClick(page.new.entries.editors["name"], Qt.Key.Key_Escape)
    assert page.picker.field.hasFocus()
    assert not desktop.office.finder.find("anna")


def test_recipients_are_moved_and_removed_with_what_they_came_from(
    page: RecipientsPage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    pick(page, qtbot, "nursultan")
    page.choices.add_by_hand("A union")
    page.cards[1].up.click()
    assert [one.name for one in guide.letter.recipients] == ["A union", "Nursultan Nazarbayev"]
    assert guide.origins.recipients[0] == Addressee()
    page.cards[0].remove.click()
    assert [one.name for one in guide.letter.recipients] == ["Nursultan Nazarbayev"]
    assert guide.origins.recipients[0].person
    assert len(page.cards) == 1


def test_a_link_leads_to_a_form_that_is_folded_away(page: RecipientsPage, qtbot: QtBot) -> None:
    pick(page, qtbot, "nursultan")
    assert page.go_to("recipients.1.honorific")
    assert page.cards[0].forms["honorific"].field.editor.hasFocus()


def test_an_empty_form_offers_what_the_address_book_says(
    page: RecipientsPage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    pick(page, qtbot, "nursultan")
    salutation = page.cards[0].forms["salutation"]
    said = guide.letter.recipients[0].salutation
    salutation.field.editor.selectAll()
    qtbot.keyClick(salutation.field.editor, Qt.Key.Key_Delete)
    assert page.choices.lines()[0].form("salutation").sureness is Sureness.MISSING
    salutation.confirm.click()
    assert guide.letter.recipients[0].salutation == said
