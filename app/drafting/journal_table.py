"""The columns of the journal, and the journal as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.errors import N_
from app.domain.gaps import NumberState
from app.domain.journal import Journal, JournalLine
from app.domain.letter_rules import TYPE_NAMES
from app.domain.letters import LetterType
from app.i18n.catalogues import Catalogue

# The heads with their widths on A4 lying on its side, in millimetres.
COLUMNS: Final = (
    (N_("Number"), 21),
    (N_("Date"), 18),
    (N_("Kind"), 20),
    (N_("Addressee and place"), 45),
    (N_("Summary"), 40),
    (N_("Sheets"), 13),
    (N_("Copies to"), 19),
    (N_("Drafter"), 19),
    (N_("Signatory"), 24),
    (N_("Delivery and remarks"), 35),
    (N_("Linked to"), 19),
)
STATES: Final = {
    NumberState.RESERVED: N_("Reserved"),
    NumberState.VOID: N_("Void"),
    NumberState.UNEXPLAINED: N_("Unexplained"),
}
_APART: Final = (N_("Series"), N_("Year"), N_("State or unit"))
_NAMED: Final = 3


def cells(line: JournalLine, texts: Catalogue, *, whole: bool = False) -> tuple[str, ...]:
    """Give what stands in each column; of many names the first, unless all are wanted."""
    notes = "\n".join(texts.said(note) for note in line.notes)
    return (
        line.number,
        line.day.isoformat() if line.day else "",
        "\n".join(_kind(line, texts)),
        "\n".join(part for part in (line.addressee, line.place) if part),
        line.summary if line.is_letter else notes,
        line.sheets,
        _names(line.copies, texts, whole=whole),
        line.drafter,
        _names(line.signatories, texts, whole=whole),
        notes if line.is_letter else "",
        "\n".join(line.links),
    )


def _kind(line: JournalLine, texts: Catalogue) -> Iterator[str]:
    if line.state in STATES:
        yield texts.text(STATES[line.state])
    if line.letter_type in set(LetterType):
        yield texts.text(TYPE_NAMES[LetterType(line.letter_type)])
    elif line.letter_type:
        yield line.letter_type


def _names(names: Sequence[str], texts: Catalogue, *, whole: bool) -> str:
    if whole or len(names) <= _NAMED + 1:
        return "\n".join(names)
    more = texts.plural("and {number} more", "and {number} more", len(names) - _NAMED)
    return "\n".join((*names[:_NAMED], more))


def journal_csv(journal: Journal, texts: Catalogue, separator: str = ",") -> bytes:
    """Write the journal as CSV; a spreadsheet takes no cell for what it is not."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator)
    writer.writerow(texts.text(head) for head in (*_APART, *(head for head, _width in COLUMNS)))
    for section in journal.sections:
        apart = (section.title, str(section.year or ""), section.scope)
        for line in section.lines:
            row = (*apart, *cells(line, texts, whole=True))
            writer.writerow(as_text(cell.replace("\n", " | ")) for cell in row)
    return buffer.getvalue().encode("utf-8-sig")


# A formula, or what begins one in some spreadsheet.
_FORMULA: Final = re.compile(r"\s*[=+\-@\t\r|%＝＋－＠]")
# Digits with marks between them: a spreadsheet would make a date, a fraction or a number of them.
_FIGURES: Final = re.compile(r"\s*\d+[a-z]?(\s*[/\-.,:\s]\s*\d+)+[a-z]?\s*", re.IGNORECASE)
_LONG: Final = re.compile(r"0\d+|\d{16,}|\d+[eE]\d+")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
AS_TEXT: Final = "'"


def as_text(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate or turn into a date; a day stays one."""
    if _DAY.fullmatch(cell):
        return cell
    if _FORMULA.match(cell) or _FIGURES.fullmatch(cell) or _LONG.fullmatch(cell):
        return AS_TEXT + cell
    return cell
