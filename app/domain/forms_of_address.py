"""Forms of address as a table: what is proposed for an office, a gender and a language.

A proposal is made by rule and confirmed by a person; what is stored always wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Style(StrEnum):
    """How formal a letter addresses people: the protest style, or that of the United Nations."""

    PLAIN = "plain"
    FORMAL = "formal"
    VERY_FORMAL = "very_formal"


class AddressPart(StrEnum):
    """The parts of a letter that a form of address is for."""

    HONORIFIC = "honorific"
    OFFICE = "office"
    SALUTATION = "salutation"
    VOCATIVE = "vocative"
    CLOSING = "closing"


@dataclass(frozen=True, kw_only=True)
class FormOfAddress:
    """One row: ``gender`` is m, f or any; the text may hold ``{surname}`` and the like.

    ``{name}`` and ``{surname}`` are the person's, ``{state}`` is the State, ``{of}`` the State as
    it stands after “of”: du Kazakhstan, Казахстана. ``source`` says where the form was seen;
    ``attested`` whether there is a source to look it up in.
    """

    office: str
    gender: str
    language: str
    part: AddressPart
    style: Style
    text: str
    source: str = ""
    attested: bool = False


_NEAREST: Final[Mapping[Style, tuple[Style, ...]]] = {
    Style.PLAIN: (Style.PLAIN, Style.FORMAL, Style.VERY_FORMAL),
    Style.FORMAL: (Style.FORMAL, Style.PLAIN, Style.VERY_FORMAL),
    Style.VERY_FORMAL: (Style.VERY_FORMAL, Style.FORMAL, Style.PLAIN),
}
_ANY: Final = "any"


class FormsTable:
    """The rows, found by what is asked for."""

    def __init__(self, rows: Iterable[FormOfAddress] = ()) -> None:
        self._rows: dict[tuple[str, str, str], list[FormOfAddress]] = {}
        for row in rows:
            self._rows.setdefault((row.office, row.language, row.part), []).append(row)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def proposed(
        self,
        office: str,
        part: AddressPart,
        language: str,
        *,
        gender: str,
        style: Style,
        facts: Mapping[str, str],
    ) -> FormOfAddress | None:
        """Give the row that fits best: the style asked for, then the nearest; attested ones first.

        A row is passed over that speaks of a gender nobody knows or of a fact that is empty.
        """
        rows = self._rows.get((office, language.split("-")[0], part), [])
        fitting = [row for row in rows if row.gender in {_ANY, gender} and _fits(row.text, facts)]
        order = _NEAREST[style]
        return min(fitting, key=lambda row: _distance(row, order), default=None)


def _distance(row: FormOfAddress, order: Sequence[Style]) -> tuple[int, bool, bool]:
    return order.index(row.style), not row.attested, row.gender == _ANY


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Fill the known names into a form; anything else in braces stays as it was typed."""
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact)
    return text


def surname_of(name: str, sort_name: str) -> str:
    """Give the surname: what stands before the comma of the sort name, else the last word of the name."""
    if "," in sort_name:
        return sort_name.split(",")[0].strip()
    return name.split()[-1] if name.split() else ""


def _fits(text: str, facts: Mapping[str, str]) -> bool:
    return "{" not in filled(text, {name: fact for name, fact in facts.items() if fact})
