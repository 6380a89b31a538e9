"""The model letters, and one of every other type, with their data in each letter language.

A file in ``tests/data/languages`` holds the texts of one language; dates, numbers, symbols and
what the State has ratified come from the English examples, the names of the State from the table.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from typing import Any, Final

from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    IloConventions,
    Report,
    Resolution,
    TreatyArticle,
)
from app.domain.letters import Copy, Deadline, EarlierLetter, Letter, LetterType
from app.domain.people import Mandate, Recipient, Signatory, SignatoryGroup
from app.domain.states import state_for_a_letter
from app.services.reference_data import ReferenceData
from tests.drafting.making import DATA, ROOT, example

ENGLISH: Final = "en"
FOLDER: Final = DATA / "languages"
LANGUAGES: Final = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
REFERENCE: Final = ReferenceData(ROOT / "reference")


@cache
def said_in(language: str) -> dict[str, Any]:
    """Read the texts of a language."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def letter_in(language: str, kind: LetterType) -> Letter:
    """Give a whole letter of a type, with all its data in a language."""
    if kind in {LetterType.UN_ALLEGATION, LetterType.UN_URGENT_APPEAL, LetterType.UN_OTHER}:
        return replace(_allegation(language), type=kind)
    protest, un = _protest(language), _allegation(language)
    if kind is LetterType.PROTEST:
        return protest
    said = said_in(language)["protest"]
    more: dict[str, Any] = {"subject": said["subject"], "deadline": Deadline(days=30), "case": un.case}
    if kind is LetterType.FOLLOW_UP:
        earlier = EarlierLetter(number="147/01-3", date=protest.date, subject=said["subject"])
        return replace(protest, type=kind, earlier=earlier, questions=un.questions, **more)
    more["case"] = replace(un.case, event=protest.case.event)
    copies = (Copy(name=said["copy"]),)
    demands, disclaimer = tuple(said["demands"]), said["disclaimer"]
    return replace(protest, type=kind, demands=demands, disclaimer=disclaimer, copies=copies, **more)


def _protest(language: str) -> Letter:
    letter, said = example("protest"), said_in(language)["protest"]
    if language == ENGLISH:
        return letter
    (kept,) = letter.recipients
    recipient = Recipient(
        **{**_tupled(said["recipient"]), "state": kept.state, "gender": kept.gender},
    )
    figures = replace(letter.sender.figures, **said["figures"])
    return replace(
        letter,
        language=language,
        title=said["subject"],
        state=state_for_a_letter("KAZ", language, REFERENCE.states.values()),
        sender=replace(letter.sender, **said["sender"], figures=figures),
        recipients=(recipient,),
        case=replace(letter.case, event=said["event"], title=said["subject"]),
        signatories=(SignatoryGroup(people=(Signatory(**_tupled(said["signatory"])),)),),
    )


def _allegation(language: str) -> Letter:
    letter = example("un-allegation")
    if language == ENGLISH:
        return letter
    said = said_in(language)["un"]
    mandates = tuple(
        Mandate(title=title, resolution=one.resolution)
        for title, one in zip(said["mandates"], letter.mandates, strict=True)
    )
    signing = tuple(
        Signatory(name=name, capacities=(mandate.title,))
        for name, mandate in zip(said["names"], mandates, strict=True)
    )
    facts = tuple(
        replace(fact, text=text) for fact, text in zip(letter.case.facts, said["facts"], strict=True)
    )
    return replace(
        letter,
        language=language,
        title=said["case"]["subject"],
        state=state_for_a_letter("KAZ", language, REFERENCE.states.values()),
        sender=replace(letter.sender, organisation=said["sender"]),
        recipients=(Recipient(organisation=said["recipient"], state="KAZ"),),
        mandates=mandates,
        case=replace(letter.case, **said["case"], facts=facts),
        questions=tuple(said["questions"]),
        citations=tuple(_cited(one, said["law"]) for one in letter.citations),
        signatories=(SignatoryGroup(people=signing),),
    )


def _cited(one: Citation, said: dict[str, Any]) -> Citation:
    match one:
        case TreatyArticle():
            return replace(one, treaty=said["treaty"], right_named=said["right_named"])
        case Resolution():
            return replace(one, **said["resolution"])
        case IloConventions():
            return replace(one, comment=said["ilo_comment"])
        case Declaration():
            says = said["declaration"].get("says", ())
            articles = tuple(
                DeclarationArticles(articles=tuple(group["articles"]), says=group["says"]) for group in says
            )
            names = {key: text for key, text in said["declaration"].items() if key != "says"}
            return replace(one, **names, articles=articles)
        case Report():
            return replace(one, **said["report"])
        case _:
            return one


def _tupled(said: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
