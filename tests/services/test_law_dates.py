"""Ratification dates compared with sources that the shipped tables were not made from.

Each row of ``tests/data/law_spot_checks.csv`` names its source: official gazettes and collections of
Switzerland, Liechtenstein, Portugal and Macao, ministries, a newspaper, and for some treaties of the
United Nations an older extraction of the depositary's lists by other people.
"""

from __future__ import annotations

import csv
from pathlib import Path

from app.domain.law.standing import BINDING
from tests.services.law import the_library

CHECKS = Path(__file__).parents[1] / "data" / "law_spot_checks.csv"
OLDER_EXTRACTION = "Extraction of 2015"


def checks() -> list[dict[str, str]]:
    with CHECKS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_dates_agree_with_other_sources() -> None:
    library = the_library()
    wrong = {
        (row["state"], row["instrument"]): (row["since"], known.since, row["source"])
        for row in checks()
        if (known := library.standing(row["state"], row["instrument"])).since != row["since"]
        or known.status not in BINDING
    }
    assert not wrong


def test_there_are_enough_checks_and_each_names_another_source() -> None:
    rows = checks()
    assert len({(row["state"], row["instrument"]) for row in rows}) == len(rows) >= 60
    assert all(len(row["source"]) > 20 for row in rows)
    assert len([row for row in rows if not row["source"].startswith(OLDER_EXTRACTION)]) >= 50
    sources = the_library().tables.sources
    for row in rows:
        known = the_library().standing(row["state"], row["instrument"])
        assert all("legalize" not in sources[one].where for one in known.source.split("+"))
