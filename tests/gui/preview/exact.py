"""What tests of the exact pages need: a PDF of so many pages, colours, and pages made on command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.domain.errors import Sentence


@dataclass(frozen=True)
class Colours:
    """The colours of a plain theme."""

    desk: str = "#E4E1DA"
    paper: str = "#FFFFFF"
    text: str = "#1E2227"
    accent: str = "#1F5AA6"


def pdf_with(pages: int, colour: str = "#204060") -> bytes:
    """Make a PDF on A4 whose pages bear a field of one colour in their middle."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        whole = QRectF(painter.viewport())
        part = QRectF(0, 0, whole.width() / 2, whole.height() / 2)
        part.moveCenter(whole.center())
        painter.fillRect(part, QColor(colour))
        painter.drawText(whole.adjusted(400, 400, 0, 0), f"page {page + 1}")
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


@dataclass
class FakePages:
    """Keeps wishes until a test answers them."""

    is_warm: bool = True
    reason: Sentence | None = None
    warmed_up: int = 0
    wishes: list[tuple[Callable[[], bytes], Callable[[bytes], None], Callable[[Exception], None]]] = field(
        default_factory=list
    )

    def why_not(self) -> Sentence | None:
        return self.reason

    def warm_up(self) -> None:
        self.warmed_up += 1

    def want(
        self,
        document: Callable[[], bytes],
        made: Callable[[bytes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.wishes.append((document, made, failed))

    def answer(self, number: int = -1) -> None:
        document, made, _failed = self.wishes[number]
        made(b"%PDF " + document())

    def fail(self, error: Exception, number: int = -1) -> None:
        self.wishes[number][2](error)
