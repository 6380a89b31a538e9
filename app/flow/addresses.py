"""Where in a letter something is typed: from the place that a wording misses to the field on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, Final

from app.domain.cases import Case
from app.domain.letters import EarlierLetter, Letter
from app.domain.people import Sender, State
from app.flow.fields import name_of

# Until one of these is chosen, not its parts are missing but the whole.
_WHOLE: Final[Mapping[str, object]] = {
    "case": Case(),
    "state": State(),
    "sender": Sender(),
    "earlier": EarlierLetter(),
}
# What templates may ask for, and where it is typed.
_TYPED_AT: Final = {"lines": "name", "name_line": "name", "when": "date", "numbers": "conventions"}


def address_of(letter: Letter, place: str) -> str:
    """Give the address of a field: with the number of the first item of a list that lacks it.

    Where the list is empty, or the whole not chosen, that is the address.
    """
    parts = name_of(place).split(".")
    if parts[0] in _WHOLE and getattr(letter, parts[0]) == _WHOLE[parts[0]]:
        return parts[0]
    return ".".join(_numbered(letter, parts, _kind(place)))


def _kind(place: str) -> str:
    root, *rest = place.split(".")
    return rest[0] if root == "citations" and len(rest) > 1 else ""


def _numbered(value: Any, parts: list[str], kind: str) -> list[str]:
    if isinstance(value, tuple):
        if not value or not parts:
            return []
        number, item = _first_without(value, parts, kind)
        return [str(number), *_numbered(item, parts, kind)]
    if not parts:
        return []
    name = _TYPED_AT.get(parts[0], parts[0])
    if is_dataclass(value) and hasattr(value, name):
        return [name, *_numbered(getattr(value, name), parts[1:], kind)]
    return [name, *parts[1:]]


def _first_without(items: tuple[Any, ...], parts: list[str], kind: str) -> tuple[int, Any]:
    numbered = [
        (number, item)
        for number, item in enumerate(items, start=1)
        if not kind or getattr(item, "kind", kind) == kind
    ]
    lacking = (one for one in numbered if _lacks(one[1], parts))
    return next(lacking, (numbered or [(1, items[0])])[0])


def _lacks(value: Any, parts: list[str]) -> bool:
    if isinstance(value, tuple) and parts:
        return not value or any(_lacks(item, parts) for item in value)
    if parts and hasattr(value, parts[0]):
        return _lacks(getattr(value, parts[0]), parts[1:])
    return not value
