"""What every screen is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.gui.outside import Outside, System

if TYPE_CHECKING:
    from app.bootstrap import Bench, Office
    from app.config import Places
    from app.domain.searching import Listed
    from app.gui.asking import Asking
    from app.gui.changes import Changes
    from app.gui.going import Going
    from app.gui.jobs import Jobs
    from app.gui.preferences import Preferences
    from app.gui.theme import Theme
    from app.i18n.catalogues import Catalogue
    from app.services.exact_pages import ExactPages
    from app.services.spelling import Spelling


@dataclass
class House:
    """The services of the workspace; empty until it has been opened behind the first paint.

    ``first_rows`` are the newest letters, read just after the first paint: nothing before.
    """

    bench: Bench | None = None
    office: Office | None = None
    exact_pages: ExactPages | None = None
    spelling: Spelling | None = None
    first_rows: Sequence[Listed] | None = ()


@dataclass(frozen=True, kw_only=True)
class Desktop:
    """Texts, helpers and services for the screens, handed on by constructors only."""

    texts: Catalogue
    jobs: Jobs
    changes: Changes
    asking: Asking
    going: Going
    preferences: Preferences
    theme: Theme
    places: Places
    outside: Outside = field(default_factory=System)
    house: House = field(default_factory=House)

    @property
    def first_rows(self) -> Sequence[Listed]:
        """The newest letters, for a screen that is built before the workspace is open."""
        return self.house.first_rows or ()

    @property
    def is_begun(self) -> bool:
        """Say whether the first rows have been read, so that a screen can show them."""
        return self.house.first_rows is not None

    @property
    def is_open(self) -> bool:
        """Say whether the workspace has been opened; ``changes.office_opened`` says when."""
        return self.house.office is not None

    @property
    def office(self) -> Office:
        """The services of the workspace. Screens are built once it is open."""
        if self.house.office is None:
            raise RuntimeError("the workspace is not open yet: wait for changes.office_opened")
        return self.house.office

    @property
    def exact_pages(self) -> ExactPages:
        """The pages as an office program lays them out."""
        if self.house.exact_pages is None:
            raise RuntimeError("the workspace is not open yet: wait for changes.office_opened")
        return self.house.exact_pages

    @property
    def spelling(self) -> Spelling | None:
        """The spelling of this computer; nothing before the workspace is open."""
        return self.house.spelling

    @property
    def bench(self) -> Bench:
        """What needs no workspace: desk, templates, backups."""
        if self.house.bench is None:
            raise RuntimeError("the workspace is not open yet: wait for changes.office_opened")
        return self.house.bench
