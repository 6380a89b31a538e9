"""What Word finds in the finished DOCX: pages, lists, styles, languages, properties, fonts."""

from __future__ import annotations

import getpass
import platform
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from app.domain.letters import BlockKind, LetterType
from app.drafting import styles
from app.drafting.context import Printing
from app.drafting.looks import LOOKS, make_look
from tests.builders import a_letter, a_sender, an_allegation, in_words, signed_by, some_signatories
from tests.drafting.making import SHIPPED, example, read
from tests.drafting.reading import DocxRead

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXAMPLES = ["protest", "un-allegation"]
# What Word calls its own styles, in the spelling of the file format.
BUILT_IN = {
    "Normal", "Body Text", "Body Text Indent", "Quote", "List Paragraph", "footnote text", "heading 1",
    "heading 2", "heading 3", "Date", "Salutation", "Closing", "Signature", "header", "footer",
    "Default Paragraph Font", "Normal Table", "footnote reference",
}  # fmt: skip


@cache
def model(name: str) -> DocxRead:
    return read(example(name), Printing(number="147/01-3"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_page_differs_from_those_that_follow(name: str) -> None:
    assert model(name).body.find(f"{W}sectPr/{W}titlePg") is not None
    first = [paragraph.text for paragraph in model(name).furniture("header", "first")]
    assert example(name).sender.organisation in first
    assert not any(paragraph.text for paragraph in model(name).furniture("header", "default"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_number_is_a_field_on_the_following_pages_only(name: str) -> None:
    following = "".join(paragraph.text for paragraph in model(name).furniture("footer", "default"))
    first = "".join(paragraph.text for paragraph in model(name).furniture("footer", "first"))
    assert " PAGE " in following
    assert "PAGE" not in first


def test_letterhead_and_foot_come_from_the_sender() -> None:
    document = read(a_letter(sender=a_sender(letterhead=("Street 1", "T & F"), footer=("www.fb.example",))))
    assert [each.text for each in document.furniture("header", "first") if each.text] == [
        "Federation of Bakers", "Street 1", "T & F",
    ]  # fmt: skip
    assert [each.text for each in document.furniture("footer", "first")] == ["www.fb.example"]


def test_a_sender_without_a_foot_has_an_empty_one() -> None:
    assert [each.text for each in read(a_letter()).furniture("footer", "first")] == [""]


def test_the_questions_are_one_real_list_that_counts_from_one() -> None:
    questions = [paragraph for paragraph in model("un-allegation").paragraphs if paragraph.number]
    assert len(questions) == 4
    assert len({paragraph.number for paragraph in questions}) == 1
    made = model("un-allegation").lists[questions[0].number]
    assert (made.forms[0], made.marks[0], made.starts) == ("decimal", "%1.", ((0, 1),))
    assert not any(paragraph.text[0].isdigit() for paragraph in questions)


def test_every_list_of_a_letter_counts_for_itself() -> None:
    document = read(in_words("1. a\n2. b\n\nthen\n\n1. c", "5. d\n6. e"))
    numbers = [paragraph.number for paragraph in document.paragraphs if paragraph.number]
    assert numbers[0] == numbers[1]
    assert numbers[3] == numbers[4]
    assert len(set(numbers)) == 3
    assert [document.lists[number].starts for number in dict.fromkeys(numbers)] == [
        ((0, 1),), ((0, 1),), ((0, 5),),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form", "mark"),
    [
        ("1. a", "decimal", "%1."),
        ("1) a", "decimal", "%1)"),
        ("* a", "bullet", "•"),
        ("- a", "bullet", "–"),
        ("+ a", "ordinalText", "%1,"),
    ],
)
def test_each_list_style_has_a_form_of_its_own(text: str, form: str, mark: str) -> None:
    document = read(in_words(text))
    (paragraph,) = (each for each in document.paragraphs if each.number)
    made = document.lists[paragraph.number]
    assert (made.forms[0], made.marks[0]) == (form, mark)


def test_an_inner_list_is_a_level_deeper_and_begins_anew_in_each_item() -> None:
    document = read(in_words("1. a\n   - b\n   - c\n2. d\n   - e"))
    listed = {paragraph.text: paragraph for paragraph in document.paragraphs if paragraph.number}
    assert [listed[text].level for text in "abcde"] == [0, 1, 1, 0, 1]
    assert listed["a"].number == listed["d"].number
    assert listed["b"].number == listed["c"].number != listed["e"].number
    assert document.lists[listed["e"].number].starts == ((1, 1),)


def test_only_the_first_paragraph_of_an_item_bears_its_number() -> None:
    document = read(in_words("1. a\n\n   b\n\n   c\n2. d"))
    assert [(each.text, bool(each.number)) for each in document.paragraphs if each.text] == [
        ("a", True), ("b", False), ("c", False), ("d", True),
    ]  # fmt: skip
    assert all("ind" in each.marks for each in document.paragraphs if each.text in {"b", "c"})


@pytest.mark.parametrize("people", [1, 2, 8])
def test_the_signature_block_stays_together_and_with_the_valediction(people: int) -> None:
    document = read(a_letter(signatories=signed_by(*some_signatories(people))))
    closing = next(each for each in document.paragraphs if each.style == "Closing")
    signatures = [each for each in document.paragraphs if each.style == "Signature"]
    assert len(signatures) == people
    assert "keepNext" in document.marks(closing)
    assert all("keepNext" in document.marks(each) for each in signatures[:-1])
    assert all("keepLines" in document.marks(each) for each in signatures)
    assert "keepNext" not in document.marks(signatures[-1])


def test_the_courtesy_formula_stays_with_the_signatures_of_a_communication() -> None:
    document = read(an_allegation())
    formula = next(each for each in document.paragraphs if each.text.startswith("Please accept"))
    assert "keepNext" in document.marks(formula)


def test_the_annex_begins_a_page_and_its_title_stays_with_it() -> None:
    title, subtitle = (
        next(each for each in model("un-allegation").paragraphs if each.style == style)
        for style in ("AnnexTitle", "AnnexSubtitle")
    )
    assert "pageBreakBefore" in model("un-allegation").marks(title)
    assert "pageBreakBefore" not in model("un-allegation").marks(subtitle)
    assert all("keepNext" in model("un-allegation").marks(each) for each in (title, subtitle))


def test_every_style_used_is_defined() -> None:
    text = "# a\n\n## b\n\n### c\n\n> d\n\n    e\n\n1. f\n\ng^[h]"
    for document in (read(in_words(text)), *map(model, EXAMPLES)):
        used = {
            node.get(f"{W}val")
            for part in document.parts
            if part.startswith("word/") and part.endswith(".xml")
            for tag in ("pStyle", "rStyle", "basedOn", "next")
            for node in document.root(part).iter(f"{W}{tag}")
        }
        assert used <= document.styles.keys()


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_block_has_a_style_of_the_look(kind: BlockKind) -> None:
    assert styles.STYLE_OF.get(kind, styles.BODY) in styles.STYLES


def test_words_own_styles_bear_words_names_and_ours_say_that_they_are_ours() -> None:
    for style in model("protest").styles.values():
        name = model("protest").style_name(style.get(f"{W}styleId") or "")
        own = style.get(f"{W}customStyle") == "1"
        assert own != (name in BUILT_IN), name


def test_no_style_is_there_twice() -> None:
    found = [each.get(f"{W}styleId") for each in model("protest").root("word/styles.xml").iter(f"{W}style")]
    names = [model("protest").style_name(style) for style in model("protest").styles]
    assert len(found) == len(set(found)) == len(set(names))


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en-GB"), ("fr", "fr-FR"), ("ru", "ru-RU"), ("ka", "ka-GE"), ("zh", "zh-CN"), ("pt", "pt")],
)
def test_every_run_of_a_block_says_its_language(language: str, tag: str) -> None:
    letter = in_words("a **b** *c*^[d]\n\n1. e")
    (block,) = letter.blocks
    document = read(replace(letter, blocks=(replace(block, language=language),)))
    noted = [paragraph for note in document.footnotes.values() for paragraph in note]
    assert {tag} == {each for paragraph in (*document.paragraphs, *noted) for each in paragraph.languages}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_run_of_a_model_letter_is_british_english(name: str) -> None:
    assert {language for each in model(name).paragraphs for language in each.languages} == {"en-GB"}


def test_the_properties_hold_title_and_number_and_nobody() -> None:
    properties = model("protest").properties
    assert properties == {
        "title": "147/01-3 – Protest to the President of Kazakhstan: Larisa Kharkova",
        "subject": "",
        "creator": "ITUC Pan-European Regional Council",
        "identifier": "147/01-3",
        "language": "en-GB",
        "Application": "Chancery",
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_part_of_a_letter_tells_user_machine_or_folder(name: str) -> None:
    told = b"\n".join(model(name).parts.values())
    for trace in (getpass.getuser(), platform.node(), str(SHIPPED.parent)):
        assert f">{trace}<".encode() not in told
    assert str(SHIPPED.parent).encode() not in told
    assert b"lastModifiedBy" not in told


def test_a_font_that_is_not_there_has_one_that_stands_in() -> None:
    assert model("protest").fonts["Times New Roman"] == "Liberation Serif"
    assert all(model("protest").fonts.values())


@pytest.mark.parametrize("name", LOOKS)
def test_the_shipped_looks_are_those_that_the_house_makes(name: str) -> None:
    assert (SHIPPED / name / "look.docx").read_bytes() == make_look(LOOKS[name])


@pytest.mark.parametrize("name", LOOKS)
def test_the_parts_of_a_look_keep_the_order_of_the_standard(name: str) -> None:
    settings = DocxRead(make_look(LOOKS[name])).root("word/settings.xml")
    found = [etree.QName(each).localname for each in settings]
    wanted = ["zoom", "removePersonalInformation", "footnotePr", "compat", "themeFontLang"]
    assert found == wanted


@pytest.mark.parametrize("kind", LetterType)
def test_every_letter_type_has_a_look(kind: LetterType) -> None:
    assert read(in_words("a", type=kind)).texts == ("a",)


def test_headings_and_quotations_have_words_own_styles() -> None:
    document = read(in_words("# a\n\n## b\n\n### c\n\n> d\n>\n> > e\n\n1. f\n\n   > g"))
    assert [(each.text, each.style) for each in document.paragraphs] == [
        ("a", "Heading1"), ("b", "Heading2"), ("c", "Heading3"), ("d", "Quote"), ("e", "Quote"),
        ("f", "ListParagraph"), ("g", "ListParagraph"),
    ]  # fmt: skip
    assert all("keepNext" in document.marks(each) for each in document.paragraphs[:3])
