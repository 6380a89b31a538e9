"""Undo and redo of a whole letter: what it was before each edit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import Sentence
from app.domain.letters import Letter
from app.flow.editing import Done, Edit, field_in

LONGEST: Final = 500


@dataclass(frozen=True)
class History:
    """A letter with what was done to it, and what was undone.

    Typing in one place is one step until it rests (``paused``) or something else is done.
    """

    letter: Letter
    past: tuple[Done, ...] = ()
    future: tuple[Done, ...] = ()
    is_typing: bool = False

    def done(self, edit: Edit) -> History:
        """Do an edit; what changes nothing is no step."""
        changed = edit.on(self.letter)
        if changed == self.letter:
            return self
        goes_on = self.is_typing and bool(self.past) and edit.continues(self.past[-1].edit)
        past = self.past if goes_on else self._longer(edit)
        return History(changed, past, (), is_typing=True)

    def paused(self) -> History:
        """Let the next key begin a new step."""
        return replace(self, is_typing=False)

    def undone(self) -> History:
        """Take the last step back, if there is one."""
        if not self.past:
            return self
        *past, last = self.past
        future = (*self.future, replace(last, letter=self.letter))
        return History(last.letter, tuple(past), future)

    def redone(self) -> History:
        """Take again what was undone last, if there is something."""
        if not self.future:
            return self
        *future, last = self.future
        past = (*self.past, replace(last, letter=self.letter))
        return History(last.letter, past, tuple(future))

    @property
    def undo_label(self) -> Sentence | None:
        """What the next undo is called; nothing where nothing can be undone."""
        return self.past[-1].undo_label if self.past else None

    @property
    def redo_label(self) -> Sentence | None:
        """What the next redo is called; nothing where nothing can be done again."""
        return self.future[-1].redo_label if self.future else None

    def _longer(self, edit: Edit) -> tuple[Done, ...]:
        done = Done(edit, self.letter, field_in(self.letter, edit.place))
        return (*self.past[1 - LONGEST :], done)
