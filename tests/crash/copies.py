"""Backups and restores that are killed: ``python -m tests.crash.copies FOLDER SEED KILLS``."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path
from typing import Final

from app.services.backups import Backups
from app.services.restoring import Restoring
from db import Vault
from tests.crash.house import LETTER, NOW, desk, found, house, proof
from tests.crash.lives import life, timed

TIMES_OF_A_LIFE: Final = 2


def main(folder: Path, seed: int, kills: int) -> dict[str, int]:
    """Kill backups and restores by turns; gives how many of them were finished before."""
    chance = random.Random(seed)
    desk()
    data, files = _two_backups(folder)
    heads = {proof(data).head, _head_of_the_first(data, files[0])}
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
        checked = proof(data)
        if checked.findings or checked.head not in heads:
            raise AssertionError(f"kill {number}: {checked}")
    _expect_sound_files(data, folder / "daily")
    return finished


def _two_backups(folder: Path) -> tuple[Path, tuple[Path, Path]]:
    """Give a workspace with five letters, a backup of its first two and one of all."""
    data = folder / "data"
    found(data)
    (data / "templates").mkdir()
    (data / "templates" / "own.toml").write_text("# ours", encoding="utf-8")
    with house(data) as office:
        for _ in range(2):
            office.issuing.register(LETTER)
        early = _backups(data).make(folder / "kept").file
        for _ in range(3):
            office.issuing.register(LETTER)
    return data, (early, _backups(data).make(folder / "kept").file)


def _both(data: Path, file: Path, folder: Path) -> None:
    _backups(data).make(folder)
    _restoring(data).restore(file)


def _head_of_the_first(data: Path, file: Path) -> str:
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
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
