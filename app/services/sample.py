"""The sample workspace: both model letters, made with the same services as any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.letters import Letter
from app.domain.register import Entry, Series
from app.drafting.engine import write_atomically
from app.services.desk import Desk, file_name_of
from app.services.drafts import Drafts
from app.services.issuing import Issuing, Registration
from app.services.letter_files import read_letter_file
from app.services.register import Register

SAMPLE_SERIES: Final = Series(key="outgoing", title="Outgoing letters", unit="01", file="3", start=147)
PROTEST: Final = "protest.toml"
ALLEGATION: Final = "un-allegation.toml"


@dataclass(frozen=True)
class Sample:
    """What the sample workspace holds."""

    entry: Entry
    drafts: Sequence[int]
    documents: Sequence[Path]


@dataclass(frozen=True)
class SampleMaker:
    """Makes the sample workspace with the services of an open, empty workspace."""

    desk: Desk
    drafts: Drafts
    issuing: Issuing
    register: Register
    examples: Path

    def make(self, folder: Path) -> Sample:
        """Keep both letters as drafts, register the protest letter, export everything."""
        self.register.add_series(SAMPLE_SERIES)
        protest, allegation = (self._letter(name, folder) for name in (PROTEST, ALLEGATION))
        keys = [self.drafts.keep(letter) for letter in (protest, allegation)]
        entry = self.issuing.register_draft(keys[0], Registration(on=protest.date))
        documents = [self.register.export(entry.number, folder), self._draft(allegation, folder)]
        return Sample(entry, keys, documents)

    def _letter(self, name: str, folder: Path) -> Letter:
        data = (self.examples / name).read_bytes()
        write_atomically(folder / name, data)
        return read_letter_file(data, name=name)

    def _draft(self, letter: Letter, folder: Path) -> Path:
        path = folder / file_name_of(letter)
        write_atomically(path, self.desk.draft(letter).content)
        return path
