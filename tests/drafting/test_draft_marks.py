"""A draft says on every page that it is one, whatever headers its template has."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION

from app.drafting.draft_marks import marked_as_draft
from tests.builders import a_letter, an_allegation
from tests.drafting.making import made
from tests.drafting.office import pages_of
from tests.drafting.reading import DocxRead


def bare(*, sections: int = 1, header: str = "", first_page: bool = False) -> bytes:
    """Give a document that python-docx makes, with headers or none."""
    plain = docx.Document()
    plain.add_paragraph("Text")
    if header:
        plain.sections[0].header.paragraphs[0].text = header
    for _ in range(sections - 1):
        plain.add_section(WD_SECTION.NEW_PAGE)
        plain.add_paragraph("More")
    plain.sections[-1].different_first_page_header_footer = first_page
    return saved(plain)


def saved(plain: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    plain.save(buffer)
    return buffer.getvalue()


def marked_pages(content: bytes) -> set[str]:
    """Give the kinds of headers of the first section that say DRAFT."""
    section = docx.Document(io.BytesIO(content)).sections[0]
    headers = {
        "default": section.header,
        "first": section.first_page_header,
        "even": section.even_page_header,
    }
    return {kind for kind, one in headers.items() if any("DRAFT" in p.text for p in one.paragraphs)}


DOCUMENTS: dict[str, bytes] = {
    "no headers": bare(),
    "a header": bare(header="Federation"),
    "two sections": bare(sections=2, header="Federation"),
    "another first page later": bare(sections=2, first_page=True),
}


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_page_of_every_document_is_marked(content: bytes) -> None:
    marked = marked_as_draft(content, "DRAFT")
    assert marked_pages(content) == set()
    assert marked_pages(marked) == {"default", "first", "even"}


def test_what_a_header_said_before_stays(tmp_path: Path) -> None:
    marked = docx.Document(io.BytesIO(marked_as_draft(bare(header="Federation"), "DRAFT")))
    assert [p.text for p in marked.sections[0].header.paragraphs] == ["Federation", "DRAFT"]


def test_the_text_of_the_letter_stays_as_it_was() -> None:
    content = made(a_letter())
    assert DocxRead(marked_as_draft(content, "DRAFT")).texts == DocxRead(content).texts


def test_any_words_can_mark_a_draft() -> None:
    marked = marked_as_draft(bare(), 'ПРОЕКТ & "<x>"')
    header = docx.Document(io.BytesIO(marked)).sections[0].header
    assert header.paragraphs[-1].text == 'ПРОЕКТ & "<x>"'


@pytest.mark.slow
def test_libreoffice_shows_the_mark_on_every_page(tmp_path: Path) -> None:
    pages = pages_of(marked_as_draft(made(an_allegation()), "DRAFT"), tmp_path)
    assert len(pages) > 1
    assert all("DRAFT" in page for page in pages)
