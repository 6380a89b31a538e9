"""Legal references that an office keeps: once written down, cited in every letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.citations import (
    Citation,
    Declaration,
    GeneralComment,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    Status,
    SupervisoryDecision,
    TreatyArticle,
)
from app.domain.dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class Binding:
    """How a State stands to an instrument, and since when as far as that is known.

    ``as_of`` and ``source`` say when that was true and who says so.
    ``since`` is written 2000-12-13, 2000-12 or 2000, or left empty; anything else raises ``NotADate``.
    """

    state: str
    status: Status = Status.UNKNOWN
    since: str = ""
    as_of: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        _ = self.when

    @property
    def when(self) -> PartialDate | None:
        """Since when, as a value."""
        return PartialDate.parse(self.since) if self.since else None


@dataclass(frozen=True, kw_only=True)
class LegalReference:
    """A citation that the office keeps, in the words of one language.

    ``citation`` says nothing of any State; ``bindings`` do, State by State.
    ``aliases`` are further names that it is found by; ``translators_note`` tells of a quotation
    in another language than its source's who has put it into this one.
    """

    key: str = ""
    language: str = "en"
    citation: Citation
    aliases: tuple[str, ...] = ()
    bindings: tuple[Binding, ...] = ()
    translators_note: str = ""

    def binding_of(self, state: str) -> Binding | None:
        """Give how a State stands to it, if that is known."""
        return next((one for one in self.bindings if state and one.state == state), None)

    def knowing(self, binding: Binding) -> LegalReference:
        """Give the reference with what is known of one State in place of what was."""
        others = tuple(one for one in self.bindings if one.state != binding.state)
        return replace(self, bindings=(*others, binding))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it is found by, the shortest use first."""
        return tuple(dict.fromkeys(name for name in (*_names(self.citation), *self.aliases) if name.strip()))


def for_a_letter(reference: LegalReference, state: str) -> Citation:
    """Give the citation for a letter about a State.

    Of a State of which nothing is known nothing is said, and a date of which
    only the year or month is known is left open: letters print whole days.
    """
    known = reference.binding_of(state) or Binding(state=state)
    whole = known.when.first_day if known.when and known.when.day else None
    return bound(replace(reference.citation, key=""), known.status, whole)


def bound(citation: Citation, status: Status, since: date | None) -> Citation:
    """Give a citation with how the State stands to it; only treaties and conventions bind."""
    if isinstance(citation, TreatyArticle):
        return replace(citation, status=status, status_date=since)
    if isinstance(citation, IloConventions):
        each = tuple(replace(one, status=status, status_date=since) for one in citation.conventions)
        return replace(citation, conventions=each)
    return citation


def kept_from(citation: Citation, *, language: str, state: str) -> LegalReference:
    """Make a reference to keep from a citation of a letter about a State."""
    plain = bound(replace(citation, key="", comment=""), Status.UNKNOWN, None)
    kept = LegalReference(language=language, citation=plain)
    status, since = status_of(citation)
    if state and status is not Status.UNKNOWN:
        return kept.knowing(Binding(state=state, status=status, since=since.isoformat() if since else ""))
    return kept


def status_of(citation: Citation) -> tuple[Status, date | None]:
    """Give how the State stands to what is cited; to several conventions only what holds for all."""
    if isinstance(citation, TreatyArticle):
        return citation.status, citation.status_date
    if isinstance(citation, IloConventions) and citation.together and citation.conventions:
        days = {one.status_date for one in citation.conventions}
        return citation.conventions[0].status, days.pop() if len(days) == 1 else None
    return Status.UNKNOWN, None


def _names(citation: Citation) -> Iterator[str]:
    match citation:
        case TreatyArticle():
            articles = ", ".join(citation.articles)
            yield from (f"{name} {articles}".strip() for name in (citation.symbol, citation.treaty) if name)
            yield citation.right_named
        case IloConventions():
            yield f"ILO Convention {', '.join(citation.numbers)}"
            yield from (f"C{number}" for number in citation.numbers)
        case Resolution():
            yield f"{citation.body} {citation.symbol}".strip()
        case Declaration():
            articles = ", ".join(one for group in citation.articles for one in group.articles)
            names = (citation.also_known_as, citation.title)
            yield from (f"{name} {articles}".strip() for name in names if name)
        case Report() | GeneralComment():
            yield from (citation.symbol, citation.title)
        case SupervisoryDecision():
            yield from (
                f"{citation.body} {part}".strip() for part in (citation.case, citation.report) if part
            )
        case NationalLaw():
            yield f"{citation.title} {', '.join(citation.articles)}".strip()
