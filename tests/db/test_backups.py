"""Backups of a real register: whole, checked, and kept in a sensible number."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.backups import (
    BackupFolderMissing,
    BackupNotWritten,
    BackupPlan,
    Keeping,
    NothingToBackUp,
    PlanNotReadable,
    RegisterNotSound,
)
from app.services.backups import Backup
from tests.crash.house import LETTER, house, proof
from tests.db.backing import Desk, altered
from tests.db.conftest import SmallDisk
from tests.db.samples import plainly
from tests.fakes import FixedClock

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
