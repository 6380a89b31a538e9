"""Drafts are kept whole, may change, and come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.letters import Letter
from app.domain.register import DraftNotFound
from tests.builders import a_block, a_letter, an_allegation, in_words
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
