"""Letters as they look, for tests of the page."""

from __future__ import annotations

from app.domain.letters import Letter
from app.domain.pages import SetLetter
from app.drafting.context import Printing
from app.services.desk import Desk
from tests.drafting.making import shipped

NUMBERED = Printing(number="147/01-3")


def look(letter: Letter) -> SetLetter:
    """Give a letter as it looks, from the shipped templates."""
    return Desk(shipped()).pages(letter, printing=NUMBERED).pages


def typed(letter: Letter, block: str, text: str) -> Letter:
    """Give a letter with a block written by hand."""
    whole = Desk(shipped()).pages(letter).composed.letter
    return whole.changing(block, lambda each: each.written(text, over=""))
