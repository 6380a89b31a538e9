"""Who letters can be addressed to: persons, the offices they hold, the institutions these belong to.

Person, office and institution are kept apart, for an office outlives its
holder. Whatever a letter says of them is kept per language in ``Forms``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.number_wish import NumberWish
from app.domain.said import name_in


class OfficeKind(StrEnum):
    """The kinds of office that forms of address tell apart."""

    UNKNOWN = "unknown"
    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    SPEAKER = "speaker"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    UN_SECRETARY_GENERAL = "un_secretary_general"
    ILO_DIRECTOR_GENERAL = "ilo_director_general"
    HIGH_COMMISSIONER = "high_commissioner"
    MONARCH = "monarch"
    COMPANY_HEAD = "company_head"
    ORGANISATION = "organisation"


class Gender(StrEnum):
    """The grammatical gender by which somebody is addressed; empty where it is not known."""

    UNKNOWN = ""
    MALE = "m"
    FEMALE = "f"


class DeliveryRoute(StrEnum):
    """How a letter travels to somebody."""

    UNKNOWN = ""
    POST = "post"
    EMAIL = "email"
    FAX = "fax"
    HAND = "hand"
    MISSION = "mission"
    ONLINE_FORM = "online_form"


@dataclass(frozen=True, kw_only=True)
class Forms:
    """What letters in one language say of a person, an office or an institution; empty is not known.

    ``name`` is a person's name, an office's title or an institution's name as a
    list shows it; ``printed`` what stands on the letter where a language wants
    another form (dative in Russian, Ukrainian, Georgian, Kazakh). ``sort_name``
    and ``honorific`` are a person's. ``salutation`` and ``closing`` may hold
    ``{surname}`` and ``{name}``.
    """

    language: str
    name: str = ""
    printed: str = ""
    sort_name: str = ""
    honorific: str = ""
    salutation: str = ""
    vocative: str = ""
    closing: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The ways to reach somebody besides the postal address; ``via`` names who forwards."""

    phone: str = ""
    fax: str = ""
    email: str = ""
    via: str = ""
    route: DeliveryRoute = DeliveryRoute.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Institution:
    """A ministry, mission, company, organisation: something with an address of its own."""

    key: str = ""
    state: str = ""
    forms: tuple[Forms, ...] = ()
    aliases: tuple[str, ...] = ()
    contact: Contact = Contact()
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Office:
    """A post that persons hold one after the other.

    ``institution`` is the key of the one it belongs to, whose address and
    contact stand in for those it lacks. With ``names_institution`` the
    institution's name stands on a line of its own under the title.
    """

    key: str = ""
    kind: OfficeKind = OfficeKind.UNKNOWN
    state: str = ""
    institution: str = ""
    names_institution: bool = False
    forms: tuple[Forms, ...] = ()
    aliases: tuple[str, ...] = ()
    contact: Contact = Contact()
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Tenure:
    """That a person holds an office, from one day to another, as far as the days are known.

    ``since`` and ``until`` are written 2019-06-12, 2019-06, 2019 or left empty;
    without ``until`` the person holds it still, unless ``former`` says that only
    the day is unknown. ``forms`` are the forms of address confirmed for this
    person in this office; they win over all others. Raises ``NotADate``.
    """

    office: str
    since: str = ""
    until: str = ""
    former: bool = False
    forms: tuple[Forms, ...] = ()

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            _ = day and PartialDate.parse(day)

    def includes(self, day: date) -> bool:
        """Say whether the office may be held on a day, as far as is known."""
        if self.since and day < PartialDate.parse(self.since).first_day:
            return False
        return day <= PartialDate.parse(self.until).last_day if self.until else not self.former

    def is_over(self, day: date) -> bool:
        """Say whether the office is no longer held on a day."""
        return not self.includes(day) and not self.is_ahead(day)

    def is_ahead(self, day: date) -> bool:
        """Say whether the office is not held yet on a day."""
        return bool(self.since) and day < PartialDate.parse(self.since).first_day


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who can be written to; the offices held are listed with their times."""

    key: str = ""
    gender: Gender = Gender.UNKNOWN
    state: str = ""
    forms: tuple[Forms, ...] = ()
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    contact: Contact = Contact()
    notes: str = ""

    def office_on(self, day: date) -> str:
        """Give the key of the office held on a day, the one taken last where there are several."""
        held = [tenure for tenure in self.tenures if tenure.includes(day)]
        return max(held, key=lambda tenure: tenure.since).office if held else ""

    def tenure_of(self, office: str, day: date) -> Tenure | None:
        """Give the time in an office that a day falls in, else the newest one there."""
        times = sorted((one for one in self.tenures if one.office == office), key=lambda one: one.since)
        return next((one for one in reversed(times) if one.includes(day)), times[-1] if times else None)


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """Who was chosen for a letter, by keys: a person, an office, an institution, or a person in an office."""

    person: str = ""
    office: str = ""
    institution: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that were chosen."""
        return tuple(key for key in (self.person, self.office, self.institution) if key)


@dataclass(frozen=True, kw_only=True)
class Origins:
    """What the data of a letter were taken from, kept beside a draft and never in the letter itself.

    ``sender`` and ``case`` are keys; ``facts`` are the keys of the facts chosen,
    none at all where all may be told. ``number`` is how the letter is to get its number,
    ``corrects`` the sequence of the registered letter that it corrects.
    """

    sender: str = ""
    case: str = ""
    facts: tuple[str, ...] | None = None
    recipients: tuple[Addressee, ...] = ()
    number: NumberWish = NumberWish()
    corrects: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything that was chosen."""
        chosen = (self.sender, self.case, *(key for one in self.recipients for key in one.keys))
        return tuple(key for key in chosen if key)

    def anew(self) -> Origins:
        """Give the origins of a new letter from this one: without number, and correcting nothing."""
        return replace(self, number=NumberWish(), corrects=None)


def best_name(forms: Sequence[Forms], language: str = "en") -> str:
    """Give the name in a language, else in English, else in any: what lists show."""
    return name_in(forms, language)[0]
