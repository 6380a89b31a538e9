"""What commands make of lines, and what stands before items; no window."""

from __future__ import annotations

import pytest

from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import ListStyle, Run
from app.domain.prose_lines import Line, Listed, Quoted, lines_of, prose_of
from app.gui.writing import shapes
from app.gui.writing.formats import decoded, encoded
from app.gui.writing.markers import markers


def shown(text: str) -> list[str]:
    return markers(lines_of(read_notation(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("3. a\n4. b", ["3.", "4."], id="counts from its start"),
        pytest.param("1) a\n\n   b\n2) c", ["1)", "", "2)"], id="a further paragraph counts not"),
        pytest.param("1. a\n   - x\n   - y\n2. b\n   - z", ["1.", "–", "–", "2.", "–"], id="lists in lists"),
        pytest.param(
            "1. a\n   1) x\n   2) y\n2. b\n   1) z", ["1.", "1)", "2)", "2.", "1)"], id="inner lists restart"
        ),
        pytest.param("- 1. a\n  2. b", ["1.", "2."], id="an item that begins with a list"),
        pytest.param("1. a\n\ntext\n\n1. b", ["1.", "", "1."], id="restarts after text"),
        pytest.param("1. a\n\n\\\n\n1. b", ["1.", "1."], id="two lists apart"),
        pytest.param("> 1. a\n> 2. b\n\n> 1. c", ["1.", "2.", "1."], id="in quotations"),
        pytest.param("+ a\n+ b\n* c", ["First,", "Second,", "•"], id="words and bullets"),
        pytest.param("text", [""], id="no list"),
    ],
)
def test_items_are_marked_as_the_letter_will_mark_them(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_words_end_where_nobody_counts_in_words() -> None:
    assert shown("\n".join("+ a" for _ in range(11)))[-2:] == ["Tenth,", "11."]


@pytest.mark.parametrize(
    "path", [(), (Quoted(), Listed(ListStyle.BRACKET, 12, opens=False)), (Quoted(apart=True),)]
)
def test_a_path_survives_its_short_text(path: tuple[Quoted | Listed, ...]) -> None:
    assert decoded(encoded(path)) == path


def after(text: str, *changed: tuple[int, Line]) -> str:
    """Write a text after some of its lines have got other shapes."""
    lines = list(lines_of(read_notation(text)))
    for at, shape in changed:
        lines[at] = Line(lines[at].inlines, shape.path, shape.level, shape.indented)
    return write_notation(prose_of(lines))


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        pytest.param("- a\n- b", 1, "- a\n  * b", id="into the item before"),
        pytest.param("- a\n  1. x\n- b", 2, "- a\n  1. x\n  2. b", id="into the inner list that is there"),
        pytest.param("- a", 0, "- a", id="not the first item"),
        pytest.param("- a\n  * b\n  * c", 2, "- a\n  * b\n  * c", id="no third level"),
        pytest.param("a", 0, "    a", id="a plain line is indented"),
        pytest.param("# a", 0, "# a", id="a heading is not"),
    ],
)
def test_a_line_goes_deeper(text: str, at: int, expected: str) -> None:
    lines = lines_of(read_notation(text))
    assert after(text, (at, shapes.deeper(lines[at], lines[at - 1] if at else None))) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        pytest.param("- a\n  * b", 1, "- a\n- b", id="an inner item becomes an item"),
        pytest.param("- a\n- b", 1, "- a\n\nb", id="an item becomes a line"),
        pytest.param("    a", 0, "a", id="an indent"),
        pytest.param("# a", 0, "a", id="a heading"),
        pytest.param("> a", 0, "a", id="a quotation"),
        pytest.param("a", 0, "a", id="nothing"),
    ],
)
def test_a_line_comes_out(text: str, at: int, expected: str) -> None:
    assert after(text, (at, shapes.shallower(lines_of(read_notation(text))[at]))) == expected


def test_enter_in_a_list_goes_on_with_it() -> None:
    inner = lines_of(read_notation("1. a\n   - b"))[1]
    following = shapes.following(inner)
    assert following.path == (Listed(ListStyle.POINT, opens=False), Listed(ListStyle.DASH))


def test_enter_on_an_empty_further_paragraph_begins_an_item() -> None:
    shape = Line(path=(Listed(ListStyle.DASH, opens=False),))
    assert shapes.after_enter_on_nothing(shape) == Line(path=(Listed(ListStyle.DASH),))
    assert shapes.after_enter_on_nothing(Line((Run("a"),))) is None


def test_the_lines_of_one_list_are_found() -> None:
    lines = lines_of(read_notation("x\n\n- a\n  1. b\n- c\n\ny\n\n- d"))
    assert [list(shapes.neighbours(lines, at)) for at in (0, 1, 2, 3, 5)] == [
        [0],
        [1, 2, 3],
        [2],
        [1, 2, 3],
        [5],
    ]
