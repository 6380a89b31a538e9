"""Asks the process that reads dictionaries, starts it when it is first needed, and survives its death."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from threading import Lock, Timer
from typing import Any, Final

from app.domain.errors import N_, ChanceryError

_READER: Final = Path(__file__).with_name("spelling_reader.py")
PATIENCE: Final = 15.0


class DictionaryNotReadable(ChanceryError):
    """A dictionary is damaged: its reader gave up, or never answered."""

    message = N_("The dictionary “{name}” cannot be read. Put an intact pair of .aff and .dic in its place.")


class SpellingProcess:
    """One reader for all dictionaries; may be asked from any thread, and answers one question at a time."""

    def __init__(self, patience: float = PATIENCE, reader: Path = _READER) -> None:
        self._patience, self._reader = patience, reader
        self._process: subprocess.Popen[str] | None = None
        self._lock = Lock()
        self._unreadable: set[Path] = set()

    def wrong(self, book: Path, words: Collection[str]) -> frozenset[str]:
        """Give the words that a dictionary does not know. Raises ``DictionaryNotReadable``."""
        return frozenset(self._asked(book, {"check": sorted(words)}))

    def suggestions(self, book: Path, word: str) -> tuple[str, ...]:
        """Give better spellings of a word, the best first. Raises ``DictionaryNotReadable``."""
        return tuple(self._asked(book, {"suggest": word}))

    def close(self) -> None:
        """End the reader; it starts anew when it is needed again."""
        with self._lock:
            self._end()

    def _asked(self, book: Path, question: dict[str, Any]) -> list[str]:
        with self._lock:
            if book in self._unreadable:
                raise DictionaryNotReadable(name=book.name)
            answer = self._answer(json.dumps({"book": str(book), **question}))
            words: list[str] | None = answer.get("words")
            if words is None:
                self._unreadable.add(book)
                raise DictionaryNotReadable(name=book.name)
            return words

    def _answer(self, question: str) -> dict[str, Any]:
        """Give the answer; an empty one where the reader died or was ended because it took too long."""
        process = self._process = self._process or self._started()
        watch = Timer(self._patience, process.kill)
        watch.daemon = True
        watch.start()
        try:
            line = _told(process, question)
        finally:
            watch.cancel()
        if not line:
            self._end()
            return {}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _started(self) -> subprocess.Popen[str]:
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        return subprocess.Popen(
            [sys.executable, "-B", str(self._reader)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=hidden,
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()


def _told(process: subprocess.Popen[str], question: str) -> str:
    if process.stdin is None or process.stdout is None:
        return ""
    try:
        process.stdin.write(question + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return ""
