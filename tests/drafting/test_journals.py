"""The journal on paper and in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Sentence
from app.domain.gaps import NumberState
from app.domain.heads import Head
from app.domain.journal import Journal, JournalLine, JournalSection, JournalWish
from app.drafting.journal_pages import journal_document
from app.drafting.journal_table import COLUMNS, as_text, journal_csv
from app.i18n.catalogues import Catalogue, for_language
from tests.drafting.office import flowing, pages_of

ENGLISH = for_language("en", Path("nowhere"))
HEAD = Head(57, "3f2a91bc" * 8, "2017-08-16T10:30:00+00:00")
NINO = "Нино Абашидзе, Премьер-министр"
ARABIC = "نينو أباشيدزه"


def a_line(ordinal: int = 147, **changes: Any) -> JournalLine:
    said: dict[str, Any] = {
        "number": f"{ordinal}/01-3",
        "ordinal": ordinal,
        "suffix": "",
        "state": NumberState.USED,
        "day": date(2017, 8, 16),
        "letter_type": "protest",
        "addressee": NINO,
        "summary": "პურის საცხობი",
    }
    return JournalLine(**(said | changes))


VOID = a_line(
    148,
    state=NumberState.VOID,
    letter_type="",
    addressee="",
    summary="",
    notes=(Sentence("Void: {note}.", {"note": "never signed"}),),
)


def a_journal(*lines: JournalLine, **changes: Any) -> Journal:
    section = JournalSection(series="out", title="Outgoing letters", year=2017, scope="", lines=lines)
    said: dict[str, Any] = {
        "organisation": "Federation of Bakers",
        "wish": JournalWish(),
        "sections": (section,) if lines else (),
        "head": HEAD,
        "made_at": datetime(2017, 12, 31, 9, tzinfo=UTC),
        "sound": True,
    }
    return Journal(**(said | changes))


def read(journal: Journal, texts: Catalogue = ENGLISH) -> Document:
    return docx.Document(io.BytesIO(journal_document(journal, texts)))


def rows(document: Document, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_each_number_has_its_row_under_the_heads_of_the_columns() -> None:
    heads, first, void = rows(read(a_journal(a_line(), VOID)))
    assert heads == [head for head, _width in COLUMNS]
    assert first[:5] == ["147/01-3", "2017-08-16", "Protest letter", NINO, "პურის საცხობი"]
    assert first[5:] == [""] * 6, "what nobody knows is left for the pen"
    assert void[:5] == ["148/01-3", "2017-08-16", "Void", "", "Void: never signed."]


def test_a_void_number_is_crossed_out_and_no_other() -> None:
    table = read(a_journal(a_line(), VOID)).tables[0]
    struck = [row.cells[0].paragraphs[0].runs[0].font.strike for row in table.rows]
    assert struck == [None, None, True]


def test_the_page_lies_on_its_side_and_the_heads_stand_on_every_page() -> None:
    document = read(a_journal(a_line()))
    (size,) = document.element.body.xpath("w:sectPr/w:pgSz")
    assert [round(int(size.get(qn(f"w:{name}"))) / 56.7) for name in "wh"] == [297, 210]
    assert size.get(qn("w:orient")) == "landscape"
    assert sum(width for _head, width in COLUMNS) == 297 - 2 * 12, "as wide as the page without its margins"
    first, second = document.tables[0].rows
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in (first, second)] == [True, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in (first, second))


def test_each_sheet_names_organisation_and_head_and_counts_its_pages() -> None:
    section = read(a_journal(a_line())).sections[0]
    assert section.header.paragraphs[0].text.startswith("Federation of Bakers\t")
    foot = section.footer._element
    assert foot.xpath("string()").startswith(HEAD.line)
    assert foot.xpath("//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]


def test_the_last_sheet_says_what_the_head_is_and_how_it_is_compared() -> None:
    said = "\n".join(row[0] for row in rows(read(a_journal(a_line())), 1))
    assert "57 · 3f2a 91bc" in said
    assert "Entry 57 of the register, added on 2017-08-16 10:30 (UTC)." in said
    assert "chancery verify --head" in said
    assert "did not hold together" not in said
    broken = "\n".join(row[0] for row in rows(read(a_journal(a_line(), sound=False)), 1))
    assert "did not hold together" in broken


def test_text_from_right_to_left_runs_so_and_numbers_do_not() -> None:
    cells = read(a_journal(a_line(addressee=ARABIC))).tables[0].rows[1].cells
    directions = [bool(cell._tc.xpath(".//w:bidi")) for cell in cells]
    assert directions == [False, False, False, True, *[False] * 7]


def test_a_screen_from_right_to_left_gives_a_mirrored_sheet() -> None:
    texts = for_language("ar", Path("nowhere"))
    table = read(a_journal(a_line()), texts).tables[0]._tbl
    assert table.xpath("w:tblPr/w:bidiVisual")
    assert not read(a_journal(a_line())).tables[0]._tbl.xpath("w:tblPr/w:bidiVisual")


def test_an_empty_journal_says_so_and_names_the_period() -> None:
    wish = JournalWish(since=date(2017, 1, 1), until=date(2017, 3, 31))
    said = [one.text for one in read(a_journal(wish=wish)).paragraphs]
    assert said[:3] == [
        "Journal of outgoing letters",
        "From 2017-01-01 to 2017-03-31",
        "No number was given in this time.",
    ]


def test_of_many_signatories_the_first_are_named_on_paper_and_all_in_the_table() -> None:
    journal = a_journal(a_line(signatories=tuple("ABCDEF")))
    assert rows(read(journal))[1][8] == "A\nB\nC\nand 3 more"
    assert table(journal)[1][11] == "A | B | C | D | E | F"


@given(st.text())
def test_any_summary_survives(summary: str) -> None:
    (_heads, row) = rows(read(a_journal(a_line(summary=summary))))
    held = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", summary.replace("\r", ""))
    assert row[4] == held


# ── CSV ──────────────────────────────────────────────────────────────────────


def table(journal: Journal, separator: str = ",") -> list[list[str]]:
    text = journal_csv(journal, ENGLISH, separator).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def test_a_spreadsheet_reads_scripts_and_keeps_numbers_as_text() -> None:
    content = journal_csv(a_journal(a_line(), VOID), ENGLISH)
    assert content.startswith(b"\xef\xbb\xbf")
    heads, first, void = table(a_journal(a_line(links=("01-3",)), VOID))
    assert heads[:5] == ["Series", "Year", "State or unit", "Number", "Date"]
    assert first[:8] == [
        "Outgoing letters", "2017", "", "'147/01-3", "2017-08-16", "Protest letter", NINO, "პურის საცხობი",
    ]  # fmt: skip
    assert first[-1] == "'01-3"
    assert void[7] == "Void: never signed."
    assert table(a_journal(a_line()), ";")[1][3] == "'147/01-3"


GUARDED = ["01-3", "147/01-3", "147a/01-3", "1/2", "01/05/89", "12.5", "1,5", "007", "1e5", "9" * 16]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "|cmd", "＝1", '=HYPERLINK("x")']


@pytest.mark.parametrize("cell", [*GUARDED, *FORMULAS])
def test_what_a_spreadsheet_would_change_is_kept_as_text(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "2017", "2017-08-16", "Nino", "№ 147/01-3", "A 1-2", "3283", "ნინო"])
def test_what_a_spreadsheet_leaves_alone_stays_as_it_is(cell: str) -> None:
    assert as_text(cell) == cell


@given(st.text(min_size=1))
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert as_text(cell).lstrip()[:1] not in set("=+-@|%＝＋－＠")


# ── On the page ──────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_libreoffice_lays_out_every_page_with_heads_and_numbers(tmp_path: Path) -> None:
    lines = [a_line(147 + n, addressee=(NINO, ARABIC, "Nino")[n % 3]) for n in range(40)]
    pages = pages_of(journal_document(a_journal(*lines), ENGLISH), tmp_path)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in flowing(page)
        assert "57 · 3f2a 91bc" in page
        assert "Number" in page or "Head of the register" in page
    assert [f"{147 + n}/01-3" in "".join(pages) for n in range(40)] == [True] * 40
