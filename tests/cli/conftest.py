"""A person at a keyboard, in a folder and a workspace of his or her own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli.commands import run
from tests.cli.letters import PROTEST, example
from tests.fakes import FixedClock


@dataclass(frozen=True)
class Answer:
    """What one command said, and with which code it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> Sequence[str]:
        """What was printed, by lines."""
        return self.out.splitlines()


@dataclass
class Keyboard:
    """Runs commands in this process."""

    capsys: pytest.CaptureFixture[str]
    folder: Path
    clock: FixedClock
    told: list[str] = field(default_factory=list)

    def __call__(self, *words: str | Path) -> Answer:
        """Run one command, whatever comes of it."""
        self.capsys.readouterr()
        try:
            code = run([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = self.capsys.readouterr()
        self.told.append(printed.out + printed.err)
        return Answer(code, printed.out, printed.err)

    def done(self, *words: str | Path) -> Answer:
        """Run one command that must succeed, and say nothing where errors go."""
        answer = self(*words)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer

    def refused(self, *words: str | Path) -> str:
        """Run one command that must be refused, and give its sentence."""
        answer = self(*words)
        assert (answer.code, answer.out) == (1, ""), answer
        assert answer.err.strip()
        return answer.err

    def on(self, day: str) -> None:
        """Let it be another day."""
        self.clock.now = datetime.fromisoformat(f"{day}T10:30:00+00:00")

    def letter(self, name: str = PROTEST, changed: Mapping[str, str] | None = None) -> Path:
        """Put a copy of a model letter into the folder, with words exchanged."""
        text = example(name)
        for old, new in (changed or {}).items():
            assert old in text, f"the example does not say {old}"
            text = text.replace(old, new)
        return self.file(name, text)

    def file(self, name: str, content: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


@pytest.fixture
def workspace(_own_home: Path) -> Path:
    """The workspace that the environment names; nothing is in it yet."""
    return Path(os.environ["CHANCERY_DATA"])


@pytest.fixture
def keyboard(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> Keyboard:
    """A keyboard in an empty folder, with an English screen."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CHANCERY_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.argv", ["chancery"])
    clock = FixedClock()
    monkeypatch.setattr("app.bootstrap.clock", clock)
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Keyboard(capsys, folder, clock)


@pytest.fixture
def registered(keyboard: Keyboard) -> Keyboard:
    """A keyboard whose workspace holds the protest letter as № 1/01-3 of 2017."""
    keyboard.done("register", keyboard.letter(), "--date", "2017-08-16")
    return keyboard
