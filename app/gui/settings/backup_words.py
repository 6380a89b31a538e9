"""What is said of backups: a row in the list, what is inside, what would be lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.gui.widgets.rows import Row
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.services.backup_contents import Contents
    from app.services.backups import BackupFile
    from app.services.restoring import Difference, Inspection

_ROW: Final = N_("Register up to entry {links} · {size} MB · {folder}")
_SOUND: Final = N_("The backup is sound. Taken on {day}.")
_SOUND_UNDATED: Final = N_("“{name}” is sound.")
_INSIDE: Final = N_(
    "It holds {letters} registered letters, {drafts} drafts and {templates} files of your templates."
)
_NEWEST: Final = N_("Newest number: {number} of {day}.")
_LOST: Final = N_(
    "It is older than the present register. These numbers would be given a second time: {numbers}."
)
_ACTS: Final = N_(
    "Notes about numbers (reserved, sent, attached) that only the present register has: {count}."
)
_OTHER: Final = N_("It is the backup of another register than the present one.")
_UNREADABLE: Final = N_("The present register cannot be read: {why}")
_ASIDE: Final = N_("What stands there now is moved aside, not deleted.")
_SHOWN: Final = 12


class BackupWords:
    """Puts backups into words."""

    def __init__(self, texts: Catalogue) -> None:
        self._texts, self._say = texts, texts.text

    def row(self, one: BackupFile) -> Row:
        """Give the row of a backup in the list."""
        size = f"{one.size / 1e6:.1f}"
        inside = self._say(_ROW, links=one.links, size=size, folder=one.file.parent.name)
        return Row(one.file, f"{one.taken_at.astimezone():%Y-%m-%d %H:%M}", inside, icon="archive")

    def inside(self, inspection: Inspection) -> str:
        """Say what a backup holds and what restoring it would cost."""
        lines = (*self._contents(inspection), *self._difference(inspection.difference))
        return "\n\n".join((*lines, self._say(_ASIDE)))

    def _contents(self, inspection: Inspection) -> Iterator[str]:
        inside: Contents = inspection.contents
        if inside.taken_at:
            yield self._say(_SOUND, day=f"{inside.taken_at.astimezone():%Y-%m-%d %H:%M}")
        else:
            yield self._say(_SOUND_UNDATED, name=inspection.file.name)
        counts = {"letters": inside.letters, "drafts": inside.drafts, "templates": len(inside.templates)}
        yield self._say(_INSIDE, **counts)
        for one in inside.newest:
            yield self._say(_NEWEST, number=one.number, day=one.registered_on)

    def _difference(self, difference: Difference) -> Iterator[str]:
        if difference.unreadable:
            yield self._say(_UNREADABLE, why=self._texts.said(difference.unreadable))
        if not difference.related:
            yield self._say(_OTHER)
        if difference.lost:
            more = " …" if len(difference.lost) > _SHOWN else ""
            yield self._say(_LOST, numbers=", ".join(difference.lost[:_SHOWN]) + more)
        if difference.acts_lost:
            yield self._say(_ACTS, count=difference.acts_lost)
