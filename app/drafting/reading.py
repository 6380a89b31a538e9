"""Reads the text of a finished DOCX back, paragraph by paragraph."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Final
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from app.domain.errors import N_, ChanceryError


class UnreadableDocument(ChanceryError):
    """A file says that it is a DOCX and is none."""

    message = N_("The file is no readable Word document. Open it in Word and save it again.")


def text_of_document(content: bytes) -> list[str]:
    """Give the text of each paragraph of the body, those in tables too. Raises ``UnreadableDocument``."""
    try:
        return list(_paragraphs(docx.Document(io.BytesIO(content))))
    except _NO_DOCUMENT as error:
        raise UnreadableDocument from error


# What python-docx, lxml and zipfile raise over bytes that are no document, or a damaged one.
_NO_DOCUMENT: Final = (
    AttributeError, BadZipFile, EOFError, KeyError, NotImplementedError, OSError, PackageNotFoundError,
    RuntimeError, SyntaxError, UnicodeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def _paragraphs(container: Document | _Cell) -> Iterator[str]:
    for part in container.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        else:
            for row in part.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
