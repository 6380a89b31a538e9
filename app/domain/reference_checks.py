"""What looks doubtful in the external references of a letter; a year unlike the letter's never does.

The year in a UN reference may differ from that of the letter: Kazakhstan
5/2011 is dated 13 January 2012.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from app.domain.errors import N_
from app.domain.letters import Letter, LetterType
from app.domain.references import IloCase, ReferenceKind, UnReference

Doubt = tuple[str, str, Mapping[str, object]]

UN_TYPES: Final = {
    LetterType.UN_ALLEGATION: "AL",
    LetterType.UN_URGENT_APPEAL: "UA",
    LetterType.UN_OTHER: "OL",
}
_NO_FORM: Final = N_("“{text}” has not the form of such a reference: {example}.")
_OTHER_FORM: Final = N_("“{text}” is usually written {usual}.")
_OTHER_TYPE: Final = N_("The reference “{text}” is that of another type of letter; this type has {usual}.")
_OTHER_STATE: Final = N_("The reference “{text}” is about another State than the letter ({state}).")
TWO_TYPES: Final = N_(
    "“{text}” and “{other}” have one number and two types; "
    "the UN counts all types of a State and year together."
)
_EXAMPLES: Final = {ReferenceKind.UN: "AL KAZ 1/2017", ReferenceKind.ILO: "Case No. 3283 (Kazakhstan)"}


def doubts(letter: Letter) -> Iterator[Doubt]:
    """Give what looks doubtful: where it stands, a sentence, and its facts."""
    if letter.reference and letter.type in UN_TYPES:
        yield from _own_reference(letter)
    for index, reference in enumerate(letter.case.references, start=1):
        if reference.kind in _EXAMPLES:
            place, parsed = f"case.references.{index}", reference.parsed
            yield from _form(place, reference.text, parsed, _EXAMPLES[reference.kind])
    for (_, one), (place, other) in combinations(un_references(letter), 2):
        if one.place == other.place and one.plain_type != other.plain_type:
            yield place, TWO_TYPES, {"text": other, "other": one}


def _own_reference(letter: Letter) -> Iterator[Doubt]:
    text, parsed = letter.reference, UnReference.parse(letter.reference)
    yield from _form("reference", text, parsed, _EXAMPLES[ReferenceKind.UN])
    if parsed is None:
        return
    if parsed.plain_type != UN_TYPES[letter.type]:
        yield "reference", _OTHER_TYPE, {"text": text, "usual": UN_TYPES[letter.type]}
    if letter.state.code and letter.state.code != parsed.state:
        yield "reference", _OTHER_STATE, {"text": text, "state": letter.state.code}


def _form(place: str, text: str, parsed: UnReference | IloCase | None, example: str) -> Iterator[Doubt]:
    if parsed is None:
        yield place, _NO_FORM, {"text": text, "example": example}
    elif str(parsed) != text:
        yield place, _OTHER_FORM, {"text": text, "usual": str(parsed)}


def un_references(letter: Letter) -> list[tuple[str, UnReference]]:
    """Give every UN reference that a letter names, and where."""
    named = [("reference", letter.reference), ("earlier.number", letter.earlier.number)]
    named += [
        (f"case.references.{index}", reference.text)
        for index, reference in enumerate(letter.case.references, start=1)
        if reference.kind is ReferenceKind.UN
    ]
    return [(place, parsed) for place, text in named if (parsed := UnReference.parse(text))]
