"""A person at a terminal: real processes in a fresh folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@dataclass(frozen=True)
class Terminal:
    """Runs the program as ``python -m app`` does where no display is, in a folder of its own."""

    folder: Path

    def __call__(self, *words: str, code: int = 0) -> str:
        """Run one command, expect its exit code, and give all that it said."""
        done = subprocess.run(
            [sys.executable, "-m", "app", *words],
            cwd=self.folder,
            env=self._environ(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def _environ(self) -> dict[str, str]:
        mine = {
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
            "CHANCERY_LANGUAGE": "en",
            "COLUMNS": "100",
        }
        return {name: value for name, value in os.environ.items() if name not in DISPLAYS} | mine
