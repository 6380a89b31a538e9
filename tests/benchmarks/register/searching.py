"""Measures search and pages as the register grows: ``python -m tests.benchmarks.register.searching``."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from db import open_workspace
from tests.benchmarks.register.asking import Figure, pages, searches, sorted_searches
from tests.benchmarks.register.filling import Filler, fill
from tests.benchmarks.register.words import SCRIPTS, Language


def measured(letters: int, languages: Sequence[Language], folder: Path) -> Iterator[Figure]:
    """Fill a register and ask it everything."""
    with closing(open_workspace(folder / str(letters))) as workspace:
        began = perf_counter()
        fill(workspace, Filler(languages, letters))
        each = (perf_counter() - began) * 1_000 / letters
        yield Figure("filled, each letter", letters, each, each)
        size = workspace.path.stat().st_size / letters
        _say(f"{letters} letters, {size:.0f} bytes each")
        yield from searches(workspace, languages, letters)
        yield from pages(workspace, letters)
        yield from sorted_searches(workspace, languages[0], letters)


def table(figures: Sequence[Figure]) -> str:
    """Write the figures of all sizes side by side, and how they grow."""
    sizes = sorted({one.letters for one in figures})
    kinds = list(dict.fromkeys(one.what for one in figures))
    known = {(one.what, one.letters): one for one in figures}
    heads = "  ".join(f"{size:>12,} p50 / p99" for size in sizes)
    lines = [f"{'ms':44}{heads}  growth"]
    for kind in kinds:
        found = [known[kind, size] for size in sizes]
        cells = "  ".join(f"{one.median:13.2f} / {one.worst:6.2f}" for one in found)
        lines.append(f"{kind:44}{cells}  {found[-1].median / found[0].median:5.1f}")
    return "\n".join(lines)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell."""
    parser = ArgumentParser(prog="bench register --search", description=__doc__)
    parser.add_argument("--letters", default="10000,100000", help="sizes of the register (10000,100000)")
    parser.add_argument("--in", dest="folder", help="where to make it, by default where temporary files go")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args(arguments)
    languages = [Language(script) for script in SCRIPTS]
    figures: list[Figure] = []
    for size in map(int, asked.letters.split(",")):
        with TemporaryDirectory(dir=asked.folder) as folder:
            figures += measured(size, languages, Path(folder))
    text = json.dumps([asdict(one) for one in figures], indent=2) if asked.json else table(figures)
    sys.stdout.write(f"{text}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
