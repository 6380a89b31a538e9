"""Who writes, who is written to, who signs: persons, offices, organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.pictures import LetterheadPicture


@dataclass(frozen=True, kw_only=True)
class State:
    """A State as a letter names it; the forms are those of the letter's language.

    ``code`` is ISO 3166-1 alpha-3, ``adjective`` what belongs to the State
    (“the Kazakh court”), ``formal_name`` the official long form. The others are the forms
    that sentences want, each with its article or preposition where the language has one:
    ``with_article`` (le Kazakhstan), ``of`` (du Kazakhstan, Казахстана), ``to`` (Казахстану),
    ``within`` (au Kazakhstan, в Казахстане), ``by`` (Казахстаном); ``formal_of`` and
    ``formal_to`` are those of the long form. Which of them a language has is up to its grammar.
    """

    code: str = ""
    name: str = ""
    formal_name: str = ""
    adjective: str = ""
    with_article: str = ""
    of: str = ""
    to: str = ""
    within: str = ""
    by: str = ""
    formal_of: str = ""
    formal_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Somebody a letter is addressed to.

    ``printed`` is the form that stands on the letter where a language wants
    another than the nominative (dative in Russian, Ukrainian, Georgian, Kazakh).
    A recipient without a name is an office or a collective.
    """

    honorific: str = ""
    name: str = ""
    printed: str = ""
    sort_name: str = ""
    offices: tuple[str, ...] = ()
    organisation: str = ""
    state: str = ""
    gender: str = ""
    address: tuple[str, ...] = ()
    address_language: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    via: str = ""
    salutation: str = ""
    vocative: str = ""
    closing: str = ""

    @property
    def name_line(self) -> str:
        """The name as it stands on the letter: the printed form, or honorific and name."""
        return self.printed or " ".join(part for part in (self.honorific, self.name) if part)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the addressee head: name, offices, organisation, whichever there are."""
        return tuple(line for line in (self.name_line, *self.offices, self.organisation) if line)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What the sender says of its own size, and on which day it was true."""

    members: str = ""
    organisations: str = ""
    countries: str = ""
    as_of: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The organisation that writes: letterhead, figures, foot of the page.

    ``picture`` is part of the letter: another letterhead later changes no letter of today.
    """

    organisation: str = ""
    short_name: str = ""
    letterhead: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    figures: Figures = Figures()
    picture: LetterheadPicture | None = None


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """A person with one to several capacities, or an organisation only.

    ``in_text`` is the capacity as it runs in a sentence (“the president of …”),
    ``witness`` what the person says of himself or herself as a witness.
    """

    name: str = ""
    capacities: tuple[str, ...] = ()
    organisation: str = ""
    in_text: str = ""
    witness: str = ""


@dataclass(frozen=True, kw_only=True)
class SignatoryGroup:
    """Signatories that stand together, in one or two columns, under a heading or none."""

    heading: str = ""
    columns: int = 1
    people: tuple[Signatory, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """A special procedure in whose capacity a letter is written.

    ``resolution`` is the Human Rights Council resolution it rests on.
    """

    title: str
    resolution: str = ""
