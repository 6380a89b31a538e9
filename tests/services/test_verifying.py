"""Nothing changes behind our back unseen: each bit, each row and each file of the register is proved."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.heads import Head, read_head
from app.domain.register import FIRST_SEAL, ActKind, Finding
from app.drafting.library import TemplateLibrary
from app.services.desk import Desk
from app.services.issuing import Issuing, Registration
from app.services.numbers import Numbers, Word
from app.services.register import Register
from app.services.verifying import (
    OnPaper,
    Part,
    Progress,
    Proof,
    Reached,
    Verifying,
    VerifyingStopped,
)
from db.workspace import FILE_NAME
from tests.builders import in_words
from tests.db.samples import opened, plainly
from tests.drafting.making import SHIPPED
from tests.fakes import FixedClock
from tests.services.conftest import OUTGOING, AnOffice

WORD = Word(person="Ana", note="the congress")
TABLES = ("entries", "documents", "acts", "attachments", "head", "counters")
CHAINED = TABLES[:4]
Change = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class Archive:
    """A register as it lies on the disk, to be copied and tampered with."""

    file: Path
    scratch: Path
    columns: dict[str, tuple[str, ...]]
    rows: dict[str, tuple[int, ...]]

    def proof_after(self, change: Change, paper: Head | None = None) -> Proof:
        """Check a copy of the register in which another program has changed something."""
        folder = self.scratch / "data"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(self.file, folder / FILE_NAME)
        with plainly(folder / FILE_NAME) as file, without_guards(file):
            change(file)
        with opened(folder, busy_timeout_s=0) as workspace:
            return Verifying(workspace.reading).verify(paper=paper)


@contextmanager
def without_guards(file: sqlite3.Connection) -> Iterator[None]:
    """Take the guards of a register away and put them back."""
    guards = list(file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name, _sql in guards:
        file.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in guards:
        file.execute(sql)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A register with letters, reserved and void numbers, a late entry, a correction and files."""
    folder = tmp_path_factory.mktemp("archive")
    with opened(folder) as workspace:
        work, clock = workspace.unit_of_work, FixedClock()
        Register(workspace.reading, work).add_series(replace(OUTGOING, late_entries=True))
        issuing = Issuing(work, clock, Desk(TemplateLibrary(SHIPPED, folder)))
        numbers = Numbers(work, workspace.reading, clock)
        for how in (Registration(), Registration(corrects="147/01-3"), Registration(late_after="148/01-3")):
            issuing.register(in_words("We protest."), how)
        for _ in range(2):
            numbers.reserve("outgoing", WORD)
        numbers.void("149/01-3", WORD)
        numbers.note_day(ActKind.SIGNED, "147/01-3", WORD)
        numbers.attach("147/01-3", WORD, name="scan.pdf", content=b"%PDF-1.7 a scan")
        issuing.register(in_words("We protest again."), Registration(late_after="148/01-3"))
        numbers.attach("148/01-3", WORD, name="proof.txt", content=b"sent")
        numbers.note_day(ActKind.DISPATCHED, "147/01-3", WORD)
    file = folder / FILE_NAME
    with plainly(file) as connection:
        columns = {table: names_of(connection, table) for table in TABLES}
        rows = {table: keys_of(connection, table) for table in TABLES}
    return Archive(file, tmp_path_factory.mktemp("scratch"), columns, rows)


def names_of(file: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in file.execute(f"PRAGMA table_info({table})"))


def keys_of(file: sqlite3.Connection, table: str) -> tuple[int, ...]:
    return tuple(row for (row,) in file.execute(f"SELECT rowid FROM {table} ORDER BY rowid"))  # noqa: S608


def done(change: Change, file: sqlite3.Connection) -> None:
    """Make a change, or try another example where the database does not let it happen."""
    try:
        change(file)
    except sqlite3.IntegrityError:
        assume(False)


def test_what_nobody_touched_is_proved(archive: Archive) -> None:
    proof = archive.proof_after(lambda _file: None)
    assert proof.findings == ()
    assert (proof.letters, proof.links) == (4, 11)
    assert len(proof.head) == len(FIRST_SEAL)
    assert proof.head != FIRST_SEAL


# ── Single bits ──────────────────────────────────────────────────────────────


def with_one_bit_changed(value: Any, bit: int) -> Any:
    """Change one bit of what a cell holds; an empty one gets a value."""
    match value:
        case None:
            return 1
        case int():
            return value ^ (1 << bit % 40)
        case str():
            return with_one_bit_changed(value.encode() or b"\0", bit).decode("latin-1")
        case _:
            changed = bytearray(value or b"\0")
            changed[bit // 8 % len(changed)] ^= 1 << bit % 8
            return bytes(changed)


def change_a_bit(file: sqlite3.Connection, table: str, row: int, column: str, bit: int) -> None:
    (value,) = file.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (row,)).fetchone()  # noqa: S608
    if isinstance(value, str):
        changed: Any = with_one_bit_changed(value.encode() or b"\0", bit)
        assignment = "CAST(? AS TEXT)"
    else:
        changed, assignment = with_one_bit_changed(value, bit), "?"
    file.execute(f"UPDATE {table} SET {column} = {assignment} WHERE rowid = ?", (changed, row))  # noqa: S608


@pytest.mark.slow
@given(st.data(), st.sampled_from(TABLES), st.integers(0, 2**20))
def test_a_single_bit_is_found_wherever_it_lies(
    archive: Archive, data: st.DataObject, table: str, bit: int
) -> None:
    row = data.draw(st.sampled_from(archive.rows[table]))
    column = data.draw(st.sampled_from(archive.columns[table]))
    proof = archive.proof_after(lambda file: done(lambda it: change_a_bit(it, table, row, column, bit), file))
    assert proof.findings


@pytest.mark.parametrize("table", CHAINED)
def test_one_bit_of_each_column_is_found(archive: Archive, table: str) -> None:
    for column in archive.columns[table]:
        proof = archive.proof_after(
            lambda file, column=column: change_a_bit(file, table, archive.rows[table][0], column, 70)  # type: ignore[misc]
        )
        assert proof.findings, column


SPELT_OTHERWISE = {
    "a moment with another letter between": "registered_at = replace(registered_at, 'T', 'U')",
    "a day of the week": "registered_on = '2017-W33-3'",
    "a day without strokes": "letter_date = '20170816'",
    "another truth": "number_printed = 3",
}


@pytest.mark.parametrize("assignment", SPELT_OTHERWISE.values(), ids=SPELT_OTHERWISE)
def test_what_only_looks_the_same_is_found(archive: Archive, assignment: str) -> None:
    proof = archive.proof_after(lambda file: run(file, f"UPDATE entries SET {assignment} WHERE sequence = 1"))  # noqa: S608
    assert [finding.what for finding in proof.findings] == [
        "What follows this entry cannot be read: another program has changed it."
    ]


def run(file: sqlite3.Connection, *statements: str) -> None:
    for statement in statements:
        file.execute(statement)


# ── Whole rows ───────────────────────────────────────────────────────────────


def taken_out(file: sqlite3.Connection, table: str, row: int) -> None:
    file.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608


def put_in(file: sqlite3.Connection, table: str, row: int, key: int) -> None:
    """Put a copy of a row in, under another sequence; where numbers are unique, under another number."""
    file.execute(f"CREATE TEMP TABLE copied AS SELECT * FROM {table} WHERE rowid = ?", (row,))  # noqa: S608
    file.execute("UPDATE copied SET sequence = ?", (key,))
    if table == "entries":
        file.execute("UPDATE copied SET ordinal = ordinal + 1000")
    file.execute(f"INSERT INTO {table} SELECT * FROM copied")  # noqa: S608


def swapped(file: sqlite3.Connection, table: str, one: int, other: int) -> None:
    """Let two rows change their places."""
    for key, becomes in ((one, -1), (other, one), (-1, other)):
        file.execute(f"UPDATE {table} SET sequence = ? WHERE sequence = ?", (becomes, key))  # noqa: S608


@pytest.mark.slow
@given(st.data(), st.sampled_from(TABLES))
def test_a_row_that_was_taken_out_is_missed(archive: Archive, data: st.DataObject, table: str) -> None:
    row = data.draw(st.sampled_from(archive.rows[table]))
    assert archive.proof_after(lambda file: taken_out(file, table, row)).findings


@pytest.mark.slow
@given(st.data(), st.sampled_from(CHAINED), st.integers(1, 20))
def test_a_row_that_was_put_in_is_found(archive: Archive, data: st.DataObject, table: str, key: int) -> None:
    row = data.draw(st.sampled_from(archive.rows[table]))
    proof = archive.proof_after(lambda file: done(lambda it: put_in(it, table, row, key), file))
    assert proof.findings


@pytest.mark.slow
@given(st.data(), st.sampled_from(CHAINED))
def test_rows_that_changed_their_places_are_found(archive: Archive, data: st.DataObject, table: str) -> None:
    one, other = data.draw(st.permutations(archive.rows[table]))[:2]
    assert archive.proof_after(lambda file: swapped(file, table, one, other)).findings


@pytest.mark.slow
@given(st.integers(2, 11))
def test_an_end_that_was_cut_off_is_missed(archive: Archive, first: int) -> None:
    """Cut off every link from one on, with its files and its lines, as if it had never been."""
    statements = [
        f"DELETE FROM {table} WHERE sequence >= {first}"  # noqa: S608
        for table in ("listing", "attachments", "documents", "acts", "entries")
    ]
    proof = archive.proof_after(lambda file: run(file, *statements))
    assert Finding("", "The register does not end with the entry that was added last.") in proof.findings


def test_the_newest_link_alone_is_missed(archive: Archive) -> None:
    proof = archive.proof_after(lambda file: run(file, "DELETE FROM acts WHERE sequence = 11"))
    assert proof.findings == (Finding("", "The register does not end with the entry that was added last."),)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE documents SET content = 'Dear Sir' WHERE sequence = 2", "148/01-3"),
        ("UPDATE attachments SET content = x'00'", "147/01-3"),
        ("DELETE FROM attachments WHERE sequence = 8", "147/01-3"),
        ("INSERT INTO attachments VALUES (6, 'no seal', x'00')", "the file of entry 6"),
    ],
)
def test_a_file_is_found_at_the_number_that_it_belongs_to(
    archive: Archive, statement: str, number: str
) -> None:
    findings = archive.proof_after(lambda file: run(file, statement)).findings
    assert any(number in (finding.number or finding.what) for finding in findings)


def test_a_counter_raised_by_hand_is_found(archive: Archive) -> None:
    proof = archive.proof_after(lambda file: run(file, "UPDATE counters SET last = last + 1"))
    assert proof.findings == (Finding("151", "Nothing explains what became of this number."),)


def test_counters_that_cannot_be_read_are_told(archive: Archive) -> None:
    proof = archive.proof_after(lambda file: run(file, "UPDATE counters SET scope = CAST(x'ff' AS TEXT)"))
    assert [finding.what for finding in proof.findings] == [
        "The counters of the series cannot be read: another program has changed them."
    ]


def test_a_counter_lowered_by_hand_is_found(archive: Archive) -> None:
    proof = archive.proof_after(lambda file: run(file, "UPDATE counters SET last = last - 1"))
    assert proof.findings == (Finding("150/01-3", "The counter of its series does not know this number."),)


# ── Rows beyond reading ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("statement", "last_readable"),
    [
        ("UPDATE entries SET subject = CAST(x'ff' AS TEXT) WHERE sequence = 2", "147/01-3"),
        ("UPDATE acts SET note = CAST(x'c3' AS TEXT) WHERE sequence = 4", "148a/01-3"),
        ("UPDATE acts SET kind = 'forgotten' WHERE sequence = 5", "149/01-3"),
        ("UPDATE acts SET day = 'today' WHERE sequence = 5", "149/01-3"),
        ("UPDATE entries SET registered_at = 7 WHERE sequence = 1", ""),
    ],
)
def test_where_reading_ends_is_said(archive: Archive, statement: str, last_readable: str) -> None:
    findings = archive.proof_after(lambda file: run(file, statement)).findings
    text = "What follows this entry cannot be read: another program has changed it."
    assert Finding(last_readable, text) in findings


# ── Progress ─────────────────────────────────────────────────────────────────


def with_letters(office: AnOffice, count: int) -> None:
    for _ in range(count):
        office.issuing.register(in_words("We protest."))


def test_progress_is_told_after_each_entry_and_each_stored_file(office: AnOffice) -> None:
    with_letters(office, 2)
    office.numbers.attach("147/01-3", WORD, name="scan.pdf", content=b"%PDF")
    office.numbers.void("148/01-3", WORD)
    heard: list[Reached] = []

    def listen(reached: Reached) -> bool:
        heard.append(reached)
        return True

    assert office.verifying.verify(listen).findings == ()
    assert heard == [
        *(Reached(Part.ENTRIES, done, 4, 0) for done in (1, 2, 3, 4)),
        *(Reached(Part.FILES, done, 3, 0) for done in (1, 2, 3)),
    ]


def patient(steps: int) -> Progress:
    """Lose patience after so many steps."""
    left = iter(range(steps - 1))
    return lambda _: next(left, None) is not None


@pytest.mark.parametrize(
    ("patience", "reached"),
    [
        (1, "1 of 3 entries are checked."),
        (3, "3 of 3 entries are checked."),
        (4, "All entries and 1 of 3 documents are checked."),
        (6, "All entries and 3 of 3 documents are checked."),
    ],
)
def test_whoever_stops_the_check_has_proved_nothing(office: AnOffice, patience: int, reached: str) -> None:
    with_letters(office, 3)
    with pytest.raises(VerifyingStopped) as stopped:
        office.verifying.verify(patient(patience))
    said = f"The check was stopped and proves nothing yet. {reached} Nothing was found up to there."
    assert str(stopped.value) == said
    assert stopped.value.findings == ()


def test_whoever_presses_ctrl_c_is_told_what_was_found_up_to_there(office: AnOffice) -> None:
    with_letters(office, 3)
    office.storage.shelf.documents[1] = b"another letter"

    def pressed(reached: Reached) -> bool:
        if (reached.part, reached.done) == (Part.FILES, 2):
            raise KeyboardInterrupt
        return True

    with pytest.raises(VerifyingStopped, match="Findings up to there: 1") as stopped:
        office.verifying.verify(pressed)
    assert [finding.number for finding in stopped.value.findings] == ["147/01-3"]


def test_an_empty_register_has_the_first_seal_and_nothing_to_tell(office: AnOffice) -> None:
    assert office.verifying.verify(never) == Proof(0, 0, (), FIRST_SEAL)


def never(_reached: Reached) -> bool:
    raise AssertionError("there is no file to tell of")


def test_reading_changes_nothing(office: AnOffice) -> None:
    with_letters(office, 1)
    before = office.storage.shelf.copy()
    office.verifying.verify()
    assert office.storage.shelf == before


# ── Old paper ────────────────────────────────────────────────────────────────


def on_paper(office: AnOffice) -> Head:
    """Note the head of the register, as a journal prints it."""
    proof = office.verifying.verify()
    return read_head(Head(proof.sequence, proof.head).line)


def test_a_head_on_paper_is_still_in_the_chain_whatever_was_added_after(office: AnOffice) -> None:
    with_letters(office, 2)
    paper = on_paper(office)
    assert office.verifying.verify(paper=paper).paper == OnPaper(2, "148/01-3", MOMENT, 0)
    office.numbers.void("147/01-3", WORD)
    with_letters(office, 1)
    proof = office.verifying.verify(paper=paper)
    assert (proof.findings, proof.paper) == ((), OnPaper(2, "148/01-3", MOMENT, 2))
    assert office.verifying.verify(paper=replace(paper, sequence=0)).paper == proof.paper


MOMENT = "2017-08-16T10:30:00+00:00"


def test_the_head_of_an_empty_register_is_in_every_chain(office: AnOffice) -> None:
    paper = on_paper(office)
    with_letters(office, 1)
    assert office.verifying.verify(paper=paper).paper == OnPaper(0, "", "", 1)


def test_a_head_of_another_register_is_told(office: AnOffice) -> None:
    with_letters(office, 2)
    paper = on_paper(office)
    for other in (replace(paper, seal="ab" * 32), replace(paper, sequence=1)):
        proof = office.verifying.verify(paper=other)
        assert proof.paper is None
        assert [finding.what[:41] for finding in proof.findings] == [
            "The head on paper is not in the chain: th"
        ]


def test_paper_misses_an_end_that_was_cut_off_cleanly(archive: Archive) -> None:
    """Cut the end off and note the new head, so that nothing inside the file tells of it."""
    with opened(archive.file.parent) as workspace:
        whole = Verifying(workspace.reading).verify()
    paper = Head(whole.sequence, whole.head)

    def cut(file: sqlite3.Connection) -> None:
        run(file, "DELETE FROM acts WHERE sequence = 11")
        run(file, "UPDATE head SET sequence = 10, seal = (SELECT seal FROM acts WHERE sequence = 10)")

    assert archive.proof_after(cut).findings == ()
    assert [finding.what for finding in archive.proof_after(cut, paper).findings] == [
        "The register ends before the head on paper: what was added up to that head is no longer all there."
    ]


# ── The listing ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE listing SET subject = 'Another' WHERE sequence = 1",
        "DELETE FROM listing WHERE sequence = 2",
        "INSERT INTO listing_words (listing_words) VALUES ('delete-all')",
        "UPDATE listing_words_data SET block = x'00'",
        "PRAGMA user_version = 0",
    ],
)
def test_a_listing_that_differs_is_told_with_its_mend(archive: Archive, statement: str) -> None:
    proof = archive.proof_after(lambda file: run(file, statement))
    (finding,) = proof.findings
    assert finding.what.startswith("The list that searches use differs from the register; no letter is lost.")
    assert "“chancery search --anew” makes the list anew" in finding.what


def test_a_backup_is_not_refused_for_its_listing(archive: Archive) -> None:
    with opened(archive.file.parent) as workspace:
        assert Verifying(workspace.reading).verify(listing=False).findings == ()
