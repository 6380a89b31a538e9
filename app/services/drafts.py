"""Drafts kept in the workspace; they have no number and may change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from app.domain.letters import Letter
from app.domain.register import Draft
from app.drafting.context import title_of
from app.services.letter_files import letter_from_json, letter_to_json
from app.services.ports import Clock, Work


class Drafts:
    """Keeps drafts."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work, self._clock = work, clock

    def keep(self, letter: Letter) -> int:
        """Keep a new draft and give its key."""
        with self._work() as work:
            key = work.drafts.add(title=title_of(letter), letter=letter_to_json(letter), now=self._now())
            work.commit()
        return key

    def replace(self, key: int, letter: Letter) -> None:
        """Keep a draft in its new form. Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``."""
        with self._work() as work:
            work.drafts.replace(key, title=title_of(letter), letter=letter_to_json(letter), now=self._now())
            work.commit()

    def open(self, key: int) -> Letter:
        """Give the letter of a draft. Raises ``DraftNotFound``."""
        with self._work() as work:
            return letter_from_json(work.drafts.get(key).letter)

    def all(self) -> Sequence[Draft]:
        """Give every draft, the one changed last first."""
        with self._work() as work:
            return work.drafts.all()

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)
