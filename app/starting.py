"""One start of the window, in the order in which a person sees it: texts and first rows, then the rest.

Everything before ``open`` is light; ``open`` imports the services and is called on
a thread of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.config import REGISTER, Places, find_places
from app.i18n.catalogues import Catalogue, for_language, screen_language

if TYPE_CHECKING:
    from app.bootstrap import Bench, Office
    from app.domain.searching import Listed
    from app.services.exact_pages import ExactPages
    from app.services.restoring import Restored
    from app.services.spelling import Spelling

_LATER: Final = ("pydantic:TypeAdapter",)  # it loads most of pydantic, and not before it is asked for
_PATIENCE: Final = 60  # seconds: a backup looks through the whole register, and a person has just sat down


@dataclass(frozen=True)
class Opened:
    """An open workspace; ``close`` it when the window has gone."""

    bench: Bench
    office: Office
    exact_pages: ExactPages
    closing: ExitStack
    is_new: bool = False
    spelling: Spelling | None = None

    def close(self) -> None:
        """Let go of the workspace."""
        self.closing.close()


@dataclass(frozen=True)
class Start:
    """Where a window begins: its environment and the folder that was asked for."""

    environ: Mapping[str, str]
    data: str | Path | None = None

    @property
    def places(self) -> Places:
        """Where everything lies."""
        return find_places(self.environ, self.data)

    def texts(self, chosen: str) -> Catalogue:
        """Give the texts in the language chosen, else in that of the environment."""
        locales = self.places.locales
        return for_language(chosen or screen_language(self.environ, locales), locales)

    def first_rows(self) -> Sequence[Listed]:
        """Give the newest letters, for what is shown before the workspace is open."""
        from db.glance import newest_letters

        return newest_letters(self.places.data / REGISTER)

    def later(self) -> Sequence[str]:
        """Name what opening has not loaded and a letter needs, as ``module:name``."""
        return _LATER

    def open(self) -> Opened:
        """Open the workspace. Raises the classes of ``db.errors``."""
        from app.bootstrap import exact_pages, open_bench, open_office, spelling
        from app.logbook import keeping_log

        bench = open_bench(self.environ, self.data)
        is_sample = bench.places.home is not None
        with ExitStack() as stack:
            office = stack.enter_context(open_office(bench, sample=is_sample, patience=_PATIENCE))
            if is_sample:
                office.sample.make_once(bench.places.data)
            stack.enter_context(keeping_log(bench.places.log))
            pages = stack.enter_context(closing(exact_pages(self.environ)))
            is_new = not is_sample and office.first_start.is_due()
            words = stack.enter_context(closing(spelling(self.environ, bench.places.data)))
            return Opened(bench, office, pages, stack.pop_all(), is_new, words)

    def restore(self, file: Path) -> Restored:
        """Put a backup in the place of the register. Raises what ``Restoring.restore`` raises."""
        from app.bootstrap import open_bench

        return open_bench(self.environ, self.data).restoring.restore(file)

    def remove(self) -> None:
        """Remove the workspace, which is a sample and not open. Raises ``NotTheSample``."""
        from app.bootstrap import remove_sample_workspace

        remove_sample_workspace(self.places)
