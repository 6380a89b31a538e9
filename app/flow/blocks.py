"""Edits of the blocks of a letter: add, leave out, put back, move, write.

What a person has written is never lost: a block that is left out lies aside
with its text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.citations import Citation
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Block, BlockKind, Letter, free_key
from app.flow.editing import Edit, Verb
from app.flow.filling import moved

Change = Callable[[Letter], Letter]


def settled(letter: Letter) -> Letter:
    """Give the letter with blocks of its own, those its type proposes where it has none."""
    return letter.with_blocks(LETTER_RULES[letter.type].blocks)


def add_block(kind: BlockKind, after: str = "", text: str = "") -> Edit:
    """Add a block of a kind, after another one or at the end; with ``text`` it is written by hand."""

    def change(letter: Letter) -> Letter:
        taken = [block.key for block in (*letter.blocks, *letter.aside)]
        new = Block(kind=kind, key=free_key(kind.value, taken), text=text)
        index = index_of(letter, after)
        at = len(letter.blocks) if index is None else index + 1
        return replace(letter, blocks=(*letter.blocks[:at], new, *letter.blocks[at:]))

    return _edit(Verb.ADD_BLOCK, kind.value, change)


def drop(key: str) -> Edit:
    """Leave a block out; it lies aside. The last block of a letter stays."""

    def change(letter: Letter) -> Letter:
        index = index_of(letter, key)
        if index is None or len(letter.blocks) == 1:
            return letter
        left = (*letter.blocks[:index], *letter.blocks[index + 1 :])
        return replace(letter, blocks=left, aside=(*letter.aside, letter.blocks[index]))

    return _edit(Verb.DROP_BLOCK, key, change)


def restore(key: str) -> Edit:
    """Put a block back that was left out, where its type proposes it or at the end."""

    def change(letter: Letter) -> Letter:
        found = [block for block in letter.aside if block.key == key]
        if not found:
            return letter
        at = _proposed_place(letter, found[0].kind)
        blocks = (*letter.blocks[:at], found[0], *letter.blocks[at:])
        return replace(letter, blocks=blocks, aside=tuple(b for b in letter.aside if b.key != key))

    return _edit(Verb.RESTORE_BLOCK, key, change)


def move_to(key: str, index: int) -> Edit:
    """Move a block to an index, counted from 0; beyond the ends it stays at the end."""

    def change(letter: Letter) -> Letter:
        found = index_of(letter, key)
        return letter if found is None else replace(letter, blocks=moved(letter.blocks, found, index))

    return _edit(Verb.MOVE_BLOCK, key, change)


def move_up(key: str) -> Edit:
    """Move a block before the one above it."""
    return _moved_by(key, -1)


def move_down(key: str) -> Edit:
    """Move a block behind the one below it."""
    return _moved_by(key, +1)


def write(key: str, text: str, *, over: str) -> Edit:
    """Write a block by hand, over what is generated.

    A blank text, or the generated one, is that of the template again. What the
    text was first written over is remembered until it is accepted or reset.
    """

    def change(block: Block) -> Block:
        if not text.strip() or text == over:
            return block.reset()
        return block.written(text, over=block.over if block.is_written else over)

    return _block_edit(Verb.TYPE, key, change)


def reset(key: str) -> Edit:
    """Give a block back to its template."""
    return _block_edit(Verb.RESET_BLOCK, key, Block.reset)


def accept(key: str, *, over: str) -> Edit:
    """Keep what was written, though the template says something else by now."""
    return _block_edit(
        Verb.CHANGE, key, lambda block: replace(block, over=over) if block.is_written else block
    )


def entitle(key: str, heading: str) -> Edit:
    """Give a block a heading, or take it away."""
    return _block_edit(Verb.CHANGE, key, lambda block: replace(block, heading=heading))


def indent(key: str, indented: bool) -> Edit:
    """Set a block in from the margin, or back."""
    return _block_edit(Verb.CHANGE, key, lambda block: replace(block, indented=indented))


def speak(key: str, language: str) -> Edit:
    """Say in which language a block is written; without one in that of the letter."""
    return _block_edit(Verb.CHANGE, key, lambda block: replace(block, language=language))


def cite(key: str, *numbers: int) -> Edit:
    """Say which legal references a block is about, by their numbers counted from 1; all without any."""

    def change(letter: Letter) -> Letter:
        whole = replace(letter, citations=_with_keys(letter.citations, numbers))
        cites = tuple(whole.citations[number - 1].key for number in numbers)
        return whole.changing(key, lambda block: replace(block, cites=cites))

    return _edit(Verb.CHANGE, key, change)


def index_of(letter: Letter, key: str) -> int | None:
    """Give the index of a block."""
    return next((index for index, block in enumerate(letter.blocks) if block.key == key), None)


def _moved_by(key: str, steps: int) -> Edit:
    def change(letter: Letter) -> Letter:
        index = index_of(letter, key)
        return letter if index is None else move_to(key, max(index + steps, 0)).on(letter)

    return _edit(Verb.MOVE_BLOCK, key, change)


def _proposed_place(letter: Letter, kind: BlockKind) -> int:
    """Give the index behind the last block that the type proposes before a kind."""
    proposed = LETTER_RULES[letter.type].blocks
    if kind not in proposed:
        return len(letter.blocks)
    before = proposed[: proposed.index(kind)]
    places = [index for index, block in enumerate(letter.blocks) if block.kind in before]
    return max(places, default=-1) + 1


def _with_keys(citations: tuple[Citation, ...], numbers: tuple[int, ...]) -> tuple[Citation, ...]:
    taken = [one.key for one in citations if one.key]
    named: list[Any] = []
    for number, one in enumerate(citations, start=1):
        if number in numbers and not one.key:
            taken.append(free_key(f"{one.kind}-{number}", taken))
            named.append(replace(one, key=taken[-1]))
        else:
            named.append(one)
    return tuple(named)


def _block_edit(verb: Verb, key: str, change: Callable[[Block], Block]) -> Edit:
    return _edit(verb, key, lambda letter: letter.changing(key, change))


def _edit(verb: Verb, key: str, change: Change) -> Edit:
    return Edit(verb, f"blocks.{key}", lambda letter: change(settled(letter)))
