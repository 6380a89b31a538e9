"""None and its kin outlive any number of calls into Qt."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.reading import ROOT

WORN = """
from app.lasting import keep_none
keep_none()
from PySide6.QtCore import QPoint, QTimer
point, timer = QPoint(), QTimer()
for number in range(60_000):
    point.setX(number)
    timer.timeout.connect(print)
    timer.timeout.disconnect(print)
print("alive")
"""


def test_a_process_survives_more_calls_into_qt_than_there_are_references_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORN], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


def test_whoever_enters_the_window_s_rooms_has_none_kept() -> None:
    asked = "import sys, app.gui; print(sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 27)"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )
    assert done.stdout.strip() == "True", done.stderr
