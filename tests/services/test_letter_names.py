"""Whoever mistypes a key is told which one may be meant."""

from __future__ import annotations

import pytest

from app.services.letter_files import FaultyLetterFile, read_letter_file
from app.services.letter_names import names_like

PLACES: list[tuple[tuple[str | int, ...], str]] = [
    (("recipient",), "recipients"),
    (("titel",), "title"),
    (("recipients", 0, "salutaton"), "salutation"),
    (("signatories", 0, "name"), "heading, columns, people"),
    (("sender", "figures", "asof"), "as_of"),
    (("case", "person", "function"), "name, role"),
    (("citations", 1, "IloConventions", "conventions", 0, "nummber"), "number"),
    (("versions", 0, "recipients", 0, "nmae"), "name"),
]


@pytest.mark.parametrize(("place", "names"), PLACES, ids=str)
def test_the_nearest_key_is_proposed_or_all_there_are(place: tuple[str | int, ...], names: str) -> None:
    assert names_like(place) == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[recipient]\n", "line 3, recipient: unknown key. Take it out, or write: recipients."),
        (
            '[[signatories]]\nname = "Ana"\n',
            "line 4, signatories.1.name: unknown key. Take it out, or write: heading, columns, people.",
        ),
        (
            '[[citations]]\nkind = "ilo"\nconventions = [{ nummber = "87" }]\n',
            "line 5, citations.1.conventions.1.nummber: unknown key. Take it out, or write: number.",
        ),
    ],
)
def test_a_letter_file_with_a_wrong_key_says_the_right_one(text: str, said: str) -> None:
    with pytest.raises(FaultyLetterFile) as refused:
        read_letter_file(f'type = "protest"\nlanguage = "en"\n{text}'.encode(), name="letter.toml")
    assert said in str(refused.value)
