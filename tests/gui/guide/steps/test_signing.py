"""Who signs, who gets a copy, what number and date: all by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.directory import Origins
from app.domain.letters import Copy, LetterType
from app.domain.number_wish import NumberWish
from app.domain.register import Series
from app.domain.senders import SenderProfile, SenderTexts, SignatoryRecord, SignatoryTexts
from app.flow.choosing import choose_type
from app.flow.filling import fill
from app.gui.desktop import Desktop
from app.gui.guide.page import place_of
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.signing import SigningPage
from app.services.numbers import Word
from tests.gui.fakes import FakeAsking
from tests.gui.guide.steps.shown import shown

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter) -> SigningPage:
    """The step of a new letter."""
    return shown(qtbot, SigningPage(desktop, guide), guide)


def sign(page: SigningPage, qtbot: QtBot, name: str) -> None:
    """Let somebody sign by typing a name."""
    page.first_focus()
    qtbot.keyClicks(page.signatories.picker.field, name)
    qtbot.keyClick(page.signatories.picker.field, KEY.Key_Return)


def names(page: SigningPage) -> list[list[str]]:
    """Give who signs, group by group."""
    return [[one.name for one in group.people] for group in page.guide.letter.signatories]


def a_signatory(desktop: Desktop) -> str:
    """Keep somebody in the directory and give her key."""
    texts = SignatoryTexts(
        language="en", name="Ana Gelashvili", capacities=("President",), in_text="the president"
    )
    return desktop.office.senders.save(SignatoryRecord(texts=(texts,))).key


def test_somebody_new_signs_and_the_fields_are_open(page: SigningPage, qtbot: QtBot) -> None:
    sign(page, qtbot, "Irakli Petriashvili")
    assert names(page) == [["Irakli Petriashvili"]]
    (card,) = page.signatories.cards
    assert place_of(QApplication.focusWidget()) == "signatories.1.people.1.capacities"
    qtbot.keyClicks(QApplication.focusWidget(), "President of PERC")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "President of GTUC")
    assert page.guide.letter.people[0].capacities == ("President of PERC", "President of GTUC")
    assert card.line.text() == "President of PERC · President of GTUC"


def test_somebody_known_signs_with_all_that_is_known(
    page: SigningPage, qtbot: QtBot, desktop: Desktop
) -> None:
    a_signatory(desktop)
    sign(page, qtbot, "gelash")
    assert page.guide.letter.people[0].in_text == "the president"
    assert QApplication.focusWidget() is page.signatories.picker.field


def test_those_who_sign_for_the_sender_are_taken_at_once(
    qtbot: QtBot, desktop: Desktop, guide: GuidePresenter
) -> None:
    key = a_signatory(desktop)
    texts = (SenderTexts(language="en", organisation="Bakers"),)
    sender = desktop.office.senders.save(SenderProfile(texts=texts, signatories=(key,))).key
    guide.do(fill("sender.organisation", "Bakers"), Origins(sender=sender))
    page = shown(qtbot, SigningPage(desktop, guide), guide)
    assert page.signatories.senders.isVisible()
    qtbot.keyClick(page.signatories.senders, KEY.Key_Return)
    assert names(page) == [["Ana Gelashvili"]]
    assert not page.signatories.senders.isVisible()


def test_signatories_move_by_keys_from_group_to_group(page: SigningPage, qtbot: QtBot) -> None:
    for name in ("A", "B"):
        sign(page, qtbot, name)
    qtbot.keyClick(page.signatories.add_group, KEY.Key_Return)
    assert place_of(QApplication.focusWidget()) == "signatories.2.heading"
    sign(page, qtbot, "C")
    assert names(page) == [["A", "B"], ["C"]]
    first = page.signatories.cards[0].change
    first.setFocus()
    qtbot.keyClick(first, KEY.Key_Down, ALT)
    assert names(page) == [["B", "A"], ["C"]]
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down, ALT)
    assert names(page) == [["B"], ["A", "C"]]
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up, ALT)
    assert names(page) == [["B", "A"], ["C"]]


def test_a_group_has_a_heading_and_columns(page: SigningPage, qtbot: QtBot) -> None:
    sign(page, qtbot, "A")
    page.signatories.add_group.click()
    head = page.signatories.heads[1]
    qtbot.keyClicks(head.heading.editor, "For the affiliates")
    head.columns.editor.setCurrentIndex(1)
    head.columns.editor.activated.emit(1)
    group = page.guide.letter.signatories[1]
    assert (group.heading, group.columns) == ("For the affiliates", 2)


def test_who_is_taken_out_is_taken_back_from_the_toast(
    page: SigningPage, qtbot: QtBot, asking: FakeAsking
) -> None:
    sign(page, qtbot, "A")
    qtbot.keyClick(page.signatories.cards[0].remove, KEY.Key_Return)
    assert names(page) == []
    (notice,) = asking.notices
    assert notice.act is not None
    notice.act()
    assert names(page) == [["A"]]
    assert len(page.signatories.cards) == 1


def test_who_signs_is_kept_in_the_directory(page: SigningPage, qtbot: QtBot, desktop: Desktop) -> None:
    sign(page, qtbot, "Ana")
    with qtbot.waitSignal(desktop.changes.senders_changed):
        page.signatories.cards[0].kept.emit()
    (kept,) = desktop.office.senders.signatories()
    assert kept.texts[0].name == "Ana"


def test_a_link_of_the_review_opens_the_signatory(
    qtbot: QtBot, desktop: Desktop, protest: GuidePresenter
) -> None:
    page = shown(qtbot, SigningPage(desktop, protest), protest)
    assert page.go_to("signatories.1.people.1.witness")
    assert place_of(QApplication.focusWidget()) == "signatories.1.people.1.witness"


def test_the_number_that_the_letter_would_get_follows_its_series(page: SigningPage, desktop: Desktop) -> None:
    assert page.number.preview.text() == "The letter would get number 1/01-3."
    desktop.office.register.add_series(
        Series(key="protests", title="Protests", unit="02", file="7", start=147)
    )
    page.guide.do(fill("series", "protests"))
    assert page.number.preview.text() == "The letter would get number 147/02-7."
    page.guide.do(fill("series", "gone"))
    assert page.number.preview.text().startswith("There is no series “gone”")


def test_a_reserved_number_is_chosen_and_used(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter) -> None:
    desktop.office.numbers.reserve("outgoing", Word(person="Ana", note="the protest"))
    page = shown(qtbot, SigningPage(desktop, guide), guide)
    assert page.number.which.isVisible()
    assert page.number.preview.text() == "The letter would get number 2/01-3."
    page.number.which.editor.setCurrentIndex(1)
    page.number.which.editor.activated.emit(1)
    assert page.number.preview.text() == "The letter will use the reserved number 1/01-3."
    assert guide.number_wish.reserved == "1/01-3"


def test_a_number_that_is_reserved_no_more_is_said_and_can_be_given_up(
    qtbot: QtBot, desktop: Desktop, guide: GuidePresenter
) -> None:
    guide.number_wish = NumberWish(reserved="9/01-3", unit="02", file="4", number_blank=True)
    page = shown(qtbot, SigningPage(desktop, guide), guide)
    card = page.number
    assert card.which.editor.currentText() == "9/01-3, not reserved any more"
    assert (card.unit.editor.value(), card.file.editor.value()) == ("02", "4")
    assert card.blank.isChecked()
    card.which.editor.setCurrentIndex(0)
    card.which.editor.activated.emit(0)
    assert guide.number_wish == NumberWish(unit="02", file="4", number_blank=True)
    assert page.number.preview.text() == "The letter would get number 1/02-4."


def test_the_file_index_goes_before_that_of_the_series(page: SigningPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.number.file.editor, "9")
    assert page.number.preview.text() == "The letter would get number 1/01-9."


def test_the_date_is_that_of_registration_until_one_is_given(page: SigningPage, qtbot: QtBot) -> None:
    assert page.guide.letter.date is None
    assert page.go_to("date")
    qtbot.keyClicks(QApplication.focusWidget(), "2017-08-16")
    assert page.guide.letter.date == date(2017, 8, 16)
    page._on_today()
    assert page.guide.letter.date == page.guide.today()
    assert page.date.text() == page.guide.today().isoformat()


def test_copies_are_added_with_their_address_and_moved(page: SigningPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.copies.add_button, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "ILO")
    qtbot.keyClick(page.copies.add_button, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "ITUC")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up, ALT)
    assert page.guide.letter.copies == (Copy(name="ITUC"), Copy(name="ILO"))
    page.go_to("copies.2.address")
    qtbot.keyClicks(QApplication.focusWidget(), "4 route des Morillons")
    assert page.guide.letter.copies[1] == replace(Copy(name="ILO"), address=("4 route des Morillons",))


def test_enclosures_are_listed_by_enter(page: SigningPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.enclosures.add_button, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Judgment")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Report")
    assert page.guide.letter.enclosures == ("Judgment", "Report")


def test_mandates_and_references_belong_to_letters_of_the_un(page: SigningPage, qtbot: QtBot) -> None:
    assert not page.mandates.isVisible()
    assert not page.number.reference.isVisible()
    page.guide.do(choose_type(LetterType.UN_ALLEGATION))
    assert page.mandates.isVisible()
    assert page.number.reference.isVisible()
    qtbot.keyClick(page.mandates.add_button, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Special Rapporteur on association")
    assert page.guide.letter.mandates[0].title == "Special Rapporteur on association"


def test_what_is_no_number_of_days_is_said_and_not_taken(page: SigningPage, qtbot: QtBot) -> None:
    page.go_to("deadline.days")
    field = next(one for one in page.fields if one.place == "deadline.days")
    qtbot.keyClicks(field.editor, "sixty")
    assert not field.check()
    assert field.error == "“sixty” is not a number. Write it in figures, such as 60."
    assert page.guide.letter.deadline.days == 0


def test_showing_the_model_letters_changes_nothing(
    qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    before = allegation.letter
    page = shown(qtbot, SigningPage(desktop, allegation), allegation)
    for card in page.signatories.cards:
        card.open()
    page.show_letter()
    assert allegation.letter is before
