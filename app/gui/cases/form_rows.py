"""The forms of a case as tables: the case itself, a fact, a person concerned, a reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.errors import N_
from app.gui.cases.naming import CONFIDENCES
from app.gui.records.entries import Entry, Rows
from app.i18n.catalogues import Catalogue

SAID: Final[Rows] = (
    Entry("said.title", N_("Title of the case")),
    Entry("said.organisation", N_("Organisation concerned")),
    Entry("said.event", N_("What happened"), N_("A phrase: the sentencing of …"), lines=3),
    Entry("said.subject", N_("What the letter concerns"), N_("A phrase for UN letters"), lines=3),
    Entry("said.concern", N_("Specific concern"), lines=3),
    Entry("said.general_concern", N_("General concern"), lines=3),
    Entry("said.interim_measures", N_("Interim measures"), lines=3),
)
PERSON: Final[Rows] = (
    (Entry("said.name", N_("Name of the person")), Entry("said.role", N_("Role of the person"))),
    Entry("aliases", N_("Also known as"), N_("One name a line; found by these, too."), lines=2),
)
REPLY: Final[Rows] = (
    (Entry("date", N_("Date"), is_date=True), Entry("number", N_("Their number"))),
    (Entry("sender", N_("Who answered")), Entry("answers", N_("Answer to our letter"))),
    Entry("summary", N_("What it says"), lines=3),
)


def own_rows(texts: Catalogue, states: Mapping[str, str]) -> Rows:
    """Give what is asked of a case once."""
    listed = sorted(states.items(), key=lambda one: one[1])
    return (
        Entry("state", N_("State"), choices=[("", texts.text(N_("No State"))), *listed]),
        Entry("aliases", N_("Also known as"), N_("One name a line; found by these, too."), lines=2),
        Entry("notes", N_("Notes"), N_("For the office only; never on a letter."), lines=3),
        Entry("closed", N_("The case is closed"), is_tick=True),
    )


def fact_rows(texts: Catalogue) -> Rows:
    """Give what is asked of a fact."""
    sure = [(value, texts.text(words)) for value, (words, _) in CONFIDENCES.items()]
    return (
        (
            Entry("date", N_("Date"), N_("A year or a month will do."), is_date=True),
            Entry("confidence", N_("How sure it is"), choices=sure),
        ),
        Entry("said.text", N_("What happened"), N_("A sentence that can follow its date."), lines=5),
        (Entry("said.actor", N_("Who did it")), Entry("said.place", N_("Where it happened"))),
        Entry("source", N_("Source"), N_("Stays in the office; never on a letter.")),
        Entry("confidential", N_("Confidential: never told in a letter"), is_tick=True),
    )
