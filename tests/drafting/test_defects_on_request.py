"""Whoever insists gets the letters as they were sent, mistakes and all: nothing typed is corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.citations import TreatyArticle
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Letter
from app.domain.people import SignatoryGroup
from app.drafting.context import Printing
from tests.drafting.expected import expected_parts, expected_texts
from tests.drafting.making import example, read

BY_HAND = {
    "protest": {"P5": "opening"},
    "un-allegation": {
        "U6": "subject_sentence",
        "U10": "annex_pointer",
        "U15": "publication",
        "U19": "annex",
    },
}


def as_sent(part: str, name: str) -> str:
    """Give a part as somebody types it from the paper, a paragraph after an empty line."""
    return "\n\n".join(each.text for each in expected_parts(f"{name}-as-sent") if each.part == part)


def insisting(name: str) -> Letter:
    """Give the model letter with the blocks written by hand that differed on paper."""
    letter = example(name)
    whole = letter.with_blocks(LETTER_RULES[letter.type].blocks)
    by_hand = {key: as_sent(part, name) for part, key in BY_HAND[name].items()}
    return replace(
        whole,
        blocks=tuple(replace(block, text=by_hand.get(block.key, "")) for block in whole.blocks),
    )


def misspelt(letter: Letter) -> Letter:
    (group,) = letter.signatories
    people = tuple(replace(person, name="Irakli Pertiashvili") for person in group.people)
    return replace(letter, signatories=(SignatoryGroup(people=people),))


def test_the_protest_can_be_had_with_its_back_quotes_and_the_misspelt_name() -> None:
    document = read(misspelt(insisting("protest")), Printing(number="147/01-3"))
    assert document.texts == expected_texts("protest-as-sent")


def test_the_allegation_can_be_had_with_its_wrong_article_and_its_broken_date() -> None:
    document = read(insisting("un-allegation"))
    assert document.texts == expected_texts("un-allegation-as-sent")


@pytest.mark.parametrize(
    "defect",
    ["article 21 of", "on 13 December 200 and", "Articles 5(a) provides", '"[r]emind[ed]', "Excellency's"],
)
def test_each_defect_of_the_allegation_is_really_there(defect: str) -> None:
    assert defect in read(insisting("un-allegation")).whole


@pytest.mark.parametrize(
    "defect", ["`Confederation of Independent Trade Unions`", "Pertiashvili", "Kazakhstan's"]
)
def test_each_defect_of_the_protest_is_really_there(defect: str) -> None:
    assert defect in read(misspelt(insisting("protest"))).whole


def test_a_wrong_article_in_the_data_is_printed_as_it_is() -> None:
    letter = example("un-allegation")
    first, *others = letter.citations
    assert isinstance(first, TreatyArticle)
    wrong = replace(letter, citations=(replace(first, articles=("21",)), *others))
    assert "as set forth in article 21 of the International Covenant" in read(wrong).whole


def test_a_line_can_be_broken_in_the_middle_of_a_paragraph() -> None:
    document = read(insisting("un-allegation"))
    pointer = [part.text for part in expected_parts("un-allegation-as-sent") if part.part == "U10"]
    assert len(pointer) == 2
    assert all(text in document.texts for text in pointer)
