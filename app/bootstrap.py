"""Builds the services of one start: templates and texts at once, the workspace when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.config import Places, find_places
from app.drafting.library import TemplateLibrary
from app.i18n.catalogues import Catalogue, for_language, screen_language
from app.services.desk import Desk
from app.services.drafts import Drafts
from app.services.issuing import Issuing, default_series
from app.services.register import Register, SeriesExists
from app.services.sample import SampleMaker
from app.services.templates import Templates
from db import OnNetworkShare, network_share, open_workspace


@dataclass(frozen=True)
class Bench:
    """What needs no workspace: the desk, the templates, the screen's texts."""

    places: Places
    texts: Catalogue
    desk: Desk
    templates: Templates


@dataclass(frozen=True)
class Office:
    """The services of one open workspace; ``network_share`` warns where it lies on one."""

    drafts: Drafts
    issuing: Issuing
    register: Register
    sample: SampleMaker
    network_share: OnNetworkShare | None


def clock() -> datetime:
    """Give the present moment with the time zone of this desk; its date is the day of registration."""
    return datetime.now(UTC).astimezone()


def open_bench(environ: Mapping[str, str], data: str | Path | None = None) -> Bench:
    """Build what needs no workspace; nothing is written."""
    places = find_places(environ, data)
    library = TemplateLibrary(places.templates, places.data / "templates")
    texts = for_language(screen_language(environ, places.locales), places.locales)
    return Bench(places, texts, Desk(library), Templates(library))


@contextmanager
def open_office(bench: Bench, *, sample: bool = False) -> Iterator[Office]:
    """Open the workspace, made new where there is none; a sample brings its own series.

    Raises the classes of ``db.errors``.
    """
    workspace = open_workspace(bench.places.data, now=clock())
    try:
        register = Register(workspace.reading, workspace.unit_of_work)
        if not sample and not register.series():
            with suppress(SeriesExists):  # another process has opened the new workspace at the same time
                register.add_series(default_series())
        drafts = Drafts(workspace.unit_of_work, clock)
        issuing = Issuing(workspace.unit_of_work, clock, bench.desk)
        maker = SampleMaker(bench.desk, drafts, issuing, register, bench.places.examples)
        yield Office(drafts, issuing, register, maker, network_share(bench.places.data))
    finally:
        workspace.close()
