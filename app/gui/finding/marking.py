"""Marks what was typed in names, also inside of words, as the directories find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.folding import fold, fold_with_places
from app.domain.searching import Marked


def marked(text: str, typed: str) -> Marked:
    """Mark each word that was typed: where words begin with it, else wherever it stands."""
    folded, places = fold_with_places(text)
    stretches = [
        (places[begin], places[end - 1] + 1)
        for word in fold(typed).split()
        for begin, end in _found(folded, word)
    ]
    return Marked(text, tuple(_merged(sorted(stretches))))


def holds(text: str, typed: str) -> bool:
    """Say whether every word that was typed stands in a text."""
    folded = fold(text)
    return all(word in folded for word in fold(typed).split())


def begins(text: str, typed: str) -> bool:
    """Say whether a text begins with what was typed."""
    return " ".join(fold(text).split()).startswith(" ".join(fold(typed).split()))


def together(*parts: Marked, between: str = "  ") -> Marked:
    """Put marked texts one behind the other; empty ones are left out."""
    text, marks = "", []
    for part in parts:
        if part.text:
            text += between if text else ""
            marks += [(begin + len(text), end + len(text)) for begin, end in part.marks]
            text += part.text
    return Marked(text, tuple(marks))


def _found(folded: str, word: str) -> Iterator[tuple[int, int]]:
    starts = [at for at in _places(folded, word) if at == 0 or folded[at - 1] == " "]
    for at in starts or _places(folded, word):
        yield at, at + len(word)


def _places(folded: str, word: str) -> Sequence[int]:
    places, at = [], folded.find(word)
    while at >= 0:
        places.append(at)
        at = folded.find(word, at + len(word))
    return places


def _merged(stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin, end = -1, -1
    for one, other in stretches:
        if one > end:
            if end > begin:
                yield begin, end
            begin, end = one, other
        end = max(end, other)
    if end > begin:
        yield begin, end
