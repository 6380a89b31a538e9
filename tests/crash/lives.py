"""Lives that end at a random moment: a process is born, works, says what is durable, and is killed.

Run as a program it has one thread only, so that forking is safe and cheap:
``python -m tests.crash.lives FOLDER SEED BY_CLOCK BY_STEPS`` prints what
everybody had said, as JSON, or fails with the first life that lost something.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import event

from tests.crash.house import DEEDS, LETTER, House, desk, found, house, proof

LETTERS_OF_A_LIFE: Final = 4
MOST_STEPS: Final = 12_000
VERIFIED_EVERY: Final = 60


def life(work: Callable[[int], None], *, killed_after_s: float | None) -> list[str]:
    """Let a child work until it is killed, by us or by itself; gives the lines that it said."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(ear)
            work(mouth)
        finally:
            os._exit(3)  # nobody reaches this who is killed in time
    os.close(mouth)
    if killed_after_s is not None:
        time.sleep(killed_after_s)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(ear, encoding="utf-8") as said:
        lines = said.read().splitlines()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError(f"a child ended by itself: {status}")
    return lines


def working(folder: Path, chance: random.Random, steps: int | None) -> Callable[[int], None]:
    """Give the work of one life; with ``steps`` it kills itself after so many steps of SQLite's machine."""

    def work(mouth: int) -> None:
        with house(folder) as office:
            if steps is not None:
                die_after(office, steps)
            while True:
                for said in chance.choice(DEEDS)(office, chance):
                    os.write(mouth, f"{said}\n".encode())

    return work


def die_after(office: House, steps: int) -> None:
    """Kill this process amid a statement."""
    left = [steps]

    def count() -> int:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    event.listen(
        office.workspace._writing,
        "connect",
        lambda connection, _: connection.set_progress_handler(count, 1),
    )


def links(folder: Path) -> int:
    """Count the links of the chain."""
    with house(folder) as office, office.workspace.reading() as work:
        last = work.register.last()
    return last.sequence if last else 0


def timed(deed: Callable[[], object]) -> float:
    """Give how long something takes here and now."""
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def one_letter(folder: Path) -> None:
    """Open the office and register."""
    with house(folder) as office:
        office.issuing.register(LETTER)


def main(folder: Path, seed: int, by_clock: int, by_steps: int) -> list[str]:
    """Live and die; gives everything that was said."""
    chance = random.Random(seed)
    desk()
    found(folder)
    longest = LETTERS_OF_A_LIFE * min(timed(lambda: one_letter(folder)) for _ in range(3))
    ways = [True] * by_clock + [False] * by_steps
    chance.shuffle(ways)
    said: list[str] = []
    before = links(folder)
    for number, by_the_clock in enumerate(ways, 1):
        steps = None if by_the_clock else chance.randrange(MOST_STEPS)
        moment = chance.uniform(0, longest) if by_the_clock else None
        work = working(folder, random.Random(chance.getrandbits(32)), steps)
        lines = life(work, killed_after_s=moment)
        after, durable = links(folder), sum(not line.startswith("draft") for line in lines)
        # The last one may have become durable without a chance to be said.
        if after - before not in {durable, durable + 1}:
            raise AssertionError(f"life {number}: said {lines}, but {after - before} links were added")
        said, before = said + lines, after
        if number % VERIFIED_EVERY == 0 and (findings := proof(folder).findings):
            raise AssertionError(f"life {number}: {findings}")
    return said


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *(int(word) for word in sys.argv[2:]))))
