"""Templates as an office keeps them: listed, checked, a clean look to begin with."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from app.domain.cases import Case, Fact, Person
from app.domain.letters import Deadline, EarlierLetter, Letter
from app.domain.people import Mandate, Recipient, Sender, Signatory, State
from app.drafting.engine import write_atomically
from app.drafting.library import TemplateEntry, TemplateLibrary
from app.drafting.looks import Look, make_look

_ROLES: Final[dict[str, type]] = {
    "letter": Letter,
    "recipient": Recipient,
    "recipients[]": Recipient,
    "sender": Sender,
    "signatory": Signatory,
    "signatories[]": Signatory,
    "case": Case,
    "case.facts[]": Fact,
    "case.person": Person,
    "state": State,
    "mandates[]": Mandate,
    "deadline": Deadline,
    "earlier": EarlierLetter,
}
_FREE: Final = ("block.", "document.", "citations", "letter.blocks")
_MORE: Final = frozenset({"letter.number", "letter.number_sign", "letter.title"})


@dataclass(frozen=True)
class TemplateReport:
    """What a check of a template file found.

    ``unknown`` are places that no letter can fill.
    """

    name: str
    places: tuple[str, ...]
    unknown: tuple[str, ...]


class Templates:
    """The templates of the program and of the office."""

    def __init__(self, library: TemplateLibrary) -> None:
        self._library = library

    def all(self) -> Sequence[TemplateEntry]:
        """Give every template, the shipped ones first."""
        return tuple(self._library.entries())

    def check(self, path: Path) -> TemplateReport:
        """Check a DOCX as a template. Raises ``TemplateProblem`` for one that cannot be used."""
        compiled = self._library.check(path)
        places = tuple(sorted(compiled.places))
        unknown = tuple(place for place in places if not is_known(place))
        return TemplateReport(path.name, places, unknown)

    def make_look(self, path: Path, *, overwrite: bool = False) -> None:
        """Write a clean look to restyle in Word. Raises ``WriteProblem``."""
        write_atomically(path, make_look(Look()), overwrite=overwrite)


def is_known(place: str) -> bool:
    """Say whether a letter can have something at a place that a template asks for."""
    bare = place.removesuffix("[]")
    return bare in known_places() or place.startswith(_FREE)


@cache
def known_places() -> frozenset[str]:
    """Give every place that the vocabulary of templates has."""
    roots = {role.removesuffix("[]") for role in _ROLES}
    named = {name for role, kind in _ROLES.items() for name in _names(role, kind)}
    return frozenset(roots | named | _MORE)


def _names(place: str, kind: Any) -> Iterator[str]:  # a dataclass of any kind
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield f"{place}.{field.name}"
        hint = hints[field.name]
        if dataclasses.is_dataclass(hint):
            yield from _names(f"{place}.{field.name}", hint)
    for name, member in vars(kind).items():
        if isinstance(member, property):
            yield f"{place}.{name}"
