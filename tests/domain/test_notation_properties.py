"""The notation never loses or invents a character, whatever is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.characters import forbidden_characters
from app.domain.notation import escape, read_notation
from app.domain.prose import LineBreak, Paragraph, Run, notes, plain_lines

SIGNS = "*_[]^\\#>+-1.)(`<&!|~= \tабვ—“”№😀\u200f\u200b\u00a0'\"{}%"
letters = st.one_of(
    st.sampled_from(SIGNS),
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cn")),
)
spaced = st.text(letters, max_size=60)
line = spaced.map(str.strip)
wild = st.text(st.one_of(letters, st.just("\n")), max_size=120)


@given(line)
def test_an_escaped_line_reads_back_exactly(text: str) -> None:
    assert read_notation(escape(text)) == ((Paragraph((Run(text),)),) if text else ())


@given(spaced)
def test_only_the_spaces_at_the_edges_of_a_line_are_left_out(text: str) -> None:
    assert list(plain_lines(read_notation(escape(text)))) == [text.strip()] * bool(text.strip())


@given(st.lists(line.filter(bool), min_size=2, max_size=4))
def test_escaped_lines_become_line_breaks_of_one_paragraph(texts: list[str]) -> None:
    (paragraph,) = read_notation(escape("\n".join(texts)))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[::2] == tuple(Run(text) for text in texts)
    assert paragraph.inlines[1::2] == (LineBreak(),) * (len(texts) - 1)


@given(line.filter(bool), line.filter(bool))
def test_an_empty_line_in_a_value_is_two_line_breaks(before: str, after: str) -> None:
    read = read_notation(escape(f"{before}\n\n{after}"))
    assert list(plain_lines(read)) == [f"{before}\n\n{after}"]


@given(line.filter(bool), st.sampled_from(["1. {}", "- {}", "> {}", "# {}", "**{}**", "*{}*", "a {} b"]))
def test_an_escaped_value_stays_itself_inside_the_wording_around_it(text: str, wording: str) -> None:
    (said,) = plain_lines(read_notation(wording.format(escape(text))))
    assert text in said


@given(wild)
def test_reading_is_the_same_every_time(text: str) -> None:
    read_notation.cache_clear()
    first = read_notation(text)
    read_notation.cache_clear()
    assert read_notation(text) == first


@given(wild)
def test_what_was_read_can_be_written_and_read_again_without_change(text: str) -> None:
    once = list(plain_lines(read_notation(text)))
    again = [said for each in once for said in plain_lines(read_notation(escape(each)))]
    assert again == [said for each in once if (said := _edges(each))]


def _edges(text: str) -> str:
    """Cut the spaces that stand at the edges of lines, which no word processor shows."""
    return "\n".join(part.strip() for part in text.splitlines())


@given(wild)
def test_reading_invents_no_character(text: str) -> None:
    said = "".join(plain_lines(read_notation(text)))
    assert set(said) <= set(text) | {" ", "\n"}


@given(st.text(st.characters(whitelist_categories=("L", "Nd", "Sc", "Sm")), min_size=1).filter(str.isalpha))
def test_words_need_no_escaping(text: str) -> None:
    assert escape(text) == text


@given(wild)
def test_no_text_of_the_notation_holds_what_xml_cannot(text: str) -> None:
    said = list(plain_lines(read_notation(text)))
    assert not list(forbidden_characters(said))


@pytest.mark.parametrize("depth", [1, 5, 25])
def test_deep_nesting_is_read_to_the_end(depth: int) -> None:
    text = "".join(f"{'  ' * level}- {level}\n" for level in range(depth))
    assert list(plain_lines(read_notation(text))) == [str(level) for level in range(depth)]


starts = st.sampled_from(
    ["", "- ", "* ", "+ ", "1. ", "3) ", "> ", ">> ", "# ", "    ", "  - ", "\t", "    1. ", "[^1]: ",
     "[^2]: ", "      ", "| ", "```", "---", "===", "[x]: ", "<div>", "- > ", "> - ", "\\", "**", "_"]
)  # fmt: skip
ends = st.sampled_from(["", "[^1]", "^[", "]", "[^2]", "**", "\\", "  ", "_", "`", "](", "<!--", "\n"])


@given(st.lists(st.tuples(starts, ends), min_size=1, max_size=8))
def test_reading_loses_no_word(marks: list[tuple[str, str]]) -> None:
    words = [f"w{index}x" for index in range(len(marks))]
    text = "\n".join(start + word + end for word, (start, end) in zip(words, marks, strict=True))
    prose = read_notation(text)
    said = " ".join(
        [*plain_lines(prose), *(each for note in notes(prose) for each in plain_lines(note.paragraphs))]
    )
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("opening", ["> ", ">", "- ", "1. ", "**", "^["])
def test_thousands_of_openings_lose_no_word(opening: str) -> None:
    prose = read_notation(opening * 3000 + "word")
    assert "word" in "".join(plain_lines(prose)) + "".join(
        each for note in notes(prose) for each in plain_lines(note.paragraphs)
    )
