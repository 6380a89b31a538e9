"""What happened: the case, its people and organisations, its dated facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.references import ExternalReference

_LAST = PartialDate(9999)


class Right(StrEnum):
    """The rights that a case or a letter invokes."""

    ASSOCIATION = "association"
    ASSEMBLY = "assembly"
    BARGAINING = "bargaining"
    STRIKE = "strike"
    EXPRESSION = "expression"
    DEFENDERS = "defenders"
    FORCED_LABOUR = "forced_labour"
    DISCRIMINATION = "discrimination"
    CHILD_LABOUR = "child_labour"
    SAFETY = "safety"


class Confidence(StrEnum):
    """How sure the office is of a fact."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    RISK = "risk"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that happened, as a sentence that can follow its date.

    ``source`` and ``confidential`` stay in the office: neither ever reaches
    the text of a letter. ``date`` is written 2016-12-05, 2016-12 or 2016, or
    left empty; anything else raises ``NotADate``.
    """

    text: str
    date: str = ""
    actor: str = ""
    place: str = ""
    source: str = ""
    confidence: Confidence = Confidence.REPORTED
    confidential: bool = False

    def __post_init__(self) -> None:
        _ = self.when

    @property
    def when(self) -> PartialDate | None:
        """The date as a value."""
        return PartialDate.parse(self.date) if self.date else None


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody the case is about, with the role that the letter names."""

    name: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One violation, or one series of them, in one State.

    ``event`` is what the letter protests against, as a phrase; ``concern`` and
    ``general_concern`` what it is concerned about, specific before general.
    ``references`` are the numbers that others have given it: the UN, the ILO, courts.
    """

    title: str = ""
    event: str = ""
    subject: str = ""
    person: Person = Person()
    organisation: str = ""
    state: str = ""
    rights: tuple[Right, ...] = ()
    facts: tuple[Fact, ...] = ()
    concern: str = ""
    general_concern: str = ""
    interim_measures: str = ""
    references: tuple[ExternalReference, ...] = ()


def facts_for_a_letter(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give the facts that may be written, oldest first, undated last; a risk closes the list."""
    open_ones = (fact for fact in facts if not fact.confidential)
    return tuple(sorted(open_ones, key=lambda fact: (fact.confidence is Confidence.RISK, fact.when or _LAST)))


def case_for_a_letter(case: Case) -> Case:
    """Give the case as a letter may know it: no confidential fact, and no source of any."""
    return replace(case, facts=tuple(replace(fact, source="") for fact in facts_for_a_letter(case.facts)))
