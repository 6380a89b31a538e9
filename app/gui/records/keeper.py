"""Saving by itself: what is written is kept after a pause or when a field is left, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import ChanceryError

if TYPE_CHECKING:
    from app.services.records import Change

PAUSE: Final = 700


@dataclass(frozen=True)
class Step:
    """One change that can be taken back: what was changed, in words, and the change itself."""

    place: str
    words: str
    change: Change
    open: bool = True


class Keeper(QObject):
    """Holds what is not saved yet, saves it, and remembers what can be taken back.

    Typing in one place is one step until it is left. ``turned`` tells the step that was
    taken back or done again.
    """

    kept = Signal(object)
    turned = Signal(object)
    waiting = Signal()

    def __init__(
        self,
        save: Callable[[Any], Change],
        undo: Callable[[Change], Change],
        troubled: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._save, self._undo, self._troubled = save, undo, troubled
        self._pending: tuple[Any, str, str] | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)

    @property
    def is_clean(self) -> bool:
        """Say whether everything is saved."""
        return self._pending is None

    @property
    def can_undo(self) -> bool:
        """Say whether something can be taken back."""
        return bool(self._done) or not self.is_clean

    def write(self, thing: Any, place: str, words: str) -> None:
        """Take in a record that was changed at a place; it is saved soon."""
        kept = None
        if self._pending and self._pending[1] != place:
            kept = self._save_now()
            self._close_step()
        if self._pending is None or self._pending[1] == place:
            self._pending = (thing, place, words)
        else:  # the place before could not be saved: both changes are in what comes now
            self._pending = (thing, self._pending[1], self._pending[2])
        self._pause.start()
        self.waiting.emit()
        if kept:
            self.kept.emit(kept)

    def keep(self) -> bool:
        """Save what is not saved yet; say whether everything is."""
        self._pause.stop()
        kept = self._save_now()
        if kept:
            self.kept.emit(kept)
        return self.is_clean

    def leave(self) -> None:
        """Save what is not saved yet; what is written next is a step of its own."""
        self.keep()
        self._close_step()

    def done(self, change: Change, words: str) -> None:
        """Remember a change that was saved elsewhere."""
        self.leave()
        self._note(Step("", words, change, open=False))

    def undo(self) -> Step | None:
        """Take the last change back."""
        self.leave()
        return self._turn(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do again what was taken back last."""
        self.leave()
        return self._turn(self._undone, self._done)

    def forget(self) -> bool:
        """Save, and remember no longer what was done; say whether another record may be shown."""
        self.leave()
        if self.is_clean:
            self._done, self._undone = [], []
        return self.is_clean

    def _save_now(self) -> Change | None:
        """Save, and give the change where there was something to save and it could be."""
        if self._pending is None:
            return None
        thing, place, words = self._pending
        try:
            change = self._save(thing)
        except ChanceryError as error:
            self._troubled(error)
            return None
        self._pending = None
        self._note(Step(place, words, change))
        return change

    def _close_step(self) -> None:
        if self._done:
            self._done[-1] = replace(self._done[-1], open=False)

    def _note(self, step: Step) -> None:
        last = self._done[-1] if self._done else None
        self._undone = []
        if last and last.open and last.place == step.place and last.change.key == step.change.key:
            self._done.pop()
            step = replace(step, change=replace(step.change, before=last.change.before))
        self._done.append(step)

    def _turn(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source.pop()
        try:
            back = self._undo(step.change)
        except ChanceryError as error:
            self._troubled(error)
            return None
        target.append(replace(step, change=back, open=False))
        self.turned.emit(step)
        return step
