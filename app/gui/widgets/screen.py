"""What every screen is to the main window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.gui.widgets.reading_order import order_tabs


class Screen(QWidget):
    """One room of the window. A room overrides what it needs."""

    def show_subject(self, subject: object) -> None:
        """Show what somebody asked for by ``going.to(room, subject)``."""

    def memory(self) -> object:
        """Give what ``recall`` needs to show the same again after the language has changed."""
        return None

    def recall(self, memory: object) -> None:
        """Show what another screen of the same room has shown."""

    def first_focus(self) -> None:
        """Set the focus where a person begins."""
        self.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Give the parts between which F6 moves the focus."""
        return [self]

    def save(self) -> None:
        """Keep what is not kept yet; asked before the window closes and before it is built anew."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as one reads, also through what was made later than its neighbours."""
        order_tabs(self)
        return super().focusNextPrevChild(forward)
