"""What a law library holds: instruments with their articles, resolutions, reports, comments, mandates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

ILO: Final = "ILO"
ENGLISH: Final = "en"


@dataclass(frozen=True, kw_only=True)
class Title:
    """What an instrument or mandate is called in a language; unverified ones have no source."""

    item: str
    language: str
    text: str
    form: str = ""
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A treaty, convention or declaration; days are written 1948-07-09.

    ``unverified`` names the fields that nobody has a source for.
    """

    id: str
    body: str
    kind: str
    group: str = ""
    number: str = ""
    short: str = ""
    title: str
    citation: str = ""
    adopted: str = ""
    place: str = ""
    in_force: str = ""
    in_force_source: str = ""
    reference: str = ""
    source: str = ""
    unverified: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_convention(self) -> bool:
        """Whether it is cited by the number of an ILO convention."""
        return self.body == ILO and self.kind == "convention"

    @property
    def is_declaration(self) -> bool:
        """Whether it is a declaration: no State ratifies it."""
        return self.kind == "declaration"

    @property
    def is_fundamental(self) -> bool:
        """Whether it is one of the fundamental or core instruments."""
        return self.group in {"fundamental", "core treaty", "declaration"}


@dataclass(frozen=True, kw_only=True)
class Article:
    """The text of an article or operative paragraph; ``check`` says how it was read against others.

    ``article`` is its number, or several where one text stands for them: “1, 2”.
    """

    instrument: str
    article: str
    language: str = ENGLISH
    text: str
    heading: str = ""
    source: str = ""
    check: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The numbered paragraphs as they stand, one for each line."""
        return tuple(line for line in self.text.splitlines() if line.strip())

    def part(self, locator: str) -> str:
        """Give the text of a paragraph such as 4 or (a), without its number; nothing where there is none."""
        mark = locator.strip("()")
        found = (re.fullmatch(rf"\(?{re.escape(mark)}[.)]\s*(.+)", line) for line in self.paragraphs)
        return next((one[1] for one in found if one), "")


@dataclass(frozen=True, kw_only=True)
class AdoptedText:
    """A resolution, decision or statement of the Human Rights Council; ``vote`` is yes-no-abstaining."""

    symbol: str
    kind: str = "resolution"
    short: str = ""
    title: str = ""
    adopted: str = ""
    vote: str = ""
    topics: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """A special procedure with the resolutions that carry its name, the oldest first.

    ``latest`` is the newest resolution on the mandate itself, where that is known.
    """

    id: str
    kind: str = ""
    title: str
    source: str = ""
    established_by: str = ""
    established: str = ""
    extensions: tuple[str, ...] = ()
    latest: str = ""
    latest_date: str = ""
    resolutions: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who has held a mandate; since and until as exactly as is known."""

    mandate: str
    name: str
    since: str = ""
    until: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class ExpertReport:
    """A report of a special procedure; ``whole`` says whether the subject is the whole title."""

    mandate: str
    symbol: str
    year: str = ""
    subject: str = ""
    whole: bool = True
    url: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A general comment or recommendation of a treaty body."""

    committee: str
    symbol: str
    year: str = ""
    title: str
    status: str = ""
    superseded_by: str = ""

    @property
    def number(self) -> str:
        """Its number, read from the title."""
        found = re.search(
            r"(?:Comment|Recommendation|GC|GR)\s*(?:No\.\s*)?0*(\d+)", self.title, re.IGNORECASE
        )
        return found[1] if found else ""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A quotation or a paraphrase to be used in letters, with where it was taken from.

    ``place`` is the paragraph or the articles; ``quoted`` tells the words themselves from a paraphrase.
    """

    item: str
    place: str
    language: str = ENGLISH
    text: str
    quoted: bool = True
    title: str = ""
    lead_in: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Which articles protect a right, and what letters in a language call that right there."""

    right: str
    instrument: str
    articles: tuple[str, ...] = ()
    language: str = ENGLISH
    named: str = ""


@dataclass(frozen=True, kw_only=True)
class DataSource:
    """Where facts come from, the state of it that was read, and its licence."""

    source: str
    what: str
    where: str = ""
    version: str = ""
    as_of: str = ""
    licence: str = ""
    url: str = ""
