"""What is typed finds what was written, and every place leads back."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold, fold_with_places, is_ideograph, place_of, sort_key

TEXTS = st.text(max_size=300)
SCRIPTS = st.text(
    st.sampled_from("aZéŁıßǅ№1٣３ ёйЁЙґқ'’-_ქᲥႵⴕأإىةَـ中国工\u00ad\u200d\u0301ﷺﬁ½ễが한"), max_size=200
)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("Łódź STRASSE", "lodz straße", id="Polish and German"),
        pytest.param("ışık İstanbul", "isik istanbul", id="Turkish"),
        pytest.param("Øystein Đorđe Ñandú", "oystein dorde nandu", id="Nordic, Serbian, Spanish"),
        pytest.param("Nguyễn Việt", "nguyen viet", id="Vietnamese"),
        pytest.param("Nguyễn", "Nguye\u0302\u0303n", id="accents of their own"),
        pytest.param("ЁЛКА, Йод", "елка иод", id="Russian"),
        pytest.param("Қазақстан", "казакстан", id="Kazakh"),
        pytest.param("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო", id="Mtavruli"),
        pytest.param("ႱႠႵႠႰႧႥႤႪႭ", "საქართველო", id="Asomtavruli"),
        pytest.param("الرَّئِيسُ", "الرئيس", id="Arabic vowel signs"),
        pytest.param("أحمد إلى آمنة ٱلله", "احمد الي امنه الله", id="Arabic letters of several forms"),
        pytest.param("مـــحمد", "محمد", id="tatweel"),
        pytest.param("ﻣﺤﻤﺪ", "محمد", id="Arabic presentation forms"),
        pytest.param("中国工会", "中 国 工 会", id="ideographs"),
        pytest.param("ＡＢ １２", "ab 12", id="full width"),
        pytest.param("١٤٧ ۱۴۷", "147 147", id="Arabic digits"),
        pytest.param("№ 147/01-3", "147 01 3", id="a number"),
        pytest.param("trade\u00adunion", "tradeunion", id="a soft hyphen"),
        pytest.param("bakers’ O'Brien", "bakers O’Brien", id="apostrophes"),
        pytest.param("ΣΊΣΥΦΟΣ", "σισυφος", id="Greek"),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew points"),
    ],
)
def test_two_spellings_are_one_to_a_search(written: str, typed: str) -> None:
    assert fold(written).split() == fold(typed).split()


@pytest.mark.parametrize("different", [("мир", "мор"), ("ب", "ت"), ("中", "国"), ("ქ", "კ"), ("o", "a")])
def test_letters_that_differ_stay_apart(different: tuple[str, str]) -> None:
    assert fold(different[0]) != fold(different[1])


def test_vowels_of_india_are_no_accents() -> None:
    assert fold("कि") != fold("की")


@given(TEXTS | SCRIPTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)).split() == fold(text).split()


@given(TEXTS | SCRIPTS)
def test_case_makes_no_difference(text: str) -> None:
    # Characters that unfold to several when their case changes are folded as they are.
    plain = "".join(one for one in text if one.upper().lower() == one.lower() == one.casefold())
    assert fold(plain.lower()) == fold(plain)


@given(TEXTS | SCRIPTS, TEXTS | SCRIPTS)
def test_a_text_is_folded_part_by_part(first: str, second: str) -> None:
    assert fold(first + second) == fold(first) + fold(second)


@given(TEXTS | SCRIPTS)
def test_only_letters_digits_marks_and_spaces_are_left(text: str) -> None:
    for one in fold(text):
        assert one == " " or one.isalnum() or unicodedata.category(one).startswith("M")
        assert one == " " or not one.isascii() or one.isalnum()


@given(TEXTS | SCRIPTS)
def test_each_place_of_the_folded_text_leads_back(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)
    for at, place in enumerate(places):
        assert folded[at] in fold(text[place])
        assert place_of(text, at) == place


@given(TEXTS)
def test_a_place_beyond_the_end_is_the_end(text: str) -> None:
    assert place_of(text, len(fold(text))) == len(text)


def test_every_character_there_is_can_be_folded() -> None:
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert fold(folded).split() == folded.split(), hex(code)


def test_an_ideograph_stands_alone_among_spaces() -> None:
    assert fold("A中B") == "a 中 b"
    assert is_ideograph("中")
    assert not is_ideograph("a")
    assert not is_ideograph("中国")


def test_a_sort_key_is_short_and_begins_with_the_first_word() -> None:
    assert sort_key("  «Łódź»  — Stadt ") == "lodz stadt"
    assert len(sort_key("word " * 100)) == 60
    assert sort_key("") == ""
