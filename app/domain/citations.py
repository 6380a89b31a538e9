"""Legal references: what kind each is, and how it binds the addressed State."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from app.domain.cases import Right


class Status(StrEnum):
    """How a State stands to a treaty; the verb of the sentence follows it."""

    RATIFIED = "ratified"
    ACCEDED = "acceded"
    SUCCEEDED = "succeeded"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    CONFIRMED = "confirmed"
    DENOUNCED = "denounced"
    NOT_RATIFIED = "not_ratified"
    UNKNOWN = "unknown"


class StillBinds(StrEnum):
    """What binds a State that has not ratified; each has its sentence in the wording.

    The ILO's members are bound by its constitution to respect freedom of association, and by the
    Declaration of 1998 to respect its fundamental principles; the Universal Declaration is held to
    be custom; whoever has signed must not defeat the purpose of what was signed.
    """

    FREEDOM_OF_ASSOCIATION = "freedom_of_association"
    FUNDAMENTAL_PRINCIPLES = "fundamental_principles"
    CUSTOM = "custom"
    SIGNATURE = "signature"


@dataclass(frozen=True, kw_only=True)
class TreatyArticle:
    """An article of a treaty, with the addressed State's status.

    ``status_year`` is there where the day is not known. ``still_binds`` says what the
    letter adds for a State that has not ratified; without it nothing is added.
    """

    kind: Literal["treaty"]
    key: str = ""
    treaty: str
    articles: tuple[str, ...]
    symbol: str = ""
    right: Right | None = None
    right_named: str = ""
    status: Status = Status.UNKNOWN
    status_date: date | None = None
    status_year: int = 0
    still_binds: StillBinds | None = None
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class IloConvention:
    """One convention of the International Labour Organization, by its number."""

    number: str
    articles: tuple[str, ...] = ()
    status: Status = Status.UNKNOWN
    status_date: date | None = None
    status_year: int = 0


@dataclass(frozen=True, kw_only=True)
class IloConventions:
    """One to several ILO conventions that one paragraph cites together.

    ``still_binds`` says what the letter adds for a State that has not ratified.
    """

    kind: Literal["ilo"]
    key: str = ""
    conventions: tuple[IloConvention, ...]
    still_binds: StillBinds | None = None
    comment: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the conventions, in their order."""
        return tuple(one.number for one in self.conventions)

    @property
    def together(self) -> bool:
        """Whether one clause can say the status of all of them."""
        ways = {(one.status, bool(one.status_year)) for one in self.conventions}
        return len(ways) == 1 and not any(one.articles for one in self.conventions)


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """A resolution of a United Nations body, quoted, with its operative paragraph."""

    kind: Literal["resolution"]
    key: str = ""
    symbol: str
    body: str
    body_short: str = ""
    quotation: str = ""
    paragraph: str = ""
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class DeclarationArticles:
    """What articles of one declaration say, in the letter's words."""

    articles: tuple[str, ...]
    says: str


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """A declaration with the articles referred to."""

    kind: Literal["declaration"]
    key: str = ""
    title: str
    also_known_as: str = ""
    articles: tuple[DeclarationArticles, ...] = ()
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report of a United Nations body or expert, quoted, with paragraph and symbol."""

    kind: Literal["report"]
    key: str = ""
    title: str
    lead_in: str = ""
    quotation: str = ""
    paragraph: str = ""
    symbol: str = ""
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class NationalLaw:
    """An article of a national law as it stood on a day."""

    kind: Literal["national_law"]
    key: str = ""
    title: str
    articles: tuple[str, ...] = ()
    as_of: date | None = None
    says: str = ""
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class GeneralComment:
    """A general comment or recommendation of a treaty body, quoted, with its paragraph."""

    kind: Literal["general_comment"]
    key: str = ""
    committee: str
    title: str
    symbol: str = ""
    paragraph: str = ""
    quotation: str = ""
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class SupervisoryDecision:
    """What a supervisory body of the ILO has said: its report and paragraph, and the case."""

    kind: Literal["supervisory"]
    key: str = ""
    body: str
    case: str = ""
    report: str = ""
    paragraph: str = ""
    quotation: str = ""
    comment: str = ""


Citation = (
    TreatyArticle
    | IloConventions
    | Resolution
    | Declaration
    | Report
    | NationalLaw
    | GeneralComment
    | SupervisoryDecision
)
