"""Private folders are their owner's alone, and are swept up when their owner was killed."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from app.converting.errors import NoPrivateFolder
from app.converting.folders import PREFIX, PrivateFolder, folder_root, sweep


def test_a_file_is_taken_once(tmp_path: Path) -> None:
    with PrivateFolder(tmp_path) as folder:
        folder.write("1.pdf", b"pages")
        assert (folder.taken("1.pdf"), folder.taken("1.pdf")) == (b"pages", None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_its_owner_may_enter(tmp_path: Path) -> None:
    with PrivateFolder(tmp_path) as folder:
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_nothing_stays(tmp_path: Path) -> None:
    with PrivateFolder(tmp_path) as folder:
        folder.write("letter.docx", b"secret")
    folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_not_swept_up(tmp_path: Path) -> None:
    with PrivateFolder(tmp_path) as folder:
        sweep(tmp_path)
        assert folder.path.is_dir()


def test_a_folder_whose_owner_was_killed_is_swept_up(tmp_path: Path) -> None:
    folder = PrivateFolder(tmp_path)
    folder.write("letter.docx", b"secret")
    os.close(folder._lock)
    with PrivateFolder(tmp_path) as new:
        assert list(tmp_path.iterdir()) == [new.path]


@pytest.mark.parametrize(
    ("age", "stays"), [pytest.param(0, True, id="new"), pytest.param(9999, False, id="old")]
)
def test_a_folder_that_is_just_being_made_is_left_alone(tmp_path: Path, age: int, stays: bool) -> None:
    half_made = tmp_path / f"{PREFIX}x"
    half_made.mkdir()
    then = half_made.stat().st_mtime - age
    os.utime(half_made, (then, then))
    sweep(tmp_path)
    assert half_made.exists() is stays


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "chancery-other").mkdir()
    sweep(tmp_path)
    assert (tmp_path / "chancery-other").exists()


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    with PrivateFolder(tmp_path) as folder, pytest.raises(NoPrivateFolder, match=PREFIX):
        folder.write("no/such/place", b"")


def test_the_folders_lie_in_memory_where_the_system_offers_it(tmp_path: Path) -> None:
    assert folder_root({"XDG_RUNTIME_DIR": str(tmp_path)}) == tmp_path.resolve()


@pytest.mark.parametrize("offered", ["", "relative", "/no/such/folder"])
def test_else_among_the_temporary_files(offered: str) -> None:
    assert folder_root({"XDG_RUNTIME_DIR": offered}).is_dir()
