"""Finds the line of a letter file at which a key stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_TABLE: Final = re.compile(r"\s*\[(\[?)\s*([^\[\]]+?)\s*\]")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_.\-\"']+)\s*=")
_MULTILINE: Final = re.compile(r'"""|\'\'\'')

Place = tuple[str | int, ...]


def line_of(text: str, place: Sequence[str | int]) -> int:
    """Give the number of the line where a place of a TOML text is written, 0 if nowhere.

    For a key that is missing, or stands in an inline table, the line of the
    nearest table or key around it.
    """
    best, depth = 0, 0
    wanted = tuple(place)
    for number, here in _places(text):
        common = len(here) if wanted[: len(here)] == here else 0
        if common > depth:
            best, depth = number, common
    return best


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """Give each table head and key with the line it begins on."""
    table: Place = ()
    counts: dict[Place, int] = {}
    quoted = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if quoted:
            quoted = "" if line.count(quoted) % 2 else quoted
            continue
        if found := _TABLE.match(line):
            table = _table_place(found[2], bool(found[1]), counts)
            yield number, table
        elif found := _KEY.match(line):
            yield number, table + _parts(found[1])
            marks = _MULTILINE.findall(line)
            quoted = marks[0] if len(marks) % 2 else ""


def _table_place(name: str, is_array: bool, counts: dict[Place, int]) -> Place:
    place: Place = ()
    *outer, last = _parts(name)
    for part in outer:
        place = (*place, part)
        if place in counts:
            place = (*place, counts[place])
    place = (*place, last)
    if not is_array:
        return place
    counts[place] = counts.get(place, -1) + 1
    return (*place, counts[place])


def _parts(name: str) -> Place:
    return tuple(part.strip("\"' ") for part in name.split("."))
