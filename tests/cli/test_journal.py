"""The journal is printed, written, and compared with the register again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx

from tests.cli.conftest import Keyboard
from tests.db.samples import plainly


def test_the_journal_is_shown_with_its_head(registered: Keyboard) -> None:
    registered.done("reserve", "--for", "the congress", "--by", "Ana")
    registered.done("void", "2/01-3", "--because", "never signed", "--by", "Ana")
    lines = registered.done("journal", "--year", "2017").lines
    assert lines[0] == "Outgoing letters · 2017"
    assert lines[1].startswith("1/01-3  2017-08-16        Nursultan Nazarbayev")
    assert lines[2].startswith("2/01-3  2017-08-16  void  Void since 2017-08-16: never signed (Ana).")
    assert lines[-1].startswith("Head of the register: 3 · ")


def test_the_journal_is_written_as_a_sheet_and_as_a_table(registered: Keyboard) -> None:
    said = registered.done("journal", "--out", "journal.docx").lines
    assert said[0] == "The journal was written to journal.docx: 1 number."
    rows = docx.Document(str(registered.folder / "journal.docx")).tables[0].rows
    assert [row.cells[0].text for row in rows] == ["Number", "1/01-3"]
    registered.done("journal", "-o", "journal.csv", "--semicolons")
    text = (registered.folder / "journal.csv").read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";"))[1][3] == "'1/01-3"


def test_a_file_is_not_overwritten_unasked_and_its_form_is_known(registered: Keyboard) -> None:
    mine = registered.file("journal.docx", "mine")
    assert "add --force" in registered.refused("journal", "--out", mine)
    assert mine.read_text() == "mine"
    registered.done("journal", "--out", mine, "--force")
    assert "a journal is written as .docx" in registered.refused("journal", "--out", "journal.pdf")


def test_the_journal_in_json_has_stable_keys(registered: Keyboard) -> None:
    journal = registered.done("journal", "--json").json
    assert set(journal) == {"organisation", "head", "made_at", "sound", "sections"}
    (section,) = journal["sections"]
    assert (section["series"], section["year"], section["lines"][0]["number"]) == ("outgoing", 2017, "1/01-3")
    assert journal["head"]["sequence"] == 1


def test_days_and_series_narrow_the_journal(registered: Keyboard) -> None:
    empty = registered.done("journal", "--from", "2017-08-17", "--to", "2017-12-31")
    assert empty.lines[0] == "No number was given in this time."
    assert "before it begins" in registered.refused("journal", "--from", "2017-02-01", "--to", "2017-01-01")
    assert "There is no series “joint”" in registered.refused("journal", "--series", "joint")


# ── Old paper ────────────────────────────────────────────────────────────────


def test_old_paper_is_compared_with_the_register(registered: Keyboard) -> None:
    registered.done("journal", "--out", "journal.docx")
    typed = registered.done("journal").lines[-1].removeprefix("Head of the register: ")
    registered.done("register", "protest.toml")
    for head in (typed, "journal.docx", typed.replace(" ", "").upper(), typed.partition("·")[2]):
        said = registered.done("verify", "--head", head).lines
        assert said[1].startswith("The head on paper is still in the chain: entry 1, 1/01-3, ")
        assert said[1].endswith("1 entry was added after it.")
    assert registered.done("verify", "--head", typed, "--json").json["paper"]["sequence"] == 1


def test_a_change_behind_the_back_of_the_paper_is_told(registered: Keyboard, workspace: Path) -> None:
    typed = registered.done("journal").lines[-1].removeprefix("Head of the register: ")
    with plainly(workspace / "register.sqlite") as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute("UPDATE entries SET seal = replace(seal, substr(seal, 1, 1), 'x')")
    answer = registered("verify", "--head", typed)
    assert answer.code == 1
    assert "The head on paper is not in the chain" in answer.out
    again = registered("journal")
    assert "The chain of the register does not hold together" in again.err


def test_what_is_no_head_is_refused(registered: Keyboard) -> None:
    assert "“57 abc” is no head of a register" in registered.refused("verify", "--head", "57 abc")
    note = registered.file("note.txt", "Dear Ana")
    assert "holds no head of a register" in registered.refused("verify", "--head", note)
