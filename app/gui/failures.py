"""What nobody expected: kept in a log without a word of any letter, shown, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Signal, qVersion

_LOGGER: Final = logging.getLogger("app.gui")
_HERE: Final = Path(__file__).resolve().parents[2]


class Failures(QObject):
    """Keeps failures and says ``happened`` on the thread of the window, with details to show."""

    happened = Signal(str)

    def keep(self, error: BaseException) -> str:
        """Write a failure into the log and give its details: kinds and places, never values."""
        told = details_of(error)
        _LOGGER.error("unexpected failure\n%s", told)
        return told

    def watch(self) -> None:
        """Hear of every exception that nobody has caught, on any thread."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, _where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _where)
        else:
            self.happened.emit(self.keep(error))

    def _on_thread_exception(self, said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None:
            self.happened.emit(self.keep(said.exc_value))


def details_of(error: BaseException) -> str:
    """Give kinds and places of an error and its causes; what an error says may quote a letter."""
    lines = [
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}",
        *(line for each in _chain(error) for line in _told(each)),
    ]
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    chain, seen = [error], {id(error)}
    while (before := chain[-1].__cause__ or chain[-1].__context__) is not None and id(before) not in seen:
        chain.append(before)
        seen.add(id(before))
    return chain


def _told(error: BaseException) -> list[str]:
    kind = type(error)
    places = [
        f"  {_short(frame.f_code.co_filename)}, line {line}, in {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    return [f"{kind.__module__}.{kind.__qualname__}", *places]


def _short(name: str) -> str:
    path = Path(name)
    return str(path.relative_to(_HERE)) if path.is_relative_to(_HERE) else path.name
