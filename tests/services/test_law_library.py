"""The law library: what it holds, what it says of States, and what it makes letters say."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.cases import Right
from app.domain.citations import (
    Citation,
    Declaration,
    IloConvention,
    IloConventions,
    Status,
    StillBinds,
    TreatyArticle,
)
from app.domain.law.gathering import gathered
from app.domain.law.tables import LawTables
from app.domain.legal_references import Binding, LegalReference
from app.domain.letters import BlockKind
from app.domain.people import State
from app.services.law_library import LawLibrary
from app.services.law_tables import read_law_tables
from tests.builders import an_allegation, ilo
from tests.drafting.making import lines
from tests.services.conftest import REFERENCE
from tests.services.law import the_library

KAZAKHSTAN = State(code="KAZ", name="Kazakhstan", formal_name="the Republic of Kazakhstan")


def tables() -> LawTables:
    return the_library().tables


def picked(typed: str, state: str = "KAZ", language: str = "en") -> Citation:
    """Give the citation of the first thing that is found."""
    library = the_library()
    return library.cite(library.find(typed, state)[0].hit, state, language)


def annex(*typed: str, state: State = KAZAKHSTAN) -> list[str]:
    """Give the paragraphs of an annex that is made of picks alone."""
    picks = gathered(picked(one, state.code) for one in typed)
    return lines(an_allegation(state=state, citations=picks), BlockKind.ANNEX)


def sent_annex() -> list[str]:
    """Give the paragraphs of the model letter's annex as it was sent, without quotation marks."""
    text = (REFERENCE.parent / "tests/data/un-allegation-as-sent.txt").read_text(encoding="utf-8")
    return [part.replace('"', "").strip() for part in re.split(r"\n*== U19 \w+\n", text)[1:]]


def test_everything_is_read_in_less_than_a_second() -> None:
    taken = []
    for _ in range(3):
        begin = time.process_time()
        LawLibrary(REFERENCE).load()
        taken.append(time.process_time() - begin)
    assert min(taken) < 1


def test_every_fact_names_a_source_that_is_explained_with_its_licence() -> None:
    held = tables()
    rows: list[Any] = [
        *held.instruments.values(), *held.mandates.values(), *held.reports.values(), *held.holders,
        *(one for titles in held.titles.values() for one in titles),
        *(one for articles in held.articles.values() for one in articles),
        *(one for passages in held.passages.values() for one in passages),
        *(one for standings in held.standings.values() for one in standings.values()),
    ]  # fmt: skip
    assert len(rows) > 10_000
    named = {part for row in rows for part in row.source.split("+")}
    assert named <= set(held.sources)
    assert all(held.sources[name].licence for name in named if held.sources[name].where)


def test_nothing_of_the_share_alike_tables_is_shipped() -> None:
    assert not any("ODbL" in one.licence for one in tables().sources.values())


def test_what_nobody_has_a_source_for_is_marked_and_reaches_no_letter() -> None:
    library = the_library()
    doubtful = library.standing("KAZ", "C122")
    assert (doubtful.status, doubtful.since, doubtful.verified) == (Status.RATIFIED, "1999-12-06", False)
    assert not doubtful.binds
    cited = picked("c122")
    assert cited == ilo(IloConvention(number="122"))
    unsourced = [one for held in tables().standings.values() for one in held.values() if not one.verified]
    assert {one.source for one in unsourced} == {"unsourced-knowledge"}


@pytest.mark.parametrize("instrument", ["C135", "C144", "C151", "C154", "C190", "C129", "C011"])
def test_a_missing_row_of_an_incomplete_list_is_unknown(instrument: str) -> None:
    listed = {state for state, held in tables().standings.items() if instrument in held}
    missing = [state for state in tables().members if state not in listed]
    assert missing
    for state in missing:
        standing = the_library().standing(state, instrument)
        assert (standing.status, standing.since, standing.note) == (Status.UNKNOWN, "", "")


def test_a_state_outside_of_the_ilo_is_not_said_to_have_refused() -> None:
    standing = the_library().standing("LIE", "C087")
    assert standing.status is Status.UNKNOWN
    assert standing.note == "not a member of the ILO"
    assert standing.as_of == "2026-06-04"


def test_a_year_without_its_day_stays_a_year() -> None:
    everything = [one for held in tables().standings.values() for one in held.values()]
    years = [one for one in everything if len(one.since) == 4 and one.instrument in tables().instruments]
    assert len(years) >= 70
    for one in years:
        cited = the_library().cite(the_library().find(one.instrument)[0].hit, one.state, "en")
        if isinstance(cited, IloConventions):
            (convention,) = cited.conventions
            assert (convention.status_date, convention.status_year) == (None, int(one.since))


def test_the_annex_of_the_model_letter_comes_out_of_picks_alone() -> None:
    paragraphs = annex("iccpr 22", "24/5 op2", "c87", "c98", "hrd 1, 2", "hrd 5(a)", "A/HRC/29/25/Add.2 34")
    treaty, resolution, conventions, declaration, report = sent_annex()
    more = " and to know, seek, obtain, receive and hold information about all human rights"
    mended = [
        treaty.replace("article 21", "article 22"),
        resolution,
        conventions.replace("13 December 200 ", "13 December 2000 ").partition(" The ILO has")[0],
        declaration.replace("Articles 5(a) provides for the rights", "Article 5(a) provides for the right")
        .replace(f"{more} and fundamental freedoms", ""),
        report.replace(" in which he analysed the aforementioned trade union law as follows", ""),
    ]  # fmt: skip
    plain = [re.sub("[“”]", "", text).replace("’", "'") for text in paragraphs]
    assert plain == mended
    assert "ratified by Kazakhstan on 24 January 2006" in plain[0]
    assert "on 13 December 2000 and 18 May 2001 respectively" in plain[2]


def test_one_instrument_has_one_paragraph_however_often_it_is_picked() -> None:
    assert len(annex("c87", "c98", "c87", "87 and 98", "iccpr 22", "iccpr 22", "udhr 20", "udhr 23(4)")) == 3


def test_a_state_that_acceded_is_said_to_have_acceded() -> None:
    georgia = State(code="GEO", name="Georgia")
    (text,) = annex("iccpr 22", state=georgia)
    assert text.endswith("to which Georgia acceded on 3 May 1994.")


def test_a_state_that_has_not_ratified_is_told_what_binds_it_all_the_same() -> None:
    states = State(code="USA", name="United States of America", formal_name="the United States of America")
    cited = picked("87 and 98", "USA")
    assert isinstance(cited, IloConventions)
    assert cited.still_binds is StillBinds.FREEDOM_OF_ASSOCIATION
    (text,) = annex("87 and 98", state=states)
    assert "which the United States of America has not ratified. By its membership" in text
    left_out = replace(cited, still_binds=None)
    (short,) = lines(an_allegation(state=states, citations=(left_out,)), BlockKind.ANNEX)
    assert short.endswith("which the United States of America has not ratified.")


@pytest.mark.parametrize(
    ("typed", "state", "ground"),
    [
        ("c29", "USA", StillBinds.FUNDAMENTAL_PRINCIPLES),
        ("c131", "KAZ", None),
        ("c87", "KAZ", None),
        ("c87", "LIE", None),
        ("iccpr 22", "MYS", StillBinds.CUSTOM),
        ("iccpr 22", "CHN", StillBinds.SIGNATURE),
        ("icescr 8", "USA", StillBinds.SIGNATURE),
        ("c190", "KAZ", None),
    ],
)
def test_what_binds_without_ratification_follows_from_instrument_and_state(
    typed: str, state: str, ground: StillBinds | None
) -> None:
    cited = picked(typed, state)
    assert isinstance(cited, IloConventions | TreatyArticle)
    assert cited.still_binds is ground


def test_an_article_of_the_universal_declaration_is_cited_with_what_it_says() -> None:
    cited = picked("udhr 20")
    assert isinstance(cited, Declaration)
    assert [group.says for group in cited.articles] == [
        (
            "everyone has the right to freedom of peaceful assembly and association "
            "and that no one may be compelled to belong to an association"
        )
    ]


def test_titles_in_other_languages_are_printed_only_with_a_source() -> None:
    russian, french = picked("udhr 20", language="ru"), picked("iccpr 22", language="fr")
    assert isinstance(russian, Declaration)
    assert russian.title == "Всеобщая декларация прав человека"
    assert isinstance(french, TreatyArticle)
    assert (french.treaty, french.right_named) == ("", "")


def test_what_the_office_knows_goes_before_the_tables_and_stays_when_they_change() -> None:
    binding = Binding(state="KAZ", status=Status.RATIFIED, since="2025-05-01", as_of="2026-11-22")
    own = LegalReference(citation=ilo(IloConvention(number="190")), bindings=(binding,))
    library = LawLibrary(REFERENCE, own=lambda: [own])
    known = library.standing("KAZ", "C190")
    assert (known.status, known.since, known.own) == (Status.RATIFIED, "2025-05-01", True)
    (found,) = library.find("c190", "KAZ", limit=1)
    assert found.standing == known
    cited = library.cite(found.hit, "KAZ", "en")
    assert isinstance(cited, IloConventions)
    assert cited.conventions[0].status_date == date(2025, 5, 1)
    library.tables = replace(read_law_tables(REFERENCE), as_of="2027-01-01")
    assert library.standing("KAZ", "C190") == known


def test_what_letters_about_the_state_cite_comes_first_among_equals() -> None:
    letter = an_allegation(state=KAZAKHSTAN, citations=(picked("icescr 8"),))
    fresh, used = the_library(), LawLibrary(REFERENCE, letters=lambda: [letter])
    assert fresh.find("icescr", "KAZ")[0].id == "ICESCR"
    before = [one.id for one in fresh.find("trade unions", "KAZ")]
    after = [one.id for one in used.find("international covenant", "KAZ")]
    assert after[0] == "ICESCR"
    assert next(one.id for one in fresh.find("international covenant", "KAZ")) == "ICCPR"
    assert before == [one.id for one in used.find("trade unions", "KAZ")]


def test_what_is_proposed_binds_the_state_and_fundamental_instruments_come_first() -> None:
    found = the_library().propose([Right.ASSOCIATION, Right.FORCED_LABOUR], "KAZ")
    assert [one.instrument.id for one in found[:4]] == ["C087", "C098", "ICCPR", "ICESCR"]
    assert all(one.standing.binds or one.instrument.is_declaration for one in found)
    covenant = next(one for one in found if one.instrument.id == "ICCPR")
    assert (covenant.articles, covenant.rights) == (("22", "8"), (Right.ASSOCIATION, Right.FORCED_LABOUR))
    proposed = {one.instrument.id for one in the_library().propose([Right.ASSOCIATION], "USA")}
    assert proposed == {"ICCPR", "UDHR"}


@pytest.mark.parametrize("right", Right)
def test_something_is_proposed_for_every_right(right: Right) -> None:
    assert the_library().propose([right], "KAZ")


def test_a_state_has_a_page_and_an_instrument_has_its_states() -> None:
    page = the_library().standings_of("KAZ")
    assert [one.instrument for one in page[:2]] == ["C087", "C098"]
    assert {one.instrument for one in page} == set(tables().coverage) & set(tables().instruments)
    assert len([one for one in the_library().states_of("C087") if one.binds]) == 158


def test_everything_that_is_found_can_be_shown() -> None:
    for key in ("C087", "A/HRC/RES/24/5", "A/HRC/29/25/Add.2", "CCPR/C/GC/37", "UDHR"):
        shown = the_library().show(key)
        assert shown, key
        assert shown.title
    convention = the_library().show("C087")
    assert convention
    assert convention.source
    assert len(convention.articles) == 13
    assert the_library().show("nothing") is None
