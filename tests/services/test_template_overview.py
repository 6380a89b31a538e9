"""The overview of templates says whose they are, as the library finds them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Bench, open_bench
from app.domain.letters import LetterType
from app.services.template_overview import TypeTemplates


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A workspace without templates of its own."""
    return open_bench({}, tmp_path)


def of(bench: Bench, letter_type: LetterType) -> TypeTemplates:
    return next(one for one in bench.overview.all() if one.type is letter_type)


@pytest.mark.parametrize("letter_type", LetterType)
def test_each_type_has_a_look_and_a_wording_that_letters_are_made_with(
    bench: Bench, letter_type: LetterType
) -> None:
    known = of(bench, letter_type)
    letter = replace(bench.overview.model(letter_type), type=letter_type)
    assert not known.is_own_look
    assert [one.language for one in known.wordings] == list(bench.desk.languages(letter_type))
    assert bench.desk.template_for(letter).document.name == known.look.name


@pytest.mark.parametrize("place", ["protest/look.docx", "protest.docx", "common/look.docx"])
def test_an_own_look_is_named_where_the_library_uses_it(bench: Bench, place: str) -> None:
    own = bench.overview.own / place
    own.parent.mkdir(parents=True)
    before = bench.desk.template_for(bench.overview.model(LetterType.PROTEST)).version
    bench.templates.make_look(own)
    used = bench.desk.template_for(bench.overview.model(LetterType.PROTEST)).version != before
    assert of(bench, LetterType.PROTEST).is_own_look == used
    assert (of(bench, LetterType.PROTEST).look == own) == used


def test_own_word_files_are_those_that_no_type_has(bench: Bench) -> None:
    bench.overview.own.mkdir()
    for name in ("protest.docx", "short note.docx"):
        bench.templates.make_look(bench.overview.own / name)
    assert [path.name for path in bench.overview.own_documents()] == ["short note.docx"]
