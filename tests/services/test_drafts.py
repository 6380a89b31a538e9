"""Drafts are kept whole, may change, and come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.drafts import DraftInBin, DraftNotInBin
from app.domain.letters import BlockKind, Letter
from app.domain.people import Recipient, State
from app.domain.register import DraftAlreadyRegistered, DraftNotFound, EntryNotFound
from app.services.bin import Binned, BinnedKind
from app.services.issuing import Registration
from tests.builders import a_block, a_letter, a_recipient, a_state, an_allegation, in_words
from tests.drafting.making import example
from tests.services.conftest import AnOffice

LETTERS: dict[str, Letter] = {
    "the model protest": example("protest"),
    "the model allegation": example("un-allegation"),
    "a letter by hand": in_words("**One**\n\n1. two", "three"),
    "a letter full of gaps": a_letter(recipients=(), signatories=()),
    "every script": in_words("Қазақстан · საქართველო · 中文 · עברית · 👩‍🏭"),
    "an overtaken block": a_letter(blocks=(replace(a_block(), text="New", over="Old"),)),
    "an allegation": an_allegation(),
}


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_a_draft_comes_back_as_it_was_kept(office: AnOffice, letter: Letter) -> None:
    assert office.drafts.open(office.drafts.keep(letter)) == letter


def test_a_draft_changes_under_its_key(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter(title="First"))
    office.drafts.replace(key, a_letter(title="Second"))
    assert office.drafts.open(key).title == "Second"
    assert [draft.title for draft in office.drafts.all()] == ["Second"]


def test_the_draft_changed_last_comes_first(office: AnOffice) -> None:
    keys = [office.drafts.keep(a_letter()) for _ in range(3)]
    office.clock.advance(timedelta(minutes=1))
    office.drafts.replace(keys[0], a_letter())
    assert [draft.key for draft in office.drafts.all()] == [1, 3, 2]


def test_a_draft_knows_when_it_was_made_and_changed(office: AnOffice) -> None:
    made = office.clock.now
    key = office.drafts.keep(a_letter())
    office.clock.advance(timedelta(days=1))
    office.drafts.replace(key, a_letter())
    (draft,) = office.drafts.all()
    assert (draft.created_at, draft.changed_at) == (made, made + timedelta(days=1))


def test_a_draft_that_is_not_there_is_neither_opened_nor_changed(office: AnOffice) -> None:
    with pytest.raises(DraftNotFound):
        office.drafts.open(7)
    with pytest.raises(DraftNotFound):
        office.drafts.replace(7, a_letter())
    assert office.drafts.all() == []


def test_saving_makes_a_draft_once_and_then_changes_it(office: AnOffice) -> None:
    key = office.drafts.save(None, a_letter(title="First"))
    assert office.drafts.save(key, a_letter(title="Second")) == key
    assert [line.title for line in office.drafts.list()] == ["Second"]


def test_a_line_says_what_a_list_shows(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter(recipients=(a_recipient(), Recipient(offices=("Ombudsman",)))))
    (line,) = office.drafts.list()
    assert (line.key, line.title) == (key, "Protest against the closure")
    assert (line.type, line.language, line.state) == ("protest", "en", "Georgia")
    assert line.addressee == "Nino Abashidze, Ombudsman"
    assert line.changed_at == office.clock.now


def test_a_bare_letter_has_a_line_too(office: AnOffice) -> None:
    office.drafts.keep(Letter(type=a_letter().type, language="ka"))
    (line,) = office.drafts.list()
    assert (line.title, line.addressee, line.state, line.language) == ("", "", "", "ka")


def test_registered_drafts_are_listed_on_request(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter())
    office.issuing.register_draft(key)
    assert office.drafts.list() == ()
    assert [line.registered_as for line in office.drafts.list(registered=True)] == ["147/01-3"]
    assert office.drafts.registered_as(key) == "147/01-3"


def in_the_bin(office: AnOffice, key: int, title: str = "") -> Binned:
    """Give a draft as the bin lists it."""
    return Binned(kind=BinnedKind.DRAFT, key=str(key), title=title, deleted_at=office.clock.now)


def test_a_draft_in_the_bin_is_neither_listed_nor_changed_nor_registered_and_comes_back_whole(
    office: AnOffice,
) -> None:
    letter = a_letter(title="Once more")
    key = office.drafts.keep(letter)
    office.drafts.bin(key)
    assert office.drafts.list() == ()
    assert office.bin.listed() == (in_the_bin(office, key, "Once more"),)
    for deed in (
        lambda: office.drafts.replace(key, a_letter()),
        lambda: office.drafts.bin(key),
        lambda: office.issuing.register_draft(key),
    ):
        with pytest.raises(DraftInBin):
            deed()
    assert not office.counters
    office.drafts.put_back(key)
    assert office.bin.listed() == ()
    assert office.drafts.open(key) == letter


def test_only_what_lies_in_the_bin_is_deleted_for_good(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter())
    with pytest.raises(DraftNotInBin):
        office.bin.erase(in_the_bin(office, key))
    with pytest.raises(DraftNotInBin):
        office.drafts.put_back(key)
    office.drafts.bin(key)
    office.bin.erase(in_the_bin(office, key))
    with pytest.raises(DraftNotFound):
        office.drafts.open(key)


def test_a_registered_draft_is_not_put_into_the_bin(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter())
    office.issuing.register_draft(key)
    with pytest.raises(DraftAlreadyRegistered):
        office.drafts.bin(key)


def test_a_new_letter_from_a_draft_has_its_blocks_and_no_date(office: AnOffice) -> None:
    blocks = (a_block(BlockKind.DATE, text="16 August"), a_block(text="We protest."))
    key = office.drafts.keep(an_allegation(blocks=blocks))
    new = office.drafts.open(office.drafts.anew(key))
    assert (new.date, new.reference) == (None, "")
    assert [block.text for block in new.blocks] == ["", "We protest."]
    assert office.drafts.open(key).date is not None


def test_a_new_letter_from_a_registered_one_is_a_draft_of_its_own(office: AnOffice) -> None:
    letter = a_letter(aside=(a_block(text="never said"),))
    number = office.issuing.register(letter, Registration()).number
    new = office.drafts.open(office.drafts.anew_from_entry(number))
    assert (new.date, new.case, new.aside) == (None, letter.case, ())
    assert office.issuing.register(new).number == "148/01-3"
    with pytest.raises(EntryNotFound):
        office.drafts.anew_from_entry("999")


def test_the_same_letter_goes_to_others_with_their_own_salutation(office: AnOffice) -> None:
    blocks = (
        a_block(BlockKind.SALUTATION, text="Dear Nino,"),
        a_block(BlockKind.OPENING, text="We protest."),
    )
    letter = a_letter(blocks=blocks)
    others = [a_recipient(name="A", salutation="Dear A"), a_recipient(name="B", salutation="Dear B")]
    keys = office.drafts.to_others(letter, others, [a_state(), State(code="KAZ")])
    first, second = (office.drafts.open(key) for key in keys)
    assert (first.recipients, second.recipients) == ((others[0],), (others[1],))
    assert (first.state.code, second.state.code) == ("GEO", "KAZ")
    assert [block.text for block in first.blocks] == ["", "We protest."]
    assert "Dear A" in office.desk.draft(first).composed.blocks[0].text


def test_the_same_letter_goes_to_all_others_or_to_none(office: AnOffice) -> None:
    with pytest.raises(ValueError, match="zip"):
        office.drafts.to_others(a_letter(), [a_recipient()] * 2, [a_state()])
    assert office.drafts.list() == ()
