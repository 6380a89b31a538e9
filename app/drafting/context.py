"""The vocabulary of templates: a letter's data by role, the same in wording and DOCX."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.cases import case_for_a_letter
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Deadline, Letter
from app.domain.open_places import Called
from app.drafting.letterheads import letterhead_of
from app.drafting.views import Gaps, Unset, View, shown
from app.drafting.wording import OpenDay


@dataclass(frozen=True)
class Printing:
    """What is known of number and date when a letter is put into words.

    An empty ``number`` prints the blank of a form. ``day_open`` leaves number
    and day to be completed by hand at signing. ``called`` says open places in
    words; without it they are marked by their names.
    """

    number: str = ""
    sign: str = "№"
    date: dt.date | None = None
    day_open: bool = False
    called: Called | None = None


def context_of(letter: Letter, printing: Printing, gaps: Gaps) -> dict[str, object]:
    """Build what templates may ask of a letter, each role by its name."""
    recipients = _views("recipient", letter.recipients, gaps)
    people = _views("signatory", letter.people, gaps)
    return {
        "letter": letter_view(letter, printing, gaps, {}),
        "recipient": recipients[0] if recipients else shown("", "recipient", gaps),
        "recipients": recipients,
        "sender": _sender(letter, gaps),
        "signatory": people[0] if people else shown("", "signatory", gaps),
        "signatories": people,
        "case": View(case_for_a_letter(letter.case), "case", gaps),
        "state": View(letter.state, "state", gaps),
        "mandates": shown(letter.mandates, "mandates", gaps),
        "citations": shown(letter.citations, "citations", gaps),
        "deadline": View(deadline_of(letter), "deadline", gaps),
        "earlier": View(letter.earlier, "earlier", gaps),
    }


def _sender(letter: Letter, gaps: Gaps) -> View:
    picture = letterhead_of(letter)
    return View(letter.sender, "sender", gaps, {"picture": picture} if picture else None)


def letter_view(letter: Letter, printing: Printing, gaps: Gaps, more: Mapping[str, object]) -> View:
    """Give the letter itself as templates see it, with further names."""
    return View(_open(letter), "letter", gaps, {**_letter_values(letter, printing), **more})


def _open(letter: Letter) -> Letter:
    """Give the letter without what stays in the office or lies aside."""
    return replace(
        letter,
        case=case_for_a_letter(letter.case),
        versions=tuple(_open(one) for one in letter.versions),
        aside=(),
    )


def deadline_of(letter: Letter) -> Deadline:
    """Give the letter's deadline, or the one its type proposes."""
    if letter.deadline != Deadline():
        return letter.deadline
    return Deadline(days=LETTER_RULES[letter.type].reply_days)


def _views(role: str, values: tuple[object, ...], gaps: Gaps) -> list[object]:
    return [shown(value, role, gaps) for value in values]


def _letter_values(letter: Letter, printing: Printing) -> Mapping[str, object]:
    day = printing.date or letter.date
    open_day = printing.day_open or day is None
    return {
        "number": Unset() if printing.day_open or not printing.number else printing.number,
        "number_sign": printing.sign or Unset(""),
        "reference": letter.reference or Unset(""),
        "date": OpenDay(day=day) if open_day else day,
        "title": title_of(replace(letter, date=day), printing.number),
    }


def title_of(letter: Letter, number: str = "") -> str:
    """Give the title of a letter in lists and document properties."""
    subject = letter.title or letter.subject or letter.case.subject or letter.case.title
    names = ", ".join(person.name or person.organisation for person in letter.recipients[:2])
    return " – ".join(part for part in (number, subject or names) if part)
