"""How large the picture of a letterhead stands on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.letters import Letter
from app.domain.people import Sender
from app.drafting.engine import Embedded
from app.drafting.views import AsIs

PLACE: Final = "sender.picture"
_MILLIMETRE: Final = 36_000  # in EMU, as are all sizes here
HIGHEST: Final = 18 * _MILLIMETRE
WIDEST: Final = 150 * _MILLIMETRE
_PIXEL: Final = 914_400 // 96


@dataclass(frozen=True)
class Letterhead(Embedded, AsIs):
    """The picture of a letterhead as templates see it."""


def letterhead_of(letter: Letter) -> Letterhead | None:
    """Give the picture that a letter's head prints, if its sender has one."""
    return _placed(letter.sender) if letter.sender.picture else None


def _placed(sender: Sender) -> Letterhead | None:
    """Fit a picture into its room with its sides in proportion; a small one is not blown up."""
    if sender.picture is None:
        return None
    measured = sender.picture.measured
    shrunk = min(1.0, HIGHEST / (measured.height * _PIXEL), WIDEST / (measured.width * _PIXEL))
    wide, high = (max(1, round(side * _PIXEL * shrunk)) for side in (measured.width, measured.height))
    words = sender.picture.words or sender.organisation
    return Letterhead(PLACE, sender.picture.content, measured.kind, wide, high, words)
