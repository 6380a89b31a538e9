"""Sender profiles: for which organisations letters are written, and who signs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.people import Sender, SignatoryGroup
from app.domain.pictures import letterhead_picture, measured
from app.domain.senders import (
    SenderProfile,
    SignatoryRecord,
    sender_for_letter,
    signatories_for_letter,
)
from app.services.records import Change, Records, get_in


class SenderProfiles:
    """Keeps sender profiles and signatories."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def save(self, one: SenderProfile | SignatoryRecord) -> Change:
        """Keep a profile or a signatory; one without a key is new. ``undo`` takes it back."""
        return self._records.save(one)

    def delete(self, key: str) -> Change:
        """Put a profile or a signatory into the bin. Raises ``RecordNotFound``."""
        return self._records.delete(key)

    def undo(self, change: Change) -> Change:
        """Put back what stood before a change; what it gives can be undone in turn."""
        return self._records.undo(change)

    def profile(self, key: str) -> SenderProfile:
        """Raises ``RecordNotFound``."""
        return self._records.get(SenderProfile, key)

    def profiles(self) -> Sequence[SenderProfile]:
        """Give all profiles, the preferred ones first."""
        return sorted(self._records.all(SenderProfile), key=lambda one: not one.preferred)

    def preferred(self) -> SenderProfile | None:
        """Give the profile that a new letter begins with; nothing where there is none."""
        return next(iter(self.profiles()), None)

    def signatory(self, key: str) -> SignatoryRecord:
        """Raises ``RecordNotFound``."""
        return self._records.get(SignatoryRecord, key)

    def signatories(self) -> Sequence[SignatoryRecord]:
        """Give all who sign, by name."""
        return self._records.all(SignatoryRecord)

    def set_picture(self, key: str, name: str, content: bytes) -> Change:
        """Keep the picture of a letterhead with a profile.

        Raises ``RecordNotFound`` and, for what no letter can print, ``NotAPicture`` and its kin.
        """
        measured(content)
        file = self._records.attach(key, name, content)
        return self._records.edit(SenderProfile, key, picture=file.key)

    def picture(self, key: str) -> bytes | None:
        """Give the picture of a profile's letterhead. Raises ``RecordNotFound``, ``StoredFileNotFound``."""
        picture = self.profile(key).picture
        return self._records.content(picture) if picture else None

    def sender_for_letter(self, key: str, language: str) -> Sender:
        """Give the sender in a letter's language, with the picture of its letterhead as it is now.

        Raises ``RecordNotFound`` and ``StoredFileNotFound``.
        """
        sender, content = sender_for_letter(self.profile(key), language), self.picture(key)
        return replace(sender, picture=letterhead_picture(content)) if content else sender

    def signatories_for_letter(
        self, key: str, language: str, chosen: Sequence[str] | None = None
    ) -> tuple[SignatoryGroup, ...]:
        """Give those who sign, by their keys or as the profile proposes; who is in the bin is left out.

        Raises ``RecordNotFound``.
        """
        keys = self.profile(key).signatories if chosen is None else chosen
        with self._records.reading() as work:
            people = [
                get_in(work, SignatoryRecord, one.key)
                for one in work.records.many(keys)
                if not one.deleted_at
            ]
        return signatories_for_letter(people, language)
