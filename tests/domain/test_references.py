"""References that others assign are read by their form, kept as typed, and doubted where they look wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.letters import EarlierLetter, Letter, LetterType
from app.domain.reference_checks import doubts, un_references
from app.domain.references import ExternalReference, IloCase, ReferenceKind, UnReference, typed
from tests.builders import a_case, a_letter, a_state, an_allegation

UPPER = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
UN_REFERENCES = st.builds(
    UnReference,
    st.sampled_from(["AL", "UA", "OL", "JAL", "JUA", "JOL"]),
    UPPER,
    st.integers(1, 9999),
    st.integers(1970, 2100),
)
ILO_CASES = st.builds(IloCase, st.integers(1, 9999), st.sampled_from(["", "Kazakhstan", "Côte d’Ivoire"]))


def said(letter: Letter) -> list[tuple[str, str]]:
    """Give the doubts about a letter as a person reads them."""
    return [(place, text.format(**facts)) for place, text, facts in doubts(letter)]


def referring(*references: ExternalReference, **changes: object) -> Letter:
    """Give a protest whose case has references."""
    return a_letter(case=a_case(references=references), **changes)


# ── Reading ──────────────────────────────────────────────────────────────────


@given(UN_REFERENCES)
def test_a_un_reference_is_read_as_it_is_written(reference: UnReference) -> None:
    assert UnReference.parse(str(reference)) == reference
    assert typed(str(reference)).kind is ReferenceKind.UN


@given(ILO_CASES)
def test_an_ilo_case_is_read_as_it_is_written(case: IloCase) -> None:
    assert IloCase.parse(str(case)) == case
    assert typed(str(case)).parsed == case


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("AL KAZ 1/2017", UnReference("AL", "KAZ", 1, 2017)),
        ("UA EGY 11/2011", UnReference("UA", "EGY", 11, 2011)),
        ("OL GEO 2/2020", UnReference("OL", "GEO", 2, 2020)),
        ("JUA KAZ 5/2011", UnReference("JUA", "KAZ", 5, 2011)),
        ("JAL KAZ 5/2011", UnReference("JAL", "KAZ", 5, 2011)),
        (" al kaz 1 / 2017 ", UnReference("AL", "KAZ", 1, 2017)),
        ("AL-KAZ-01/2017", UnReference("AL", "KAZ", 1, 2017)),
    ],
)
def test_un_references_are_read_in_the_forms_that_lists_have(text: str, reference: UnReference) -> None:
    assert UnReference.parse(text) == reference


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AL KZ 1/2017",
        "AL KAZ 0/2017",
        "AL KAZ 1/17",
        "XX KAZ 1/2017",
        "AL KAZ 1",
        "see AL KAZ 1/2017",
        "147/01-3",
    ],
)
def test_what_has_not_the_form_of_a_un_reference_is_none(text: str) -> None:
    assert UnReference.parse(text) is None


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Case No. 3283 (Kazakhstan)", IloCase(3283, "Kazakhstan")),
        ("Case No. 3283", IloCase(3283)),
        ("CFA case no 3283 ( Kazakhstan )", IloCase(3283, "Kazakhstan")),
        ("Case № 3283", IloCase(3283)),
        ("case 87", IloCase(87)),
    ],
)
def test_ilo_cases_are_read_in_the_forms_that_letters_have(text: str, case: IloCase) -> None:
    assert IloCase.parse(text) == case


@pytest.mark.parametrize(
    "text", ["", "3283", "Case No. 0", "Case No. 32832", "Report No. 380", "Case No. 2-119/2017"]
)
def test_what_has_not_the_form_of_an_ilo_case_is_none(text: str) -> None:
    assert IloCase.parse(text) is None


@pytest.mark.parametrize("kind", [ReferenceKind.COURT, ReferenceKind.THEIRS])
@pytest.mark.parametrize("text", ["7113-17-00-2/5", "дело № 2-119", "AL KAZ 1/2017", ""])
def test_courts_and_correspondents_write_theirs_as_they_like(kind: ReferenceKind, text: str) -> None:
    reference = ExternalReference(text=text, kind=kind)
    assert (reference.parsed, reference.text) == (None, text)
    assert said(referring(reference)) == []


def test_what_has_no_form_of_ours_is_theirs() -> None:
    assert typed("исх. 12-3/45") == ExternalReference(text="исх. 12-3/45", kind=ReferenceKind.THEIRS)


# ── Doubts ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("reference", ["", "AL GEO 1/2017", "JAL GEO 5/2011", "AL GEO 12/2016"])
def test_a_reference_in_its_form_is_not_doubted_whatever_its_year(reference: str) -> None:
    assert said(an_allegation(reference=reference, date=date(2012, 1, 13))) == []


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("AL 1/2017", "“AL 1/2017” has not the form of such a reference: AL KAZ 1/2017."),
        ("al geo 1/2017", "“al geo 1/2017” is usually written AL GEO 1/2017."),
        ("AL GEO 01/2017", "“AL GEO 01/2017” is usually written AL GEO 1/2017."),
        (
            "UA GEO 1/2017",
            "The reference “UA GEO 1/2017” is that of another type of letter; this type has AL.",
        ),
        ("AL KAZ 1/2017", "The reference “AL KAZ 1/2017” is about another State than the letter (GEO)."),
    ],
)
def test_a_doubtful_reference_is_told(reference: str, sentence: str) -> None:
    assert said(an_allegation(reference=reference)) == [("reference", sentence)]


@pytest.mark.parametrize(
    ("kind", "code"),
    [(LetterType.UN_ALLEGATION, "AL"), (LetterType.UN_URGENT_APPEAL, "UA"), (LetterType.UN_OTHER, "OL")],
)
def test_each_type_of_un_letter_has_its_code(kind: LetterType, code: str) -> None:
    doubted = [
        other
        for other in ("AL", "UA", "OL")
        if said(an_allegation(type=kind, reference=f"{other} GEO 1/2017"))
    ]
    assert doubted == [other for other in ("AL", "UA", "OL") if other != code]


def test_a_letter_without_a_state_may_refer_to_any() -> None:
    assert said(an_allegation(reference="AL KAZ 1/2017", state=a_state(code=""))) == []


def test_the_reference_of_another_kind_of_letter_is_free() -> None:
    assert said(a_letter(reference="our sign/12")) == []


DOUBTED: Mapping[str, tuple[ReferenceKind, str]] = {
    "case 3283 of the ILO": (
        ReferenceKind.ILO,
        "has not the form of such a reference: Case No. 3283 (Kazakhstan).",
    ),
    "Case no 3283": (ReferenceKind.ILO, "is usually written Case No. 3283."),
    "KAZ 1/2017": (ReferenceKind.UN, "has not the form of such a reference: AL KAZ 1/2017."),
}


@pytest.mark.parametrize("text", DOUBTED)
def test_a_doubtful_reference_of_the_case_is_told_with_its_place(text: str) -> None:
    kind, sentence = DOUBTED[text]
    court = ExternalReference(text="2-119/2017", kind=ReferenceKind.COURT)
    letter = referring(court, ExternalReference(text=text, kind=kind))
    assert said(letter) == [("case.references.2", f"“{text}” {sentence}")]


def un(text: str) -> ExternalReference:
    return ExternalReference(text=text, kind=ReferenceKind.UN)


def test_two_types_under_one_number_of_a_state_and_year_are_told() -> None:
    letter = referring(un("AL KAZ 1/2017"), un("UA KAZ 1/2017"), un("UA KAZ 2/2017"), un("UA KAZ 1/2016"))
    ((place, sentence),) = said(letter)
    assert place == "case.references.2"
    assert sentence.startswith("“UA KAZ 1/2017” and “AL KAZ 1/2017” have one number and two types")


def test_a_joint_letter_is_of_the_same_type() -> None:
    assert said(referring(un("AL KAZ 5/2011"), un("JAL KAZ 5/2011"))) == []


def test_the_letter_and_the_one_before_it_are_compared_too() -> None:
    letter = replace(an_allegation(reference="AL GEO 1/2017"), earlier=EarlierLetter(number="UA GEO 1/2017"))
    assert [place for place, _ in said(letter)] == ["earlier.number"]
    assert [str(reference) for _, reference in un_references(letter)] == ["AL GEO 1/2017", "UA GEO 1/2017"]
