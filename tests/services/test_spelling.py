"""Words are checked in the language of the letter, with the dictionaries that are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import dictionary_folders
from app.services.dictionaries import Dictionaries
from app.services.office_words import OfficeWords
from app.services.spelling import Spelling, SpellingStatus
from app.services.spelling_process import DictionaryNotReadable, SpellingProcess
from tests.services.books import write_book


@pytest.fixture
def process() -> Iterator[SpellingProcess]:
    reader = SpellingProcess()
    yield reader
    reader.close()


@pytest.fixture
def spelling(tmp_path: Path, process: SpellingProcess) -> Spelling:
    return Spelling(Dictionaries(tmp_path / "own"), process, OfficeWords(tmp_path / "words.txt"))


@pytest.mark.parametrize(
    ("present", "wanted", "expected"),
    [
        pytest.param("en_US en_GB en_AU", "en-GB", "en_GB", id="the region itself"),
        pytest.param("en_US en_GB en_AU", "en", "en_GB", id="British English where none is named"),
        pytest.param("en_US en_AU", "en-GB", "en_US", id="another region before none"),
        pytest.param("en_AU en", "en-GB", "en", id="no region before another one"),
        pytest.param("ru_RU", "ru", "ru_RU", id="the language's own country"),
        pytest.param("fr_CA fr_FR fr", "fr", "fr", id="the language alone"),
        pytest.param("de_DE_frami", "de", "de_DE_frami", id="a variant"),
        pytest.param("de_AT_frami de_DE_frami", "de-AT", "de_AT_frami", id="a variant in a region"),
        pytest.param("ka_GE", "ka", "ka_GE", id="Georgian"),
        pytest.param("pt_BR", "pt-PT", "pt_BR", id="the only one there is"),
        pytest.param("nb_NO", "no", "nb_NO", id="Norwegian by its other tag"),
        pytest.param("sr_Latn_RS sr", "sr-Cyrl", "sr", id="never another script"),
        pytest.param("uk_UA be_BY", "ru", None, id="never another language"),
        pytest.param("hyph_en", "en", None, id="other files"),
        pytest.param("", "en", None, id="nothing"),
    ],
)
def test_the_nearest_dictionary_serves(
    tmp_path: Path, present: str, wanted: str, expected: str | None
) -> None:
    for name in present.split():
        write_book(tmp_path, name, ["a"])
    found = Dictionaries(tmp_path).for_language(wanted)
    assert (found and found.name) == expected


def test_the_office_s_own_dictionary_comes_before_the_system_s(tmp_path: Path) -> None:
    for folder in ("own", "share/dict-en", "share/dict-fr"):
        write_book(tmp_path / folder, "en_GB", ["a"])
    dictionaries = Dictionaries(tmp_path / "own", [f"{tmp_path}/share/dict-*", "not/absolute"])
    found = dictionaries.for_language("en-GB")
    assert found is not None
    assert found.base.parent.name == "own"
    assert [each.base.parent.name for each in dictionaries.all()] == ["own", "dict-en", "dict-fr"]


def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    write_book(tmp_path, "en_GB", ["a"])
    (tmp_path / "en_GB.dic").unlink()
    assert Dictionaries(tmp_path).all() == ()


def test_english_is_always_at_hand() -> None:
    assert Dictionaries(Path("nowhere"), dictionary_folders({})).for_language("en") is not None


@pytest.mark.parametrize("system", ["linux", "darwin", "win32", "freebsd"])
def test_every_system_has_its_folders(system: str) -> None:
    folders = dictionary_folders({"DICPATH": "/a", "APPDATA": "/data"}, system)
    assert folders[0] == "/a"
    assert not [folder for folder in folders if "$" in folder]


@pytest.mark.parametrize(
    ("encoding", "words", "wrong"),
    [
        ("utf-8 UTF-8", ["кот", "пёс"], "кат"),
        ("cp1251 microsoft-cp1251", ["кот", "пёс"], "кат"),
        ("koi8-r KOI8-R", ["кот", "пес"], "кат"),
        ("iso8859-1 ISO8859-1", ["élève", "fête"], "fète"),
        ("iso8859-2 ISO8859-2", ["żółw", "łąka"], "łaka"),
    ],
)
def test_dictionaries_are_read_in_their_own_encoding(
    tmp_path: Path, process: SpellingProcess, encoding: str, words: list[str], wrong: str
) -> None:
    codec, called = encoding.split()
    book = write_book(tmp_path, "xx", words, encoding=codec, called=called)
    assert process.wrong(book, {*words, wrong}) == {wrong}
    assert set(process.suggestions(book, wrong)) & set(words)


def test_a_dictionary_in_a_folder_with_any_name_is_read(tmp_path: Path, process: SpellingProcess) -> None:
    book = write_book(tmp_path / "Wörter и слова", "xx", ["alpha"])
    assert process.wrong(book, ["alpha", "alfa"]) == {"alfa"}


def test_a_word_that_the_encoding_cannot_hold_has_no_suggestions(
    tmp_path: Path, process: SpellingProcess
) -> None:
    book = write_book(tmp_path, "xx", ["élève"], encoding="iso8859-1")
    assert process.wrong(book, ["кот", "élève"]) == {"кот"}
    assert process.suggestions(book, "кот") == ()


def test_a_typographic_apostrophe_is_an_apostrophe(tmp_path: Path, process: SpellingProcess) -> None:
    book = write_book(tmp_path, "xx", ["don't"], encoding="iso8859-1")
    assert process.wrong(book, ["don’t", "don't", "dont’"]) == {"dont’"}


def test_words_are_checked_and_suggestions_given(tmp_path: Path, spelling: Spelling) -> None:
    write_book(tmp_path / "own", "en_GB", ["labour", "union"])
    assert spelling.wrong("en-GB", {"labour", "Labour", "labuor"}) == {"labuor"}
    assert spelling.suggestions("en-GB", "labuor") == ("labour",)


def test_without_a_dictionary_nothing_is_wrong_and_it_is_said_where_one_belongs(
    tmp_path: Path, spelling: Spelling
) -> None:
    state = spelling.state("ka")
    assert (state.status, state.folder) == (SpellingStatus.NO_DICTIONARY, tmp_path / "own")
    assert spelling.wrong("ka", {"რამე"}) == frozenset()
    assert spelling.suggestions("ka", "რამე") == ()


def test_a_dictionary_that_is_put_there_later_is_found(tmp_path: Path, spelling: Spelling) -> None:
    assert spelling.state("ka").status is SpellingStatus.NO_DICTIONARY
    write_book(tmp_path / "own", "ka_GE", ["რამე"])
    state = spelling.state("ka")
    assert (state.status, state.dictionary) == (SpellingStatus.READY, "ka_GE")
    assert spelling.wrong("ka", {"რამე", "რემე"}) == {"რემე"}


def test_a_language_without_spaces_between_words_is_not_checked(tmp_path: Path, spelling: Spelling) -> None:
    write_book(tmp_path / "own", "th_TH", ["คำ"])
    assert spelling.state("th").status is SpellingStatus.NOT_CHECKED
    assert spelling.wrong("th", {"ผิด"}) == frozenset()


def test_the_office_s_words_are_right_from_now_on(tmp_path: Path, spelling: Spelling) -> None:
    write_book(tmp_path / "own", "en_GB", ["union"])
    assert spelling.wrong("en", {"Petriashvili"}) == {"Petriashvili"}
    spelling.add("Petriashvili")
    assert spelling.wrong("en", {"Petriashvili", "PETRIASHVILI’s", "Petriashvilli"}) == {"Petriashvilli"}
    again = OfficeWords(tmp_path / "words.txt")
    assert again.all() == ("Petriashvili",)


def test_the_office_s_list_may_be_edited_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    words = OfficeWords(path)
    words.add("beta")
    path.write_text("\ufeffalpha\r\n\r\n  Gamma \n", encoding="utf-8")
    assert words.all() == ("alpha", "Gamma")
    words.add("Beta")
    words.remove("alpha")
    assert words.all() == ("Beta", "Gamma")
    path.unlink()
    assert words.all() == ()


@pytest.mark.parametrize("part", [".aff", ".dic"])
def test_a_damaged_dictionary_harms_nobody_else(tmp_path: Path, process: SpellingProcess, part: str) -> None:
    good, bad = write_book(tmp_path, "en", ["union"]), write_book(tmp_path, "fr", ["union"])
    Path(f"{bad}{part}").unlink()
    with pytest.raises(DictionaryNotReadable, match="fr"):
        process.wrong(bad, ["x"])
    assert process.wrong(good, ["union", "onion"]) == {"onion"}


def reader(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "reader.py"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("import sys\nsys.stdin.readline()\nsys.exit(3)", id="dies"),
        pytest.param("import sys, threading\nsys.stdin.readline()\nthreading.Event().wait()", id="hangs"),
    ],
)
def test_a_reader_that_dies_or_hangs_is_survived(tmp_path: Path, script: str) -> None:
    process = SpellingProcess(patience=0.5, reader=reader(tmp_path, script))
    for _ in range(2):
        with pytest.raises(DictionaryNotReadable):
            process.wrong(tmp_path / "en", ["x"])
    process.close()


def test_a_reader_that_was_closed_starts_anew(tmp_path: Path, process: SpellingProcess) -> None:
    book = write_book(tmp_path, "en", ["union"])
    assert process.wrong(book, ["onion"]) == {"onion"}
    process.close()
    process.close()
    assert process.wrong(book, ["onion"]) == {"onion"}


def test_hunspell_is_never_loaded_into_the_window_s_process() -> None:
    assert "hunspell" not in sys.modules
