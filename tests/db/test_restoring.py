"""Restoring: what is no sound backup is refused, and what is replaced is moved aside."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.backups import (
    BackupDamaged,
    BackupNotReadable,
    NewerBackup,
    NotABackup,
    NotABackupOfIt,
)
from app.services.backups import Backup
from db import NewerRegister, RegisterInUse, RegisterReplaced
from tests.crash.house import LETTER, found, house, proof
from tests.db.backing import Desk, altered
from tests.db.samples import plainly
from tests.fakes import FixedClock


def test_a_restore_moves_aside_what_it_replaces(desk: Desk, made: Backup) -> None:
    desk.register()
    later, own = proof(desk.data), desk.data / "templates" / "protest" / "en.toml"
    own.write_text("# ours, later", encoding="utf-8")
    restored = desk.restoring.restore(made.file)
    assert proof(desk.data).head == made.contents.head
    assert own.read_text(encoding="utf-8") == "# ours"
    register, templates = restored.moved
    assert register.name == "register-before-restore-20170816T103000.sqlite"
    assert (templates / "protest" / "en.toml").read_text(encoding="utf-8") == "# ours, later"
    desk.restoring.restore(register)
    assert proof(desk.data) == later, "and back again"
    with plainly(desk.data / "register.sqlite") as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not {"backup_about", "backup_files"} & tables


def test_a_lost_workspace_comes_back(desk: Desk, made: Backup, tmp_path: Path) -> None:
    new = Desk(tmp_path / "new", FixedClock())
    assert new.restoring.restore(made.file).moved == ()
    assert proof(new.data).head == made.contents.head
    assert (new.data / "templates" / "protest" / "en.toml").exists()
    if os.name == "posix":
        assert (new.data / "register.sqlite").stat().st_mode & 0o777 == 0o600


def test_the_numbers_that_would_be_given_twice_are_named(desk: Desk, made: Backup) -> None:
    assert desk.restoring.inspect(made.file).difference.lost == ()
    desk.register(2)
    difference = desk.restoring.inspect(made.file).difference
    assert (difference.lost, difference.related) == (("149/01-3", "150/01-3"), True)


def test_the_backup_of_another_register_is_named(desk: Desk, made: Backup, tmp_path: Path) -> None:
    found(tmp_path / "other")
    other = Desk(tmp_path / "other", FixedClock(desk.clock.now + timedelta(days=1)))
    with house(other.data, now=other.clock.now) as office:
        office.issuing.register(LETTER)
    assert not other.restoring.inspect(made.file).difference.related


def test_showing_changes_nothing(desk: Desk, made: Backup) -> None:
    before = made.file.read_bytes()
    desk.restoring.inspect(made.file)
    assert made.file.read_bytes() == before
    assert desk.files() == ["register.sqlite", "templates"]


@pytest.mark.parametrize("idle", [True, False])
def test_a_register_in_use_is_not_replaced(desk: Desk, made: Backup, idle: bool) -> None:
    with house(desk.data) as office:
        with office.workspace.unit_of_work() as work:
            work.series.all()
            if not idle:
                with pytest.raises(RegisterInUse):
                    desk.restoring.restore(made.file)
        with pytest.raises(RegisterInUse, match="Close every Chancery"):
            desk.restoring.restore(made.file)
        assert office.issuing.register(LETTER).number == "149/01-3"
    assert desk.files() == ["register.sqlite", "templates"]


def test_a_register_replaced_while_open_takes_no_letter(desk: Desk, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("no open file can be replaced here")
    with house(desk.data) as office:
        office.issuing.register(LETTER)
        (desk.data / "register.sqlite").rename(tmp_path / "away")
        (tmp_path / "other").write_bytes((tmp_path / "away").read_bytes())
        (tmp_path / "other").rename(desk.data / "register.sqlite")
        with pytest.raises(RegisterReplaced, match="replaced while it was open"):
            office.issuing.register(LETTER)


Harm = Callable[[Path], object]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60_000])


def a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[content.index(b"word/document.xml") + 40] ^= 1
    path.write_bytes(content)


def without_the_last_letter(path: Path) -> None:
    altered(
        path,
        "DELETE FROM documents WHERE sequence = 2",
        "DELETE FROM entries WHERE sequence = 2",
        "UPDATE counters SET last = last - 1",
    )


def another_template(path: Path) -> None:
    altered(path, "UPDATE backup_files SET content = x'00'")


def a_template_that_strays(path: Path) -> None:
    altered(path, "UPDATE backup_files SET path = '../../startup.py'")


@pytest.mark.parametrize(
    "harm",
    [cut, a_bit, without_the_last_letter, another_template, a_template_that_strays],
    ids=lambda harm: str(harm.__name__),
)
def test_a_damaged_backup_is_refused(desk: Desk, made: Backup, harm: Harm) -> None:
    harm(made.file)
    before = proof(desk.data)
    with pytest.raises(BackupDamaged) as refused:
        desk.restoring.restore(made.file)
    assert refused.value.facts["place"] == made.file
    assert proof(desk.data) == before
    assert desk.files() == ["register.sqlite", "templates"]


def test_what_strays_is_not_unpacked_though_the_register_asks_for_it(desk: Desk, made: Backup) -> None:
    altered(
        made.file,
        "INSERT INTO backup_about VALUES ('being_restored', '2017-08-16T10:30:00+00:00')",
        "INSERT INTO backup_files VALUES ('../../startup.py', '', x'00')",
    )
    made.file.replace(desk.data / "register.sqlite")
    own = desk.data / "templates" / "protest" / "en.toml"
    own.unlink()
    with house(desk.data):
        pass
    assert own.read_text(encoding="utf-8") == "# ours"
    assert not list(desk.data.parent.rglob("startup.py"))


def test_a_newer_backup_is_refused(desk: Desk, made: Backup) -> None:
    altered(made.file, "UPDATE backup_about SET value = '2' WHERE key = 'format'")
    with pytest.raises(NewerBackup, match=r"newer Chancery \(1\.2\)"):
        desk.restoring.restore(made.file)
    altered(made.file, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerRegister) as refused:
        desk.restoring.restore(made.file)
    assert refused.value.facts["place"] == made.file


def test_what_is_no_backup_is_refused(desk: Desk, tmp_path: Path) -> None:
    text, other = tmp_path / "letter.txt", tmp_path / "other.sqlite"
    text.write_text("Dear Madam,", encoding="utf-8")
    with plainly(other) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    for file in (text, other):
        with pytest.raises(NotABackup, match=file.name):
            desk.restoring.restore(file)
    with pytest.raises(NotABackupOfIt):
        desk.restoring.restore(desk.data / "register.sqlite")
    with pytest.raises(BackupNotReadable, match="No such file"):
        desk.restoring.restore(tmp_path / "nowhere.sqlite")


def test_a_present_register_that_cannot_be_read_is_moved_aside(desk: Desk, made: Backup) -> None:
    register = desk.data / "register.sqlite"
    register.write_bytes(b"not what it was" * 1000)
    (desk.data / "register.sqlite-wal").write_bytes(b"its log")
    restored = desk.restoring.restore(made.file)
    assert restored.inspection.difference.unreadable
    assert proof(desk.data).head == made.contents.head
    (aside,) = restored.moved
    assert aside.read_bytes().startswith(b"not what it was")
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its log"


def test_a_disk_without_hard_links_is_good_enough(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    made = desk.backups.make()
    desk.register()
    later = proof(desk.data)
    (aside,) = desk.restoring.restore(made.file).moved
    assert proof(desk.data).head == made.contents.head
    desk.restoring.restore(aside)
    assert proof(desk.data) == later
