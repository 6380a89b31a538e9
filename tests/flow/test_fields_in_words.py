"""Every place that a shipped wording or template can leave open has words for people."""

from __future__ import annotations

import pytest

from app.domain.composed import NO_WORDING
from app.domain.letters import Letter, LetterType
from app.flow.fields import in_words
from tests.builders import a_letter
from tests.drafting.making import composed


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_whatever_is_open_in_an_empty_letter_is_said_in_words(letter_type: LetterType) -> None:
    empty = composed(Letter(type=letter_type, language="en", sender=a_letter().sender))
    places = {gap.place for gap in empty.gaps} - {"", NO_WORDING}
    assert places
    said = {place: in_words(str)(place) for place in places}
    assert [place for place, words in said.items() if words == place] == []


def test_the_words_are_those_of_the_screen() -> None:
    assert in_words(str.upper)("recipient.name") == "NAME OF THE RECIPIENT"
