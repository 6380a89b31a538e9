"""The picture of a letterhead, read back from the finished DOCX and from the page on the screen."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from app.domain.letters import Letter
from app.domain.pages import paragraphs
from app.domain.pictures import letterhead_picture
from app.drafting.context import Printing
from app.drafting.documents import filled_parts, make_document
from app.drafting.page_reading import letter_pages
from tests.builders import a_letter, a_sender
from tests.drafting.making import composed, example, read, shipped
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_library, own_word_file
from tests.pictures import a_jpeg, a_png

EXAMPLES = ["protest", "un-allegation"]
MILLIMETRE = 36_000
TWIPS = 1440 / 25.4
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/package/2006/relationships",
    "t": "http://schemas.openxmlformats.org/package/2006/content-types",
}
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def with_picture(letter: Letter, content: bytes, words: str = "") -> Letter:
    return replace(letter, sender=replace(letter.sender, picture=letterhead_picture(content, words)))


def found(document: DocxRead, path: str, part: str) -> list[etree._Element]:
    return list(document.root(part).iterfind(path, SPACES))


def head_of(document: DocxRead) -> str:
    """Give the part that holds the drawing."""
    (part,) = [name for name, content in document.parts.items() if b"<w:drawing>" in content]
    return part


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(("content", "kind"), [(a_png(), "png"), (a_jpeg(), "jpeg")], ids=["png", "jpeg"])
def test_the_head_of_the_first_page_prints_the_picture(name: str, content: bytes, kind: str) -> None:
    document = read(with_picture(example(name), content, "Hands & <wheat>"))
    head = head_of(document)
    assert head == "word/header1.xml"
    (blip,) = found(document, ".//a:blip", head)
    (link,) = found(document, "r:Relationship", "word/_rels/header1.xml.rels")
    assert link.get("Id") == blip.get(EMBED)
    part = posixpath.join("word", str(link.get("Target")))
    assert document.parts[part] == content
    overrides = found(document, "t:Override", "[Content_Types].xml")
    kinds = {each.get("PartName"): each.get("ContentType") for each in overrides}
    assert kinds[f"/{part}"] == f"image/{kind}"
    (said,) = found(document, ".//wp:docPr", head)
    assert said.get("descr") == "Hands & <wheat>"


def test_without_words_of_its_own_a_picture_is_called_by_the_organisation() -> None:
    document = read(with_picture(a_letter(), a_png()))
    (said,) = found(document, ".//wp:docPr", head_of(document))
    assert said.get("descr") == a_sender().organisation


@pytest.mark.parametrize(
    ("width", "height", "wide", "high"),
    [
        (900, 300, 54, 18),
        (2000, 40, 150, 3),
        (96, 48, 25.4, 12.7),
        (1, 1, 0.26, 0.26),
        (30, 600, 0.9, 18),
    ],
)
def test_a_picture_keeps_its_sides_in_proportion(width: int, height: int, wide: float, high: float) -> None:
    document = read(with_picture(a_letter(), a_png(width, height)))
    (extent,) = found(document, ".//wp:extent", head_of(document))
    assert int(extent.get("cx") or 0) / MILLIMETRE == pytest.approx(wide, abs=0.1)
    assert int(extent.get("cy") or 0) / MILLIMETRE == pytest.approx(high, abs=0.1)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_letter_without_a_picture_has_no_trace_of_one(name: str) -> None:
    document = read(example(name))
    assert not [part for part in document.parts if "media" in part]
    assert not [part for part, content in document.parts.items() if b"drawing" in content]


def test_the_same_letter_gives_the_same_bytes() -> None:
    letter = with_picture(example("protest"), a_png())
    words, template = composed(letter), shipped().template_for(letter)
    first, second = (make_document(words, template, Printing()).content for _ in range(2))
    assert first == second


def test_the_page_on_the_screen_shows_the_picture_at_its_size() -> None:
    letter = with_picture(example("protest"), a_png(900, 300))
    pages = letter_pages(composed(letter), shipped().template_for(letter), Printing()).pages
    head = pages.sections[0].header.on(1, first=True)
    shown = [piece.picture for each in paragraphs(head) for piece in each.pieces if piece.picture]
    ((content, wide, high),) = [(each.content, each.width, each.height) for each in shown]
    assert content == a_png(900, 300)
    assert wide == pytest.approx(54 * TWIPS, abs=2)
    assert high == pytest.approx(18 * TWIPS, abs=2)


def test_an_own_word_file_prints_it_where_it_asks_for_it(tmp_path: Path) -> None:
    own_word_file(tmp_path, "own", "{{ recipient.name }}: {{ sender.picture }}!", "None")
    letter = with_picture(a_letter(template="own"), a_png())
    document = read(letter, library=own_library(tmp_path))
    assert head_of(document) == "word/document.xml"
    (blip,) = found(document, ".//a:blip", "word/document.xml")
    links = {each.get("Id") for each in found(document, "r:Relationship", "word/_rels/document.xml.rels")}
    assert blip.get(EMBED) in links
    assert document.texts == ("Nino Abashidze: !", "None")


def test_an_own_word_file_without_a_place_for_it_stays_as_it_is(tmp_path: Path) -> None:
    own_word_file(tmp_path, "own", "{{ recipient.name }}")
    plain, pictured = a_letter(template="own"), with_picture(a_letter(template="own"), a_png())
    library = own_library(tmp_path)
    assert read(plain, library=library).parts == read(pictured, library=library).parts


def test_a_place_for_a_picture_that_nobody_gave_is_open(tmp_path: Path) -> None:
    own_word_file(tmp_path, "own", "{{ sender.picture }}")
    letter = a_letter(template="own")
    library = own_library(tmp_path)
    document = make_document(composed(letter, library=library), library.template_for(letter), Printing())
    assert [gap.place for gap in document.composed.gaps] == ["sender.picture"]


def test_parts_for_the_eye_hold_the_picture_too() -> None:
    letter = with_picture(example("protest"), a_png())
    _whole, parts = filled_parts(composed(letter), shipped().template_for(letter), Printing())
    assert a_png() in parts.values()
