"""Guessing from the words of a title what kind of office it is; the person has the last word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.directory import OfficeKind
from app.domain.folding import fold

# The longer words stand first: a prime minister is no minister, a vice-president no head of State.
_WORDS: Final = (
    ("vice president", OfficeKind.UNKNOWN),
    ("vice-president", OfficeKind.UNKNOWN),
    ("prime minister", OfficeKind.HEAD_OF_GOVERNMENT),
    ("premier ministre", OfficeKind.HEAD_OF_GOVERNMENT),
    ("премьер", OfficeKind.HEAD_OF_GOVERNMENT),
    ("head of government", OfficeKind.HEAD_OF_GOVERNMENT),
    ("permanent representative", OfficeKind.PERMANENT_REPRESENTATIVE),
    ("représentant permanent", OfficeKind.PERMANENT_REPRESENTATIVE),
    ("постоянный представитель", OfficeKind.PERMANENT_REPRESENTATIVE),
    ("high commissioner", OfficeKind.HIGH_COMMISSIONER),
    ("haut-commissaire", OfficeKind.HIGH_COMMISSIONER),
    ("ambassador", OfficeKind.AMBASSADOR),
    ("ambassadeur", OfficeKind.AMBASSADOR),
    ("посол", OfficeKind.AMBASSADOR),
    ("minister", OfficeKind.MINISTER),
    ("ministre", OfficeKind.MINISTER),
    ("министр", OfficeKind.MINISTER),
    ("prosecutor", OfficeKind.PROSECUTOR),
    ("procureur", OfficeKind.PROSECUTOR),
    ("прокурор", OfficeKind.PROSECUTOR),
    ("speaker", OfficeKind.SPEAKER),
    ("judge", OfficeKind.JUDGE),
    ("судья", OfficeKind.JUDGE),
    ("chief executive", OfficeKind.COMPANY_HEAD),
    ("managing director", OfficeKind.COMPANY_HEAD),
    ("king of", OfficeKind.MONARCH),
    ("queen of", OfficeKind.MONARCH),
    ("president of the republic", OfficeKind.HEAD_OF_STATE),
    ("président de la république", OfficeKind.HEAD_OF_STATE),
    ("президент республики", OfficeKind.HEAD_OF_STATE),
    ("president of", OfficeKind.HEAD_OF_STATE),
    ("президент", OfficeKind.HEAD_OF_STATE),
)
_WITH_A_STATE: Final = OfficeKind.HEAD_OF_STATE
_TITLES: Final = (*(fold(word) for word, _ in _WORDS), "president", "director", "secretary", "chair")


_INSTITUTIONS: Final = tuple(
    fold(word)
    for word in (
        "permanent mission",
        "embassy",
        "ministry",
        "parliament",
        "supreme court",
        "prosecutor’s office",
        "mission permanente",
        "ambassade",
        "ministère",
        "постоянное представительство",
        "посольство",
        "министерство",
    )
)


def is_institution(typed: str) -> bool:
    """Guess whether what was typed names an institution rather than a person or an office."""
    folded = fold(typed)
    return any(folded.startswith(word) for word in _INSTITUTIONS)


def kind_of_title(title: str, *, organisation: str = "") -> OfficeKind:
    """Guess the kind of an office; a president of an organisation is no head of State."""
    folded = fold(title)
    found = next((kind for word, kind in _WORDS if fold(word) in folded), OfficeKind.UNKNOWN)
    return OfficeKind.UNKNOWN if found is _WITH_A_STATE and organisation.strip() else found


def is_title(typed: str) -> bool:
    """Guess whether what was typed names an office rather than a person."""
    folded = fold(typed)
    return any(word in folded for word in _TITLES)


def state_in(title: str, names: Mapping[str, str]) -> str:
    """Give the code of the State that a title names, the longest name first: Guinea-Bissau is not Guinea."""
    folded = f" {fold(title)} "
    named = [(len(name), code) for code, name in names.items() if name and f" {fold(name)} " in folded]
    return max(named)[1] if named else ""
