"""Where a letter prints its legal references, and new ones to be filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    IloConvention,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    Status,
    TreatyArticle,
)
from app.domain.errors import N_
from app.domain.letters import BlockKind, Letter
from app.flow.blocks import settled


class CitationKind(StrEnum):
    """The kinds of legal reference, by the names that letter files give them."""

    TREATY = "treaty"
    ILO = "ilo"
    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    REPORT = "report"
    NATIONAL_LAW = "national_law"


KIND_TITLES: Final[Mapping[CitationKind, str]] = {
    CitationKind.TREATY: N_("Treaty article"),
    CitationKind.ILO: N_("ILO convention"),
    CitationKind.RESOLUTION: N_("Resolution"),
    CitationKind.DECLARATION: N_("Declaration"),
    CitationKind.REPORT: N_("Report"),
    CitationKind.NATIONAL_LAW: N_("National law"),
}
STATUS_TITLES: Final[Mapping[Status, str]] = {
    Status.UNKNOWN: N_("Not known"),
    Status.RATIFIED: N_("Ratified"),
    Status.ACCEDED: N_("Acceded"),
    Status.SUCCEEDED: N_("Succeeded"),
    Status.ACCEPTED: N_("Accepted"),
    Status.SIGNED: N_("Signed only"),
    Status.NOT_RATIFIED: N_("Not ratified"),
}


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
    match kind:
        case CitationKind.TREATY:
            return TreatyArticle(kind="treaty", treaty=text, articles=())
        case CitationKind.ILO:
            number = "".join(sign for sign in text if sign.isdecimal())
            return IloConventions(kind="ilo", conventions=(IloConvention(number=number),))
        case CitationKind.RESOLUTION:
            return Resolution(kind="resolution", symbol=text, body="")
        case CitationKind.DECLARATION:
            articles = (DeclarationArticles(articles=(), says=""),)
            return Declaration(kind="declaration", title=text, articles=articles)
        case CitationKind.REPORT:
            return Report(kind="report", title=text)
        case CitationKind.NATIONAL_LAW:
            return NationalLaw(kind="national_law", title=text)


def ready_for_filling(citation: Citation) -> Citation:
    """Give a reference with a place for articles where a form needs one."""
    if isinstance(citation, Declaration) and not citation.articles:
        return replace(citation, articles=(DeclarationArticles(articles=(), says=""),))
    return citation
