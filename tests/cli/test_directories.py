"""Recipients, cases and senders at the keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Keyboard
from tests.drafting.making import EXAMPLES

DIRECTORY = EXAMPLES / "directory.json"


@pytest.fixture
def filled(keyboard: Keyboard) -> Keyboard:
    """A keyboard over a workspace with the directories of the sample."""
    assert keyboard.done("recipients", "import", DIRECTORY, "--json").json == {"kept": 12}
    return keyboard


def test_a_directory_file_is_brought_in(keyboard: Keyboard) -> None:
    answer = keyboard.done("cases", "import", DIRECTORY)
    assert answer.lines == [f"Kept from {DIRECTORY}: 12."]


def test_recipients_are_found_by_any_part_of_any_name(filled: Keyboard) -> None:
    found = filled.done("recipients", "list", "назарб", "--json").json
    assert found == [
        {
            "key": "sample-person-nazarbayev",
            "kind": "person",
            "state": "KAZ",
            "title": "Nursultan Nazarbayev",
        }
    ]
    assert len(filled.done("recipients", "list").lines) == 5
    assert len(filled.done("recipients", "list", "--limit", "2").lines) == 2
    assert len(filled.done("cases", "list", "--json").json) == 2
    assert [one["kind"] for one in filled.done("senders", "list", "kiai", "--json").json] == ["signatory"]


def test_what_is_not_there_says_how_to_begin(filled: Keyboard) -> None:
    answer = filled.done("cases", "list", "zzz")
    assert answer.lines == ["Nothing was found. “chancery cases import FILE” brings in a directory file."]


def test_all_that_is_kept_under_a_key_is_shown(filled: Keyboard) -> None:
    (case,) = filled.done("cases", "show", "sample-case-confederation").json["case"]
    assert case["references"] == [{"text": "AL KAZ 1/2017", "kind": "un"}]
    said = filled.refused("recipients", "show", "sample-case-confederation")
    assert "sample-case-confederation" in said


def test_what_is_taken_out_can_be_brought_in(filled: Keyboard, tmp_path: Path) -> None:
    printed = filled.done("senders", "export").json
    assert set(printed) == {"format", "sender", "signatory"}
    target = tmp_path / "senders.json"
    assert filled.done("senders", "export", "-o", target).lines == [f"{target} was written."]
    assert json.loads(target.read_text(encoding="utf-8")) == printed
    assert "--force" in filled.refused("senders", "export", "-o", target)
    filled.done("senders", "export", "-o", target, "--force", "--json")
    assert filled.done("senders", "import", target, "--json").json == {"kept": 5}


def test_a_faulty_file_is_named_with_its_place(keyboard: Keyboard, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": 1, "person": [{"nme": "x"}]}', encoding="utf-8")
    assert "person.1.nme" in keyboard.refused("recipients", "import", wrong)
