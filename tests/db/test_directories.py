"""What directories need of a storage; the fake and the real one are held to the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.records import Record, RecordKind, StoredFile
from app.services.ports import UnitOfWork
from tests.db.backing import Desk
from tests.db.samples import NOW, SERIES, opened, plainly, register
from tests.fakes import FakeStorage

SEAL = hashlib.sha256(b"%PDF").hexdigest()
Begin = Callable[[], UnitOfWork]


@pytest.fixture(params=["sqlite", "fake"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Starts a unit of work over an empty storage."""
    if request.param == "fake":
        yield FakeStorage().unit_of_work
        return
    with opened(tmp_path / "data") as workspace:
        yield workspace.unit_of_work


def a_record(key: str = "a", **changes: Any) -> Record:
    whole = Record(
        key=key,
        kind=RecordKind.PERSON,
        title=f"Title {key}",
        names=(f"Title {key}", "ნინო"),
        body='{"gender":"f"}',
        state="GEO",
        changed_at=NOW,
    )
    return replace(whole, **changes)


def put(begin: Begin, *records: Record) -> list[Record]:
    with begin() as work:
        kept = [work.records.put(record) for record in records]
        work.commit()
    return kept


def test_a_record_is_given_back_as_it_was_put_in(begin: Begin) -> None:
    record = a_record(sample=True, deleted_at=NOW, used_at=NOW + timedelta(days=1))
    (kept,) = put(begin, record)
    with begin() as work:
        assert work.records.get("a") == kept == replace(record, revision=1)
        assert work.records.get("b") is None


def test_moments_are_kept_in_universal_time(begin: Begin) -> None:
    put(begin, a_record(changed_at=datetime.fromisoformat("2017-08-16T12:30:00+02:00")))
    with begin() as work:
        record = work.records.get("a")
        assert record
        assert record.changed_at == datetime(2017, 8, 16, 10, 30, tzinfo=UTC)


def test_a_name_of_two_lines_stays_one_name(begin: Begin) -> None:
    put(begin, a_record(names=("one\ntwo", "three")))
    with begin() as work:
        record = work.records.get("a")
        assert record
        assert record.names == ("one two", "three")


def test_a_record_without_names_has_none(begin: Begin) -> None:
    put(begin, a_record(names=()))
    with begin() as work:
        (named,) = work.records.since(0)
        assert named.names == ()


def test_each_change_has_a_revision_of_its_own(begin: Begin) -> None:
    put(begin, a_record("a"), a_record("b"))
    put(begin, a_record("a", deleted_at=NOW, title="changed"))
    with begin() as work:
        assert work.records.newest_revision() == 3
        assert [(one.key, one.deleted, one.revision) for one in work.records.since(2)] == [("a", True, 3)]
        assert len(work.records.since(0)) == 2
        assert work.records.since(3) == []


def test_an_empty_directory_has_no_revision(begin: Begin) -> None:
    with begin() as work:
        assert work.records.newest_revision() == 0
        assert work.records.binned() == work.records.samples() == []


def test_what_lies_in_the_bin_stands_in_no_list(begin: Begin) -> None:
    office = a_record("o", kind=RecordKind.OFFICE, title="An office")
    put(begin, office, a_record("b"), a_record("a"), a_record("c", deleted_at=NOW))
    with begin() as work:
        assert [one.key for one in work.records.of_kind(RecordKind.PERSON)] == ["a", "b"]
        assert [one.key for one in work.records.binned()] == ["c"]
        assert [one.key for one in work.records.many(["c", "x", "a", "c"])] == ["c", "a"]


def test_who_speaks_of_a_record_is_known_until_it_speaks_of_another(begin: Begin) -> None:
    put(begin, a_record("a", refers_to=("o", "p", "o")), a_record("b", refers_to=("o",), deleted_at=NOW))
    with begin() as work:
        assert [one.key for one in work.records.speaking_of("o")] == ["a"]
    put(begin, a_record("a", refers_to=("p",)))
    with begin() as work:
        assert work.records.speaking_of("o") == []
        assert [one.key for one in work.records.speaking_of("p")] == ["a"]


def test_those_used_last_come_first(begin: Begin) -> None:
    put(begin, *(a_record(key) for key in "abc"), a_record("k", kind=RecordKind.CASE))
    with begin() as work:
        work.records.mark_used(["a", "k", "nobody"], NOW)
        work.records.mark_used(["c"], NOW + timedelta(hours=1))
        work.commit()
    with begin() as work:
        assert work.records.last_used([RecordKind.PERSON], 5) == ["c", "a"]
        assert work.records.last_used([RecordKind.PERSON], 1) == ["c"]
        assert work.records.last_used([RecordKind.CASE], 5) == ["k"]


def a_file(key: str = "f", **changes: Any) -> StoredFile:
    whole = StoredFile(
        key=key,
        owner="a",
        name="judgment.pdf",
        size=4,
        seal=SEAL,
        added_at=NOW,
    )
    return replace(whole, **changes)


def test_a_stored_file_is_given_back_byte_for_byte(begin: Begin) -> None:
    put(begin, a_record("a"))
    with begin() as work:
        work.stored.add(a_file("g", added_at=NOW + timedelta(seconds=1)), b"\x00\xff")
        work.stored.add(a_file(), b"%PDF")
        work.commit()
    with begin() as work:
        assert [one.key for one in work.stored.of("a")] == ["f", "g"]
        assert (work.stored.content("f"), work.stored.content("g")) == (b"%PDF", b"\x00\xff")
        assert (work.stored.get("f"), work.stored.get("x")) == (a_file(), None)
        assert work.stored.content("x") is None


def test_a_stored_file_lies_in_the_bin_before_it_is_gone(begin: Begin) -> None:
    put(begin, a_record("a"))
    with begin() as work:
        work.stored.add(a_file(), b"%PDF")
        work.stored.erase("f")
        work.stored.bin("f", now=NOW)
        assert (work.stored.of("a"), [one.deleted_at for one in work.stored.binned()]) == ([], [NOW])
        work.stored.bin("f", now=None)
        assert [one.key for one in work.stored.of("a")] == ["f"]
        work.stored.bin("f", now=NOW)
        work.stored.erase("f")
        assert work.stored.get("f") is None


def test_a_record_that_is_erased_takes_its_files_and_links_along(begin: Begin) -> None:
    put(begin, a_record("o"), a_record("a", refers_to=("o",), sample=True))
    with begin() as work:
        work.stored.add(a_file(), b"%PDF")
        assert [one.key for one in work.records.samples()] == ["a"]
        work.records.erase("a")
        work.commit()
    with begin() as work:
        assert (work.records.get("a"), work.stored.get("f")) == (None, None)
        assert work.records.speaking_of("o") == []
        assert (work.records.binned(), work.records.samples()) == ([], [])
        work.records.erase("nobody")


def test_what_is_erased_leaves_a_bare_row_that_tells_it_is_gone(begin: Begin) -> None:
    put(begin, a_record("o"), a_record("a", deleted_at=NOW, title="A secret"))
    with begin() as work:
        work.records.erase("a")
        work.commit()
    put(begin, a_record("b"))
    with begin() as work:
        told = {one.key: (one.revision, one.deleted, one.title) for one in work.records.since(2)}
        assert told == {"a": (3, True, ""), "b": (4, False, "Title b")}


def test_what_was_erased_can_be_brought_in_again(begin: Begin) -> None:
    put(begin, a_record("a"))
    with begin() as work:
        work.records.erase("a")
        work.commit()
    put(begin, a_record("a"))
    with begin() as work:
        assert [one.key for one in work.records.of_kind(RecordKind.PERSON)] == ["a"]


def test_what_a_draft_was_made_from_is_kept_and_leads_to_its_letter(begin: Begin) -> None:
    with begin() as work:
        work.series.add(SERIES)
        keys = [work.drafts.add(title=f"draft {n}", letter="{}", now=NOW) for n in range(3)]
        for key in keys:
            work.origins.put(key, case="first", origins="{}")
        work.origins.put(keys[0], case="k", origins='{"case":"k"}')
        work.origins.put(keys[1], case="k", origins="{}")
        work.drafts.mark_registered(keys[0], sequence=register(work).sequence)
        work.commit()
    with begin() as work:
        assert (work.origins.get(keys[0]), work.origins.get(99)) == ('{"case":"k"}', "")
        found = [(draft.key, draft.registered_as, at) for draft, at in work.origins.letters_about("k")]
        assert found == [(keys[0], "147/01-3", 1), (keys[1], "", None)]


def test_the_origins_of_a_draft_go_with_it(begin: Begin) -> None:
    with begin() as work:
        key = work.drafts.add(title="draft", letter="{}", now=NOW)
        work.origins.put(key, case="k", origins="{}")
        work.drafts.bin(key, now=NOW)
        assert work.origins.letters_about("k") == []
        work.drafts.delete(key)
        assert work.origins.get(key) == ""
        work.commit()


def test_a_backup_holds_the_directories(desk: Desk) -> None:
    with opened(desk.data) as workspace:
        put(workspace.unit_of_work, a_record("a"))
        with workspace.unit_of_work() as work:
            work.stored.add(a_file(), b"%PDF")
            work.commit()
    made = desk.backups.make()
    with opened(desk.data) as workspace, workspace.unit_of_work() as work:
        work.records.erase("a")
        work.commit()
    desk.restoring.restore(made.file)
    with opened(desk.data) as workspace, workspace.reading() as work:
        assert work.records.get("a") == replace(a_record("a"), revision=1)
        assert work.stored.content("f") == b"%PDF"


def test_the_directories_are_checked_with_the_file(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as workspace:
        put(workspace.unit_of_work, a_record("a"))
        with workspace.reading() as work:
            assert list(work.register.integrity_problems()) == []
        with plainly(workspace.path) as other:
            other.execute("INSERT INTO record_links VALUES ('nobody', 'a')")
        with workspace.reading() as work:
            (problem,) = work.register.integrity_problems()
        assert "record_links" in problem
