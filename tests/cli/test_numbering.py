"""Numbers at the keyboard: series, reserve, void, sign, dispatch, attach, and account for all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Keyboard
from tests.services.test_numbers import word_file

BY = ("--by", "Ana")
FOR = ("--for", "the congress", *BY)
WHY = ("--because", "never signed", *BY)
DAY = ("--date", "2017-08-16")
ACT_KEYS = {
    *("sequence", "kind", "series", "counted_in", "ordinal", "suffix", "number", "entry", "person"),
    *("note", "day", "done_at", "file_name", "file_seal", "previous_seal", "seal"),
}


def number_of(keyboard: Keyboard, *words: str) -> str:
    """Register the protest letter and give its number."""
    answer = keyboard.done("register", keyboard.letter(), *DAY, "--json", *words)
    number: str = answer.json["number"]
    return number


def report(keyboard: Keyboard, *words: str) -> list[tuple[str, str, str]]:
    """Account for all numbers: number, state and note."""
    lines: list[dict[str, Any]] = keyboard("gaps", "--json", *words).json
    return [(line["number"], line["state"], line["note"]) for line in lines]


# ── reserve ──────────────────────────────────────────────────────────────────


def test_a_reserved_number_is_told_with_what_to_do_next(keyboard: Keyboard) -> None:
    answer = keyboard.done("reserve", *FOR, *DAY)
    assert answer.lines == ["1/01-3 is reserved. “register FILE --reserved 1/01-3” uses it."]
    assert number_of(keyboard, "--reserved", "1/01-3") == "1/01-3"
    assert number_of(keyboard) == "2/01-3"


def test_an_act_in_json_has_stable_keys(keyboard: Keyboard) -> None:
    act = keyboard.done("reserve", *FOR, *DAY, "--json").json
    assert set(act) == ACT_KEYS
    assert (act["kind"], act["number"], act["entry"]) == ("reserved", "1/01-3", None)
    assert (act["note"], act["person"], act["day"]) == ("the congress", "Ana", "2017-08-16")


def test_a_reserved_number_says_what_is_known_of_its_letter(keyboard: Keyboard) -> None:
    pattern = "{type} {state} {ordinal}/{year}[-{language}]"
    keyboard.done("series", "add", "un", "--pattern", pattern, "--scope", "state")
    words = ("--series", "un", "--state", "KAZ", "--type", "un_allegation", "--lang", "kk")
    assert keyboard.done("reserve", *FOR, *DAY, *words).lines[0].startswith("AL KAZ 1/2017-kk is reserved.")
    said = keyboard.refused("reserve", *FOR, "--series", "un", "--state", "KAZ")
    assert "needs “type”, which is empty here; no number was taken." in said


@pytest.mark.parametrize("missing", ["--for", "--by"])
def test_a_number_is_not_reserved_without_purpose_and_person(keyboard: Keyboard, missing: str) -> None:
    words = {"--for": "the congress", "--by": "Ana"}
    del words[missing]
    answer = keyboard("reserve", *[word for pair in words.items() for word in pair])
    assert (answer.code, answer.out) == (2, "")
    assert missing in answer.err
    assert "Say who does this and why" in keyboard.refused("reserve", *[*FOR, missing, " "])
    assert keyboard.done("gaps").lines == ["No number was given yet."]


def test_a_reserved_and_a_late_number_are_not_asked_for_together(registered: Keyboard) -> None:
    words = ("--reserved", "2/01-3", "--late-after", "1/01-3")
    answer = registered("register", registered.letter(), *words)
    assert answer.code == 2
    assert "not allowed with argument" in answer.err


def test_what_nobody_reserved_is_not_used(registered: Keyboard) -> None:
    said = registered.refused("register", registered.letter(), "--reserved", "1/01-3")
    assert said == "The number “1/01-3” is not reserved. “chancery gaps” lists the reserved ones.\n"


# ── void ─────────────────────────────────────────────────────────────────────


def test_a_void_letter_stays_in_the_register_with_its_reason(registered: Keyboard) -> None:
    assert registered.done("void", "1/01-3", *WHY).lines == [
        "1/01-3 is void: never signed. It stays in the register."
    ]
    shown = registered.done("show", "1/01-3").lines
    assert any(line.startswith("  void since ") and "never signed (Ana)" in line for line in shown)
    assert (
        registered.refused("void", "1/01-3", *WHY) == "The number “1/01-3” is void already: never signed.\n"
    )
    registered.done("verify")


def test_a_reserved_number_that_is_void_is_not_used_again(keyboard: Keyboard) -> None:
    keyboard.done("reserve", *FOR, *DAY)
    act = keyboard.done("void", "1/01-3", *WHY, "--json").json
    assert (act["kind"], act["entry"]) == ("voided", None)
    assert "is not reserved" in keyboard.refused("register", keyboard.letter(), "--reserved", "1/01-3")
    assert number_of(keyboard) == "2/01-3"


def test_a_number_that_was_never_given_is_not_void(keyboard: Keyboard) -> None:
    said = keyboard.refused("void", "7/01-3", *WHY)
    assert said == "The number “7/01-3” was never given. “chancery gaps” lists those that were.\n"


def test_a_number_of_several_years_is_void_in_the_year_that_is_said(keyboard: Keyboard) -> None:
    for year in (2017, 2018):
        keyboard.done("reserve", *FOR, "--date", f"{year}-05-01")
    said = keyboard.refused("void", "1/01-3", *WHY)
    assert said.startswith("“1/01-3” was given more than once: 2017 (outgoing), 2018 (outgoing). Say which")
    keyboard.done("void", "1/01-3", *WHY, "--year", "2018")
    assert number_of(keyboard, "--reserved", "1/01-3") == "1/01-3"
    assert report(keyboard, "--year", "2018") == [("1/01-3", "void", "never signed")]


# ── sign and dispatch ────────────────────────────────────────────────────────


def test_three_dates_are_shown_apart(registered: Keyboard) -> None:
    signed = registered.done("sign", "1/01-3", "--note", "both presidents", *BY, "--date", "2017-08-15")
    assert signed.lines == ["1/01-3: 2017-08-15, both presidents."]
    sent = ("dispatch", "1/01-3", "--note", "by courier", *BY, "--date", "2017-08-21", "--json")
    assert registered.done(*sent).json["kind"] == "dispatched"
    shown = registered.done("show", "1/01-3").lines
    assert {
        "  registered on 2017-08-16",
        "  signed on 2017-08-15: both presidents (Ana)",
        "  dispatched on 2017-08-21: by courier (Ana)",
    } <= set(shown)


@pytest.mark.parametrize("command", ["sign", "dispatch", "answer"])
def test_a_number_without_a_letter_is_neither_signed_nor_sent(keyboard: Keyboard, command: str) -> None:
    keyboard.done("reserve", *FOR)
    said = keyboard.refused(command, "1/01-3", "--note", "x", *BY)
    assert said == "No letter with the number “1/01-3” is in the register.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("sign", "1/01-3", "--note", "x", *BY, "--date", "yesterday"),
        ("gaps", "--year", "none"),
        ("void", "1/01-3", *BY),
        ("reserve", *FOR, "--type", "postcard"),
        ("series",),
        ("series", "add", "x", "--start", "0"),
        ("series", "add", "x", "--scope", "person"),
    ],
)
def test_what_is_not_understood_ends_with_code_two(keyboard: Keyboard, words: tuple[str, ...]) -> None:
    answer = keyboard(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


# ── attach ───────────────────────────────────────────────────────────────────


def test_a_scan_is_attached_shown_and_given_back(registered: Keyboard) -> None:
    scan = registered.file("scan.pdf", b"%PDF-1.7 \x00\xff")
    answer = registered.done("attach", "1/01-3", scan, "--as", "the signed original", *BY, *DAY)
    assert answer.lines == ["scan.pdf is attached to 1/01-3."]
    shown = registered.done("show", "1/01-3").lines
    assert "  attached on 2017-08-16: scan.pdf, the signed original (Ana)" in shown
    registered.done("export", "1/01-3", "--attached", "scan.pdf", "-o", "back.pdf")
    assert (registered.folder / "back.pdf").read_bytes() == scan.read_bytes()
    assert "exists already" in registered.refused("export", "1/01-3", "--attached", "scan.pdf")


def test_the_newest_of_several_files_of_one_name_is_given_back(registered: Keyboard) -> None:
    for content in (b"first", b"second"):
        scan = registered.file("scan.pdf", content)
        registered.done("attach", "1/01-3", scan, "--as", "a scan", *BY)
    registered.done("export", "1/01-3", "--attached", "scan.pdf", "-o", "back.pdf")
    assert (registered.folder / "back.pdf").read_bytes() == b"second"


def test_a_file_that_is_not_attached_is_named_with_those_that_are(registered: Keyboard) -> None:
    said = registered.refused("export", "1/01-3", "--attached", "scan.pdf")
    assert said == "No file “scan.pdf” is attached to 1/01-3. Attached: –.\n"
    registered.done("attach", "1/01-3", registered.file("proof.txt", "sent"), "--as", "a proof", *BY)
    assert "Attached: proof.txt." in registered.refused("export", "1/01-3", "--attached", "scan.pdf")


def test_the_final_document_is_told_with_what_it_says_otherwise(registered: Keyboard) -> None:
    final = registered.file("final.docx", word_file("Another letter altogether."))
    answer = registered.done("attach", "1/01-3", final, "--as", "as signed", *BY)
    assert answer.lines[1] == "Its text differs from the registered one:"
    assert answer.lines[2].startswith("  - № 1/01-3")
    assert "  + Another letter altogether." in answer.lines
    said = registered.done("attach", "1/01-3", final, "--as", "as signed", *BY, "--json").json
    assert set(said) == ACT_KEYS | {"difference"}
    assert "+ Another letter altogether." in said["difference"]


def test_a_word_document_that_is_none_is_refused_and_not_kept(registered: Keyboard) -> None:
    final = registered.file("final.docx", "We protest.")
    said = registered.refused("attach", "1/01-3", final, "--as", "as signed", *BY)
    assert said == "The file is no readable Word document. Open it in Word and save it again.\n"
    assert registered.done("show", "1/01-3", "--json").json["history"] == []


def test_a_file_that_is_not_there_is_named(registered: Keyboard) -> None:
    said = registered.refused("attach", "1/01-3", "nowhere.pdf", "--as", "a scan", *BY)
    assert said.startswith("nowhere.pdf: this file cannot be read")


# ── gaps ─────────────────────────────────────────────────────────────────────


def test_every_number_is_accounted_for(registered: Keyboard) -> None:
    registered.done("reserve", *FOR, *DAY)
    registered.done("reserve", *FOR, *DAY)
    registered.done("void", "3/01-3", *WHY)
    addressee = "Nursultan Nazarbayev, President of Kazakhstan"
    assert report(registered) == [
        ("1/01-3", "used", addressee),
        ("2/01-3", "reserved", "the congress"),
        ("3/01-3", "void", "never signed"),
    ]
    lines = registered.done("gaps", "--series", "outgoing", "--year", "2017").lines
    assert [line.split()[:4] for line in lines] == [
        ["1/01-3", "outgoing", "2017", "used"],
        ["2/01-3", "outgoing", "2017", "reserved"],
        ["3/01-3", "outgoing", "2017", "void"],
    ]
    assert "the congress – Ana" in lines[1]


@pytest.mark.expects_log
@pytest.mark.parametrize(("last", "told"), [(3, "unexplained"), (0, "unknown to the counter")])
def test_a_counter_changed_by_hand_is_something_to_mend(
    registered: Keyboard, workspace: Path, last: int, told: str
) -> None:
    with closing(sqlite3.connect(workspace / "register.sqlite", isolation_level=None)) as file:
        file.execute("UPDATE counters SET last = ?", (last,))
    answer = registered("gaps")
    assert (answer.code, answer.err) == (1, "")
    assert told in answer.lines[-1]
    assert registered("gaps", "--json").code == 1
    assert registered("verify").code == 1


def test_a_series_that_is_not_there_is_named(keyboard: Keyboard) -> None:
    for command in (("gaps",), ("reserve", *FOR)):
        said = keyboard.refused(*command, "--series", "nowhere")
        assert said == "There is no series “nowhere” in this workspace. Known series: outgoing.\n"


# ── Late entries and series ──────────────────────────────────────────────────


def test_late_entries_are_given_where_the_house_allows_them(registered: Keyboard) -> None:
    said = registered.refused("register", registered.letter(), "--late-after", "1/01-3")
    assert said.startswith("The series “outgoing” has no late entries. Allow them with “chancery series edit")
    registered.done("series", "edit", "outgoing", "--late-entries")
    assert [number_of(registered, "--late-after", "1/01-3") for _ in range(2)] == ["1a/01-3", "1b/01-3"]
    assert number_of(registered) == "2/01-3"
    assert registered.done("show", "1a/01-3").lines[0] == "1a/01-3"


def test_a_series_is_changed_in_what_is_said_and_in_nothing_else(keyboard: Keyboard) -> None:
    (before,) = keyboard.done("series", "list", "--json").json
    answer = keyboard.done("series", "edit", "outgoing", "--file", "9", "--no-yearly", "--json")
    assert answer.json == [{**before, "file": "9", "yearly": False}]
    assert "№ 1/01-9" in keyboard.done("series", "list").out


def test_a_scope_is_set_and_taken_away_while_no_number_was_given(keyboard: Keyboard) -> None:
    pattern = ("--pattern", "[{state} ]{ordinal}")
    said = keyboard.refused("series", "add", "states", "--scope", "state")
    assert "put {state} into the pattern" in said
    keyboard.done("series", "add", "states", *pattern, "--scope", "state")
    keyboard.done("series", "edit", "states", "--scope", "none")
    keyboard.done("series", "edit", "states", "--scope", "state")
    keyboard.done("reserve", *FOR, "--series", "states", "--state", "GEO")
    said = keyboard.refused("series", "edit", "states", "--scope", "none")
    assert said.startswith("The series “states” has given numbers already")


def test_numbers_that_are_alike_are_told_apart_by_their_series(keyboard: Keyboard) -> None:
    for key in ("a", "b"):
        keyboard.done("series", "add", key)
        number_of(keyboard, "--series", key)
    assert "2017 (a), 2017 (b)" in keyboard.refused("show", "1")
    assert keyboard.done("show", "1", "--series", "b", "--json").json["series"] == "b"
    keyboard.done("sign", "1", "--series", "a", "--note", "Ana", *BY)


@pytest.mark.parametrize(
    "words",
    [
        ("gaps",),
        ("void", "1", *WHY),
        ("sign", "1", "--note", "x", *BY),
        ("attach", "1", "scan.pdf", "--as", "x", *BY),
        ("series", "list"),
        ("series", "edit", "outgoing"),
    ],
)
def test_a_mistyped_workspace_is_not_made(keyboard: Keyboard, words: tuple[str, ...]) -> None:
    keyboard.file("scan.pdf", "x")
    assert "There is no workspace in nowhere." in keyboard.refused("--data", "nowhere", *words)
    assert not (keyboard.folder / "nowhere").exists()
