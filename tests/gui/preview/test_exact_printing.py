"""What is printed is what was seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.gui.preview.exact_printing import NotPrinted, print_pages, printer_for
from tests.gui.preview.exact import pdf_with

BLUE = "#204060"


@pytest.fixture
def paper(qtbot: QtBot, tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def printer_onto(paper: Path, pdf: bytes) -> QPrinter:
    printer = printer_for(pdf)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    printer.setResolution(100)
    return printer


def printed(paper: Path) -> QPdfDocument:
    document = QPdfDocument()
    document.load(str(paper))
    return document


def test_every_page_comes_out_in_its_place_and_size(paper: Path) -> None:
    pdf = pdf_with(3, BLUE)
    assert print_pages(pdf, printer_onto(paper, pdf)) == 3
    document = printed(paper)
    assert document.pageCount() == 3
    picture = document.render(2, QSize(210, 297))
    assert QColor(picture.pixel(105, 148)).name() == BLUE
    assert QColor(picture.pixelColor(45, 148)).alpha() == 0 or picture.pixelColor(45, 148).name() == "#ffffff"
    assert document.pagePointSize(0).width() == pytest.approx(595, abs=2)


def test_only_the_chosen_pages_come_out(paper: Path) -> None:
    pdf = pdf_with(5)
    printer = printer_onto(paper, pdf)
    printer.setFromTo(2, 3)
    assert print_pages(pdf, printer) == 2
    assert printed(paper).pageCount() == 2


def test_printing_can_be_stopped_between_pages(paper: Path) -> None:
    pdf = pdf_with(5)
    allowed = iter([True, True, False])
    assert print_pages(pdf, printer_onto(paper, pdf), lambda: next(allowed)) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_named(paper: Path) -> None:
    pdf = pdf_with(1)
    printer = printer_onto(paper / "no" / "such", pdf)
    with pytest.raises(NotPrinted, match="such"):
        print_pages(pdf, printer)
