"""Whatever files and disks do, a person reads a sentence, and nothing is lost."""

from __future__ import annotations

import functools
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db import OnNetworkShare, open_workspace
from tests.cli.conftest import Keyboard

NOBODY = 65534


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be nobody in particular for a while; a superuser may read and write everything."""
    if sys.platform == "win32" or os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")


@pytest.mark.parametrize("command", ["check", "draft", "register"])
@pytest.mark.parametrize("name", ["missing.toml", ".", "no/such/folder.toml", "x" * 300, ""])
def test_a_letter_file_that_cannot_be_read_is_named(keyboard: Keyboard, command: str, name: str) -> None:
    said = keyboard.refused(command, name)
    assert said.startswith(f"{name}: this file cannot be read (")
    assert said.endswith("). Check its name and folder.\n")


@posix_only
def test_a_letter_file_that_may_not_be_read_is_named(keyboard: Keyboard) -> None:
    letter = keyboard.letter()
    letter.chmod(0)
    with without_privileges():
        said = keyboard.refused("check", letter)
    assert said.startswith(f"{letter}: this file cannot be read (Permission denied)")


@posix_only
def test_a_template_of_the_office_that_may_not_be_read_is_named(keyboard: Keyboard, workspace: Path) -> None:
    letter, own = keyboard.letter(), workspace / "templates" / "protest"
    own.mkdir(parents=True)
    (own / "en.toml").mkdir()
    (own / "look.docx").touch(mode=0)
    with without_privileges():
        said = keyboard("check", letter)
    assert said.code == 1
    assert "Traceback" not in said.err


@posix_only
def test_a_folder_that_may_not_be_written_to_is_named(keyboard: Keyboard) -> None:
    letter, closed = keyboard.letter(), keyboard.folder / "closed"
    closed.mkdir(mode=0o555)
    with without_privileges():
        said = keyboard("draft", letter, "-o", closed / "letter.docx")
    assert (said.code, list(closed.iterdir())) == (1, [])
    assert str(closed) in said.err or str(letter) in said.err


@pytest.mark.parametrize("words", [["draft", "protest.toml"], ["export", "1/01-3"]], ids=" ".join)
def test_a_name_that_no_disk_takes_is_named(registered: Keyboard, words: list[str]) -> None:
    said = registered.refused(*words, "-o", "x" * 300)
    assert "x" * 300 in said
    assert "Check its name" in said or "Choose another name" in said


# ── Workspaces ───────────────────────────────────────────────────────────────

OPENING = [["list"], ["verify"], ["series", "list"], ["register", "protest.toml"], ["show", "1"]]


def refused_everywhere(keyboard: Keyboard) -> set[str]:
    """Give what every command that opens the workspace says."""
    keyboard.letter()
    return {keyboard.refused(*words) for words in OPENING}


def test_a_workspace_that_is_a_file_is_named(keyboard: Keyboard) -> None:
    path = keyboard.file("office", "mine")
    keyboard.letter()
    for words in OPENING:
        said = keyboard.refused("--data", "office", *words)
        assert said.startswith(f"{path} is a file; a workspace is a folder.")
    assert path.read_text() == "mine"


def test_the_database_of_another_program_is_left_alone(keyboard: Keyboard, workspace: Path) -> None:
    workspace.mkdir()
    path = workspace / "register.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    (said,) = refused_everywhere(keyboard)
    assert said.startswith(f"“{path}” is the database of another program. It was left as it is.")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"Dear diary", "is not a register: it is no database at all."), (b"", "is empty:")],
)
def test_a_file_that_is_no_database_is_left_alone(
    keyboard: Keyboard, workspace: Path, content: bytes, what: str
) -> None:
    workspace.mkdir()
    path = workspace / "register.sqlite"
    path.write_bytes(content)
    (said,) = refused_everywhere(keyboard)
    assert said.startswith(f"“{path}” {what}")
    assert path.read_bytes() == content


def test_the_register_of_a_newer_chancery_is_left_alone(registered: Keyboard, workspace: Path) -> None:
    with closing(sqlite3.connect(workspace / "register.sqlite")) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    (said,) = refused_everywhere(registered)
    assert "was written by a newer Chancery (schema 9999;" in said


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    monkeypatch.setattr("app.bootstrap.open_workspace", functools.partial(open_workspace, busy_timeout_s=0))


@pytest.mark.usefixtures("impatient")
def test_a_register_in_use_takes_no_letter_and_loses_none(registered: Keyboard, workspace: Path) -> None:
    with closing(sqlite3.connect(workspace / "register.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = registered.refused("register", "protest.toml")
        assert "has been in use by another program" in said
        assert "Nothing was saved." in said
        assert len(registered.done("list", "--json").json) == 1
        other.execute("ROLLBACK")
    assert (
        registered.done("register", "protest.toml", "--date", "2017-08-16").lines[0]
        == "Registered as 2/01-3."
    )


def test_a_workspace_on_a_network_share_is_warned_of_and_used(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.bootstrap.network_share", lambda place: OnNetworkShare(place=place, kind="nfs4"))
    answer = keyboard("register", keyboard.letter())
    assert "lies on a network share (nfs4)." in answer.err
    assert (answer.code, answer.lines[0]) == (0, "Registered as 1/01-3.")


@posix_only
def test_a_workspace_that_may_not_be_made_is_named(keyboard: Keyboard) -> None:
    closed = keyboard.folder / "closed"
    closed.mkdir(mode=0o555)
    with without_privileges():
        said = keyboard.refused("--data", closed / "office", "series", "list")
    assert str(closed) in said


def test_whoever_interrupts_a_command_is_not_scolded(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.commands.letter_file_schema", interrupted)
    answer = keyboard("schema")
    assert (answer.code, answer.out, answer.err) == (130, "", "")


def test_a_bug_stays_loud(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.cli.commands.letter_file_schema", lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        keyboard("schema")
