"""Where a letter prints its legal references, and new ones to be filled in by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    GeneralComment,
    IloConvention,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    SupervisoryDecision,
    TreatyArticle,
)
from app.domain.errors import N_
from app.domain.letters import BlockKind, Letter
from app.flow.blocks import settled
from app.flow.citation_kinds import CitationKind


class Printed(StrEnum):
    """Where a letter prints a legal reference."""

    BODY = "body"
    ANNEX = "annex"
    BOTH = "both"
    NOWHERE = "nowhere"


PRINTED_TITLES: Final[Mapping[Printed, str]] = {
    Printed.BODY: N_("body only"),
    Printed.ANNEX: N_("annex only"),
    Printed.BOTH: N_("body and annex"),
    Printed.NOWHERE: N_("not printed"),
}


def printed_in(letter: Letter, number: int) -> Printed:
    """Say where a letter prints a reference, by its number from 1; a part written by hand is not read."""
    body, annex = (_prints(letter, kind, number) for kind in (BlockKind.LAW, BlockKind.ANNEX))
    if body and annex:
        return Printed.BOTH
    return Printed.BODY if body else Printed.ANNEX if annex else Printed.NOWHERE


def _prints(letter: Letter, kind: BlockKind, number: int) -> bool:
    key = letter.citations[number - 1].key
    blocks = (block for block in settled(letter).blocks if block.kind is kind and not block.is_written)
    return any(not block.cites or bool(key and key in block.cites) for block in blocks)


def kind_of(citation: Citation) -> CitationKind:
    """Say of which kind a reference is."""
    return CitationKind(citation.kind)


def new_citation(kind: CitationKind, text: str = "") -> Citation:
    """Begin a reference of a kind, with what was typed at its first place."""
    return _NEW[kind](text)


def _conventions(text: str) -> Citation:
    number = "".join(sign for sign in text if sign.isdecimal())
    return IloConventions(kind="ilo", conventions=(IloConvention(number=number),))


def _declaration(text: str) -> Citation:
    return Declaration(kind="declaration", title=text, articles=(DeclarationArticles(articles=(), says=""),))


_NEW: Final[Mapping[CitationKind, Callable[[str], Citation]]] = {
    CitationKind.TREATY: lambda text: TreatyArticle(kind="treaty", treaty=text, articles=()),
    CitationKind.ILO: _conventions,
    CitationKind.RESOLUTION: lambda text: Resolution(kind="resolution", symbol=text, body=""),
    CitationKind.DECLARATION: _declaration,
    CitationKind.REPORT: lambda text: Report(kind="report", title=text),
    CitationKind.NATIONAL_LAW: lambda text: NationalLaw(kind="national_law", title=text),
    CitationKind.GENERAL_COMMENT: lambda text: GeneralComment(
        kind="general_comment", committee="", title=text
    ),
    CitationKind.SUPERVISORY: lambda text: SupervisoryDecision(kind="supervisory", body=text),
}


def ready_for_filling(citation: Citation) -> Citation:
    """Give a reference with a place for articles where a form needs one."""
    if isinstance(citation, Declaration) and not citation.articles:
        return replace(citation, articles=(DeclarationArticles(articles=(), says=""),))
    return citation
