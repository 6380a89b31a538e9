"""A head on paper is read back however it was grouped and typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.heads import Head, NotAHead, heads_in, read_head

SEAL = "3f2a91bc" * 8
SEALS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(st.integers(0, 10**12), SEALS)
def test_what_is_printed_can_be_typed(sequence: int, seal: str) -> None:
    assert read_head(Head(sequence, seal).line) == Head(sequence, seal)


@given(
    st.integers(1, 10**6), SEALS, st.sampled_from([" ", "", "-", "\n", " · ", "\u00a0"]), st.integers(1, 9)
)
def test_spaces_do_not_matter(sequence: int, seal: str, between: str, size: int) -> None:
    groups = [seal[at : at + size] for at in range(0, 64, size)]
    assert read_head(between.join([str(sequence), *groups])) == Head(sequence, seal)


def test_capitals_and_letters_that_look_like_digits_are_read_as_meant() -> None:
    seal = "0123456789abcdef" * 4
    assert read_head(f"57 {seal.upper().replace('0', 'O').replace('1', 'l')}") == Head(57, seal)


def test_a_seal_alone_is_a_head_of_no_known_place() -> None:
    assert read_head(SEAL) == Head(0, SEAL)


@pytest.mark.parametrize(
    "text", ["", "57", SEAL[1:], f"{SEAL[:-1]}g", f"ab {SEAL}", "9" * 19 + SEAL, "۵۷" + SEAL]
)
def test_anything_else_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(NotAHead, match="the 64 digits and letters a to f"):
        read_head(text)


def test_heads_are_found_among_other_lines() -> None:
    lines = ["Head of the register", "", f"57 · {SEAL}", "Name and signature:"]
    assert list(heads_in(lines)) == [Head(57, SEAL)]


def test_a_seal_is_grouped_by_fours() -> None:
    assert Head(1, SEAL).grouped.split(" ") == ["3f2a", "91bc"] * 8
