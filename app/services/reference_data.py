"""Reference data that is shipped as tables: forms of address, and the names of States."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from app.domain.forms_of_address import AddressPart, FormOfAddress, FormsTable, Style
from app.domain.states import StateForms, StateNames

FORMS: Final = "forms_of_address.csv"
STATES: Final = "states.csv"
STATE_FORMS: Final = "state_forms.csv"


class ReferenceData:
    """The tables of one folder, each read when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def forms(self) -> FormsTable:
        """The forms of address that are proposed."""
        return FormsTable(_form(row) for row in self._rows(FORMS))

    @cached_property
    def states(self) -> Mapping[str, StateNames]:
        """The States by their codes."""
        found: dict[str, list[StateForms]] = {}
        in_sentences = self._in_sentences()
        for row in self._rows(STATES):
            code, language = row["code"], row["language"]
            names = {"name": row["name"], "formal_name": row["formal_name"]}
            rows = in_sentences.get((code, language), [])
            said = {**names, **{one["form"]: one["text"] for one in rows}}
            unchecked = tuple(one["form"] for one in rows if one["checked"] != "yes")
            forms = StateForms(language=language, unchecked=unchecked, **said)
            found.setdefault(code, []).append(forms)
        return {code: StateNames(key=code, forms=tuple(forms)) for code, forms in found.items()}

    def _in_sentences(self) -> Mapping[tuple[str, str], Sequence[Mapping[str, str]]]:
        """Give the forms that sentences want, by State and language."""
        found: dict[tuple[str, str], list[dict[str, str]]] = {}
        for row in self._rows(STATE_FORMS):
            found.setdefault((row["code"], row["language"]), []).append(row)
        return found

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self._folder / name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _form(row: Mapping[str, str]) -> FormOfAddress:
    return FormOfAddress(
        office=row["office"],
        gender=row["gender"],
        language=row["language"],
        part=AddressPart(row["part"]),
        style=Style(row["style"]),
        text=row["text"],
        source=row["source"],
        attested=row["attested"] == "yes",
    )
