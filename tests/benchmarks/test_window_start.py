"""The benchmark of the start uses the window from its first paint to the guide, and tells what was missed."""

from __future__ import annotations

import pytest

from tests.benchmarks.register.words import SCRIPTS, Language
from tests.benchmarks.window_letters import filled
from tests.benchmarks.window_start import MOMENTS, Round, started, summed, told, told_growth


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """One round with few letters, of which some are opened."""
    languages = [Language(script) for script in SCRIPTS]
    with filled(300, tmp_path_factory.mktemp("kept"), languages) as folder:
        wanted = [str(folder), "300", languages[0].words[40], "60"]
        return Round(
            started("bare.py", platform="offscreen"),
            started("bare.py", "words", platform="offscreen"),
            started("program.py", *wanted, platform="offscreen"),
        )


def test_every_moment_is_measured_in_its_order(found: Round) -> None:
    times = [found.chancery["times"][moment.name] for moment in MOMENTS]
    assert times == sorted(times)
    assert times[0] > 0
    assert found.chancery["peak"] > found.bare["peak"] > 0


def test_a_goal_that_is_missed_is_told(found: Round) -> None:
    said = summed([found])
    fine = said | {"ratios": dict.fromkeys(said["ratios"], 1.0), "stood": {"rows": 1.0}, "peak": 1.0}
    late = fine | {"ratios": fine["ratios"] | {"painted": 1.5}}
    assert not any("MISSED" in line for line in told("offscreen", fine, 0.0))
    missed = [line for line in told("offscreen", late, 0.0) if "MISSED" in line]
    assert [line[:21] for line in missed] == ["the window is painted"]


def test_memory_is_weighed_while_letters_are_opened(found: Round) -> None:
    assert list(found.chancery["sizes"]) == ["50", "60"]
    assert "MISSED" in told_growth({"50": 100.0, "550": 102.0})[-1]
    assert "MISSED" not in told_growth({"50": 100.0, "550": 100.5})[-1]
