"""Places of records: what is written at a place stands there, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.directory import Contact, Forms, Person, Tenure
from app.gui.records.places import languages_of, said_exactly, swapped, text_at, value_at, with_value

PLACES = ("said.name", "said.address", "contact.phone", "notes", "aliases", "state")
line = st.text(alphabet=st.characters(exclude_categories=("C", "Z")), max_size=20)


@given(st.sampled_from(PLACES), st.sampled_from(("en", "ka", "zh-Hans")), line)
def test_what_is_written_at_a_place_is_read_there(place: str, language: str, text: str) -> None:
    assert text_at(with_value(Person(), place, language, text), place, language) == text


@given(st.sampled_from(PLACES), line)
def test_writing_at_one_place_leaves_the_others_alone(place: str, text: str) -> None:
    person = Person(forms=(Forms(language="en", name="Kassym-Jomart Tokayev"),), notes="kept")
    changed = with_value(person, place, "ru", text)
    for one in set(PLACES) - {place}:
        assert value_at(changed, one, "en") == value_at(person, one, "en")


def test_a_language_in_which_nothing_is_said_any_more_is_left_out() -> None:
    person = Person(forms=(Forms(language="fr", name="Nom"), Forms(language="en", name="Name")))
    assert languages_of(with_value(person, "said.name", "fr", "")) == ("en",)


def test_another_country_of_a_language_has_texts_of_its_own() -> None:
    person = Person(forms=(Forms(language="en", name="Name"),))
    assert said_exactly(person, "en-GB").name == ""


@pytest.mark.parametrize(
    ("at", "new", "then"), [(0, None, ("b",)), (1, "c", ("a", "c")), (2, "c", ("a", "b", "c"))]
)
def test_things_of_a_list_are_replaced_taken_out_and_added(
    at: int, new: str | None, then: tuple[str, ...]
) -> None:
    assert swapped(("a", "b"), at, new) == then


def test_deeper_places_keep_their_neighbours() -> None:
    person = Person(contact=Contact(phone="1", fax="2"))
    assert with_value(person, "contact.phone", "", "3").contact == Contact(phone="3", fax="2")


def test_tenures_are_changed_by_place_as_well() -> None:
    assert with_value(Tenure(office="o"), "since", "", "2019-06") == Tenure(office="o", since="2019-06")
