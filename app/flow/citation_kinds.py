"""The kinds of legal reference, and what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.domain.citations import Status
from app.domain.errors import N_


class CitationKind(StrEnum):
    """The kinds of legal reference, by the names that letter files give them."""

    TREATY = "treaty"
    ILO = "ilo"
    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    REPORT = "report"
    GENERAL_COMMENT = "general_comment"
    SUPERVISORY = "supervisory"
    NATIONAL_LAW = "national_law"


KIND_TITLES: Final[Mapping[CitationKind, str]] = {
    CitationKind.TREATY: N_("Treaty article"),
    CitationKind.ILO: N_("ILO convention"),
    CitationKind.RESOLUTION: N_("Resolution"),
    CitationKind.DECLARATION: N_("Declaration"),
    CitationKind.REPORT: N_("Report"),
    CitationKind.GENERAL_COMMENT: N_("General comment"),
    CitationKind.SUPERVISORY: N_("Decision of an ILO supervisory body"),
    CitationKind.NATIONAL_LAW: N_("National law"),
}
STATUS_TITLES: Final[Mapping[Status, str]] = {
    Status.UNKNOWN: N_("Not known"),
    Status.RATIFIED: N_("Ratified"),
    Status.ACCEDED: N_("Acceded"),
    Status.SUCCEEDED: N_("Succeeded"),
    Status.ACCEPTED: N_("Accepted"),
    Status.SIGNED: N_("Signed only"),
    Status.CONFIRMED: N_("Formally confirmed"),
    Status.DENOUNCED: N_("Denounced"),
    Status.NOT_RATIFIED: N_("Not ratified"),
}
