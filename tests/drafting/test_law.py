"""The paragraphs of legal references: each kind, each status of a treaty, in both wordings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    GeneralComment,
    IloConvention,
    NationalLaw,
    Report,
    Resolution,
    Status,
    StillBinds,
    SupervisoryDecision,
)
from app.domain.letters import BlockKind
from app.domain.people import State
from tests.builders import a_block, a_letter, a_treaty_article, an_allegation, ilo
from tests.drafting.making import lines, open_places

DAY, LATER = date(2000, 12, 13), date(2001, 5, 18)


def in_annex(*citations: Citation) -> list[str]:
    """Give the paragraphs in the wording of allegation letters."""
    return lines(an_allegation(citations=citations), BlockKind.ANNEX)


def in_body(*citations: Citation) -> list[str]:
    """Give the paragraphs in the wording that all letter types share."""
    return lines(a_letter(citations=citations, blocks=(a_block(BlockKind.LAW),)), BlockKind.LAW)


@pytest.mark.parametrize(
    ("status", "dated", "undated"),
    [
        (Status.RATIFIED, ", ratified by Georgia on 13 December 2000.", ", ratified by Georgia."),
        (Status.ACCEDED, ", to which Georgia acceded on 13 December 2000.", ", to which Georgia acceded."),
        (
            Status.SUCCEEDED,
            ", to which Georgia succeeded on 13 December 2000.",
            ", to which Georgia succeeded.",
        ),
        (Status.ACCEPTED, ", accepted by Georgia on 13 December 2000.", ", accepted by Georgia."),
        (
            Status.CONFIRMED,
            ", formally confirmed by Georgia on 13 December 2000.",
            ", formally confirmed by Georgia.",
        ),
        (Status.DENOUNCED, ", which Georgia has denounced.", ", which Georgia has denounced."),
        (Status.SIGNED, ", signed by Georgia on 13 December 2000.", ", signed by Georgia."),
        (Status.NOT_RATIFIED, ", which Georgia has not ratified.", ", which Georgia has not ratified."),
        (Status.UNKNOWN, ".", "."),
    ],
)
def test_the_verb_follows_the_status(status: Status, dated: str, undated: str) -> None:
    for paragraphs in (in_annex, in_body):
        for day, ending in ((DAY, dated), (None, undated)):
            (text,) = paragraphs(a_treaty_article(status=status, status_date=day))
            assert text.endswith(
                f"International Covenant on Civil and{ending}" if ending[0] == " " else f"Rights{ending}"
            )


def test_every_status_has_its_sentence() -> None:
    assert {status.value for status in Status} == {
        "ratified", "acceded", "succeeded", "accepted", "confirmed", "signed", "denounced", "not_ratified",
        "unknown",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("articles", "named"),
    [
        (("22",), "in article 22 of"),
        (("21", "22"), "in articles 21 and 22 of"),
        (("19", "21", "22(1)"), "in articles 19, 21 and 22(1) of"),
    ],
)
def test_one_article_is_singular_and_several_are_plural(articles: tuple[str, ...], named: str) -> None:
    for paragraphs in (in_annex, in_body):
        (text,) = paragraphs(a_treaty_article(articles=articles))
        assert named in text


CONVENTION_87 = IloConvention(number="87", status=Status.RATIFIED, status_date=DAY)
CONVENTION_98 = IloConvention(number="98", status=Status.RATIFIED, status_date=LATER)
ORGANIZATION = "of the International Labour Organization (ILO)"


@pytest.mark.parametrize(
    ("conventions", "text"),
    [
        pytest.param(
            (CONVENTION_87,),
            f"Convention 87 {ORGANIZATION}, ratified by Georgia on 13 December 2000.",
            id="one",
        ),
        pytest.param(
            (CONVENTION_87, CONVENTION_98),
            f"Conventions 87 and 98 {ORGANIZATION}, ratified by Georgia on 13 December 2000 and 18 May 2001 "
            "respectively.",
            id="two",
        ),
        pytest.param(
            (CONVENTION_87, replace(CONVENTION_98, status_date=None)),
            f"Conventions 87 and 98 {ORGANIZATION}, ratified by Georgia.",
            id="one date missing",
        ),
        pytest.param(
            (CONVENTION_87, IloConvention(number="190", status=Status.NOT_RATIFIED)),
            f"Convention 87 {ORGANIZATION}, ratified by Georgia on 13 December 2000; "
            f"Convention 190 {ORGANIZATION}, which Georgia has not ratified.",
            id="mixed statuses",
        ),
        pytest.param(
            (replace(CONVENTION_87, articles=("3", "8")), CONVENTION_98),
            f"articles 3 and 8 of Convention 87 {ORGANIZATION}, ratified by Georgia on 13 December 2000; "
            f"Convention 98 {ORGANIZATION}, ratified by Georgia on 18 May 2001.",
            id="with articles",
        ),
        pytest.param(
            (IloConvention(number="87"), IloConvention(number="98")),
            f"Conventions 87 and 98 {ORGANIZATION}.",
            id="nothing known",
        ),
        pytest.param(
            tuple(replace(CONVENTION_87, number=number) for number in ("29", "87", "98")),
            f"Conventions 29, 87 and 98 {ORGANIZATION}, ratified by Georgia on 13 December 2000, "
            "13 December 2000 and 13 December 2000 respectively.",
            id="three",
        ),
    ],
)
def test_conventions_are_cited_together_where_one_clause_says_it(
    conventions: tuple[IloConvention, ...], text: str
) -> None:
    assert in_annex(ilo(*conventions)) == [f"We would like to remind your Excellency’s Government of {text}"]
    assert in_body(ilo(*conventions)) == [f"We refer to {text}"]


def test_a_resolution_is_quoted_with_its_operative_paragraph() -> None:
    cited = Resolution(
        kind="resolution", symbol="24/5", body="Human Rights Council", body_short="Council",
        quotation="[r]emind[ed] States", paragraph="OP2", comment="It binds *all*.",
    )  # fmt: skip
    assert in_annex(a_treaty_article(), cited)[1] == (
        "Furthermore, resolution 24/5 of the Human Rights Council is relevant in this case. "
        "In this resolution, the Council “[r]emind[ed] States” (OP2). It binds all."
    )
    assert in_body(cited) == [
        "Resolution 24/5 of the Human Rights Council says: “[r]emind[ed] States” (OP2). It binds all."
    ]


def test_a_resolution_can_be_named_without_a_quotation() -> None:
    cited = Resolution(kind="resolution", symbol="24/5", body="Human Rights Council")
    (text,) = in_annex(cited)
    assert text == (
        "In relation to the allegations indicated in this letter, "
        "resolution 24/5 of the Human Rights Council is relevant in this case."
    )


def test_the_articles_of_a_declaration_agree_with_their_verbs() -> None:
    cited = Declaration(
        kind="declaration", title="Declaration on Defenders", also_known_as="the Defenders’ Declaration",
        articles=(
            DeclarationArticles(articles=("1", "2"), says="everyone may act"),
            DeclarationArticles(articles=("5(a)",), says="the right to meet"),
            DeclarationArticles(articles=("6", "7"), says="the right to know"),
        ),
    )  # fmt: skip
    (text,) = in_annex(cited)
    assert text.endswith(
        "set forth in the Declaration on Defenders, also known as the Defenders’ Declaration. "
        "In particular, we would like to refer to articles 1 and 2 of the Declaration which state that "
        "everyone may act. Article 5(a) provides for the right to meet. "
        "Articles 6 and 7 provide for the right to know."
    )


def test_one_article_of_a_declaration_states_in_the_singular() -> None:
    one = (DeclarationArticles(articles=("1",), says="everyone may act"),)
    (text,) = in_annex(Declaration(kind="declaration", title="Declaration", articles=one))
    assert text.endswith("article 1 of the Declaration which states that everyone may act.")


def test_a_report_is_quoted_with_paragraph_and_symbol() -> None:
    cited = Report(
        kind="report", title="the report on Georgia", lead_in="as follows", quotation="it falls short",
        paragraph="34", symbol="A/HRC/29/25/Add.2",
    )  # fmt: skip
    ending = (
        "would like to refer to the report on Georgia as follows: “it falls short” "
        "(para. 34, A/HRC/29/25/Add.2)."
    )
    assert in_annex(cited) == [f"We {ending}"]
    assert in_annex(a_treaty_article(), cited)[1] == f"Finally we {ending}"


def test_a_national_law_is_cited_as_it_stood_on_a_day() -> None:
    cited = NationalLaw(
        kind="national_law",
        title="Law on Unions",
        articles=("10(2)",),
        as_of=date(2014, 6, 27),
        says="which binds",
    )
    (text,) = in_annex(cited)
    assert text == (
        "We would like to refer to article 10(2) of the Law on Unions, as it stood on 27 June 2014, "
        "which binds."
    )
    assert in_body(cited) == ["Article 10(2) of the Law on Unions which binds (as of 27 June 2014)."]


def test_references_come_in_their_order_each_in_its_paragraph() -> None:
    said = in_body(a_treaty_article(), ilo(CONVENTION_87), a_treaty_article(articles=("21",)))
    assert ["article 22" in said[0], "Convention 87" in said[1], "article 21" in said[2]] == [True] * 3


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        (a_treaty_article(right_named=""), "citations.treaty.right_named"),
        (a_treaty_article(articles=()), "citations.treaty.articles"),
        (a_treaty_article(treaty=""), "citations.treaty.treaty"),
        (Report(kind="report", title="the report"), "citations.report.paragraph"),
        (Report(kind="report", title="the report"), "citations.report.symbol"),
        (NationalLaw(kind="national_law", title="Law on Unions"), "citations.national_law.articles"),
        (ilo(), "citations.ilo.conventions"),
        (Resolution(kind="resolution", symbol="", body="Council"), "citations.resolution.symbol"),
    ],
)
def test_what_a_reference_lacks_is_a_gap(citation: Citation, place: str) -> None:
    assert ("annex", place) in open_places(an_allegation(citations=(citation,)))
    body = a_letter(citations=(citation,), blocks=(a_block(BlockKind.LAW),))
    assert ("law", place) in open_places(body)


def test_a_status_without_a_state_is_a_gap() -> None:
    letter = an_allegation(state=replace(an_allegation().state, name=""))
    assert open_places(letter) == {("annex", "state.name")}


def test_a_year_is_printed_as_a_year() -> None:
    one = IloConvention(number="187", status=Status.RATIFIED, status_year=2010)
    other = IloConvention(number="155", status=Status.RATIFIED, status_year=2011)
    dated = replace(other, status_year=0, status_date=DAY)
    assert in_body(ilo(one)) == [f"We refer to Convention 187 {ORGANIZATION}, ratified by Georgia in 2010."]
    assert in_body(ilo(one, other)) == [
        (
            f"We refer to Conventions 187 and 155 {ORGANIZATION}, "
            "ratified by Georgia in 2010 and 2011 respectively."
        )
    ]
    assert in_body(ilo(one, dated)) == [
        (
            f"We refer to Convention 187 {ORGANIZATION}, ratified by Georgia in 2010; "
            f"Convention 155 {ORGANIZATION}, ratified by Georgia on 13 December 2000."
        )
    ]


@pytest.mark.parametrize("ground", StillBinds)
def test_what_binds_without_ratification_is_said_where_the_letter_wants_it(ground: StillBinds) -> None:
    silent = replace(CONVENTION_87, status=Status.NOT_RATIFIED, status_date=None)
    for paragraphs in (in_annex, in_body):
        (without,) = paragraphs(ilo(silent))
        (with_it,) = paragraphs(replace(ilo(silent, comment="It matters."), still_binds=ground))
        assert with_it.startswith(f"{without} ")
        assert with_it.endswith(". It matters.")
        assert len(with_it) > len(without) + 40


def test_a_state_is_named_with_its_article_where_it_has_one() -> None:
    state = State(code="USA", name="United States of America", formal_name="the United States of America")
    cited = ilo(replace(CONVENTION_87, status=Status.NOT_RATIFIED))
    (text,) = lines(an_allegation(state=state, citations=(cited,)), BlockKind.ANNEX)
    assert text.endswith(", which the United States of America has not ratified.")


def test_a_general_comment_is_quoted_with_its_symbol() -> None:
    cited = GeneralComment(
        kind="general_comment", committee="Human Rights Committee", title="general comment No. 37",
        symbol="CCPR/C/GC/37", paragraph="4", quotation="[e]veryone can exercise",
    )  # fmt: skip
    assert in_body(cited) == [
        (
            "The Human Rights Committee says in its general comment No. 37: “[e]veryone can exercise” "
            "(para. 4, CCPR/C/GC/37)."
        )
    ]
    assert in_annex(cited) == [
        (
            "We would like to refer to the general comment No. 37 of the Human Rights Committee: "
            "“[e]veryone can exercise” (para. 4, CCPR/C/GC/37)."
        )
    ]


def test_a_decision_of_a_supervisory_body_names_case_report_and_paragraph() -> None:
    cited = SupervisoryDecision(
        kind="supervisory", body="Committee on Freedom of Association", case="Case No. 3283",
        report="386th Report", paragraph="10", quotation="the right",
    )  # fmt: skip
    assert in_body(cited) == [
        (
            "In Case No. 3283, the Committee on Freedom of Association of the International Labour "
            "Organization (ILO) said: “the right” (386th Report, para. 10)."
        )
    ]
    assert in_annex(replace(cited, quotation="", case="")) == [
        (
            "We would like to draw the attention of your Excellency’s Government to what the Committee on "
            "Freedom of Association of the International Labour Organization (ILO) has said "
            "(386th Report, para. 10)."
        )
    ]
