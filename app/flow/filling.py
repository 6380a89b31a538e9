"""Edits of any place of a letter: one value, or the items of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.letters import Letter
from app.flow.editing import Edit, Verb
from app.flow.places import value_at, with_value

Items = tuple[Any, ...]


def fill(place: str, value: object) -> Edit:
    """Put a value into a place; texts are typed, other values chosen.

    Doing it raises ``NoSuchPlace``, and what the letter refuses.
    """
    verb = Verb.TYPE if isinstance(value, str) else Verb.CHANGE
    return Edit(verb, place, lambda letter: with_value(letter, place, value))


def put(place: str, item: object, at: int | None = None) -> Edit:
    """Put an item into a list, at a number counted from 1 or at the end."""

    def longer(items: Items) -> Items:
        index = len(items) if at is None else at - 1
        return (*items[:index], _named(item, items), *items[index:])

    return Edit(Verb.ADD, place, _on_list(place, longer))


def take_out(place: str, number: int) -> Edit:
    """Take an item out of a list by its number, counted from 1."""

    def shorter(items: Items) -> Items:
        return tuple(item for index, item in enumerate(items, start=1) if index != number)

    return Edit(Verb.REMOVE, place, _on_list(place, shorter))


def move(place: str, number: int, to: int) -> Edit:
    """Move an item of a list from one number to another, both counted from 1."""
    return Edit(Verb.MOVE, place, _on_list(place, lambda items: moved(items, number - 1, to - 1)))


def move_person(group: int, number: int, to_group: int, to: int) -> Edit:
    """Move a signatory from a group to a number in another; all are counted from 1."""
    source, target = (f"signatories.{each}.people" for each in (group, to_group))

    def change(letter: Letter) -> Letter:
        person = value_at(letter, f"{source}.{number}")
        left = take_out(source, number).on(letter)
        return put(target, person, to).on(left)

    return Edit(Verb.MOVE, "signatories", change)


def moved(items: Items, index: int, to: int) -> Items:
    """Give a list with one item at another place; beyond the ends it stays at the end."""
    if not 0 <= index < len(items):
        return items
    rest = [*items[:index], *items[index + 1 :]]
    rest.insert(max(to, 0), items[index])
    return tuple(rest)


def _on_list(place: str, change: Callable[[Items], Items]) -> Callable[[Letter], Letter]:
    return lambda letter: with_value(letter, place, change(value_at(letter, place)))


def _named(item: Any, items: Items) -> Any:
    """Give an item whose key is taken already without it."""
    key = getattr(item, "key", "")
    return replace(item, key="") if key and any(key == each.key for each in items) else item
