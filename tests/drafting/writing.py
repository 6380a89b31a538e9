"""Writes an office's own templates: wording files, and Word files as a person makes them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from app.drafting.library import TemplateLibrary
from tests.drafting.making import SHIPPED


def own_library(folder: Path, **wordings: str) -> TemplateLibrary:
    """Give a library whose office has wording files of its own, by letter type, in English."""
    for name, text in wordings.items():
        own_wording(folder, name, text)
    return TemplateLibrary(SHIPPED, folder)


def own_wording(folder: Path, name: str, text: str, language: str = "en") -> None:
    """Put a wording file into an office's folder."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / f"{language}.toml").write_text(text, encoding="utf-8")


def own_word_file(
    folder: Path, name: str, *paragraphs: str, then: Callable[[WordDocument], object] = lambda _made: None
) -> bytes:
    """Put a Word file of these paragraphs into an office's folder."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    then(document)
    buffer = io.BytesIO()
    document.save(buffer)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.docx").write_bytes(buffer.getvalue())
    return buffer.getvalue()
