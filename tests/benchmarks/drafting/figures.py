"""From the timings of all rounds to the figures that are told: ratios are taken inside a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.benchmarks.drafting.rounds import Run
from tests.benchmarks.drafting.worker import Timing

PLAIN: Final = "docxtpl"
OURS: Final = "engine"
OURS_UNSYNCED: Final = "engine-unsynced"
OTHERS: Final = ("docx-mailmerge2", "docxtemplater", "easy-template-x")


@dataclass(frozen=True)
class Figure:
    """A way with a letter, medians of all rounds; ratios above 1 say that it is the faster."""

    letter: str
    way: str
    per_second: float
    milliseconds: float
    first: float
    to_plain: float
    to_fastest_other: float
    to_plain_with_first: float
    peak: float


@dataclass(frozen=True)
class Flatness:
    """Milliseconds a letter and peak memory of a short row of letters and of a long one.

    ``end_to_start`` sets the last tenth of the long row beside its first, whatever else the machine did.
    """

    letter: str
    way: str
    short: float
    long: float
    short_peak: float
    long_peak: float
    end_to_start: float

    @property
    def growth(self) -> float:
        return self.long / self.short

    @property
    def peak_growth(self) -> float:
        return self.long_peak / self.short_peak if self.short_peak else 1.0


def figures(runs: Sequence[Run]) -> list[Figure]:
    """Return the figures of every letter and way, in the order they were run."""
    keys = dict.fromkeys((run.letter, run.way) for run in runs)
    return [_figure(letter, way, [run for run in runs if run.letter == letter]) for letter, way in keys]


def _figure(letter: str, way: str, runs: Sequence[Run]) -> Figure:
    rounds = [_by_way(run for run in runs if run.round == number) for number in {run.round for run in runs}]
    own = [each[way] for each in rounds]
    return Figure(
        letter,
        way,
        per_second=median(len(timing.copies) / whole(timing) for timing in own),
        milliseconds=median(median(timing.copies) for timing in own) * 1000,
        first=median(timing.first for timing in own) * 1000,
        to_plain=median(whole(each[PLAIN]) / whole(each[way]) for each in rounds),
        to_fastest_other=median(_fastest_other(each) / whole(each[way]) for each in rounds),
        to_plain_with_first=median(
            (each[PLAIN].first + whole(each[PLAIN])) / (each[way].first + whole(each[way])) for each in rounds
        ),
        peak=median(timing.peak for timing in own),
    )


def _by_way(runs: Iterable[Run]) -> dict[str, Timing]:
    return {run.way: run.timing for run in runs}


def _fastest_other(timings: dict[str, Timing]) -> float:
    return min(whole(timings[way]) for way in OTHERS if way in timings)


def whole(timing: Timing) -> float:
    """Return the seconds of all copies but the first."""
    return sum(timing.copies)


def flatness(short: Sequence[Run], long: Sequence[Run]) -> list[Flatness]:
    """Set the long rows of letters beside the short ones run just before them."""
    return [
        Flatness(
            each.letter,
            each.way,
            _each(each.timing),
            _each(other.timing),
            each.timing.peak,
            other.timing.peak,
            _end_to_start(other.timing.copies),
        )
        for each, other in zip(short, long, strict=True)
    ]


def _each(timing: Timing) -> float:
    return whole(timing) / len(timing.copies) * 1000


def _end_to_start(copies: Sequence[float]) -> float:
    tenth = max(len(copies) // 10, 1)
    return median(copies[-tenth:]) / median(copies[:tenth])
