"""Backups and restores that are killed: ``python -m tests.crash.copies FOLDER SEED KILLS``.

Without kills one restore is cut off at every change it makes to the folder, one after the other.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from app.services.backups import Backups
from app.services.restoring import Restoring
from db import Vault
from tests.crash.house import LETTER, NOW, desk, found, house, proof
from tests.crash.lives import life, timed

TIMES_OF_A_LIFE: Final = 2
MOST_STEPS: Final = 500
TEMPLATES: Final = ("# ours", "# ours, later")
CHANGES: Final = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"}


def main(folder: Path, seed: int, kills: int) -> dict[str, int]:
    """Kill backups and restores by turns; gives how many of them were finished before."""
    chance = random.Random(seed)
    desk()
    data, files = _two_backups(folder)
    heads = {_head_of(data, file): lines for file, lines in zip(files, TEMPLATES, strict=True)}
    longest = TIMES_OF_A_LIFE * timed(lambda: _both(data, files[1], folder / "daily"))
    finished = {"backups": 0, "restores": 0}
    for number in range(kills):
        restored = files[number // 2 % 2]

        def work(mouth: int, number: int = number, restored: Path = restored) -> None:
            if number % 2:
                _restoring(data).restore(restored)
                os.write(mouth, b"restores\n")
            while True:
                _backups(data).make(folder / "daily")
                os.write(mouth, b"backups\n")

        for line in life(work, killed_after_s=chance.uniform(0, longest)):
            finished[line] += 1
        _expect_all_of_one(data, heads, f"kill {number}")
    _expect_sound_files(data, folder / "daily")
    return finished


def _two_backups(folder: Path) -> tuple[Path, tuple[Path, Path]]:
    """Give a workspace with five letters, a backup of its first two and one of all."""
    data = folder / "data"
    found(data)
    (data / "templates").mkdir()
    files = []
    for lines in TEMPLATES:
        (data / "templates" / "own.toml").write_text(lines, encoding="utf-8")
        with house(data) as office:
            for _ in range(2):
                office.issuing.register(LETTER)
            files.append(_backups(data).make(folder / "kept").file)
    return data, (files[0], files[1])


def _both(data: Path, file: Path, folder: Path) -> None:
    _backups(data).make(folder)
    _restoring(data).restore(file)


def step_by_step(folder: Path) -> dict[str, int]:
    """Cut a restore off at its first change to the disk, at its second, until one is finished."""
    desk()
    data, files = _two_backups(folder)
    heads = {_head_of(data, file): lines for file, lines in zip(files, TEMPLATES, strict=True)}
    for step in range(1, MOST_STEPS):
        restored = files[step % 2]
        _restoring(data).restore(files[(step + 1) % 2])
        said = life(partial(_restore_until, data, step, restored), killed_after_s=None)
        _expect_all_of_one(data, heads, f"step {step}")
        if said:
            return {"steps": step}
    raise AssertionError("nobody counts for so long")


def _restore_until(data: Path, step: int, file: Path, mouth: int) -> None:
    left = [step]

    def notice(event: str, _facts: object) -> None:
        if event in CHANGES:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(notice)
    _restoring(data).restore(file)
    os.write(mouth, b"restored\n")
    os.kill(os.getpid(), signal.SIGKILL)


def _expect_all_of_one(data: Path, heads: Mapping[str, str], when: str) -> None:
    """After a crash the next who opens finds the register and the templates of one moment."""
    checked = proof(data)
    own = (data / "templates" / "own.toml").read_text(encoding="utf-8")
    if checked.findings or heads.get(checked.head) != own:
        raise AssertionError(f"{when}: {checked}, {own}")


def _head_of(data: Path, file: Path) -> str:
    return _restoring(data).inspect(file).contents.head


def _expect_sound_files(data: Path, folder: Path) -> None:
    """Whatever has the name of a backup, or was moved aside, is whole."""
    asides = [file for file in data.iterdir() if file.name.startswith("register-before-restore")]
    named = [one.file for one in _backups(data).all(folder)]
    for file in (*asides, *named):
        _restoring(data).inspect(file)  # raises when it is not sound
    if not asides or not named:
        raise AssertionError("nothing was ever finished, so nothing was tried")


def _backups(data: Path) -> Backups:
    return Backups(Vault(data), lambda: NOW, lambda: "1.0")


def _restoring(data: Path) -> Restoring:
    return Restoring(Vault(data), lambda: NOW)


if __name__ == "__main__":
    place, *numbers = sys.argv[1:]
    print(json.dumps(main(Path(place), *map(int, numbers)) if numbers else step_by_step(Path(place))))
