"""Prints the exact pages: what comes out of the printer is what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.domain.errors import N_, ChanceryError

FINEST = 600  # dots per inch; finer costs memory and shows nothing


class NotPrinted(ChanceryError):
    """The printer took no page."""

    message = N_("{printer} could not print. Check that it is switched on and has paper, then print again.")


def chosen_printer(parent: QWidget | None, pdf: bytes) -> QPrinter | None:
    """Ask for a printer and which pages; nothing where the person thought better of it."""
    printer = printer_for(pdf)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, printer.toPage()))
    return printer if dialog.exec() else None


def printer_for(pdf: bytes) -> QPrinter:
    """Give a printer that is set to the paper and the pages of a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    with _opened(pdf) as document:
        if document.pageCount():
            size = document.pagePointSize(0)
            printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        printer.setFromTo(1, document.pageCount())
    printer.setFullPage(True)
    return printer


def print_pages(pdf: bytes, printer: QPrinter, goes_on: Callable[[], bool] = lambda: True) -> int:
    """Print the pages the printer is set to, and say how many; works in any thread.

    ``goes_on`` is asked before each page. Raises ``NotPrinted``.
    """
    with _opened(pdf) as document:
        pages = _wanted(printer, document.pageCount())
        painter = QPainter()
        if not painter.begin(printer):
            raise NotPrinted(printer=printer.printerName() or printer.outputFileName())
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        try:
            return _printed(document, pages, painter, goes_on)
        finally:
            painter.end()


def _printed(document: QPdfDocument, pages: list[int], painter: QPainter, goes_on: Callable[[], bool]) -> int:
    printer = painter.device()
    assert isinstance(printer, QPrinter)  # noqa: S101
    for count, page in enumerate(pages):
        if not goes_on():
            return count
        if count and not printer.newPage():
            raise NotPrinted(printer=printer.printerName() or printer.outputFileName())
        _print_page(document, page, painter)
    return len(pages)


def _print_page(document: QPdfDocument, page: int, painter: QPainter) -> None:
    where = QRectF(painter.viewport())
    fitted = document.pagePointSize(page).scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
    dots = _dots(document.pagePointSize(page), painter.device().logicalDpiX())
    place = QRectF(where.topLeft(), fitted)
    place.moveCenter(where.center())
    painter.drawImage(place, document.render(page, dots))


def _dots(points: QSizeF, resolution: int) -> QSize:
    return (points * min(resolution, FINEST) / 72).toSize()


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return [page - 1 for page in range(max(1, first), min(last, count) + 1)]


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()
