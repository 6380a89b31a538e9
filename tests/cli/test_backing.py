"""Backups at the keyboard: made, listed, shown, restored; and the one that each day makes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Keyboard


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_backup_is_made_shown_and_restored(registered: Keyboard, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    told = registered.done("backup", stick).out
    assert "was written to" in told
    assert "newest of the series outgoing: 1/01-3 of 2017-08-16" in told
    registered.on("2017-08-17")
    registered.done("register", registered.letter())
    shown = registered.done("restore", only(stick), "--show").out
    assert "WARNING: the backup is older" in shown
    assert "2/01-3" in shown
    assert registered("restore", only(stick)).code == 1, "nothing is restored without a yes"
    assert len(registered.done("list", "--json").json) == 2
    assert "It is the register now." in registered.done("restore", only(stick), "--yes").out
    assert len(registered.done("list", "--json").json) == 1


def test_everything_about_backups_is_said_as_json(registered: Keyboard, tmp_path: Path) -> None:
    made = registered.done("backup", tmp_path / "stick", "--json").json
    (listed,) = registered.done("backups", tmp_path / "stick", "--json").json
    assert listed["file"] == made["file"]
    shown = registered.done("restore", made["file"], "--show", "--json").json
    assert shown["contents"]["head"] == made["contents"]["head"]
    assert shown["difference"] == {"lost": [], "acts_lost": 0, "related": True, "unreadable": None}
    restored = registered.done("restore", made["file"], "--yes", "--json").json
    assert Path(restored["moved"][0]).exists()


def test_the_first_command_of_a_day_makes_a_backup(registered: Keyboard, workspace: Path) -> None:
    assert not (workspace / "backups").exists(), "there was nothing to back up yet"
    registered.done("list")
    file = only(workspace / "backups")
    registered.done("list")
    assert only(workspace / "backups") == file
    assert str(file) in registered.done("backups").out


@pytest.mark.expects_log
def test_a_daily_backup_that_fails_stops_no_command(registered: Keyboard, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    registered.done("backup", stick, "--daily", "--keep", "3", "2", "1")
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    answer = registered("list")
    assert answer.code == 0
    assert "1/01-3" in answer.out
    assert not stick.exists()


def test_a_workspace_without_backups_says_so(keyboard: Keyboard) -> None:
    assert "no backup yet" in keyboard.done("backups").out
    assert "nothing to back up" in keyboard.refused("backup")


def test_a_number_of_backups_below_zero_is_not_understood(keyboard: Keyboard) -> None:
    assert keyboard("backup", "--keep", "7", "4", "-1").code == 2


def test_what_is_no_backup_is_refused(registered: Keyboard) -> None:
    assert "not a backup" in registered.refused("restore", registered.letter(), "--yes")


def test_a_present_register_that_cannot_be_read_is_no_obstacle(registered: Keyboard, workspace: Path) -> None:
    file = registered.done("backup", "--json").json["file"]
    (workspace / "register.sqlite").write_bytes(b"what a pity" * 999)
    told = registered.done("restore", file, "--yes").out
    assert "cannot be read" in told
    assert "1 registered letter" in registered.done("verify").out
