"""The notation of block texts, construct by construct."""

from __future__ import annotations

import pytest

from app.domain.notation import Notation, escape, read_notation
from app.domain.prose import (
    Heading,
    Inline,
    LineBreak,
    Listing,
    ListStyle,
    Note,
    Paragraph,
    Part,
    Quotation,
    Run,
    notes,
    plain_lines,
)


def para(*inlines: Inline | str, indented: bool = False) -> Paragraph:
    return Paragraph(tuple(Run(each) if isinstance(each, str) else each for each in inlines), indented)


def items(style: ListStyle, *texts: str, start: int = 1) -> Listing:
    return Listing(style, tuple((para(text),) for text in texts), start)


BREAK = LineBreak()
POINT, BRACKET = ListStyle.POINT, ListStyle.BRACKET
BULLET, DASH, WORDS = ListStyle.BULLET, ListStyle.DASH, ListStyle.WORDS


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        pytest.param("plain words", ["plain words"], id="plain"),
        pytest.param("a **b** c", ["a ", Run("b", bold=True), " c"], id="bold"),
        pytest.param("a *b* c", ["a ", Run("b", italic=True), " c"], id="italic"),
        pytest.param("***b***", [Run("b", bold=True, italic=True)], id="bold and italic"),
        pytest.param("**a *b***", [Run("a ", bold=True), Run("b", True, True)], id="italic in bold"),
        pytest.param("__a__ _b_", [Run("a", bold=True), " ", Run("b", italic=True)], id="underscores"),
        pytest.param("snake_case_word", ["snake_case_word"], id="underscores inside a word"),
        pytest.param("a\nb", ["a b"], id="a line end is a space"),
        pytest.param("a\\\nb", ["a", BREAK, "b"], id="a line break"),
        pytest.param("**a\\\nb**", [Run("a", bold=True), BREAK, Run("b", bold=True)], id="break in bold"),
        pytest.param(r"\*a\* \[1\] 1\. \#", ["*a* [1] 1. #"], id="escapes"),
        pytest.param("a \\b", ["a \\b"], id="a backslash before a letter"),
        pytest.param("2 * 3 * 4", ["2 * 3 * 4"], id="lone asterisks"),
        pytest.param("“[r]emind[ed] States”", ["“[r]emind[ed] States”"], id="alterations in brackets"),
        pytest.param("[^1] nothing defines it", ["[^1] nothing defines it"], id="a call without a note"),
    ],
)
def test_the_marks_inside_a_paragraph(text: str, inlines: list[Inline | str]) -> None:
    assert read_notation(text) == (para(*inlines),)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <script>alert(1)</script>",
        "a <br> b",
        "&amp; &lt; &#65; &nbsp;",
        "[a link](https://example.org)",
        "![a picture](picture.png)",
        "<https://example.org>",
        "https://example.org/a_b_c",
        "`code` and ``more``",
        "~~struck~~",
        "| a | b |",
        "==marked==",
        "'straight' and \"straight\"",
        "№ 147/01-3",
        "x^2 and H~2~O",
        "{{ recipient.name }} {% if %}",
        "www.example.org (c) ... --",
    ],
)
def test_what_is_not_of_the_notation_stays_as_it_was_typed(text: str) -> None:
    assert read_notation(text) == (para(text),)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("   \n\n ", (), id="empty lines only"),
        pytest.param("a\n\nb", (para("a"), para("b")), id="two paragraphs"),
        pytest.param("a\n\n\n\n\nb", (para("a"), para("b")), id="many empty lines"),
        pytest.param("# a", (Heading((Run("a"),), 1),), id="heading 1"),
        pytest.param("## a", (Heading((Run("a"),), 2),), id="heading 2"),
        pytest.param("### a", (Heading((Run("a"),), 3),), id="heading 3"),
        pytest.param("##### a", (Heading((Run("a"),), 3),), id="a deeper heading is the third"),
        pytest.param("#a", (para("#a"),), id="a number sign without space"),
        pytest.param("a\n===", (para("a ==="),), id="an underlined line is no heading"),
        pytest.param("a\n---", (para("a ---"),), id="dashes below are no heading"),
        pytest.param("***", (para("***"),), id="a rule is no rule"),
        pytest.param("```\na\n```", (para("``` a ```"),), id="a fence is no code"),
        pytest.param("    a", (para("a", indented=True),), id="indented"),
        pytest.param("    a\n    b", (para("a b", indented=True),), id="indented, two lines"),
        pytest.param(
            "    a\n\n    b", (para("a", indented=True), para("b", indented=True)), id="two indented"
        ),
        pytest.param(
            "    a **b**", (para("a ", Run("b", bold=True), indented=True),), id="marks while indented"
        ),
        pytest.param("> a", (Quotation((para("a"),)),), id="quotation"),
        pytest.param("> a\n>\n> b", (Quotation((para("a"), para("b"))),), id="quotation of two paragraphs"),
        pytest.param("> a\n\nb", (Quotation((para("a"),)), para("b")), id="after a quotation"),
        pytest.param(
            "> 1. a\n> 2. b", (Quotation((items(POINT, "a", "b"),)),), id="a list inside a quotation"
        ),
    ],
)
def test_the_parts_of_a_text(text: str, parts: tuple[Part, ...]) -> None:
    assert read_notation(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("1. a\n2. b", (items(POINT, "a", "b"),), id="points"),
        pytest.param("1) a\n2) b", (items(BRACKET, "a", "b"),), id="brackets"),
        pytest.param("* a\n* b", (items(BULLET, "a", "b"),), id="bullets"),
        pytest.param("- a\n- b", (items(DASH, "a", "b"),), id="dashes"),
        pytest.param("+ a\n+ b", (items(WORDS, "a", "b"),), id="ordinal words"),
        pytest.param("7. a\n8. b", (items(POINT, "a", "b", start=7),), id="a start of its own"),
        pytest.param("0. a", (items(POINT, "a", start=0),), id="a start at zero"),
        pytest.param("1. a\n1. b", (items(POINT, "a", "b"),), id="the numbers after the first do not count"),
        pytest.param("1. a\n\n2. b", (items(POINT, "a", "b"),), id="an empty line between items"),
        pytest.param(
            "1. a\n\nthen\n\n1. b",
            (items(POINT, "a"), para("then"), items(POINT, "b")),
            id="restart after a paragraph",
        ),
        pytest.param(
            "1. a\n\n1) b", (items(POINT, "a"), items(BRACKET, "b")), id="another style, another list"
        ),
        pytest.param("- a\n* b", (items(DASH, "a"), items(BULLET, "b")), id="another bullet, another list"),
        pytest.param("introduced:\n1. a", (para("introduced:"), items(POINT, "a")), id="after a sentence"),
        pytest.param(
            "1. a\n\n   more\n\n   still more\n2. b",
            (Listing(POINT, ((para("a"), para("more"), para("still more")), (para("b"),))),),
            id="several paragraphs in an item",
        ),
        pytest.param(
            "1. a\n   - b\n   - c\n2. d",
            (Listing(POINT, ((para("a"), items(DASH, "b", "c")), (para("d"),))),),
            id="a list in an item",
        ),
        pytest.param(
            "- a\n  1) b\n\n  after\n- c",
            (Listing(DASH, ((para("a"), items(BRACKET, "b"), para("after")), (para("c"),))),),
            id="a paragraph after the inner list",
        ),
        pytest.param(
            "1. a\n   1. b\n2. c\n   1. d",
            (Listing(POINT, ((para("a"), items(POINT, "b")), (para("c"), items(POINT, "d")))),),
            id="an inner list begins anew in each item",
        ),
    ],
)
def test_the_lists(text: str, parts: tuple[Part, ...]) -> None:
    assert read_notation(text) == parts


@pytest.mark.parametrize("year", ["1917. A year", "- ", "16) August"])
def test_a_sentence_that_begins_with_a_number_can_be_kept_out_of_a_list(year: str) -> None:
    assert list(plain_lines(read_notation(escape(year)))) == [year.strip()]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a[^1] b\n\n[^1]: the note", id="note at the end"),
        pytest.param("a[^x] b\n\n[^x]: the note", id="note with a name"),
        pytest.param("a^[the note] b", id="note in place"),
    ],
)
def test_a_footnote_stands_where_it_is_called(text: str) -> None:
    assert read_notation(text) == (para("a", Note((para("the note"),)), " b"),)


def test_a_footnote_can_hold_several_paragraphs_and_marks() -> None:
    (note,) = notes(read_notation("a[^1]\n\n[^1]: one *two*\n\n    three"))
    assert note.paragraphs == (para("one ", Run("two", italic=True)), para("three"))


def test_footnotes_are_found_in_lists_and_quotations_too() -> None:
    text = "a^[one]\n\n> b^[two]\n\n1. c^[three]\n\n# d^[four]"
    found = [list(plain_lines(note.paragraphs)) for note in notes(read_notation(text))]
    assert found == [["one"], ["two"], ["three"], ["four"]]


def test_footnotes_are_no_part_of_the_plain_text() -> None:
    assert list(plain_lines(read_notation("a^[note] b"))) == ["a b"]


def test_the_plain_text_of_all_parts_comes_in_order() -> None:
    text = "# one\n\ntwo\\\nthree\n\n> four\n\n1. five\n   - six\n\n    seven"
    assert list(plain_lines(read_notation(text))) == ["one", "two\nthree", "four", "five", "six", "seven"]


def test_a_text_in_the_notation_knows_that_it_is() -> None:
    assert isinstance(escape("a"), Notation)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a\n\n[^1]: nobody calls", ["a", "[^1]: nobody calls"], id="a note that nothing calls"),
        pytest.param(
            "a[^1]\n\n[^1]: b\n\n[^1]: c", ["a[^1]", "[^1]: b", "[^1]: c"], id="a note written twice"
        ),
        pytest.param("[^1]: a[^1]", ["[^1]: a[^1]"], id="a note that calls itself only"),
        pytest.param("    1. a", ["1. a"], id="a number in an indented paragraph"),
        pytest.param("    - a\n    # b", ["- a # b"], id="other marks in an indented paragraph"),
    ],
)
def test_what_cannot_be_meant_stays_as_it_was_typed(text: str, said: list[str]) -> None:
    assert list(plain_lines(read_notation(text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a[^1]\n\n[^1]: b\n\n    - c\n    - d", ["b", "c", "d"], id="a list"),
        pytest.param("a[^1]\n\n[^1]: # b", ["b"], id="a heading"),
        pytest.param("a[^1]\n\n[^1]: > b", ["b"], id="a quotation"),
        pytest.param("a[^1]\n\n[^1]: see[^2]\n\n[^2]: there", ["see", "there"], id="a note in a note"),
        pytest.param("a^[see^[there]]", ["see", "there"], id="a note in a note in place"),
    ],
)
def test_a_footnote_keeps_the_words_of_what_no_footnote_can_be(text: str, said: list[str]) -> None:
    (note,) = notes(read_notation(text))
    assert list(plain_lines(note.paragraphs)) == said


def test_a_footnote_in_an_indented_paragraph_stays() -> None:
    (note,) = notes(read_notation("    a^[b]"))
    assert list(plain_lines(note.paragraphs)) == ["b"]
