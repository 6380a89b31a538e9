"""Letters put into words, as the guide is given them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from app.domain.composed import ComposedLetter
from app.domain.letters import Letter
from app.drafting.composing import compose
from app.drafting.context import Printing
from app.drafting.library import TemplateLibrary
from app.flow.guide import Guide
from app.services.desk import Desk
from tests.drafting.making import SHIPPED

LIBRARY: Final = TemplateLibrary(SHIPPED, Path("nowhere"))
TODAY: Final = date(2017, 8, 16)


def in_words(letter: Letter) -> ComposedLetter:
    """Put a letter into the words of the shipped templates."""
    return compose(letter, LIBRARY.template_for(letter).wording, Printing())


def guided(letter: Letter) -> Guide:
    """Give the guide that knows a letter and the advice on it."""
    composed = in_words(letter)
    return Guide().saying(composed, Desk(LIBRARY).advice(composed, TODAY))
