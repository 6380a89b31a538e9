"""The office's own words: names and terms that no dictionary knows, one to a line in a file."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from app.domain.words import folded_word
from app.drafting.engine import write_atomically


class OfficeWords:
    """The list in a workspace; it may be edited by hand as well."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._read: tuple[int, tuple[str, ...]] = (-1, ())

    def all(self) -> tuple[str, ...]:
        """Give the words in the order of the alphabet."""
        with self._lock:
            return self._present()

    def know(self, word: str) -> bool:
        """Say whether a word stands in the list, in any case and with any possessive."""
        return folded_word(word) in self.forms()

    def forms(self) -> frozenset[str]:
        """Give the words as they are compared."""
        return frozenset(map(folded_word, self.all()))

    def add(self, word: str) -> None:
        """Put a word into the list. Raises ``WriteProblem``."""
        with self._lock:
            self._write({*self._present(), word.strip()} - {""})

    def remove(self, word: str) -> None:
        """Take a word out of the list. Raises ``WriteProblem``."""
        with self._lock:
            self._write(set(self._present()) - {word})

    def _present(self) -> tuple[str, ...]:
        try:
            changed = self._path.stat().st_mtime_ns
            if changed != self._read[0]:
                lines = self._path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
                words = {line.strip() for line in lines if line.strip()}
                self._read = (changed, tuple(sorted(words, key=str.casefold)))
        except FileNotFoundError:
            self._read = (-1, ())
        return self._read[1]

    def _write(self, words: set[str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{word}\n" for word in sorted(words, key=str.casefold))
        write_atomically(self._path, text.encode(), overwrite=True)
        self._read = (-1, ())
