"""Drafts kept in the workspace; they have no number, may change, and lie in a bin before they are gone."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.copying import anew, follow_up, for_another
from app.domain.directory import Origins
from app.domain.letters import EarlierLetter, Letter
from app.domain.people import Recipient, State
from app.domain.register import Draft
from app.drafting.context import title_of
from app.services.letter_files import letter_from_json, letter_from_snapshot, letter_to_json
from app.services.origins import note_origins, origins_of
from app.services.ports import Clock, UnitOfWork, Work
from app.services.taking import the_entry


@dataclass(frozen=True, kw_only=True)
class DraftLine:
    """What a list of drafts shows; ``type`` is the value of a letter type, ``state`` a name or a code."""

    key: int
    title: str
    type: str
    language: str
    addressee: str
    state: str
    changed_at: datetime
    registered_as: str = ""
    state_code: str = ""


class Drafts:
    """Keeps drafts."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work, self._clock = work, clock

    def keep(self, letter: Letter, origins: Origins | None = None) -> int:
        """Keep a new draft, with what its data were taken from, and give its key."""
        with self._work() as work:
            key = self._add(work, letter)
            note_origins(work, key, origins, self._now())
            work.commit()
        return key

    def replace(self, key: int, letter: Letter, origins: Origins | None = None) -> None:
        """Keep a draft in its new form; without ``origins`` those it has stay.

        Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``.
        """
        with self._work() as work:
            work.drafts.replace(key, title=title_of(letter), letter=letter_to_json(letter), now=self._now())
            note_origins(work, key, origins, self._now())
            work.commit()

    def save(self, key: int | None, letter: Letter, origins: Origins | None = None) -> int:
        """Keep a letter, new without a key, and give its key; it is on the disk when this returns.

        Raises what ``replace`` raises.
        """
        if key is None:
            return self.keep(letter, origins)
        self.replace(key, letter, origins)
        return key

    def origins(self, key: int) -> Origins:
        """Give what the data of a draft were taken from, nothing where nobody said it."""
        with self._work() as work:
            return origins_of(work, key)

    def open(self, key: int) -> Letter:
        """Give the letter of a draft. Raises ``DraftNotFound``."""
        with self._work() as work:
            return letter_from_json(work.drafts.get(key).letter)

    def registered_as(self, key: int) -> str:
        """Give the number that a draft has been given, nothing for an open one. Raises ``DraftNotFound``."""
        with self._work() as work:
            return work.drafts.get(key).registered_as

    def all(self) -> Sequence[Draft]:
        """Give every draft that is not in the bin, the one changed last first."""
        with self._work() as work:
            return work.drafts.all()

    def recent(self, limit: int = 40) -> tuple[Letter, ...]:
        """Give the letters of the drafts that were changed last, the newest first."""
        return tuple(letter_from_json(one.letter) for one in self.all()[:limit])

    def list(self, *, registered: bool = False) -> tuple[DraftLine, ...]:
        """Give a line for each draft, the one changed last first; registered ones on request."""
        with self._work() as work:
            drafts = work.drafts.all() if registered else work.drafts.unregistered()
        return tuple(_line(one) for one in drafts)

    def bin(self, key: int) -> None:
        """Put a draft into the bin; ``Bin`` lists it there, restores it and deletes it for good.

        Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``.
        """
        self._do(lambda work: work.drafts.bin(key, now=self._now()))

    def put_back(self, key: int) -> None:
        """Take a draft out of the bin again. Raises ``DraftNotFound`` and ``DraftNotInBin``."""
        self._do(lambda work: work.drafts.put_back(key))

    def anew(self, key: int) -> int:
        """Begin a new letter from a draft, registered or not, and give its key. Raises ``DraftNotFound``."""
        with self._work() as work:
            new = self._add(work, anew(letter_from_json(work.drafts.get(key).letter)))
            note_origins(work, new, origins_of(work, key).anew(), self._now())
            work.commit()
        return new

    def anew_from_entry(self, number: str, year: int | None = None, series: str = "") -> int:
        """Begin a new letter from a registered one, and give its key.

        Raises ``EntryNotFound`` and ``AmbiguousNumber``.
        """
        with self._work() as work:
            entry = the_entry(work, number, year, series)
            new = self._add(work, anew(letter_from_snapshot(entry.snapshot)))
            work.commit()
        return new

    def follow_up(self, number: str, year: int | None = None, series: str = "") -> int:
        """Begin a letter that follows a registered one, and give its key.

        Raises ``EntryNotFound`` and ``AmbiguousNumber``.
        """
        with self._work() as work:
            entry = the_entry(work, number, year, series)
            earlier = EarlierLetter(number=entry.number, date=entry.letter_date, subject=entry.subject)
            new = self._add(work, follow_up(letter_from_snapshot(entry.snapshot), earlier))
            work.commit()
        return new

    def correction(self, sequence: int) -> int:
        """Begin a letter that corrects a registered one, with all that it said, and give its key.

        Raises ``EntryNotFound``.
        """
        with self._work() as work:
            entry = work.register.entry(sequence)
            new = self._add(work, anew(letter_from_snapshot(entry.snapshot)))
            note_origins(work, new, Origins(corrects=entry.sequence), self._now())
            work.commit()
        return new

    def for_number(self, number: str, year: int) -> int | None:
        """Give the key of the draft that is to get a reserved number, nothing where there is none."""
        with self._work() as work:
            keys = [draft.key for draft in work.drafts.unregistered()]
            return next((key for key in keys if origins_of(work, key).number.is_for(number, year)), None)

    def to_others(
        self, letter: Letter, recipients: Sequence[Recipient], states: Sequence[State] = ()
    ) -> tuple[int, ...]:
        """Keep the same letter for other recipients, all of them or none, and give the keys.

        ``states`` are the States that the letters address, in the order of the
        recipients, where they are others than the letter's own.
        """
        with self._work() as work:
            keys = tuple(
                self._add(work, for_another(letter, recipient, state))
                for recipient, state in zip(
                    recipients, states or [letter.state] * len(recipients), strict=True
                )
            )
            work.commit()
        return keys

    def _add(self, work: UnitOfWork, letter: Letter) -> int:
        return work.drafts.add(title=title_of(letter), letter=letter_to_json(letter), now=self._now())

    def _do(self, deed: Callable[[UnitOfWork], None]) -> None:
        with self._work() as work:
            deed(work)
            work.commit()

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)


def _line(draft: Draft) -> DraftLine:
    """Read what a list shows; the whole letter is only read when it is opened."""
    said = json.loads(draft.letter)
    state = said.get("state", {})
    return DraftLine(
        key=draft.key,
        title=draft.title,
        type=said.get("type", ""),
        language=said.get("language", ""),
        addressee=", ".join(_name(one) for one in said.get("recipients", ())),
        state=state.get("name") or state.get("code", ""),
        changed_at=draft.changed_at,
        registered_as=draft.registered_as,
        state_code=state.get("code", ""),
    )


def _name(recipient: dict[str, object]) -> str:
    office = recipient.get("offices") or [""]
    first = office[0] if isinstance(office, list) else ""
    return str(recipient.get("name") or recipient.get("organisation") or first)
