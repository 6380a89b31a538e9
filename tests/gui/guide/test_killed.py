"""A letter survives the sudden death of the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import open_bench, open_office

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_what_rested_for_a_moment_survives_a_kill(tmp_path: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.gui.guide.dying", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert said == "saved\n"
    with open_office(open_bench({}, tmp_path)) as office:
        assert [draft.title for draft in office.drafts.list()] == ["Miners of Shakhtinsk"]
