"""Long work in sight: what is done, how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.jobs import Job, Progress

_STOP: Final = N_("Stop")


class Watching(QDialog):
    """Stands over the window while something is done, and is gone before its outcome is told."""

    def __init__(self, desktop: Desktop, parent: QWidget, words: str, *, may_stop: bool) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._may_stop = may_stop
        self._job: Job | None = None
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.line = ProgressLine(words, desktop.texts.text(_STOP) if may_stop else "")
        self.line.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self.line)
        self.line.cancelled.connect(self.reject)

    def run(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        """Do the work and give ``done`` its outcome; what goes wrong is said."""

        def ended(outcome: Any) -> None:
            self._leave()
            done(outcome)

        def failed(error: Exception) -> None:
            self._leave()
            self._desktop.asking.trouble(error)

        self.open()
        self._job = self._desktop.jobs.run_long(work, ended, failed, self.line.show_progress)

    def reject(self) -> None:
        """Stop the work, where it can be stopped."""
        if self._may_stop and self._job:
            self._job.cancel()
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.deleteLater()
