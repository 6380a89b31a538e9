"""Finds words of another language in a letter: by their script, and by words that only one language has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SCRIPTS: Final = {
    "en": "LATIN", "fr": "LATIN", "es": "LATIN", "de": "LATIN", "ru": "CYRILLIC", "uk": "CYRILLIC",
    "kk": "CYRILLIC", "ka": "GEORGIAN", "ar": "ARABIC", "zh-Hans": "CJK",
}  # fmt: skip
# Small words that stand in any letter of a language and in none of the others with the same script.
STOP_WORDS: Final = {
    "en": "the of and to which with that have from this we our your would be been is are by it for",
    "fr": "les des du et une dans pour qui par aux sont nous votre être avec cette ces leur où",
    "es": "el los las del una por con su sus al lo ha han sobre este esta como más nuestro",
    "de": "der die das und dem nicht mit für von ist sind auf wir unsere ihre werden wird dass eine",
    "ru": "и с что это из от как мы также который которые были если или чтобы они его ее к во",
    "uk": "і й з що це із від як ми усі всі також який які були якщо або щоб вони її їх",
    "kk": "және мен бен үшін туралы бойынша осы біз сіз бұл болып деп оның барлық немесе қатысты",
}  # fmt: skip
_ONLY: Final = {
    language: frozenset(words.split())
    - {word for other, more in STOP_WORDS.items() if other != language for word in more.split()}
    for language, words in STOP_WORDS.items()
}
# Letters that a neighbour in the same script does not have.
_FOREIGN_LETTERS: Final = {
    "ru": "ієїґәғқңөұүһ", "uk": "ыэъёәғқңөұүһ", "kk": "єїґ", "en": "ßñ¿¡", "fr": "ñ¿¡ßäö", "es": "çßäöèêàù",
    "de": "ñçéèêàù¿¡",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_ªº]+")
# Abbreviations, symbols and addresses are the same everywhere: AL KAZ 1/2017, A/HRC/29/25/Add.2, OP2.
_SAME_EVERYWHERE: Final = re.compile(r"\b[A-Z]{2,}\b(?: [A-Z]{3} \d+/\d+)?|\b[A-Z]/\S+|\bAdd\b")


def foreign_words(text: str, language: str) -> Iterator[str]:
    """Give the words that cannot be of the language."""
    plain = _SAME_EVERYWHERE.sub(" ", text)
    others = {word: other for other, words in _ONLY.items() if other != language for word in words}
    for word in _WORD.findall(plain):
        small = word.casefold()
        alien = set(small) & set(_FOREIGN_LETTERS.get(language, ""))
        if _script(word) != _SCRIPTS[language] or small in others or alien:
            yield word


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").split(" ")[0]
