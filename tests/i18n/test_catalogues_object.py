"""A catalogue speaks one language in whole sentences; several may be open at once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.domain.errors import ChanceryError, Sentence
from app.i18n.catalogues import for_language, screen_language

GREETING = "{name} has {count} drafts."
GERMAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{name} has {count} drafts."
msgstr "{count} Entwürfe hat {name}."

msgid "a place"
msgstr "ein Ort"

msgid "{number} letter"
msgid_plural "{number} letters"
msgstr[0] "{number} Brief"
msgstr[1] "{number} Briefe"
"""
RUSSIAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "{number} letter"
msgid_plural "{number} letters"
msgstr[0] "{number} письмо"
msgstr[1] "{number} письма"
msgstr[2] "{number} писем"
"""


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A folder with catalogues in German, Russian, and Chinese as written on the mainland."""
    for name, text in {"de": GERMAN, "ru": RUSSIAN, "zh_Hans": GERMAN}.items():
        folder = tmp_path / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "app.mo").open("wb") as file:
            write_mo(file, read_po(io.BytesIO(text.encode()), locale=name))
    return tmp_path


class NothingThere(ChanceryError):
    message = "{name} has {count} drafts."


def test_a_text_is_put_into_the_language_with_its_facts(locales: Path) -> None:
    german = for_language("de", locales)
    assert german.text(GREETING, name="Ana", count=3) == "3 Entwürfe hat Ana."


def test_two_languages_are_open_at_once(locales: Path) -> None:
    german, english = for_language("de", locales), for_language("en", locales)
    assert english.text(GREETING, name="Ana", count=3) == "Ana has 3 drafts."
    assert german.text(GREETING, name="Ana", count=3) == "3 Entwürfe hat Ana."
    assert (german.language, english.language) == ("de", "en")


@pytest.mark.parametrize("tag", ["fr", "xx", "ka-GE", "en"])
def test_a_language_without_a_catalogue_speaks_english(locales: Path, tag: str) -> None:
    assert for_language(tag, locales).text(GREETING, name="Ana", count=3) == "Ana has 3 drafts."


@pytest.mark.parametrize("tag", ["de", "de-AT", "zh-Hans"])
def test_a_country_s_language_is_the_language(locales: Path, tag: str) -> None:
    assert for_language(tag, locales).text("a place") == "ein Ort"


def test_a_text_without_a_translation_stays_as_it_is(locales: Path) -> None:
    assert for_language("ru", locales).text("a place") == "a place"


def test_an_empty_text_is_empty_and_no_table_of_contents(locales: Path) -> None:
    assert for_language("de", locales).text("") == ""
    assert for_language("de", locales).said(Sentence("")) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 письмо"), (2, "2 письма"), (5, "5 писем"), (11, "11 писем"), (21, "21 письмо"), (0, "0 писем")],
)
def test_a_number_chooses_its_form(locales: Path, number: int, said: str) -> None:
    assert for_language("ru", locales).plural("{number} letter", "{number} letters", number) == said


@pytest.mark.parametrize(("number", "said"), [(1, "1 letter"), (0, "0 letters"), (2, "2 letters")])
def test_a_number_chooses_its_form_in_english_too(locales: Path, number: int, said: str) -> None:
    assert for_language("en", locales).plural("{number} letter", "{number} letters", number) == said


def test_sentences_among_the_facts_are_put_into_the_language(locales: Path) -> None:
    german = for_language("de", locales)
    sentence = Sentence(GREETING, {"name": Sentence("a place"), "count": 2})
    assert german.said(sentence) == "2 Entwürfe hat ein Ort."


def test_several_sentences_stand_one_to_a_line(locales: Path) -> None:
    german = for_language("de", locales)
    facts = {"name": (Sentence("a place"), "b"), "count": 2}
    assert german.said(Sentence(GREETING, facts)) == "2 Entwürfe hat ein Ort\nb."


def test_a_difficulty_is_put_into_the_language(locales: Path) -> None:
    error = NothingThere(name="Ana", count=0)
    assert for_language("de", locales).said(error.sentence) == "0 Entwürfe hat Ana."
    assert str(error) == "Ana has 0 drafts."


def test_braces_in_a_fact_are_left_alone(locales: Path) -> None:
    assert for_language("de", locales).text(GREETING, name="{count}", count=1) == "1 Entwürfe hat {count}."


def test_a_missing_fact_is_a_bug_and_stays_loud(locales: Path) -> None:
    with pytest.raises(KeyError):
        for_language("de", locales).text(GREETING, name="Ana")


WISHES: list[tuple[dict[str, str], str]] = [
    ({}, "en"),
    ({"LANG": "de_AT.UTF-8"}, "de"),
    ({"LANG": "C.UTF-8"}, "en"),
    ({"LANG": "tlh_KL"}, "en"),
    ({"LANG": "de_DE@euro"}, "de"),
    ({"LC_ALL": "ru_RU.UTF-8", "LANG": "de_DE"}, "ru"),
    ({"LC_MESSAGES": "de_DE", "LANG": "ru_RU"}, "de"),
    ({"CHANCERY_LANGUAGE": "de", "LC_ALL": "ru_RU"}, "de"),
    ({"CHANCERY_LANGUAGE": "fr", "LC_ALL": "ru_RU"}, "ru"),
    ({"CHANCERY_LANGUAGE": "en", "LC_ALL": "ru_RU"}, "en"),
    ({"LC_ALL": "en_GB.UTF-8", "LANG": "ru_RU"}, "en"),
    ({"CHANCERY_LANGUAGE": "zh-Hans"}, "zh-Hans"),
    ({"LC_ALL": "zh_Hans_CN.UTF-8"}, "zh-Hans"),
    ({"LC_ALL": "../../etc"}, "en"),
]


@pytest.mark.parametrize(("environ", "tag"), WISHES, ids=str)
def test_the_screen_speaks_the_first_language_that_there_is(
    locales: Path, environ: dict[str, str], tag: str
) -> None:
    assert screen_language(environ, locales) == tag
    assert for_language(tag, locales).text("a place") == (
        "ein Ort" if tag in {"de", "zh-Hans"} else "a place"
    )


def test_without_any_catalogue_the_screen_is_english(tmp_path: Path) -> None:
    assert screen_language({"LANG": "de_DE"}, tmp_path / "nowhere") == "en"
