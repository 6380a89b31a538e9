"""The guide through a letter: which step one is at, how each stands, and where one may go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from app.domain.cases import Case
from app.domain.checks import Advice
from app.domain.composed import ComposedLetter
from app.domain.errors import N_, Sentence
from app.domain.letters import Letter
from app.flow.naming import STEP_HEADINGS, STEP_HINTS, STEP_TITLES, Counted, Step
from app.flow.review import Review, review

STEPS: Final = tuple(Step)
_NEXT: Final = N_("Next: {step}")
_REGISTER: Final = N_("Register and export")
_POSITION: Final = N_("Step {number} of {total}")
_OPTIONAL: Final = N_("Optional")


class Status(StrEnum):
    """How a step stands: nothing open, not begun, or begun and something is open."""

    DONE = "done"
    OPEN = "open"
    ATTENTION = "attention"


@dataclass(frozen=True, kw_only=True)
class StepState:
    """One step as the rail shows it.

    ``count`` is how many things are open at it, ``note`` says so in short;
    ``doubts`` is how many things look doubtful there.
    """

    step: Step
    status: Status
    is_current: bool
    count: int = 0
    note: Counted | Sentence | None = None
    doubts: int = 0
    is_optional: bool = False

    @property
    def title(self) -> str:
        """The short name of the step."""
        return STEP_TITLES[self.step]

    @property
    def heading(self) -> str:
        """The name of the step above its page."""
        return STEP_HEADINGS[self.step]

    @property
    def hint(self) -> str:
        """What is to be done at the step."""
        return STEP_HINTS[self.step]


@dataclass(frozen=True)
class Guide:
    """Where a person is in the guide, and how the letter stands, once it has been composed."""

    current: Step = Step.KIND
    composed: ComposedLetter | None = None
    advice: tuple[Advice, ...] = ()

    def saying(self, composed: ComposedLetter, advice: Iterable[Advice] = ()) -> Guide:
        """Give the guide for the letter as it is now."""
        return replace(self, composed=composed, advice=tuple(advice))

    def jump(self, step: Step) -> Guide:
        """Go to any step."""
        return replace(self, current=step)

    def next(self) -> Guide:
        """Go one step on; after the last there is none."""
        return self.jump(STEPS[min(self._index + 1, len(STEPS) - 1)])

    def back(self) -> Guide:
        """Go one step back; before the first there is none."""
        return self.jump(STEPS[max(self._index - 1, 0)])

    @property
    def may_go_back(self) -> bool:
        """Whether there is a step before."""
        return self._index > 0

    @property
    def is_last(self) -> bool:
        """Whether this is the last step."""
        return self.current is STEPS[-1]

    @property
    def position(self) -> Sentence:
        """How far one is."""
        return Sentence(_POSITION, {"number": self._index + 1, "total": len(STEPS)})

    @property
    def primary(self) -> Sentence:
        """What the primary button says."""
        if self.is_last:
            return Sentence(_REGISTER)
        return Sentence(_NEXT, {"step": Sentence(STEP_TITLES[STEPS[self._index + 1]])})

    @property
    def may_finish(self) -> bool:
        """Whether nothing is open, so that the letter may be registered."""
        return self.composed is not None and not self.composed.gaps

    @property
    def may_press_primary(self) -> bool:
        """Whether the primary button does something now."""
        return self.may_finish or not self.is_last

    @property
    def why_not(self) -> Counted | None:
        """What hinders finishing, if something does."""
        if self.may_finish or self.composed is None:
            return None
        number = len(self.review.gaps)
        return Counted("{number} place is still open.", "{number} places are still open.", number)

    @cached_property
    def review(self) -> Review:
        """The answers, gaps and doubts of the letter; empty before it is composed."""
        return review(self.composed, self.advice) if self.composed else Review((), (), ())

    @cached_property
    def steps(self) -> tuple[StepState, ...]:
        """Every step, in order."""
        return tuple(self._state(step) for step in STEPS)

    @property
    def _index(self) -> int:
        return STEPS.index(self.current)

    def _state(self, step: Step) -> StepState:
        is_current = step is self.current
        if self.composed is None:
            return StepState(step=step, status=Status.OPEN, is_current=is_current)
        count = sum(remark.target.step is step for remark in self.review.gaps)
        doubts = sum(remark.target.step is step for remark in self.review.doubts)
        optional = not count and not _is_begun(self.composed.letter, step)
        return StepState(
            step=step,
            status=self._status(step, count),
            is_current=is_current,
            count=count,
            note=self._note(step, count, optional=optional),
            doubts=doubts,
            is_optional=optional,
        )

    def _status(self, step: Step, count: int) -> Status:
        if step is Step.REVIEW:
            return Status.DONE if self.may_finish else Status.OPEN
        if self.composed is None or not _is_begun(self.composed.letter, step):
            return Status.OPEN
        return Status.ATTENTION if count or self._outdated(step) else Status.DONE

    def _note(self, step: Step, count: int, *, optional: bool) -> Counted | Sentence | None:
        if optional:
            return Sentence(_OPTIONAL)
        if self._status(step, count) is not Status.ATTENTION:
            return None
        if not count:
            return Counted("{number} to look at", "{number} to look at", self._outdated(step))
        if step is Step.TEXT:
            return Counted("{number} to write", "{number} to write", count)
        return Counted("{number} to fill in", "{number} to fill in", count)

    def _outdated(self, step: Step) -> int:
        blocks = self.composed.blocks if self.composed and step is Step.TEXT else ()
        return sum(block.outdated for block in blocks)


def _is_begun(letter: Letter, step: Step) -> bool:
    """Say whether a letter has an answer at a step."""
    match step:
        case Step.RECIPIENTS:
            return bool(letter.recipients)
        case Step.CASE:
            return bool(letter.subject) or letter.case != Case()
        case Step.LAW:
            return bool(letter.citations)
        case Step.SIGNING:
            return bool(letter.signatories or letter.mandates or letter.date)
        case Step.KIND | Step.TEXT | Step.REVIEW:
            return True
