"""Open places are marked by their names in texts and said in words where people read them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.notation import escape, read_notation
from app.domain.open_places import (
    in_words,
    mark_of,
    notation_by_places,
    notation_in_words,
    places_in,
    prose_in_words,
)
from app.domain.prose import plain_lines

WORDS = {"recipient.name_line": "Name *and* office", "case.event": "What happened"}
PIECES = st.sampled_from([*WORDS, "letter.questions"]).map(lambda place: escape(mark_of(place)))
TEXTS = st.lists(PIECES | st.text(alphabet="ab *_[]⟦⟧\\\n", max_size=6).map(escape), max_size=6).map("".join)


def called(place: str) -> str:
    """Return the words for a place."""
    return WORDS.get(place, place)


def test_a_place_is_said_in_words_in_the_notation_and_in_what_is_read_of_it() -> None:
    text = (
        f"Dear {escape(mark_of('recipient.name_line'))},\n\n> because of **{mark_of('case.event')}**[^1]\n\n"
    )
    text += f"[^1]: See {mark_of('case.event')}."
    said = prose_in_words(read_notation(text), called)
    assert list(plain_lines(said)) == ["Dear ⟦Name *and* office⟧,", "because of ⟦What happened⟧"]
    assert said == read_notation(notation_in_words(text, called))


def test_items_of_lists_are_said_too() -> None:
    said = prose_in_words(read_notation("1. ⟦case.event⟧\n2. done"), called)
    assert list(plain_lines(said)) == ["⟦What happened⟧", "done"]


def test_what_a_person_has_put_between_such_brackets_stays() -> None:
    assert in_words("⟦Sic!⟧ ⟦case.event⟧", lambda place: place.upper()) == "⟦Sic!⟧ ⟦CASE.EVENT⟧"
    assert places_in("⟦Sic!⟧ ⟦case.event⟧ ⟦case.event⟧ ⟦recipient.name\\_line⟧") == (
        "case.event",
        "recipient.name_line",
    )


@given(TEXTS)
def test_words_lead_back_to_the_places(text: str) -> None:
    assert notation_by_places(notation_in_words(text, called), text, called) == text


@given(TEXTS)
def test_saying_it_before_or_after_reading_is_one(text: str) -> None:
    assert prose_in_words(read_notation(text), called) == read_notation(notation_in_words(text, called))


@given(TEXTS)
def test_without_words_a_text_stays_as_it_is(text: str) -> None:
    assert notation_in_words(text, lambda place: place) == text
