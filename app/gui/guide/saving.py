"""Saves the letter by itself: soon after the last key, away from the window, and at once when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from app.gui.asking import Asking
    from app.gui.guide.presenter import GuidePresenter
    from app.gui.jobs import Jobs

REST: Final = 600  # milliseconds after the last key
LONGEST: Final = 3000  # milliseconds that somebody may type without a rest
AGAIN: Final = 5000  # milliseconds until it is tried again after a failure


class Saving(QObject):
    """Keeps the letter of a presenter; ``changed`` when it was kept, or could not be."""

    changed = Signal()

    def __init__(self, guide: GuidePresenter, jobs: Jobs, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._guide, self._jobs, self._asking = guide, jobs, asking
        self.error: Exception | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._rest, self._longest):
            timer.timeout.connect(self.save)

    @property
    def saved_at(self) -> datetime | None:
        """When the letter was kept last; nothing before that."""
        return self._guide.keeping.kept_at

    def soon(self) -> None:
        """Save once the typing rests."""
        if not self._guide.is_worth_keeping:
            return
        self._rest.start(REST)
        if not self._longest.isActive():
            self._longest.start(LONGEST)

    def save(self) -> None:
        """Save now, away from the window."""
        self._stop()
        if self._guide.is_worth_keeping:
            copy = self._guide.copy()
            self._jobs.run(lambda: self._guide.keeping.keep(copy), self._on_saved, self._on_failed)

    def save_at_once(self) -> bool:
        """Save before this returns, and say whether the letter is safe now."""
        self._stop()
        if not self._guide.is_worth_keeping:
            return True
        try:
            self._guide.save_now()
        except Exception as error:  # noqa: BLE001 - whatever hinders it, the person must hear it
            self._on_failed(error)
            return False
        self._on_saved(0)
        return True

    def _stop(self) -> None:
        self._rest.stop()
        self._longest.stop()

    def _on_saved(self, _key: int) -> None:
        self.error = None
        self.changed.emit()
        self.soon()

    def _on_failed(self, error: Exception) -> None:
        is_news = str(error) != str(self.error)
        self.error = error
        self._rest.start(AGAIN)
        self.changed.emit()
        if is_news:
            self._asking.trouble(error)
