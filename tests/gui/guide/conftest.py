"""Letters on their way through the guide."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.flow.history import History
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.story import Story
from app.services.letter_files import read_letter_file

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


@pytest.fixture
def guide(desktop: Desktop) -> GuidePresenter:
    """A new letter in an empty workspace."""
    return GuidePresenter(desktop.office, desktop.texts, begun(desktop.office, Beginning()))


@pytest.fixture
def protest(desktop: Desktop) -> GuidePresenter:
    """The model protest letter."""
    return _model(desktop, "protest")


@pytest.fixture
def allegation(desktop: Desktop) -> GuidePresenter:
    """The model allegation letter."""
    return _model(desktop, "un-allegation")


def _model(desktop: Desktop, name: str) -> GuidePresenter:
    file = EXAMPLES / f"{name}.toml"
    letter = read_letter_file(file.read_bytes(), name=file.name)
    return GuidePresenter(desktop.office, desktop.texts, Story(History(letter)))
