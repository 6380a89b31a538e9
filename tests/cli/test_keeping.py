"""Templates and series are listed, checked and added."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Keyboard
from tests.drafting.writing import own_word_file


def test_the_shipped_templates_are_listed(keyboard: Keyboard) -> None:
    lines = [line.split() for line in keyboard.done("templates", "list").lines]
    ends = [[*line[:2], line[-1]] for line in lines]
    assert ["protest", "en,", "shipped"] in ends
    assert ["un_allegation", "en,", "shipped"] in ends


def test_the_list_of_templates_in_json_has_stable_keys(keyboard: Keyboard) -> None:
    entries = keyboard.done("templates", "list", "--json").json
    assert {frozenset(entry) for entry in entries} == {frozenset({"name", "languages", "own", "path"})}
    assert {"en", "fr"} <= set({entry["name"]: entry["languages"] for entry in entries}["protest"])


def test_a_template_of_the_office_is_listed_as_its_own(keyboard: Keyboard) -> None:
    own_word_file(keyboard.folder / "office" / "templates", "ours", "{{ recipient.name }}")
    lines = keyboard.done("--data", "office", "templates", "list").lines
    assert [line.split() for line in lines][-1] == ["ours", "own"]


def test_a_letter_may_choose_a_template_of_the_office(keyboard: Keyboard) -> None:
    own_word_file(keyboard.folder / "office" / "templates", "ours", "{{ recipient.name }}")
    letter = keyboard.letter(changed={'language = "en"': 'language = "en"\ntemplate = "ours"'})
    keyboard.done("--data", "office", "draft", letter)
    said = keyboard.refused("draft", letter, "--force")
    assert said == "There is no template “ours”. There are: common, protest, un_allegation.\n"


def test_a_sound_template_is_told_with_its_places(keyboard: Keyboard) -> None:
    own_word_file(keyboard.folder, "ours", "{{ recipient.name }}")
    answer = keyboard.done("templates", "check", "ours.docx")
    assert answer.out == "ours.docx can be used as a template. It asks for: recipient.name\n"


def test_a_place_that_no_letter_has_is_named(keyboard: Keyboard) -> None:
    own_word_file(keyboard.folder, "ours", "{{ recipient.nmae }}")
    answer = keyboard("templates", "check", "ours.docx")
    assert answer.code == 1
    assert answer.lines[-1].startswith("No letter has “recipient.nmae”. Correct the name;")
    said = keyboard("templates", "check", "ours.docx", "--json")
    assert said.json == {
        "name": "ours.docx",
        "places": ["recipient.nmae"],
        "unknown": ["recipient.nmae"],
    }


def test_a_template_that_is_none_is_refused(keyboard: Keyboard) -> None:
    keyboard.file("ours.docx", "Dear Sir")
    said = keyboard.refused("templates", "check", "ours.docx")
    assert said.startswith("The template “ours.docx” is not a Word document (.docx).")


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_a_template_that_cannot_be_read_is_named(keyboard: Keyboard, name: str) -> None:
    said = keyboard.refused("templates", "check", name)
    assert said.startswith(f"{name}: this file cannot be read (")


def test_a_clean_look_is_written_and_can_be_used(keyboard: Keyboard) -> None:
    answer = keyboard.done("templates", "make-look", "look.docx")
    assert answer.out == "A clean look was written to look.docx.\n"
    keyboard.done("templates", "check", "look.docx")
    keyboard.done("draft", keyboard.letter(), "--template", "look.docx")
    assert "add --force" in keyboard.refused("templates", "make-look", "look.docx")
    keyboard.done("templates", "make-look", "look.docx", "--force")


def test_a_clean_look_makes_no_folders(keyboard: Keyboard) -> None:
    assert "does not exist" in keyboard.refused("templates", "make-look", "nowhere/look.docx")


# ── series ───────────────────────────────────────────────────────────────────


def test_a_new_workspace_has_one_series(keyboard: Keyboard) -> None:
    assert keyboard.done("series", "list").out.split() == ["outgoing", "Outgoing", "letters", "№", "1/01-3"]
    assert keyboard.done("series", "list", "--json").json == [
        {
            "key": "outgoing",
            "title": "Outgoing letters",
            "pattern": "{ordinal}[/{unit}][-{file}]",
            "unit": "01",
            "file": "3",
            "start": 1,
            "sign": "№",
            "yearly": True,
            "scope": "",
            "late_entries": False,
        }
    ]


def test_a_series_is_added_with_all_it_needs(keyboard: Keyboard) -> None:
    words = ("--title", "Joint letters", "--pattern", "J{ordinal:4}-{unit}", "--unit", "7")
    keyboard.done("series", "add", "joint", *words, "--start", "12", "--sign", "No.")
    added = {one["key"]: one for one in keyboard.done("series", "list", "--json").json}["joint"]
    assert (added["title"], added["unit"], added["start"]) == ("Joint letters", "7", 12)
    assert "No. J0012-7" in keyboard.done("series", "list").out


def test_a_series_without_more_counts_from_one(keyboard: Keyboard) -> None:
    keyboard.done("series", "add", "plain")
    answer = keyboard.done("register", keyboard.letter(), "--series", "plain")
    assert answer.lines[0] == "Registered as 1."


def test_a_series_is_not_added_twice(keyboard: Keyboard) -> None:
    said = keyboard.refused("series", "add", "outgoing")
    assert said == "There is a series “outgoing” already. Choose another key.\n"


@pytest.mark.parametrize("pattern", ["{page}", "{ordinal", "{year}", "x"])
def test_a_pattern_that_gives_no_number_is_refused_with_the_mend(keyboard: Keyboard, pattern: str) -> None:
    said = keyboard.refused("series", "add", "x", "--pattern", pattern)
    assert said.startswith(f"The number pattern “{pattern}” ")
    assert "{ordinal}" in said
    assert len(keyboard.done("series", "list", "--json").json) == 1
