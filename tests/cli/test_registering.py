"""A letter gets its number for good, and the register is listed, shown, exported and proved."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.heads import Head
from tests.cli.conftest import Keyboard
from tests.cli.letters import ALLEGATION
from tests.drafting.reading import DocxRead

ON_THE_DAY = ("--date", "2017-08-16")
ENTRY_KEYS = {
    *("sequence", "series", "year", "ordinal", "number", "number_printed", "registered_on"),
    *("registered_at", "letter_date", "letter_type", "language", "addressee", "subject", "state"),
    *("template", "template_version", "document_seal", "corrects", "previous_seal", "seal"),
    *("counted_in", "scope", "suffix", "person"),
}
SALUTATION = 'salutation = "Dear President Nazarbayev"\n'


def texts(path: Path) -> tuple[str, ...]:
    return DocxRead(path.read_bytes()).texts


def tamper(workspace: Path, *statements: str) -> None:
    """Change the register as any other program could, its guards taken away."""
    with closing(sqlite3.connect(workspace / "register.sqlite", isolation_level=None)) as file:
        for (name,) in list(file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            file.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            file.execute(statement)


# ── register ─────────────────────────────────────────────────────────────────


def test_a_letter_file_is_registered(keyboard: Keyboard) -> None:
    answer = keyboard.done("register", keyboard.letter(), *ON_THE_DAY)
    assert answer.lines[:4] == [
        "Registered as 1/01-3.",
        "  registered on 2017-08-16",
        "  to Nursultan Nazarbayev, President of Kazakhstan",
        "  about Protest to the President of Kazakhstan: Larisa Kharkova",
    ]


def test_a_series_that_begins_at_147_gives_the_number_of_the_model_letter(keyboard: Keyboard) -> None:
    keyboard.done("series", "add", "protests", "--unit", "01", "--file", "3", "--start", "147")
    answer = keyboard.done("register", keyboard.letter(), "--series", "protests", "--json", *ON_THE_DAY)
    assert answer.json["number"] == "147/01-3"
    keyboard.done("export", "147/01-3", "-o", "letter.docx")
    assert texts(keyboard.folder / "letter.docx")[0] == "№ 147/01-3"


def test_a_registered_letter_in_json_has_stable_keys(keyboard: Keyboard) -> None:
    said = keyboard.done("register", keyboard.letter(), "--json", *ON_THE_DAY).json
    assert set(said) == ENTRY_KEYS
    assert (said["registered_on"], said["number_printed"], said["corrects"]) == ("2017-08-16", True, None)


def test_a_kept_draft_is_registered_once(keyboard: Keyboard) -> None:
    keyboard.done("draft", keyboard.letter(), "--keep")
    assert keyboard.done("register", "1").lines[0] == "Registered as 1/01-3."
    said = keyboard.refused("register", "1")
    assert said == "Draft 1 is registered already, as 1/01-3. To correct it, write a new one.\n"
    assert len(keyboard.done("list", "--json").json) == 1


def test_a_draft_that_is_not_there_is_not_registered(keyboard: Keyboard) -> None:
    said = keyboard.refused("register", "7")
    assert said == "There is no draft 7. “chancery list --drafts” shows those there are.\n"


def test_a_number_that_no_draft_can_have_is_taken_for_a_file(keyboard: Keyboard) -> None:
    assert "this file cannot be read" in keyboard.refused("register", "9" * 30)


def test_a_letter_with_gaps_names_them_and_takes_no_number(keyboard: Keyboard) -> None:
    said = keyboard.refused("register", keyboard.letter(changed={SALUTATION: ""}))
    assert said.startswith("The letter is not complete; these places are open:\nsalutation: ")
    assert keyboard.done("register", keyboard.letter()).lines[0] == "Registered as 1/01-3."


def test_advice_stops_nobody(keyboard: Keyboard) -> None:
    keyboard.done("register", keyboard.letter(changed={"the recent erroneous": "the  `recent"}))


def test_number_and_day_can_be_left_open(keyboard: Keyboard) -> None:
    answer = keyboard.done("register", keyboard.letter(), "--number-blank", "-o", "letter.docx", *ON_THE_DAY)
    assert answer.lines[-1] == "  number and day are left to be completed by hand"
    assert {"№ ________", "“ ____ ” 08 2017"} <= set(texts(keyboard.folder / "letter.docx"))


def test_a_correction_is_linked(registered: Keyboard) -> None:
    answer = registered.done("register", registered.letter(), "--corrects", "1/01-3", *ON_THE_DAY)
    assert answer.lines[0] == "Registered as 2/01-3."
    assert "  corrects the entry 1" in answer.lines


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--corrects", "9/01-3"), "No letter with the number “9/01-3” is in the register.\n"),
        (
            ("--series", "joint"),
            "There is no series “joint” in this workspace. Known series: outgoing.\n",
        ),
    ],
)
def test_what_is_not_there_is_named_and_no_number_taken(
    keyboard: Keyboard, more: tuple[str, ...], sentence: str
) -> None:
    assert keyboard.refused("register", keyboard.letter(), *more) == sentence
    assert keyboard.done("list", "--json").json == []


def test_an_allegation_keeps_the_reference_of_others(keyboard: Keyboard) -> None:
    keyboard.done("register", keyboard.letter(ALLEGATION), "-o", "letter.docx")
    whole = DocxRead((keyboard.folder / "letter.docx").read_bytes()).whole
    assert "AL KAZ 1/2017" in whole
    assert "1/01-3" not in whole


def test_a_registered_letter_says_how_its_document_is_had(keyboard: Keyboard) -> None:
    answer = keyboard.done("register", keyboard.letter())
    assert answer.lines[-1] == "“chancery export 1/01-3” writes its document."
    keyboard.done("export", "1/01-3")


# ── register -o ──────────────────────────────────────────────────────────────


def test_the_document_can_be_had_at_once(keyboard: Keyboard) -> None:
    (keyboard.folder / "out").mkdir()
    keyboard.done("register", keyboard.letter(), "-o", "letter.docx")
    keyboard.done("register", keyboard.letter(), "-o", "out")
    assert (keyboard.folder / "letter.docx").is_file()
    assert [path.name for path in (keyboard.folder / "out").iterdir()] == ["2-01-3_Nazarbayev_en.docx"]


NO_FOLDER = "The folder of nowhere/letter.docx does not exist; no number was taken."


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("mine.docx", "mine.docx exists already; no number was taken. Give another name.\n"),
        ("nowhere/letter.docx", f"{NO_FOLDER} Make it, or give another one.\n"),
    ],
)
def test_where_the_document_cannot_go_no_number_is_taken(
    keyboard: Keyboard, target: str, sentence: str
) -> None:
    keyboard.file("mine.docx", "mine")
    assert keyboard.refused("register", keyboard.letter(), "-o", target) == sentence
    assert keyboard.done("list", "--json").json == []
    assert (keyboard.folder / "mine.docx").read_text() == "mine"


def test_a_letter_whose_document_cannot_be_written_after_all_is_told_as_registered(
    keyboard: Keyboard,
) -> None:
    answer = keyboard("register", keyboard.letter(), "-o", f"{'x' * 300}.docx")
    registered = len(keyboard.done("list", "--json").json)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert registered == answer.out.count("Registered as")


# ── list and show ────────────────────────────────────────────────────────────


def test_the_list_shows_the_newest_first(registered: Keyboard) -> None:
    registered.done("register", registered.letter(ALLEGATION), *ON_THE_DAY)
    heads, *lines = registered.done("list").lines
    assert heads.split() == ["Number", "Series", "Registered", "Language", "Addressee", "Subject"]
    assert [line.split()[0] for line in lines] == ["2/01-3", "1/01-3"]
    assert [line.split()[1:4] for line in lines] == [["outgoing", "2017-08-16", "en"]] * 2
    assert [line.split()[0] for line in registered.done("list", "--limit", "1").lines[1:]] == ["2/01-3"]


def test_the_list_in_json_has_stable_keys(registered: Keyboard) -> None:
    (entry,) = registered.done("list", "--json").json
    assert set(entry) == ENTRY_KEYS


def test_drafts_are_listed_with_the_number_they_became(registered: Keyboard) -> None:
    for _ in range(2):
        registered.done("draft", registered.letter(), "--keep", "--force")
    registered.done("register", "2", *ON_THE_DAY)
    drafts = registered.done("list", "--drafts", "--json").json
    assert [(one["key"], one["registered_as"]) for one in drafts] == [(2, "2/01-3"), (1, "")]
    assert set(drafts[0]) == {"key", "title", "created_at", "changed_at", "registered_as"}
    assert "2/01-3" in registered.done("list", "--drafts").lines[1]


def test_an_empty_register_says_how_to_begin(keyboard: Keyboard) -> None:
    assert "“chancery register FILE.toml” registers one." in keyboard.done("list").out
    assert "“chancery draft FILE.toml --keep” keeps one." in keyboard.done("list", "--drafts").out
    assert keyboard.done("list", "--json").json == keyboard.done("list", "--drafts", "--json").json == []


def test_a_letter_is_shown_with_its_text_and_without_the_signs_of_the_notation(registered: Keyboard) -> None:
    out = registered.done("show", "1/01-3").out
    assert "To: Mr. Nursultan Nazarbayev\nPresident of Kazakhstan\n" in out
    assert out.rstrip().endswith("Government House")
    assert "\\" not in out


def test_a_letter_shown_in_json_brings_its_snapshot(registered: Keyboard) -> None:
    said = registered.done("show", "№ 1/01-3", "--json").json
    assert set(said) == ENTRY_KEYS | {"snapshot", "history"}
    assert said["snapshot"]["letter"]["language"] == "en"


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_number_that_is_not_there_is_named(registered: Keyboard, command: str) -> None:
    said = registered.refused(command, "9/01-3")
    assert said == "No letter with the number “9/01-3” is in the register.\n"


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_number_of_several_years_asks_for_the_year(registered: Keyboard, command: str) -> None:
    registered.on("2018-01-09")
    registered.done("register", registered.letter())
    assert registered.done("list", "--json").json[0]["number"] == "1/01-3"
    said = registered.refused(command, "1/01-3")
    assert said.startswith("“1/01-3” was given more than once: 2017 (outgoing), 2018 (outgoing).")
    assert said.endswith("Say which with --year or --series.\n")
    registered.done(command, "1/01-3", "--year", "2018")


# ── export ───────────────────────────────────────────────────────────────────


def test_what_is_exported_has_the_seal_that_was_told(registered: Keyboard) -> None:
    seal = registered.done("show", "1/01-3", "--json").json["document_seal"]
    answer = registered.done("export", "1/01-3")
    path = registered.folder / "1-01-3_Nazarbayev_en.docx"
    assert answer.out == f"1/01-3 was written to {path.name}.\n"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == seal


def test_an_export_overwrites_nothing_unless_it_is_said(registered: Keyboard) -> None:
    target = registered.file("mine.docx", "mine")
    assert "add --force" in registered.refused("export", "1/01-3", "-o", target)
    assert target.read_text() == "mine"
    registered.done("export", "1/01-3", "-o", target, "--force")
    assert texts(target)[0] == "№ 1/01-3"


def test_an_export_into_a_folder_keeps_its_name(registered: Keyboard) -> None:
    (registered.folder / "out").mkdir()
    registered.done("export", "1/01-3", "-o", "out")
    assert (registered.folder / "out" / "1-01-3_Nazarbayev_en.docx").is_file()
    assert "add --force" in registered.refused("export", "1/01-3", "-o", "out")


# ── verify ───────────────────────────────────────────────────────────────────


def test_a_register_as_it_was_is_proved(registered: Keyboard) -> None:
    seal = registered.done("show", "1/01-3", "--json").json["seal"]
    assert registered.done("verify").lines == [
        "1 registered letter, unchanged since its registration.",
        f"Seal of the whole register: {seal}",
        f"The same for paper: {Head(1, seal).line}",
    ]
    assert registered.done("verify", "--json").json == {
        "letters": 1,
        "links": 1,
        "findings": [],
        "head": seal,
        "sequence": 1,
        "paper": None,
    }


TAMPERINGS = {
    "a document": (
        "UPDATE documents SET content = x'00'",
        "1/01-3: The document has been changed since its registration.",
    ),
    "a row": (
        "UPDATE entries SET addressee = 'Nobody'",
        "1/01-3: The entry has been changed since its registration.",
    ),
    "a row beyond reading": (
        "UPDATE entries SET registered_on = 'yesterday'",
        "–: What follows this entry cannot be read: another program has changed it.",
    ),
}


@pytest.mark.expects_log
@pytest.mark.parametrize(("statement", "line"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_a_tampered_register_is_told_with_the_place(
    registered: Keyboard, workspace: Path, statement: str, line: str
) -> None:
    tamper(workspace, statement)
    answer = registered("verify")
    assert answer.code == 1
    assert any(told.startswith(line) for told in answer.lines)
    assert any("entries_no_update" in told for told in answer.lines)


@pytest.mark.expects_log
def test_findings_in_json_name_number_and_what(registered: Keyboard, workspace: Path) -> None:
    tamper(workspace, "UPDATE entries SET addressee = 'Nobody'")
    answer = registered("verify", "--json")
    assert answer.code == 1
    text = "The entry has been changed since its registration."
    told = [(one["number"], one["what"], one["since"][:4].isdecimal()) for one in answer.json["findings"]]
    assert ("1/01-3", text, True) in told


@pytest.mark.expects_log
def test_a_changed_document_is_not_exported(registered: Keyboard, workspace: Path) -> None:
    tamper(workspace, "UPDATE documents SET content = x'00'")
    said = registered.refused("export", "1/01-3")
    assert said.startswith("The stored document of 1/01-3 is not the one that was registered;")
    assert not list(registered.folder.glob("*.docx"))


# ── workspaces ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words", [["list"], ["list", "--drafts"], ["show", "1"], ["export", "1"], ["verify"]], ids=" ".join
)
def test_a_mistyped_workspace_is_not_taken_for_an_empty_one(keyboard: Keyboard, words: list[str]) -> None:
    said = keyboard.refused("--data", "mistyped", *words)
    assert said.startswith("There is no workspace in mistyped.")
    assert not (keyboard.folder / "mistyped").exists()


def test_each_folder_is_a_workspace_of_its_own(registered: Keyboard) -> None:
    registered.done("--data", "other", "register", registered.letter(), *ON_THE_DAY)
    assert len(registered.done("--data", "other", "list", "--json").json) == 1
    assert len(registered.done("list", "--json").json) == 1


def test_a_workspace_is_closed_to_others(registered: Keyboard, workspace: Path) -> None:
    assert (workspace.stat().st_mode & 0o777, (workspace / "register.sqlite").stat().st_mode & 0o077) == (
        0o700,
        0,
    )
