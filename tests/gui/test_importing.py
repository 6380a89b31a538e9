"""Modules are imported as Python means it, whatever was imported before them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_IMPORT = """
import linecache, sys
import app.gui
import PySide6.QtWidgets
import wave_of_nobody
print(sorted(name for name in linecache.cache if name.endswith("wave_of_nobody.py")))
"""


def test_no_source_is_read_for_a_module_that_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "wave_of_nobody.py").write_text("HEIGHT = 3\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.append({str(tmp_path)!r}){_IMPORT}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stderr
