"""Dates and lists as a letter's language writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate
from app.i18n.formats import (
    document_language,
    locale_of,
    month_names,
    written_day,
    written_list,
    written_partial,
)

DAY = date(2017, 8, 16)


@pytest.mark.parametrize(
    ("language", "pattern", "written"),
    [
        ("en", "d MMMM yyyy", "16 August 2017"),
        ("en", "“ dd ” MM yyyy", "“ 16 ” 08 2017"),
        ("fr", "'le' d MMMM yyyy", "le 16 août 2017"),
        ("es", "d 'de' MMMM 'de' yyyy", "16 de agosto de 2017"),
        ("ru", "d MMMM yyyy 'г.'", "16 августа 2017 г."),
        ("uk", "d MMMM yyyy 'р.'", "16 серпня 2017 р."),
        ("kk", "yyyy 'ж.' d MMMM", "2017 ж. 16 тамыз"),
        ("ka", "d MMMM, yyyy", "16 აგვისტო, 2017"),
        ("de", "d. MMMM yyyy", "16. August 2017"),
        ("zh-Hans", "yyyy年M月d日", "2017年8月16日"),
    ],
)
def test_a_day_is_written_by_the_pattern_in_the_words_of_the_language(
    language: str, pattern: str, written: str
) -> None:
    assert written_day(DAY, pattern, language) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (PartialDate(2016, 12, 5), "On 5 December 2016"),
        (PartialDate(2016, 12), "In December 2016"),
        (PartialDate(2016), "In 2016"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(day: PartialDate, written: str) -> None:
    patterns = ("'On' d MMMM yyyy", "'In' MMMM yyyy", "'In' yyyy")
    assert written_partial(day, patterns, "en") == written


@pytest.mark.parametrize(
    ("language", "items", "written"),
    [
        ("en", [], ""),
        ("en", ["87"], "87"),
        ("en", ["87", "98"], "87 and 98"),
        ("en", ["29", "87", "98"], "29, 87 and 98"),
        ("fr", ["29", "87", "98"], "29, 87 et 98"),
        ("ru", ["87", "98"], "87 и 98"),
        ("ka", ["87", "98"], "87 და 98"),
        ("zh-Hans", ["29", "87", "98"], "29、87和98"),
    ],
)
def test_a_list_is_joined_as_the_language_joins(language: str, items: list[str], written: str) -> None:
    assert written_list(items, language) == written


@given(st.lists(st.text(st.characters(whitelist_categories=("L", "N")), min_size=1), max_size=6))
def test_no_item_of_a_list_is_lost_or_moved(items: list[str]) -> None:
    written, found = written_list(items, "en"), 0
    for item in items:
        found = written.index(item, found) + len(item)


@pytest.mark.parametrize("item", ["{0}", "{1} and {0}", "{", "%s", "\\"])
def test_an_item_that_looks_like_a_pattern_stays_itself(item: str) -> None:
    assert written_list([item, item, item], "en") == f"{item}, {item} and {item}"


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en-GB"), ("ka", "ka-GE"), ("uk", "uk-UA"), ("kk", "kk-KZ"), ("zh", "zh-CN"), ("pt-BR", "pt-BR")],
)
def test_word_gets_the_tag_of_its_dictionary(language: str, tag: str) -> None:
    assert document_language(language) == tag


def test_english_is_british() -> None:
    assert str(locale_of("en")) == "en_GB"


@pytest.mark.parametrize(
    ("language", "name"), [("en", "august"), ("ru", "августа"), ("ru", "август"), ("en", "sept")]
)
def test_the_months_are_known_as_they_stand_in_dates_and_alone(language: str, name: str) -> None:
    assert name in month_names(language)
