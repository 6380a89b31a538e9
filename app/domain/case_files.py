"""The office's own file of a case, in several languages, with sources and replies.

A letter gets the part of it that may be told, in its own language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import Final

from app.domain.cases import Case, Confidence, Fact, Person, Right, case_for_a_letter
from app.domain.dates import PartialDate
from app.domain.errors import N_, ChanceryError
from app.domain.references import ExternalReference
from app.domain.said import name_in, said_anyhow, said_in

_LAST: Final = PartialDate(9999)


class DoubleFactKey(ChanceryError, ValueError):
    """Two facts of one case have the same key."""

    message = N_("Two facts of the case have the key “{key}”. Give each fact a key of its own.")


@dataclass(frozen=True, kw_only=True)
class CaseTexts:
    """What letters in one language say of a case; the fields are those of ``cases.Case``."""

    language: str
    title: str = ""
    event: str = ""
    subject: str = ""
    organisation: str = ""
    concern: str = ""
    general_concern: str = ""
    interim_measures: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonTexts:
    """Name and role of somebody concerned, in one language."""

    language: str
    name: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonConcerned:
    """Somebody the case is about; a letter names the first of them."""

    texts: tuple[PersonTexts, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FactTexts:
    """A fact in one language: a sentence that can follow its date, who acted, and where."""

    language: str
    text: str = ""
    actor: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseFact:
    """One thing that happened.

    ``source`` and a ``confidential`` fact stay in the office. ``key`` names the
    fact inside its case and stays the same when it is edited. ``date`` is
    written 2016-12-05, 2016-12, 2016 or left empty. Raises ``NotADate``.
    """

    key: str = ""
    date: str = ""
    texts: tuple[FactTexts, ...] = ()
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
class Reply:
    """What somebody answered: its date and number, from whom, to which of our letters, its stored files.

    ``files`` are keys of stored files of the case. Raises ``NotADate``.
    """

    date: str = ""
    number: str = ""
    sender: str = ""
    answers: str = ""
    summary: str = ""
    files: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _ = self.date and PartialDate.parse(self.date)


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """All that the office knows of one case.

    ``aliases`` are other names of the case or of its organisation, in any
    language, by which it is found too. Facts without a key are given one.
    Raises ``DoubleFactKey``.
    """

    key: str = ""
    texts: tuple[CaseTexts, ...] = ()
    aliases: tuple[str, ...] = ()
    people: tuple[PersonConcerned, ...] = ()
    state: str = ""
    rights: tuple[Right, ...] = ()
    facts: tuple[CaseFact, ...] = ()
    references: tuple[ExternalReference, ...] = ()
    replies: tuple[Reply, ...] = ()
    closed: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        taken = [fact.key for fact in self.facts if fact.key]
        if twice := [key for key in taken if taken.count(key) > 1]:
            raise DoubleFactKey(key=twice[0])
        free = (key for number in count(1) if (key := f"f{number}") not in taken)
        named = tuple(fact if fact.key else replace(fact, key=next(free)) for fact in self.facts)
        object.__setattr__(self, "facts", named)

    def texts_in(self, language: str) -> CaseTexts:
        """Give the texts of a language, empty where there are none."""
        return said_in(self.texts, language) or CaseTexts(language=language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the case has texts."""
        return tuple(one.language for one in self.texts)

    @property
    def facts_to_tell(self) -> tuple[CaseFact, ...]:
        """The facts that a letter may tell, oldest first, undated last; a risk closes the list."""
        return tuple(sorted((fact for fact in self.facts if not fact.confidential), key=_place_in_a_letter))


@dataclass(frozen=True, kw_only=True)
class ProposedCase:
    """The case as a letter of one language gets it, and what has no text in that language.

    ``missing`` names places (``event``, ``facts.f2``); ``borrowed`` names those whose
    names were taken from another language.
    """

    case: Case
    missing: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()


_TEXTS: Final = ("title", "event", "subject", "concern", "general_concern", "interim_measures")


def case_for_letter(file: CaseFile, language: str, facts: Collection[str] | None = None) -> ProposedCase:
    """Give the case in the letter's language, with the facts chosen by their keys, or all that may be told.

    Confidential facts and all sources stay behind, whatever is chosen.
    """
    told = [fact for fact in file.facts_to_tell if facts is None or fact.key in facts]
    texts = file.texts_in(language)
    person, whose = _person(file, language)
    organisation, of_whom = _organisation(file, language)
    case = Case(
        **{name: getattr(texts, name) for name in _TEXTS},
        person=person,
        organisation=organisation,
        state=file.state,
        rights=file.rights,
        facts=tuple(_fact(fact, language) for fact in told if said_in(fact.texts, language)),
        references=file.references,
    )
    return ProposedCase(
        case=case_for_a_letter(case),
        missing=tuple(_missing(file, texts, told, language)),
        borrowed=tuple(place for place, lent in (("person", whose), ("organisation", of_whom)) if lent),
    )


def _missing(file: CaseFile, texts: CaseTexts, told: Collection[CaseFact], language: str) -> Iterator[str]:
    """Name what the case says in some language and not in this one."""
    for name in _TEXTS:
        if not getattr(texts, name) and any(getattr(one, name) for one in file.texts):
            yield name
    for fact in told:
        said = said_in(fact.texts, language)
        if said is None or not said.text:
            yield f"facts.{fact.key}"


def _fact(fact: CaseFact, language: str) -> Fact:
    said = said_in(fact.texts, language) or FactTexts(language=language)
    return Fact(
        text=said.text,
        date=fact.date,
        actor=said.actor,
        place=said.place,
        confidence=fact.confidence,
    )


def _person(file: CaseFile, language: str) -> tuple[Person, bool]:
    if not file.people:
        return Person(), False
    texts = file.people[0].texts
    said = said_in(texts, language)
    name, lent = name_in(texts, language)
    return Person(name=name, role=said.role if said else ""), lent


def _organisation(file: CaseFile, language: str) -> tuple[str, bool]:
    return name_in(file.texts, language, "organisation")


def _place_in_a_letter(fact: CaseFact) -> tuple[bool, PartialDate]:
    return fact.confidence is Confidence.RISK, fact.when or _LAST


class HappeningKind(StrEnum):
    """What a timeline shows."""

    LETTER = "letter"
    DRAFT = "draft"
    REPLY = "reply"
    FACT = "fact"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One line of a timeline: a letter of ours, a draft, a reply or a fact; ``day`` may be a partial date.

    ``draft`` and ``sequence`` lead to the letter, ``place`` to the reply or the
    fact inside its case.
    """

    kind: HappeningKind
    day: str = ""
    number: str = ""
    title: str = ""
    who: str = ""
    draft: int = 0
    sequence: int = 0
    place: int = 0


def happenings_of(file: CaseFile, language: str) -> Iterator[Happening]:
    """Give the replies and the facts of a case as lines of its timeline."""
    for place, reply in enumerate(file.replies):
        yield Happening(
            kind=HappeningKind.REPLY,
            day=reply.date,
            number=reply.number,
            title=reply.summary,
            who=reply.sender,
            place=place,
        )
    for place, fact in enumerate(file.facts):
        said = said_anyhow(fact.texts, language)
        yield Happening(
            kind=HappeningKind.FACT,
            day=fact.date,
            title=said.text if said else "",
            who=said.actor if said else "",
            place=place,
        )
