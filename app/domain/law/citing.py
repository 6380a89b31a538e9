"""From a pick to the citation that a letter prints, with what is known of the addressed State."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from app.domain.cases import Right
from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    GeneralComment,
    IloConvention,
    IloConventions,
    Report,
    Resolution,
    Status,
    StillBinds,
    TreatyArticle,
)
from app.domain.law.entries import COMMITTEES
from app.domain.law.finding import Hit
from app.domain.law.instruments import ENGLISH, Instrument
from app.domain.law.standing import Standing
from app.domain.law.tables import LawTables

Standings = Callable[[str, str], Standing]
_UNBOUND: Final = frozenset({Status.NOT_RATIFIED, Status.DENOUNCED})
_OF_ASSOCIATION: Final = frozenset({"C087", "C098"})
_COUNCIL: Final = ("Human Rights Council", "Council")


class Citing:
    """Makes citations of what was found; ``standings`` says how States stand to instruments."""

    def __init__(self, tables: LawTables, standings: Standings) -> None:
        self._tables, self._standings = tables, standings

    def citation(self, hit: Hit, state: str, language: str) -> Citation:
        """Give the citation of a pick, in the words of one language as far as they are known."""
        key = hit.entry.id.partition(":")[0] if hit.entry.within else hit.entry.id
        instrument = self._tables.instruments.get(key)
        if instrument:
            return self._instrument(instrument, hit, state, language)
        if key in self._tables.adopted:
            return self._resolution(hit, language)
        if key in self._tables.comments:
            return self._comment(hit, language)
        return self._report(hit, language)

    def _instrument(self, one: Instrument, hit: Hit, state: str, language: str) -> Citation:
        if one.is_declaration:
            return self.declaration(one, hit.articles, language)
        if one.is_convention:
            return self.conventions((one.id, *hit.together), hit.articles, state)
        return self.treaty(one, hit.articles, state, language)

    def treaty(self, one: Instrument, articles: Sequence[str], state: str, language: str) -> TreatyArticle:
        """Cite articles of a treaty."""
        standing = self._standings(state, one.id).for_a_letter
        subject = self._tables.named(one.id, articles, language)
        return TreatyArticle(
            kind="treaty",
            treaty=self._tables.title(one.id, language),
            symbol=one.short,
            articles=tuple(articles),
            right=Right(subject.right) if subject else None,
            right_named=subject.named if subject else "",
            status=standing.status,
            status_date=standing.day,
            status_year=standing.year,
            still_binds=self.still_binding(standing, articles),
        )

    def conventions(self, keys: Sequence[str], articles: Sequence[str], state: str) -> IloConventions:
        """Cite one or several conventions; articles are those of the first."""
        standings = [self._standings(state, key).for_a_letter for key in keys]
        grounds = (self.still_binding(one, ()) for one in standings)
        each = tuple(
            IloConvention(
                number=self._tables.instruments[key].number,
                articles=tuple(articles) if at == 0 else (),
                status=one.status,
                status_date=one.day,
                status_year=one.year,
            )
            for at, (key, one) in enumerate(zip(keys, standings, strict=True))
        )
        return IloConventions(
            kind="ilo", conventions=each, still_binds=next((one for one in grounds if one), None)
        )

    def still_binding(self, standing: Standing, articles: Sequence[str]) -> StillBinds | None:
        """Say what binds a State all the same; nothing where it is bound, or not known how it stands."""
        instrument = self._tables.instruments[standing.instrument]
        if standing.status is Status.SIGNED:
            return StillBinds.SIGNATURE
        if standing.status not in _UNBOUND:
            return None
        if instrument.is_convention and self._tables.is_member_of_ilo(standing.state):
            return self._by_membership(instrument)
        subject = self._tables.named(instrument.id, articles, ENGLISH)
        declared = {one.right for one in self._tables.subjects if one.instrument == "UDHR"}
        return StillBinds.CUSTOM if subject and subject.right in declared else None

    @staticmethod
    def _by_membership(one: Instrument) -> StillBinds | None:
        if one.id in _OF_ASSOCIATION:
            return StillBinds.FREEDOM_OF_ASSOCIATION
        return StillBinds.FUNDAMENTAL_PRINCIPLES if one.group == "fundamental" else None

    def declaration(self, one: Instrument, articles: Sequence[str], language: str) -> Declaration:
        """Cite articles of a declaration with what they say."""
        is_english = language.split("-")[0] == ENGLISH
        known_as = f"the UN {one.short}" if one.short.startswith("Declaration") and is_english else ""
        together = self._tables.passage(one.id, ", ".join(articles), language)
        groups = [tuple(articles)] if together else [(each,) for each in articles]
        return Declaration(
            kind="declaration",
            title=self._tables.title(one.id, language),
            also_known_as=known_as,
            articles=tuple(
                DeclarationArticles(articles=group, says=self._says(one.id, group, language))
                for group in groups
            ),
        )

    def _says(self, key: str, articles: Sequence[str], language: str) -> str:
        passage = self._tables.passage(key, ", ".join(articles), language)
        if passage:
            return passage.text
        text = self._tables.article(key, articles[0], language)
        if text is None or (not text.check and key != "UDHR") or language.split("-")[0] != ENGLISH:
            return ""
        _, _, part = articles[0].partition("(")
        parts = [text.part(part.rstrip(")"))] if part else [_unnumbered(one) for one in text.paragraphs]
        return " and that ".join(one[:1].lower() + one[1:].rstrip(".") for one in parts if one)

    def _resolution(self, hit: Hit, language: str) -> Resolution:
        adopted = self._tables.adopted[hit.entry.id]
        body, short = _COUNCIL if language.split("-")[0] == ENGLISH else ("", "")
        return Resolution(
            kind="resolution",
            symbol=adopted.short or adopted.symbol,
            body=body,
            body_short=short,
            quotation=self._quoted(hit, language),
            paragraph=hit.paragraph,
        )

    def _report(self, hit: Hit, language: str) -> Report:
        report = self._tables.reports[hit.entry.id]
        passage = self._tables.passage(hit.entry.id, hit.paragraph, language)
        mandate = self._tables.mandates.get(report.mandate)
        is_english = language.split("-")[0] == ENGLISH
        title = f"the report of the {mandate.title}" if mandate and is_english else ""
        return Report(
            kind="report",
            title=passage.title if passage and passage.title else title,
            lead_in=passage.lead_in if passage else "",
            quotation=self._quoted(hit, language),
            paragraph=hit.paragraph,
            symbol=report.symbol,
        )

    def _comment(self, hit: Hit, language: str) -> GeneralComment:
        comment = self._tables.comments[hit.entry.id]
        is_english = language.split("-")[0] == ENGLISH
        title = " ".join(comment.title.split())
        return GeneralComment(
            kind="general_comment",
            committee=COMMITTEES[comment.committee] if is_english else "",
            title=title[:1].lower() + title[1:] if is_english else "",
            symbol=comment.symbol,
            paragraph=hit.paragraph,
            quotation=self._quoted(hit, language),
        )

    def _quoted(self, hit: Hit, language: str) -> str:
        passage = self._tables.passage(hit.entry.id, hit.paragraph, language)
        return passage.text if passage and passage.quoted else ""


def _unnumbered(paragraph: str) -> str:
    number, point, rest = paragraph.partition(". ")
    return rest if point and number.isdigit() else paragraph
