"""From the letter back to the case file: what was changed in the letter is kept in its language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.case_files import (
    CaseFact,
    CaseFile,
    CaseTexts,
    FactTexts,
    PersonConcerned,
    PersonTexts,
    case_for_letter,
)
from app.domain.said import said_in, saying

if TYPE_CHECKING:
    from app.domain.cases import Case, Fact

_TEXTS: Final = (
    "title",
    "event",
    "subject",
    "organisation",
    "concern",
    "general_concern",
    "interim_measures",
)


def kept_in_file(file: CaseFile, case: Case, language: str) -> CaseFile:
    """Give a case file with what a letter says otherwise; facts are kept one by one, not here."""
    told = case_for_letter(file, language).case
    changed: dict[str, Any] = {
        name: getattr(case, name) for name in _TEXTS if getattr(case, name) != getattr(told, name)
    }
    texts = said_in(file.texts, language) or CaseTexts(language=language)
    kept = replace(file, state=case.state, rights=case.rights, references=case.references)
    if changed:
        kept = replace(kept, texts=saying(file.texts, replace(texts, **changed)))
    if case.person != told.person:
        kept = replace(kept, people=_people(file, case, language))
    return kept


def file_of(case: Case, language: str) -> CaseFile:
    """Give a new case file with all that a letter says of a case."""
    facts = tuple(in_file(fact, language) for fact in case.facts)
    return kept_in_file(CaseFile(facts=facts), case, language)


def in_file(fact: Fact, language: str) -> CaseFact:
    """Give a fact of a letter as a case file keeps it."""
    texts = FactTexts(language=language, text=fact.text, actor=fact.actor, place=fact.place)
    return CaseFact(
        date=fact.date,
        texts=(texts,),
        source=fact.source,
        confidence=fact.confidence,
        confidential=fact.confidential,
    )


def _people(file: CaseFile, case: Case, language: str) -> tuple[PersonConcerned, ...]:
    first = file.people[0] if file.people else PersonConcerned()
    texts = PersonTexts(language=language, name=case.person.name, role=case.person.role)
    return (replace(first, texts=saying(first.texts, texts)), *file.people[1:])
