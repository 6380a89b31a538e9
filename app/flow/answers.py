"""What a letter says so far, answer by answer, with the way to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.citations import (
    Citation,
    Declaration,
    GeneralComment,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    SupervisoryDecision,
    TreatyArticle,
)
from app.domain.errors import N_, Sentence
from app.domain.letters import Deadline, Letter
from app.domain.people import Signatory
from app.flow.fields import FIELDS
from app.flow.naming import TYPE_TITLES, block_title
from app.flow.remarks import Target

Line = str | date | Sentence

_DATED: Final = N_("{date}: {text}")
_PERSON: Final = N_("{name}, {capacities}")
_ARTICLES: Final = N_("{title}, article {articles}")
_CONVENTIONS: Final = N_("ILO Convention {numbers}")
_PARAGRAPH: Final = N_("{title}, paragraph {paragraph}")
_DAYS: Final = N_("{days} days")


@dataclass(frozen=True)
class Answer:
    """What a letter says at one place; without ``lines`` it says nothing there."""

    target: Target
    title: str
    lines: tuple[Line, ...]


def answers(letter: Letter) -> tuple[Answer, ...]:
    """Give every answer in the order of the steps; of those that a letter may do without, the given ones."""
    given = ((place, tuple(line for line in lines(letter) if line)) for place, lines in _LINES.items())
    return tuple(
        Answer(Target(FIELDS[place].step, place), FIELDS[place].title, lines)
        for place, lines in given
        if lines or place in _ALWAYS
    )


def citation_line(citation: Citation) -> Line:
    """Give a legal reference in a few words."""
    match citation:
        case TreatyArticle():
            return _with_articles(citation.symbol or citation.treaty, citation.articles)
        case IloConventions():
            return Sentence(_CONVENTIONS, {"numbers": ", ".join(citation.numbers)})
        case Declaration():
            articles = tuple(one for group in citation.articles for one in group.articles)
            return _with_articles(citation.also_known_as or citation.title, articles)
        case NationalLaw():
            return _with_articles(citation.title, citation.articles)
        case _:
            return _document_line(citation)


def _document_line(citation: Resolution | Report | GeneralComment | SupervisoryDecision) -> Line:
    match citation:
        case Resolution():
            return " ".join(part for part in (citation.body, citation.symbol) if part)
        case Report() | GeneralComment():
            return _with_paragraph(citation.symbol or citation.title, citation.paragraph)
        case SupervisoryDecision():
            parts = (citation.body, citation.report, citation.case)
            return _with_paragraph(", ".join(part for part in parts if part), citation.paragraph)


def _with_paragraph(title: str, paragraph: str) -> Line:
    return Sentence(_PARAGRAPH, {"title": title, "paragraph": paragraph}) if paragraph else title


def _with_articles(title: str, articles: tuple[str, ...]) -> Line:
    return Sentence(_ARTICLES, {"title": title, "articles": ", ".join(articles)}) if articles else title


def _kind(letter: Letter) -> Iterable[Line]:
    return (Sentence(TYPE_TITLES[letter.type]),)


def _earlier(letter: Letter) -> Iterable[Line]:
    earlier = letter.earlier
    return (earlier.number, earlier.date or "", earlier.subject)


def _recipients(letter: Letter) -> Iterable[Line]:
    return (", ".join(one.lines) for one in letter.recipients)


def _addresses(letter: Letter) -> Iterable[Line]:
    return (", ".join(one.address) for one in letter.recipients)


def _facts(letter: Letter) -> Iterable[Line]:
    return (
        Sentence(_DATED, {"date": fact.date, "text": fact.text}) if fact.date else fact.text
        for fact in letter.case.facts
    )


def _written(letter: Letter) -> Iterable[Line]:
    return (block_title(letter.blocks, block) for block in letter.blocks if block.is_written)


def _signatories(letter: Letter) -> Iterable[Line]:
    return (_person(one) for one in letter.people)


def _person(person: Signatory) -> Line:
    name, capacities = person.name or person.organisation, ", ".join(person.capacities)
    return Sentence(_PERSON, {"name": name, "capacities": capacities}) if name and capacities else name


def _deadline(letter: Letter) -> Iterable[Line]:
    given: Deadline = letter.deadline
    return (given.words, given.day or "", Sentence(_DAYS, {"days": given.days}) if given.days else "")


_LINES: Final[Mapping[str, Callable[[Letter], Iterable[Line]]]] = {
    "type": _kind,
    "language": lambda letter: (letter.language,),
    "title": lambda letter: (letter.title,),
    "sender": lambda letter: (letter.sender.organisation,),
    "earlier": _earlier,
    "recipients": _recipients,
    "recipients.salutation": lambda letter: (one.salutation for one in letter.recipients),
    "recipients.vocative": lambda letter: (one.vocative for one in letter.recipients),
    "recipients.address": _addresses,
    "recipients.via": lambda letter: (one.via for one in letter.recipients),
    "forward_to": lambda letter: (letter.forward_to,),
    "case": lambda letter: (letter.case.title,),
    "state": lambda letter: (letter.state.name or letter.state.code,),
    "subject": lambda letter: (letter.subject,),
    "case.event": lambda letter: (letter.case.event,),
    "case.subject": lambda letter: (letter.case.subject,),
    "case.concern": lambda letter: (letter.case.concern,),
    "case.general_concern": lambda letter: (letter.case.general_concern,),
    "case.interim_measures": lambda letter: (letter.case.interim_measures,),
    "case.facts": _facts,
    "citations": lambda letter: map(citation_line, letter.citations),
    "blocks": _written,
    "questions": lambda letter: letter.questions,
    "demands": lambda letter: letter.demands,
    "mandates": lambda letter: (mandate.title for mandate in letter.mandates),
    "signatories": _signatories,
    "copies": lambda letter: (copy.name for copy in letter.copies),
    "enclosures": lambda letter: letter.enclosures,
    "disclaimer": lambda letter: (letter.disclaimer,),
    "deadline": _deadline,
    "series": lambda letter: (letter.series,),
    "reference": lambda letter: (letter.reference,),
    "place": lambda letter: (letter.place,),
    "date": lambda letter: (letter.date,) if letter.date else (),
}
_ALWAYS: Final = frozenset(
    {"type", "language", "recipients", "case", "state", "sender", "signatories", "date"}
)
