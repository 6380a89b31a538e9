"""Every place of a letter with its name for people, its step, and what to say when it is missing.

A place is written as in a letter file, a list's items counted from 1:
``case.event``, ``recipients.1.salutation``. The tables know it without numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.flow.citation_kinds import CitationKind
from app.flow.field_tables import BLOCKS, CASE, KIND, LAW, RECIPIENTS, SIGNING, TEXT, Row
from app.flow.naming import Step

_CITED: Final = frozenset(kind.value for kind in CitationKind)
_ROOTS: Final = {"recipient": "recipients", "signatory": "signatories.people"}


@dataclass(frozen=True)
class Field:
    """What people call a place, where it is typed, and what is said when it is missing, if it can be."""

    title: str
    step: Step
    missing: str = ""


def _fields(step: Step, rows: Mapping[str, Row]) -> dict[str, Field]:
    return {name: Field(row[0], step, *row[1:]) for name, row in rows.items()}


FIELDS: Final[Mapping[str, Field]] = {
    **_fields(Step.KIND, KIND),
    **_fields(Step.RECIPIENTS, RECIPIENTS),
    **_fields(Step.CASE, CASE),
    **_fields(Step.LAW, LAW),
    **_fields(Step.TEXT, TEXT),
    **_fields(Step.SIGNING, SIGNING),
}


def name_of(place: str) -> str:
    """Give a place as the tables know it: without numbers, and by the roots of letter files.

    ``citations.treaty.articles`` and ``citations.2.articles`` are both ``citations.articles``.
    """
    root, _, rest = place.partition(".")
    if root == "letter" and rest:
        return name_of(rest)
    parts = [*_ROOTS.get(root, root).split("."), *rest.split(".")]
    if root == "citations" and len(parts) > 1 and parts[1] in _CITED:
        del parts[1]
    return ".".join(part for part in parts if part and not part.isdigit())


def field_at(place: str) -> Field | None:
    """Give the field of a place, or that of what it belongs to; nothing where no letter has such a place."""
    name = name_of(place)
    while name:
        if name in FIELDS:
            return FIELDS[name]
        name = name.rpartition(".")[0]
    return None


def title_of_field(place: str) -> str:
    """Give what people call a place, or the place itself where nobody has a name for it."""
    field = field_at(place)
    if field is None and place.startswith(BLOCKS):
        return FIELDS["blocks"].title
    return field.title if field else place


def in_words(say: Callable[[str], str]) -> Callable[[str], str]:
    """Give what says any place in words, for marks in letters; ``say`` is the screen's language."""
    return lambda place: say(title_of_field(place))


def step_of(place: str) -> Step:
    """Give the step at which a place is typed."""
    field = field_at(place)
    return field.step if field else Step.TEXT
