"""The live page ends its lines and pages where LibreOffice ends them, with the fonts that are here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.letters import Letter
from app.gui.preview.drawing import text_of
from app.gui.preview.pagination import paginate
from app.gui.preview.typesetting import Typesetter
from tests.builders import a_letter, in_words, signed_by, some_signatories
from tests.drafting.making import example, made
from tests.drafting.office import flowing, pages_of
from tests.gui.preview.letters import NUMBERED, look

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("qapp")]

ARABIC = (
    "نعرب عن قلقنا البالغ إزاء إغلاق اتحاد نقابات العمال المستقلة في كازاخستان ITUC ونذكّر بالاتفاقية رقم 87. "
    * 3
)
LISTED = "1. one\n   - dash\n2. " + "two " * 40 + "\n\n+ words\n\n> said\n\n## Heading\n\n" + "text " * 60


def shown(letter: Letter) -> list[list[str]]:
    pages = paginate(look(letter), Typesetter())
    return [[flowing(line) for line in text_of(page).splitlines()] for page in pages]


def exact(letter: Letter, folder: Path) -> list[list[str]]:
    pages = pages_of(made(letter, NUMBERED), folder)
    return [[flowing(line) for line in page.splitlines() if line.strip()] for page in pages]


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(example("protest"), id="protest"),
        pytest.param(example("un-allegation"), id="allegation"),
        pytest.param(in_words(LISTED, "word " * 700), id="lists"),
        pytest.param(a_letter(recipients=()), id="open places"),
    ],
)
def test_lines_and_pages_end_where_the_exact_ones_do(letter: Letter, tmp_path: Path) -> None:
    assert shown(letter) == exact(letter, tmp_path)


def test_arabic_has_as_many_lines_as_on_the_exact_page(tmp_path: Path) -> None:
    letter = in_words(ARABIC, "1. " + ARABIC, "> " + ARABIC)
    letter = replace(letter, blocks=tuple(replace(block, language="ar") for block in letter.blocks))
    assert [len(page) for page in shown(letter)] == [len(page) for page in exact(letter, tmp_path)]


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(a_letter(signatories=signed_by(*some_signatories(6), columns=2)), id="columns"),
        pytest.param(in_words("called^[at the foot]", "word " * 700, "again^[a second note]"), id="notes"),
    ],
)
def test_every_page_has_the_words_of_the_exact_one(letter: Letter, tmp_path: Path) -> None:
    ours, theirs = shown(letter), exact(letter, tmp_path)
    assert [words(page) for page in ours] == [words(page) for page in theirs]


def words(page: list[str]) -> list[str]:
    """Give the words of a page without the marks of notes, whatever stands beside what."""
    return sorted(word.rstrip("12") for word in " ".join(page).split() if word.rstrip("12"))
