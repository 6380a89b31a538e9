"""All facts of one release of the law library, and the questions that they answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.citations import Status
from app.domain.law.instruments import (
    ENGLISH,
    AdoptedText,
    Article,
    Comment,
    DataSource,
    ExpertReport,
    Holder,
    Instrument,
    Mandate,
    Passage,
    Subject,
    Title,
)
from app.domain.law.standing import Coverage, Membership, Standing
from app.domain.law.words import Word


@dataclass(frozen=True, kw_only=True)
class LawTables:
    """What one release holds; ``as_of`` is the day of its newest facts, ``seal`` tells releases apart.

    ``standings`` go by State and instrument, ``articles``, ``titles``, ``passages`` by what they belong to.
    """

    as_of: str = ""
    seal: str = ""
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    titles: Mapping[str, Sequence[Title]] = field(default_factory=dict)
    articles: Mapping[str, Sequence[Article]] = field(default_factory=dict)
    standings: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    adopted: Mapping[str, AdoptedText] = field(default_factory=dict)
    mandates: Mapping[str, Mandate] = field(default_factory=dict)
    holders: Sequence[Holder] = ()
    reports: Mapping[str, ExpertReport] = field(default_factory=dict)
    comments: Mapping[str, Comment] = field(default_factory=dict)
    members: Mapping[str, Membership] = field(default_factory=dict)
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    subjects: Sequence[Subject] = ()
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    words: Sequence[Word] = ()
    sources: Mapping[str, DataSource] = field(default_factory=dict)

    def standing(self, state: str, instrument: str) -> Standing:
        """Give how a State stands to an instrument; what is not listed is unknown, whatever the reason."""
        known = self.standings.get(state, {}).get(instrument)
        if known:
            return known
        coverage = self.coverage.get(instrument, Coverage(instrument=instrument, coverage="none"))
        note = coverage.missing_means if coverage.is_complete else ""
        return Standing(state=state, instrument=instrument, note=note, as_of=coverage.as_of)

    def binding_on(self, state: str) -> frozenset[str]:
        """Give the instruments that bind a State."""
        return frozenset(key for key, one in self.standings.get(state, {}).items() if one.binds)

    def states_of(self, instrument: str) -> Sequence[Standing]:
        """Give how each listed State stands to an instrument, by the States' codes."""
        found = (held.get(instrument) for _, held in sorted(self.standings.items()))
        return [one for one in found if one]

    def title(self, item: str, language: str) -> str:
        """Give the sourced title of an instrument or mandate in a language; nothing where there is none."""
        if language.split("-")[0] == ENGLISH:
            known = self.instruments.get(item) or self.mandates.get(item)
            return known.title if known else ""
        return next((one.text for one in self._titles(item, language) if one.verified), "")

    def _titles(self, item: str, language: str) -> Sequence[Title]:
        found = [one for one in self.titles.get(item, ()) if one.form in {"", "bare"}]
        return [one for one in found if one.language == language] or [
            one for one in found if one.language.split("-")[0] == language.split("-")[0]
        ]

    def article(self, instrument: str, article: str, language: str = ENGLISH) -> Article | None:
        """Give the text of an article in a language; paragraphs in brackets belong to their article."""
        bare = re.sub(r"\(.*", "", article)
        held = self.articles.get(instrument, ())
        fitting = (one for one in held if one.article == bare and one.language == language)
        return next(fitting, None)

    def passage(self, item: str, place: str, language: str = ENGLISH) -> Passage | None:
        """Give a stored quotation or paraphrase of a place."""
        held = self.passages.get(item, ())
        return next((one for one in held if one.place == place and one.language == language), None)

    def named(self, instrument: str, articles: Sequence[str], language: str) -> Subject | None:
        """Give what letters call the right that articles of an instrument protect."""
        bare = {re.sub(r"\(.*", "", one) for one in articles}
        fitting = [one for one in self.subjects if one.instrument == instrument and one.language == language]
        asked = (
            one for one in fitting if bare and bare == {re.sub(r"\(.*", "", two) for two in one.articles}
        )
        return next(asked, None)

    def is_member_of_ilo(self, state: str) -> bool:
        """Say whether a State is a member of the ILO."""
        return state in self.members and self.members[state].ilo


def status_from(text: str) -> Status:
    """Read a status as the tables write it. Raises ``ValueError``."""
    return Status.CONFIRMED if text == "formally confirmed" else Status(text.replace(" ", "_"))
