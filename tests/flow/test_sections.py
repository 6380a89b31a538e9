"""The parts of a letter say what they are, where their text comes from, and where they may go."""

from __future__ import annotations

import pytest

from app.domain.letters import Block, BlockKind, LetterType
from app.flow.blocks import drop, write
from app.flow.choosing import new_letter
from app.flow.naming import BLOCK_TITLES, TYPE_TITLES
from app.flow.sections import STATE_TEXTS, SectionState, addable, dropped, sections
from tests.builders import a_block, a_case, a_letter
from tests.flow.words import in_words

K, S = BlockKind, SectionState

STATES: dict[str, tuple[Block, SectionState]] = {
    "from the template": (a_block(K.VALEDICTION), S.GENERATED),
    "by hand": (a_block(K.VALEDICTION, text="Yours,", over="Sincerely,"), S.WRITTEN),
    "overtaken": (a_block(K.VALEDICTION, text="Yours,", over="Truly,"), S.OUTDATED),
    "a place is empty": (a_block(K.OPENING), S.INCOMPLETE),
    "no wording": (a_block(K.REQUEST), S.MISSING),
    "nothing to print": (a_block(K.DEMANDS), S.MISSING),
    "by hand without wording": (a_block(K.REQUEST, text="Please."), S.WRITTEN),
}


@pytest.mark.parametrize(("block", "state"), STATES.values(), ids=STATES)
def test_a_part_says_where_its_text_comes_from(block: Block, state: SectionState) -> None:
    (section,) = sections(in_words(a_letter(blocks=(block,), case=a_case(event=""))))
    assert section.state is state
    assert section.state_text == STATE_TEXTS[state]
    assert bool(section.gaps) == (state in {S.INCOMPLETE, S.MISSING})
    assert section.may_reset == bool(block.text)


def test_parts_know_their_order_and_where_they_may_move() -> None:
    letter = a_letter(blocks=(a_block(K.DATE), a_block(K.TEXT, text="x"), a_block(K.TEXT, text="y")))
    first, second, third = sections(in_words(letter))
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert [str(one.title) for one in (first, second, third)] == ["Date line", "Own text (1)", "Own text (2)"]
    assert (first.may_move_up, first.may_move_down, first.may_drop) == (False, True, True)
    assert (third.may_move_up, third.may_move_down) == (True, False)


def test_the_only_part_may_not_be_left_out() -> None:
    (section,) = sections(in_words(a_letter(blocks=(a_block(text="x"),))))
    assert not section.may_drop


def test_parts_that_were_left_out_can_be_found_the_last_one_first() -> None:
    letter = write("pattern", "By hand", over="x").on(a_letter())
    letter = drop("date").on(drop("pattern").on(letter))
    assert [(one.key, str(one.title), one.written) for one in dropped(letter)] == [
        ("date", "Date line", False),
        ("pattern", "Wider pattern", True),
    ]


def test_own_text_can_be_added_first_then_what_the_type_proposes_and_the_letter_lacks() -> None:
    letter = drop("pattern").on(new_letter(LetterType.PROTEST, "en"))
    kinds = addable(letter)
    assert [one.kind for one in kinds[:2]] == [K.TEXT, K.PATTERN]
    assert {one.kind for one in kinds} == set(K)
    assert [one.kind for one in kinds if one.present and one.proposed] == [
        block.kind for block in sorted(letter.blocks, key=lambda block: list(K).index(block.kind))
    ]


def test_every_kind_of_part_and_letter_has_a_name_of_its_own() -> None:
    assert set(BLOCK_TITLES) == set(K)
    assert len(set(BLOCK_TITLES.values())) == len(K)
    assert set(TYPE_TITLES) == set(LetterType)
    assert set(STATE_TEXTS) == set(S)
