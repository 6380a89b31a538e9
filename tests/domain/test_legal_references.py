"""References that an office keeps, and what a letter may say of a State."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.citation_typing import typed_citation
from app.domain.citations import IloConvention, IloConventions, Status, TreatyArticle
from app.domain.dates import NotADate
from app.domain.legal_references import Binding, LegalReference, for_a_letter, kept_from, status_of
from tests.builders import a_treaty_article, ilo

DAY = date(2000, 12, 13)


def a_convention(*bindings: Binding) -> LegalReference:
    """Give Convention 87 with what is known of some States."""
    return LegalReference(citation=ilo(IloConvention(number="87")), bindings=bindings)


def test_a_letter_says_what_is_known_of_its_own_state_only() -> None:
    known = a_convention(Binding(state="KAZ", status=Status.RATIFIED, since="2000-12-13"))
    assert status_of(for_a_letter(known, "KAZ")) == (Status.RATIFIED, DAY)
    assert status_of(for_a_letter(known, "GEO")) == (Status.UNKNOWN, None)
    assert status_of(for_a_letter(known, "")) == (Status.UNKNOWN, None)


@pytest.mark.parametrize("since", ["2000", "2000-12", ""])
def test_a_day_that_is_not_known_is_left_open(since: str) -> None:
    known = a_convention(Binding(state="KAZ", status=Status.RATIFIED, since=since))
    assert status_of(for_a_letter(known, "KAZ")) == (Status.RATIFIED, None)


def test_what_is_no_date_is_not_kept() -> None:
    with pytest.raises(NotADate):
        Binding(state="KAZ", since="13 December 200")


def test_what_is_learnt_of_a_state_replaces_what_was_known() -> None:
    known = a_convention(Binding(state="KAZ"), Binding(state="GEO", status=Status.RATIFIED))
    learnt = known.knowing(Binding(state="KAZ", status=Status.RATIFIED, since="2000-12-13"))
    assert len(learnt.bindings) == 2
    binding = learnt.binding_of("KAZ")
    assert binding is not None
    assert binding.since == "2000-12-13"


def test_a_citation_is_kept_without_its_letter() -> None:
    cited = a_treaty_article(key="law-1", comment="Of this case.", status_date=DAY)
    kept = kept_from(cited, language="en", state="GEO")
    assert isinstance(kept.citation, TreatyArticle)
    assert (kept.citation.key, kept.citation.comment) == ("", "")
    assert kept.citation.status is Status.UNKNOWN
    assert kept.bindings == (Binding(state="GEO", status=Status.ACCEDED, since="2000-12-13"),)
    assert for_a_letter(kept, "GEO") == a_treaty_article(comment="", status_date=DAY)


def test_of_conventions_that_bind_differently_nothing_is_kept() -> None:
    cited = ilo(IloConvention(number="87", status=Status.RATIFIED), IloConvention(number="98"))
    assert kept_from(cited, language="en", state="KAZ").bindings == ()


def test_of_conventions_that_bind_since_different_days_no_day_is_kept() -> None:
    one = IloConvention(number="87", status=Status.RATIFIED, status_date=DAY)
    other = IloConvention(number="98", status=Status.RATIFIED, status_date=date(2001, 5, 18))
    (binding,) = kept_from(ilo(one, other), language="en", state="KAZ").bindings
    assert (binding.status, binding.since) == (Status.RATIFIED, "")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("iccpr 22", "ICCPR 22"), ("c87", "C87"), ("udhr 23(4)", "Universal Declaration of Human Rights 23(4)")],
)
def test_a_reference_is_found_by_its_usual_names(typed: str, name: str) -> None:
    cited = typed_citation(typed)
    assert cited is not None
    assert name in LegalReference(citation=cited).names


def test_further_names_come_last_and_none_is_empty() -> None:
    reference = LegalReference(
        citation=IloConventions(kind="ilo", conventions=()), aliases=("Freedom Convention", " ")
    )
    assert reference.names[-1] == "Freedom Convention"
