"""Stands in for a person at the window, and for the thread beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from app.gui.asking import CANCEL, FileWish, Notice, Question


class FakeAsking:
    """Answers as told beforehand, and keeps everything that was said."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.questions: list[Question] = []
        self.notices: list[Notice] = []
        self.troubles: list[Exception] = []
        self.wishes: list[FileWish] = []
        self.answers: deque[str] = deque()
        self.paths: deque[Path | None] = deque()

    def inform(self, heading: str, text: str) -> None:
        self.said.append((heading, text))

    def ask(self, question: Question) -> str:
        self.questions.append(question)
        answer = self.answers.popleft() if self.answers else CANCEL
        assert answer in {CANCEL, *(choice.key for choice in question.choices)}, f"no button gives {answer!r}"
        return answer

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)

    def trouble(self, error: Exception) -> None:
        self.troubles.append(error)

    def file_to_open(self, wish: FileWish) -> Path | None:
        return self._path(wish)

    def file_to_save(self, wish: FileWish, name: str) -> Path | None:
        return self._path(wish)

    def folder(self, wish: FileWish) -> Path | None:
        return self._path(wish)

    def _path(self, wish: FileWish) -> Path | None:
        self.wishes.append(wish)
        return self.paths.popleft() if self.paths else None


class FakeOutside:
    """Keeps what was to be opened and shown outside the window."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.shown: list[Path] = []
        self.willing = True

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return self.willing

    def show_in_folder(self, path: Path) -> bool:
        self.shown.append(path)
        return self.willing


class HeldExecutor:
    """Holds back what it is given until ``release``, so that a test sees the time in between."""

    def __init__(self) -> None:
        self.held: deque[Callable[[], None]] = deque()

    def submit(self, work: Callable[[], None]) -> None:
        self.held.append(work)

    def release(self) -> None:
        """Run everything that waits, in its order."""
        while self.held:
            self.held.popleft()()

    def shut_down(self) -> None:
        self.held.clear()
