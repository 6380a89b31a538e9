"""An office whose storage lies in memory and whose clock stands still."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.domain.register import Entry, Series
from app.drafting.library import TemplateLibrary
from app.services.address_book import AddressBook
from app.services.bin import Bin
from app.services.case_files import CaseFiles
from app.services.desk import Desk
from app.services.drafts import Drafts
from app.services.exchange import Exchange
from app.services.finding import Finder
from app.services.issuing import Issuing
from app.services.numbers import Numbers
from app.services.ports import UnitOfWork
from app.services.records import Records
from app.services.reference_data import ReferenceData
from app.services.register import Register
from app.services.sender_profiles import SenderProfiles
from app.services.verifying import Verifying
from tests.drafting.making import SHIPPED
from tests.drafting.reading import DocxRead
from tests.fakes import FakeStorage, FixedClock

REFERENCE = SHIPPED.parent / "reference"
OUTGOING = Series(key="outgoing", title="Outgoing letters", unit="01", file="3", start=147)


@dataclass
class AnOffice:
    """The services over storage in memory; ``own`` is the folder for templates of the office."""

    own: Path
    storage: FakeStorage = field(default_factory=FakeStorage)
    clock: FixedClock = field(default_factory=FixedClock)
    keys: int = 0

    def __post_init__(self) -> None:
        self.use(self.storage.unit_of_work)
        self.register.add_series(OUTGOING)

    def use(self, work: Callable[[], UnitOfWork]) -> None:
        """Let the services write through another unit of work."""
        self.desk = Desk(TemplateLibrary(SHIPPED, self.own))
        self.drafts = Drafts(work, self.clock)
        self.issuing = Issuing(work, self.clock, self.desk)
        self.register = Register(self.storage.reading, work)
        self.numbers = Numbers(work, self.storage.reading, self.clock)
        self.verifying = Verifying(self.storage.reading)
        self.records = Records(self.storage.reading, work, self.clock, self.new_key)
        self.address_book = AddressBook(self.records, ReferenceData(REFERENCE))
        self.case_files = CaseFiles(self.records)
        self.senders = SenderProfiles(self.records)
        self.finder = Finder(self.storage.reading)
        self.bin = Bin(self.storage.reading, work, self.records)
        self.exchange = Exchange(self.records)

    def new_key(self) -> str:
        """Give keys one after the other."""
        self.keys += 1
        return f"k{self.keys}"

    def document(self, entry: Entry) -> bytes:
        """Give the stored document of an entry."""
        return self.storage.shelf.documents[entry.sequence]

    def read(self, entry: Entry) -> DocxRead:
        """Read the stored document of an entry."""
        return DocxRead(self.document(entry))

    def snapshot(self, entry: Entry) -> Any:
        """Read what the entry keeps of its letter."""
        return json.loads(entry.snapshot)

    @property
    def counters(self) -> dict[tuple[str, int, str], int]:
        """The last ordinals that were taken."""
        return {place: counter.last for place, counter in self.storage.shelf.counters.items()}


@pytest.fixture
def office(tmp_path: Path) -> AnOffice:
    """An office with one series that begins at 147, and nothing registered."""
    return AnOffice(tmp_path / "templates")
