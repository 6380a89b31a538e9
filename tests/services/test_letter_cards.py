"""One registered letter with everything that was done about it; lists of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import Office, open_bench, open_office
from app.domain.letters import Deadline, LetterType
from app.domain.register import ActKind, EntryNotFound
from app.domain.searching import EntryFilter, Facet, Order, SortedBy
from app.services.issuing import Registration
from app.services.numbers import Word
from app.services.register import DocumentChanged
from tests.builders import a_letter, a_recipient

WORD = Word(person="Ana", note="by post", day=date(2017, 8, 17))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A new workspace."""
    with open_office(open_bench({}, tmp_path / "data")) as opened:
        yield opened


def test_a_card_holds_the_entry_its_acts_and_its_corrections(office: Office) -> None:
    first = office.issuing.register(a_letter())
    other = office.issuing.register(a_letter(), Registration(corrects=first.number))
    sent = office.numbers.note_day(ActKind.DISPATCHED, first.number, WORD)
    card = office.letter_cards.card(first.sequence)
    assert (card.entry, card.acts, card.corrects, card.corrected_by) == (first, (sent,), None, (other,))
    assert office.letter_cards.card(other.sequence).corrects == first


def test_a_number_given_twice_keeps_its_acts_apart(office: Office) -> None:
    old = office.issuing.register(a_letter(), Registration(on=date(2016, 5, 1)))
    new = office.issuing.register(a_letter(), Registration(on=date(2017, 5, 1)))
    assert old.number == new.number
    office.numbers.note_day(ActKind.SIGNED, old.number, WORD, 2016)
    assert len(office.letter_cards.card(old.sequence).acts) == 1
    assert office.letter_cards.card(new.sequence).acts == ()


def test_documents_and_files_come_back_byte_for_byte(office: Office) -> None:
    entry = office.issuing.register(a_letter())
    act = office.numbers.attach(entry.number, WORD, name="scan.pdf", content=b"%PDF scan").act
    card = office.letter_cards.card(entry.sequence)
    assert card.attached == (act,)
    assert office.letter_cards.attachment(act) == b"%PDF scan"
    assert office.letter_cards.document(entry.sequence)[:2] == b"PK"
    assert card.file_name == "1-01-3_Abashidze_en.docx"
    assert "grave concern" in " ".join(card.paragraphs)


def test_a_file_whose_seal_differs_is_not_given(office: Office) -> None:
    entry = office.issuing.register(a_letter())
    act = office.numbers.attach(entry.number, WORD, name="scan.pdf", content=b"%PDF scan").act
    with pytest.raises(DocumentChanged):
        office.letter_cards.attachment(replace(act, file_seal="0" * 64))


def test_a_letter_that_is_not_there_is_said_to_be_missing(office: Office) -> None:
    with pytest.raises(EntryNotFound):
        office.letter_cards.card(99)


def test_reserved_numbers_wait_until_they_are_used_or_void(office: Office) -> None:
    used, void, free = (office.numbers.reserve("outgoing", WORD) for _ in range(3))
    office.issuing.register(a_letter(), Registration(reserved=used.number))
    office.numbers.void(void.number, WORD)
    assert office.letter_cards.reserved() == [free]


def test_a_survey_leads_to_every_page(office: Office) -> None:
    entries = [office.issuing.register(a_letter()) for _ in range(7)]
    for descending in (False, True):
        order = Order(SortedBy.REGISTERED, descending)
        survey = office.search.survey(order=order, every=3)
        found = [
            hit.entry.sequence
            for number in range(len(survey.landmarks) + 1)
            for hit in office.search.find(order=order, page=survey.page(number)).hits
        ]
        assert (survey.count, found) == (7, sorted((e.sequence for e in entries), reverse=descending))


def test_filters_offer_what_letters_have(office: Office) -> None:
    office.issuing.register(a_letter(), Registration(on=date(2016, 5, 1)))
    office.issuing.register(a_letter(), Registration(on=date(2017, 5, 1)))
    values = office.search.values()
    assert values[Facet.YEAR] == {2016: 1, 2017: 1}
    assert values[Facet.STATE] == {"GEO": 2}
    assert office.search.count(EntryFilter(year=2016)) == 1


def test_a_follow_up_is_a_new_draft_to_the_same_addressee(office: Office) -> None:
    letter = a_letter(deadline=Deadline(days=10), questions=("Why?",))
    entry = office.issuing.register(letter)
    begun = office.drafts.open(office.drafts.follow_up(entry.number))
    assert (begun.type, begun.recipients) == (LetterType.FOLLOW_UP, (a_recipient(),))
    assert (begun.earlier.number, begun.earlier.date) == (entry.number, letter.date)
    assert (begun.questions, begun.deadline, begun.date) == (("Why?",), Deadline(), None)


def test_a_list_of_drafts_leaves_out_those_that_have_their_number(office: Office) -> None:
    kept = office.drafts.keep(a_letter())
    office.issuing.register_draft(office.drafts.keep(a_letter()))
    assert [line.key for line in office.drafts.list()] == [kept]
    assert len(office.drafts.list(registered=True)) == 2
    assert office.drafts.list()[0].state_code == "GEO"
