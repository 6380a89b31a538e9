"""A fault of PySide6 does not end the program."""

from __future__ import annotations

import subprocess
import sys

_MANY_SIGNALS = """
import app.gui
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell = Bell()
for _ in range(5000):
    bell.rung.emit()
print("still here")
"""


def test_five_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY_SIGNALS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr
