"""The first step: kind, language, sender, earlier letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.letters import LetterType
from app.domain.people import Recipient
from app.domain.senders import SenderProfile, SenderTexts
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun
from app.gui.guide.kind import KindPage
from app.gui.guide.kind_choices import KindChoices
from app.gui.guide.presenter import GuidePresenter, What
from app.gui.guide.retelling import carried
from tests.gui.showing import show


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter) -> KindPage:
    """The page of a new letter, which follows it."""
    made = KindPage(desktop, guide)
    guide.changed = lambda what: made.show_letter() if what is What.LETTER else None
    qtbot.addWidget(made)
    made.resize(520, 900)
    made.show()
    made.show_letter()
    qtbot.waitExposed(made)
    return made


def test_arrows_choose_the_kind_of_letter(page: KindPage, guide: GuidePresenter, qtbot: QtBot) -> None:
    page.first_focus()
    qtbot.keyClick(page.cards[LetterType.PROTEST], Qt.Key.Key_Down)
    assert guide.letter.type is LetterType.UN_URGENT_APPEAL


def test_enter_takes_a_kind_and_goes_on(page: KindPage, guide: GuidePresenter, qtbot: QtBot) -> None:
    qtbot.keyClick(page.cards[LetterType.UN_ALLEGATION], Qt.Key.Key_Return)
    assert (guide.letter.type, guide.state.current.value) == (LetterType.UN_ALLEGATION, "recipients")


def test_a_first_sender_is_made_where_it_is_missing(
    page: KindPage, guide: GuidePresenter, desktop: Desktop, qtbot: QtBot
) -> None:
    assert page.go_to("sender")
    qtbot.keyClicks(page.who.first.organisation.editor, "Pan-European Council")
    qtbot.keyClicks(page.who.first.letterhead.editor, "Brussels")
    qtbot.keyClick(page.who.first.keep, Qt.Key.Key_Return)
    assert guide.letter.sender.organisation == "Pan-European Council"
    assert guide.letter.sender.letterhead == ("Brussels",)
    assert [one.key for one in desktop.office.senders.profiles()] == [guide.origins.sender]
    assert not page.who.first.isVisible()


def test_a_sender_without_a_name_is_not_kept(page: KindPage, desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.keyClick(page.who.first.keep, Qt.Key.Key_Return)
    assert page.who.first.organisation.error == "Write the name of the organisation."
    assert not desktop.office.senders.profiles()


def test_another_sender_brings_its_name(page: KindPage, guide: GuidePresenter, desktop: Desktop) -> None:
    for name in ("One", "Two"):
        texts = SenderTexts(language="en", organisation=name)
        desktop.office.senders.save(SenderProfile(texts=(texts,)))
    choices = KindChoices(guide)
    for key, name in choices.profiles():
        choices.choose_sender(key)
        assert (guide.letter.sender.organisation, guide.origins.sender) == (name, key)
    assert page.who.choice.isVisible()


def test_a_follow_up_asks_for_the_letter_that_it_follows(
    page: KindPage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    assert not page.earlier.isVisible()
    page.cards[LetterType.FOLLOW_UP].click()
    assert page.earlier.isVisible()
    qtbot.keyClicks(page.earlier.number.editor, "147/01-3")
    qtbot.keyClicks(page.earlier.day.editor, "2017-08-16")
    earlier = guide.letter.earlier
    assert (earlier.number, str(earlier.date)) == ("147/01-3", "2017-08-16")


def test_a_month_is_no_day_of_an_earlier_letter(page: KindPage, guide: GuidePresenter, qtbot: QtBot) -> None:
    page.cards[LetterType.FOLLOW_UP].click()
    qtbot.keyClicks(page.earlier.day.editor, "2017-08")
    assert guide.letter.earlier.date is None
    assert not page.earlier.day.check()


def test_what_was_written_stays_when_the_language_changes() -> None:
    written = Recipient(name="President", salutation="Dear friend,")
    before = Recipient(name="President", salutation="Dear President,")
    now = Recipient(name="Президент", salutation="Уважаемый Президент,")
    assert carried(written, before, now) == Recipient(name="Президент", salutation="Dear friend,")


def test_an_arrow_with_alt_chooses_no_other_kind(page: KindPage, guide: GuidePresenter, qtbot: QtBot) -> None:
    page.first_focus()
    card = page.cards[LetterType.PROTEST]
    qtbot.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    before = guide.letter.type
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert (before, guide.letter.type) == (LetterType.PROTEST, LetterType.UN_ALLEGATION)


def test_what_the_sender_lacks_is_asked_openly_and_kept_for_later_letters(
    desktop: Desktop, qtbot: QtBot
) -> None:
    known = SenderTexts(language="en", organisation="PERC", members="170 million")
    key = desktop.office.senders.save(SenderProfile(texts=(known,), preferred=True)).key
    letter = GuidePresenter(desktop.office, desktop.texts, begun(desktop.office, Beginning()))
    page = show(qtbot, KindPage(desktop, letter))
    page.show_letter()
    fields = {field.place: field.editor for field in page.who.details.fields}
    assert fields["sender.short_name"].isVisible()
    qtbot.keyClicks(fields["sender.short_name"], "PERC")
    fields["sender.figures.members"].clear()
    qtbot.keyClicks(fields["sender.figures.members"], "181 million")
    page.leave()
    kept = desktop.office.senders.profile(key).texts_in("en")
    assert (kept.short_name, kept.members) == ("PERC", "170 million")
