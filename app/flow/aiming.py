"""From the page to the form and back: where a part of the letter is typed, which part shows a place."""

from __future__ import annotations

from app.domain.letters import Letter
from app.flow.addresses import address_of
from app.flow.fields import name_of, step_of
from app.flow.naming import Step
from app.flow.remarks import MADE_FROM, Target

_BLOCKS = "blocks."


def target_of_block(letter: Letter, key: str, current: Step) -> Target:
    """Say where a block is changed: at the field it is made from, else by hand.

    Who is at the text already stays there.
    """
    by_hand = Target(Step.TEXT, f"{_BLOCKS}{key}", key)
    block = next((block for block in letter.blocks if block.key == key), None)
    if block is None or block.is_written or current is Step.TEXT or block.kind not in MADE_FROM:
        return by_hand
    place = address_of(letter, MADE_FROM[block.kind])
    return Target(step_of(place), place, key)


def block_for(letter: Letter, place: str) -> str:
    """Give the key of the block that shows a place of the letter; nothing where none is made of it alone."""
    if place.startswith(_BLOCKS):
        return place.removeprefix(_BLOCKS)
    name = name_of(place)
    made = [(len(source), block.key) for block in letter.blocks if (source := _source(block.kind, name))]
    return max(made, key=lambda one: one[0])[1] if made else ""


def _source(kind: object, name: str) -> str:
    source = next((source for of, source in MADE_FROM.items() if of is kind), "")
    return source if source and (name == source or name.startswith(f"{source}.")) else ""
