"""What a card is told about its block, frozen. No decisions: those are taken by ``app.flow``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import N_
from app.gui.widgets.words import Mood


class BlockState(StrEnum):
    """Where the text of a block comes from; the values are those of ``app.flow.sections.SectionState``."""

    GENERATED = "generated"
    WRITTEN = "written"
    OUTDATED = "outdated"
    INCOMPLETE = "incomplete"
    MISSING = "missing"


TAGS: Final[Mapping[BlockState, tuple[str, Mood]]] = {
    BlockState.GENERATED: (N_("Generated"), Mood.NEUTRAL),
    BlockState.WRITTEN: (N_("Written by hand"), Mood.ACCENT),
    BlockState.OUTDATED: (N_("Template has changed"), Mood.WARN),
    BlockState.INCOMPLETE: (N_("Something is missing"), Mood.WARN),
    BlockState.MISSING: (N_("To write"), Mood.WARN),
}
RESTING: Final = frozenset({BlockState.GENERATED, BlockState.INCOMPLETE})


@dataclass(frozen=True, kw_only=True)
class CardState:
    """One block as its card shows it; ``text`` is in the notation, ``remarks`` say what is missing."""

    key: str
    title: str
    state: BlockState
    text: str
    language: str
    may_reset: bool = False
    may_move_up: bool = True
    may_move_down: bool = True
    may_drop: bool = True
    remarks: tuple[str, ...] = ()
