"""Advice points at what looks wrong, leaves good letters in peace, and stops nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Confidence, Right
from app.domain.checks import Advice, Occasion, advice_on, reply_day
from app.domain.citations import IloConvention
from app.domain.composed import ComposedLetter, PrintedBlock
from app.domain.letters import BlockKind, Deadline, Letter
from app.domain.notation import read_notation
from app.domain.people import Figures
from tests.builders import (
    a_case,
    a_fact,
    a_letter,
    a_recipient,
    a_sender,
    a_state,
    a_treaty_article,
    ilo,
)

TODAY = date(2017, 8, 16)
MONTHS = frozenset(
    {
        *("december", "may", "july", "march", "déc", "décembre", "juillet", "diciembre", "dezember"),
        *("августа", "декабря", "червня", "აგვისტო", "тамыз"),
    }
)

NO_DEADLINE = Deadline()


def said_of(
    letter: Letter, *texts: str, deadline: Deadline = NO_DEADLINE, outdated: bool = False
) -> list[Advice]:
    """Give the advice on a letter that prints some texts and nothing else."""
    blocks = tuple(
        PrintedBlock(
            key=f"text-{index}",
            kind=BlockKind.TEXT,
            language=letter.language,
            text=text,
            generated="",
            prose=read_notation(text),
            outdated=outdated,
        )
        for index, text in enumerate(texts, start=1)
    )
    composed = ComposedLetter(letter=letter, number="", blocks=blocks, gaps=())
    return list(advice_on(composed, Occasion(TODAY, MONTHS, deadline)))


def a_sound_letter(**changes: Any) -> Letter:
    """Give a letter on which there is nothing to say."""
    case = a_case(facts=(a_fact(source="the union’s lawyer"),))
    return a_letter(**{"case": case, **changes})


def said_of_text(text: str) -> list[str]:
    """Give the advice on one text, as sentences."""
    return [str(advice.sentence) for advice in said_of(a_sound_letter(), text)]


def places(letter: Letter, **more: Any) -> list[str]:
    """Give the places that the advice on a letter points at."""
    return [advice.place for advice in said_of(letter, **more)]


def test_there_is_nothing_to_say_of_a_sound_letter() -> None:
    assert said_of(a_sound_letter(), "All is well.") == []


# ── Texts ────────────────────────────────────────────────────────────────────

GOOD_TEXTS = {
    "an apostrophe": "They don’t, and don't, want this.",
    "nested quotation marks": "He said: “they called it ‘unlawful’ in court”.",
    "guillemets": "Суд постановил «ликвидировать профсоюз».",
    "French guillemets with spaces": "Le tribunal a dit « non ».",
    "German quotation marks": "Das Gericht sagte „nein“ und „niemals“.",
    "Georgian quotation marks": "გაზეთი „კომერსანტი“ წერს.",
    "Polish quotation marks": "Sąd powiedział „nie”.",
    "Swedish quotation marks": "Domstolen sade ”nej”.",
    "Danish guillemets": "Retten sagde »nej«.",
    "single guillemets": "Er sagte «ja, ‹vielleicht›».",
    "straight quotation marks": 'The court said "no".',
    "a date in quotation marks": "“ 16 ” 08 2017",
    "a pandemic": "During COVID-19 the ILO and the UNO met.",
    "numbers and letters": "Conventions 87 and 98, article 10(2), A/HRC/29/25/Add.2",
    "a square bracket in a quotation": "“[r]emind[ed] States”",
    "an English date": "on 13 December 2000",
    "an ordinal date": "on 1st July, 1997 and on July 1st, 1997",
    "a German date": "am 13. Dezember 2000",
    "a French date": "le 12 juillet 2007",
    "a Spanish date": "el 13 de diciembre de 2000",
    "a Russian date": "16 августа 2017 г.",
    "a Ukrainian date": "21 червня 2011 р.",
    "a Georgian date": "16 აგვისტო, 2017",
    "a Kazakh date": "2017 ж. 16 тамыз",
    "a day without year": "On 13 December the court met.",
    "a month as a verb": "Article 5 may not be restricted.",
    "a single brace": "the set {1, 2}",
    "both rights with their articles": "freedom of association and of peaceful assembly (articles 22 and 21 "
    "of the International Covenant on Civil and Political Rights)",
    "each right with its article": "freedom of association under article 22 and of peaceful assembly under "
    "article 21 of the ICCPR",
    "assembly at article 21": "the right of peaceful assembly in article 21 of the ICCPR",
    "a hyphen between two scripts": "ILO-ს და МОТ-а",
    "Chinese": "《结社自由》委员会",
    "Arabic with Latin inside": "منظمة العمل الدولية ILO",
}


@pytest.mark.parametrize("text", GOOD_TEXTS.values(), ids=GOOD_TEXTS)
def test_a_good_text_is_left_in_peace(text: str) -> None:
    assert said_of_text(text) == []


INCOMPLETE = "The date “{}” looks incomplete or impossible."
MIXED = "The word “{}” mixes letters of two alphabets that look alike."
UNPAIRED = "A quotation mark has no counterpart: {}"
SPACES = "Two spaces in a row: “{}”."
LEFTOVER = "A place of a template is left over: {}"
ASSOCIATION = "In the ICCPR, association is article 22 and assembly article 21: “{}”."
DOUBTFUL_TEXTS = {
    "the broken date of the model letter": ("13 December 200 and", INCOMPLETE.format("13 December 200")),
    "a year of five digits": ("on 13 December 20000", INCOMPLETE.format("13 December 20000")),
    "a day that no month has": ("on 32 December 2000", INCOMPLETE.format("32 December 2000")),
    "a year long ago": ("on 13 December 0200", INCOMPLETE.format("13 December 0200")),
    "a year far ahead": ("on 13 December 2071", INCOMPLETE.format("13 December 2071")),
    "an ordinal date": ("on 1st July, 199", INCOMPLETE.format("1st July, 199")),
    "an American date": ("on December 13, 200", INCOMPLETE.format("December 13, 200")),
    "a date with a hard space": ("on 13\u00a0December 200", INCOMPLETE.format("13\u00a0December 200")),
    "a Russian date": ("13 декабря 200 г.", INCOMPLETE.format("13 декабря 200")),
    "a Spanish date": ("el 13 de diciembre de 200", INCOMPLETE.format("13 de diciembre de 200")),
    "a German date": ("am 13. Dezember 200", INCOMPLETE.format("13. Dezember 200")),
    "a Georgian date": ("16 აგვისტო, 217", INCOMPLETE.format("16 აგვისტო, 217")),
    "a Latin letter in a Russian word": ("в Kазахстане", MIXED.format("Kазахстане")),
    "a Cyrillic letter in an English word": ("the Lаw", MIXED.format("Lаw")),
    "a Greek letter in an English word": ("the Lαw", MIXED.format("Lαw")),
    "back-quotes": ("the `Confederation`", UNPAIRED.format("`")),
    "an opening mark alone": ("the “Confederation", UNPAIRED.format("“")),
    "a closing mark alone": ("the Confederation”", UNPAIRED.format("”")),
    "a German opening mark alone": ("das „Nein", UNPAIRED.format("„")),
    "an opening guillemet alone": ("суд «постановил", UNPAIRED.format("«")),
    "a closing guillemet alone": ("суд постановил»", UNPAIRED.format("»")),
    "a straight mark alone": ('the "court', UNPAIRED.format('"')),
    "two spaces": ("the  court", SPACES.format("the  court")),
    "a place left over": ("Dear {{ recipient.name }},", LEFTOVER.format("{{ recipient.name }}")),
    "a place never closed": ("Dear {{ recipient", LEFTOVER.format("{{ recipient")),
    "a statement left over": ("{% if x %}yes", LEFTOVER.format("{% if x %}")),
    "association at article 21": (
        "freedom of association as in article 21 of the Covenant on Civil and Political Rights, ratified",
        ASSOCIATION.format(
            "freedom of association as in article 21 of the Covenant on Civil and Political Rights"
        ),
    ),
}


@pytest.mark.parametrize(("text", "sentence"), DOUBTFUL_TEXTS.values(), ids=DOUBTFUL_TEXTS)
def test_a_doubtful_text_is_pointed_at_once(text: str, sentence: str) -> None:
    assert said_of_text(text) == [sentence]


@pytest.mark.parametrize("mark", ["“", "«", "„", '"'])
def test_a_quotation_over_several_paragraphs_opens_each_with_its_mark(mark: str) -> None:
    end = {"“": "”", "«": "»", "„": "“", '"': '"'}[mark]
    assert said_of_text(f"{mark}First.\n\n{mark}Second.\n\n{mark}Third{end}.") == []
    assert said_of_text(f"{mark}First.\n\n{mark}Second.\n\nThird.") == [UNPAIRED.format(mark)]


def test_lists_quotations_and_footnotes_are_read_too() -> None:
    text = "1. a  list\n\n> a  quotation\n\nA note.[^1]\n\n[^1]: a  footnote"
    assert said_of_text(text) == [SPACES.format(f"a  {word}") for word in ("list", "quotation", "footnote")]


def test_advice_on_a_text_names_its_block() -> None:
    found = said_of(a_sound_letter(), "Well.", "Not  well.")
    assert [advice.place for advice in found] == ["text-2"]


def test_a_block_by_hand_that_was_overtaken_is_pointed_at() -> None:
    assert [str(one.sentence) for one in said_of(a_sound_letter(), "Text.", outdated=True)] == [
        "The text was written by hand; what it replaced would read differently today."
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert all(str(advice.sentence) for advice in said_of(a_sound_letter(), text))


@given(st.lists(st.sampled_from(["“a”", "«b»", "„c“", "‹d›", '"e"', "f", "don’t"]), max_size=8))
def test_paired_marks_are_never_pointed_at(words: Sequence[str]) -> None:
    german = any("„" in word for word in words)
    paired = [word for word in words if not (german and "“a”" in word)]
    assert said_of_text(" ".join(paired)) == []


# ── Data ─────────────────────────────────────────────────────────────────────

ARTICLES = [
    ("association", "22", True),
    ("association", "21", False),
    ("association", "22(1)", True),
    ("association", "2", False),
    ("assembly", "21", True),
    ("assembly", "22", False),
    ("expression", "19", True),
    ("expression", "22", False),
    ("strike", "22", True),
]


@pytest.mark.parametrize("symbol", ["ICCPR", ""])
@pytest.mark.parametrize(("right", "article", "fits"), ARTICLES)
def test_an_article_is_held_against_its_right(symbol: str, right: str, article: str, fits: bool) -> None:
    cited = a_treaty_article(symbol=symbol, right=Right(right), articles=(article,))
    assert places(a_sound_letter(citations=(cited,))) == ([] if fits else ["citations.1"])


def test_the_advice_on_an_article_says_which_one_is_meant() -> None:
    cited = a_treaty_article(symbol="ICCPR", right=Right.ASSOCIATION, articles=("21",))
    (advice,) = said_of(a_sound_letter(citations=(cited,)))
    assert str(advice.sentence) == ("Article 21 is cited for association; in the ICCPR that is article 22.")


def test_several_articles_may_hold_the_right_one_among_them() -> None:
    cited = a_treaty_article(symbol="ICCPR", right=Right.ASSOCIATION, articles=("21", "22"))
    assert places(a_sound_letter(citations=(cited,))) == []


def test_other_treaties_number_their_articles_otherwise() -> None:
    cited = a_treaty_article(treaty="European Convention", right=Right.ASSOCIATION, articles=("11",))
    assert places(a_sound_letter(citations=(cited,))) == []


STATUS_DATES = [
    (date(2000, 12, 13), True),
    (TODAY, True),
    (None, True),
    (date(200, 12, 13), False),
    (date(2071, 1, 1), False),
]


@pytest.mark.parametrize(("day", "likely"), STATUS_DATES)
def test_a_ratification_has_a_likely_date(day: date | None, likely: bool) -> None:
    convention = IloConvention(number="87", status_date=day)
    citations = (a_treaty_article(status_date=day), ilo(convention))
    assert places(a_sound_letter(citations=citations)) == ([] if likely else ["citations.1", "citations.2"])


@pytest.mark.parametrize(
    ("day", "likely"),
    [
        (TODAY, True),
        (date(1997, 7, 1), True),
        (date(2018, 1, 1), True),
        (None, True),
        (date(217, 8, 16), False),
        (date(2107, 8, 16), False),
    ],
)
def test_a_letter_has_a_likely_date(day: date | None, likely: bool) -> None:
    letter = a_sound_letter(date=day, sender=a_sender(figures=Figures()))
    found = [place for place in places(letter) if place == "date"]
    assert found == ([] if likely else ["date"])


@pytest.mark.parametrize(
    ("day", "likely"),
    [
        ("2017-01-04", True),
        ("2017-08-16", True),
        ("2017", True),
        ("", True),
        ("2017-08-17", False),
        ("2018", False),
        ("0217-01-04", False),
    ],
)
def test_a_fact_happened_before_the_letter_and_not_in_antiquity(day: str, likely: bool) -> None:
    case = a_case(facts=(a_fact(date=day, source="lawyer"),))
    assert places(a_sound_letter(case=case)) == ([] if likely else ["case.facts.1"])


FIGURES = [
    (Figures(members="5", as_of=date(2016, 8, 16)), True),
    (Figures(members="5", as_of=date(2016, 8, 15)), False),
    (Figures(members="5"), False),
    (Figures(as_of=date(2001, 1, 1)), True),
    (Figures(), True),
]


@pytest.mark.parametrize(("figures", "fresh"), FIGURES)
def test_figures_are_not_older_than_a_year(figures: Figures, fresh: bool) -> None:
    found = places(a_sound_letter(sender=a_sender(figures=figures)))
    assert found == ([] if fresh else ["sender.figures"])


@pytest.mark.parametrize(
    ("addressed", "case", "state", "fits"),
    [
        ("GEO", "", "GEO", True),
        ("GEO", "GEO", "KAZ", True),
        ("", "GEO", "GEO", True),
        ("GEO", "", "", True),
        ("KAZ", "", "GEO", False),
        ("GEO", "KAZ", "GEO", False),
    ],
)
def test_the_addressee_is_of_the_state_of_the_case(addressed: str, case: str, state: str, fits: bool) -> None:
    sound = a_sound_letter()
    letter = replace(
        sound,
        recipients=(a_recipient(), a_recipient(state=addressed)),
        case=replace(sound.case, state=case),
        state=a_state(code=state),
    )
    assert places(letter) == ([] if fits else ["recipients.2"])


def test_a_fact_without_a_source_is_named_by_its_place_in_the_file() -> None:
    facts = (
        a_fact(source="lawyer"),
        a_fact(date="2016"),
        a_fact(date="2015", confidential=True),
        a_fact(date="", confidence=Confidence.RISK),
    )
    assert sorted(places(a_sound_letter(case=a_case(facts=facts)))) == ["case.facts.2", "case.facts.4"]


@pytest.mark.parametrize(
    ("deadline", "workday"),
    [
        (Deadline(day=date(2017, 8, 18)), True),
        (Deadline(day=date(2017, 8, 19)), False),
        (Deadline(day=date(2017, 8, 20)), False),
        (Deadline(days=5), True),
        (Deadline(days=3), False),
        (Deadline(words="at your earliest convenience"), True),
        (Deadline(), True),
    ],
)
def test_a_reply_is_due_on_a_workday(deadline: Deadline, workday: bool) -> None:
    assert places(a_sound_letter(), deadline=deadline) == ([] if workday else ["deadline"])


def test_sixty_days_after_the_model_letter_is_the_twenty_fourth_of_march() -> None:
    assert reply_day(Deadline(days=60), date(2017, 1, 23)) == date(2017, 3, 24)


@pytest.mark.parametrize("days", [999_999_999, 10**12, -(10**12)])
def test_a_reply_beyond_the_calendar_has_no_day(days: int) -> None:
    assert reply_day(Deadline(days=days), TODAY) is None


def test_a_day_is_worth_more_than_a_number_of_days() -> None:
    assert reply_day(Deadline(days=5, day=date(2017, 9, 1)), TODAY) == date(2017, 9, 1)


def test_a_letter_without_a_date_has_no_day_to_count_from() -> None:
    assert reply_day(Deadline(days=5), None) is None
