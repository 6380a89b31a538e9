"""The sample workspace: made anew each time, and everything it proposes works."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.cli.conftest import Keyboard


def test_the_demo_says_what_it_made_and_where(keyboard: Keyboard) -> None:
    lines = keyboard.done("demo").lines
    assert lines[0] == "A sample workspace was made in chancery-demo:"
    assert lines[1].split()[0] == "147/01-3"
    assert lines[2].strip() == "chancery-demo/147-01-3_Nazarbayev_en.docx"
    named = [Path(line.strip()) for line in lines if line.strip().startswith("chancery-demo/")]
    assert len(named) == 2
    assert all(path.is_file() for path in named)


def test_every_command_that_the_demo_proposes_works(keyboard: Keyboard) -> None:
    lines = keyboard.done("demo", "--in", "with a space & more").lines
    proposed = [shlex.split(line) for line in lines[lines.index("Try next:") + 1 :]]
    assert [words[:2] for words in proposed] == [["chancery", "--data"]] * len(proposed)
    assert len(proposed) >= 4
    for words in proposed:
        keyboard.done(*words[1:])


def test_a_second_demo_leaves_the_first_alone(keyboard: Keyboard) -> None:
    keyboard.done("demo")
    before = (keyboard.folder / "chancery-demo" / "register.sqlite").read_bytes()
    assert keyboard.done("demo").lines[0] == "A sample workspace was made in chancery-demo-2:"
    assert keyboard.done("demo").lines[0] == "A sample workspace was made in chancery-demo-3:"
    assert (keyboard.folder / "chancery-demo" / "register.sqlite").read_bytes() == before


def test_the_demo_goes_where_it_is_wanted_and_not_into_the_own_workspace(
    keyboard: Keyboard, workspace: Path
) -> None:
    keyboard.done("demo", "--in", "deep/down")
    assert (keyboard.folder / "deep" / "down" / "register.sqlite").is_file()
    assert not workspace.exists()


def test_the_demo_is_closed_to_others(keyboard: Keyboard) -> None:
    keyboard.done("demo")
    assert (keyboard.folder / "chancery-demo").stat().st_mode & 0o777 == 0o700


def test_the_demo_registers_the_protest_and_keeps_both_letters(keyboard: Keyboard) -> None:
    keyboard.done("demo")
    (entry,) = keyboard.done("--data", "chancery-demo", "list", "--json").json
    assert (entry["number"], entry["registered_on"]) == ("147/01-3", "2017-08-16")
    drafts = keyboard.done("--data", "chancery-demo", "list", "--drafts", "--json").json
    assert [one["registered_as"] for one in drafts] == ["", "147/01-3"]
    assert keyboard.done("--data", "chancery-demo", "verify", "--json").json["findings"] == []
