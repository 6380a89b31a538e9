"""The files of a year at the keyboard, and what the register advises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Keyboard
from tests.cli.letters import ALLEGATION

IN_2017 = ("--year", "2017")
DAY = ("--date", "2017-08-16")
NOT_LISTED = "The file “01-3” is not among the files of 2017. “chancery files list” lists them.\n"


def test_a_file_is_added_and_listed(keyboard: Keyboard) -> None:
    answer = keyboard.done("files", "add", *IN_2017, "01-3", "Protest letters")
    assert answer.lines == ["01-3 is a file of 2017: Protest letters"]
    file = {"year": 2017, "index": "01-3", "title": "Protest letters"}
    assert keyboard.done("files", "list", "--json").json == [file]
    assert keyboard.done("files", "list", *IN_2017).out.split() == ["2017", "01-3", "Protest", "letters"]
    assert keyboard.done("files", "add", *IN_2017, "2", "Appeals", "--json").json["index"] == "2"


def test_a_year_without_files_says_how_to_begin(keyboard: Keyboard) -> None:
    keyboard.done("files", "add", *IN_2017, "01-3", "Protest letters")
    answer = keyboard.done("files", "list", "--year", "2018")
    assert answer.lines == ["No files are listed. “chancery files add INDEX TITLE” adds one."]


def test_a_file_without_a_title_is_refused(keyboard: Keyboard) -> None:
    said = keyboard.refused("files", "add", *IN_2017, "01-3", " ")
    assert said == "A file needs an index, such as 01-3, and a title.\n"


@pytest.mark.parametrize("words", [("files",), ("files", "add", "1"), ("files", "list", "--year", "x")])
def test_what_is_not_understood_ends_with_code_two(keyboard: Keyboard, words: tuple[str, ...]) -> None:
    assert keyboard(*words).code == 2


def test_a_letter_in_a_file_that_is_not_listed_is_registered_all_the_same(keyboard: Keyboard) -> None:
    keyboard.done("files", "add", *IN_2017, "02-1", "Appeals")
    answer = keyboard("register", keyboard.letter(), *DAY, "--json")
    assert (answer.code, answer.json["number"], answer.err) == (0, "1/01-3", NOT_LISTED)
    keyboard.done("register", keyboard.letter(), *DAY, "--unit", "02", "--file", "1")


def test_a_series_in_a_file_that_is_not_listed_is_kept_all_the_same(keyboard: Keyboard) -> None:
    keyboard.done("files", "add", "02-1", "Appeals")
    answer = keyboard("series", "add", "joint", "--file", "9")
    assert answer.code == 0
    assert "“9” is not among the files of" in answer.err
    keyboard.done("series", "edit", "joint", "--unit", "02", "--file", "1")


def test_two_types_under_one_un_number_are_told_before_and_after_registering(keyboard: Keyboard) -> None:
    keyboard.done("register", keyboard.letter(ALLEGATION))
    other = keyboard.letter(ALLEGATION, {"AL KAZ 1/2017": "UA KAZ 1/2017"})
    told = "“UA KAZ 1/2017” and “AL KAZ 1/2017” have one number and two types"
    assert any(told in line for line in keyboard("check", other).lines)
    answer = keyboard("register", other)
    assert (answer.code, told in answer.err) == (0, True)


def test_a_letter_is_checked_without_a_workspace_and_makes_none(keyboard: Keyboard) -> None:
    path = keyboard.letter(ALLEGATION)
    keyboard("--data", "nowhere", "check", path)
    assert not (keyboard.folder / "nowhere").exists()


def test_a_letter_is_checked_beside_a_register_that_cannot_be_read(
    keyboard: Keyboard, workspace: Path
) -> None:
    workspace.mkdir(parents=True)
    (workspace / "register.sqlite").write_bytes(b"no register")
    answer = keyboard("check", keyboard.letter())
    assert answer.code == 0
    assert "is not a register" in answer.err
    assert answer.lines
