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
    NOT_RATIFIED = "not_ratified"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class TreatyArticle:
    """An article of a treaty, with the addressed State's status."""

    kind: Literal["treaty"]
    key: str = ""
    treaty: str
    articles: tuple[str, ...]
    symbol: str = ""
    right: Right | None = None
    right_named: str = ""
    status: Status = Status.UNKNOWN
    status_date: date | None = None
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class IloConvention:
    """One convention of the International Labour Organization, by its number."""

    number: str
    articles: tuple[str, ...] = ()
    status: Status = Status.UNKNOWN
    status_date: date | None = None


@dataclass(frozen=True, kw_only=True)
class IloConventions:
    """One to several ILO conventions that one paragraph cites together."""

    kind: Literal["ilo"]
    key: str = ""
    conventions: tuple[IloConvention, ...]
    comment: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the conventions, in their order."""
        return tuple(one.number for one in self.conventions)

    @property
    def together(self) -> bool:
        """Whether one clause can say the status of all of them."""
        return len({one.status for one in self.conventions}) == 1 and not any(
            one.articles for one in self.conventions
        )


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


Citation = TreatyArticle | IloConventions | Resolution | Declaration | Report | NationalLaw
