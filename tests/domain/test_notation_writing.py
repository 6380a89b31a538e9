"""What is written in the notation reads back as it was, whatever the prose."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import LineBreak, Listing, ListStyle, Note, Paragraph, Prose, Quotation, Run
from app.domain.prose_lines import lines_of, prose_of
from tests.domain.prose_values import proses, visible
from tests.domain.test_notation_properties import ends, starts, wild


def of(*runs: Run) -> Prose:
    return (Paragraph(runs),)


@settings(max_examples=200)
@given(proses)
@example(of(Run("a"), Run("(b)", bold=True), Run("c")))
@example(of(Run("a", bold=True), Run("b", bold=True, italic=True), Run("c", italic=True)))
@example(of(Run("(", bold=True), Run(")", bold=True, italic=True), Run(".", italic=True)))
@example((Paragraph((Note((Paragraph((Run("a"),)), Paragraph((Run("b"),)))), Run(": x"))),))
def test_what_is_written_reads_back(prose: Prose) -> None:
    assert visible(read_notation(write_notation(prose))) == visible(prose)


@settings(max_examples=200)
@given(st.one_of(wild, st.lists(st.tuples(starts, st.text("ab .(*_", max_size=6), ends), max_size=6).map(
    lambda lines: "\n".join("".join(line) for line in lines))))  # fmt: skip
def test_what_was_read_is_written_and_read_again_as_it_was(text: str) -> None:
    prose = read_notation(text)
    assert visible(read_notation(write_notation(prose))) == visible(prose)


@given(proses)
def test_writing_again_changes_nothing(prose: Prose) -> None:
    once = write_notation(prose)
    assert write_notation(read_notation(once)) == once


@given(proses)
def test_lines_make_up_the_prose_they_come_from(prose: Prose) -> None:
    assert prose_of(lines_of(prose)) == prose


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        (of(Run("plain")), "plain"),
        (of(Run("a "), Run("bold", bold=True), Run(" end.")), "a **bold** end."),
        (of(Run("both", bold=True, italic=True)), "***both***"),
        (of(Run("a "), Run("b ", italic=True), Run("c", bold=True, italic=True)), "a *b **c***"),
        (of(Run("un"), Run("(said)", bold=True), Run("so")), "un\\ **(said)**\\ so"),
        (of(Run("1. and * and _")), "1\\. and \\* and \\_"),
        ((Paragraph((Run("a"), LineBreak(), Run("- b"))),), "a\\\n\\- b"),
        ((Paragraph((Run("a"), Note((Paragraph((Run("b"),)),)), Run("."))),), "a^[b]."),
        (
            (Listing(ListStyle.POINT, ((Paragraph((Run("a"),)),), (Paragraph((Run("b"),)),)), 3),),
            "3. a\n4. b",
        ),
        (
            (
                Listing(
                    ListStyle.DASH,
                    ((Paragraph((Run("a"),)), Listing(ListStyle.BULLET, ((Paragraph((Run("b"),)),),))),),
                ),
            ),
            "- a\n  * b",
        ),
        ((Quotation((Paragraph((Run("a"),)), Paragraph((Run("b"),)))),), "> a\n>\n> b"),
        ((Paragraph((Run("a"),), indented=True),), "    a"),
        (
            (
                Listing(ListStyle.DASH, ((Paragraph((Run("a"),)),),)),
                Listing(ListStyle.DASH, ((Paragraph((Run("b"),)),),)),
            ),
            "- a\n\n\\\n\n- b",
        ),
    ],
)
def test_the_notation_is_written_as_a_person_would(prose: Prose, text: str) -> None:
    assert write_notation(prose) == text
    assert read_notation(text) == prose


@pytest.mark.parametrize("text", ["C:\\ drive", "a \\ b", "x\\ y", "a\\"])
def test_a_backslash_away_from_marks_stays_a_backslash(text: str) -> None:
    (paragraph,) = read_notation(text)
    assert paragraph == Paragraph((Run(text),))
