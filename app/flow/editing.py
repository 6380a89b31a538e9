"""One change of a letter as a value, with what undoing it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import N_, Sentence
from app.domain.letters import BlockKind, Letter
from app.flow.fields import title_of_field
from app.flow.naming import BLOCK_TITLES, block_title


class Verb(StrEnum):
    """What an edit does."""

    TYPE = "type"
    CHANGE = "change"
    ADD = "add"
    REMOVE = "remove"
    MOVE = "move"
    ADD_BLOCK = "add_block"
    DROP_BLOCK = "drop_block"
    RESTORE_BLOCK = "restore_block"
    MOVE_BLOCK = "move_block"
    RESET_BLOCK = "reset_block"


UNDO: Final[Mapping[Verb, str]] = {
    Verb.TYPE: N_("Undo typing in “{field}”"),
    Verb.CHANGE: N_("Undo change of “{field}”"),
    Verb.ADD: N_("Undo adding to “{field}”"),
    Verb.REMOVE: N_("Undo removing from “{field}”"),
    Verb.MOVE: N_("Undo moving in “{field}”"),
    Verb.ADD_BLOCK: N_("Undo adding the part “{field}”"),
    Verb.DROP_BLOCK: N_("Undo leaving out “{field}”"),
    Verb.RESTORE_BLOCK: N_("Undo putting back “{field}”"),
    Verb.MOVE_BLOCK: N_("Undo moving “{field}”"),
    Verb.RESET_BLOCK: N_("Undo “Back to template” in “{field}”"),
}
REDO: Final[Mapping[Verb, str]] = {
    Verb.TYPE: N_("Redo typing in “{field}”"),
    Verb.CHANGE: N_("Redo change of “{field}”"),
    Verb.ADD: N_("Redo adding to “{field}”"),
    Verb.REMOVE: N_("Redo removing from “{field}”"),
    Verb.MOVE: N_("Redo moving in “{field}”"),
    Verb.ADD_BLOCK: N_("Redo adding the part “{field}”"),
    Verb.DROP_BLOCK: N_("Redo leaving out “{field}”"),
    Verb.RESTORE_BLOCK: N_("Redo putting back “{field}”"),
    Verb.MOVE_BLOCK: N_("Redo moving “{field}”"),
    Verb.RESET_BLOCK: N_("Redo “Back to template” in “{field}”"),
}


@dataclass(frozen=True)
class Edit:
    """One change of a letter at a place; ``blocks.opening`` is the block of that key."""

    verb: Verb
    place: str
    change: Callable[[Letter], Letter]

    def on(self, letter: Letter) -> Letter:
        """Give the letter as the edit leaves it."""
        return self.change(letter)

    def continues(self, other: Edit) -> bool:
        """Say whether it goes on typing where another has typed."""
        return self.verb is other.verb is Verb.TYPE and self.place == other.place


@dataclass(frozen=True)
class Done:
    """An edit that was done or undone, the letter on its other side, and what people call its place."""

    edit: Edit
    letter: Letter
    field: Sentence

    @property
    def undo_label(self) -> Sentence:
        """What undoing it is called."""
        return Sentence(UNDO[self.edit.verb], {"field": self.field})

    @property
    def redo_label(self) -> Sentence:
        """What doing it again is called."""
        return Sentence(REDO[self.edit.verb], {"field": self.field})


def field_in(letter: Letter, place: str) -> Sentence:
    """Give what people call a place in a letter; a block by its title."""
    root, _, key = place.partition(".")
    if root != "blocks" or not key:
        return Sentence(title_of_field(place))
    named = [block for block in (*letter.blocks, *letter.aside) if block.key == key]
    return block_title(letter.blocks, named[0]) if named else Sentence(BLOCK_TITLES[BlockKind(key)])
