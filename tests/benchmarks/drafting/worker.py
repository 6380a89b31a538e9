"""One way, one letter, many copies, in a process of its own: how long each took, and the most memory held."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from tests.benchmarks.drafting.letters import model_letter
from tests.benchmarks.drafting.ways import WAYS, Desk, Fill

_STATUS: Final = Path("/proc/self/status")


@dataclass(frozen=True)
class Timing:
    """Seconds of the first copy and of each copy after it, and the peak memory in MB, 0 where unknown."""

    first: float
    copies: list[float]
    peak: float


def measure(way: str, desk: Desk, copies: int, folder: Path) -> Timing:
    """Fill one copy more than asked; the first stands apart, as only it meets a way unprepared."""
    fill = WAYS[way](desk)
    times = [_timed(fill, index, folder / file_name(index)) for index in range(copies + 1)]
    return Timing(times[0], times[1:], peak_memory())


def file_name(index: int) -> str:
    """Return the name of a copy's file."""
    return f"{index:06}.docx"


def _timed(fill: Fill, index: int, path: Path) -> float:
    start = perf_counter()
    fill(index, path)
    return perf_counter() - start


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def peak_memory() -> float:
    """Return this process's peak memory in MB.

    Linux tells it of this program alone; ``getrusage`` also remembers the process that started it.
    """
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)
    if sys.platform == "win32":
        return 0.0
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(way: str, letter: str, copies: str, templates: str, folder: str) -> None:
    """Measure and print the timing as JSON."""
    desk = Desk(model_letter(letter), Path(templates))
    json.dump(asdict(measure(way, desk, int(copies), Path(folder))), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
