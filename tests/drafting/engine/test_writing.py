"""A letter is on the disk whole or not at all, and never in place of another."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.drafting.engine import WriteProblem, errors, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "letter.docx", b"bytes" * 100_000)
    assert (tmp_path / "letter.docx").read_bytes() == b"bytes" * 100_000
    assert names(tmp_path) == ["letter.docx"]


def test_an_existing_file_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"first")
    with pytest.raises(errors.AlreadyExists, match=r"letter\.docx"):
        write_atomically(path, b"second")
    assert path.read_bytes() == b"first"
    write_atomically(path, b"third", overwrite=True)
    assert path.read_bytes() == b"third"
    assert names(tmp_path) == ["letter.docx"]


def test_a_name_that_leads_nowhere_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(errors.AlreadyExists):
        write_atomically(path, b"x")


@pytest.mark.parametrize("links", [True, False])
def test_of_many_writers_one_wins_and_the_others_are_told(
    tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refusing(errno.ENOTSUP))
    path = tmp_path / "letter.docx"

    def write(number: int) -> bool:
        try:
            write_atomically(path, str(number).encode() * 1_000)
        except errors.AlreadyExists:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = [number for number, done in enumerate(pool.map(write, range(40))) if done]
    assert [path.read_bytes()] == [str(number).encode() * 1_000 for number in won]
    assert names(tmp_path) == ["letter.docx"]


def test_a_writer_that_comes_second_after_the_first_look_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"first")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(errors.AlreadyExists):
        write_atomically(path, b"second")
    assert path.read_bytes() == b"first"
    assert names(tmp_path) == ["letter.docx"]


def refusing(number: int) -> object:
    def refuse(*_facts: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, errors.NoSpace),
        (errno.EACCES, errors.NotPermitted),
        (errno.EROFS, errors.NotPermitted),
        (errno.EIO, errors.NotWritten),
    ],
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, number: int, problem: type[WriteProblem], overwrite: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.docx"
    if overwrite:
        path.write_bytes(b"first")
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.raises(problem, match=r"letter\.docx"):
        write_atomically(path, b"second", overwrite=overwrite)
    assert names(tmp_path) == (["letter.docx"] if overwrite else [])
    assert not overwrite or path.read_bytes() == b"first"


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_the_file_and_then_its_folder_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    write_atomically(tmp_path / "letter.docx", b"x")
    assert synced == [False, True]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.FolderMissing):
        write_atomically(tmp_path / "none" / "letter.docx", b"x")


def test_a_name_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.NotWritten):
        write_atomically(tmp_path / ("x" * 300), b"x")
    with pytest.raises(errors.NotWritten):
        write_atomically(tmp_path / "a\0b", b"x")
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_a_letter_is_as_readable_as_any_other_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_atomically(tmp_path / "letter.docx", b"x")
    assert (tmp_path / "letter.docx").stat().st_mode == (tmp_path / "other").stat().st_mode
