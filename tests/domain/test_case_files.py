"""A letter gets of a case what may be told, in its own language, and is told what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case_files import (
    CaseFact,
    DoubleFactKey,
    FactTexts,
    HappeningKind,
    Reply,
    case_for_letter,
    happenings_of,
)
from app.domain.cases import Confidence
from app.domain.dates import NotADate
from tests.directory_builders import a_case_fact, a_case_file


def test_the_facts_come_oldest_first_and_a_risk_comes_last() -> None:
    found = case_for_letter(a_case_file(), "en")
    assert [fact.text for fact in found.case.facts] == [
        "the ministry filed a case.",
        "the court closed the union.",
        "more unions face closure.",
    ]
    assert (found.missing, found.borrowed) == ((), ())


def test_the_case_is_that_of_the_letter_s_language() -> None:
    case = case_for_letter(a_case_file(), "en").case
    assert (case.title, case.event, case.state) == ("Closure of the bakers’ union", "the closure", "GEO")
    assert (case.person.name, case.person.role) == ("Ana Gelashvili", "president of the union")


def test_only_the_facts_that_were_chosen_are_told() -> None:
    file = a_case_file()
    found = case_for_letter(file, "en", [file.facts[1].key])
    assert [fact.text for fact in found.case.facts] == ["the court closed the union."]
    assert case_for_letter(file, "en", ()).case.facts == ()


def test_what_a_language_lacks_is_named_and_not_told_in_another() -> None:
    found = case_for_letter(a_case_file(), "fr")
    assert found.case.title == "Fermeture du syndicat des boulangers"
    assert (found.case.event, found.case.facts) == ("", ())
    assert found.missing == ("event", "facts.f3", "facts.f2", "facts.f1")
    assert found.borrowed == ("person", "organisation")
    assert (found.case.person.name, found.case.person.role) == ("Ana Gelashvili", "")


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(Confidence), st.sampled_from(["", "2017", "2017-01-04"])),
        max_size=6,
    ),
    st.booleans(),
)
def test_nothing_confidential_and_no_source_ever_reaches_a_letter(
    kinds: list[tuple[bool, Confidence, str]], choose_all: bool
) -> None:
    facts = [
        a_case_fact(
            f"{'SECRET' if secret else 'open'} {place}",
            confidential=secret,
            confidence=confidence,
            date=day,
            source="SOURCE",
        )
        for place, (secret, confidence, day) in enumerate(kinds)
    ]
    file = replace(a_case_file(), facts=tuple(facts), notes="NOTES")
    found = case_for_letter(file, "en", [fact.key for fact in file.facts] if choose_all else None)
    assert not {"SECRET", "SOURCE", "NOTES"} & set(repr(found).replace("'", " ").split())
    assert len(found.case.facts) == sum(not secret for secret, _, _ in kinds)


def test_facts_without_a_key_are_given_one_that_stays() -> None:
    file = a_case_file(a_case_fact(key="f2"), a_case_fact(), a_case_fact())
    assert [fact.key for fact in file.facts] == ["f2", "f1", "f3"]
    assert replace(file, facts=(*file.facts, a_case_fact())).facts[:3] == file.facts


def test_two_facts_have_two_keys() -> None:
    with pytest.raises(DoubleFactKey):
        a_case_file(a_case_fact(key="a"), a_case_fact(key="a"))


def test_facts_and_replies_have_dates_or_none() -> None:
    for wrong in (lambda: CaseFact(date="soon"), lambda: Reply(date="soon")):
        with pytest.raises(NotADate):
            wrong()


def test_a_case_without_people_names_nobody() -> None:
    assert case_for_letter(a_case_file(people=()), "en").case.person.name == ""


def test_the_timeline_shows_replies_and_facts() -> None:
    reply = Reply(date="2017-03", number="7", sender="the ministry", summary="They deny it.")
    lines = list(happenings_of(a_case_file(a_case_fact(), replies=(reply,)), "ka"))
    assert [(line.kind, line.day, line.title, line.who) for line in lines] == [
        (HappeningKind.REPLY, "2017-03", "They deny it.", "the ministry"),
        (HappeningKind.FACT, "2017-01-04", "the court closed the union.", "court"),
    ]


def test_a_fact_in_no_language_has_an_empty_line() -> None:
    lines = list(happenings_of(a_case_file(CaseFact(texts=())), "en"))
    assert [line.title for line in lines] == [""]
    assert a_case_file().languages == ("en", "fr")
    assert FactTexts(language="en").text == ""
