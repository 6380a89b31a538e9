"""Languages made up for measuring: four scripts, words as frequent as real ones are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

WORDS: Final = 30_000
NAMES: Final = 30_000
_SENTENCES: Final = 20_000
_LENGTH: Final = 12  # words of a sentence
TEXT: Final = 2_500  # bytes of UTF-8, about


@dataclass(frozen=True)
class Script:
    """The sounds of a language, and how many letters of a hundred are written in it."""

    language: str
    share: int
    consonants: str
    vowels: str


SCRIPTS: Final = (
    Script("en", 55, "bcdfghklmnprstvw", "aeiou"),
    Script("ru", 25, "бвгджзклмнпрстхч", "аеиоуя"),
    Script("ka", 10, "ბგდვზკლმნპრსტქშჩ", "აეიოუ"),
    Script("ar", 10, "بتجحدرزسشصعفقكلمنه", "اوي"),
)


class Language:
    """Words by their frequency, names, and sentences of them."""

    def __init__(self, script: Script, seed: int = 0) -> None:
        self.script = script
        self.tag = script.language
        chance = Random(f"{script.language} {seed}")
        self.words = self._some(chance, WORDS, (1, 4))
        self.names = [name.capitalize() for name in self._some(chance, NAMES, (4, 5))]
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.sentences = [
            " ".join(chance.choices(self.words, cum_weights=weights, k=_LENGTH)) + "."
            for _ in range(_SENTENCES)
        ]
        average = sum(len(one.encode()) for one in self.sentences[:1000]) / 1000
        self.sentences_of_a_text = round(TEXT / average)

    def _some(self, chance: Random, count: int, syllables: tuple[int, int]) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < count:
            words[self._word(chance, chance.randint(*syllables))] = None
        return list(words)

    def _word(self, chance: Random, syllables: int) -> str:
        sounds = (
            chance.choice(self.script.consonants) + chance.choice(self.script.vowels)
            for _ in range(syllables)
        )
        return "".join(sounds) + chance.choice(["", chance.choice(self.script.consonants)])
