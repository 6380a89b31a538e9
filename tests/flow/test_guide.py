"""The guide knows at every moment how each step stands and where one may go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.cases import Case
from app.domain.letters import BlockKind, Letter, LetterType
from app.domain.people import Sender
from app.flow.choosing import new_letter
from app.flow.guide import STEPS, Guide, Status
from app.flow.naming import STEP_HEADINGS, STEP_HINTS, STEP_TITLES, Counted, Step
from tests.builders import a_block, a_case, a_letter, a_recipient, a_sender, an_allegation
from tests.drafting.making import example
from tests.flow.words import guided

D, N, A = Status.DONE, Status.OPEN, Status.ATTENTION

LETTERS: dict[str, tuple[Letter, list[Status]]] = {
    "the model protest": (example("protest"), [D, D, D, N, D, D, D]),
    "the model allegation": (example("un-allegation"), [D, D, D, D, D, D, D]),
    "a new protest": (new_letter(LetterType.PROTEST, "en", sender=a_sender()), [D, N, N, N, D, N, N]),
    "a new allegation": (new_letter(LetterType.UN_ALLEGATION, "en"), [D, N, N, N, D, N, N]),
    "no vocative": (a_letter(recipients=(a_recipient(vocative=""),)), [D, A, D, N, D, D, N]),
    "no event": (a_letter(case=a_case(event="")), [D, D, A, N, D, D, N]),
    "no recipient": (a_letter(recipients=()), [D, N, D, N, D, D, N]),
    "no signatory": (a_letter(signatories=()), [D, D, D, N, D, A, N]),
    "a joint letter": (a_letter(type=LetterType.JOINT), [D, D, D, N, A, A, N]),
    "a follow-up": (a_letter(type=LetterType.FOLLOW_UP), [A, D, D, N, A, A, N]),
    "no law in the annex": (an_allegation(citations=()), [D, D, D, N, D, D, N]),
}


@pytest.mark.parametrize(("letter", "wanted"), LETTERS.values(), ids=LETTERS)
def test_each_step_stands_as_the_letter_does(letter: Letter, wanted: list[Status]) -> None:
    found = {state.step: state.status for state in guided(letter).steps}
    assert found == dict(zip(STEPS, wanted, strict=True))


def note_of(letter: Letter, step: Step) -> str:
    note = next(state.note for state in guided(letter).steps if state.step is step)
    return note.said(plural) if isinstance(note, Counted) else str(note or "")


def plural(one: str, many: str, number: int) -> str:
    return (one if number == 1 else many).format(number=number)


NOTES: dict[str, tuple[Letter, Step, str]] = {
    "parts without wording": (
        a_letter(blocks=(a_block(BlockKind.REQUEST), a_block(BlockKind.CONCERN))),
        Step.TEXT,
        "2 to write",
    ),
    "a recipient who lacks something": (
        a_letter(recipients=(a_recipient(vocative="", salutation=""),)),
        Step.RECIPIENTS,
        "2 to fill in",
    ),
    "a part that is overtaken": (
        a_letter(blocks=(a_block(BlockKind.VALEDICTION, text="Yours,", over="Old,"),)),
        Step.TEXT,
        "1 to look at",
    ),
    "no law in a protest": (a_letter(), Step.LAW, "Optional"),
    "law that an annex wants": (an_allegation(citations=()), Step.LAW, ""),
    "nothing begun": (new_letter(LetterType.PROTEST, "en"), Step.CASE, ""),
    "nothing open": (a_letter(), Step.CASE, ""),
}


@pytest.mark.parametrize(("letter", "step", "said"), NOTES.values(), ids=NOTES)
def test_a_step_says_in_short_what_is_open(letter: Letter, step: Step, said: str) -> None:
    assert note_of(letter, step) == said


def test_before_the_letter_is_composed_every_step_is_open_and_nothing_finished() -> None:
    guide = Guide()
    assert {state.status for state in guide.steps} == {Status.OPEN}
    assert (guide.may_finish, guide.why_not, guide.review.answers) == (False, None, ())


def test_next_and_back_go_through_all_steps_and_stay_at_the_ends() -> None:
    guide, seen = Guide(), []
    for _ in STEPS:
        seen.append(guide.current)
        guide = guide.next()
    assert tuple(seen) == STEPS
    assert guide.is_last
    assert guide.next() == guide
    for _ in STEPS:
        guide = guide.back()
    assert guide == Guide()
    assert not guide.may_go_back


BUTTONS = [
    (Step.KIND, "Next: Recipients"),
    (Step.RECIPIENTS, "Next: Case and facts"),
    (Step.CASE, "Next: Legal references"),
    (Step.LAW, "Next: Text"),
    (Step.TEXT, "Next: Signatories and copies"),
    (Step.SIGNING, "Next: Review"),
    (Step.REVIEW, "Register and export"),
]


@pytest.mark.parametrize(("step", "said"), BUTTONS, ids=[step for step, _ in BUTTONS])
def test_the_primary_button_says_what_it_does(step: Step, said: str) -> None:
    assert str(Guide().jump(step).primary) == said


def test_the_place_in_the_guide_is_counted() -> None:
    assert str(Guide().jump(Step.LAW).position) == "Step 4 of 7"
    assert [state.step for state in Guide().jump(Step.LAW).steps if state.is_current] == [Step.LAW]


def test_a_letter_with_open_places_cannot_be_finished_and_says_why() -> None:
    guide = guided(a_letter(case=a_case(event=""), recipients=(a_recipient(vocative=""),))).jump(Step.REVIEW)
    assert not guide.may_finish
    assert not guide.may_press_primary
    assert guide.why_not
    assert guide.why_not.said(plural) == "2 places are still open."


def test_a_complete_letter_may_be_finished_from_the_last_step() -> None:
    guide = guided(a_letter()).jump(Step.REVIEW)
    assert guide.may_finish
    assert guide.may_press_primary
    assert guide.why_not is None


def test_one_choice_that_is_missing_counts_once_however_many_parts_want_it() -> None:
    guide = guided(a_letter(case=Case(), sender=Sender(), recipients=()))
    counts = {state.step: state.count for state in guide.steps}
    assert counts == {**dict.fromkeys(STEPS, 0), Step.RECIPIENTS: 1, Step.CASE: 1, Step.KIND: 1}


def test_doubts_are_counted_at_their_step_and_stop_nobody() -> None:
    letter = a_letter(sender=replace(a_sender(), figures=replace(a_sender().figures, as_of=None)))
    guide = guided(letter)
    assert next(state.doubts for state in guide.steps if state.step is Step.KIND) == 1
    assert guide.may_finish


def test_every_step_has_its_names() -> None:
    for names in (STEP_TITLES, STEP_HEADINGS, STEP_HINTS):
        assert set(names) == set(Step)
    assert all(state.title and state.heading and state.hint for state in Guide().steps)
