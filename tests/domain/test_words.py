"""Words are found as people see them, and what is no word for a dictionary is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.words import Word, folded_word, has_words, known_forms, words_of


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "We demand the release.", ["We", "demand", "the", "release"]),
        ("en", "the Government’s don't", ["the", "Government’s", "don't"]),
        ("en", "‘quoted’ and 'so'", ["quoted", "and", "so"]),
        ("en", "№ 147/01-3 of 2017, A/HRC/32/36, 60-day", ["of"]),
        ("en", "ITUC and ITUC’s NGOs, I. P.", ["and"]),
        ("en", "see https://ituc-csi.org/a or www.ilo.org, office@ituc.org, ilo.org/x", ["see", "or"]),
        ("en", "trade-union vice‑president", ["trade-union", "vice‑president"]),
        ("en", "his wife and/or child", ["his", "wife", "and", "or", "child"]),
        ("en", "a Профсоюз in Kazakhstan", ["in", "Kazakhstan"]),
        ("ru", "«Ещё раз»: ITUC, профсоюз-2, по-прежнему США", ["Ещё", "раз", "по-прежнему"]),
        ("ka", "საქართველოს, Tbilisi", ["საქართველოს"]),
        ("ar", "الرَّئِيس قال ABC", ["الرَّئِيس", "قال"]),
        ("he", "צה״ל אמר", ["צה״ל", "אמר"]),
        (
            "fr",
            "l’organisation, aujourd’hui, c’est-à-dire",
            ["l’organisation", "aujourd’hui", "c’est-à-dire"],
        ),
        ("hi", "संघ की", ["संघ", "की"]),
        ("sr-Latn", "sindikat синдикат", ["sindikat"]),
        ("sr", "sindikat синдикат", ["синдикат"]),
        ("en", "co\u00adoperate cafe\u0301", ["co\u00adoperate", "cafe\u0301"]),
        ("en", "line\u2028next\ufffcnote", ["line", "next", "note"]),
        ("en", "", []),
    ],
)
def test_words_are_found(language: str, text: str, expected: list[str]) -> None:
    assert [word.text for word in words_of(text, language)] == expected


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("a b-'¹²5д"))),
    st.sampled_from(["en", "ru", "ka", "ar", "zh"]),
)
def test_a_word_stands_where_it_says(text: str, language: str) -> None:
    for word in words_of(text, language):
        assert text[word.begin : word.end] == word.text
        assert not any(letter.isspace() or letter.isdigit() for letter in word.text)


def test_a_word_with_hyphens_has_parts() -> None:
    parts = Word(10, "trade-unon-ITUC").parts
    assert [(part.begin, part.text) for part in parts] == [(10, "trade"), (16, "unon")]
    assert Word(0, "union").parts == ()


def test_names_are_known_word_by_word_and_in_any_case() -> None:
    known = known_forms(["Larisa Kharkova", "Korkyt-Ata 5"])
    spelt = ("larisa", "KHARKOVA", "Kharkova’s", "Korkyt", "korkyt-ata")
    assert {folded_word(word) for word in spelt} <= known


def test_a_soft_hyphen_is_no_letter() -> None:
    assert Word(0, "co\u00adoperate").plain == "cooperate"
    assert folded_word("co\u00adoperate") == "cooperate"


def test_languages_without_spaces_are_known() -> None:
    assert [tag for tag in ("en", "zh-Hans", "th", "ka") if has_words(tag)] == ["en", "ka"]
