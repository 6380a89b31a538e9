"""An office's own Word file as a template: it gets what it lacks and is otherwise left alone."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from app.domain.letters import Letter
from app.drafting import styles
from app.drafting.composing import compose
from app.drafting.context import Printing
from app.drafting.documents import TEMPLATE_BLOCK, make_document
from app.drafting.engine import FillProblem, TemplateProblem
from app.drafting.library import TemplateLibrary
from app.drafting.preparing import prepare
from tests.builders import a_block, a_case, a_letter, a_recipient, an_allegation, in_words
from tests.drafting.making import SHIPPED, read
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_library, own_word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOP = ("{%p for block in letter.blocks %}", "{{p block.body }}", "{%p endfor %}")
ALLOWED_TO_CHANGE = {
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footnotes.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "docProps/core.xml",
}


def ours(folder: Path, *paragraphs: str, letter: Letter | None = None) -> DocxRead:
    """Make a letter with an own Word file of these paragraphs."""
    own_word_file(folder, "ours", *paragraphs)
    return read(replace(letter or a_letter(), template="ours"), library=own_library(folder))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_wording_and_places_of_the_file_are_filled(tmp_path: Path) -> None:
    document = ours(
        tmp_path,
        "Dear {{ recipient.name }}, you at {{ recipient.offices[0] }}!",
        "{{p block.opening.body }}",
        "{%p for line in recipient.address %}",
        "· {{ line }}",
        "{%p endfor %}",
        "{% if sender.short_name %}{{ sender.short_name }}{% endif %}, {{ document.title }}",
    )
    assert document.texts[0] == "Dear Nino Abashidze, you at Prime Minister of Georgia!"
    assert document.texts[1].startswith("As the president of the Federation of Bakers, with this letter")
    assert document.texts[2:] == (
        "· Government House", "· 7 Ingorokva st.", "· Tbilisi", "FB, Protest against the closure",
    )  # fmt: skip


def test_a_file_with_one_loop_prints_the_whole_letter(tmp_path: Path) -> None:
    assert ours(tmp_path, *LOOP).texts == read(a_letter()).texts


def test_lists_and_footnotes_work_in_a_file_that_had_none(tmp_path: Path) -> None:
    document = ours(tmp_path, *LOOP, letter=in_words("1. a\n2. b\n\nc^[d]\n\n> e"))
    listed = [paragraph for paragraph in document.paragraphs if paragraph.number]
    assert [paragraph.text for paragraph in listed] == ["a", "b"]
    assert document.lists[listed[0].number].forms == ("decimal", "decimal")
    assert [each.text.strip() for note in document.footnotes.values() for each in note] == ["d"]
    used = {
        node.get(f"{W}val")
        for part in ("word/document.xml", "word/footnotes.xml")
        for tag in ("pStyle", "rStyle")
        for node in document.root(part).iter(f"{W}{tag}")
    }
    assert used <= document.styles.keys()


def test_every_kind_of_letter_prints_in_an_own_file(tmp_path: Path) -> None:
    assert ours(tmp_path, *LOOP, letter=an_allegation()).texts == read(an_allegation()).texts


def test_the_same_list_and_note_ids_do_not_meet_those_of_the_file(tmp_path: Path) -> None:
    def with_list(document: WordDocument) -> None:
        document.add_paragraph("theirs", style="List Number")

    own_word_file(tmp_path, "ours", *LOOP, then=with_list)
    document = read(in_words("1. mine", template="ours"), library=own_library(tmp_path))
    numbers = [each.get(f"{W}numId") for each in document.root("word/numbering.xml").iter(f"{W}num")]
    assert len(numbers) == len(set(numbers))
    assert "theirs" in document.texts


def test_only_what_letters_need_is_added(tmp_path: Path) -> None:
    data = own_word_file(tmp_path, "ours", *LOOP)
    before, after = members(data), members(prepare(data, name="ours.docx"))
    assert after.keys() - before.keys() == {"word/footnotes.xml"}
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/numbering.xml",
        "word/styles.xml",
    }
    assert before.keys() <= after.keys()


def test_the_styles_of_the_file_stay_as_the_office_made_them(tmp_path: Path) -> None:
    def bright(document: WordDocument) -> None:
        document.styles["Body Text"].font.name = "Comic Sans MS"
        document.styles.add_style("Mandates", WD_STYLE_TYPE.PARAGRAPH).font.bold = False

    data = own_word_file(tmp_path, "ours", *LOOP, then=bright)
    before, after = (
        {
            style.get(f"{W}styleId"): etree.tostring(style, method="c14n")
            for style in etree.fromstring(members(each)["word/styles.xml"]).iter(f"{W}style")
        }
        for each in (data, prepare(data, name="ours.docx"))
    )
    assert {key: after[key] for key in before} == before
    assert {"BodyText", "Mandates"} <= before.keys()
    assert set(styles.STYLES) <= after.keys()


def test_a_file_that_lacks_nothing_comes_back_as_it_is() -> None:
    look = (SHIPPED / "protest" / "look.docx").read_bytes()
    assert prepare(look, name="look.docx") == look


def test_preparing_twice_changes_nothing_more(tmp_path: Path) -> None:
    once = prepare(own_word_file(tmp_path, "ours", *LOOP), name="ours.docx")
    assert prepare(once, name="ours.docx") == once


def test_nothing_else_of_the_package_changes_in_a_finished_letter(tmp_path: Path) -> None:
    data = own_word_file(tmp_path, "ours", *LOOP)
    document = read(a_letter(template="ours"), library=own_library(tmp_path))
    before = members(data)
    assert {name for name in before if document.parts.get(name) != before[name]} <= ALLOWED_TO_CHANGE
    assert document.parts.keys() - before.keys() == {"word/footnotes.xml"}


def test_the_finished_letter_opens_in_another_program(tmp_path: Path) -> None:
    document = ours(tmp_path, *LOOP, letter=in_words("a"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in document.parts.items():
            package.writestr(name, content)
    assert [paragraph.text for paragraph in Document(buffer).paragraphs] == ["a"]


def test_what_the_file_asks_and_the_letter_lacks_is_a_gap(tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", "Fax: {{ recipient.fax }}, mail: {{ recipient.email }}")
    letter = a_letter(template="ours", recipients=(a_recipient(email="a@b"),), blocks=(a_block(text="x"),))
    template = own_library(tmp_path).template_for(letter)
    made = make_document(compose(letter, template.wording, Printing()), template, Printing())
    assert [(gap.block, gap.place) for gap in made.composed.gaps] == [(TEMPLATE_BLOCK, "recipient.fax")]
    assert DocxRead(made.content).texts == ("Fax: ⟦recipient.fax⟧, mail: a@b",)


def test_a_place_that_no_letter_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FillProblem, match="nmae"):
        ours(tmp_path, "{{ recipient.nmae }}")


def test_a_block_that_the_letter_does_not_have_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FillProblem, match="annex"):
        ours(tmp_path, "{{p block.annex.body }}")


def test_a_broken_tag_is_told_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblem, match=r"ours\.docx"):
        ours(tmp_path, "{{ recipient.name")


def test_a_file_that_is_no_document_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(b"not a package")
    with pytest.raises(TemplateProblem, match=r"ours\.docx"):
        read(a_letter(template="ours"), library=own_library(tmp_path))


def test_a_document_from_elsewhere_can_be_used_once(tmp_path: Path) -> None:
    own_word_file(tmp_path, "elsewhere", "{{ recipient.name }}")
    library = TemplateLibrary(SHIPPED, tmp_path / "own")
    template = library.template_for(a_letter(), document=tmp_path / "elsewhere.docx")
    made = make_document(compose(a_letter(), template.wording, Printing()), template, Printing())
    assert DocxRead(made.content).texts == ("Nino Abashidze",)


def test_a_mark_that_must_stand_last_in_the_list_part_does_not_stay_before_the_lists(tmp_path: Path) -> None:
    data = own_word_file(tmp_path, "ours", *LOOP)
    content = members(data)["word/numbering.xml"]
    marked = content.replace(b"</w:numbering>", b'<w:numIdMacAtCleanup w:val="5"/></w:numbering>')
    assert marked != content
    (tmp_path / "ours.docx").write_bytes(_with(data, "word/numbering.xml", marked))
    document = read(in_words("1. a", template="ours"), library=own_library(tmp_path))
    tags = [etree.QName(each).localname for each in document.root("word/numbering.xml")]
    order = ["numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"]
    assert tags == sorted(tags, key=order.index)


def test_a_file_of_a_word_in_another_language_keeps_its_own_look(tmp_path: Path) -> None:
    data = own_word_file(tmp_path, "ours", *LOOP)
    content = members(data)["word/styles.xml"]
    for latin, local in ((b"BodyText", b"Textkrper"), (b"Normal", b"Standard")):
        content = content.replace(b'"' + latin + b'"', b'"' + local + b'"')
    (tmp_path / "ours.docx").write_bytes(_with(data, "word/styles.xml", content))
    document = read(in_words("a", template="ours"), library=own_library(tmp_path))
    names = [document.style_name(style) for style in document.styles]
    assert len(names) == len(set(names))
    based = document.styles["BodyText"].find(f"{W}basedOn")
    assert based is not None
    assert based.get(f"{W}val") == "Textkrper"
    bases = {each.get(f"{W}val") for each in document.root("word/styles.xml").iter(f"{W}basedOn")}
    assert bases <= document.styles.keys()


def _with(data: bytes, part: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, old in members(data).items():
            package.writestr(name, content if name == part else old)
    return buffer.getvalue()


def test_the_file_may_ask_for_the_title_of_the_letter(tmp_path: Path) -> None:
    assert ours(tmp_path, "{{ letter.title }}").texts == ("Protest against the closure",)
    unnamed = a_letter(title="", subject="", case=a_case(subject="", title=""))
    assert ours(tmp_path, "{{ letter.title }}", letter=unnamed).texts == ("Nino Abashidze",)


def test_a_file_without_styles_is_left_without_them(tmp_path: Path) -> None:
    data = own_word_file(tmp_path, "ours", *LOOP)
    bare = _without(data, "word/styles.xml")
    assert "word/styles.xml" not in members(prepare(bare, name="ours.docx"))


def test_a_package_without_a_document_is_left_to_the_engine(tmp_path: Path) -> None:
    data = _without(own_word_file(tmp_path, "ours", *LOOP), "word/document.xml")
    assert prepare(data, name="ours.docx") == data


def test_the_own_file_is_listed_and_can_be_checked(tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", "{{ recipient.name }}")
    library = own_library(tmp_path)
    (entry,) = (each for each in library.entries() if each.own)
    assert (entry.name, entry.path.name) == ("ours", "ours.docx")
    assert library.check(entry.path).places == {"recipient.name"}


def _without(data: bytes, part: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in members(data).items():
            if name != part:
                package.writestr(name, content)
    return buffer.getvalue()
