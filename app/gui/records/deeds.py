"""What both rooms do with a record: save by itself, undo with a line that says so, delete into the bin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from app.domain.errors import N_, ChanceryError
from app.gui.asking import Notice
from app.gui.records.keeper import Keeper, Step

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.services.records import Change

_SAVING, _SAVED = N_("Saving …"), N_("Saved")
_UNDONE: Final = N_("“{what}” is as it was before.")
_DONE_AGAIN: Final = N_("“{what}” is changed again.")
_BINNED: Final = N_("“{title}” is in the bin.")
_UNDO, _REDO = N_("Undo"), N_("Redo")


class Deeds(QObject):
    """Changes of the record that is shown; ``said`` tells whether it is saved."""

    said = Signal(str)
    turned = Signal()
    deleted = Signal()

    def __init__(
        self,
        desktop: Desktop,
        save: Callable[[Any], Change],
        undo: Callable[[Change], Change],
        changed: Callable[[], None],
    ) -> None:
        super().__init__()
        self._desktop, self._undo, self._changed = desktop, undo, changed
        self.keeper = Keeper(save, undo, desktop.asking.trouble)
        self.keeper.waiting.connect(lambda: self.said.emit(self._say(_SAVING)))
        self.keeper.kept.connect(lambda _change: self._on_kept())

    def undo(self, *, back: bool = True) -> None:
        """Take the last change back, or do it again, and say so."""
        step = self.keeper.undo() if back else self.keeper.redo()
        if step is None:
            return
        self._changed()
        self.turned.emit()
        self._desktop.asking.notify(self._notice(step, back=back))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.undo(back=False)

    def delete(self, key: str, title: str, delete: Callable[[str], Change]) -> None:
        """Put the record into the bin, and offer to take that back."""
        if not self.keeper.forget():
            return
        try:
            change = delete(key)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return
        self._changed()
        self.deleted.emit()
        text = self._say(_BINNED, title=title)
        self._desktop.asking.notify(Notice(text, self._say(_UNDO), lambda: self._restore(change)))

    def _restore(self, change: Change) -> None:
        self._undo(change)
        self._changed()
        self.turned.emit()

    def _notice(self, step: Step, *, back: bool) -> Notice:
        text = self._say(_UNDONE if back else _DONE_AGAIN, what=self._say(step.words))
        action = self._say(_REDO if back else _UNDO)
        return Notice(text, action, lambda: self.undo(back=not back))

    def _on_kept(self) -> None:
        self._changed()
        self.said.emit(self._say(_SAVED))

    def _say(self, text: str, **facts: object) -> str:
        return self._desktop.texts.text(text, **facts)
