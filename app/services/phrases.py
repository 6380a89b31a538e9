"""The phrase bank: shipped phrases, and those that an office adds."""

from __future__ import annotations

import tomllib
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.letters import LetterType
from app.domain.phrases import Phrase, found
from app.services.ports import Work

LONGEST_LIST = 12


class Phrases:
    """Finds phrases and keeps the office's own."""

    def __init__(self, work: Work, reading: Work, shipped: Path) -> None:
        self._work, self._reading, self._folder = work, reading, shipped

    def find(
        self, typed: str, language: str, letter_type: LetterType, limit: int = LONGEST_LIST
    ) -> tuple[Phrase, ...]:
        """Give the phrases for a letter that have every typed word, the office's own first."""
        known = [phrase for phrase in self.all() if phrase.suits(language, letter_type)]
        return tuple(islice(found(known, typed), limit))

    def all(self) -> tuple[Phrase, ...]:
        """Give every phrase: the office's own, then the shipped ones."""
        return (*self.own(), *self._shipped)

    def own(self) -> tuple[Phrase, ...]:
        """Give the phrases that the office has added, the oldest first."""
        with self._reading() as work:
            return tuple(work.phrases.all())

    def keep(self, phrase: Phrase) -> int:
        """Keep a new phrase and give its key."""
        with self._work() as work:
            key = work.phrases.add(phrase)
            work.commit()
        return key

    def replace(self, phrase: Phrase) -> None:
        """Keep an own phrase in its new form. Raises ``PhraseNotFound``."""
        with self._work() as work:
            work.phrases.replace(phrase)
            work.commit()

    def remove(self, key: int) -> None:
        """Forget an own phrase. Raises ``PhraseNotFound``."""
        with self._work() as work:
            work.phrases.remove(key)
            work.commit()

    @cached_property
    def _shipped(self) -> tuple[Phrase, ...]:
        files = sorted(self._folder.glob("*.toml"))
        return tuple(phrase for path in files for phrase in read_phrases(path.read_bytes()))


def read_phrases(data: bytes) -> tuple[Phrase, ...]:
    """Read a file of shipped phrases."""
    said: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
    return tuple(
        Phrase(
            language=said["language"],
            title=one["title"],
            text=one["text"].strip(),
            types=tuple(LetterType(name) for name in one.get("types", ())),
        )
        for one in said["phrases"]
    )
