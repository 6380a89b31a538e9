"""The sample workspace is made with the same services as any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.services.sample import Sample, SampleMaker
from tests.drafting.making import EXAMPLES
from tests.fakes import FixedClock
from tests.services.conftest import AnOffice


@pytest.fixture
def empty(tmp_path: Path) -> AnOffice:
    """An office in which there is nothing, not even a series."""
    office = AnOffice(tmp_path / "templates", clock=FixedClock())
    office.storage.shelf.series.clear()
    return office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the sample."""
    (tmp_path / "sample").mkdir()
    return tmp_path / "sample"


def _maker(office: AnOffice) -> SampleMaker:
    return SampleMaker(office.desk, office.drafts, office.issuing, office.register, office.exchange, EXAMPLES)


@pytest.fixture
def sample(empty: AnOffice, folder: Path) -> Sample:
    """The sample, made."""
    return _maker(empty).make(folder)


def test_the_protest_letter_is_registered_on_its_own_day(sample: Sample) -> None:
    entry = sample.entry
    assert (entry.number, entry.registered_on, entry.series) == ("147/01-3", date(2017, 8, 16), "outgoing")


def test_both_letters_are_kept_as_drafts_and_one_is_registered(sample: Sample, empty: AnOffice) -> None:
    assert [(draft.key, draft.registered_as) for draft in empty.drafts.all()] == [(2, ""), (1, "147/01-3")]
    assert list(sample.drafts) == [1, 2]


def test_everything_is_exported_and_the_letter_files_lie_beside(sample: Sample, folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "147-01-3_Nazarbayev_en.docx",
        "draft_Permanent-Mission-of-Kazakhstan_en.docx",
        "protest.toml",
        "un-allegation.toml",
    }
    assert all(path.is_file() for path in sample.documents)


def test_the_sample_is_proved(sample: Sample, empty: AnOffice) -> None:
    proof = empty.verifying.verify()
    assert (proof.letters, proof.findings, proof.head) == (1, (), sample.entry.seal)
