"""The measurement of typing types into both fields, and keys cost something."""

from __future__ import annotations

import pytest

from tests.benchmarks import keystrokes


@pytest.mark.slow
def test_both_fields_are_measured_with_every_text(qapp: object) -> None:
    found = keystrokes.run(kilobytes=1, keys=20)
    assert [each.name.partition(": ")[2] for each in found] == ["Qt's bare field", "ours, spelling on"] * 3
    assert all(len(each.painted) == 20 and min(each.taken) > 0 for each in found)
    assert all(
        whole >= taken for each in found for whole, taken in zip(each.painted, each.taken, strict=True)
    )
