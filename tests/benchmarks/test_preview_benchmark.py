"""The benchmark of the preview types, paints, and tells whether the goal was reached."""

from __future__ import annotations

import pytest

from app.flow.naming import Step
from tests.benchmarks.guide_typing import PLACES, Typed, typed
from tests.benchmarks.preview import LETTERS, Stroke, strokes, told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", LETTERS)
def test_every_stroke_is_measured_in_its_parts(name: str) -> None:
    found = strokes(name, number=3)
    assert len(found) == 3
    assert all(min(each.words, each.lines, each.paint) > 0 for each in found)


@pytest.mark.usefixtures("qapp")
def test_keys_are_measured_in_each_step_of_the_guide() -> None:
    found = list(typed("protest", keys=3))
    assert [each.step for each in found] == list(PLACES["protest"])
    assert all(len(each.costs) == len(each.computed) == 3 for each in found)
    assert all(min(*each.costs, *each.computed) > 0 for each in found)


def test_a_goal_that_a_step_misses_is_told() -> None:
    assert Typed("protest", Step.CASE, (9.0, 16.9, 40.0), (5.0,) * 3).line.endswith("17 ms reached")
    assert Typed("protest", Step.CASE, (9.0, 17.1, 40.0), (5.0,) * 3).line.endswith("17 ms MISSED")


def test_a_missed_goal_is_told() -> None:
    assert told("protest", [Stroke(5, 5, 5)] * 3).endswith("17 ms reached")
    assert told("protest", [Stroke(5, 5, 8)] * 3).endswith("17 ms MISSED")
