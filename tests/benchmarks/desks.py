"""A desk with a window's helpers, for measurements: threads, theme and workspace as in the program."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from app.bootstrap import open_bench, open_office, spelling
from app.config import find_places
from app.gui.changes import Changes
from app.gui.desktop import Desktop, House
from app.gui.dialogs import Dialogs
from app.gui.failures import Failures
from app.gui.going import Going
from app.gui.jobs import Jobs, ThreadExecutor
from app.gui.preferences import Preferences
from app.gui.theme import Theme, ThemeChoice
from app.i18n.catalogues import for_language
from app.lasting import keep_none
from app.services.exact_pages import ExactPages
from tests.fake_pages import FakeMaker


@contextmanager
def desktop_of(folder: Path, *, sample: bool = False) -> Iterator[Desktop]:
    """Open a workspace and give the desk over it."""
    keep_none()
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    places = find_places({}, folder)
    texts, bench = for_language("en", places.locales), open_bench({}, folder)
    dialogs = Dialogs(texts, Failures())
    jobs, words = Jobs(ThreadExecutor(), dialogs.trouble), spelling({}, folder)
    with open_office(bench, sample=sample) as office, TemporaryDirectory() as kept:
        yield Desktop(
            texts=texts, jobs=jobs, changes=Changes(), asking=dialogs, going=Going(),
            preferences=Preferences(Path(kept)), theme=Theme(app, ThemeChoice.LIGHT), places=places,
            house=House(bench, office, exact_pages=ExactPages(FakeMaker(missing=True)), spelling=words),
        )  # fmt: skip
        jobs.shut_down()
    words.close()


@contextmanager
def settled() -> Iterator[None]:
    """Leave what is there now out of the collections of garbage, as the program does once it is open."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
