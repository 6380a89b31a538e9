"""Tells what was measured: tables for people, JSON for machines."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Final

from tests.benchmarks.drafting import node
from tests.benchmarks.drafting.figures import OURS, OURS_UNSYNCED, Figure, Flatness
from tests.benchmarks.drafting.growth import Growth
from tests.benchmarks.drafting.stages import WHOLE

GOAL_PLAIN: Final = 10.0
GOAL_OTHER: Final = 3.0
_NAMES: Final = {
    "docxtpl": "docxtpl, as everybody uses it",
    "docxtpl-unescaped": "docxtpl, its default (no escaping)",
    "docx-mailmerge2": "docx-mailmerge2",
    "docxtemplater": "docxtemplater (npm)",
    "easy-template-x": "easy-template-x (npm)",
    "engine": "Chancery, engine",
    "engine-unsynced": "Chancery, engine, no fsync",
    "pipeline": "Chancery, from data to file",
    "limit": "limit: deflate, write, fsync",
}


@dataclass(frozen=True)
class Report:
    """Everything that one run of the benchmark has found."""

    copies: int
    rounds: int
    long: int
    not_run: str
    figures: list[Figure]
    flatness: list[Flatness]
    growth: list[Growth]
    stages: dict[str, dict[str, float]]

    def as_json(self) -> dict[str, object]:
        """Return the report for machines."""
        return {"machine": machine(), **asdict(self)}


def machine() -> dict[str, str]:
    """Return what ran on what."""
    packages = ("docxtpl", "docx-mailmerge2", "python-docx", "jinja2", "lxml")
    told = {"system": f"{platform.system()} {platform.machine()}", "python": platform.python_version()}
    if shutil.which("node"):
        done = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
        told["node"] = done.stdout.strip()
    return told | {name: version(name) for name in packages}


def told(report: Report) -> str:
    """Return the report for people."""
    sections = [_figures(report), _flatness(report), _growth(report), _stages(report), _goals(report)]
    return "\n\n".join(filter(None, [", ".join(f"{k} {v}" for k, v in machine().items()), *sections]))


def _figures(report: Report) -> str:
    title = f"{report.copies} letters in a row, {report.rounds} rounds, every text compared with the letter"
    head = ["letter", "way", "letters/s", "ms", "first ms", "× docxtpl", "× best other", "peak MB"]
    rows = [
        [
            each.letter,
            _NAMES[each.way],
            f"{each.per_second:.0f}",
            f"{each.milliseconds:.2f}",
            f"{each.first:.0f}",
            f"{each.to_plain:.2f}",
            f"{each.to_fastest_other:.2f}",
            f"{each.peak:.0f}",
        ]
        for each in report.figures
    ]
    silent = f"\nnot run: {', '.join(node.WAYS)}: {report.not_run}" if report.not_run else ""
    return _table(title, head, rows) + silent


def _flatness(report: Report) -> str:
    if not report.flatness:
        return ""
    title = f"{report.long} letters in a row against {report.copies}"
    head = [
        "letter",
        "way",
        f"ms at {report.copies}",
        f"ms at {report.long}",
        "×",
        "end ÷ start",
        "MB",
        "MB",
        "×",
    ]
    rows = [
        [
            each.letter,
            _NAMES[each.way],
            f"{each.short:.2f}",
            f"{each.long:.2f}",
            f"{each.growth:.2f}",
            f"{each.end_to_start:.2f}",
            f"{each.short_peak:.1f}",
            f"{each.long_peak:.1f}",
            f"{each.peak_growth:.2f}",
        ]
        for each in report.flatness
    ]
    return _table(title, head, rows)


def _growth(report: Report) -> str:
    rows = [
        [each.what, str(each.size), f"{each.cost * 1000:.2f}", f"{each.times:.2f}" if each.times else ""]
        for each in report.growth
    ]
    return _table(
        "Growth of the engine's cost", ["what grows", "size", "ms", "× the size before"], rows, texts=1
    )


def _stages(report: Report) -> str:
    letters = list(report.stages)
    names = list(report.stages[letters[0]])
    rows = [[name, *(_share(report.stages[letter], name) for letter in letters)] for name in names]
    return _table(
        "Where the engine's time goes, ms (no peer waits for the disk)", ["stage", *letters], rows, texts=1
    )


def _share(stages: dict[str, float], name: str) -> str:
    return f"{stages[name] * 1000:.3f} ({stages[name] / stages[WHOLE]:4.0%})"


def _goals(report: Report) -> str:
    return "\n".join(["Goals", *_judgements(report)])


def _judgements(report: Report) -> Iterator[str]:
    for each in report.figures:
        if each.way in {OURS, OURS_UNSYNCED}:
            name = f"{each.letter}, {_NAMES[each.way].removeprefix('Chancery, ')}"
            yield _judged(f"{name}: × docxtpl", each.to_plain, GOAL_PLAIN)
            yield _judged("  the same, first letter counted", each.to_plain_with_first, GOAL_PLAIN)
            yield _judged("  × fastest of the others", each.to_fastest_other, GOAL_OTHER)


def _judged(what: str, found: float, goal: float) -> str:
    return f"{what:48}{found:6.2f}   goal {goal:.0f}   {'reached' if found >= goal else 'MISSED'}"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 2) -> str:
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    laid = [
        "  ".join(
            cell.ljust(width) if column < texts else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    return "\n".join([title, "─" * len(laid[0]), *laid])
