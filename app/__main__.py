"""Picks window or command line, nothing else."""

from __future__ import annotations

import sys


def main() -> int:
    """Start Chancery and give the exit code."""
    from app.cli.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
