"""What is pasted comes in clean, whatever program it was copied in."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.characters import forbidden_characters
from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import Heading, Listing, Note, Paragraph, Part, Prose, Quotation, plain_lines
from app.gui.writing.clipboard import from_broken_lines, from_lines
from app.gui.writing.html_reading import prose_from_html
from app.gui.writing.html_writing import html_of
from tests.domain.prose_values import proses, visible
from tests.gui.writing import clipboards


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            clipboards.WORD,
            "We are **deeply concerned** about the *ruling* of the court^[Decision of *25 July* 2017.].\n\n"
            "1) Release her;\n   * at once\n2) Compensate her.\n\n"
            "> Everyone has the right\\\n> to form trade unions.\n\nSincerely,",
            id="Word",
        ),
        pytest.param(
            clipboards.LIBREOFFICE,
            "We are **deeply *concerned*** about it^[Decision of 25 July 2017.].\n\n"
            "3. Release her;\n   * at once\n4. Compensate her.\n\n"
            "> Everyone has the right\\\n> to form trade unions.",
            id="LibreOffice",
        ),
        pytest.param(
            clipboards.GOOGLE_DOCS,
            "We are **deeply concerned** *indeed*.\n\n"
            "* Release her;\n  * at once\n* Compensate her.\n\nBackground",
            id="Google Docs",
        ),
        pytest.param(
            clipboards.BROWSER,
            "**Kazakhstan**\n\n**Astana,** the court *ruled*.\n\nNext & last\n\nOne\n\nTwo\n\n* a\n* b",
            id="browser",
        ),
        pytest.param("<p>a<p>b<b>c</p>d", "a\n\nb**c**\n\nd", id="left open"),
        pytest.param("just <i>words</i>", "just *words*", id="no paragraph"),
        pytest.param("<pre>one\n  two</pre>", "one\\\ntwo", id="as typed"),
        pytest.param(
            "<p>« mot\u00a0»\u00a0: oui</p>", "« mot\u00a0»\u00a0: oui", id="spaces that hold words together"
        ),
        pytest.param("<p>1. typed *so*</p>", "1\\. typed \\*so\\*", id="signs of the notation"),
        pytest.param("<ol><li></li><li><ul><li>x</li></ul></li></ol>", "1. * x", id="empty items"),
        pytest.param("<p>\u200b\ufffc\u2028a</p>", "\u200ba", id="signs that no letter holds"),
        pytest.param("", "", id="nothing"),
        pytest.param("<p>&nbsp;</p>", "", id="an empty paragraph"),
        pytest.param("<p>see <a href='#_ftn3'>[3]</a></p>", "see [3]", id="a footnote left behind"),
    ],
)
def test_only_what_the_field_holds_comes_in(html: str, expected: str) -> None:
    prose = prose_from_html(html)
    assert write_notation(prose).replace("\\[", "[").replace("\\]", "]") == expected
    assert visible(read_notation(write_notation(prose))) == visible(prose)


tags = st.sampled_from(
    ["p", "/p", "ul", "ol start=2", "li", "/ul", "/li", "br", "b", "/b", "blockquote", "/blockquote", "pre",
     "p style='mso-list:l0 level2 lfo1'", "a href='#_ftn1'", "/a", "div id=ftn1", "/div", "![if x]", "!--",
     "span style='font-weight:700'", "/span", "!-- x --", "table", "td", "i"]
).map("<{}>".format)  # fmt: skip
words = st.sampled_from(
    ["a", " ", "\n", "&nbsp;", "&#8232;", "(", "*", "1.", "-->", "&amp;", "&lt;b>", "\u2028", "<"]
)


@given(st.lists(st.one_of(tags, words), max_size=25).map("".join))
def test_any_html_comes_in_as_text_that_can_be_stored(html: str) -> None:
    prose = prose_from_html(html)
    assert visible(read_notation(write_notation(prose))) == visible(prose)
    assert not list(forbidden_characters(list(plain_lines(prose))))


WHITE = re.compile(r"[\s\u00a0]+")


def letters_of(prose: Prose) -> str:
    return WHITE.sub("", "".join(plain_lines(prose)))


def without_notes(parts: Iterable[Part]) -> Prose:
    return tuple(_without_notes(part) for part in parts)


def _without_notes(part: Part) -> Part:
    match part:
        case Paragraph(inlines) | Heading(inlines):
            return Paragraph(tuple(each for each in inlines if not isinstance(each, Note)))
        case Quotation(parts):
            return Quotation(without_notes(parts))
        case Listing(style, items, start):
            return Listing(style, tuple(without_notes(item) for item in items), start)


@given(proses)
def test_no_letter_is_lost_on_the_way_through_html(prose: Prose) -> None:
    bare = without_notes(prose)
    assert letters_of(prose_from_html(html_of(bare))) == letters_of(bare)


def test_plain_text_keeps_its_lines() -> None:
    assert write_notation(from_lines("a\r\nb\n\nc\x0b\ufffc")) == "a\n\nb\n\nc"


def test_lines_broken_to_fit_a_page_are_put_together() -> None:
    text = "The court ruled that\nthe trade-\nunion was\r\n\r\nillegal – \n and closed.\n\n\n"
    assert (
        write_notation(from_broken_lines(text))
        == "The court ruled that the trade-union was\n\nillegal – and closed."
    )
