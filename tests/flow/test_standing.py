"""How letters stand, what their tags say, and what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.searching import EntryStatus
from app.flow.standing import (
    STANDING_NAMES,
    STANDING_OF,
    STATUS_OF,
    STEP_NAMES,
    Standing,
    Step,
    Waiting,
    next_steps,
    other_steps,
    waiting_of,
)

TODAY = date(2017, 9, 5)


@pytest.mark.parametrize(
    ("standing", "due", "waiting"),
    [
        (Standing.SENT, date(2017, 9, 4), Waiting.OVERDUE),
        (Standing.SENT, date(2017, 9, 5), Waiting.SOON),
        (Standing.SENT, date(2017, 9, 19), Waiting.SOON),
        (Standing.SENT, date(2017, 9, 20), Waiting.NO),
        (Standing.SENT, None, Waiting.NO),
        (Standing.REGISTERED, date(2017, 9, 4), Waiting.OVERDUE),
        (Standing.REGISTERED, date(2017, 9, 6), Waiting.NO),
        (Standing.ANSWERED, date(2017, 9, 4), Waiting.NO),
        (Standing.VOID, date(2017, 9, 4), Waiting.NO),
        (Standing.DRAFT, date(2017, 9, 4), Waiting.NO),
    ],
)
def test_a_reply_is_awaited_until_it_is_noted(standing: Standing, due: date | None, waiting: Waiting) -> None:
    assert waiting_of(standing, due, TODAY) is waiting


@pytest.mark.parametrize(
    ("standing", "waiting", "first"),
    [
        (Standing.DRAFT, Waiting.NO, Step.GO_ON),
        (Standing.RESERVED, Waiting.NO, Step.WRITE),
        (Standing.REGISTERED, Waiting.OVERDUE, Step.DISPATCH),
        (Standing.SIGNED, Waiting.NO, Step.DISPATCH),
        (Standing.SENT, Waiting.SOON, Step.REPLY),
        (Standing.SENT, Waiting.OVERDUE, Step.FOLLOW_UP),
        (Standing.ANSWERED, Waiting.NO, Step.FOLLOW_UP),
        (Standing.VOID, Waiting.NO, Step.ANEW),
    ],
)
def test_what_matters_most_comes_first(standing: Standing, waiting: Waiting, first: Step) -> None:
    assert next_steps(standing, waiting)[0] is first


@pytest.mark.parametrize("standing", Standing)
def test_every_step_is_offered_once_and_has_a_name(standing: Standing) -> None:
    steps = [*next_steps(standing), *other_steps(standing)]
    assert len(steps) == len(set(steps))
    assert all(STEP_NAMES[step] for step in steps)


def test_a_void_number_is_not_made_void_again() -> None:
    assert Step.VOID not in {*next_steps(Standing.VOID), *other_steps(Standing.VOID)}


def test_every_status_of_the_register_is_a_standing_with_a_name() -> None:
    assert {STATUS_OF[STANDING_OF[status]] for status in EntryStatus} == set(EntryStatus)
    assert set(STANDING_NAMES) == set(Standing)
