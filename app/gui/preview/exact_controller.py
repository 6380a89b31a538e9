"""Asks for the exact pages once the typing pauses, and tells when they have come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.errors import ChanceryError
from app.gui.preview.exact_state import ExactState, Stage

if TYPE_CHECKING:
    from app.services.exact_pages import ExactPages

PAUSE: Final = 120  # milliseconds without a key until pages are asked for
_LOOK: Final = 50


class ExactController(QObject):
    """Keeps the state of the exact pages of one letter; ``changed`` brings each new one."""

    changed = Signal(object)
    _arrived = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(self, pages: ExactPages, parent: QObject | None = None, *, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self.state = ExactState()
        self._pages = pages
        self._document: Callable[[], bytes] | None = None
        self._shown = False
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._ask)
        self._looking = QTimer(self, interval=_LOOK)
        self._looking.timeout.connect(self._look)
        queued = Qt.ConnectionType.QueuedConnection
        self._arrived.connect(self._on_arrived, queued)
        self._failed.connect(self._on_failed, queued)

    def show_pages(self, *, shown: bool) -> None:
        """Say whether anybody looks at the exact pages; nobody looking, nothing is made."""
        self._shown = shown
        if not shown:
            self._pause.stop()
        elif self._check_program() and self._document is not None:
            self._ask()

    def follow(self, document: Callable[[], bytes]) -> None:
        """Take the newest letter as a function that gives its DOCX, called in another thread."""
        self._document = document
        if self._shown and self.state.stage is not Stage.UNAVAILABLE:
            self._pause.start()

    def forget(self) -> None:
        """Leave the letter: its pages are not shown beside another's."""
        self._document = None
        self._pause.stop()
        self._become(self.state.emptied())

    def retry(self) -> None:
        """Try again now."""
        if self._check_program():
            self._ask()

    def _check_program(self) -> bool:
        reason = self._pages.why_not()
        if reason is not None:
            self._become(self.state.without(reason))
            return False
        if self.state.stage is Stage.EMPTY:
            self._pages.warm_up()
        return True

    def _ask(self) -> None:
        self._pause.stop()
        if self._document is None:
            return
        self._become(self.state.asking(warm=self._pages.is_warm))
        request = self.state.wanted
        self._pages.want(
            self._document,
            lambda pdf: self._arrived.emit(request, pdf),
            lambda error: self._failed.emit(request, error),
        )

    def _look(self) -> None:
        if self._pages.is_warm:
            self._become(self.state.warmed())

    def _become(self, state: ExactState) -> None:
        if state == self.state:
            return
        self.state = state
        if state.stage is Stage.STARTING:
            self._looking.start()
        else:
            self._looking.stop()
        self.changed.emit(state)

    def _on_arrived(self, request: int, pdf: bytes) -> None:
        if self._document is not None:
            self._become(self.state.arrived(request, pdf))

    def _on_failed(self, request: int, error: Exception) -> None:
        self._become(self.state.failing(request, error))
        if not isinstance(error, ChanceryError):
            raise error
