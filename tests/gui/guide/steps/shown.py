"""A page of the guide in a window of its own."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.gui.guide.page import StepPage
from app.gui.guide.presenter import GuidePresenter, What

Page = TypeVar("Page", bound=StepPage)


def shown(qtbot: QtBot, page: Page, guide: GuidePresenter) -> Page:
    """Show a page that follows its letter, as the shell lets it."""

    def follow(what: What) -> None:
        if what is What.LETTER:
            page.show_letter()

    guide.changed = follow
    qtbot.addWidget(page)
    page.resize(560, 900)
    page.show_letter()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page
