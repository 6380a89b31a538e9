"""Expected difficulties with the file of the register and the place it lies in."""

from __future__ import annotations

from app.domain.errors import N_, ChanceryError


class RegisterBusy(ChanceryError):
    """Somebody else has held the write lock for longer than we wait."""

    message = N_(
        "The register “{place}” has been in use by another program for {seconds} seconds. "
        "Nothing was saved. Close the other program, or try again in a moment."
    )


class DiskFull(ChanceryError):
    """The disk has no room left for what was to be written."""

    message = N_(
        "The disk that holds “{place}” is full. Nothing was saved and no number was taken. "
        "Free some space and try again."
    )


class DiskFailure(ChanceryError):
    """The disk or the connection to it failed while reading or writing."""

    message = N_(
        "“{place}” cannot be read or written: the disk reports “{reason}”. "
        "Check that the disk is connected and sound, then start again."
    )


class PlaceNotWritable(ChanceryError):
    """The folder or the file cannot be opened for writing."""

    message = N_(
        "“{place}” cannot be opened for writing ({reason}). Check that the folder exists, that the disk "
        "is not read-only and that you may write there, or choose another data folder."
    )


class NotADatabase(ChanceryError):
    """Where the register should be lies a file of another kind."""

    message = N_(
        "“{place}” is not a register: it is no database at all. "
        "Move the file away or choose another data folder."
    )


class EmptyRegister(ChanceryError):
    """Where the register should be lies a file of no bytes; ours are never empty."""

    message = N_(
        "“{place}” is empty: what the register held is no longer in it. Put a backup in its place. "
        "Only if there never was a register here, delete the file; a new one is made then."
    )


class ForeignDatabase(ChanceryError):
    """Where the register should be lies the database of another program."""

    message = N_(
        "“{place}” is the database of another program. It was left as it is. "
        "Move it away or choose another data folder."
    )


class RegisterDamaged(ChanceryError):
    """The database finds its own file damaged."""

    message = N_(
        "The register “{place}” is damaged ({reason}). Do not write to it: keep a copy of the whole folder "
        "and put a backup in its place."
    )


class NewerRegister(ChanceryError):
    """The register was written by a newer Chancery than this one."""

    message = N_(
        "The register “{place}” was written by a newer Chancery (schema {found}; this one knows {known}). "
        "It was left as it is. Install the newer Chancery to open it."
    )


class RegisterInUse(ChanceryError):
    """A register is to be replaced while somebody has it open."""

    message = N_(
        "The register “{place}” is open in another window or program, so nothing was restored. "
        "Close every Chancery that uses it and try again."
    )


class RegisterReplaced(ChanceryError):
    """Another file has taken the place of the register since it was opened."""

    message = N_(
        "The register “{place}” was replaced while it was open, by a restore or by a program that "
        "synchronises files. Nothing was saved. Close Chancery and start it again."
    )


class OnNetworkShare(ChanceryError):
    """The data folder lies on a network share; it is shown as a warning, not raised."""

    message = N_(
        "“{place}” lies on a network share ({kind}). SQLite cannot lock reliably there, and two desks can "
        "damage the register. Keep it on a disk of this computer and share the backups instead."
    )
