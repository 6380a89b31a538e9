"""Whatever is done to a letter can be taken back, step by step, and done again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Sentence
from app.domain.letters import BlockKind, Letter, LetterType
from app.flow import blocks as of
from app.flow.choosing import choose_case, choose_language, choose_type, new_letter, tick, untick
from app.flow.editing import Edit, Verb
from app.flow.filling import fill, move, put, take_out
from app.flow.history import LONGEST, History
from tests.builders import a_case, a_fact, a_letter, a_risk, a_treaty_article

KEYS = st.sampled_from(["number", "opening", "pattern", "text", "text-2", "facts", "opening-2", "signatures"])
WORDS = st.text("ab \n", max_size=3)
PLACES = st.sampled_from(["subject", "case.event", "place"])
LISTS = st.sampled_from(["questions", "demands", "enclosures"])
NUMBERS = st.integers(-1, 4)

EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(of.add_block, st.sampled_from(BlockKind), KEYS, WORDS),
    st.builds(of.drop, KEYS),
    st.builds(of.restore, KEYS),
    st.builds(of.move_to, KEYS, NUMBERS),
    st.builds(of.move_up, KEYS),
    st.builds(of.move_down, KEYS),
    st.builds(of.write, KEYS, WORDS, over=WORDS),
    st.builds(of.reset, KEYS),
    st.builds(of.accept, KEYS, over=WORDS),
    st.builds(of.entitle, KEYS, WORDS),
    st.builds(of.indent, KEYS, st.booleans()),
    st.builds(fill, PLACES, WORDS),
    st.builds(put, LISTS, WORDS),
    st.builds(take_out, LISTS, NUMBERS),
    st.builds(move, LISTS, NUMBERS, NUMBERS),
    st.builds(choose_type, st.sampled_from(LetterType)),
    st.builds(choose_language, st.sampled_from(["en", "ka", "fr"])),
    st.builds(tick, st.sampled_from([a_fact(), a_risk()])),
    st.builds(untick, st.sampled_from([a_fact(), a_risk()])),
    st.builds(put, st.just("citations"), st.just(a_treaty_article(key="a"))),
    st.just(choose_case(a_case(title="Other"))),
)
TAKES_TEXT = {Verb.TYPE, Verb.RESET_BLOCK}


def begun() -> History:
    return History(new_letter(LetterType.PROTEST, "en"))


def written(letter: Letter) -> dict[str, str]:
    """Give what stands in blocks by hand, in the letter or aside, by the blocks' keys."""
    return {block.key: block.text for block in (*letter.blocks, *letter.aside) if block.is_written}


@given(st.lists(EDITS, max_size=25))
def test_no_sequence_of_edits_doubles_a_key_or_empties_the_letter(edits: list[Edit]) -> None:
    letter = begun().letter
    for edit in edits:
        letter = edit.on(letter)
        keys = [block.key for block in (*letter.blocks, *letter.aside)]
        cited = [one.key for one in letter.citations if one.key]
        assert len(keys) == len(set(keys))
        assert len(cited) == len(set(cited))
        assert letter.blocks
        assert not any(fact.confidential for fact in letter.case.facts)


@given(st.lists(EDITS, max_size=25))
def test_what_was_written_is_lost_by_writing_and_resetting_that_part_only(edits: list[Edit]) -> None:
    letter = begun().letter
    for edit in edits:
        changed = edit.on(letter)
        lost = written(letter).items() - written(changed).items()
        allowed = {edit.place.removeprefix("blocks.")} if edit.verb in TAKES_TEXT else set()
        assert {key for key, _ in lost} <= allowed
        letter = changed


@given(st.lists(EDITS, max_size=25))
def test_undoing_everything_gives_the_first_letter_and_redoing_everything_the_last(edits: list[Edit]) -> None:
    history = begun()
    for edit in edits:
        history = history.done(edit)
    last = history
    while history.undo_label:
        history = history.undone()
    assert history.letter == begun().letter
    while history.redo_label:
        history = history.redone()
    assert (history.letter, history.past) == (last.letter, last.past)


@given(st.lists(EDITS, max_size=10), EDITS)
def test_undoing_an_edit_gives_the_letter_before_it(edits: list[Edit], edit: Edit) -> None:
    history = begun()
    for each in edits:
        history = history.done(each)
    done = history.paused().done(edit)
    if done.letter != history.letter:
        assert done.undone().letter == history.letter
        assert done.undone().redone().letter == done.letter


def typed(history: History, *texts: str, at: Callable[[str], Edit]) -> History:
    for text in texts:
        history = history.done(at(text))
    return history


def in_opening(text: str) -> Edit:
    return of.write("opening", text, over="Generated.")


def in_subject(text: str) -> Edit:
    return fill("subject", text)


def test_typing_in_one_place_is_one_step_until_it_rests() -> None:
    history = typed(begun(), "a", "ab", "abc", at=in_opening)
    assert history.undone() == History(begun().letter, (), history.undone().future)
    rested = typed(history.paused(), "abcd", at=in_opening)
    assert rested.undone().letter == history.letter


def test_typing_elsewhere_is_a_step_of_its_own() -> None:
    history = typed(typed(begun(), "a", "ab", at=in_subject), "x", "xy", at=in_opening)
    assert len(history.past) == 2
    assert history.undone().letter.subject == "ab"


def test_typing_after_an_undo_is_a_new_step_and_forgets_what_was_undone() -> None:
    history = typed(typed(begun(), "a", at=in_subject).undone(), "b", at=in_subject)
    assert history.redo_label is None
    assert history.redone() == history
    twice = typed(typed(begun(), "a", at=in_subject).paused(), "ab", at=in_subject).undone()
    assert typed(twice, "ac", at=in_subject).undone().letter.subject == "a"


def test_what_changes_nothing_is_no_step() -> None:
    history = begun().done(fill("subject", "")).done(of.drop("nothing"))
    assert history == begun()
    assert history.undone() == history


def test_the_oldest_steps_are_forgotten_in_the_end() -> None:
    history = begun()
    for number in range(LONGEST + 50):
        history = history.done(put("questions", str(number)))
    assert len(history.past) == LONGEST


LABELS: dict[str, tuple[Edit, str]] = {
    "typing in a part": (in_opening("x"), "typing in “Opening”"),
    "typing in a field": (fill("recipients.1.salutation", "x"), "typing in “Salutation”"),
    "choosing": (choose_type(LetterType.JOINT), "change of “Kind of letter”"),
    "adding a part": (of.add_block(BlockKind.CONCERN), "adding the part “Concern”"),
    "leaving out": (of.drop("pattern"), "leaving out “Wider pattern”"),
    "moving a part": (of.move_up("pattern"), "moving “Wider pattern”"),
    "a second part of its kind": (of.drop("text-2"), "leaving out “Own text (2)”"),
    "a part with a heading": (of.drop("text-3"), "leaving out “Own text: Facts”"),
    "putting back": (of.restore("valediction"), "putting back “Closing”"),
    "back to the template": (of.reset("vocative"), "“Back to template” in “Address in mid-letter”"),
    "an item": (put("questions", "x"), "adding to “Questions”"),
    "an item less": (take_out("demands", 1), "removing from “Demands”"),
    "items moved": (move("demands", 1, 2), "moving in “Demands”"),
}


def a_rich_letter() -> Letter:
    letter = a_letter(demands=("One.", "Two."))
    for edit in (
        of.add_block(BlockKind.TEXT, text="a"),
        of.add_block(BlockKind.TEXT, text="b"),
        of.add_block(BlockKind.TEXT, text="c"),
        of.entitle("text-3", "Facts"),
        of.write("vocative", "Madam,", over="x"),
        of.add_block(BlockKind.VALEDICTION),
        of.drop("valediction"),
    ):
        letter = edit.on(letter)
    return letter


@pytest.mark.parametrize(("edit", "said"), LABELS.values(), ids=LABELS)
def test_undo_and_redo_say_what_they_do(edit: Edit, said: str) -> None:
    history = History(a_rich_letter()).done(edit)
    assert str(history.undo_label or Sentence("")) == f"Undo {said}"
    assert str(history.undone().redo_label or Sentence("")) == f"Redo {said}"
