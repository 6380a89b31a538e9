"""A confidential fact, and the source of any fact, stay in the office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Confidence, Fact
from app.domain.letters import Letter
from tests.builders import a_block, a_case, a_fact, a_letter, an_allegation, in_words
from tests.drafting.making import composed, made, read
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_library, own_word_file

SECRET, SOURCE = "geheimnis", "gewährsmann"

facts = st.lists(
    st.builds(
        Fact,
        text=st.just("something happened."),
        date=st.sampled_from(["", "2016", "2016-12", "2016-12-05"]),
        actor=st.just("the court"),
        source=st.just(SOURCE),
        confidence=st.sampled_from(Confidence),
    ),
    max_size=4,
).map(tuple)
secrets = st.lists(
    st.builds(
        Fact,
        text=st.just(SECRET),
        date=st.sampled_from(["", "2015", "2018-01-01"]),
        actor=st.just(SECRET),
        place=st.just(SECRET),
        source=st.just(SECRET),
        confidence=st.sampled_from(Confidence),
        confidential=st.just(True),
    ),
    max_size=3,
).map(tuple)


def told(content: bytes) -> str:
    return b"\n".join(DocxRead(content).parts.values()).decode("utf-8", errors="replace")


@given(facts, secrets, st.booleans())
def test_no_letter_tells_what_is_confidential(
    open_: tuple[Fact, ...], kept: tuple[Fact, ...], first: bool
) -> None:
    mixed = kept + open_ if first else open_ + kept
    letter = an_allegation(case=a_case(facts=mixed))
    text = "\n".join(block.text for block in composed(letter).blocks) + told(made(letter))
    assert SECRET not in text
    assert SOURCE not in text
    assert composed(letter).blocks[7].text.count("something happened.") == len(open_)


def whole(**changes: object) -> Letter:
    kept = a_fact(text=SECRET, actor=SECRET, source=SECRET, confidential=True)
    return a_letter(case=a_case(facts=(kept, a_fact(source=SOURCE, text="known."))), **changes)


ASKING = [
    "{% for fact in case.facts %}{{ fact.text }} {{ fact.source }} {{ fact.actor }}{% endfor %}",
    "{% for fact in letter.case.facts %}{{ fact.text }} {{ fact.source }}{% endfor %}",
    "{{ letter.case.facts[0].text }} {{ case.facts[0].source }}",
    "{{ case }} {{ letter }} {{ case.facts }} {{ case.facts[0] }}",
    "{% for v in letter.versions %}{{ v.case.facts[0].text }}{{ v.case.facts[0].source }}{% endfor %}",
]


@pytest.mark.parametrize("asking", ASKING)
def test_no_wording_can_ask_for_it(asking: str, tmp_path: Path) -> None:
    library = own_library(tmp_path, protest=f"[blocks]\nopening = '''{asking}'''\n")
    letter = whole(versions=(replace(whole(), language="fr"),))
    said = told(made(letter, library=library))
    assert SECRET not in said
    assert SOURCE not in said


@pytest.mark.parametrize("asking", ASKING)
def test_no_word_file_can_ask_for_it(asking: str, tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", asking)
    letter = whole(template="ours", versions=(replace(whole(), language="fr"),))
    said = told(made(letter, library=own_library(tmp_path)))
    assert SECRET not in said
    assert SOURCE not in said


def test_what_lies_aside_is_never_printed(tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", "{% for block in letter.aside %}{{ block.text }}{% endfor %}")
    letter = a_letter(template="ours", aside=(a_block(text=SECRET),))
    assert SECRET not in told(made(letter, library=own_library(tmp_path)))
    assert SECRET not in told(made(replace(letter, template="")))


def test_facts_come_oldest_first_the_undated_after_them_and_a_risk_last() -> None:
    mixed = (
        a_fact(text="risk.", date="2010-01-01", confidence=Confidence.RISK),
        a_fact(text="undated.", date=""),
        a_fact(text="third.", date="2017-02"),
        a_fact(text="second.", date="2017-01-05"),
        a_fact(text="first.", date="2016"),
    )
    letter = an_allegation(case=a_case(facts=mixed))
    said = [
        text
        for text in read(letter).texts
        if text.split()[-1].rstrip(".") in "risk undated third second first"
    ]
    assert said == [
        "In 2016, first.",
        "On 5 January 2017, second.",
        "In February 2017, third.",
        "It is reported that undated.",
        "On 1 January 2010, risk.",
    ]


def test_what_a_person_writes_by_hand_is_the_persons_own_affair() -> None:
    assert SECRET in told(made(in_words(SECRET)))
