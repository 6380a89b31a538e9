"""The journal as a document: A4 lying on its side, ruled like the book that it replaces."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from app.domain.errors import N_
from app.domain.gaps import NumberState
from app.domain.journal import Journal, JournalLine, JournalSection
from app.domain.languages import is_right_to_left
from app.drafting.journal_table import COLUMNS, cells
from app.drafting.sheets import PLAIN, Look, Row, SheetWriter, page_number, run
from app.i18n.catalogues import Catalogue

_TITLE: Final = N_("Journal of outgoing letters")
_FROM_TO: Final = N_("From {since} to {until}")
_FROM: Final = N_("From {since}")
_TO: Final = N_("Up to {until}")
_PAGE: Final = N_("Page {page} of {pages}")
_NOTHING: Final = N_("No number was given in this time.")
_HEAD: Final = N_("Head of the register")
_MADE: Final = N_(
    "Entry {sequence} of the register, added on {moment} (UTC). This journal was made on {day}."
)
_STANDS_FOR: Final = N_(
    "The line above stands for every letter, number and file of the register up to that entry; it stands at "
    "the foot of each sheet as well. If any of that is changed, taken out or put in later, the line no "
    "longer fits the register."
)
_COMPARE: Final = N_(
    "To compare this paper with the register, type chancery verify --head and, in quotation marks, the line "
    "above. The answer says whether the head is still in the chain; nothing up to it has changed then."
)
_BROKEN: Final = N_(
    "When this journal was made, the chain of the register did not hold together: something had been changed "
    "behind its back. “chancery verify” says what and where."
)
_SIGNED: Final = N_("Name and signature:")
_MARGIN_MM: Final = 12
_WIDTHS: Final = tuple(round(width * 1440 / 25.4) for _head, width in COLUMNS)
_WHOLE: Final = sum(_WIDTHS)
_HEADING_FILL, _OTHER_FILL = "DDE3EA", "F1F2F4"
_BOLD: Final = Look(bold=True)
_KEPT: Final = Look(keep=True)


def journal_document(journal: Journal, texts: Catalogue) -> bytes:
    """Make the DOCX of a journal."""
    document = docx.Document()
    _set_page(document, journal)
    _set_font(document)
    writer = _JournalWriter(texts)
    body = document.element.body
    for xml in writer.body(journal):
        body.insert(len(body) - 1, parse_xml(xml))
    section = document.sections[0]
    _fill(section.header, writer.page_head(journal))
    _fill(section.footer, writer.page_foot(journal))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_page(document: Document, journal: Journal) -> None:
    section, core = document.sections[0], document.core_properties
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(17), Mm(16)
    section.header_distance = section.footer_distance = Mm(8)
    core.author, core.title, core.comments = journal.organisation[:255], "", ""
    core.created = core.modified = journal.made_at.astimezone(UTC).replace(tzinfo=None)


def _set_font(document: Document) -> None:
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(PLAIN.size)
    normal.paragraph_format.space_after = Pt(0)
    looks = normal.element.rPr
    looks.rFonts.set(qn("w:cs"), "Arial")
    looks.find(qn("w:sz")).addnext(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(PLAIN.size * 2)}"/>'))


def _fill(part: Any, paragraphs: Iterable[str]) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001  # python-docx has no public name for it
    for child in list(element):
        element.remove(child)
    for xml in paragraphs:
        element.append(parse_xml(xml))


class _JournalWriter:
    """Writes a journal in the language of the screen."""

    def __init__(self, texts: Catalogue) -> None:
        self._texts = texts
        self._sheet = SheetWriter(is_right_to_left(texts.language))

    def body(self, journal: Journal) -> Iterator[str]:
        paragraph, say = self._sheet.paragraph, self._texts.text
        yield paragraph(say(_TITLE), Look(size=15, bold=True, after=40))
        if period := self._period(journal):
            yield paragraph(period, Look(size=9, after=40))
        for number, section in enumerate(journal.sections):
            heading = Look(size=11, bold=True, before=100, after=100, keep=True, page=number > 0)
            yield paragraph(section.heading, heading)
            yield self._table(section)
        if not journal.sections:
            yield paragraph(say(_NOTHING), Look(size=9, before=160))
        yield paragraph("", Look(size=6))
        yield self._head_box(journal)

    def page_head(self, journal: Journal) -> Iterator[str]:
        """Name organisation and series on each sheet; of several series none."""
        named = [section.heading for section in journal.sections]
        title = " · ".join((self._texts.text(_TITLE), *(named if len(named) == 1 else ())))
        yield self._sheet.in_two(run(journal.organisation, _BOLD), run(title), _WHOLE)

    def page_foot(self, journal: Journal) -> Iterator[str]:
        whole = self._texts.text(_PAGE, page="{PAGE}", pages="{NUMPAGES}")
        pages = (
            page_number(part[1:-1]) if part.startswith("{") else run(part)
            for part in re.split("({PAGE}|{NUMPAGES})", whole)
        )
        yield self._sheet.in_two(run(journal.head.line, Look(size=7)), "".join(pages), _WHOLE)

    def _period(self, journal: Journal) -> str:
        wish, say = journal.wish, self._texts.text
        if wish.since and wish.until:
            return say(_FROM_TO, since=wish.since, until=wish.until)
        if wish.since:
            return say(_FROM, since=wish.since)
        return say(_TO, until=wish.until) if wish.until else ""

    def _table(self, section: JournalSection) -> str:
        heads = [self._texts.text(head) for head, _width in COLUMNS]
        heading = Row(heads, [_BOLD] * len(heads), _HEADING_FILL, repeated=True)
        return self._sheet.table([heading, *map(self._row, section.lines)], _WIDTHS)

    def _row(self, line: JournalLine) -> Row:
        """Write a line; the number is crossed out where it is void."""
        texts = cells(line, self._texts)
        number = Look(bold=True, crossed=line.state is NumberState.VOID)
        looks = [number, *[PLAIN] * (len(texts) - 1)]
        return Row(texts, looks, "" if line.state is NumberState.USED else _OTHER_FILL)

    def _head_box(self, journal: Journal) -> str:
        say, head = self._texts.text, journal.head
        day, moment = f"{journal.made_at:%Y-%m-%d %H:%M}", head.moment[:16].replace("T", " ") or "–"
        rows = [
            (say(_HEAD), Look(size=9, bold=True, keep=True)),
            (head.line, Look(size=9, mono=True, keep=True)),
            (say(_MADE, sequence=head.sequence, moment=moment, day=day), _KEPT),
            (f"{say(_STANDS_FOR)}\n{say(_COMPARE)}", _KEPT),
            *([] if journal.sound else [(say(_BROKEN), Look(bold=True, keep=True))]),
            (say(_SIGNED), Look(size=9)),
        ]
        return self._sheet.table([Row([text], [look]) for text, look in rows], [_WHOLE])
