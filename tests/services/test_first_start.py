"""The first start makes of its answers what letters need, and asks a used workspace nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import open_bench, open_office
from app.services.first_start import FirstAnswers, NotANextNumber
from app.services.numbers import Word
from app.services.sample import MARK, NotTheSample, SampleNotRemoved, remove_sample


def test_a_new_workspace_is_asked_until_it_was_written_in(tmp_path: Path) -> None:
    with open_office(open_bench({}, tmp_path)) as office:
        assert office.first_start.is_due()
        office.first_start.keep(FirstAnswers(organisation="PERC", languages=("ru", "en"), number="148/01-3"))
        assert not office.first_start.is_due()
        assert office.numbers.reserve("outgoing", Word(person="Anna", note="A letter")).number == "148/01-3"
        sender = office.senders.sender_for_letter(office.senders.profiles()[0].key, "ru")
        assert (sender.organisation, sender.letterhead) == ("PERC", ())


def test_nothing_answered_changes_nothing(tmp_path: Path) -> None:
    with open_office(open_bench({}, tmp_path)) as office:
        before = office.first_start.series()
        office.first_start.keep(FirstAnswers(organisation=" ", number=""))
        assert office.first_start.series() == before
        assert office.first_start.is_due()


def test_a_number_that_is_none_keeps_nothing_at_all(tmp_path: Path) -> None:
    with open_office(open_bench({}, tmp_path)) as office:
        with pytest.raises(NotANextNumber):
            office.first_start.keep(FirstAnswers(organisation="PERC", number="soon"))
        assert office.senders.profiles() == []


def test_a_sample_is_made_once_and_only_a_sample_is_removed(tmp_path: Path) -> None:
    bench = open_bench({}, tmp_path / "sample")
    with open_office(bench, sample=True) as office:
        for _again in range(2):
            office.sample.make_once(bench.places.data)
        assert len(office.register.latest()) == 1
    (tmp_path / "own").mkdir()
    with pytest.raises(NotTheSample):
        remove_sample(tmp_path / "own")
    assert (bench.places.data / MARK).is_file()
    remove_sample(bench.places.data)
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


def test_a_sample_that_could_not_be_removed_altogether_can_be_removed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = tmp_path / "sample"
    (sample / "log").mkdir(parents=True)
    (sample / MARK).write_text("A sample.")

    def refuse(path: Path) -> None:
        raise PermissionError(13, "In use", str(path))

    with monkeypatch.context() as held:
        held.setattr("shutil.rmtree", refuse)
        with pytest.raises(SampleNotRemoved, match="In use"):
            remove_sample(sample)
    assert (sample / MARK).is_file()
    remove_sample(sample)
    assert not sample.exists()
