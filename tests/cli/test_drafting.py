"""A letter file becomes a document, and what is open or doubtful in it is said."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Keyboard
from tests.cli.letters import ALLEGATION, PROTEST, example
from tests.drafting.making import SHIPPED
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_word_file

SALUTATION = 'salutation = "Dear President Nazarbayev"\n'


def read(path: Path) -> DocxRead:
    return DocxRead(path.read_bytes())


# ── draft ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "made"),
    [
        (PROTEST, "draft_Nazarbayev_en.docx"),
        (ALLEGATION, "draft_Permanent-Mission-of-Kazakhstan_en.docx"),
    ],
)
def test_a_draft_goes_under_its_own_name_into_this_folder(keyboard: Keyboard, name: str, made: str) -> None:
    answer = keyboard.done("draft", keyboard.letter(name))
    assert answer.lines[0] == f"The draft was written to {made}."
    assert read(keyboard.folder / made).texts


def test_a_draft_goes_where_it_is_wanted(keyboard: Keyboard) -> None:
    keyboard.done("draft", keyboard.letter(), "-o", "letter.docx")
    assert "№ ________" in read(keyboard.folder / "letter.docx").texts


def test_a_draft_goes_into_a_folder_under_its_own_name(keyboard: Keyboard) -> None:
    (keyboard.folder / "out").mkdir()
    keyboard.done("draft", keyboard.letter(), "-o", "out")
    assert [path.name for path in (keyboard.folder / "out").iterdir()] == ["draft_Nazarbayev_en.docx"]


def test_a_file_that_is_there_stays_unless_it_may_go(keyboard: Keyboard) -> None:
    letter, target = keyboard.letter(), keyboard.file("mine.docx", "mine")
    said = keyboard.refused("draft", letter, "-o", "mine.docx")
    assert said == ("mine.docx exists already and was left as it is. Give another name, or add --force.\n")
    assert target.read_text() == "mine"
    keyboard.done("draft", letter, "-o", "mine.docx", "--force")
    assert zipfile.is_zipfile(target)


def test_a_folder_that_is_missing_is_named(keyboard: Keyboard) -> None:
    said = keyboard.refused("draft", keyboard.letter(), "-o", "nowhere/letter.docx")
    assert said.startswith("The folder of nowhere/letter.docx does not exist.")


def test_a_draft_leaves_no_workspace_behind_unless_it_is_kept(keyboard: Keyboard, workspace: Path) -> None:
    letter = keyboard.letter()
    keyboard.done("draft", letter)
    assert not workspace.exists()
    answer = keyboard.done("draft", letter, "--force", "--keep")
    assert answer.lines[-1] == "It is kept as draft 1."
    assert keyboard.done("list", "--drafts", "--json").json[0]["key"] == 1


WORDED = ", ".join(sorted(path.stem for path in (SHIPPED / "protest").glob("*.toml")))


def test_a_draft_with_gaps_is_made_and_says_what_is_open(keyboard: Keyboard) -> None:
    answer = keyboard.done("draft", keyboard.letter(changed={SALUTATION: ""}))
    assert "Open before the letter can be registered:" in answer.out
    assert "salutation: “recipients.salutation” is empty." in answer.out
    assert "⟦Salutation⟧" in read(keyboard.folder / "draft_Nazarbayev_en.docx").whole


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("xx", f"There is no wording for “protest” letters in “xx”. There is one in: {WORDED}.\n"),
        ("../en", "“../en” is not a language. Write its tag, such as en, fr, ru, ka or zh-Hans.\n"),
    ],
)
def test_a_language_that_cannot_be_had_is_said(keyboard: Keyboard, tag: str, sentence: str) -> None:
    assert keyboard.refused("draft", keyboard.letter(), "--lang", tag) == sentence


def test_a_letter_can_be_drafted_in_the_language_it_is_in(keyboard: Keyboard) -> None:
    keyboard.done("draft", keyboard.letter(), "--lang", "en")


def test_an_own_word_file_serves_as_template(keyboard: Keyboard) -> None:
    own_word_file(keyboard.folder, "own", "To {{ recipient.name }}", "{{ letter.subject }}")
    answer = keyboard.done("draft", keyboard.letter(), "--template", "own.docx", "-o", "letter.docx")
    assert read(keyboard.folder / "letter.docx").texts[0] == "To Nursultan Nazarbayev"
    assert "template: “subject” is empty." in answer.out


@pytest.mark.parametrize("template", ["missing.docx", "."])
def test_a_template_that_cannot_be_read_is_named(keyboard: Keyboard, template: str) -> None:
    said = keyboard.refused("draft", keyboard.letter(), "--template", template)
    assert said.startswith(f"{template}: this file cannot be read (")


# ── check ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [PROTEST, ALLEGATION])
def test_there_is_nothing_to_say_of_the_model_letters(keyboard: Keyboard, name: str) -> None:
    answer = keyboard.done("check", keyboard.letter(name))
    assert answer.out == "The letter is complete and nothing looks wrong.\n"


def test_a_check_names_every_gap_and_ends_with_one(keyboard: Keyboard) -> None:
    answer = keyboard("check", keyboard.letter(changed={SALUTATION: "", 'adjective = "Kazakh"\n': ""}))
    assert answer.code == 1
    assert answer.lines == [
        "Open before the letter can be registered:",
        "  salutation: “recipients.salutation” is empty. Fill it in, or write the block by hand.",
        "  testimony: “state.adjective” is empty. Fill it in, or write the block by hand.",
    ]


def test_advice_is_said_and_the_letter_is_complete(keyboard: Keyboard) -> None:
    letter = keyboard.letter(
        changed={"the recent erroneous": "the recent  erroneous", "2017-06-30": "2015-06-30"}
    )
    answer = keyboard.done("check", letter)
    assert answer.lines == [
        "Advice, which stops nothing:",
        "  sender.figures: The sender's figures are of 2015-06-30, more than a year before the letter.",
        "  opening: Two spaces in a row: “recent  erroneous”.",
        "The letter is complete.",
    ]


def test_a_check_in_json_has_gaps_and_advice(keyboard: Keyboard) -> None:
    changed = {SALUTATION: "", "the recent erroneous": "the recent  erroneous"}
    answer = keyboard("check", keyboard.letter(changed=changed), "--json")
    assert answer.code == 1
    assert answer.json == {
        "gaps": [
            {
                "block": "salutation",
                "kind": "salutation",
                "place": "recipient.salutation",
                "written": False,
            }
        ],
        "advice": [{"place": "opening", "text": "Two spaces in a row: “recent  erroneous”."}],
    }


def test_a_check_in_json_of_a_good_letter_is_empty(keyboard: Keyboard) -> None:
    answer = keyboard.done("check", keyboard.letter(), "--json")
    assert answer.json == {"gaps": [], "advice": []}


# ── Files that are no letters ────────────────────────────────────────────────

INVISIBLE = "the text holds the invisible character U+0007. Delete it and type the word again."
FAULTS: dict[str, tuple[dict[str, str], str]] = {
    "an unknown key": (
        {"salutation =": "salutaton ="},
        "  line 33, recipients.1.salutaton: unknown key. Take it out, or write: salutation.",
    ),
    "a wrong type": (
        {'gender = "m"': "gender = 5"},
        "  line 32, recipients.1.gender: “5” is of the wrong type here; a text in quotation marks is wanted.",
    ),
    "a bad date": (
        {"date = 2017-08-16": 'date = "16 August"'},
        "  line 12, date: “16 August” is not a date. Write it as 2017-08-16.",
    ),
    "a control character": (
        {'Republic of Kazakhstan", "Astana': 'Republic\\u0007", "Astana'},
        f"  line 35, recipients.1.address.1: {INVISIBLE}",
    ),
    "a missing key": ({'type = "protest"\n': ""}, "  type: this key is missing. Add it."),
    "no language": (
        {'language = "en"': 'language = "../en"'},
        "  “../en” is not a language. Write its tag, such as en, fr, ru, ka or zh-Hans.",
    ),
}


@pytest.mark.parametrize("command", ["check", "draft", "register"])
@pytest.mark.parametrize(("changed", "line"), FAULTS.values(), ids=FAULTS)
def test_a_mistake_is_named_with_file_line_and_mend(
    keyboard: Keyboard, command: str, changed: dict[str, str], line: str
) -> None:
    letter = keyboard.letter(changed=changed)
    said = keyboard.refused(command, letter).splitlines()
    assert said == [f"Mistakes in the letter file {letter}:", line]


def test_every_mistake_is_named_at_once(keyboard: Keyboard) -> None:
    changed = {"salutation =": "salutaton =", 'gender = "m"': "gender = 5"}
    assert len(keyboard.refused("check", keyboard.letter(changed=changed)).splitlines()) == 3


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "another encoding": ("№ 1".encode("cp1251"), "Save the file with the encoding UTF-8."),
    "sixteen bits": (example(PROTEST).encode("utf-16"), "Save the file with the encoding UTF-8."),
    "no TOML": (b"Dear Sir,\n", "(at line 1, column 6). Mend the line that it names."),
    "a bare control character": (b'title = "\x07"', "Mend the line that it names."),
    "brackets without end": (b"questions = " + b"[" * 5000, "Take some of them away."),
    "a newer format": (b"format = 2\n", "Install a newer Chancery, or write format = 1."),
}


@pytest.mark.parametrize(("content", "mend"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_letter_file_is_refused_with_the_mend(
    keyboard: Keyboard, content: bytes, mend: str
) -> None:
    keyboard.file("letter.toml", content)
    said = keyboard.refused("check", "letter.toml")
    assert said.startswith("letter.toml: ")
    assert said.endswith(f"{mend}\n")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(keyboard: Keyboard) -> None:
    content = b"\xef\xbb\xbf" + example(PROTEST).replace("\n", "\r\n").encode()
    keyboard.done("check", keyboard.file("letter.toml", content))


# ── Letters at the edge ──────────────────────────────────────────────────────

NAME = '"Nursultan Nazarbayev"'
NASTY_NAMES: dict[str, str] = {
    "markup": "<b>A & \"B\" 'C'</b>",
    "emoji": "👩‍🏭 Ñandú 🚩",
    "right to left": "\u200fمحمد \u202eعلي\u202c",
    "places": "{{ config }} {% raw %} {# x #}",
    "notation": "*A* _b_ [c](d) `e` # 1. > \\",
    "many scripts": "Қасым Жомарт გიორგი 習近平",
    "a single sign": "-",
}


@pytest.mark.parametrize("name", NASTY_NAMES.values(), ids=NASTY_NAMES)
def test_any_name_arrives_as_it_was_typed(keyboard: Keyboard, name: str) -> None:
    letter = keyboard.letter(changed={NAME: f"'''{name}'''"})
    keyboard.done("draft", letter, "-o", "letter.docx")
    assert f"To: Mr. {name}\nPresident of Kazakhstan" in read(keyboard.folder / "letter.docx").texts


def test_a_place_in_a_name_is_advised_on_and_never_filled_in(keyboard: Keyboard) -> None:
    answer = keyboard.done("check", keyboard.letter(changed={NAME: '"{{ 7 * 7 }}"'}))
    assert "A place of a template is left over: {{ 7 * 7 }}" in answer.out


def test_a_paragraph_of_ten_thousand_characters_stays_one_paragraph(keyboard: Keyboard) -> None:
    long = "word " * 2000 + "end"
    keyboard.done("draft", keyboard.letter(changed={"the recent erroneous": long}), "-o", "letter.docx")
    (opening,) = (text for text in read(keyboard.folder / "letter.docx").texts if long in text)
    assert opening.startswith("As the president of")


def test_a_hundred_and_twenty_people_sign(keyboard: Keyboard) -> None:
    people = "".join(f'[[signatories.people]]\nname = "Person {n}."\n' for n in range(120))
    text = example(ALLEGATION).split("[[signatories]]")[0] + "[[signatories]]\ncolumns = 2\n" + people
    keyboard.done("draft", keyboard.file("letter.toml", text), "-o", "letter.docx")
    texts = read(keyboard.folder / "letter.docx").texts
    assert [text for text in texts if text.startswith("Person ")] == [f"Person {n}." for n in range(120)]


def test_a_letter_to_nobody_has_gaps(keyboard: Keyboard) -> None:
    text = example(PROTEST)
    without = text[: text.index("[[recipients]]")] + text[text.index("[case]") :]
    answer = keyboard("check", keyboard.file("letter.toml", without), "--json")
    assert answer.code == 1
    assert {gap["block"] for gap in answer.json["gaps"]} == {"addressee", "salutation", "vocative", "address"}


def test_a_letter_of_one_block_by_hand_is_a_letter(keyboard: Keyboard) -> None:
    keyboard.file(
        "letter.toml", 'type = "protest"\nlanguage = "en"\n[[blocks]]\nkind = "text"\ntext = "No."\n'
    )
    keyboard.done("draft", "letter.toml", "-o", "letter.docx")
    assert read(keyboard.folder / "letter.docx").texts == ("No.",)


def test_a_deadline_beyond_the_calendar_is_no_reason_to_stumble(keyboard: Keyboard) -> None:
    text = example(PROTEST) + '\n[deadline]\ndays = 999999999\n\n[[blocks]]\nkind = "deadline"\n'
    keyboard.done("check", keyboard.file("letter.toml", text))


# ── new ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kind", "name"), [("protest", PROTEST), ("un_allegation", ALLEGATION)])
def test_a_letter_file_begins_with_a_complete_example(keyboard: Keyboard, kind: str, name: str) -> None:
    assert "put your own words in" in keyboard.done("new", kind, "mine.toml").out
    assert (keyboard.folder / "mine.toml").read_text(encoding="utf-8") == example(name)
    keyboard.done("check", "mine.toml")


def test_a_new_letter_file_takes_nobody_s_place(keyboard: Keyboard) -> None:
    mine = keyboard.file("mine.toml", "mine")
    assert "mine.toml exists already" in keyboard.refused("new", "protest", "mine.toml")
    assert mine.read_text(encoding="utf-8") == "mine"
    keyboard.done("new", "protest", "mine.toml", "--force")


def test_a_dropped_block_is_neither_printed_nor_missed(keyboard: Keyboard) -> None:
    letter = keyboard.letter(
        changed={
            'language = "en"\n': 'language = "en"\ndrop = ["pattern"]\n',
            'members = "181 million", ': "",
        }
    )
    keyboard.done("check", letter)
    keyboard.done("draft", letter, "-o", "letter.docx")
    assert "vigorous critics" not in read(keyboard.folder / "letter.docx").whole
