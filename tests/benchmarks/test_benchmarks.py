"""The benchmark compares like with like: every way that runs here gives the same letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import asked
from tests.benchmarks.drafting import node, rounds
from tests.benchmarks.drafting.dialects import Dialect
from tests.benchmarks.drafting.figures import figures, flatness
from tests.benchmarks.drafting.files import template
from tests.benchmarks.drafting.growth import growth
from tests.benchmarks.drafting.letters import NAMES, model_letter
from tests.benchmarks.drafting.report import Report, told
from tests.benchmarks.drafting.rounds import Run, TextDiffers, check, desk
from tests.benchmarks.drafting.stages import stages
from tests.benchmarks.drafting.ways import WAYS
from tests.benchmarks.drafting.worker import file_name, measure

COPIES = 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_gives_the_same_letter(way: str, name: str, tmp_path: Path) -> None:
    templates, written = tmp_path / "templates", tmp_path / "written"
    templates.mkdir()
    written.mkdir()
    place = desk(model_letter(name), templates)
    timing = measure(way, place, COPIES, written)
    check(way, place.letter, COPIES, written)
    assert len(timing.copies) == COPIES


def test_a_letter_with_another_text_is_noticed(tmp_path: Path) -> None:
    place = desk(model_letter("protest"), tmp_path)
    written = tmp_path / "written"
    written.mkdir()
    measure("docxtpl", place, COPIES, written)
    (written / file_name(0)).write_bytes((written / file_name(1)).read_bytes())
    with pytest.raises(TextDiffers, match="147/01-3"):
        check("docxtpl", place.letter, COPIES, written)


def test_a_letter_not_written_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(TextDiffers, match="wrote 0 files"):
        check("limit", model_letter("protest"), COPIES, tmp_path)


@pytest.mark.parametrize("dialect", Dialect)
def test_a_template_is_the_same_bytes_every_time(dialect: Dialect) -> None:
    letter = model_letter("protest")
    assert template(letter, dialect) == template(letter, dialect)


def test_a_round_runs_every_way_in_a_process_of_its_own(tmp_path: Path) -> None:
    place = desk(model_letter("protest"), tmp_path)
    timing = rounds.run("engine", place, COPIES)
    assert timing.first > 0
    assert len(timing.copies) == COPIES


def test_the_report_tells_every_way_and_says_who_did_not_run(tmp_path: Path) -> None:
    place = desk(model_letter("protest"), tmp_path)
    written = tmp_path / "written"
    runs = []
    for way in WAYS:
        folder = written / way
        folder.mkdir(parents=True)
        runs.append(Run(0, "protest", way, measure(way, place, 1, folder)))
    report = Report(
        copies=1,
        rounds=1,
        long=1,
        not_run="Node is not installed",
        figures=figures(runs),
        flatness=flatness(runs, runs),
        growth=growth(items=(2, 20), rows=(2, 8), tries=1),
        stages={"protest": stages(place, tries=2)},
    )
    text = told(report)
    assert all(name in text for name in node.WAYS)
    assert "not run" in text
    assert len(report.figures) == len(WAYS)
    assert json.loads(json.dumps(report.as_json()))["figures"][0]["way"] == "docxtpl"


def test_the_command_line_has_sizes_of_its_own() -> None:
    options = asked(["drafting", "--rounds", "1", "--letters", "3", "--json"])
    assert (options.rounds, options.letters, options.json, options.with_node) == (1, 3, True, False)
