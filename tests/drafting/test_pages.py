"""The pages as LibreOffice lays them out."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.letter_rules import LETTER_RULES
from app.drafting.context import Printing
from tests.builders import a_letter, in_words, signed_by, some_signatories
from tests.drafting import office
from tests.drafting.making import example, made
from tests.drafting.office import flowing, need_the_office, pages_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def allegation(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return pages_of(made(example("un-allegation")), tmp_path_factory.mktemp("allegation"))


@pytest.fixture(scope="module")
def protest(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    content = made(example("protest"), Printing(number="147/01-3"))
    return pages_of(content, tmp_path_factory.mktemp("protest"))


def test_the_protest_is_one_page_from_number_to_address(protest: list[str]) -> None:
    (page,) = protest
    assert page.index("№ 147/01-3") < page.index("Sincerely,") < page.index("Government House")


def test_the_allegation_is_three_or_four_pages(allegation: list[str]) -> None:
    assert len(allegation) in {3, 4}


def test_the_annex_begins_a_page(allegation: list[str]) -> None:
    (annex,) = (page for page in allegation if re.search(r"^\s*Annex\s*$", page, re.MULTILINE))
    assert annex.split()[0] == "Annex"


def test_the_questions_are_numbered_on_paper(allegation: list[str]) -> None:
    whole = "\n".join(allegation)
    assert re.findall(r"^\s*(\d)\.\s+(?:Please|More)", whole, re.MULTILINE) == ["1", "2", "3", "4"]


def test_the_following_pages_are_numbered_and_the_first_is_not(allegation: list[str]) -> None:
    feet = [page.rstrip().splitlines()[-1].strip() for page in allegation]
    assert feet[1:] == [str(number) for number in range(2, len(allegation) + 1)]
    assert feet[0] != "1"


def test_the_letterhead_stands_on_the_first_page_only(allegation: list[str]) -> None:
    assert ["Special Procedures of the Human Rights Council" in page for page in allegation] == [
        True,
        *[False] * (len(allegation) - 1),
    ]


def test_both_signatures_stand_on_one_page_with_the_courtesy_formula(allegation: list[str]) -> None:
    (page,) = (page for page in allegation if "Michel Forst" in page)
    assert "Maina Kiai" in page
    assert "Please accept, Excellency" in page


@pytest.mark.parametrize("words", [330, 380, 430, 480, 530])
def test_a_signature_block_never_breaks_wherever_the_page_ends(words: int, tmp_path: Path) -> None:
    letter = a_letter(signatories=signed_by(*some_signatories(4)))
    whole = letter.with_blocks(LETTER_RULES[letter.type].blocks)
    long = whole.changing("testimony", lambda block: block.written("word " * words, over=""))
    holding = [page for page in pages_of(made(long), tmp_path) if "Signatory" in page]
    assert len(holding) == 1
    assert "Sincerely," in holding[0]


def test_lists_of_every_style_and_level_are_marked_on_paper(tmp_path: Path) -> None:
    text = "3. three\n   - dash\n4. four\n\n1) bracket\n\n* bullet\n\n+ words\n+ more\n\nnote^[at the foot]"
    said = flowing(pages_of(made(in_words(text)), tmp_path)[0])
    for marked in ("3. three", "– dash", "4. four", "1) bracket", "• bullet", "at the foot"):
        assert marked in said
    assert re.search(r"First, words Second, more", said)


def test_arabic_and_georgian_survive_to_the_page(tmp_path: Path) -> None:
    letter = in_words("نعرب عن قلقنا ITUC البالغ", "ნინო აბაშიძე")
    arabic, georgian = letter.blocks
    letter = replace(letter, blocks=(replace(arabic, language="ar"), replace(georgian, language="ka")))
    said = pages_of(made(letter), tmp_path)[0]
    assert "ნინო აბაშიძე" in said
    assert "ITUC" in said


def test_without_the_office_these_tests_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.delenv(office.REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception):
        need_the_office()


def test_where_the_office_is_required_its_absence_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv(office.REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="soffice"):
        need_the_office()
