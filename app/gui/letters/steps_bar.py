"""What can be done next with a letter: one primary button, the others beside it, the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.flow.standing import STEP_NAMES, Standing, Step, Waiting, next_steps, other_steps
from app.gui.theme import Theme
from app.gui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from app.gui.widgets.flow import FlowRow
from app.i18n.catalogues import Catalogue

_GRAVE: Final = frozenset({Step.VOID, Step.DELETE})
ICONS: Final = {
    Step.GO_ON: "pencil", Step.WRITE: "pencil", Step.SIGN: "signature", Step.DISPATCH: "send",
    Step.SCAN: "paperclip", Step.REPLY: "reply", Step.FOLLOW_UP: "mail", Step.CORRECT: "pencil",
    Step.ANEW: "copy", Step.OTHERS: "users", Step.OPEN: "file-text", Step.EXPORT: "download",
    Step.ATTACH: "paperclip", Step.VOID: "x", Step.DELETE: "trash-2",
}  # fmt: skip


class StepsBar(QWidget):
    """The buttons at the foot of the pane."""

    def __init__(self, texts: Catalogue, theme: Theme, do: Callable[[Step], None]) -> None:
        super().__init__()
        self._texts, self._theme, self._do = texts, theme, do
        self.primary: Button | None = None
        self._row = FlowRow(gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_steps(self, standing: Standing, waiting: Waiting) -> None:
        """Show the buttons of a letter."""
        self._row.clear()
        first, *others = next_steps(standing, waiting)
        self.primary = self._button(first, PrimaryButton)
        self._row.add(self.primary, *(self._button(step, SecondaryButton) for step in others))

    def focus_primary(self) -> None:
        """Bring the focus to the one thing to do."""
        if self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self, standing: Standing, waiting: Waiting) -> QMenu:
        """Give everything that can be done with a letter."""
        menu = QMenu(self)
        first = next_steps(standing, waiting)
        steps = [*first, *(step for step in other_steps(standing) if step not in first)]
        for step in steps:
            if step in _GRAVE:
                menu.addSeparator()
            icon = self._theme.icon(ICONS[step], "bad" if step in _GRAVE else "muted")
            action = menu.addAction(icon, self._texts.text(STEP_NAMES[step]))
            action.triggered.connect(lambda _on=False, one=step: self._do(one))
        return menu

    def _button(self, step: Step, kind: type[PrimaryButton | SecondaryButton]) -> Button:
        words = self._texts.text(STEP_NAMES[step])
        return kind(words, icon=ICONS[step], clicked=lambda: self._do(step))
