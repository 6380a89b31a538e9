"""Marks what was looked for in texts as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from app.domain.folding import fold, fold_with_places
from app.domain.searching import Marked, Query, Term

WINDOW: Final = 160
_BEFORE: Final = 40
_WHITE: Final = re.compile(r"\s+")


def is_found(term: Term, text: str) -> bool:
    """Say whether a text has the words of a term."""
    return re.search(term.pattern, fold(text)) is not None


def marked(text: str, query: Query) -> Marked:
    """Mark all that a query looks for in a text."""
    if not query.terms or not _any_pattern(query).search(fold(text)):
        return Marked(text)
    folded, places = fold_with_places(text)
    found = [
        (places[hit.start()], _end(text, places, hit.end()))
        for term in query.terms
        for hit in re.finditer(term.pattern, folded)
    ]
    return Marked(text, tuple(_merged(sorted(found))))


def excerpt(texts: Iterable[str], query: Query, window: int = WINDOW) -> Marked:
    """Give a short stretch of the text in which most of the terms stand; nothing if none of them does."""
    patterns = [re.compile(term.pattern) for term in query.terms]
    best, most = "", 0
    for text in texts:
        folded = fold(text)
        count = sum(pattern.search(folded) is not None for pattern in patterns)
        if count > most:
            best, most = text, count
        if most == len(patterns):
            break
    return marked(_around(best, query, window), query) if most else Marked("")


def _around(text: str, query: Query, window: int) -> str:
    folded, places = fold_with_places(text)
    first = _any_pattern(query).search(folded)
    middle = places[first.start()] if first else 0
    begin = _word_border(text, max(0, middle - _BEFORE)) if middle > _BEFORE else 0
    end = _end_border(text, begin + window)
    lead, tail = "… " if begin else "", " …" if end < len(text) else ""
    return lead + _WHITE.sub(" ", text[begin:end]).strip() + tail


def _word_border(text: str, place: int) -> int:
    """Give the beginning of the next word, if there is one soon."""
    found = _WHITE.search(text, place, place + _BEFORE)
    return found.end() if found else place


def _end_border(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    spaces = [found.start() for found in _WHITE.finditer(text, place - _BEFORE, place)]
    return spaces[-1] if spaces else place


def _any_pattern(query: Query) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{term.pattern})" for term in query.terms))


def _end(text: str, places: Sequence[int], end: int) -> int:
    """Give the place after the last marked character; what folds to nothing belongs to the one before."""
    place = places[end - 1] + 1
    while place < len(text) and fold(text[place]) == "":
        place += 1
    return place


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in stretches:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def pieces(text: Marked) -> list[tuple[str, bool]]:
    """Cut a marked text into stretches, each with whether it is marked."""
    borders = sorted({0, len(text.text), *(place for mark in text.marks for place in mark)})
    begins = {begin for begin, _ in text.marks}
    return [(text.text[begin:end], begin in begins) for begin, end in pairwise(borders)]
