"""What people ask of a register, and how long they wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any, Final

from app.domain.queries import Query, parse_query
from app.domain.searching import EntryFilter, Order, Page, SortedBy, Wanted
from app.services.search import Search
from db import Workspace
from tests.benchmarks.register.words import Language

TIMES: Final = 200
_COMMON: Final = slice(5, 105)
_MIDDLING: Final = slice(200, 2_000)


@dataclass(frozen=True)
class Figure:
    """How long one kind of question took, in milliseconds."""

    what: str
    letters: int
    median: float
    worst: float

    @property
    def line(self) -> tuple[str, ...]:
        """The figure for a table."""
        return self.what, f"{self.letters:,}", f"{self.median:.2f}", f"{self.worst:.2f}"


def searches(workspace: Workspace, languages: Sequence[Language], letters: int) -> Iterator[Figure]:
    """Measure the first fifty hits, newest first, of what is typed; then the whole answer with its marks."""
    search = Search(workspace.reading, workspace.unit_of_work)
    for language in languages:
        for kind, texts in _typed(language).items():
            yield _timed(f"{language.tag}: {kind}", letters, [_first_page(workspace, text) for text in texts])
    every = [text for language in languages for texts in _typed(language).values() for text in texts]
    chosen = Random(1).sample(every, TIMES)
    lines = [partial(search.find, text, excerpts=False) for text in chosen]
    yield _timed("all kinds, counted and marked", letters, lines)
    yield _timed("the same, with fifty excerpts", letters, [partial(search.find, text) for text in chosen])


def sorted_searches(workspace: Workspace, language: Language, letters: int) -> Iterator[Figure]:
    """Measure what is typed in another order than the newest first, with and without a filter."""
    order = Order(SortedBy.ADDRESSEE)
    for kind, texts in _typed(language).items():
        for name in ("all", "one State"):
            asked = [
                _first_page(workspace, text, filter=FILTERS[name], order=order)
                for text in texts[: TIMES // 4]
            ]
            yield _timed(f"{language.tag}: {kind}, by addressee, {name}", letters, asked)


def _typed(language: Language) -> dict[str, list[str]]:
    chance = Random(language.tag)
    common, middling = language.words[_COMMON], language.words[_MIDDLING]
    return {
        "a rare name": [f"{chance.choice(language.names)} " for _ in range(TIMES)],
        "a common word": [f"{chance.choice(common)} " for _ in range(TIMES)],
        "two words": [f"{chance.choice(common)} {chance.choice(middling)} " for _ in range(TIMES)],
        "two letters": [chance.choice(middling)[:2] for _ in range(TIMES)],
        "three letters": [chance.choice(middling)[:3] for _ in range(TIMES)],
        "five letters": [chance.choice(language.names)[:5] for _ in range(TIMES)],
        "a word and two letters": [
            f"{chance.choice(common)} {chance.choice(middling)[:2]}" for _ in range(TIMES)
        ],
    }


def _first_page(workspace: Workspace, text: str, **wanted: Any) -> Callable[[], object]:
    def ask() -> object:
        with workspace.reading() as work:
            return work.search.page(Wanted(query=parse_query(text), **wanted))

    return ask


FILTERS: Final = {
    "all": EntryFilter(),
    "one year": EntryFilter(year=2012),
    "one State": EntryFilter(state="KAZ"),
    "year, series, language": EntryFilter(year=2012, series="un", language="ka"),
    "State, type, language": EntryFilter(state="TUZ", type="joint", language="ar"),
}


def pages(workspace: Workspace, letters: int) -> Iterator[Figure]:
    """Measure the first page of every order and filter, and pages anywhere in the middle."""
    for by in SortedBy:
        for name, narrowed in FILTERS.items():
            first = [_page(workspace, by, narrowed, None)] * TIMES
            yield _timed(f"by {by}, {name}: first", letters, first)
            deep = [_page(workspace, by, narrowed, place) for place in _places(letters)]
            yield _timed(f"by {by}, {name}: anywhere", letters, deep)


def _places(letters: int) -> list[int]:
    chance = Random(letters)
    return [chance.randint(1, letters) for _ in range(TIMES)]


def _page(workspace: Workspace, by: SortedBy, narrowed: EntryFilter, at: int | None) -> Callable[[], object]:
    with workspace.reading() as work:
        after = work.search.place(at, by) if at else None
    wanted = Wanted(query=Query(), filter=narrowed, order=Order(by, descending=True), page=Page(after=after))

    def ask() -> object:
        with workspace.reading() as work:
            return work.search.page(wanted)

    return ask


def _timed(what: str, letters: int, questions: Sequence[Callable[[], object]]) -> Figure:
    for ask in questions[:: max(1, len(questions) // 10)]:
        ask()
    times = []
    for ask in questions:
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1_000)
    return Figure(what, letters, median(times), quantiles(times, n=100)[-1])
