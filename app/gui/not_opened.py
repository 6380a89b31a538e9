"""The screen that says why the workspace could not be opened, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import N_
from app.gui.asking import FileWish
from app.gui.desktop import Desktop
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.screen import Screen

_HEADING: Final = N_("The workspace could not be opened")
_AGAIN: Final = N_("Try again")
_ELSEWHERE: Final = N_("Choose another folder")


class NotOpened(Screen):
    """Stands in the window instead of all rooms."""

    def __init__(self, desktop: Desktop, reason: str, again: Callable[[], object]) -> None:
        super().__init__()
        say = desktop.texts.text
        self._desktop = desktop
        self._again = PrimaryButton(say(_AGAIN), icon="rotate-ccw", clicked=again)
        elsewhere = SecondaryButton(say(_ELSEWHERE), icon="folder-open", clicked=self._on_elsewhere)
        column = QVBoxLayout(self)
        column.addWidget(EmptyState("triangle-alert", say(_HEADING), reason, [elsewhere, self._again]))

    def first_focus(self) -> None:
        """Begin at the way out."""
        self._again.setFocus()

    def _on_elsewhere(self) -> None:
        folder = self._desktop.asking.folder(FileWish(self._desktop.texts.text(_ELSEWHERE)))
        if folder is not None:
            self._desktop.changes.workspace_chosen.emit(folder)
