"""Reads the text of a finished DOCX back, paragraph by paragraph."""

from __future__ import annotations

import io
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

from app.domain.errors import N_, ChanceryError


class UnreadableDocument(ChanceryError):
    """A file says that it is a DOCX and is none."""

    message = N_("The file is no readable Word document. Open it in Word and save it again.")


def text_of_document(content: bytes) -> list[str]:
    """Give the text of each paragraph of the body. Raises ``UnreadableDocument``."""
    try:
        document = docx.Document(io.BytesIO(content))
    except (BadZipFile, PackageNotFoundError, ParseError, KeyError, ValueError) as error:
        raise UnreadableDocument from error
    return [paragraph.text for paragraph in document.paragraphs]
