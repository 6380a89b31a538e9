"""Taking a number reads a few rows, however many letters there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.services.issuing import Registration
from tests.crash.house import LETTER, SERIES, WORD, House, found, house


def the_next_number(office: House) -> None:
    office.issuing.register(LETTER)


def a_late_number(office: House) -> None:
    office.issuing.register(LETTER, Registration(late_after="147/01-3"))


def a_reserved_number(office: House) -> None:
    number = office.numbers.reserve("outgoing", WORD).number
    office.issuing.register(LETTER, Registration(reserved=number))


def a_void_number(office: House) -> None:
    office.numbers.void("147/01-3", WORD)


DEEDS = [the_next_number, a_late_number, a_reserved_number, a_void_number]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: str(deed.__name__))
def test_no_number_is_looked_for_by_reading_the_whole_register(
    tmp_path: Path, deed: Callable[[House], None]
) -> None:
    asked: dict[str, Any] = {}
    found(tmp_path)
    with house(tmp_path) as office:
        office.register.edit_series(replace(SERIES, late_entries=True))
        the_next_number(office)

        def keep(_connection: object, _cursor: object, text: str, values: Any, *_more: object) -> None:
            asked[text] = values

        event.listen(office.workspace._writing, "before_cursor_execute", keep)
        deed(office)
        questions = {text: values for text, values in asked.items() if "SELECT" in text}
        assert any(table in text for text in questions for table in ("entries", "counters"))
        with office.workspace.reading() as work:
            connection = work.register._connection
            plans = [
                line.detail
                for text, values in questions.items()
                for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
            ]
    assert plans
    # Walking a key from its end to the first row is no reading of the whole.
    walked = [one for one in plans if one in {"SCAN entries", "SCAN acts", "SCAN documents", "SCAN listing"}]
    assert walked in ([], ["SCAN entries", "SCAN acts"]), plans
