"""What can keep a letter from becoming pages."""

from __future__ import annotations

from app.domain.errors import N_, ChanceryError


class NoOfficeProgram(ChanceryError):
    """There is no office program on this computer."""

    message = N_(
        "The exact pages need LibreOffice, which is not installed here. It is free: libreoffice.org."
    )


class OfficeInSnap(ChanceryError):
    """The only office program is a snap, which may not read a private folder."""

    message = N_(
        "LibreOffice is installed as a snap, which cannot read Chancery’s private folder. "
        "Install the package of your system or of libreoffice.org instead."
    )


class OfficeDidNotStart(ChanceryError):
    """The office program ended, or never became ready."""

    message = N_(
        "LibreOffice did not start ({program}). Open it once by hand to see whether it works, then try again."
    )


class OfficeEnded(ChanceryError):
    """The office program ended twice over one document."""

    message = N_("LibreOffice ended unexpectedly while making the pages. Try again.")


class PagesTookTooLong(ChanceryError):
    """A document was given up, and the office program with it."""

    message = N_(
        "LibreOffice did not finish the pages within {seconds} seconds and was stopped. Try again; "
        "if it happens again, open the Word document by hand."
    )


class PagesNotMade(ChanceryError):
    """The office program made nothing of a document."""

    message = N_("LibreOffice could not read this document. Open the Word document by hand to see why.")


class NoPrivateFolder(ChanceryError):
    """The folder for the hidden office program cannot be written to."""

    message = N_(
        "{folder} cannot be written to ({reason}), and the exact pages need it. Free some space there."
    )
