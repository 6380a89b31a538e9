"""The files and folders that commands name: read, found free, or refused in a sentence."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from itertools import count
from pathlib import Path

from app.domain.errors import N_, ChanceryError


class FileNotReadable(ChanceryError):
    """A file that a command names cannot be read."""

    message = N_("{file}: this file cannot be read ({reason}). Check its name and folder.")


class PlaceNotUsable(ChanceryError):
    """The system refuses a file or folder for a reason that nobody else has put into words."""

    message = N_("{place} cannot be used ({reason}). Check its name, its folder, and what you may do there.")


class WouldOverwrite(ChanceryError):
    """A file is there already, and nobody said that it may go."""

    message = N_("{path} exists already and was left as it is. Give another name, or add --force.")


class ExistsAlready(ChanceryError):
    """The file that is to hold a registered letter is there already."""

    message = N_("{path} exists already; no number was taken. Give another name.")


class FolderToMake(ChanceryError):
    """The folder that is to hold a registered letter is not there."""

    message = N_("The folder of {path} does not exist; no number was taken. Make it, or give another one.")


class NoWorkspace(ChanceryError):
    """A workspace that was asked for by its name is not there."""

    message = N_(
        "There is no workspace in {folder}. Check the name; “register” and “draft --keep” make a new one."
    )


class WorkspaceIsAFile(ChanceryError):
    """A file was named where the folder of a workspace is wanted."""

    message = N_(
        "{place} is a file; a workspace is a folder. Give the folder that “register.sqlite” lies in. "
        "To look into a backup, use “restore FILE --show”."
    )


def expect_folder(place: Path) -> None:
    """Refuse a file in the place of a workspace. Raises ``WorkspaceIsAFile``."""
    is_file = False
    with suppress(OSError):
        is_file = place.is_file()
    if is_file:
        raise WorkspaceIsAFile(place=place)


def expect_workspace(asked: Namespace, folder: Path) -> None:
    """Keep a mistyped name from reading like an empty register. Raises ``NoWorkspace``."""
    if asked.data and not folder.exists():
        raise NoWorkspace(folder=asked.data)


def readable(name: str) -> bytes:
    """Read a whole file. Raises ``FileNotReadable``."""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise FileNotReadable(file=name, reason=error.strerror or error) from error


def target_of(asked: Namespace, name: str) -> Path:
    """Give the file to write: the one asked for, or one of this name. Raises ``WouldOverwrite``."""
    path = Path(asked.output or name)
    return free_to_write(path / name if path.is_dir() else path, overwrite=asked.force)


def free_to_write(path: Path, *, overwrite: bool) -> Path:
    """Give a path back that may be written to. Raises ``WouldOverwrite``."""
    if path.exists() and not overwrite:
        raise WouldOverwrite(path=path)
    return path


def expect_room_for(path: Path) -> None:
    """Refuse before a number is taken what could not be written after it.

    Raises ``ExistsAlready`` and ``FolderToMake``.
    """
    if path.exists() and not path.is_dir():
        raise ExistsAlready(path=path)
    if not path.parent.is_dir():
        raise FolderToMake(path=path)


def new_folder(wanted: Path) -> Path:
    """Give the folder wanted, or the first ``-2``, ``-3`` … that is not there yet."""
    numbered = (wanted if n == 1 else wanted.with_name(f"{wanted.name}-{n}") for n in count(1))
    return next(path for path in numbered if not path.exists())
