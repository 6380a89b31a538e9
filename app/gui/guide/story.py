"""A letter with its history, and with what its data were taken from at each point of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.directory import Origins
from app.domain.errors import Sentence
from app.domain.letters import Letter
from app.flow.editing import Edit
from app.flow.history import History


@dataclass(frozen=True)
class Story:
    """Undo and redo that bring the origins back together with the letter."""

    history: History
    origins: Origins = Origins()
    past: tuple[Origins, ...] = ()
    future: tuple[Origins, ...] = ()

    @property
    def letter(self) -> Letter:
        """The letter as it is now."""
        return self.history.letter

    def done(self, edit: Edit, origins: Origins | None = None) -> Story:
        """Do an edit and say, where it chose something, what the data come from now."""
        history = self.history.done(edit)
        now = self.origins if origins is None else origins
        if history is self.history:
            return Story(history, now, self.past, self.future)
        goes_on = bool(self.history.past) and history.past[-1] is self.history.past[-1]
        past = self.past if goes_on else (*self.past, self.origins)
        return Story(history, now, past[-len(history.past) :])

    def undone(self) -> Story:
        """Take the last step back, if there is one."""
        if not self.past:
            return self
        *past, last = self.past
        return Story(self.history.undone(), last, tuple(past), (*self.future, self.origins))

    def redone(self) -> Story:
        """Take again what was undone last, if there is something."""
        if not self.future:
            return self
        *future, last = self.future
        return Story(self.history.redone(), last, (*self.past, self.origins), tuple(future))

    def paused(self) -> Story:
        """Let the next key begin a new step."""
        return Story(self.history.paused(), self.origins, self.past, self.future)

    @property
    def undo_label(self) -> Sentence | None:
        """What the next undo is called."""
        return self.history.undo_label

    @property
    def redo_label(self) -> Sentence | None:
        """What the next redo is called."""
        return self.history.redo_label
