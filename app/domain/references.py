"""External references: numbers that somebody else assigns; they are kept as typed, read, and never given.

The UN counts the communications of its special procedures for each State and
calendar year, whatever their type (public lists for Egypt 2011–2012); joint
letters were JUA and JAL in older lists. The Committee on Freedom of
Association of the ILO has one running number for the whole world.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class ReferenceKind(StrEnum):
    """Who assigns a reference."""

    UN = "un"
    ILO = "ilo"
    COURT = "court"
    THEIRS = "theirs"


_UN: Final = re.compile(
    r"\s*(?P<type>JUA|JAL|JOL|UA|AL|OL)[\s\-]+(?P<state>[A-Z]{3})[\s\-]+(?P<number>\d{1,4})\s*/\s*(?P<year>\d{4})\s*",
    re.IGNORECASE,
)
_ILO: Final = re.compile(
    r"\s*(?:(?:CFA|ILO)\s+)?Case\s*(?:No\.?|n[°º]|№|number)?\s*(?P<number>\d{1,4})(?:\s*\((?P<country>[^()]+)\))?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class UnReference:
    """A communication of UN special procedures: ``AL KAZ 1/2017``."""

    type: str
    state: str
    number: int
    year: int

    @classmethod
    def parse(cls, text: str) -> UnReference | None:
        """Read a reference in whatever case and spacing; nothing if it is none."""
        found = _UN.fullmatch(text)
        if found is None or not int(found["number"]):
            return None
        return cls(found["type"].upper(), found["state"].upper(), int(found["number"]), int(found["year"]))

    @property
    def place(self) -> tuple[str, int, int]:
        """State, year and number, which one communication has, whatever its type."""
        return self.state, self.year, self.number

    @property
    def plain_type(self) -> str:
        """The type without the J of joint letters: by 2017 a joint letter is plain AL."""
        return self.type.removeprefix("J")

    def __str__(self) -> str:
        return f"{self.type} {self.state} {self.number}/{self.year}"


@dataclass(frozen=True)
class IloCase:
    """A case of the Committee on Freedom of Association: ``Case No. 3283 (Kazakhstan)``."""

    number: int
    country: str = ""

    @classmethod
    def parse(cls, text: str) -> IloCase | None:
        """Read a case number in whatever case and spacing; nothing if it is none."""
        found = _ILO.fullmatch(text)
        if found is None or not int(found["number"]):
            return None
        return cls(int(found["number"]), (found["country"] or "").strip())

    def __str__(self) -> str:
        return f"Case No. {self.number}" + (f" ({self.country})" if self.country else "")


@dataclass(frozen=True, kw_only=True)
class ExternalReference:
    """A reference as it was typed, and who assigns it.

    Courts and correspondents write theirs as they like; those are kept as text.
    """

    text: str
    kind: ReferenceKind = ReferenceKind.THEIRS

    @property
    def parsed(self) -> UnReference | IloCase | None:
        """What the reference says, where its kind has a form."""
        match self.kind:
            case ReferenceKind.UN:
                return UnReference.parse(self.text)
            case ReferenceKind.ILO:
                return IloCase.parse(self.text)
            case ReferenceKind.COURT | ReferenceKind.THEIRS:
                return None


def typed(text: str) -> ExternalReference:
    """Tell by its form who assigns a reference; what has no form of ours is theirs."""
    if UnReference.parse(text):
        return ExternalReference(text=text, kind=ReferenceKind.UN)
    if IloCase.parse(text):
        return ExternalReference(text=text, kind=ReferenceKind.ILO)
    return ExternalReference(text=text)
