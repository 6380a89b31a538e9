"""Legal references as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Right
from app.domain.citation_typing import TREATIES, articles_from, typed_citation
from app.domain.citations import (
    Declaration,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    Status,
    SupervisoryDecision,
    TreatyArticle,
)


@pytest.mark.parametrize(
    ("typed", "articles"),
    [
        ("iccpr 22", ("22",)),
        ("ICCPR art. 22(2)", ("22(2)",)),
        ("iccpr, article 21, 22", ("21", "22")),
        ("iccpr articles 19 and 21", ("19", "21")),
        ("ICCPR", ()),
    ],
)
def test_an_article_of_a_covenant_is_read(typed: str, articles: tuple[str, ...]) -> None:
    cited = typed_citation(typed)
    assert isinstance(cited, TreatyArticle)
    assert (cited.symbol, cited.articles) == ("ICCPR", articles)
    assert cited.treaty == "International Covenant on Civil and Political Rights"


@pytest.mark.parametrize(
    ("typed", "numbers", "articles"),
    [
        ("c87", ("87",), ()),
        ("C 87, 98", ("87", "98"), ()),
        ("c87 c98", ("87", "98"), ()),
        ("ilo convention no. 87", ("87",), ()),
        ("convention 87 art 3", ("87",), ("3",)),
        ("ILO 111", ("111",), ()),
    ],
)
def test_conventions_of_the_ilo_are_read(
    typed: str, numbers: tuple[str, ...], articles: tuple[str, ...]
) -> None:
    cited = typed_citation(typed)
    assert isinstance(cited, IloConventions)
    assert cited.numbers == numbers
    assert {one.articles for one in cited.conventions} == {articles}


def test_an_article_of_the_universal_declaration_is_read() -> None:
    cited = typed_citation("udhr 23(4)")
    assert isinstance(cited, Declaration)
    assert cited.title == "Universal Declaration of Human Rights"
    assert [each.articles for each in cited.articles] == [("23(4)",)]


@pytest.mark.parametrize(
    ("typed", "symbol", "paragraph"),
    [
        ("hrc 24/5", "24/5", ""),
        ("hrc resolution 24/5 op2", "24/5", "OP2"),
        ("a/res/53/144", "A/RES/53/144", ""),
        ("24/5, para 2", "24/5", "2"),
    ],
)
def test_a_resolution_is_read_with_its_paragraph(typed: str, symbol: str, paragraph: str) -> None:
    cited = typed_citation(typed)
    assert isinstance(cited, Resolution)
    assert (cited.symbol, cited.paragraph) == (symbol, paragraph)


def test_a_report_is_read_by_its_symbol() -> None:
    cited = typed_citation("a/hrc/29/25/add.2 para 34")
    assert isinstance(cited, Report)
    assert (cited.symbol, cited.paragraph) == ("A/HRC/29/25/Add.2", "34")


@pytest.mark.parametrize(
    ("typed", "case", "report", "paragraph"),
    [
        ("case 3283", "Case No. 3283", "", ""),
        ("cfa case no. 3283, 386th report, para 10", "Case No. 3283", "386th Report", "10"),
        ("дело № 3283", "Case No. 3283", "", ""),
        ("cfa 401 para 12", "", "401st Report", "12"),
        ("CFA 312th report", "", "312th Report", ""),
    ],
)
def test_a_case_of_the_committee_on_freedom_of_association_is_read(
    typed: str, case: str, report: str, paragraph: str
) -> None:
    cited = typed_citation(typed)
    assert isinstance(cited, SupervisoryDecision)
    assert cited.body == "Committee on Freedom of Association"
    assert (cited.case, cited.report, cited.paragraph) == (case, report, paragraph)


def test_an_article_of_another_law_is_taken_as_a_national_law() -> None:
    cited = typed_citation("Law on Professional Unions, article 10(2)")
    assert isinstance(cited, NationalLaw)
    assert (cited.title, cited.articles) == ("Law on Professional Unions", ("10(2)",))


@pytest.mark.parametrize("typed", ["", "  ", "freedom of association", "xyz 12", "22"])
def test_what_has_no_form_of_a_reference_is_none(typed: str) -> None:
    assert typed_citation(typed) is None


def test_the_right_of_an_article_is_named_only_where_one_article_is_cited() -> None:
    one, two = typed_citation("iccpr 22(2)"), typed_citation("iccpr 21, 22")
    assert isinstance(one, TreatyArticle)
    assert isinstance(two, TreatyArticle)
    assert one.right is Right.ASSOCIATION
    assert two.right is None


def test_in_another_language_than_english_the_name_is_left_to_the_person() -> None:
    cited = typed_citation("iccpr 22", "ru")
    assert isinstance(cited, TreatyArticle)
    assert (cited.treaty, cited.right_named, cited.symbol) == ("", "", "ICCPR")


@given(st.sampled_from(sorted(TREATIES)), st.integers(1, 199))
def test_how_a_state_is_bound_is_never_guessed(symbol: str, article: int) -> None:
    cited = typed_citation(f"{symbol.lower()} {article}")
    assert isinstance(cited, TreatyArticle)
    assert (cited.articles, cited.status, cited.status_date) == ((str(article),), Status.UNKNOWN, None)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_not_and_never_troubles(typed: str) -> None:
    typed_citation(typed)


def test_articles_may_be_joined_in_several_ways() -> None:
    assert articles_from("1, 2 and 5 (a); 7 & 8bis") == ("1", "2", "5(a)", "7", "8bis")
