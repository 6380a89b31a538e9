"""The benchmark of the preview types, paints, and tells whether the goal was reached."""

from __future__ import annotations

import pytest

from tests.benchmarks.preview import LETTERS, Stroke, strokes, told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", LETTERS)
def test_every_stroke_is_measured_in_its_parts(name: str) -> None:
    found = strokes(name, number=3)
    assert len(found) == 3
    assert all(min(each.words, each.lines, each.paint) > 0 for each in found)


def test_a_missed_goal_is_told() -> None:
    assert told("protest", [Stroke(5, 5, 5)] * 3).endswith("17 ms reached")
    assert told("protest", [Stroke(5, 5, 8)] * 3).endswith("17 ms MISSED")
