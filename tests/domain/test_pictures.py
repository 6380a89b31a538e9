"""The picture of a letterhead: measured, whole, small enough; anything else is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pictures import (
    LARGEST,
    LetterheadPicture,
    Measured,
    NoDrawings,
    NotAPicture,
    PictureTooLarge,
    letterhead_picture,
    measured,
)
from tests.pictures import a_jpeg, a_png, chunk


@given(st.integers(1, 400), st.integers(1, 60))
def test_a_picture_is_measured(width: int, height: int) -> None:
    assert measured(a_png(width, height)) == Measured("png", width, height)
    assert measured(a_jpeg(width, height)) == Measured("jpeg", width, height)


def test_a_picture_in_a_letter_gives_back_its_bytes() -> None:
    picture = letterhead_picture(a_png(), "A loaf")
    assert (picture.content, picture.words, picture.measured.height) == (a_png(), "A loaf", 100)
    assert picture == LetterheadPicture(data=picture.data, words="A loaf")


@given(st.integers(0, len(a_png()) - 1))
def test_a_picture_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(NotAPicture):
        measured(a_png()[:length])


@given(st.integers(8, len(a_png()) - 1), st.integers(1, 255))
def test_a_picture_with_a_changed_byte_is_refused(at: int, by: int) -> None:
    spoilt = bytearray(a_png())
    spoilt[at] ^= by
    with pytest.raises(NotAPicture):
        measured(bytes(spoilt))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NotAPicture),
        (b"GIF89a", NotAPicture),
        (b"%PDF-1.7", NotAPicture),
        (a_jpeg()[:-2], NotAPicture),
        (a_jpeg()[:14] + b"\xff\xd9", NotAPicture),
        (a_png(0, 3), NotAPicture),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), NotAPicture),
        (a_jpeg(60_000, 60_000), NotAPicture),
        (b'<?xml version="1.0"?><svg viewBox="0 0 1 1"/>', NoDrawings),
        (a_png() + b" " * LARGEST, PictureTooLarge),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else str(len(value)),
)
def test_what_a_letter_cannot_print_is_refused(content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        measured(content)


@given(st.binary(max_size=300))
def test_whatever_follows_the_first_bytes_ends_in_a_measure_or_a_refusal(rest: bytes) -> None:
    for first in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        try:
            assert measured(first + rest).width > 0
        except NotAPicture:
            continue


def test_what_is_no_base64_is_refused() -> None:
    with pytest.raises(NotAPicture):
        LetterheadPicture(data="§")
