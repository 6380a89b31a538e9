"""Takes every picture of the album, or those whose names are given."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.shots.album import ALBUM
from tests.shots.taking import can_be_taken, sample_window, take

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def main(names: Sequence[str]) -> int:
    """Take the pictures and say where they lie."""
    wanted = [shot for shot in ALBUM if can_be_taken(shot) and (not names or shot.name in names)]
    application = QApplication([])
    with TemporaryDirectory() as folder, sample_window(application, Path(folder)) as program:
        for shot in wanted:
            target = PICTURES / f"{shot.name}.png"
            take(application, program, shot, target)
            sys.stdout.write(f"{target}\n")
    return 0 if wanted else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
