"""Keeps one letter as a draft, from any thread: never an older form over a newer one, never twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.directory import Origins
    from app.domain.letters import Letter
    from app.services.drafts import Drafts


@dataclass(frozen=True)
class Copy:
    """A letter at one moment; ``version`` grows with each change."""

    version: int
    letter: Letter
    origins: Origins
    made_at: datetime


class Keeping:
    """The draft of one letter on the disk: its key, and which version of the letter it holds."""

    def __init__(self, drafts: Drafts, key: int | None = None) -> None:
        self._drafts, self._lock = drafts, Lock()
        self.key, self.version = key, 0
        self.kept_at: datetime | None = None

    def keep(self, copy: Copy) -> int:
        """Keep a copy, unless a newer one is kept already, and give the key of the draft.

        Raises what ``Drafts.save`` raises.
        """
        with self._lock:
            if self.key is None or copy.version > self.version:
                self.key = self._drafts.save(self.key, copy.letter, copy.origins)
                self.version, self.kept_at = copy.version, copy.made_at
            return self.key
