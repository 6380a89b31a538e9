"""What a person does in a room before a picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from app.flow.naming import Step
from app.gui.finding.field import FinderField
from app.gui.guide.screen import GuideScreen
from app.gui.guide.steps.review import ReviewPage
from app.gui.letters.screen import LettersScreen
from app.gui.main_window import MainWindow
from app.gui.rooms import GUIDE
from app.services.exporting import Way

Act = Callable[[MainWindow], None]


def at_step(step: Step) -> Act:
    """Go to a step of the guide."""
    return lambda window: _guide(window).guide.go(step)


def at_the_newest_letter(window: MainWindow) -> None:
    """Go to the first registered letter, which stands under the draft."""
    cast("LettersScreen", window.shell.screen_of("letters")).table.go_to_row(1)


def asking_for_the_number(window: MainWindow) -> None:
    """Ask for the number in the review, with a folder for the document and a name."""
    review = _review(window)
    folder = Path(str(window.property("folder"))) / "Letters"
    folder.mkdir(exist_ok=True)
    review.leaving.folder, review.leaving.person = folder, "Ana"
    review.offers.buttons[Way.REGISTER].click()


def registering(window: MainWindow) -> None:
    """Give the letter its number."""
    _review(window).confirm.yes.click()


def finding(typed: str) -> Act:
    """Type into the field that finds everything."""

    def act(window: MainWindow) -> None:
        field = next(iter(window.findChildren(FinderField)))
        field.begin()
        field.line.setText(typed)
        field.line.textEdited.emit(typed)

    return act


def _guide(window: MainWindow) -> GuideScreen:
    return cast("GuideScreen", window.shell.screen_of(GUIDE))


def _review(window: MainWindow) -> ReviewPage:
    at_step(Step.REVIEW)(window)
    return next(iter(_guide(window).findChildren(ReviewPage)))
