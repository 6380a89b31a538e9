"""Many at once, bad disks and wrong clocks: a clear sentence or a sensible rule, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.backups import BackupNotWritten
from app.services.backups import Backups
from app.services.issuing import Registration
from db import DiskFailure, DiskFull, PlaceNotWritable, RegisterBusy, Vault
from tests.crash.house import LETTER, NOW, found, house, proof
from tests.crash.test_crashes import run
from tests.db.conftest import no_file_beyond
from tests.db.samples import plainly

FIRST = 147


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one series and nothing registered."""
    found(tmp_path)
    return tmp_path


def registered(folder: Path, *days: date, now: datetime = NOW) -> list[str]:
    with house(folder, now=now) as office:
        return [office.issuing.register(LETTER, Registration(on=day)).number for day in days]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nobody is born by forking here")
def test_eight_processes_register_at_once_without_gap_and_double(tmp_path: Path) -> None:
    people: list[list[str]] = run("crowd", tmp_path, 8, 25)
    ordinals = sorted(int(number.split("/")[0]) for numbers in people for number in numbers)
    assert ordinals == list(range(FIRST, FIRST + 200))
    assert all(len(numbers) == 25 for numbers in people)
    checked = proof(tmp_path)
    assert (checked.letters, checked.findings) == (200, ())


def test_a_register_locked_by_somebody_else_is_waited_for_and_then_named(folder: Path) -> None:
    with plainly(folder / "register.sqlite") as other, house(folder, busy_timeout_s=0.2) as office:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterBusy, match=r"for 0\.2 seconds. Nothing was saved"):
            office.issuing.register(LETTER)
        other.execute("ROLLBACK")
        assert office.issuing.register(LETTER).ordinal == FIRST


def test_a_disk_that_takes_no_more_loses_neither_number_nor_letter(folder: Path) -> None:
    registered(folder, NOW.date())
    with house(folder) as office:
        with no_file_beyond(30_000), pytest.raises(DiskFailure):
            office.issuing.register(LETTER)
        assert office.issuing.register(LETTER).ordinal == FIRST + 1
    assert proof(folder).findings == ()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a small register."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=700k", "none", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only whoever may mount disks can have one that is full")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_named_until_there_is_room_again(tiny_disk: Path) -> None:
    data, ballast = tiny_disk / "data", tiny_disk / "ballast"
    found(data)
    before = registered(data, NOW.date())
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        for _ in range(700):
            file.write(bytes(1024))
    with pytest.raises(DiskFull, match="no number was taken"):
        registered(data, NOW.date())
    with pytest.raises((BackupNotWritten, DiskFull)):
        Backups(Vault(data), lambda: NOW, str).make()
    ballast.unlink()
    assert before + registered(data, NOW.date()) == ["147/01-3", "148/01-3"]
    assert proof(data).findings == ()


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], Any]]:
    """Makes a folder and its files read-only, for a user who may do nothing special."""
    if sys.platform == "win32":
        pytest.skip("rights of folders work otherwise here")
    was = os.geteuid()
    locked: list[Path] = []

    def lock(folder: Path) -> None:
        for path in (*folder.iterdir(), folder):
            path.chmod(0o555)
            locked.append(path)
        for above in folder.parents[:2]:
            above.chmod(0o755)
        if was == 0:
            os.seteuid(65534)

    yield lock
    if was == 0:
        os.seteuid(0)
    for path in locked:
        path.chmod(0o755)


def test_a_folder_that_became_read_only_is_named(folder: Path, read_only: Callable[[Path], Any]) -> None:
    registered(folder, NOW.date())
    read_only(folder)
    with pytest.raises(PlaceNotWritable, match="opened for writing"):
        registered(folder, NOW.date())


def test_a_clock_set_back_across_new_year_continues_the_old_year(folder: Path) -> None:
    numbers = registered(folder, date(2017, 12, 31), date(2018, 1, 1), date(2017, 12, 31), date(2018, 1, 2))
    assert numbers == ["147/01-3", "1/01-3", "148/01-3", "2/01-3"]
    assert proof(folder).findings == ()


def test_the_chain_follows_the_order_of_registration_whatever_the_clock_says(folder: Path) -> None:
    for days in (0, -400, 30_000):
        registered(folder, NOW.date(), now=NOW + timedelta(days=days))
    checked = proof(folder)
    assert (checked.letters, checked.findings) == (3, ())


def test_two_letters_of_one_second_have_two_numbers(folder: Path) -> None:
    assert registered(folder, NOW.date(), NOW.date()) == ["147/01-3", "148/01-3"]


def test_a_day_in_the_future_has_the_number_of_its_year(folder: Path) -> None:
    assert registered(folder, NOW.date(), date(2031, 5, 1)) == ["147/01-3", "1/01-3"]
    assert proof(folder).findings == ()
