"""The pages of one PDF as pictures, drawn in a thread of their own."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer


class Sheets(QObject):
    """One PDF in memory; ``drawn`` says which page has a picture of the size last asked for."""

    drawn = Signal(int)

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._on_rendered)
        self._asked: dict[int, QSize] = {}
        self._images: dict[int, QImage] = {}

    @property
    def count(self) -> int:
        """How many pages there are; none where the PDF could not be read."""
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """Give the size of a page in points."""
        return self._document.pagePointSize(page)

    def text(self, page: int) -> str:
        """Give the words of a page, for those who do not see it."""
        return self._document.getAllText(page).text()

    def image(self, page: int) -> QImage | None:
        """Give the newest picture of a page; perhaps still one of another size."""
        return self._images.get(page)

    def is_drawn(self, page: int) -> bool:
        """Say whether the picture of a page is of the size last asked for."""
        image = self._images.get(page)
        return image is not None and image.size() == self._asked.get(page)

    def ask(self, page: int, size: QSize) -> None:
        """Ask for a picture of a page in pixels; nothing is done twice."""
        if self._asked.get(page) != size:
            self._asked[page] = size
            self._renderer.requestPage(page, size)

    def keep_only(self, pages: range) -> None:
        """Let go of pictures that are far out of sight."""
        for page in [page for page in self._asked if page not in pages]:
            self._asked.pop(page)
            self._images.pop(page, None)

    def _on_rendered(self, page: int, size: QSize, image: QImage) -> None:
        if self._asked.get(page) == size:
            self._images[page] = image
            self.drawn.emit(page)
