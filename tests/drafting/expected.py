"""The model letters as they must come out, and as they were sent, a part to a heading."""

from __future__ import annotations

from dataclasses import dataclass

from tests.drafting.making import DATA


@dataclass(frozen=True)
class ExpectedPart:
    """One paragraph of a model letter, by the part it belongs to."""

    part: str
    name: str
    text: str


def expected_parts(name: str) -> tuple[ExpectedPart, ...]:
    """Read the parts of a letter in order."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_part(piece) for piece in text.split("== ")[1:])


def _part(piece: str) -> ExpectedPart:
    heading, _line, text = piece.strip().partition("\n")
    part, _space, name = heading.partition(" ")
    return ExpectedPart(part, name, text)


def expected_texts(name: str) -> tuple[str, ...]:
    """Give the paragraphs of a letter in order."""
    return tuple(part.text for part in expected_parts(name))
