"""Advice of the law library: what does not agree with what it knows, and silence about the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cases import Case, Fact, Right
from app.domain.citations import (
    Citation,
    IloConvention,
    Report,
    Resolution,
    Status,
    StillBinds,
    TreatyArticle,
)
from app.domain.law.quoting import is_quoted_from
from app.domain.legal_references import LegalReference
from app.domain.letters import Letter
from app.domain.people import Mandate, State
from app.i18n.catalogues import for_language
from app.services.law_library import LawLibrary
from app.services.letter_files import read_letter_file
from tests.builders import a_treaty_article, an_allegation, ilo
from tests.services.conftest import REFERENCE
from tests.services.law import the_library

ENGLISH = for_language("en", REFERENCE.parent / "locales")
KAZAKHSTAN = State(code="KAZ", name="Kazakhstan")
DAY = date(2000, 12, 13)
C87 = IloConvention(number="87", status=Status.RATIFIED, status_date=DAY)
ASSEMBLY = "Special Rapporteur on the rights to freedom of peaceful assembly and of association"
DEFENDERS = "Special Rapporteur on the situation of human rights defenders"


def a_letter_citing(*citations: Citation, state: State = KAZAKHSTAN, **changes: object) -> Letter:
    """Give a letter of January 2017 about what happened in December 2016."""
    letter = an_allegation(state=state, citations=citations, mandates=(), date=date(2017, 1, 23))
    return replace(
        letter,
        case=Case(facts=(Fact(text="It happened.", date="2016-12-05"),)),
        **changes,  # type: ignore[arg-type]
    )


def advice(letter: Letter, library: LawLibrary | None = None) -> list[tuple[str, str]]:
    """Give the advice as places and English sentences."""
    found = (library or the_library()).advice(letter)
    return [(one.place, ENGLISH.said(one.sentence)) for one in found]


def test_the_example_letter_agrees_with_the_library() -> None:
    path = REFERENCE.parent / "docs/examples/un-allegation.toml"
    assert advice(read_letter_file(path.read_bytes(), name=path.name)) == []


def test_a_date_that_differs_from_the_library_is_told() -> None:
    other = replace(C87, status_date=date(2001, 12, 13))
    assert advice(a_letter_citing(ilo(other))) == [
        ("citations.1", "C87: the letter says 2001-12-13, the library 2000-12-13 (as of 2026-06-04).")
    ]
    assert advice(a_letter_citing(ilo(C87))) == []


@pytest.mark.parametrize("status", [Status.RATIFIED, Status.UNKNOWN])
def test_what_does_not_bind_but_reads_so_is_told(status: Status) -> None:
    cited = replace(C87, status=status, status_date=None)
    (one,) = advice(a_letter_citing(ilo(cited), state=State(code="USA", name="the United States")))
    assert one == (
        "citations.1",
        "C87 reads as if it bound the United States; as of 2026-06-04 it is not ratified.",
    )


def test_a_letter_that_says_itself_that_nothing_was_ratified_is_left_alone() -> None:
    cited = replace(
        ilo(replace(C87, status=Status.NOT_RATIFIED)), still_binds=StillBinds.FREEDOM_OF_ASSOCIATION
    )
    assert advice(a_letter_citing(cited, state=State(code="USA", name="the United States"))) == []


def test_a_denounced_convention_is_told() -> None:
    cited = IloConvention(number="105", status=Status.RATIFIED)
    (one,) = advice(a_letter_citing(ilo(cited), state=State(code="MYS", name="Malaysia")))
    assert one[1] == "C105 reads as if it bound Malaysia; as of 2026-06-04 it is denounced."


def test_a_ratification_after_the_facts_is_told() -> None:
    cited = IloConvention(number="87", status=Status.RATIFIED, status_date=date(2021, 4, 20))
    (one,) = advice(a_letter_citing(ilo(cited), state=State(code="KOR", name="Korea")))
    assert one[1] == "C87 binds Korea since 2021-04-20 only, after what happened on 2016-12-05."


def test_what_is_unknown_or_unverified_is_never_held_against_a_letter() -> None:
    for number in ("122", "144", "190"):
        cited = IloConvention(number=number, status=Status.RATIFIED, status_date=DAY)
        assert advice(a_letter_citing(ilo(cited))) == []


@pytest.mark.parametrize(
    ("right", "articles", "told"),
    [
        (Right.STRIKE, ("7",), True),
        (Right.STRIKE, ("8(1)(d)",), False),
        (Right.ASSOCIATION, ("8",), False),
        (Right.DEFENDERS, ("8",), False),
    ],
)
def test_a_right_that_stands_in_another_article_is_told(
    right: Right, articles: tuple[str, ...], told: bool
) -> None:
    cited = TreatyArticle(
        kind="treaty", treaty="", symbol="ICESCR", articles=articles, right=right, status=Status.RATIFIED
    )
    assert bool(advice(a_letter_citing(cited))) is told


def test_the_iccpr_is_left_to_the_check_that_knows_it() -> None:
    assert advice(a_letter_citing(a_treaty_article(articles=("21",), status_date=date(2006, 1, 24)))) == []


@pytest.mark.parametrize(
    ("title", "resolution", "day", "told"),
    [
        (ASSEMBLY, "32/32", date(2017, 1, 23), ""),
        (ASSEMBLY, "24/5", date(2017, 1, 23), "Resolution 32/32 of 2016-07-01 extended"),
        (ASSEMBLY, "24/5", date(2016, 1, 23), ""),
        (ASSEMBLY, "25/18", date(2017, 1, 23), "Resolution 25/18 is not known as one of"),
        (DEFENDERS, "25/18", date(2017, 1, 23), ""),
        (DEFENDERS, "25/18", date(2021, 1, 23), "Resolution 43/16 of 2020-06-22 extended"),
        ("Special Rapporteur on something else", "1/1", date(2017, 1, 23), ""),
    ],
)
def test_a_mandate_is_cited_with_its_own_newest_resolution(
    title: str, resolution: str, day: date, told: str
) -> None:
    letter = a_letter_citing(mandates=(Mandate(title=title, resolution=resolution),))
    found = advice(replace(letter, date=day))
    assert [place for place, _ in found] == (["mandates.1"] if told else [])
    assert all(text.startswith(told) for _, text in found)


def test_a_quotation_with_other_words_is_told_and_brackets_are_allowed() -> None:
    held = the_library().cite(the_library().find("24/5 op2")[0].hit, "KAZ", "en")
    assert isinstance(held, Resolution)
    assert advice(a_letter_citing(held)) == []
    shorter = replace(held, quotation="[t]o respect and fully protect the rights of [everybody] to assemble")
    assert advice(a_letter_citing(shorter)) == []
    (one,) = advice(a_letter_citing(replace(held, quotation="Reminds States to respect nothing")))
    assert one == ("citations.1", "The quotation from 24/5, OP2 differs from the stored text.")


def test_a_quotation_is_measured_by_what_the_office_has_stored() -> None:
    stored = Report(kind="report", title="r", symbol="A/1", paragraph="5", quotation="Unions are free.")
    library = LawLibrary(REFERENCE, own=lambda: [LegalReference(citation=stored)])
    assert advice(a_letter_citing(replace(stored, quotation="[u]nions are free")), library) == []
    assert len(advice(a_letter_citing(replace(stored, quotation="Unions were free")), library)) == 1


@pytest.mark.parametrize(
    ("quotation", "same"),
    [
        ("the rights of all individuals", True),
        ("[t]he rights of [everybody]", True),
        ("the rights ... individuals", True),
        ("the rights […] individuals", True),
        ("The  “rights” of all", False),
        ("the duties of all individuals", False),
        ("", True),
    ],
)
def test_brackets_and_dots_stand_for_what_was_changed_or_left_out(quotation: str, same: bool) -> None:
    assert is_quoted_from(quotation, "[T]he rights of all individuals.") is same
