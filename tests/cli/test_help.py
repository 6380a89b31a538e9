"""The command line explains itself, and says when it was not understood."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Keyboard

COMMANDS: list[list[str]] = [
    [],
    ["demo"],
    ["schema"],
    ["draft"],
    ["check"],
    ["register"],
    ["list"],
    ["show"],
    ["export"],
    ["verify"],
    ["journal"],
    ["templates"],
    ["templates", "list"],
    ["templates", "check"],
    ["templates", "make-look"],
    ["series"],
    ["series", "list"],
    ["series", "add"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(keyboard: Keyboard, command: list[str]) -> None:
    answer = keyboard.done(*command, "--help")
    assert answer.out.startswith(f"usage: {' '.join(['chancery', *command])}")


@pytest.mark.parametrize("command", [words[0] for words in COMMANDS if len(words) == 1])
def test_the_help_lists_every_command_with_what_it_does(keyboard: Keyboard, command: str) -> None:
    lines = [line.split() for line in keyboard.done("--help").lines]
    assert any(words[:1] == [command] and len(words) > 3 for words in lines)


@pytest.mark.parametrize("command", ["draft", "check", "register"])
def test_whoever_needs_a_letter_file_is_told_where_to_begin(keyboard: Keyboard, command: str) -> None:
    assert "“demo” makes two of them to begin with" in keyboard.done(command, "--help").out


def test_the_help_tells_the_exit_codes(keyboard: Keyboard) -> None:
    assert "Exit codes: 0 done; 1 something must be mended first" in keyboard.done("--help").out


NOT_UNDERSTOOD: list[list[str]] = [
    ["nonsense"],
    ["draft"],
    ["register"],
    ["show"],
    ["templates"],
    ["series", "add"],
    ["list", "--nonsense"],
    ["check", "a.toml", "b.toml"],
    ["register", "x.toml", "--date", "16 August"],
    ["list", "--limit", "0"],
    ["list", "--limit", "many"],
    ["show", "1", "--year", "-1"],
    ["series", "add", "x", "--start", "0"],
    ["series", "add", "x", "--start", "9" * 30],
    ["series", "add", ""],
    ["series", "add", "two words"],
    ["list", "--limit", "9" * 30],
    ["show", "1", "--year", "9" * 30],
]


@pytest.mark.parametrize("words", NOT_UNDERSTOOD, ids=" ".join)
def test_what_was_not_understood_ends_with_two_and_the_usage(keyboard: Keyboard, words: list[str]) -> None:
    answer = keyboard(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: chancery")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["register", "x", "--date", "2017-13-01"], "“2017-13-01” is not a day. Write it as 2017-08-16."),
        (["list", "--limit", "-1"], "“-1” is not a whole number from 1 to 999999999."),
        (["show", "1", "--year", "MMXVII"], "“MMXVII” is not a whole number from 1 to 999999999."),
    ],
)
def test_a_value_that_does_not_fit_is_named(keyboard: Keyboard, words: list[str], sentence: str) -> None:
    assert sentence in keyboard(*words).err


def test_without_a_command_it_says_that_there_is_no_window_yet(keyboard: Keyboard) -> None:
    answer = keyboard()
    assert answer.code == 1
    assert "There is no display here, so no window can open." in answer.out


@pytest.mark.parametrize("language", ["xx", "", "C", "tlh_KL.UTF-8", "../../etc"])
def test_a_screen_language_without_a_catalogue_is_english(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("CHANCERY_LANGUAGE", language)
    monkeypatch.setenv("LANG", language)
    assert keyboard.done("list").out.startswith("No letter is registered yet.")
