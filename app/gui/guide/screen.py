"""The room where letters are written: one letter at a time, kept whenever it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import N_, ChanceryError
from app.gui.asking import Choice, Question
from app.gui.guide.beginning import Beginning, begun, opened
from app.gui.guide.columns import GuideColumns
from app.gui.guide.presenter import GuidePresenter
from app.gui.widgets.screen import Screen

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.story import Story

_NOT_SAFE: Final = N_("The letter could not be saved")
_WHAT_IS_LOST: Final = N_("What you wrote last is only in this window. If you leave it now, that is lost.")
_STAY, _LEAVE = N_("Stay and try again"), N_("Leave without saving")


class GuideScreen(Screen):
    """Shows a letter on its way; ``show_subject`` takes nothing, a ``Beginning``, or the key of a draft."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._columns: GuideColumns | None = None

    @property
    def columns(self) -> GuideColumns:
        """The columns of the letter that is shown, a new one where none was asked for."""
        if self._columns is None:
            self._columns = self._begun(begun(self._desktop.office, Beginning()))
        return self._columns

    @property
    def guide(self) -> GuidePresenter:
        """The letter that is shown, on its way."""
        return self.columns.guide

    def show_subject(self, subject: object) -> None:
        """Begin a new letter, or go on with a draft."""
        if self._columns is not None and self._shows(subject):
            return
        if self._columns is not None and not self._is_safe():
            return
        try:
            self._show(subject)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            self._desktop.going.back()

    def memory(self) -> object:
        """Give the letter with its history; it goes on in another language of the screen."""
        return self.guide

    def recall(self, memory: object) -> None:
        """Go on with a letter."""
        if isinstance(memory, GuidePresenter):
            memory.texts = self._desktop.texts
            self._put(memory)

    def first_focus(self) -> None:
        """Begin in the step one is at."""
        self.columns.first_focus()

    def save(self) -> None:
        """Keep the letter at once."""
        if self._columns is not None:
            self._columns.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the letter whenever the room is left, by whatever way."""
        super().hideEvent(event)
        if not event.spontaneous() and self._columns is not None:
            self.columns.let_go()
            self._desktop.changes.drafts_changed.emit()

    def _shows(self, subject: object) -> bool:
        return self.guide.is_untouched if subject is None else subject == self.guide.key

    def _show(self, subject: object) -> None:
        office = self._desktop.office
        if isinstance(subject, int):
            self._begun(opened(office, subject), subject)
        else:
            wished = subject if isinstance(subject, Beginning) else Beginning()
            self._begun(begun(office, wished))

    def _begun(self, story: Story, key: int | None = None) -> GuideColumns:
        return self._put(GuidePresenter(self._desktop.office, self._desktop.texts, story, key=key))

    def _put(self, guide: GuidePresenter) -> GuideColumns:
        old, self._columns = self._columns, GuideColumns(self._desktop, guide)
        self._columns.closed.connect(self._on_closed)
        if old is not None:
            self._room.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._room.addWidget(self._columns)
        self._columns.show()  # at once: what is shown later takes no focus now
        self._columns.preview.warm_up()
        if self.isVisible():
            self._columns.first_focus()
        return self._columns

    def _on_closed(self) -> None:
        if self._is_safe():
            self._desktop.going.back()

    def _is_safe(self) -> bool:
        """Keep the letter; where that cannot be, let the person decide."""
        if self.columns.let_go():
            return True
        say = self._desktop.texts.text
        stay, leave = Choice("stay", say(_STAY), "primary"), Choice("leave", say(_LEAVE), "danger")
        question = Question(say(_NOT_SAFE), say(_WHAT_IS_LOST), (leave, stay))
        return self._desktop.asking.ask(question) == "leave"
