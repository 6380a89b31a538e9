"""Phrases are found by any part of their words, the office's own first, in letters that they suit."""

from __future__ import annotations

import pytest

from app.domain.letters import LetterType
from app.domain.notation import read_notation
from app.domain.phrases import Phrase, PhraseEmpty, PhraseNotFound, found
from app.domain.prose import plain_lines
from app.services.phrases import Phrases
from tests.drafting.making import SHIPPED
from tests.services.conftest import AnOffice

PROTEST = LetterType.PROTEST


@pytest.fixture
def phrases(office: AnOffice) -> Phrases:
    """The shipped phrases, and none of the office's own yet."""
    return Phrases(office.storage.unit_of_work, office.storage.reading, SHIPPED / "phrases")


def a_phrase(title: str = "Solidarity", text: str = "We stand with you.", **changes: object) -> Phrase:
    return Phrase(language="en", title=title, text=text, **changes)  # type: ignore[arg-type]


TYPED: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", ["Éclair", "Grave concern", "Great harm"]),
    "the beginning of a title": ("gr", ["Grave concern", "Great harm"]),
    "two words in any order": ("con gra", ["Grave concern"]),
    "a word of the text, after titles": ("concern", ["Grave concern", "Great harm"]),
    "in any case, without accents": ("ECLAIR", ["Éclair"]),
    "the middle of a word": ("rave", []),
    "nothing of it": ("strike", []),
}


@pytest.mark.parametrize(("typed", "titles"), TYPED.values(), ids=TYPED)
def test_phrases_are_found_by_the_beginnings_of_their_words(typed: str, titles: list[str]) -> None:
    bank = [a_phrase("Great harm", "a concern"), a_phrase("Éclair"), a_phrase("Grave concern")]
    assert [phrase.title for phrase in found(bank, typed)] == titles


def test_an_office_finds_its_own_phrases_first(phrases: Phrases) -> None:
    key = phrases.keep(a_phrase("Zeal", "grave matters"))
    grave = phrases.find("grave", "en", PROTEST)
    assert [phrase.title for phrase in grave] == ["Grave concern", "Zeal"]
    assert phrases.find("", "en", PROTEST)[0].key == key
    assert [phrase.is_own for phrase in grave] == [False, True]


def test_phrases_are_offered_in_letters_that_they_suit(phrases: Phrases) -> None:
    phrases.keep(Phrase(language="ka", title="სოლიდარობა", text="სოლიდარობა"))
    phrases.keep(a_phrase("Joint only", types=(LetterType.JOINT,)))
    assert [one.title for one in phrases.find("", "ka", PROTEST)] == ["სოლიდარობა"]
    assert phrases.find("joint only", "en", PROTEST) == ()
    assert len(phrases.find("joint only", "en", LetterType.JOINT)) == 1
    assert len(phrases.find("", "en", PROTEST, limit=3)) == 3


def test_own_phrases_change_and_go(phrases: Phrases) -> None:
    key = phrases.keep(a_phrase())
    phrases.replace(a_phrase("Support", key=key))
    assert [(one.key, one.title) for one in phrases.own()] == [(key, "Support")]
    phrases.remove(key)
    assert phrases.own() == ()
    with pytest.raises(PhraseNotFound):
        phrases.remove(key)
    with pytest.raises(PhraseNotFound):
        phrases.replace(a_phrase(key=key))


@pytest.mark.parametrize(("title", "text"), [("", "x"), ("x", " \n"), ("  ", "")])
def test_a_phrase_that_says_nothing_is_refused(title: str, text: str) -> None:
    with pytest.raises(PhraseEmpty):
        a_phrase(title, text)


def test_the_shipped_phrases_can_be_read_and_found(phrases: Phrases) -> None:
    shipped = phrases.all()
    assert len(shipped) >= 15
    assert len({phrase.title for phrase in shipped}) == len(shipped)
    for phrase in shipped:
        assert list(plain_lines(read_notation(phrase.text)))
        types = phrase.types or tuple(LetterType)
        assert phrase in phrases.find(phrase.title, phrase.language, types[0])
