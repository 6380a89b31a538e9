"""Who holds an office when, and what is said in which language."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.dates import NotADate, PartialDate
from app.domain.directory import Addressee, Forms, Origins, Tenure, best_name
from app.domain.said import name_in, said_anyhow, said_in, saying, saying_part
from app.domain.states import StateForms, StateNames, state_for_a_letter
from tests.directory_builders import a_person, some_forms

DAY = date(2017, 8, 16)
TIMES = {
    "since a year": (Tenure(office="o", since="2016"), "held"),
    "since this month": (Tenure(office="o", since="2017-08"), "held"),
    "since tomorrow": (Tenure(office="o", since="2017-08-17"), "ahead"),
    "until this year": (Tenure(office="o", until="2017"), "held"),
    "until this month": (Tenure(office="o", until="2017-08"), "held"),
    "until today": (Tenure(office="o", until="2017-08-16"), "held"),
    "until yesterday": (Tenure(office="o", until="2017-08-15"), "over"),
    "until February": (Tenure(office="o", until="2017-02"), "over"),
    "nobody knows since when": (Tenure(office="o"), "held"),
    "left, nobody knows when": (Tenure(office="o", former=True), "over"),
}


@pytest.mark.parametrize(("tenure", "said"), TIMES.values(), ids=TIMES)
def test_an_office_is_ahead_held_or_over(tenure: Tenure, said: str) -> None:
    told = {"held": tenure.includes(DAY), "over": tenure.is_over(DAY), "ahead": tenure.is_ahead(DAY)}
    assert [name for name, true in told.items() if true] == [said]


def test_a_tenure_has_dates_or_none() -> None:
    with pytest.raises(NotADate):
        Tenure(office="o", until="next spring")


@pytest.mark.parametrize(
    ("text", "last"),
    [("2016", date(2016, 12, 31)), ("2016-02", date(2016, 2, 29)), ("2017-02-03", date(2017, 2, 3))],
)
def test_a_partial_date_ends_with_its_last_day(text: str, last: date) -> None:
    assert PartialDate.parse(text).last_day == last


def test_of_two_offices_the_one_taken_last_is_that_of_the_day() -> None:
    person = a_person(
        Tenure(office="mayor", since="2010"),
        Tenure(office="minister", since="2016"),
        Tenure(office="president", since="2018"),
    )
    assert person.office_on(DAY) == "minister"
    assert person.office_on(date(2009, 1, 1)) == ""


def test_of_two_times_in_one_office_the_day_chooses() -> None:
    first, second = (
        Tenure(office="o", since="2010", until="2012"),
        Tenure(office="o", since="2016", until="2018"),
    )
    person = a_person(first, second)
    assert person.tenure_of("o", date(2011, 1, 1)) is first
    assert person.tenure_of("o", DAY) is second
    assert person.tenure_of("o", date(2020, 1, 1)) is second
    assert person.tenure_of("another", DAY) is None


SAID = {
    "the same": ("fr", "fr"),
    "another country": ("en-US", "en"),
    "another script": ("sr-Latn", None),
    "a script that goes without saying": ("zh", "zh-Hans"),
    "nothing": ("de", None),
}


@pytest.mark.parametrize(("asked", "found"), SAID.values(), ids=SAID)
def test_texts_are_found_by_language(asked: str, found: str | None) -> None:
    texts = [Forms(language=tag) for tag in ("fr", "en", "sr", "zh-Hans")]
    said = said_in(texts, asked)
    assert (said.language if said else None) == found


def test_the_exact_country_goes_before_the_language() -> None:
    texts = [Forms(language="en", name="labour"), Forms(language="en-US", name="labor")]
    assert [said_in(texts, tag).name for tag in ("en-US", "en-GB")] == ["labor", "labour"]  # type: ignore[union-attr]


def test_a_name_is_borrowed_from_english_first() -> None:
    forms = (some_forms("ru", name="Нино"), some_forms("en", name="Nino"), some_forms("ka"))
    assert name_in(forms, "ru") == ("Нино", False)
    assert name_in(forms, "ka") == ("Nino", True)
    assert name_in((), "ka") == ("", False)
    assert best_name(forms[:1]) == "Нино"
    assert said_anyhow(forms, "fr") == forms[1]


def test_what_is_said_in_one_language_leaves_the_others_alone() -> None:
    english, russian = some_forms(name="Nino"), some_forms("ru", name="Нино")
    assert saying((english,), russian) == (english, russian)
    told = saying_part((english, russian), some_forms("ru"), "printed", "Нино Абашидзе")
    assert told == (english, some_forms("ru", name="Нино", printed="Нино Абашидзе"))


def test_origins_name_all_that_was_chosen() -> None:
    chosen = (Addressee(person="p", office="o"), Addressee(institution="i"))
    assert Origins(sender="s", recipients=chosen).keys == ("s", "p", "o", "i")


def test_a_state_is_named_by_what_was_edited_and_then_by_what_is_shipped() -> None:
    edited = StateNames(key="KAZ", forms=(StateForms(language="en", adjective="Kazakh"),))
    shipped = StateNames(
        key="KAZ",
        forms=(StateForms(language="en", name="Kazakhstan", formal_name="the Republic", adjective="?"),),
    )
    state = state_for_a_letter("KAZ", "en", (edited, shipped))
    assert (state.name, state.formal_name, state.adjective) == ("Kazakhstan", "the Republic", "Kazakh")
    assert state_for_a_letter("KAZ", "ka", (edited, shipped)).name == ""
