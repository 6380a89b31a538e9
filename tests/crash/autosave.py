"""A letter that saves itself while its writer is killed: ``python -m tests.crash.autosave FOLDER SEED N``."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.domain.letters import Letter
from app.flow.blocks import settled, write
from tests.builders import a_letter
from tests.crash.house import found, house
from tests.crash.lives import life, timed

SAVES_OF_A_LIFE: Final = 40
LONG: Final = "We protest against the closure. " * 40


def typed(number: int) -> Letter:
    """Give the letter after so many keys; it says so at its end, and again in its title."""
    letter = settled(a_letter(title=f"Save {number}"))
    return write("opening", f"{LONG}{number}", over="Generated.").on(letter)


def number_in(letter: Letter) -> int:
    """Say which save a letter is; a letter of two saves at once is an error."""
    text = next(block.text for block in letter.blocks if block.key == "opening")
    number = int(text.removeprefix(LONG))
    if letter != typed(number):
        raise AssertionError(f"half of another save: {letter.title}, {number}")
    return number


def writing(folder: Path, key: int, after: int) -> Callable[[int], None]:
    """Give the work of a life: save after each key, and say what was saved."""

    def work(mouth: int) -> None:
        with house(folder) as office:
            number = after
            while True:
                number += 1
                office.drafts.save(key, typed(number))
                os.write(mouth, f"{number}\n".encode())

    return work


def main(folder: Path, seed: int, kills: int) -> dict[str, int]:
    """Write and die; gives how many saves were confirmed, and in how many lives at least one."""
    chance = random.Random(seed)
    found(folder)
    with house(folder) as office:
        key, last = office.drafts.save(None, typed(0)), 0
        one_save = timed(lambda: office.drafts.save(key, typed(0)))
    begin = timed(lambda: _last(folder, key))
    confirmed, fruitful = 0, 0
    for kill in range(kills):
        moment = chance.uniform(0, 2 * begin + SAVES_OF_A_LIFE * one_save)
        said = [int(line) for line in life(writing(folder, key, last), killed_after_s=moment)]
        durable = said[-1] if said else last
        kept = _last(folder, key)
        # The last save may have become durable without a chance to be said.
        if kept not in {durable, durable + 1}:
            raise AssertionError(f"kill {kill}: {durable} was confirmed, {kept} is kept")
        confirmed, fruitful, last = confirmed + len(said), fruitful + bool(said), kept
    return {"kills": kills, "confirmed": confirmed, "fruitful": fruitful}


def _last(folder: Path, key: int) -> int:
    with house(folder) as office:
        (line,) = office.drafts.list()
        letter = office.drafts.open(key)
    if line.title != letter.title:
        raise AssertionError(f"the list says {line.title}, the letter {letter.title}")
    return number_in(letter)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
