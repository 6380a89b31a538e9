"""The sample workspace: both model letters, made with the same services as any other."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.directory import Addressee, Origins
from app.domain.errors import N_, ChanceryError
from app.domain.letters import Letter
from app.domain.register import Entry, Series
from app.drafting.engine import write_atomically
from app.services.desk import Desk, file_name_of
from app.services.drafts import Drafts
from app.services.exchange import Exchange, read_directory_file
from app.services.issuing import Issuing, Registration
from app.services.letter_files import read_letter_file
from app.services.register import Register

SAMPLE_SERIES: Final = Series(key="outgoing", title="Outgoing letters", unit="01", file="3", start=147)
PROTEST: Final = "protest.toml"
ALLEGATION: Final = "un-allegation.toml"
DIRECTORY: Final = "directory.json"
MARK: Final = "sample-workspace.txt"
_MARKED: Final = (
    "Chancery has made this folder as a sample to look around in. It removes it with one click.\n"
)
PROTEST_ORIGINS: Final = Origins(
    sender="sample-sender-perc",
    case="sample-case-kharkova",
    recipients=(Addressee(person="sample-person-nazarbayev", office="sample-office-president"),),
)
ALLEGATION_ORIGINS: Final = Origins(
    sender="sample-sender-procedures",
    case="sample-case-confederation",
    recipients=(Addressee(institution="sample-institution-mission"),),
)


class NotTheSample(ChanceryError):
    """A folder was to be removed that is no sample workspace."""

    message = N_("“{place}” is not a sample workspace that Chancery has made. Nothing was removed.")


class SampleNotRemoved(ChanceryError):
    """Something in the sample workspace could not be removed."""

    message = N_(
        "“{place}” could not be removed altogether ({reason}). Close what has a file of it open, "
        "then look around in the sample once more and remove it again."
    )


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
    exchange: Exchange
    examples: Path

    def make_once(self, folder: Path) -> None:
        """Fill a workspace that is empty and mark its folder, so that it may be removed as a whole."""
        if not self.register.series():
            write_atomically(folder / MARK, _MARKED.encode(), overwrite=True)
            self.make(folder)

    def make(self, folder: Path) -> Sample:
        """Fill the directories, keep both letters as drafts, register one, export everything."""
        self.fill_directories()
        self.register.add_series(SAMPLE_SERIES)
        protest, allegation = (self._letter(name, folder) for name in (PROTEST, ALLEGATION))
        keys = [
            self.drafts.keep(protest, PROTEST_ORIGINS),
            self.drafts.keep(allegation, ALLEGATION_ORIGINS),
        ]
        entry = self.issuing.register_draft(keys[0], Registration(on=protest.date))
        documents = [self.register.export(entry.number, folder), self._draft(allegation, folder)]
        return Sample(entry, keys, documents)

    def fill_directories(self) -> int:
        """Keep the recipients, cases and senders of both letters, marked as a sample, and count them."""
        data = (self.examples / DIRECTORY).read_bytes()
        return self.exchange.take_in(read_directory_file(data, name=DIRECTORY), sample=True)

    def _letter(self, name: str, folder: Path) -> Letter:
        data = (self.examples / name).read_bytes()
        write_atomically(folder / name, data)
        return read_letter_file(data, name=name)

    def _draft(self, letter: Letter, folder: Path) -> Path:
        path = folder / file_name_of(letter)
        write_atomically(path, self.desk.draft(letter).content)
        return path


def remove_sample(folder: Path) -> None:
    """Remove a sample workspace with everything in it; nobody may have it open. Its mark goes last.

    Raises ``NotTheSample`` and ``SampleNotRemoved``.
    """
    mark = folder / MARK
    if not mark.is_file():
        raise NotTheSample(place=folder)
    try:
        for path in [path for path in folder.iterdir() if path != mark]:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        mark.unlink()
        folder.rmdir()
    except OSError as error:
        raise SampleNotRemoved(place=folder, reason=error.strerror or error) from error
