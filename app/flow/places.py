"""Reads and replaces what stands at a place of a letter: ``recipients.1.salutation``."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import Any

from app.domain.errors import N_, ChanceryError
from app.domain.letters import Letter


class NoSuchPlace(ChanceryError, LookupError):
    """A letter has nothing at a place that was to be read or changed."""

    message = N_("The letter has no place “{place}”.")


def value_at(letter: Letter, place: str) -> Any:  # whatever the field holds
    """Give what stands at a place. Raises ``NoSuchPlace``."""
    value: Any = letter
    for part in place.split("."):
        value = _inside(value, part, place)
    return value


def with_value(letter: Letter, place: str, value: object) -> Letter:
    """Give the letter with another value at a place. Raises ``NoSuchPlace``."""
    changed: Letter = _changed(letter, place.split("."), value, place)
    return changed


def _changed(whole: Any, parts: list[str], value: object, place: str) -> Any:
    if not parts:
        return value
    inner = _changed(_inside(whole, parts[0], place), parts[1:], value, place)
    if isinstance(whole, tuple):
        index = int(parts[0]) - 1
        return (*whole[:index], inner, *whole[index + 1 :])
    return replace(whole, **{parts[0]: inner})


def _inside(value: Any, part: str, place: str) -> Any:
    if isinstance(value, tuple) and part.isdigit() and 1 <= int(part) <= len(value):
        return value[int(part) - 1]
    if is_dataclass(value) and part in value.__dataclass_fields__:
        return getattr(value, part)
    raise NoSuchPlace(place=place)
