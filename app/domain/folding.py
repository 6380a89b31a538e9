"""Texts made alike for searching: what is indexed and what is typed go the same way.

Case, accents, letters that keyboards exchange (ё/е, ł/l), Georgian capitals,
Arabic vowel signs and full-width forms are folded; every ideograph becomes a
word of its own. Each character is folded for itself, so that a place in the
folded text leads back to the place in the original.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

# Raise it with every change of what ``fold`` gives: indexes are then made anew.
FOLDING_VERSION: Final = 1

_TWINS: Final = {
    "łŁ": "l", "øØ": "o", "đĐðÐ": "d", "ħĦ": "h", "ŧŦ": "t", "ı": "i", "æÆ": "ae", "œŒ": "oe",
    "þÞ": "th", "ßẞ": "ss", "ŋŊ": "n", "əƏ": "e", "ґҐғҒ": "г", "қҚ": "к", "ңҢ": "н", "өӨ": "о",
    "үҮұҰ": "у", "әӘ": "а", "һҺ": "х", "ѣѢ": "е", "ٱ": "ا", "ىیۍې": "ي", "ةہھۀە": "ه", "کڪ": "ك",
}  # fmt: skip
_SINGLE: Final = {ord(letter): twin for letters, twin in _TWINS.items() for letter in letters}
_ACCENTS: Final = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05C7), (0x0610, 0x061A),
    (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED),
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
)  # fmt: skip
_TATWEEL: Final = 0x0640
_IDEOGRAPHS: Final = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_NUSKHURI: Final = range(0x2D00, 0x2D2E)
_MKHEDRULI: Final = 0x10D0
_LONGEST_KEY: Final = 60
_STRIDE: Final = 64


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


_FOLDS: Final = _Folds()


def fold(text: str) -> str:
    """Fold a text to words of letters and digits with spaces between them."""
    return text.translate(_FOLDS)


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text and say for each character of the result at which place of the original it stood."""
    if text.isascii():
        return fold(text), range(len(text))
    pieces = [_FOLDS[ord(character)] for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places


def place_of(text: str, at: int) -> int:
    """Say at which place of a text the character at a place of its folding stood."""
    begin = 0
    if text.isascii():
        return min(at, len(text))
    while begin < len(text) and (length := len(fold(text[begin : begin + _STRIDE]))) <= at:
        begin, at = begin + _STRIDE, at - length
    _, places = fold_with_places(text[begin : begin + _STRIDE])
    return begin + places[at] if places else len(text)


def sort_key(text: str) -> str:
    """Give what a text is sorted by: its first words, folded."""
    return " ".join(fold(text[: 4 * _LONGEST_KEY]).split())[:_LONGEST_KEY]


def is_ideograph(word: str) -> bool:
    """Say whether a folded word is one ideograph."""
    return len(word) == 1 and _within(ord(word), _IDEOGRAPHS)


def _folded(character: str) -> str:
    if unicodedata.category(character) == "So":  # a sign is no word, though “№” can be written “No”
        return " "
    plain = _settled(character)
    if plain or _is_silent(character):
        return "".join(f" {one} " if is_ideograph(one) else one for one in plain)
    return " "


def _settled(character: str) -> str:
    before, now = "", character
    while now != before:  # what folding brings out may have to be folded itself
        before, now = now, "".join(map(_part, unicodedata.normalize("NFKD", now).casefold()))
    return now


def _part(one: str) -> str:
    """Give what is left of one character that has been taken apart already."""
    code = ord(one)
    if code in _SINGLE:
        return _SINGLE[code]
    if _is_silent(one):
        return ""
    if code in _NUSKHURI:
        return chr(code - _NUSKHURI.start + _MKHEDRULI)
    if one.isdecimal():
        return str(unicodedata.decimal(one))
    return one if one.isalnum() or unicodedata.category(one).startswith("M") else ""


def _is_silent(one: str) -> bool:
    """Say whether a character stands inside of words and means nothing to a search."""
    code = ord(one)
    return code == _TATWEEL or unicodedata.category(one) == "Cf" or _within(code, _ACCENTS)
