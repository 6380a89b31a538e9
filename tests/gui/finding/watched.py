"""Long work that is done at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

EVERY_ROOM = ("letters", "recipients", "cases", "law", "settings", "guide", "help", "bin")
TODAY = date(2017, 9, 1)


class Watched:
    """Does long work at once and remembers what it was called."""

    def __init__(self) -> None:
        self.said: list[tuple[str, bool]] = []

    def __call__(
        self, words: str, work: Callable[[Any], Any], done: Callable[[Any], object], *, may_stop: bool
    ) -> None:
        """Do it, and give its outcome."""
        self.said.append((words, may_stop))
        done(work(lambda _done, _of: None))
