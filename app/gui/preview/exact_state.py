"""What the place of the exact pages shows, as plain state: no widget, no thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from app.domain.errors import N_, ChanceryError, Sentence

STARTING: Final = Sentence(N_("LibreOffice is starting."))
MAKING: Final = Sentence(N_("The pages are being made."))
RENEWING: Final = Sentence(N_("The pages are being renewed."))
BROKEN: Final = Sentence(N_("The exact pages could not be made."))


class Stage(Enum):
    """How far the exact pages have come."""

    EMPTY = "empty"
    STARTING = "starting"
    CONVERTING = "converting"
    PAGES = "pages"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"


@dataclass(frozen=True)
class ExactState:
    """The newest pages there are, and what is going on about newer ones."""

    stage: Stage = Stage.EMPTY
    pdf: bytes | None = None
    reason: Sentence | None = None
    wanted: int = 0

    @property
    def notice(self) -> Sentence | None:
        """What is to be said beside the pages."""
        match self.stage:
            case Stage.STARTING:
                return STARTING
            case Stage.CONVERTING:
                return MAKING if self.pdf is None else RENEWING
            case Stage.UNAVAILABLE | Stage.FAILED:
                return self.reason
            case Stage.EMPTY | Stage.PAGES:
                return None

    @property
    def may_retry(self) -> bool:
        """Say whether trying again is the way out."""
        return self.stage is Stage.FAILED

    def without(self, reason: Sentence) -> ExactState:
        """Give the state of a computer that cannot make pages."""
        return replace(self, stage=Stage.UNAVAILABLE, reason=reason)

    def asking(self, *, warm: bool) -> ExactState:
        """Give the state after newer pages were asked for; the old ones stay in sight."""
        stage = Stage.CONVERTING if warm else Stage.STARTING
        return replace(self, stage=stage, reason=None, wanted=self.wanted + 1)

    def warmed(self) -> ExactState:
        """Give the state once the office program has started."""
        return replace(self, stage=Stage.CONVERTING) if self.stage is Stage.STARTING else self

    def arrived(self, request: int, pdf: bytes) -> ExactState:
        """Give the state after pages came; those of an older request are shown until the newest come."""
        newest = request == self.wanted
        return replace(self, pdf=pdf, stage=Stage.PAGES if newest else self.stage)

    def failing(self, request: int, error: Exception) -> ExactState:
        """Give the state after a request failed; an older one is of no interest any more."""
        if request != self.wanted:
            return self
        reason = error.sentence if isinstance(error, ChanceryError) else BROKEN
        return replace(self, stage=Stage.FAILED, reason=reason)

    def emptied(self) -> ExactState:
        """Give the state of another letter: no pages, and what is still under way counts no more."""
        return ExactState(wanted=self.wanted + 1)
