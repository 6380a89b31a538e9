"""The files of a case on their way in and out: errors that speak, and copies to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError
from app.domain.records import StoredFile

if TYPE_CHECKING:
    from app.bootstrap import Office as Services

_FORBIDDEN: Final = '<>:"/\\|?*'


class FileNotRead(ChanceryError):
    """A file that was to be kept cannot be read."""

    message = N_("{file} cannot be read: {reason}. Copy it to another place, and choose it there.")


class FileNotWritten(ChanceryError):
    """A copy of a file cannot be written."""

    message = N_("{file} cannot be written: {reason}. Choose another place for it.")


def attach(services: Services, case: str, path: Path) -> StoredFile:
    """Keep a copy of a file with a case. Raises ``FileNotRead``."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileNotRead(file=path.name, reason=error.strerror or str(error)) from error
    return services.case_files.attach(case, path.name, content)


def write_copy(services: Services, file: StoredFile, target: Path) -> Path:
    """Write a copy of a stored file. Raises ``FileNotWritten``, ``StoredFileNotFound``."""
    content = services.case_files.content(file.key)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise FileNotWritten(file=target.name, reason=error.strerror or str(error)) from error
    return target


def copy_to_look_at(services: Services, file: StoredFile, folder: Path) -> Path:
    """Write a copy into a folder of its own, under its name. Raises as ``write_copy`` does."""
    name = "".join("_" if letter in _FORBIDDEN or ord(letter) < ord(" ") else letter for letter in file.name)
    return write_copy(services, file, folder / file.key / (name.strip(" .") or file.key))


def put_back(services: Services, file: StoredFile) -> None:
    """Take a file out of the bin."""
    found = next((one for one in services.bin.listed() if one.key == file.key), None)
    if found:
        services.bin.restore(found)
