"""How a letter looks is read from the very parts that its document is made of."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.domain.letters import Letter
from app.domain.pages import Align, Counted, Flow, SetLetter, SetParagraph, Table, paragraphs
from app.drafting.composing import compose
from app.drafting.context import Printing
from app.drafting.documents import TEMPLATE_BLOCK
from app.drafting.library import TemplateLibrary
from app.drafting.page_reading import ShownLetter, document_pages, letter_pages
from app.drafting.reading import UnreadableDocument
from tests.builders import a_letter, an_allegation, in_words, signed_by, some_signatories
from tests.drafting.making import UNNUMBERED, example, made, read, shipped
from tests.drafting.writing import own_library, own_word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOP = ("{%p for block in letter.blocks %}", "{{p block.body }}", "{%p endfor %}")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "81d736d2430000000049454e44ae426082"
)


def element_of(proxy: WordParagraph | WordRun) -> etree._Element:
    """Give the XML behind a paragraph or run."""
    element: etree._Element = proxy._element
    return element


def shown(
    letter: Letter, printing: Printing = UNNUMBERED, library: TemplateLibrary | None = None
) -> ShownLetter:
    template = (library or shipped()).template_for(letter)
    return letter_pages(compose(letter, template.wording, printing), template, printing)


def body(letter: Letter, library: TemplateLibrary | None = None) -> list[SetParagraph]:
    return list(paragraphs(shown(letter, library=library).pages.sections[0].flow))


def plain(flow: Flow) -> list[str]:
    return ["".join(piece.text for piece in each.pieces) for each in paragraphs(flow)]


def words(letter: SetLetter) -> list[str]:
    return [text.replace("\u2028", "\n") for section in letter.sections for text in plain(section.flow)]


@pytest.mark.parametrize("name", ["protest", "un-allegation"])
def test_the_page_says_what_the_document_says(name: str) -> None:
    letter = example(name)
    assert words(shown(letter).pages) == list(read(letter).texts)


@pytest.mark.parametrize("name", ["protest", "un-allegation"])
def test_a_finished_document_looks_like_the_letter_it_was_made_from(name: str) -> None:
    letter = example(name)
    finished, written = document_pages(made(letter)), shown(letter).pages
    assert words(finished) == words(written)
    (section,), (other,) = finished.sections, written.sections
    assert [each.setting for each in paragraphs(section.flow)] == [
        each.setting for each in paragraphs(other.flow)
    ]
    assert (section.sheet, section.header, section.footer) == (other.sheet, other.header, other.footer)


def test_every_paragraph_knows_its_block() -> None:
    whole = shown(example("un-allegation"))
    blocks = [each.block for each in paragraphs(whole.pages.sections[0].flow)]
    assert list(dict.fromkeys(blocks)) == [block.key for block in whole.composed.blocks]


def test_names_of_blocks_never_reach_the_document() -> None:
    with zipfile.ZipFile(io.BytesIO(made(a_letter()))) as package:
        assert b"block=" not in package.read("word/document.xml")


def test_signatures_in_columns_belong_to_their_block() -> None:
    letter = a_letter(signatories=signed_by(*some_signatories(4), columns=2, heading="Unions"))
    (table,) = [part for part in shown(letter).pages.sections[0].flow if isinstance(part, Table)]
    assert [len(row.cells) for row in table.rows] == [2, 2]
    assert all(row.whole for row in table.rows)
    assert {each.block for each in paragraphs((table,))} == {"signatures"}
    assert table.rows[0].cells[0].width == table.rows[0].cells[1].width == 4535


def test_an_open_place_is_marked_and_nothing_else() -> None:
    pieces = [piece for each in body(a_letter(recipients=())) for piece in each.pieces]
    marked = {piece.text for piece in pieces if piece.open}
    assert "⟦recipient.name⟧" in marked
    assert all(re.fullmatch(r"⟦[^⟧]+⟧", text) for text in marked)
    assert not any("⟦" in piece.text for piece in pieces if not piece.open)


def test_gaps_of_the_template_are_told(tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", "{{ sender.footer }}", *LOOP)
    gaps = shown(a_letter(template="ours"), library=own_library(tmp_path)).composed.gaps
    assert [(gap.block, gap.place) for gap in gaps] == [(TEMPLATE_BLOCK, "sender.footer")]


def test_paper_and_margins_are_those_of_the_look() -> None:
    sheet = shown(example("protest")).pages.sections[0].sheet
    assert (sheet.width, sheet.height) == (11906, 16838)
    assert (sheet.top, sheet.right, sheet.bottom, sheet.left) == (1247, 1361, 1247, 1474)
    assert sheet.text_width == 11906 - 1361 - 1474


def test_the_letterhead_stands_on_the_first_page_and_the_number_on_the_others() -> None:
    section = shown(example("protest")).pages.sections[0]
    first, second = section.header.on(1, first=True), section.header.on(2, first=False)
    assert plain(first)[0] == "ITUC Pan-European Regional Council"
    assert plain(second) == [""]
    name, rule = paragraphs(first)
    assert (name.pieces[0].face.bold, name.pieces[0].face.size, name.pieces[0].face.colour) == (
        True,
        280,
        "1F3A5F",
    )
    assert rule.setting.rules.top is not None
    (number,) = paragraphs(section.footer.on(2, first=False))
    assert [piece.counted for piece in number.pieces] == [Counted.PAGE]


def test_styles_are_resolved_as_the_look_has_them() -> None:
    found = {each.setting.style: each for each in body(example("un-allegation"))}
    assert found["BodyText"].setting.align is Align.BOTH
    assert found["BodyText"].setting.line == 259
    assert found["AnnexTitle"].setting.breaks_page
    assert found["AnnexTitle"].setting.align is Align.CENTRE
    assert found["AnnexTitle"].pieces[0].face.size == 280
    assert found["BodyText"].pieces[0].face.families[:2] == ("Times New Roman", "Liberation Serif")


def test_a_style_changed_in_word_changes_the_page(tmp_path: Path) -> None:
    def larger(document: WordDocument) -> None:
        document.styles["Normal"].font.size = Pt(16)
        document.styles["Normal"].font.name = "Georgia"

    own_word_file(tmp_path, "ours", *LOOP, then=larger)
    face = body(a_letter(template="ours"), own_library(tmp_path))[0].pieces[0].face
    assert (face.size, face.families[0]) == (320, "Georgia")


def test_fonts_of_the_theme_are_named(tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", *LOOP)
    face = body(a_letter(template="ours"), own_library(tmp_path))[0].pieces[0].face
    assert "Cambria" in face.families
    assert not any(name.startswith("@") for name in face.families)


def test_lists_are_marked_and_counted() -> None:
    letter = in_words("3. a\n   - b\n4. c\n\n1) d\n\n* e\n\n+ f\n+ g", "1. anew")
    marks = [each.marker.text for each in body(letter) if each.marker]
    assert marks == ["3.", "–", "4.", "1)", "•", "First,", "Second,", "1."]
    first = next(each for each in body(letter) if each.marker)
    assert (first.setting.start, first.setting.first) == (425, -425)


def test_footnotes_are_numbered_and_read() -> None:
    whole = shown(in_words("one^[first note]\n\ntwo^[second **note**]")).pages
    assert [text.strip() for flow in whole.notes for text in plain(flow)] == ["1 first note", "2 second note"]
    calls = [piece for each in paragraphs(whole.sections[0].flow) for piece in each.pieces if piece.note]
    assert [(piece.text, piece.note, piece.face.raised) for piece in calls] == [("1", 1, 1), ("2", 2, 1)]


def test_arabic_is_read_from_right_to_left() -> None:
    letter = in_words("نعرب عن قلقنا", "Latin")
    arabic, latin = letter.blocks
    first, second = body(replace(letter, blocks=(replace(arabic, language="ar"), latin)))
    assert (first.setting.right_to_left, second.setting.right_to_left) == (True, False)


def test_an_own_word_file_is_shown_with_its_own_words(tmp_path: Path) -> None:
    def furnished(document: WordDocument) -> None:
        cells = document.add_table(1, 2, style="Table Grid").rows[0].cells
        cells[0].text, cells[1].text = "Yours", "{{ recipient.name }}"
        document.sections[0].header.paragraphs[0].text = "Head of {{ sender.short_name }}"
        document.add_paragraph().add_run("before").add_break(WD_BREAK.PAGE)
        document.add_paragraph("after")
        document.add_picture(io.BytesIO(PICTURE), width=Pt(72), height=Pt(36))

    own_word_file(tmp_path, "ours", "Dear {{ recipient.name }}", "{{p block.opening.body }}", then=furnished)
    section = shown(a_letter(template="ours"), library=own_library(tmp_path)).pages.sections[0]
    said = list(paragraphs(section.flow))
    assert said[0].text == "Dear Nino Abashidze"
    assert said[1].block == "opening"
    (table,) = [part for part in section.flow if isinstance(part, Table)]
    assert plain((table,)) == ["Yours", "Nino Abashidze"]
    assert all(cell.rules.top and cell.rules.end for row in table.rows for cell in row.cells)
    assert plain(section.header.usual) == ["Head of FB"]
    after = next(each for each in said if each.text == "after")
    assert after.setting.breaks_page
    (picture,) = [piece.picture for each in said for piece in each.pieces if piece.picture]
    assert (picture.content, picture.width, picture.height) == (PICTURE, 1440, 720)


def test_tables_stand_where_the_version_of_word_puts_them(tmp_path: Path) -> None:
    def with_table(document: WordDocument) -> None:
        document.add_table(1, 1)

    def tables(letter: Letter, library: TemplateLibrary | None = None) -> list[Table]:
        parts = shown(letter, library=library).pages.sections[0].flow
        return [part for part in parts if isinstance(part, Table)]

    own_word_file(tmp_path, "ours", then=with_table)
    (older,) = tables(a_letter(template="ours"), own_library(tmp_path))
    (newer,) = tables(a_letter(signatories=signed_by(*some_signatories(2), columns=2)))
    assert (older.indent, newer.indent) == (-108, 0)


def test_hidden_and_deleted_words_are_not_shown(tmp_path: Path) -> None:
    def hidden(document: WordDocument) -> None:
        paragraph = document.add_paragraph("seen")
        paragraph.add_run("secret").font.hidden = True
        deleted = etree.SubElement(element_of(paragraph), f"{W}del")
        deleted.append(element_of(paragraph.add_run("struck out")))

    own_word_file(tmp_path, "ours", then=hidden)
    (section,) = shown(a_letter(template="ours"), library=own_library(tmp_path)).pages.sections
    assert plain(section.flow) == ["seen"]


def test_sections_have_sheets_of_their_own(tmp_path: Path) -> None:
    def turned(document: WordDocument) -> None:
        wide = document.add_section()
        wide.page_width, wide.page_height = wide.page_height, wide.page_width
        document.add_paragraph("wide")

    own_word_file(tmp_path, "ours", "tall", then=turned)
    first, second = shown(a_letter(template="ours"), library=own_library(tmp_path)).pages.sections
    assert (plain(first.flow), plain(second.flow)) == (["tall", ""], ["wide"])
    assert (first.sheet.width, first.sheet.height) == (second.sheet.height, second.sheet.width)


def test_a_look_that_changed_is_read_anew(tmp_path: Path) -> None:
    library = own_library(tmp_path)
    own_word_file(tmp_path, "ours", "old")
    assert words(shown(a_letter(template="ours"), library=library).pages) == ["old"]
    own_word_file(tmp_path, "ours", "new and longer")
    assert words(shown(a_letter(template="ours"), library=library).pages) == ["new and longer"]


@pytest.mark.parametrize("content", [b"", b"no document", made(a_letter())[:900]])
def test_what_is_no_document_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        document_pages(content)


def test_a_document_with_a_broken_part_is_told() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(a_letter()))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:document" if name == "word/document.xml" else old.read(name))
    with pytest.raises(UnreadableDocument):
        document_pages(buffer.getvalue())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=80))
def test_whatever_is_written_by_hand_is_said_alike_on_the_page_and_in_the_document(text: str) -> None:
    letter = in_words(f"begin {text}", "end")
    assert words(shown(letter).pages) == list(read(letter).texts)


def test_every_type_of_letter_has_a_page() -> None:
    assert words(shown(an_allegation()).pages) == list(read(an_allegation()).texts)
