"""Letter files: what they say becomes a letter, and each mistake is told with line and mend."""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cases import Fact
from app.domain.letters import Block, Letter, LetterType
from app.domain.pictures import LARGEST, LetterheadPicture, letterhead_picture
from app.services.letter_files import (
    FORMAT,
    FaultyLetterFile,
    NewerLetterFile,
    UnreadableLetterFile,
    letter_file_schema,
    letter_from_json,
    letter_to_json,
    read_letter_file,
)
from tests.builders import a_letter, an_allegation
from tests.pictures import a_jpeg, a_png

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "examples").glob("*.toml"))
HEAD = 'type = "protest"\nlanguage = "en"\n'


def letter_of(text: str | bytes) -> Letter:
    return read_letter_file(text if isinstance(text, bytes) else text.encode(), name="letter.toml")


# ── There and back ──


def arbitrary(kind: Any, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build any value of a dataclass, with every field filled by what its type allows."""
    hints = get_type_hints(kind)
    names = [each.name for each in dataclasses.fields(kind)]
    fields = {name: fixed[name] if name in fixed else _any_of(hints[name]) for name in names}
    return st.builds(kind, **fields)


def _any_of(kind: Any) -> st.SearchStrategy[Any]:
    if kind in SPECIAL:
        return SPECIAL[kind]()
    if dataclasses.is_dataclass(kind):
        return arbitrary(kind)
    if get_origin(kind) is tuple:
        return st.lists(_any_of(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) in {Union, types.UnionType}:
        return st.one_of([_any_of(each) for each in get_args(kind)])
    return st.text(max_size=20) if kind is str else st.from_type(kind)


SPECIAL: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    Fact: lambda: arbitrary(Fact, date=st.sampled_from(["", "2016", "2016-12", "2016-12-05"])),
    Block: lambda: arbitrary(Block, key=st.just("")),
    LetterheadPicture: lambda: st.builds(
        letterhead_picture, st.sampled_from([a_png(), a_jpeg()]), st.text(max_size=20)
    ),
}


letters = arbitrary(
    Letter,
    language=st.sampled_from(["en", "ka", "zh-Hans", "pt-BR"]),
    authentic_language=st.just(""),
    versions=st.just(()),
)


@given(letters)
def test_any_letter_comes_back_from_its_json(letter: Letter) -> None:
    assert letter_from_json(letter_to_json(letter)) == letter


@given(letters)
def test_json_says_the_same_the_second_time(letter: Letter) -> None:
    text = letter_to_json(letter)
    assert letter_to_json(letter_from_json(text)) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_come_back_from_their_json(path: Path) -> None:
    letter = letter_of(path.read_bytes())
    assert letter_from_json(letter_to_json(letter)) == letter


def test_versions_of_a_letter_come_back_too() -> None:
    whole = a_letter(versions=(a_letter(language="ka"), a_letter(language="ru")), authentic_language="ka")
    assert letter_from_json(letter_to_json(whole)) == whole


def test_what_stands_at_its_default_is_left_out_of_the_json() -> None:
    assert json.loads(letter_to_json(Letter(type=LetterType.JOINT, language="en"))) == {
        "type": "joint",
        "language": "en",
    }


def test_both_examples_are_there() -> None:
    assert [path.stem for path in EXAMPLES] == ["protest", "un-allegation"]


# ── What may be read ──


def test_the_least_that_a_letter_file_says() -> None:
    assert letter_of(HEAD) == Letter(type=LetterType.PROTEST, language="en")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(f"format = {FORMAT}\n{HEAD}".encode(), id="with its format"),
        pytest.param(f'"$schema" = "letter.schema.json"\n{HEAD}'.encode(), id="with its schema"),
        pytest.param(b"\xef\xbb\xbf" + HEAD.encode(), id="with a mark of order"),
        pytest.param(HEAD.replace("\n", "\r\n").encode(), id="with line ends of Windows"),
        pytest.param(b"# a remark\n" + HEAD.encode(), id="with a remark"),
    ],
)
def test_what_editors_and_people_add_does_no_harm(data: bytes) -> None:
    assert letter_of(data) == Letter(type=LetterType.PROTEST, language="en")


def test_long_texts_of_a_windows_editor_keep_their_paragraphs() -> None:
    text = f'{HEAD}subject = """\nfirst\n\nsecond"""\n'
    assert letter_of(text.replace("\n", "\r\n")).subject == "first\n\nsecond"


def test_dates_may_be_written_bare_or_as_text() -> None:
    bare = letter_of(HEAD + "date = 2017-08-16\n[case]\nfacts = [{ text = 'x', date = 2016-12-05 }]\n")
    quoted = letter_of(HEAD + "date = '2017-08-16'\n[case]\nfacts = [{ text = 'x', date = '2016-12-05' }]\n")
    assert bare == quoted
    assert bare.date == date(2017, 8, 16)


def test_names_of_every_kind_are_read_as_they_are() -> None:
    name = "Ana & <Zoë> \"O’Neil\" 'x' 😀 \u200fשלום ნინო"
    said = json.dumps(name, ensure_ascii=False)
    (recipient,) = letter_of(f"{HEAD}[[recipients]]\nname = {said}\n").recipients
    assert recipient.name == name


# ── Mistakes ──

FAULTS = [
    pytest.param("titel = 'x'\n", 3, "titel", "unknown key", id="unknown key"),
    pytest.param(
        "\n\n[sender]\norganization = 'x'\n",
        6,
        "sender.organization",
        "unknown key",
        id="unknown key in a table",
    ),
    pytest.param(
        "[[recipients]]\nname = 'a'\n[[recipients]]\nnmae = 'b'\n",
        6,
        "recipients.2.nmae",
        "unknown key",
        id="unknown key of the second",
    ),
    pytest.param("title = 5\n", 3, "title", "text in quotation marks", id="number for a text"),
    pytest.param("recipients = 'x'\n", 3, "recipients", "list in [ ]", id="text for a list"),
    pytest.param("sender = 'x'\n", 3, "sender", "table", id="text for a table"),
    pytest.param("[deadline]\ndays = 'soon'\n", 4, "deadline.days", "whole number", id="text for a number"),
    pytest.param(
        "[earlier]\nanswered = 'perhaps'\n", 4, "earlier.answered", "true or false", id="text for yes or no"
    ),
    pytest.param("date = '16 August 2017'\n", 3, "date", "Write it as 2017-08-16", id="date in words"),
    pytest.param("date = '2017-02-30'\n", 3, "date", "Write it as 2017-08-16", id="date that is none"),
    pytest.param(
        "[[case.facts]]\ntext = 'x'\ndate = 'yesterday'\n",
        3,
        "case.facts.1",
        "Write it as 2017-08-16, or 2017-08, or 2017",
        id="fact without a date",
    ),
    pytest.param(
        "[[case.facts]]\ndate = '2017'\n",
        3,
        "case.facts.1.text",
        "this key is missing",
        id="fact without a text",
    ),
    pytest.param(
        "[[mandates]]\nresolution = 'x'\n",
        3,
        "mandates.1.title",
        "this key is missing",
        id="mandate without a title",
    ),
    pytest.param("[[blocks]]\nkind = 'opning'\n", 4, "blocks.1.kind", "opening", id="unknown block"),
    pytest.param(
        "[[blocks]]\nkey = 'x'\n", 3, "blocks.1.kind", "this key is missing", id="block without a kind"
    ),
    pytest.param(
        "[[citations]]\nkind = 'treety'\n", 4, "citations.1.kind", "treaty, ilo", id="unknown citation"
    ),
    pytest.param(
        "[[citations]]\ntreaty = 'x'\n", 3, "citations.1.kind", "treaty, ilo", id="citation without a kind"
    ),
    pytest.param(
        "[[citations]]\nkind = 'treaty'\narticles = ['1']\n",
        3,
        "citations.1.treaty",
        "this key is missing",
        id="treaty without a name",
    ),
    pytest.param(
        "[[citations]]\nkind = 'treaty'\ntreaty = 'x'\narticles = ['1']\nstatus = 'maybe'\n",
        7,
        "citations.1.status",
        "ratified",
        id="unknown status",
    ),
    pytest.param(
        "[[blocks]]\nkind = 'text'\nkey = 'a'\n[[blocks]]\nkind = 'text'\nkey = 'a'\n",
        0,
        "",
        "Two blocks have the key “a”",
        id="double key",
    ),
    pytest.param('title = "a\\u0007b"\n', 3, "title", "U+0007", id="control character"),
    pytest.param(
        '[[recipients]]\naddress = ["ok", "a\\u2028b"]\n',
        4,
        "recipients.1.address.2",
        "U+2028",
        id="line separator",
    ),
    pytest.param('title = "a\\u0085b"\n', 3, "title", "U+0085", id="C1 control"),
    pytest.param(
        "subject = '''\n[x]\nnmae = 1\n'''\ntitel = 'x'\n", 7, "titel", "unknown key", id="after a long text"
    ),
    pytest.param("# a\u2028b\ntitel = 'x'\n", 4, "titel", "unknown key", id="after an odd line"),
]


@pytest.mark.parametrize(("text", "line", "place", "mend"), FAULTS)
def test_a_mistake_is_told_with_line_place_and_mend(text: str, line: int, place: str, mend: str) -> None:
    with pytest.raises(FaultyLetterFile) as told:
        letter_of(HEAD + text)
    (fault,) = told.value.faults
    assert (fault.line, fault.place) == (line, place)
    assert mend in str(fault.sentence)
    assert "letter.toml" in str(told.value)


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        ("language = 'en'\n", "type", "this key is missing"),
        ("type = 'protest'\n", "language", "this key is missing"),
        ("type = 'complaint'\nlanguage = 'en'\n", "type", "un_allegation"),
        ("type = 'protest'\nlanguage = 'English'\n", "", "en, fr, ru, ka or zh-Hans"),
    ],
)
def test_type_and_language_are_wanted(text: str, place: str, mend: str) -> None:
    with pytest.raises(FaultyLetterFile) as told:
        letter_of(text)
    (fault,) = told.value.faults
    assert fault.place == place
    assert mend in str(fault.sentence)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(FaultyLetterFile) as told:
        letter_of(HEAD + "titel = 'x'\ndate = 'never'\n[deadline]\ndays = 'soon'\n")
    assert [fault.line for fault in sorted(told.value.faults, key=lambda fault: fault.line)] == [3, 4, 6]


def test_lines_are_counted_also_with_line_ends_of_windows() -> None:
    with pytest.raises(FaultyLetterFile) as told:
        letter_of((HEAD + "\ntitel = 'x'\n").replace("\n", "\r\n"))
    assert told.value.faults[0].line == 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param("title = 'привет'".encode("cp1251"), "UTF-8", id="another encoding"),
        pytest.param("title = 'x'".encode("utf-16"), "UTF-8", id="UTF-16"),
        pytest.param(b"PK\x03\x04\xff\xfe", "UTF-8", id="a package"),
        pytest.param(b"title = \n", "line 1", id="no TOML"),
        pytest.param(b"title = 'a'\ntitle = 'b'\n", "line 2", id="a key twice"),
        pytest.param(b"title = 'a\x07b'\n", "line 1", id="a raw control character"),
        pytest.param(b"Dear Sir or Madam,\n", "line 1", id="a letter"),
    ],
)
def test_what_is_no_letter_file_is_told_with_its_name_and_a_mend(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableLetterFile, match=r"letter\.toml") as told:
        letter_of(data)
    assert reason in str(told.value)
    assert told.value.facts["mend"]


@pytest.mark.parametrize("version", ["2", "99", "0", '"1"', "1.5"])
def test_a_file_for_another_program_says_so(version: str) -> None:
    with pytest.raises(NewerLetterFile, match="this program knows 1"):
        letter_of(f"format = {version}\n{HEAD}")


def test_an_unknown_key_of_a_newer_format_is_not_what_is_told() -> None:
    with pytest.raises(NewerLetterFile):
        letter_of(f"format = 2\n{HEAD}something_new = 1\n")


# ── The picture of the letterhead ──

PICTURED = HEAD + '[sender.picture]\nfile = "logo.png"\nwords = "A loaf"\n'


def test_a_picture_beside_the_letter_file_is_taken_into_the_letter(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(a_png())
    letter = read_letter_file(PICTURED.encode(), name="letter.toml", folder=tmp_path)
    assert letter.sender.picture == letterhead_picture(a_png(), "A loaf")
    (tmp_path / "logo.png").unlink()
    assert letter_from_json(letter_to_json(letter)) == letter


def test_each_version_of_a_letter_may_name_its_own(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(a_png())
    version = (
        '[[versions]]\ntype = "protest"\nlanguage = "fr"\n[versions.sender.picture]\nfile = "logo.png"\n'
    )
    text = f"{HEAD}{version}"
    letter = read_letter_file(text.encode(), name="letter.toml", folder=tmp_path)
    assert letter.sender.picture is None
    assert letter.versions[0].sender.picture == letterhead_picture(a_png())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "line 4, sender.picture.file: the picture “logo.png” cannot be read: No such file"),
        (b"GIF89a", "line 4, sender.picture.file: This file is no whole PNG or JPEG picture."),
        (b"<svg></svg>", "line 4, sender.picture.file: This is an SVG drawing, which a letter cannot print."),
        (a_png() + b" " * LARGEST, "a letterhead may have 128 KB"),
    ],
    ids=["missing", "another kind", "drawing", "too large"],
)
def test_a_file_that_no_letter_can_print_is_refused_at_its_line(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(FaultyLetterFile, match=re.escape(sentence)):
        read_letter_file(PICTURED.encode(), name="letter.toml", folder=tmp_path)


def test_a_letter_from_nowhere_can_name_no_file() -> None:
    with pytest.raises(FaultyLetterFile, match="not read from a folder"):
        letter_of(PICTURED)


def test_a_picture_is_given_once(tmp_path: Path) -> None:
    with pytest.raises(FaultyLetterFile, match="either “file” or “data”"):
        read_letter_file(f'{PICTURED}data = "x"\n'.encode(), name="letter.toml", folder=tmp_path)


def test_a_damaged_picture_in_the_letter_itself_is_refused_in_words() -> None:
    with pytest.raises(FaultyLetterFile, match="no whole PNG or JPEG picture"):
        letter_of(f'{HEAD}[sender.picture]\ndata = "AAAA"\n')


# ── The schema ──


def resolved(schema: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    name = place.get("$ref", "").removeprefix("#/$defs/")
    return schema["$defs"][name] if name else place


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    schema: dict[str, Any] = letter_file_schema()
    text = json.dumps(schema)
    names = {piece.split('"')[0] for piece in text.split('"#/$defs/')[1:]}
    assert names
    assert names <= schema["$defs"].keys()


def test_the_schema_names_every_key_of_a_letter() -> None:
    schema: dict[str, Any] = letter_file_schema()
    fields = {each.name for each in dataclasses.fields(Letter)}
    assert schema["properties"].keys() == fields | {"format", "$schema"}
    assert set(schema["required"]) == {"type", "language"}
    assert schema["$schema"].startswith("https://json-schema.org/")


def fits(schema: dict[str, Any], place: dict[str, Any], value: object) -> bool:
    """Check the part of JSON Schema that ours uses: references, unions, objects, lists, enums."""
    place = resolved(schema, place)
    for unions in ("anyOf", "oneOf"):
        if unions in place:
            return any(fits(schema, each, value) for each in place[unions])
    if "enum" in place or "const" in place:
        return value in place.get("enum", [place.get("const")])
    if isinstance(value, dict):
        inner = place.get("properties", {})
        return set(place.get("required", [])) <= value.keys() <= inner.keys() and all(
            fits(schema, inner[key], each) for key, each in value.items()
        )
    if isinstance(value, list):
        return place.get("type") == "array" and all(fits(schema, place["items"], each) for each in value)
    wanted = {str: "string", bool: "boolean", int: "integer", type(None): "null"}[type(value)]
    return place.get("type") == wanted


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_fit_the_schema(path: Path) -> None:
    schema: dict[str, Any] = letter_file_schema()
    said = json.loads(letter_to_json(letter_of(path.read_bytes())))
    assert fits(schema, schema, said)


def test_what_is_wrong_does_not_fit_the_schema() -> None:
    schema: dict[str, Any] = letter_file_schema()
    said = json.loads(letter_to_json(an_allegation()))
    assert fits(schema, schema, said)
    for wrong in ({"titel": "x"}, {"title": 5}, {"type": "complaint"}, {"recipients": [{"nmae": "x"}]}):
        assert not fits(schema, schema, {**said, **wrong})


def test_the_same_letter_by_another_road_is_equal() -> None:
    assert letter_from_json(letter_to_json(replace(an_allegation(), title=""))) == an_allegation(title="")
