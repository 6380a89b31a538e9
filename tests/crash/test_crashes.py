"""Whoever is killed at whatever moment: no number is lost, doubled or unexplained, no letter is half."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.crash.house import house, letter_named, proof

ROOT = Path(__file__).parents[2]
BY_CLOCK, BY_STEPS, COPIES, WRITERS = 400, 200, 80, 60
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="nobody is born by forking here, nor killed by a signal"
    ),
]


def run(program: str, *words: object) -> Any:
    """Run one of our programs and read what it prints; the seed stands in what a failure shows."""
    command = [sys.executable, "-m", f"tests.crash.{program}", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, f"again: {' '.join(command[1:])}\n{done.stderr[-4000:]}"
    return json.loads(done.stdout)


def told(said: Sequence[str], deed: str) -> list[list[str]]:
    """Give the facts of every deed of a kind that was said to be durable."""
    return [line.split(" ", 2)[1:] for line in said if line.startswith(f"{deed} ")]


def test_six_hundred_kills_while_registering_lose_nothing(tmp_path: Path) -> None:
    seed = random.getrandbits(32)
    said = run("lives", tmp_path, seed, BY_CLOCK, BY_STEPS)
    assert proof(tmp_path).findings == (), f"seed {seed}"
    with house(tmp_path) as office, office.workspace.reading() as work:
        entries = list(work.register.all())
        reserved = {act.number for act in work.register.acts() if act.kind == "reserved"}
        kept = {draft.key: draft for draft in work.drafts.all()}
    numbers = Counter(entry.number for entry in entries)
    assert not [number for number, times in numbers.items() if times > 1], f"seed {seed}: doubled"
    ordinals = {entry.ordinal for entry in entries} | {int(number.split("/")[0]) for number in reserved}
    assert ordinals == set(range(147, 147 + len(ordinals))), f"seed {seed}: a gap"
    assert {number for (number,) in told(said, "letter")} <= set(numbers), f"seed {seed}: lost letters"
    assert {number for (number,) in told(said, "reserved")} <= reserved, f"seed {seed}: lost reservations"
    for key, title in told(said, "draft"):
        draft = kept[int(key)]
        assert title in draft.letter, f"seed {seed}: draft {key} is not what was kept"
        assert draft.title == letter_named(title).title
    for key, number in told(said, "linked"):
        assert kept[int(key)].registered_as == number, f"seed {seed}: draft {key} has lost its number"
    assert all(draft.registered_as in {"", *numbers} for draft in kept.values())


def test_kills_while_backing_up_and_restoring_never_lose_the_register(tmp_path: Path) -> None:
    finished = run("copies", tmp_path, random.getrandbits(32), COPIES)
    assert all(finished.values()), "nobody lived long enough for this to try anything"


def test_a_restore_cut_off_at_any_step_leaves_register_and_templates_of_one_moment(tmp_path: Path) -> None:
    finished = run("copies", tmp_path)
    assert finished["steps"] > 20, "it was hardly ever cut off"


def test_sixty_kills_while_a_draft_saves_itself_lose_no_confirmed_save(tmp_path: Path) -> None:
    done = run("autosave", tmp_path, random.getrandbits(32), WRITERS)
    assert done["kills"] == WRITERS
    assert done["fruitful"] > WRITERS / 4, f"hardly anybody lived long enough to save: {done}"
