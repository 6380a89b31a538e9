"""The desk at which letters are made: words, document and advice, without storage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.checks import Advice, Occasion, advice_on
from app.domain.composed import ComposedLetter
from app.domain.file_names import safe_for_file_name
from app.domain.letters import Letter, LetterType
from app.domain.open_places import Called
from app.domain.pages import SetLetter
from app.drafting.composing import compose
from app.drafting.context import Printing, deadline_of
from app.drafting.documents import Document, make_document
from app.drafting.engine import write_atomically
from app.drafting.library import LetterTemplate, TemplateLibrary
from app.drafting.page_reading import ShownLetter, document_pages, letter_pages
from app.i18n.formats import month_names


class Desk:
    """Puts letters into words and documents, with the templates there are."""

    def __init__(self, library: TemplateLibrary) -> None:
        self._library = library

    def template_for(self, letter: Letter, document: Path | None = None) -> LetterTemplate:
        """Find the template of a letter, with its own DOCX or with another one."""
        return self._library.template_for(letter, document=document)

    def words(self, letter: Letter) -> ComposedLetter:
        """Put a letter into words that has no number yet."""
        return compose(letter, self.template_for(letter).wording, Printing())

    def languages(self, letter_type: LetterType) -> tuple[str, ...]:
        """Give the languages in which there is a wording for a type of letter."""
        return self._library.languages_for(letter_type)

    def draft(
        self, letter: Letter, *, document: Path | None = None, called: Called | None = None
    ) -> Document:
        """Make the document of a letter that has no number yet; open places are marked in it.

        ``called`` says them in words.
        """
        return self.document(letter, self.template_for(letter, document), Printing(called=called))

    def document(self, letter: Letter, template: LetterTemplate, printing: Printing) -> Document:
        """Make the document of a letter as it is to be printed."""
        return make_document(compose(letter, template.wording, printing), template, printing)

    def pages(
        self,
        letter: Letter,
        *,
        document: Path | None = None,
        printing: Printing | None = None,
        called: Called | None = None,
    ) -> ShownLetter:
        """Give a letter as it looks on paper; each paragraph knows its block, open places are marked.

        ``called`` says them in words.
        """
        template = self.template_for(letter, document)
        printed = replace(printing or Printing(), called=called)
        return letter_pages(compose(letter, template.wording, printed), template, printed)

    def pages_of_words(self, composed: ComposedLetter, called: Called | None = None) -> SetLetter:
        """Give a letter that is in words already, ``words`` gave them, as it looks on paper."""
        return letter_pages(composed, self.template_for(composed.letter), Printing(called=called)).pages

    def pages_of_document(self, content: bytes) -> SetLetter:
        """Give a finished document as it looks on paper. Raises ``UnreadableDocument``."""
        return document_pages(content)

    def advice(self, composed: ComposedLetter, today: date) -> tuple[Advice, ...]:
        """Say what looks wrong in a letter; nothing of it blocks anything."""
        letter = composed.letter
        months = month_names(letter.language)
        return advice_on(composed, Occasion(today, months, deadline_of(letter)))


def write_document(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a finished document whole or not at all. Raises ``WriteProblem``."""
    write_atomically(path, content, overwrite=overwrite)


def file_name_of(letter: Letter, number: str = "") -> str:
    """Name the file of a letter from number, recipient and language: ``147-01-3_Nazarbayev_en.docx``."""
    first = letter.recipients[0] if letter.recipients else None
    name = (first.sort_name.split(",")[0] or first.name or first.organisation) if first else ""
    parts = (number or "draft", name or letter.type.value, letter.language)
    return "_".join(safe_for_file_name(part) for part in parts if part) + ".docx"


def in_language(letter: Letter, language: str) -> Letter:
    """Give the letter's version in a language, or the same data in that language.

    Raises ``NotALanguage``.
    """
    versions = (version for version in letter.versions if version.language == language)
    return next(versions, None) or replace(letter, language=language)
