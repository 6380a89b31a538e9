"""What the bin shows, decided without widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.gui.records.naming import written
from app.gui.widgets.rows import Row, RowTag
from app.i18n.catalogues import Catalogue
from app.services.bin import Binned, BinnedKind

if TYPE_CHECKING:
    from app.bootstrap import Office as Services

KINDS: Final = {
    BinnedKind.DRAFT: (N_("Draft"), "pencil"),
    BinnedKind.FILE: (N_("File"), "paperclip"),
    BinnedKind.INSTITUTION: (N_("Institution"), "building-2"),
    BinnedKind.OFFICE: (N_("Office"), "landmark"),
    BinnedKind.PERSON: (N_("Person"), "user"),
    BinnedKind.STATE: (N_("State"), "globe"),
    BinnedKind.CASE: (N_("Case"), "briefcase"),
    BinnedKind.LAW: (N_("Legal reference"), "scale"),
    BinnedKind.SENDER: (N_("Sender"), "building-2"),
    BinnedKind.SIGNATORY: (N_("Signatory"), "signature"),
}
_UNTITLED: Final = N_("Without a title")
_DELETED: Final = N_("Deleted {day}")
_ONE, _MANY = N_("{number} thing"), N_("{number} things")
_STAYED_ONE: Final = N_("{number} thing stays in the bin, because others still refer to it: {titles}.")
_STAYED_MANY: Final = N_("{number} things stay in the bin, because others still refer to them: {titles}.")


class BinPresenter:
    """Reads the bin for its room. Its methods may run on any thread."""

    def __init__(self, services: Services, texts: Catalogue) -> None:
        self._bin, self._texts = services.bin, texts

    def listed(self) -> Sequence[Binned]:
        """Give everything in the bin, what was deleted last first."""
        return self._bin.listed()

    def row(self, one: Binned) -> Row:
        """Give the row of one thing: what it is and when it was deleted."""
        words, icon = KINDS[one.kind]
        day = written(one.deleted_at.astimezone().date().isoformat(), self._texts.language)
        said = self._texts.text(_DELETED, day=day)
        return Row(one, self.title(one), said, RowTag(self._texts.text(words)), icon)

    def title(self, one: Binned) -> str:
        """Give the title of one thing."""
        return one.title or self._texts.text(_UNTITLED)

    def note(self, number: int) -> str:
        """Say how much there is."""
        return self._texts.plural(_ONE, _MANY, number) if number else ""

    def restore(self, one: Binned) -> None:
        """Take one thing out of the bin."""
        self._bin.restore(one)

    def erase(self, one: Binned) -> None:
        """Delete one thing for good. Raises ``RecordInUse``."""
        self._bin.erase(one)

    def empty(self) -> Sequence[Binned]:
        """Delete everything for good; give what had to stay."""
        return self._bin.empty()

    def stayed(self, left: Sequence[Binned]) -> str:
        """Say what had to stay, and why."""
        titles = ", ".join(self.title(one) for one in left)
        return self._texts.plural(_STAYED_ONE, _STAYED_MANY, len(left), titles=titles)
