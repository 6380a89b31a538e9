"""Facts in the order of a letter, and what of a case a letter may know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Confidence, Fact, case_for_a_letter, facts_for_a_letter
from app.domain.dates import NotADate, PartialDate
from tests.builders import a_case, a_fact, a_risk

facts = st.lists(
    st.builds(
        Fact,
        text=st.uuids().map(str),
        date=st.sampled_from(["", "2015", "2016", "2016-12", "2016-12-05", "2017-01-04"]),
        source=st.sampled_from(["", "a lawyer"]),
        confidence=st.sampled_from(Confidence),
        confidential=st.booleans(),
    ),
    max_size=8,
)


@given(facts)
def test_a_letter_knows_every_open_fact_once_and_no_confidential_one(some: list[Fact]) -> None:
    told = facts_for_a_letter(some)
    assert sorted(fact.text for fact in told) == sorted(fact.text for fact in some if not fact.confidential)


@given(facts)
def test_risks_come_last_and_the_rest_oldest_first(some: list[Fact]) -> None:
    told = facts_for_a_letter(some)
    risks = [fact.confidence is Confidence.RISK for fact in told]
    assert risks == sorted(risks)
    known = [fact.when for fact in told if fact.confidence is not Confidence.RISK]
    dated = [when for when in known if when]
    assert dated == sorted(dated)
    assert known == [*dated, *[None] * (len(known) - len(dated))]


@given(facts)
def test_the_order_of_a_letter_is_the_same_the_second_time(some: list[Fact]) -> None:
    assert facts_for_a_letter(facts_for_a_letter(some)) == facts_for_a_letter(some)


def test_facts_of_one_day_keep_the_order_in_which_they_were_told() -> None:
    some = [a_fact(text=text) for text in ("b", "a", "c")]
    assert [fact.text for fact in facts_for_a_letter(some)] == ["b", "a", "c"]


@given(facts)
def test_no_source_leaves_with_a_case(some: list[Fact]) -> None:
    case = a_case(facts=tuple(some))
    told = case_for_a_letter(case)
    assert not any(fact.source or fact.confidential for fact in told.facts)
    assert case.facts == tuple(some)
    assert case_for_a_letter(told) == told


def test_a_fact_knows_its_date_as_a_value() -> None:
    assert a_fact(date="2016-12").when == PartialDate(2016, 12)
    assert a_risk().when is None


@pytest.mark.parametrize(
    "text", ["yesterday", "2016-13", "2016-02-30", "5 December 2016", "16", "2016/12/05"]
)
def test_a_fact_with_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        a_fact(date=text)
