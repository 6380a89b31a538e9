"""The exact pages of a letter: made one after the other, and only the newest that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Condition, Thread
from typing import Final, Protocol
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.errors import ChanceryError, Sentence
from app.drafting.engine import write_atomically


class PageMaker(Protocol):
    """Turns a DOCX into a PDF, whenever it is asked and from whatever thread."""

    @property
    def is_warm(self) -> bool:
        """Say whether the next document need not wait for a start."""
        ...

    def expect_program(self) -> None:
        """Raise a ``ChanceryError`` where this computer cannot make pages."""
        ...

    def pdf_of(self, document: bytes) -> bytes:
        """Convert a document."""
        ...

    def close(self) -> None:
        """End at once."""
        ...


@dataclass(frozen=True)
class Wanted:
    """A document that somebody waits for; it is made, and answered, in the thread of the pages."""

    document: Callable[[], bytes]
    made: Callable[[bytes], None]
    failed: Callable[[Exception], None]


class ExactPages:
    """Gives the exact pages of documents as PDF."""

    def __init__(self, maker: PageMaker) -> None:
        self._maker = maker
        self._change = Condition()
        self._next: Wanted | None = None
        self._worker: Thread | None = None
        self._closed = False

    @property
    def is_warm(self) -> bool:
        """Say whether the next document need not wait for the start of the office program."""
        return self._maker.is_warm

    def why_not(self) -> Sentence | None:
        """Say why there can be no exact pages here; nothing where there can."""
        try:
            self._maker.expect_program()
        except ChanceryError as difficulty:
            return difficulty.sentence
        return None

    def pdf_of(self, document: bytes) -> bytes:
        """Give the PDF of a document and wait for it; not for the window's own thread.

        Raises the classes of ``app.converting.errors``.
        """
        return self._maker.pdf_of(document)

    def export(self, document: bytes, path: Path, *, overwrite: bool = False) -> None:
        """Write the PDF of a document whole or not at all. Raises as ``pdf_of``, and ``WriteProblem``."""
        write_atomically(path, self.pdf_of(document), overwrite=overwrite)

    def want(
        self,
        document: Callable[[], bytes],
        made: Callable[[bytes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask for the PDF of a document and return at once; an older wish that has not begun is dropped.

        ``document`` is called, and one of the other two, in the thread of the pages.
        """
        self._put(Wanted(document, made, failed))

    def warm_up(self) -> None:
        """Start the office program, so that the first pages come as fast as the next."""
        with self._change:
            if self._next is None and not self.is_warm:
                self._put(Wanted(blank_document, _unseen, _unheard))

    def close(self) -> None:
        """End the office program; what is still wanted is forgotten."""
        with self._change:
            self._closed, self._next, worker = True, None, self._worker
            self._change.notify()
        self._maker.close()
        if worker is not None:
            worker.join()

    def _put(self, wanted: Wanted) -> None:
        with self._change:
            if self._closed:
                return
            self._next = wanted
            if self._worker is None:
                self._worker = Thread(target=self._work, name="exact pages", daemon=True)
                self._worker.start()
            self._change.notify()

    def _work(self) -> None:
        while (wanted := self._take()) is not None:
            self._answer(wanted)

    def _take(self) -> Wanted | None:
        with self._change:
            self._change.wait_for(lambda: self._closed or self._next is not None)
            wanted, self._next = self._next, None
            return wanted

    def _answer(self, wanted: Wanted) -> None:
        try:
            made = self._maker.pdf_of(wanted.document())
        except Exception as error:  # noqa: BLE001 - whoever asked shall hear of it, also of a bug
            if not self._closed:
                wanted.failed(error)
            return
        if not self._closed:
            wanted.made(made)


def blank_document() -> bytes:
    """Give the smallest DOCX there is."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, text in _BLANK.items():
            package.writestr(name, text)
    return content.getvalue()


def _unseen(_pdf: bytes) -> None:
    """Warm now, which was all that was wanted."""


def _unheard(error: Exception) -> None:
    """Whoever wants pages next will hear it."""
    with suppress(ChanceryError):
        raise error


_OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_BLANK: Final = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_RELATION}" Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p/></w:body></w:document>"
    ),
}
