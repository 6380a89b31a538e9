"""States as letters name them: kept per language, over the list of States that is shipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Final

from app.domain.people import State
from app.domain.said import said_in


@dataclass(frozen=True, kw_only=True)
class StateForms:
    """What letters in one language say of a State, in the places of ``app.domain.people.State``.

    ``unchecked`` names the places that wait for a second reading by somebody who knows the language.
    """

    language: str
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
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StateNames:
    """A State by its code (ISO 3166-1 alpha-3) with its names; the code is also its key."""

    key: str
    forms: tuple[StateForms, ...] = ()


STATE_PLACES: Final = tuple(one.name for one in fields(State) if one.name != "code")


def state_for_a_letter(code: str, language: str, known: Iterable[StateNames]) -> State:
    """Give a State in the letter's language; of several that know a name the first wins."""
    forms = [said for one in known if one.key == code and (said := said_in(one.forms, language))]
    names = {
        place: next((text for one in forms if (text := getattr(one, place))), "") for place in STATE_PLACES
    }
    return State(code=code, **names)
