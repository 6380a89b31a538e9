"""Each year has its table of files; what is used beside it is told, and stops nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.nomenclature import FileIndex, FileIndexEmpty
from app.services.nomenclature import Nomenclature
from app.services.ports import UnitOfWork
from tests.db.samples import opened
from tests.fakes import FakeStorage
from tests.services.conftest import OUTGOING

PROTESTS = FileIndex(2017, "01-3", "Protests")


@pytest.fixture
def nomenclature() -> Nomenclature:
    """A table that says nothing yet."""
    storage = FakeStorage()
    return Nomenclature(storage.reading, storage.unit_of_work)


def said(nomenclature: Nomenclature, year: int = 2017, unit: str = "", file: str = "") -> list[str]:
    return [str(one.sentence) for one in nomenclature.advice(OUTGOING, year, unit=unit, file=file)]


@pytest.mark.parametrize(("index", "title"), [("", "Protests"), ("01-3", " "), (" ", "")])
def test_a_file_has_index_and_title(index: str, title: str) -> None:
    with pytest.raises(FileIndexEmpty):
        FileIndex(2017, index, title)


def test_files_are_listed_by_year_and_index(nomenclature: Nomenclature) -> None:
    files = [FileIndex(2018, "01-3", "Protests"), FileIndex(2017, "02-1", "Appeals"), PROTESTS]
    for file in files:
        nomenclature.add(file)
    assert nomenclature.files() == [PROTESTS, files[1], files[0]]
    assert nomenclature.files(2018) == [files[0]]
    assert nomenclature.files(2019) == []


def test_a_file_that_is_added_again_gets_its_new_title(nomenclature: Nomenclature) -> None:
    nomenclature.add(PROTESTS)
    nomenclature.add(replace(PROTESTS, title="Protest letters"))
    assert nomenclature.files() == [replace(PROTESTS, title="Protest letters")]


@pytest.mark.parametrize("index", ["01-3", "01/3", "3", "01.3", " 01-3 "])
def test_a_file_that_is_listed_is_not_told(nomenclature: Nomenclature, index: str) -> None:
    nomenclature.add(FileIndex(2017, index, "Protests"))
    assert said(nomenclature) == []


@pytest.mark.parametrize("index", ["02-3", "01-4", "013", "01", "01-3-1"])
def test_a_file_that_is_not_listed_is_told_with_its_year(nomenclature: Nomenclature, index: str) -> None:
    nomenclature.add(FileIndex(2017, index, "Something else"))
    assert said(nomenclature) == [
        "The file “01-3” is not among the files of 2017. “chancery files list” lists them."
    ]


def test_what_a_registration_says_goes_before_its_series(nomenclature: Nomenclature) -> None:
    nomenclature.add(PROTESTS)
    assert said(nomenclature, unit="02") != []
    assert said(nomenclature, file="4") != []
    nomenclature.add(FileIndex(2017, "02-4", "Appeals"))
    assert said(nomenclature, unit="02", file="4") == []


def test_a_year_without_a_table_has_no_rules(nomenclature: Nomenclature) -> None:
    assert said(nomenclature) == []
    nomenclature.add(FileIndex(2018, "9", "Something else"))
    assert said(nomenclature, 2017) == []


def test_a_series_without_a_file_asks_for_none(nomenclature: Nomenclature) -> None:
    nomenclature.add(FileIndex(2017, "9", "Something else"))
    assert nomenclature.advice(replace(OUTGOING, file=""), 2017) == ()


@pytest.mark.parametrize("kind", ["sqlite", "fake"])
def test_every_storage_keeps_files_alike(tmp_path: Path, kind: str) -> None:
    if kind == "fake":
        keeps_files(FakeStorage().unit_of_work())
        return
    with opened(tmp_path / "data") as workspace:
        keeps_files(workspace.unit_of_work())


def keeps_files(begun: UnitOfWork) -> None:
    with begun as work:
        for file in (FileIndex(2018, "a", "“№ 1”"), FileIndex(2017, "10", "X"), FileIndex(2017, "10", "Y")):
            work.files.put(file)
        work.commit()
        assert work.files.all() == [FileIndex(2017, "10", "Y"), FileIndex(2018, "a", "“№ 1”")]


def test_a_file_is_taken_out_of_its_year_only(tmp_path: Path) -> None:
    with opened(tmp_path / "register.sqlite") as workspace:
        nomenclature = Nomenclature(workspace.reading, workspace.unit_of_work)
        nomenclature.add(PROTESTS)
        nomenclature.add(replace(PROTESTS, year=2018))
        nomenclature.remove(PROTESTS)
        assert nomenclature.files() == [replace(PROTESTS, year=2018)]
        assert nomenclature.years() == [2018]


def test_the_files_of_another_year_are_taken_over_and_none_is_given_another_title(
    nomenclature: Nomenclature,
) -> None:
    nomenclature.add(PROTESTS)
    nomenclature.add(FileIndex(2017, "02-1", "Appeals"))
    nomenclature.add(FileIndex(2018, "01-3", "Protests and appeals"))
    assert nomenclature.take_over(2017, 2018) == 1
    assert [one.title for one in nomenclature.files(2018)] == ["Protests and appeals", "Appeals"]
