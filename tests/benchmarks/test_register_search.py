"""The measurements of the search measure what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.register import asking, searching, words


@pytest.mark.slow
def test_every_kind_of_question_is_measured_at_every_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(asking, "TIMES", 8)
    for name in ("WORDS", "NAMES", "_SENTENCES"):
        monkeypatch.setattr(words, name, 2500)
    assert searching.main(["--letters", "20,40", "--in", str(tmp_path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert {one["letters"] for one in figures} == {20, 40}
    small, large = ({one["what"] for one in figures if one["letters"] == size} for size in (20, 40))
    assert small == large
    assert {"ka: two letters", "by number, all: anywhere", "all kinds, counted and marked"} <= small
    assert all(0 < one["median"] <= one["worst"] for one in figures)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_register_that_is_kept_is_made_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(asking, "TIMES", 8)
    for name in ("WORDS", "NAMES", "_SENTENCES"):
        monkeypatch.setattr(words, name, 2500)
    for _ in range(2):
        assert searching.main(["--letters", "20", "--keep", str(tmp_path)]) == 0
    assert [one.name for one in tmp_path.iterdir()] == ["20"]
    assert capsys.readouterr().err.count("ms each") == 1


@pytest.mark.parametrize("what", ["register", "search"])
def test_each_measurement_tells_its_own_options(
    what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", what, "--help"])
    with pytest.raises(SystemExit, match="0"):
        main()
    assert f"usage: ./dev.py bench {what} " in capsys.readouterr().out


def test_a_table_shows_how_figures_grow() -> None:
    figures = [asking.Figure("a word", 10, 1.0, 2.0), asking.Figure("a word", 100, 1.5, 9.0)]
    lines = searching.table(figures).splitlines()
    assert len(lines) == 2
    assert lines[1].split() == ["a", "word", "1.00", "/", "2.00", "1.50", "/", "9.00", "1.5"]


def test_made_up_letters_are_the_same_everywhere() -> None:
    once, again = (words.Language(words.SCRIPTS[2]) for _ in range(2))
    assert once.sentences == again.sentences
    assert len(set(once.words)) == words.WORDS
