"""One hidden office program under its guard, from its start to its end."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Final

from app.converting import guard
from app.converting.errors import OfficeDidNotStart, PagesNotMade, PagesTookTooLong
from app.converting.folders import PrivateFolder
from app.converting.profile import write_profile
from app.converting.programs import OfficeProgram

_GUARD: Final = (sys.executable, "-I", "-S", str(Path(guard.__file__)))
_GOING: Final = 10.0


@dataclass(frozen=True)
class Patience:
    """How many seconds the office program has to start, and for each document."""

    start: float = 60
    document: float = 30


PATIENT: Final = Patience()


class Gone(Exception):
    """The office program ended by itself."""


class WarmOffice:
    """Converts documents one after the other; an end of the office program is its own end."""

    def __init__(self, program: OfficeProgram, root: Path, patience: Patience = PATIENT) -> None:
        self._program, self._patience = program, patience
        self._folder = PrivateFolder(root)
        write_profile(self._folder.path / "profile")
        self._heard: SimpleQueue[str] = SimpleQueue()
        self._groups: list[int] = []
        self._count = 0
        self.is_ready = False
        self._process = self._guarded()
        self._listener = Thread(target=self._listen, name="exact pages: listening", daemon=True)
        self._listener.start()

    @property
    def folder(self) -> Path:
        """The private folder."""
        return self._folder.path

    def await_ready(self) -> None:
        """Wait until documents may come. Raises ``OfficeDidNotStart``."""
        try:
            self._await("ready", self._patience.start)
        except (Gone, Empty) as error:
            raise OfficeDidNotStart(program=self._program.name) from error
        self.is_ready = True

    def pdf_of(self, document: bytes) -> bytes:
        """Convert a document. Raises ``PagesNotMade``, ``PagesTookTooLong``, and ``Gone``."""
        self._count += 1
        name = str(self._count)
        try:
            self._folder.write(f"{name}.docx", document)
            self._ask(name)
            made = self._folder.taken(f"{name}.pdf")
        finally:
            (self.folder / f"{name}.docx").unlink(missing_ok=True)
        if not made:
            raise PagesNotMade
        return made

    def stop(self) -> None:
        """Have the guard end everything; whoever waits for a document hears at once."""
        with suppress(OSError, ValueError):
            self._input.close()

    def end(self) -> None:
        """End the office program and its guard, and leave nothing behind."""
        self.stop()
        try:
            self._process.wait(_GOING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(_GOING)
        for group in self._groups:  # where the guard itself was killed
            guard.kill(group)
        self._folder.remove()

    def _ask(self, name: str) -> None:
        try:
            self._input.write(f"{name}\n")
            self._input.flush()
            self._await(f"done {name}", self._patience.document)
        except (OSError, ValueError) as error:  # the guard is gone, or stopped
            raise Gone from error
        except Empty as error:
            raise PagesTookTooLong(seconds=round(self._patience.document)) from error

    def _await(self, line: str, seconds: float) -> None:
        until = monotonic() + seconds
        while (heard := self._heard.get(timeout=max(0.0, until - monotonic()))) != line:
            if not heard:
                raise Gone

    @property
    def _input(self) -> IO[str]:
        assert self._process.stdin is not None  # noqa: S101
        return self._process.stdin

    def _guarded(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*_GUARD, str(self.folder), *self._program.seeing(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,
        )

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101
        with self._process.stdout as lines:
            for line in lines:
                word, _, fact = line.strip().partition(" ")
                if word == "group":
                    self._groups.append(int(fact))
                else:
                    self._heard.put(line.strip())
        self._heard.put("")
