"""Takes every picture of the album, or those whose names are given."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from tempfile import gettempdir

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", TZ="UTC", LANGUAGE="en")
if hasattr(time, "tzset"):
    time.tzset()

from PySide6.QtWidgets import QApplication

from tests.shots.album import ALBUM
from tests.shots.still import standing_still
from tests.shots.taking import can_be_taken, take, window_on

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
# A fixed place, for paths stand in pictures.
FOLDER = Path(gettempdir()) / "chancery-pictures"


def main(names: Sequence[str]) -> int:
    """Take the pictures and say where they lie."""
    wanted = [shot for shot in ALBUM if can_be_taken(shot) and (not names or shot.name in names)]
    application = QApplication(["chancery", "-style", "fusion"])
    with standing_still():
        for fill, shots in groupby(wanted, key=lambda shot: shot.fill):
            shutil.rmtree(FOLDER, ignore_errors=True)
            with window_on(application, FOLDER, fill) as program:
                for shot in shots:
                    target = PICTURES / f"{shot.name}.png"
                    take(application, program, shot, target)
                    sys.stdout.write(f"{target}\n")
            shutil.rmtree(FOLDER, ignore_errors=True)
    return 0 if wanted else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
