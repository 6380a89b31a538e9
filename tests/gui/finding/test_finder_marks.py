"""What was typed is marked where it stands, also inside of words and under accents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.searching import Marked
from app.gui.finding.marking import begins, holds, marked, together


def stretches(text: Marked) -> list[str]:
    """Return the marked words."""
    return [text.text[begin:end] for begin, end in text.marks]


def test_words_are_marked_where_they_begin() -> None:
    assert stretches(marked("President of Kazakhstan", "kaz pre")) == ["Pre", "Kaz"]


def test_a_word_is_marked_inside_another_where_none_begins_with_it() -> None:
    assert stretches(marked("Nursultan Nazarbayev", "bay")) == ["bay"]


def test_a_word_that_begins_somewhere_is_not_marked_inside_others() -> None:
    assert stretches(marked("ab cab", "ab")) == ["ab"]


def test_accents_and_other_scripts_are_marked_as_they_are_written() -> None:
    assert stretches(marked("Kāzašu prezidents", "kazasu")) == ["Kāzašu"]
    assert stretches(marked("Ёлкин", "елк")) == ["Ёлк"]


def test_two_words_that_overlap_are_marked_once() -> None:
    assert stretches(marked("Nazarbayev", "naz nazar")) == ["Nazar"]


def test_marks_move_along_when_texts_are_put_together() -> None:
    whole = together(marked("147/01-3", "147"), Marked(""), marked("President", "pre"), between=" · ")
    assert whole.text == "147/01-3 · President"
    assert stretches(whole) == ["147", "Pre"]


def test_every_word_must_be_held() -> None:
    assert holds("Make a backup", "back make")
    assert not holds("Make a backup", "back register")
    assert holds("Make a backup", "")


def test_a_text_begins_as_it_was_typed_whatever_its_case() -> None:
    assert begins("New letter", "new l")
    assert not begins("New letter", "letter")


@given(st.text(max_size=40), st.text(max_size=12))
def test_marks_stand_in_order_inside_of_the_text(text: str, typed: str) -> None:
    places = [place for mark in marked(text, typed).marks for place in mark]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert len(places) == len(set(places))


@given(st.text(alphabet="abc ", max_size=30), st.sampled_from(["a", "bc", "ca"]))
def test_what_is_held_is_marked(text: str, typed: str) -> None:
    assert bool(marked(text, typed).marks) == holds(text, typed)
