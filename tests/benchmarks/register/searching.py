"""Measures search and pages as the register grows: ``./dev.py bench search``."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from app.domain.register import Series
from db import Workspace, open_workspace
from tests.benchmarks import register_writing
from tests.benchmarks.register.asking import Figure, pages, searches, sorted_searches
from tests.benchmarks.register.filling import Filler, fill
from tests.benchmarks.register.words import SCRIPTS, Language

LATER: Final = 1_000
DESCRIPTION: Final = (
    "Measure search and pages as the register grows. A million letters are made in a quarter of an hour "
    "and take 9 GB; with --keep they are made once."
)


def measured(letters: int, languages: Sequence[Language], folder: Path) -> Iterator[Figure]:
    """Fill a register, unless it is full already, and ask it everything."""
    with closing(open_workspace(folder / str(letters))) as workspace:
        if not _links(workspace):
            began = perf_counter()
            fill(workspace, Filler(languages, letters))
            each = (perf_counter() - began) * 1_000 / letters
            _say(f"{letters} letters, {each:.2f} ms each")
        if _links(workspace) < letters:
            raise SystemExit(f"{workspace.path} does not hold {letters} letters: delete it.")
        size = workspace.path.stat().st_size / letters
        _say(f"{letters} letters, {size:.0f} bytes each")
        yield from searches(workspace, languages, letters)
        yield from pages(workspace, letters)
        yield from sorted_searches(workspace, languages[0], letters)
        yield registrations(workspace, letters)


def registrations(workspace: Workspace, letters: int) -> Figure:
    """Measure registering some letters more, each for good, in a series of its own."""
    series = Series(key=f"later-{_links(workspace)}", title="Later letters")
    with workspace.unit_of_work() as work:
        work.series.add(series)
        work.commit()
    times = []
    for entry, document in register_writing.letters(LATER, register_writing.SMALL):
        began = perf_counter()
        with workspace.unit_of_work() as work:
            register_writing.register(work, (replace(entry, series=series.key), document))
            work.commit()
        times.append((perf_counter() - began) * 1_000)
    return Figure("one registration", letters, median(times), quantiles(times, n=100)[-1])


def _links(workspace: Workspace) -> int:
    with workspace.reading() as work:
        return work.register.head()[0]


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


@contextmanager
def _folder(asked: Namespace) -> Iterator[Path]:
    if asked.keep:
        yield Path(asked.keep)
        return
    with TemporaryDirectory(dir=asked.folder) as folder:
        yield Path(folder)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell."""
    parser = ArgumentParser(prog="./dev.py bench search", description=DESCRIPTION)
    parser.add_argument(
        "--letters", default="10000,100000", help="sizes of the register (default 10000,100000)"
    )
    parser.add_argument("--in", dest="folder", help="where to make them (default: with temporary files)")
    parser.add_argument("--keep", help="a folder in which the registers stay, to be measured again")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args(arguments)
    languages = [Language(script) for script in SCRIPTS]
    figures: list[Figure] = []
    for size in map(int, asked.letters.split(",")):
        with _folder(asked) as folder:
            figures += measured(size, languages, folder)
    text = json.dumps([asdict(one) for one in figures], indent=2) if asked.json else table(figures)
    sys.stdout.write(f"{text}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
