"""Where references are printed, and how new ones begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.citations import Citation, Declaration, DeclarationArticles, IloConventions
from app.domain.letters import Block, BlockKind, Letter
from app.flow.citation_kinds import CitationKind
from app.flow.citing import Printed, kind_of, new_citation, printed_in, ready_for_filling
from tests.builders import a_letter, a_treaty_article

LAW, ANNEX = Block(kind=BlockKind.LAW), Block(kind=BlockKind.ANNEX)


def a_letter_with(*blocks: Block) -> Letter:
    """Give a letter with two references and these blocks."""
    cited = a_treaty_article(key="one"), a_treaty_article(key="two", articles=("21",))
    return a_letter(citations=cited, blocks=(Block(kind=BlockKind.OPENING), *blocks))


@pytest.mark.parametrize(
    ("blocks", "printed"),
    [
        ((), Printed.NOWHERE),
        ((LAW,), Printed.BODY),
        ((ANNEX,), Printed.ANNEX),
        ((LAW, ANNEX), Printed.BOTH),
        ((replace(LAW, cites=("two",)), ANNEX), Printed.ANNEX),
        ((replace(LAW, cites=("one",)),), Printed.BODY),
        ((replace(LAW, text="By hand."),), Printed.NOWHERE),
    ],
)
def test_a_reference_is_printed_by_the_parts_that_are_about_it(
    blocks: tuple[Block, ...], printed: Printed
) -> None:
    assert printed_in(a_letter_with(*blocks), 1) is printed


def test_a_letter_without_parts_of_its_own_has_those_of_its_type() -> None:
    assert printed_in(a_letter(citations=(a_treaty_article(),)), 1) is Printed.NOWHERE


@pytest.mark.parametrize("kind", list(CitationKind))
def test_a_new_reference_is_of_its_kind_and_holds_what_was_typed(kind: CitationKind) -> None:
    citation = new_citation(kind, "Convention 87")
    assert kind_of(citation) is kind
    assert "87" in repr(citation)


def test_a_declaration_gets_a_place_for_its_articles_once() -> None:
    bare: Citation = Declaration(kind="declaration", title="A declaration", also_known_as="AD")
    ready = ready_for_filling(bare)
    assert isinstance(ready, Declaration)
    assert ready.articles == (DeclarationArticles(articles=(), says=""),)
    assert ready.also_known_as == "AD"
    assert ready_for_filling(ready) is ready
    ilo = IloConventions(kind="ilo", conventions=())
    assert ready_for_filling(ilo) is ilo
