"""States as letters name them: kept per language, over the list of States that is shipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.people import State
from app.domain.said import said_in


@dataclass(frozen=True, kw_only=True)
class StateForms:
    """What letters in one language say of a State; ``adjective`` is as in “the Kazakh court”."""

    language: str
    name: str = ""
    formal_name: str = ""
    adjective: str = ""


@dataclass(frozen=True, kw_only=True)
class StateNames:
    """A State by its code (ISO 3166-1 alpha-3) with its names; the code is also its key."""

    key: str
    forms: tuple[StateForms, ...] = ()


def state_for_a_letter(code: str, language: str, known: Iterable[StateNames]) -> State:
    """Give a State in the letter's language; of several that know a name the first wins."""
    forms = [said for one in known if one.key == code and (said := said_in(one.forms, language))]
    names = {
        place: next((text for one in forms if (text := getattr(one, place))), "")
        for place in ("name", "formal_name", "adjective")
    }
    return State(code=code, **names)
