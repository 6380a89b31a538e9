"""A long check says how far it is, and can be stopped."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.cli.output import Printer
from app.cli.verifying import ProgressLine
from app.i18n.catalogues import for_language
from app.services.verifying import Part, Reached
from tests.cli.conftest import Keyboard

ENGLISH = for_language("en", Path("nowhere"))


class Terminal(io.StringIO):
    """Says that a person is looking."""

    def isatty(self) -> bool:
        return True


def a_line(err: io.StringIO) -> ProgressLine:
    return ProgressLine(Printer(ENGLISH, io.StringIO(), err))


def test_one_line_of_a_terminal_says_how_far_it_is_and_goes_away() -> None:
    err = Terminal()
    line = a_line(err)
    assert line.tell(Reached(Part.FILES, 1, 9, 0))
    assert line.tell(Reached(Part.FILES, 2, 9, 0)), "too soon to be shown"
    line.clear()
    assert err.getvalue() == "\r\033[KAll entries and 1 of 9 documents are checked.\r\033[K"


def test_nothing_is_said_where_nobody_looks() -> None:
    err = io.StringIO()
    line = a_line(err)
    assert line.tell(Reached(Part.ENTRIES, 1, 9, 0))
    line.clear()
    assert err.getvalue() == ""


def test_ctrl_c_ends_with_what_was_found_up_to_there(
    registered: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(_line: ProgressLine, reached: Reached) -> bool:
        if reached.part is Part.FILES:
            raise KeyboardInterrupt
        return True

    monkeypatch.setattr(ProgressLine, "tell", pressed)
    answer = registered("verify")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == (
        "The check was stopped and proves nothing yet. "
        "All entries and 1 of 1 documents are checked. Nothing was found up to there.\n"
    )


# ── Days ─────────────────────────────────────────────────────────────────────


def test_a_clock_set_back_is_told_by_check_and_register(registered: Keyboard) -> None:
    registered.on("2016-12-31")
    checked = registered("check", "protest.toml")
    assert "day: The clock of this computer shows 2016-12-31" in checked.out
    answer = registered("register", "protest.toml")
    assert answer.code == 0
    assert "was it set back across New Year?" in answer.err
    assert "Registered as 1/01-3." in answer.out


@pytest.mark.parametrize(
    ("day", "said"),
    [("2017-08-17", "lies in the future"), ("2017-08-15", "is before 2017-08-16, the day of 1/01-3")],
)
def test_a_doubtful_day_is_told_and_registered_all_the_same(
    registered: Keyboard, day: str, said: str
) -> None:
    answer = registered("register", "protest.toml", "--date", day)
    assert answer.code == 0
    assert said in answer.err
