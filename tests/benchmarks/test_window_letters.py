"""The benchmark of the letters uses the screen, and notices when the window stands still."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.register.words import SCRIPTS, Language
from tests.benchmarks.window_letters import Heart, filled, measured


def test_a_standstill_is_noticed(qtbot: QtBot) -> None:
    heart = Heart()
    qtbot.wait(5)
    heart.begin()
    until = perf_counter() + 0.08
    while perf_counter() < until:
        pass
    qtbot.wait(5)
    assert 70 < heart.longest < 1_000


@pytest.mark.usefixtures("qapp")
def test_everything_is_used_and_measured(tmp_path: Path) -> None:
    with filled(250, tmp_path, [Language(script) for script in SCRIPTS]) as folder:
        figures = measured(folder, ["a", "1/01-3"], pause=0)
    assert len({one.what for one in figures}) == len(figures) == 14
    assert all(one.whole > 0 for one in figures)
