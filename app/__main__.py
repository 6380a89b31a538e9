"""Picks window or command line, nothing else."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence


def main() -> int:
    """Start Chancery and give the exit code."""
    arguments = sys.argv[1:]
    if wants_window(arguments) and has_display(os.environ):
        gc.disable()  # until all is loaded: looking through half of it holds up the window
        from app.gui.application import run_window
        from app.starting import Start

        return run_window(Start(os.environ, data_in(arguments)), sys.argv)
    from app.cli.commands import run

    return run(arguments)


def wants_window(arguments: Sequence[str]) -> bool:
    """Say whether no command was given: nothing at all, or only the workspace."""
    rest = list(arguments)
    if rest[:1] == ["--data"]:
        return len(rest) == 2
    return not rest or (len(rest) == 1 and rest[0].startswith("--data="))


def data_in(arguments: Sequence[str]) -> str | None:
    """Give the workspace that was asked for."""
    return arguments[-1].removeprefix("--data=") if arguments else None


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Say whether a window can be opened here."""
    if not platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
