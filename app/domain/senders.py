"""Sender profiles: the organisation in each language, its letterhead, its figures, and who signs for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.people import Figures, Sender, Signatory, SignatoryGroup
from app.domain.said import said_anyhow


@dataclass(frozen=True, kw_only=True)
class SenderTexts:
    """What letters in one language say of the organisation; the figures are written as that language does."""

    language: str
    organisation: str = ""
    short_name: str = ""
    letterhead: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    members: str = ""
    organisations: str = ""
    countries: str = ""


@dataclass(frozen=True, kw_only=True)
class SenderProfile:
    """One organisation that letters are sent for.

    ``picture`` is the key of a stored file for the letterhead, empty without one.
    ``signatories`` are the keys of those who sign by default, in their order;
    ``languages`` the letter languages that the organisation writes in.
    """

    key: str = ""
    texts: tuple[SenderTexts, ...] = ()
    aliases: tuple[str, ...] = ()
    picture: str = ""
    figures_as_of: date | None = None
    signatories: tuple[str, ...] = ()
    series: str = ""
    languages: tuple[str, ...] = ()
    preferred: bool = False

    def texts_in(self, language: str) -> SenderTexts:
        """Give the texts of a language, else the English ones, else any."""
        return said_anyhow(self.texts, language) or SenderTexts(language=language)


@dataclass(frozen=True, kw_only=True)
class SignatoryTexts:
    """A signatory in one language.

    ``in_text`` is the capacity as it runs in a sentence, ``witness`` what he or she is a witness as.
    """

    language: str
    name: str = ""
    capacities: tuple[str, ...] = ()
    organisation: str = ""
    in_text: str = ""
    witness: str = ""


@dataclass(frozen=True, kw_only=True)
class SignatoryRecord:
    """Somebody who signs, stored once and used in every letter."""

    key: str = ""
    texts: tuple[SignatoryTexts, ...] = ()
    aliases: tuple[str, ...] = ()

    def texts_in(self, language: str) -> SignatoryTexts:
        """Give the texts of a language, else the English ones, else any."""
        return said_anyhow(self.texts, language) or SignatoryTexts(language=language)


def sender_for_letter(profile: SenderProfile, language: str) -> Sender:
    """Give the sender in the letter's language; the address follows the lines of the letterhead."""
    said = profile.texts_in(language)
    figures = Figures(
        members=said.members,
        organisations=said.organisations,
        countries=said.countries,
        as_of=profile.figures_as_of,
    )
    return Sender(
        organisation=said.organisation,
        short_name=said.short_name,
        letterhead=(*said.letterhead, *said.address),
        footer=said.footer,
        figures=figures,
    )


def completed(profile: SenderProfile, sender: Sender, language: str) -> SenderProfile:
    """Give a profile what a letter says of it and it did not know in that language; it keeps all it knows."""
    told, figures = sender, sender.figures

    def filled(said: SenderTexts) -> SenderTexts:
        return replace(
            said,
            short_name=said.short_name or told.short_name,
            footer=said.footer or told.footer,
            members=said.members or figures.members,
            organisations=said.organisations or figures.organisations,
            countries=said.countries or figures.countries,
        )

    texts = tuple(filled(said) if said.language == language else said for said in profile.texts)
    return replace(profile, texts=texts, figures_as_of=profile.figures_as_of or figures.as_of)


def signatories_for_letter(people: Sequence[SignatoryRecord], language: str) -> tuple[SignatoryGroup, ...]:
    """Give those who sign as one group in the letter's language; nobody is no group."""
    signing = tuple(signatory_for_letter(person, language) for person in people)
    return (SignatoryGroup(people=signing),) if signing else ()


def signatory_for_letter(person: SignatoryRecord, language: str) -> Signatory:
    """Give a signatory in the letter's language."""
    said = person.texts_in(language)
    return Signatory(
        name=said.name,
        capacities=said.capacities,
        organisation=said.organisation,
        in_text=said.in_text,
        witness=said.witness,
    )
