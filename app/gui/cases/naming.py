"""Words for what a case file knows: rights, how sure a fact is, who assigns a reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.case_files import HappeningKind
from app.domain.cases import Confidence, Right
from app.domain.errors import N_
from app.domain.references import ReferenceKind
from app.gui.widgets.words import Mood

RIGHTS: Final[Mapping[Right, str]] = {
    Right.ASSOCIATION: N_("Freedom of association"),
    Right.ASSEMBLY: N_("Peaceful assembly"),
    Right.BARGAINING: N_("Collective bargaining"),
    Right.STRIKE: N_("Right to strike"),
    Right.EXPRESSION: N_("Freedom of expression"),
    Right.DEFENDERS: N_("Human rights defenders"),
    Right.FORCED_LABOUR: N_("Forced labour"),
    Right.DISCRIMINATION: N_("Discrimination"),
    Right.CHILD_LABOUR: N_("Child labour"),
    Right.SAFETY: N_("Safety and health at work"),
}
CONFIDENCES: Final[Mapping[Confidence, tuple[str, Mood]]] = {
    Confidence.CONFIRMED: (N_("Confirmed"), Mood.OK),
    Confidence.REPORTED: (N_("Reported"), Mood.NEUTRAL),
    Confidence.RISK: (N_("Risk"), Mood.WARN),
}
REFERENCE_KINDS: Final[Mapping[ReferenceKind, str]] = {
    ReferenceKind.UN: N_("United Nations"),
    ReferenceKind.ILO: N_("ILO"),
    ReferenceKind.COURT: N_("Court"),
    ReferenceKind.THEIRS: N_("Other body"),
}
HAPPENINGS: Final[Mapping[HappeningKind, tuple[str, str]]] = {
    HappeningKind.LETTER: (N_("Letter"), "mail"),
    HappeningKind.DRAFT: (N_("Draft"), "pencil"),
    HappeningKind.REPLY: (N_("Reply"), "reply"),
    HappeningKind.FACT: (N_("Fact"), "calendar"),
}
OPEN, CLOSED = N_("Open"), N_("Closed")
CONFIDENTIAL: Final = N_("Confidential")
