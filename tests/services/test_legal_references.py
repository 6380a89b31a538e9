"""The office's legal references: kept, suggested as one types, and taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.citation_typing import typed_citation
from app.domain.citations import Citation, IloConvention, IloConventions, Status
from app.domain.legal_references import Binding, LegalReference, status_of
from app.domain.records import RecordKind, RecordNotFound
from app.services.bin import BinnedKind
from app.services.exchange import read_directory_file
from app.services.legal_references import LegalReferences, Suggestion
from tests.builders import a_treaty_article, ilo
from tests.services.conftest import AnOffice

BOUND = Binding(state="KAZ", status=Status.RATIFIED, since="2000-12-13")


class ALibrary:
    """A law library with one answer."""

    def __init__(self, *citations: Citation) -> None:
        self._citations = citations

    def suggest(self, typed: str, language: str, state: str) -> Sequence[Suggestion]:
        return [Suggestion(citation=one) for one in self._citations]


@pytest.fixture
def law(office: AnOffice) -> LegalReferences:
    """An office that keeps Convention 87, and what Kazakhstan has to do with it."""
    kept = LegalReferences(office.records, office.finder)
    kept.save(LegalReference(key="c87", citation=ilo(IloConvention(number="87")), bindings=(BOUND,)))
    return kept


def test_what_is_kept_is_given_back_as_it_was(law: LegalReferences) -> None:
    assert law.reference("c87").bindings == (BOUND,)
    assert law.references() == (law.reference("c87"),)


@pytest.mark.parametrize("typed", ["c87", "ilo 87", "87", "convention"])
def test_it_is_suggested_by_any_part_of_its_names_with_what_is_known(
    law: LegalReferences, typed: str
) -> None:
    first = law.suggest(typed, "en", "KAZ")[0]
    assert (first.key, first.binding) == ("c87", BOUND)
    assert status_of(first.citation)[0] is Status.RATIFIED


def test_of_another_state_nothing_is_said(law: LegalReferences) -> None:
    first = law.suggest("c87", "en", "GEO")[0]
    assert first.binding is None
    assert status_of(first.citation) == (Status.UNKNOWN, None)


def test_what_was_typed_is_suggested_last_and_only_if_nobody_has_it(law: LegalReferences) -> None:
    assert [one.key for one in law.suggest("c87", "en", "KAZ")] == ["c87"]
    typed = law.suggest("c87, 98", "en", "KAZ")
    assert [one.key for one in typed] == [""]
    assert isinstance(typed[0].citation, IloConventions)
    assert typed[0].citation.numbers == ("87", "98")


def test_the_letter_s_own_language_comes_first(law: LegalReferences) -> None:
    russian = typed_citation("c87")
    assert russian is not None
    law.save(LegalReference(key="ru", language="ru", citation=ilo(IloConvention(number="87"), comment="…")))
    assert law.suggest("87", "ru", "KAZ")[0].key == "ru"


def test_a_law_library_is_asked_after_the_office_s_own(office: AnOffice, law: LegalReferences) -> None:
    asked = LegalReferences(office.records, office.finder, [ALibrary(a_treaty_article(symbol="ICCPR"))])
    assert [one.key for one in asked.suggest("87", "en", "KAZ")] == ["c87", ""]
    assert asked.suggest("87", "en", "KAZ")[1].citation == a_treaty_article(symbol="ICCPR")


def test_what_was_used_last_is_offered_before_anything_is_typed(law: LegalReferences) -> None:
    assert law.suggest("", "en", "KAZ") == []
    law.mark_used("c87")
    law.mark_used("")
    assert [one.key for one in law.suggest("", "en", "KAZ")] == ["c87"]


def test_what_is_deleted_lies_in_the_bin_until_it_is_taken_back(
    office: AnOffice, law: LegalReferences
) -> None:
    change = law.delete("c87")
    assert law.suggest("c87", "en", "KAZ")[0].key == ""
    assert [(one.kind, one.title) for one in office.bin.listed()] == [(BinnedKind.LAW, "ILO Convention 87")]
    law.undo(change)
    assert law.suggest("c87", "en", "KAZ")[0].key == "c87"


def test_what_nobody_kept_is_not_found(law: LegalReferences) -> None:
    with pytest.raises(RecordNotFound):
        law.reference("c98")


def test_references_travel_between_workspaces(office: AnOffice, law: LegalReferences) -> None:
    taken_out = office.exchange.taken_out([RecordKind.LAW])
    (only,) = read_directory_file(taken_out.encode(), name="law.json")
    assert only == law.reference("c87")
