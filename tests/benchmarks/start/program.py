"""Chancery itself, started as its command starts it, with an onlooker from its first paint.

Run as a file by itself. Before the first paint it imports what ``app.__main__``
imports and nothing else; the onlooker's own imports count against Chancery.
"""

from __future__ import annotations

import gc
import os
import sys
import time

sys.path[0] = os.path.dirname(os.path.dirname(os.path.dirname(sys.path[0])))  # noqa: PTH120 - pathlib is a part of the start
gc.disable()  # as app.__main__ does

from app.__main__ import main  # noqa: E402
from app.gui.application import Program  # noqa: E402

_SHOWN = Program.show


def _show(program: Program) -> None:
    """Show the window; when it has been painted, somebody begins to look on."""

    def look_on() -> None:
        painted = time.time()
        from tests.benchmarks.start.onlooker import Onlooker, Wanted

        letters, word, opened = _WANTED
        looking = Onlooker(program, float(os.environ["BEGAN"]), Wanted(int(letters), word, int(opened)))
        looking.setParent(program)
        looking.begin(painted)

    program.window.painted.connect(look_on)
    _SHOWN(program)


if __name__ == "__main__":
    Program.show = _show  # type: ignore[method-assign,assignment]
    _FOLDER, *_WANTED = sys.argv[1:]
    sys.argv[1:] = ["--data", _FOLDER]
    sys.exit(main())
