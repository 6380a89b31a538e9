"""What of the law library can be found, and by which names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.domain.law.finding import Entry, ItemKind
from app.domain.law.instruments import ILO, AdoptedText, Comment, ExpertReport, Instrument
from app.domain.law.tables import LawTables
from app.domain.law.words import Role

COMMITTEES: Final = {
    "CCPR": "Human Rights Committee",
    "CESCR": "Committee on Economic, Social and Cultural Rights",
    "CEDAW": "Committee on the Elimination of Discrimination against Women",
    "CERD": "Committee on the Elimination of Racial Discrimination",
    "CAT": "Committee against Torture",
    "CRC": "Committee on the Rights of the Child",
    "CMW": "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "CRPD": "Committee on the Rights of Persons with Disabilities",
    "CED": "Committee on Enforced Disappearances",
    "CAT-OP": "Subcommittee on Prevention of Torture",
}
_RECOMMENDING: Final = frozenset({"CEDAW", "CERD"})
_COMMENT_WORDS: Final = (
    "general comment", "gc", "observation générale", "observación general", "замечание общего порядка",
    "зоп", "загальне зауваження", "التعليق العام", "تعليق عام", "一般性意见", "ზოგადი კომენტარი",
    "allgemeine bemerkung",
)  # fmt: skip
_RECOMMENDATION_WORDS: Final = (
    "general recommendation", "gr", "recommandation générale", "recomendación general",
    "общая рекомендация", "التوصية العامة", "一般性建议",
)  # fmt: skip
_SPOKEN_FOR: Final = frozenset({"HRC-RES-24-5"})
_KINDS: Final = {"resolution": ItemKind.RESOLUTION}


def entries(tables: LawTables) -> Iterator[Entry]:
    """Give everything that can be found; the fundamental instruments come first."""
    held = [one for one in tables.instruments.values() if one.id not in _SPOKEN_FOR]
    for instrument in sorted(held, key=_weight):
        yield _instrument(tables, instrument)
    yield from _subjects(tables)
    order = list(COMMITTEES)
    for comment in sorted(tables.comments.values(), key=lambda one: order.index(one.committee)):
        yield _comment(comment)
    for report in tables.reports.values():
        yield _report(tables, report)
    for adopted in sorted(tables.adopted.values(), key=lambda one: one.adopted, reverse=True):
        yield _adopted(adopted)


def _weight(one: Instrument) -> tuple[bool, bool, bool, int]:
    freedom = one.number in {"87", "98"}
    return not one.is_fundamental, not freedom, one.body == ILO and not freedom, int(one.number or 0)


def _instrument(tables: LawTables, one: Instrument) -> Entry:
    titles = (title.text for title in tables.titles.get(one.id, ()))
    articles = (held.article for held in tables.articles.get(one.id, ()))
    return Entry(
        id=one.id,
        kind=ItemKind.INSTRUMENT,
        title=one.title,
        names=(
            one.id,
            one.short,
            one.citation,
            *titles,
            *tables.aliases.get(one.id, ()),
            *_numbered(tables, one),
        ),
        number=one.number if one.is_convention else "",
        articles=frozenset(int(article) for article in articles if article.isdigit()),
    )


def _numbered(tables: LawTables, one: Instrument) -> Iterator[str]:
    """Give the names that an ILO convention has by its number."""
    if one.is_convention:
        words = (word.text for word in tables.words if word.role is Role.NAMING)
        yield from (f"{word} {one.number}" for word in words)


def _subjects(tables: LawTables) -> Iterator[Entry]:
    """Give the articles that protect a right, by the name of that right."""
    for subject in tables.subjects:
        if subject.articles and subject.named:
            articles = ", ".join(subject.articles)
            yield Entry(
                id=f"{subject.instrument}:{articles}:{subject.right}",
                kind=ItemKind.ARTICLE,
                title=subject.named,
                names=(subject.right.replace("_", " "),),
                within=subject.articles,
            )


def _comment(one: Comment) -> Entry:
    words = _RECOMMENDATION_WORDS if one.committee in _RECOMMENDING else _COMMENT_WORDS
    numbered = [f"{word} {one.number}" for word in words] if one.number else []
    committee = [f"{one.committee} {name}" for name in numbered[:2]]
    return Entry(
        id=one.symbol,
        kind=ItemKind.COMMENT,
        title=_plain(one.title),
        names=(*numbered, *committee, f"{COMMITTEES[one.committee]} {one.title}"),
        symbols=(one.symbol,),
    )


def _report(tables: LawTables, one: ExpertReport) -> Entry:
    mandate = tables.mandates.get(one.mandate)
    return Entry(
        id=one.symbol,
        kind=ItemKind.REPORT,
        title=one.subject.partition(";")[0],
        names=(f"{mandate.title} {one.year}",) if mandate else (),
        symbols=(one.symbol, one.symbol.removeprefix("A/")),
    )


def _adopted(one: AdoptedText) -> Entry:
    return Entry(
        id=one.symbol,
        kind=_KINDS.get(one.kind, ItemKind.DECISION),
        title=one.title,
        names=tuple(topic.replace("_", " ") for topic in one.topics),
        symbols=(one.symbol, one.symbol.removeprefix("A/"), one.symbol.removeprefix("A/HRC/")),
        short=one.short,
    )


def _plain(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip()
