"""Every later step with the model letters: each control has a name, is reached, and nothing is cut."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from app.gui.desktop import Desktop
from app.gui.guide.page import StepPage
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.law import LawPage
from app.gui.guide.steps.signing import SigningPage
from tests.gui.guide.steps.shown import shown
from tests.gui.walking import cut, longer, nameless, unreachable

STEPS: Final = ("law:LawPage", "text:TextPage", "signing:SigningPage", "review:ReviewPage")


def opened(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter, step: str) -> StepPage:
    """Show a step with all its cards open."""
    module, _, name = step.partition(":")
    made: StepPage = getattr(import_module(f"app.gui.guide.steps.{module}"), name)(desktop, guide)
    page = shown(qtbot, made, guide)
    page.resize(600, 6000)
    if isinstance(page, LawPage):
        for card in page.cards:
            card.open()
    if isinstance(page, SigningPage):
        for person in page.signatories.cards:
            person.open()
        page.copies.add()
        page.enclosures.add_line()
    qtbot.wait(0)
    return page


@pytest.mark.parametrize("step", STEPS)
def test_every_control_has_a_name_and_is_reached(
    step: str, qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    page = opened(qtbot, desktop, allegation, step)
    assert nameless(page) == []
    # what adds a block below stands in the menu of its card, too
    assert [one for one in unreachable(page) if "BlockCard" not in one] == []
    assert cut(page) == []


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_in_a_language_of_long_words(
    step: str, qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    long_worded = replace(desktop, texts=longer())
    allegation.texts = long_worded.texts
    assert cut(opened(qtbot, long_worded, allegation, step)) == []


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_in_letters_of_twice_the_size(
    step: str, qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    desktop.theme.enlarge(200)
    page = opened(qtbot, desktop, allegation, step)
    page.resize(900, 9000)
    qtbot.wait(0)
    assert cut(page) == []
