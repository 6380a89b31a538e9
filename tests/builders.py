"""Letters that are complete as they stand; a test overrides the one thing it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.cases import Case, Confidence, Fact, Person
from app.domain.citations import IloConvention, IloConventions, Status, TreatyArticle
from app.domain.letters import Block, BlockKind, Letter, LetterType
from app.domain.people import (
    Figures,
    Mandate,
    Recipient,
    Sender,
    Signatory,
    SignatoryGroup,
    State,
)

PROTEST_DAY = date(2017, 8, 16)
ALLEGATION_DAY = date(2017, 1, 23)


def a_state(**changes: Any) -> State:
    """Give Georgia."""
    whole = State(code="GEO", name="Georgia", formal_name="the Republic of Georgia", adjective="Georgian")
    return replace(whole, **changes)


def a_sender(**changes: Any) -> Sender:
    """Give a federation with its figures."""
    figures = Figures(members="12 000", organisations="14", countries="3", as_of=date(2017, 6, 30))
    return replace(Sender(organisation="Federation of Bakers", short_name="FB", figures=figures), **changes)


def a_recipient(**changes: Any) -> Recipient:
    """Give a head of Government with everything that letters ask of her."""
    whole = Recipient(
        honorific="Ms.",
        name="Nino Abashidze",
        sort_name="Abashidze, Nino",
        offices=("Prime Minister of Georgia",),
        salutation="Dear Prime Minister Abashidze",
        vocative="Madam Prime Minister",
        closing="Please accept, Madam, the expression of our respect.",
        address=("Government House", "7 Ingorokva st.", "Tbilisi"),
    )
    return replace(whole, **changes)


def a_signatory(**changes: Any) -> Signatory:
    """Give a president of one organisation."""
    whole = Signatory(
        name="Ana Gelashvili",
        capacities=("President of the Federation of Bakers",),
        in_text="the president of the Federation of Bakers",
        witness="a baker",
    )
    return replace(whole, **changes)


def some_signatories(number: int) -> tuple[Signatory, ...]:
    """Give as many signatories as are asked for, each with a name of his or her own."""
    return tuple(a_signatory(name=f"Signatory {n}") for n in range(1, number + 1))


def signed_by(*people: Signatory, columns: int = 1, heading: str = "") -> tuple[SignatoryGroup, ...]:
    """Give one group of signatories."""
    return (SignatoryGroup(heading=heading, columns=columns, people=people),)


def a_fact(**changes: Any) -> Fact:
    """Give a dated fact."""
    return replace(Fact(text="the court closed the union.", date="2017-01-04"), **changes)


def a_risk(**changes: Any) -> Fact:
    """Give a continuing risk without a date."""
    return a_fact(
        **{"text": "two more unions face closure.", "date": "", **changes}, confidence=Confidence.RISK
    )


def a_case(**changes: Any) -> Case:
    """Give a case of which everything is known."""
    whole = Case(
        title="Closure of the bakers' union",
        event="the closure of the bakers’ union",
        subject="closure of the bakers’ union",
        person=Person(name="Ana Gelashvili", role="president of the bakers’ union"),
        facts=(a_fact(),),
        concern="the closure of the bakers’ union",
        general_concern="the Law on Unions",
        interim_measures="the union can work",
    )
    return replace(whole, **changes)


def a_mandate(**changes: Any) -> Mandate:
    """Give the mandate on association."""
    return replace(Mandate(title="Special Rapporteur on association", resolution="32/32"), **changes)


def some_mandates(number: int) -> tuple[Mandate, ...]:
    """Give as many mandates as are asked for."""
    return tuple(Mandate(title=f"Rapporteur {n}", resolution=f"{n}/1") for n in range(1, number + 1))


def a_treaty_article(**changes: Any) -> TreatyArticle:
    """Give article 22 of the Covenant."""
    whole = TreatyArticle(
        kind="treaty",
        treaty="International Covenant on Civil and Political Rights",
        articles=("22",),
        right_named="the right to freedom of association",
        status=Status.ACCEDED,
        status_date=date(1994, 5, 3),
    )
    return replace(whole, **changes)


def ilo(*conventions: IloConvention, comment: str = "") -> IloConventions:
    """Give a citation of ILO conventions."""
    return IloConventions(kind="ilo", conventions=conventions, comment=comment)


def a_letter(**changes: Any) -> Letter:
    """Give a complete protest letter."""
    whole = Letter(
        type=LetterType.PROTEST,
        language="en",
        title="Protest against the closure",
        date=PROTEST_DAY,
        subject="Closure of the bakers’ union",
        state=a_state(),
        sender=a_sender(),
        recipients=(a_recipient(),),
        case=a_case(),
        signatories=signed_by(a_signatory()),
    )
    return replace(whole, **changes)


def an_allegation(**changes: Any) -> Letter:
    """Give a complete allegation letter of two mandates."""
    two = some_mandates(2)
    whole = a_letter(
        type=LetterType.UN_ALLEGATION,
        date=ALLEGATION_DAY,
        reference="AL GEO 1/2017",
        mandates=two,
        questions=("Please explain the closure.",),
        citations=(a_treaty_article(),),
        signatories=signed_by(
            *(a_signatory(name=f"Expert {n}", capacities=(each.title,)) for n, each in enumerate(two, 1))
        ),
    )
    return replace(whole, **changes)


def a_block(kind: BlockKind = BlockKind.TEXT, **changes: Any) -> Block:
    """Give a block; with ``text`` it is written by hand."""
    return replace(Block(kind=kind), **changes)


def in_words(*texts: str, **changes: Any) -> Letter:
    """Give a letter that consists of texts written by hand."""
    return a_letter(blocks=tuple(a_block(text=text) for text in texts), **changes)
