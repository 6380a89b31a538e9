"""Backups of a real register: whole, checked, kept; restored without destroying anything."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.backups import (
    BackupDamaged,
    BackupFolderMissing,
    BackupNotReadable,
    BackupNotWritten,
    BackupPlan,
    Keeping,
    NewerBackup,
    NotABackup,
    NotABackupOfIt,
    NothingToBackUp,
    PlanNotReadable,
    RegisterNotSound,
)
from app.services.backups import Backup, Backups
from app.services.restoring import Restoring
from db import NewerRegister, RegisterInUse, RegisterReplaced, Vault
from tests.crash.house import LETTER, found, house, proof
from tests.db.conftest import SmallDisk
from tests.db.samples import plainly
from tests.fakes import FixedClock


@dataclass
class Desk:
    """A workspace with its backups, and a clock that stands still."""

    data: Path
    clock: FixedClock

    def __post_init__(self) -> None:
        self.vault = Vault(self.data)
        self.backups = Backups(self.vault, self.clock, lambda: "1.2")
        self.restoring = Restoring(self.vault, self.clock)

    def register(self, count: int = 1) -> None:
        with house(self.data, now=self.clock.now) as office:
            for _ in range(count):
                office.issuing.register(LETTER)

    def files(self) -> list[str]:
        return sorted(path.name for path in self.data.iterdir() if path.name != "backups")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with two letters, and a template of its own."""
    data = tmp_path / "data"
    found(data)
    own = data / "templates" / "protest" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# ours", encoding="utf-8")
    (own.parent / "~$look.docx").write_bytes(b"the lock of a word processor")
    made = Desk(data, FixedClock())
    made.register(2)
    return made


@pytest.fixture
def made(desk: Desk) -> Backup:
    """A backup of the two letters."""
    return desk.backups.make()


def altered(path: Path, *statements: str) -> Path:
    with plainly(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    return path


# ── Making one ───────────────────────────────────────────────────────────────


def test_a_backup_holds_register_and_templates_in_one_file(desk: Desk, made: Backup) -> None:
    seal = proof(desk.data).head
    assert made.file == desk.data / "backups" / f"chancery-2017-08-16T103000Z-2-{seal[:12]}.sqlite"
    assert [path.name for path in made.file.parent.iterdir()] == [made.file.name]
    assert (made.contents.letters, made.contents.head, made.contents.program) == (2, seal, "1.2")
    assert [(one.series, one.number) for one in made.contents.newest] == [("outgoing", "148/01-3")]
    assert made.contents.templates == ("protest/en.toml",)
    assert desk.files() == ["register.sqlite", "templates"], "nothing is left behind"
    if os.name == "posix":
        assert made.file.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_a_register_by_itself(tmp_path: Path, made: Backup) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    made.file.rename(by_hand / "register.sqlite")
    assert proof(by_hand).findings == ()
    with plainly(by_hand / "register.sqlite") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_writer_does_not_wait_for_a_backup(desk: Desk) -> None:
    with house(desk.data, busy_timeout_s=0) as office, desk.vault.copied() as copy:
        office.issuing.register(LETTER)
        with copy.reading() as work:
            assert sum(1 for _ in work.register.all()) == 2, "a backup is of one moment"


def test_a_register_that_is_not_sound_takes_no_backups_away(desk: Desk, made: Backup) -> None:
    altered(desk.data / "register.sqlite", "UPDATE entries SET addressee = 'nobody' WHERE sequence = 1")
    desk.clock.advance(timedelta(days=1))
    with pytest.raises(RegisterNotSound, match=r"not sound.*verify"):
        desk.backups.make()
    assert [one.file for one in desk.backups.all()] == [made.file]


def test_without_a_register_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NothingToBackUp):
        Desk(tmp_path, FixedClock()).backups.make()


def test_a_disk_that_is_full_leaves_no_half_backup(desk: Desk, tmp_path: Path, small_disk: SmallDisk) -> None:
    with desk.vault.copied() as copy, small_disk(50_000), pytest.raises(BackupNotWritten, match="large"):
        copy.keep(tmp_path / "backup.sqlite")
    assert not [path for path in tmp_path.iterdir() if path.name != "data"]
    assert proof(desk.data).findings == ()


def test_a_file_in_the_place_of_the_folder_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("no folder", encoding="utf-8")
    with pytest.raises(BackupNotWritten, match="stick"):
        desk.backups.make(tmp_path / "stick")


# ── Once a day ───────────────────────────────────────────────────────────────


def test_the_backup_of_a_day_is_made_once(desk: Desk) -> None:
    first = desk.backups.daily()
    assert first
    desk.clock.advance(timedelta(hours=3))
    assert desk.backups.daily() is None
    desk.clock.advance(timedelta(hours=20))
    assert desk.backups.daily()


def test_old_backups_go_and_others_files_stay(desk: Desk, tmp_path: Path) -> None:
    desk.backups.change_plan(BackupPlan("", Keeping(2, 0, 0)))
    folder = desk.backups.folder()
    for _ in range(4):
        desk.register()
        desk.backups.daily()
        (folder / f"notes {desk.clock.now:%d}.txt").write_text("mine", encoding="utf-8")
        desk.clock.advance(timedelta(days=1))
    assert [one.links for one in desk.backups.all()] == [6, 5]
    assert len(list(folder.iterdir())) == 2 + 4


def test_backups_of_letters_that_only_they_hold_stay(desk: Desk, made: Backup) -> None:
    desk.backups.change_plan(BackupPlan("", Keeping(1, 0, 0)))
    desk.register()
    lost = desk.backups.make()
    desk.restoring.restore(made.file)
    for _ in range(3):
        desk.clock.advance(timedelta(days=1))
        desk.register()
        desk.backups.daily()
    assert lost.file.exists(), "its third letter is in no other file"
    assert not made.file.exists()


def test_a_chosen_folder_that_is_away_is_missed(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    desk.backups.change_plan(BackupPlan(str(stick)))
    with pytest.raises(BackupFolderMissing, match="stick"):
        desk.backups.daily()
    assert not stick.exists()
    stick.mkdir()
    assert desk.backups.daily()


def test_a_plan_that_cannot_be_read_is_named(desk: Desk) -> None:
    (desk.data / "backups.json").write_text('{"folder": 7}', encoding="utf-8")
    assert desk.backups.due()
    with pytest.raises(PlanNotReadable, match=r"backups\.json"):
        desk.backups.daily()


def test_what_a_killed_backup_left_behind_is_swept_away(desk: Desk) -> None:
    room = desk.data / ".copy-left"
    room.mkdir()
    desk.clock.now = datetime.now(UTC)
    desk.backups.daily()
    assert room.exists(), "it may still be in use"
    desk.clock.advance(timedelta(days=2))
    desk.backups.daily()
    assert not room.exists()


# ── Restoring ────────────────────────────────────────────────────────────────


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
