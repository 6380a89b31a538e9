"""Whoever changes the register behind our back is found out, and where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.register import Finding
from app.drafting.library import TemplateLibrary
from app.services.desk import Desk
from app.services.issuing import Issuing
from app.services.register import DocumentChanged, Register
from app.services.verifying import Verifying
from db import Workspace, open_workspace
from tests.builders import in_words
from tests.db.samples import plainly
from tests.drafting.making import SHIPPED
from tests.fakes import FixedClock
from tests.services.conftest import OUTGOING

NUMBERS = ("147/01-3", "148/01-3", "149/01-3")


@dataclass(frozen=True)
class Cabinet:
    """A register on the disk with three letters, and the way past all our doors."""

    workspace: Workspace
    register: Register
    verifying: Verifying

    def tamper(self, *statements: str) -> None:
        """Change the file as any other program could, its guards taken away and put back."""
        with plainly(self.workspace.path) as file:
            guards = list(file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
            for name, _sql in guards:
                file.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                file.execute(statement)
            for _name, sql in guards:
                file.execute(sql)

    def findings(self) -> list[Finding]:
        """Check the register."""
        return list(self.verifying.verify().findings)


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Cabinet]:
    """A register with three letters."""
    with closing(open_workspace(tmp_path / "data", busy_timeout_s=0)) as workspace:
        register = Register(workspace.reading, workspace.unit_of_work)
        register.add_series(OUTGOING)
        desk = Desk(TemplateLibrary(SHIPPED, tmp_path))
        issuing = Issuing(workspace.unit_of_work, FixedClock(), desk)
        assert tuple(issuing.register(in_words(f"Letter {n}.")).number for n in range(3)) == NUMBERS
        yield Cabinet(workspace, register, Verifying(workspace.reading))


CHANGED = "The entry has been changed since its registration."
BROKEN = "The link to the entry before is broken."
SINCE = "2017-08-16T10:30:00+00:00"
UNREADABLE = "What follows this entry cannot be read: another program has changed it."
MISSING = "An entry before this one is missing."
TAMPERINGS: dict[str, tuple[str, list[Finding]]] = {
    "nothing at all": ("SELECT 1", []),
    "a byte of a document": (
        "UPDATE documents SET content = CAST(content || x'00' AS BLOB) WHERE sequence = 2",
        [Finding("148/01-3", "The document has been changed since its registration.", SINCE)],
    ),
    "a text in place of a document": (
        "UPDATE documents SET content = 'Dear Sir' WHERE sequence = 2",
        [Finding("148/01-3", "The document has been changed since its registration.", SINCE)],
    ),
    "a text that no bytes can be read from": (
        "UPDATE documents SET content = content || x'00' WHERE sequence = 2",
        [Finding("148/01-3", "The document has been changed since its registration.", SINCE)],
    ),
    "a document put in the place of another": (
        "UPDATE documents SET (content, sha256) = (SELECT content, sha256 FROM documents "  # noqa: ISC004
        "WHERE sequence = 3) WHERE sequence = 2",
        [
            Finding("", "the seal beside the file of entry 2 is not that of the register"),
            Finding("148/01-3", "The document has been changed since its registration.", SINCE),
        ],
    ),
    "a document taken away": (
        "DELETE FROM documents WHERE sequence = 3",
        [Finding("149/01-3", "The document is missing.", SINCE)],
    ),
    "an addressee": (
        "UPDATE entries SET addressee = 'Nobody' WHERE sequence = 1",
        [Finding("147/01-3", CHANGED, SINCE)],
    ),
    "a day": (
        "UPDATE entries SET registered_on = '2017-08-15' WHERE sequence = 3",
        [Finding("149/01-3", CHANGED, SINCE)],
    ),
    "a word of the text": (
        "UPDATE entries SET snapshot = replace(snapshot, 'Letter 1', 'Letter 7') WHERE sequence = 2",
        [Finding("148/01-3", CHANGED, SINCE)],
    ),
    "a day that is none": (
        "UPDATE entries SET registered_on = 'yesterday' WHERE sequence = 2",
        [Finding("147/01-3", UNREADABLE)],
    ),
    "a text that is none": (
        "UPDATE entries SET subject = x'00ff' WHERE sequence = 3",
        [Finding("148/01-3", UNREADABLE)],
    ),
    "the very first day": (
        "UPDATE entries SET letter_date = 7 WHERE sequence = 1",
        [Finding("", UNREADABLE)],
    ),
    "a seal": (
        "UPDATE entries SET seal = upper(seal) WHERE sequence = 2",
        [Finding("148/01-3", CHANGED, SINCE), Finding("149/01-3", BROKEN, SINCE)],
    ),
}


@pytest.mark.parametrize(("statement", "findings"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_each_change_is_found_at_its_place(cabinet: Cabinet, statement: str, findings: list[Finding]) -> None:
    cabinet.tamper(statement)
    assert cabinet.findings() == findings


def test_a_letter_taken_out_is_missed(cabinet: Cabinet) -> None:
    cabinet.tamper("DELETE FROM documents WHERE sequence = 2", "DELETE FROM entries WHERE sequence = 2")
    assert cabinet.findings()[-3:] == [
        Finding("149/01-3", MISSING, SINCE),
        Finding("149/01-3", BROKEN, SINCE),
        Finding("148", "Nothing explains what became of this number."),
    ]


def test_a_letter_left_without_guards_is_told(cabinet: Cabinet) -> None:
    with plainly(cabinet.workspace.path) as file:
        file.execute("DROP TRIGGER entries_no_update")
    (finding,) = cabinet.findings()
    assert "entries_no_update" in finding.what


@pytest.mark.parametrize("content", ["x'00'", "'Dear Sir'"])
def test_a_changed_document_is_not_handed_out(cabinet: Cabinet, tmp_path: Path, content: str) -> None:
    cabinet.tamper(f"UPDATE documents SET content = {content} WHERE sequence = 1")  # noqa: S608  - a row of the table
    with pytest.raises(DocumentChanged):
        cabinet.register.export("147/01-3", tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("table", ["entries", "documents"])
def test_with_its_guards_in_place_the_file_refuses_by_itself(cabinet: Cabinet, table: str) -> None:
    with plainly(cabinet.workspace.path) as file, pytest.raises(Exception, match="is never"):
        file.execute(f"DELETE FROM {table}")  # noqa: S608  - the tables of the test
    assert cabinet.findings() == []
