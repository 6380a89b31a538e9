"""Places of a record: reading and setting one value of it, also of what is said in one language.

``said.name`` is the name in the language at hand, ``contact.phone`` lies one deeper,
``notes`` at the top. Lines of text stand for tuples of texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from app.domain.case_files import CaseFact, CaseFile, CaseTexts, FactTexts, PersonConcerned, PersonTexts
from app.domain.directory import Forms
from app.domain.said import saying

Thing = TypeVar("Thing")
SAID: Final = "said."
_TEXTS: Final[dict[type, type]] = {
    CaseFile: CaseTexts,
    CaseFact: FactTexts,
    PersonConcerned: PersonTexts,
}


def texts_of(thing: Any) -> tuple[Any, ...]:
    """Give everything that a record says, one for each language."""
    return tuple(thing.texts if type(thing) in _TEXTS else thing.forms)


def said_exactly(thing: Any, language: str) -> Any:
    """Give what a record says in just this language, empty where it says nothing."""
    made = _TEXTS.get(type(thing), Forms)
    return next((one for one in texts_of(thing) if one.language == language), made(language=language))


def value_at(thing: Any, place: str, language: str) -> Any:
    """Give the value at a place."""
    if place.startswith(SAID):
        return getattr(said_exactly(thing, language), place.removeprefix(SAID))
    for name in place.split("."):
        thing = getattr(thing, name)
    return thing


def text_at(thing: Any, place: str, language: str) -> str:
    """Give the value at a place as text; several texts stand in lines."""
    value = value_at(thing, place, language)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def with_value(thing: Thing, place: str, language: str, value: object) -> Thing:
    """Give the record with another value at a place; a language in which nothing is said is left out."""
    changed: Thing = _with(thing, place, language, _like(value_at(thing, place, language), value))
    return changed


def is_empty(said: Any) -> bool:
    """Say whether nothing is said in a language."""
    return not any(getattr(said, field.name) for field in fields(said) if field.name != "language")


def languages_of(thing: Any) -> tuple[str, ...]:
    """Give the languages in which a record says something."""
    return tuple(one.language for one in texts_of(thing))


def lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def swapped(things: Iterable[Any], at: int, new: Any | None) -> tuple[Any, ...]:
    """Give a tuple with another thing at a place, without it where there is none, or with one more."""
    listed = list(things)
    listed[at : at + 1] = [] if new is None else [new]
    return tuple(listed)


def _with(thing: Any, place: str, language: str, value: object) -> Any:
    if place.startswith(SAID):
        said = replace(said_exactly(thing, language), **{place.removeprefix(SAID): value})
        texts = tuple(one for one in saying(texts_of(thing), said) if not is_empty(one))
        return replace(thing, **{"texts" if type(thing) in _TEXTS else "forms": texts})
    outer, _, inner = place.partition(".")
    if inner:
        value = replace(getattr(thing, outer), **{inner: value})
    return replace(thing, **{outer: value})


def _like(old: object, value: object) -> object:
    return lines(value) if isinstance(old, tuple) and isinstance(value, str) else value
