"""What the first new letter needs is there before anybody asks for one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.domain.letters import Letter
from app.drafting.library import LetterTemplate, TemplateLibrary
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.readying import ready
from app.services.composer import Composer
from app.services.desk import Desk

_IMPORTS = "import sys, app.gui.guide.readying; print('PySide6.QtWidgets' in sys.modules)"


class CountingLibrary(TemplateLibrary):
    """Counts how often a template is read and compiled."""

    compiled = 0

    def _read(self, name: str, letter: Letter, document: Path | None) -> LetterTemplate:
        self.compiled += 1
        return super()._read(name, letter, document)


def test_a_new_letter_finds_its_template_compiled(desktop: Desktop, tmp_path: Path) -> None:
    library = CountingLibrary(desktop.bench.places.templates, tmp_path / "own")
    desk = Desk(library)
    office = replace(desktop.office, composer=Composer(desk, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC)))
    ready(replace(desktop.bench, desk=desk), office, desktop.texts)
    before = library.compiled
    guide = GuidePresenter(office, desktop.texts, begun(office, Beginning()))
    desk.pages(guide.letter)
    assert guide.words is not None
    assert (before, library.compiled) == (1, 1)


def test_readying_is_asked_for_without_building_a_window() -> None:
    done = subprocess.run([sys.executable, "-c", _IMPORTS], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
