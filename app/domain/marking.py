"""Marks what was looked for in texts as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from app.domain.folding import fold, fold_with_places, place_of
from app.domain.queries import Query
from app.domain.searching import Marked

WINDOW: Final = 160
_BEFORE: Final = 40
_WHITE: Final = re.compile(r"\s+")


class Marker:
    """Knows what a query looks for; made once for all the texts of an answer."""

    def __init__(self, query: Query) -> None:
        self._terms = [re.compile(term.pattern) for term in query.terms]
        self._any = re.compile("|".join(f"(?:{term.pattern})" for term in query.terms) or "(?!)")

    def finds_all(self, *texts: str) -> bool:
        """Say whether every term stands in one of the texts."""
        folded = fold("\n".join(texts))
        return all(term.search(folded) for term in self._terms)

    def marked(self, text: str) -> Marked:
        """Mark all that is looked for in a text."""
        if not self._any.search(fold(text)):
            return Marked(text)
        folded, places = fold_with_places(text)
        found = [
            (places[hit.start()], _end(text, places, hit.end()))
            for term in self._terms
            for hit in term.finditer(folded)
        ]
        return Marked(text, tuple(_merged(sorted(found))))

    def excerpt(self, texts: Iterable[str], window: int = WINDOW) -> Marked:
        """Give a short stretch of the text in which most of the terms stand; nothing if none of them does."""
        best, at, most = "", 0, 0
        for text in texts:
            folded = fold(text)
            found = [hit.start() for term in self._terms if (hit := term.search(folded))]
            if len(found) > most:
                best, at, most = text, min(found), len(found)
            if most == len(self._terms):
                break
        return self.marked(_around(best, place_of(best, at), window)) if most else Marked("")


def _around(text: str, middle: int, window: int) -> str:
    begin = _beginning_of_a_word(text, middle - _BEFORE) if middle > _BEFORE else 0
    end = _end_of_a_word(text, begin + window)
    lead, tail = "… " if begin else "", " …" if end < len(text) else ""
    return lead + _WHITE.sub(" ", text[begin:end]).strip() + tail


def _beginning_of_a_word(text: str, place: int) -> int:
    """Give the beginning of the next word, if there is one soon."""
    found = _WHITE.search(text, place, place + _BEFORE)
    return found.end() if found else place


def _end_of_a_word(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    spaces = [found.start() for found in _WHITE.finditer(text, place - _BEFORE, place)]
    return spaces[-1] if spaces else place


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
