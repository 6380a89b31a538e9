"""A letter in words while it is written, with its gaps and the advice on it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.letters import LetterType
from app.drafting.library import NoWording
from app.flow.blocks import write
from app.services.composer import Composer
from tests.builders import a_case, a_fact, a_letter
from tests.services.conftest import AnOffice


@pytest.fixture
def composer(office: AnOffice) -> Composer:
    """Composes with the shipped templates."""
    return Composer(office.desk, office.clock)


def test_each_key_shows_in_the_words(composer: Composer) -> None:
    letter = a_letter()
    for typed in ("W", "We", "We protest."):
        letter = write("opening", typed, over="Generated.").on(letter)
        composed = composer.words(letter).composed
        assert next(block.text for block in composed.blocks if block.key == "opening") == typed
        assert composed.gaps == ()


def test_words_are_the_same_as_those_of_the_document(composer: Composer, office: AnOffice) -> None:
    letter = a_letter()
    assert composer.words(letter).composed.blocks == office.desk.draft(letter).composed.blocks


def test_advice_is_given_for_today_or_another_day(composer: Composer) -> None:
    letter = a_letter(case=a_case(facts=(a_fact(source="x", date="2017-09"),)), date=None)
    assert [one.place for one in composer.words(letter).advice] == ["case.facts.1"]
    assert composer.words(letter, date(2018, 1, 1)).advice == ()


def test_a_language_without_wording_is_told_with_those_there_are(composer: Composer) -> None:
    with pytest.raises(NoWording, match="en"):
        composer.words(a_letter(language="tlh"))


@pytest.mark.parametrize("letter_type", LetterType)
def test_every_type_can_be_written_in_the_languages_that_it_names(
    composer: Composer, letter_type: LetterType
) -> None:
    languages = composer.languages(letter_type)
    assert "en" in languages
    for language in languages:
        assert composer.words(a_letter(type=letter_type, language=language)).composed.blocks
