"""A text document holds every text of the notation and gives it back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from app.domain.notation import escape, read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import Prose
from app.gui.writing.documents import prose_in, put_prose
from tests.domain.prose_values import proses, visible
from tests.domain.test_notation_properties import wild

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=200)
@given(proses)
def test_a_document_gives_back_what_was_put_into_it(prose: Prose) -> None:
    document = QTextDocument()
    put_prose(document, prose)
    assert visible(prose_in(document)) == visible(prose)
    assert visible(read_notation(write_notation(prose_in(document)))) == visible(prose)


@given(wild)
def test_what_is_typed_is_read_back_character_for_character(text: str) -> None:
    document = QTextDocument()
    put_prose(document, ())
    cursor = QTextCursor(document)
    for number, line in enumerate(text.split("\n")):
        if number:
            cursor.insertBlock()
        cursor.insertText(line)
    expected = [part for line in text.split("\n") for part in read_notation(escape(line))]
    assert visible(read_notation(write_notation(prose_in(document)))) == visible(tuple(expected))
