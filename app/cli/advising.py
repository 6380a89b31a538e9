"""Advice that only the register and the law library can give; it stops nothing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from app.bootstrap import Bench, Office, clock, open_office
from app.cli.output import Printer
from app.domain.checks import Advice
from app.domain.errors import ChanceryError
from app.domain.letters import Letter
from app.domain.register import Entry, Series
from app.services.law_library import LawLibrary
from app.services.letter_files import letter_from_snapshot


def advice_of_register(bench: Bench, out: Printer, letter: Letter) -> Sequence[Advice]:
    """Ask the law library about a letter, and the register if there is one; it can be checked without."""
    if not bench.places.data.exists():
        return LawLibrary(bench.places.reference).advice(letter)
    try:
        with open_office(bench) as office:
            known = (*office.references.advice(letter), *office.days.advice(letter))
            return (*known, *office.law.advice(letter))
    except ChanceryError as difficulty:
        out.difficulty(difficulty.sentence)
        return LawLibrary(bench.places.reference).advice(letter)


def warn_of_entry(office: Office, out: Printer, asked: Namespace, entry: Entry) -> None:
    """Say what looks wrong with a letter that has its number all the same."""
    series = office.register.one_series(entry.series)
    for one in (
        *office.days.advice_on(entry),
        *office.references.advice(letter_from_snapshot(entry.snapshot)),
        *office.nomenclature.advice(series, entry.year, unit=asked.unit, file=asked.file),
    ):
        out.difficulty(one.sentence)


def warn_of_series(office: Office, out: Printer, series: Series) -> None:
    """Say that a series uses a file that this year does not have."""
    for one in office.nomenclature.advice(series, clock().year):
        out.difficulty(one.sentence)
