"""Opening the services loads only what opening needs; the rest is named, to be loaded behind the window."""

from __future__ import annotations

import subprocess
import sys

_OPENING = """
import sys
import app.bootstrap
from app.starting import Start
before = "pydantic.type_adapter" in sys.modules
from app.gui.late import fetched
for name in Start({}).later():
    fetched(name)
print(before, "pydantic.type_adapter" in sys.modules)
"""


def test_what_reads_letters_back_is_loaded_after_the_opening() -> None:
    done = subprocess.run([sys.executable, "-c", _OPENING], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
