"""Writes a letter in a window until somebody kills the process; run by ``test_killed``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_bench, open_office
from app.config import find_places
from app.gui.changes import Changes
from app.gui.desktop import Desktop, House
from app.gui.going import Going
from app.gui.guide.kind import KindPage
from app.gui.guide.screen import GuideScreen
from app.gui.jobs import Jobs, ThreadExecutor
from app.gui.preferences import Preferences
from app.gui.theme import Theme
from app.i18n.catalogues import for_language
from app.services.exact_pages import ExactPages
from tests.fake_pages import FakeMaker
from tests.gui.fakes import FakeAsking


def main(folder: Path) -> None:
    """Type a title, say when it is saved, and go on typing for ever."""
    application = QApplication(["chancery"])
    places, asking = find_places({}, folder), FakeAsking()
    bench = open_bench({}, places.data)
    with open_office(bench) as office:
        desktop = Desktop(
            texts=for_language("en", places.locales),
            jobs=Jobs(ThreadExecutor(), asking.trouble),
            changes=Changes(),
            asking=asking,
            going=Going(),
            preferences=Preferences(places.data),
            theme=Theme(application),
            places=places,
            house=House(bench, office, ExactPages(FakeMaker(missing=True))),
        )
        screen = GuideScreen(desktop)
        screen.show()
        page = screen.columns.page
        assert isinstance(page, KindPage)
        screen.columns.saving.changed.connect(lambda: print("saved", flush=True))
        QTest.keyClicks(page.title.editor, "Miners of Shakhtinsk")
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
