"""One letter from its file to the register, and what happens when somebody tampers with it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.drafting.reading import DocxRead
from tests.journeys.journey import EXAMPLES, ROOT, Terminal

OPEN = ('salutation = "Dear President Nazarbayev"\n', 'vocative = "Mr. President"\n')


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal in a folder with a letter in which two places are open."""
    text = (EXAMPLES / "protest.toml").read_text("utf-8")
    for line in OPEN:
        text = text.replace(line, "")
    (tmp_path / "letter.toml").write_text(text, "utf-8")
    return Terminal(tmp_path)


def fill_the_gaps(terminal: Terminal) -> None:
    shutil.copy(EXAMPLES / "protest.toml", terminal.folder / "letter.toml")


def test_from_an_open_letter_to_a_proof_and_to_a_broken_one(terminal: Terminal) -> None:
    assert "salutation: “recipients.salutation” is empty." in terminal("check", "letter.toml", code=1)
    terminal("register", "letter.toml", code=1)
    fill_the_gaps(terminal)
    assert "It is kept as draft 1." in terminal("draft", "letter.toml", "--keep", "-o", "draft.docx")
    terminal("register", "1", "--date", "2017-08-16")
    terminal("export", "1/01-3", "-o", "letter.docx")
    assert terminal("verify").startswith("1 registered letter, unchanged")
    whole = DocxRead((terminal.folder / "letter.docx").read_bytes()).whole
    assert "№ 1/01-3" in whole
    assert "№ ________" in DocxRead((terminal.folder / "draft.docx").read_bytes()).whole
    _tamper_with_the_document()
    assert "1/01-3: The document has been changed since its registration." in terminal("verify", code=1)
    assert "was not exported" in terminal("export", "1/01-3", "-o", "again.docx", code=1)
    assert not (terminal.folder / "again.docx").exists()


def _tamper_with_the_document() -> None:
    register = Path(os.environ["CHANCERY_DATA"]) / "register.sqlite"
    with closing(sqlite3.connect(register, isolation_level=None)) as file:
        (guard,) = file.execute("SELECT sql FROM sqlite_master WHERE name = 'documents_no_update'").fetchone()
        (content,) = file.execute("SELECT content FROM documents").fetchone()
        file.execute("DROP TRIGGER documents_no_update")
        changed = content[:-1] + bytes([content[-1] ^ 1])
        file.execute("UPDATE documents SET content = ?", (changed,))
        file.execute(guard)


def test_what_was_registered_stays_when_letter_file_and_templates_change(terminal: Terminal) -> None:
    fill_the_gaps(terminal)
    terminal("register", "letter.toml", "-o", "before.docx")
    own = Path(os.environ["CHANCERY_DATA"]) / "templates" / "protest"
    own.mkdir(parents=True)
    (own / "en.toml").write_text("[blocks]\nvalediction = 'Yours,'\n", "utf-8")
    file = terminal.folder / "letter.toml"
    file.write_text(file.read_text("utf-8").replace("Kharkova", "Somebody"), "utf-8")
    terminal("export", "1/01-3", "-o", "after.docx")
    before, after = (terminal.folder / name for name in ("before.docx", "after.docx"))
    assert before.read_bytes() == after.read_bytes()
    terminal("register", "letter.toml", "-o", "second.docx")
    assert "Somebody" in DocxRead((terminal.folder / "second.docx").read_bytes()).whole


def test_letters_registered_side_by_side_have_numbers_without_a_gap(terminal: Terminal) -> None:
    fill_the_gaps(terminal)
    command = [sys.executable, "-m", "app", "register", "letter.toml", "--date", "2017-08-16"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    side_by_side = [
        subprocess.Popen(command, cwd=terminal.folder, env=environ, stdout=subprocess.DEVNULL)
        for _ in range(3)
    ]
    assert [process.wait() for process in side_by_side] == [0, 0, 0]
    listed = json.loads(terminal("list", "--json"))
    assert [entry["number"] for entry in listed] == ["3/01-3", "2/01-3", "1/01-3"]
    assert terminal("verify").startswith("3 registered letters, unchanged")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_whoever_reads_the_output_may_stop_early(terminal: Terminal) -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app", "schema"]
    with subprocess.Popen(
        command, cwd=terminal.folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == b""
