"""One run of the window: first paint, then the workspace behind it, until the last window has gone."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from signal import SIG_DFL, SIGINT, signal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.domain.errors import N_
from app.domain.languages import is_right_to_left
from app.gui.changes import Changes
from app.gui.desktop import Desktop, House
from app.gui.dialogs import Dialogs
from app.gui.failures import Failures
from app.gui.going import Going
from app.gui.icons import of_the_house
from app.gui.jobs import Jobs, ThreadExecutor
from app.gui.late import fetched
from app.gui.main_window import MainWindow
from app.gui.preferences import Preferences
from app.gui.rooms import ROOMS, WELCOME, Room
from app.gui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from app.bootstrap import Bench, Office
    from app.domain.searching import Listed
    from app.gui.jobs import Executor
    from app.i18n.catalogues import Catalogue
    from app.services.restoring import Restored
    from app.starting import Opened, Start

_RESTORED: Final = N_("The backup of {day} is in place.")


class Program(QObject):
    """What holds one run together: the first paint, then the first room, the workspace, and all the rest.

    ``settled`` once the workspace is open or has said why it is not, ``complete`` once
    nothing is left to be loaded.
    """

    settled = Signal()
    complete = Signal()

    def __init__(
        self,
        application: QApplication,
        start: Start,
        executor: Executor,
        rooms: Sequence[Room] = ROOMS,
    ) -> None:
        super().__init__()
        self._application, self._start, self._rooms = application, start, rooms
        self._executor = executor
        self._opened: Opened | None = None
        self.failures = Failures()
        self.desktop = self._make_desktop()
        self._turn(self.desktop.texts)
        self.window = MainWindow(self.desktop, rooms)
        self._dialogs.stand_before(self.window, self.window.tell)
        self.window.painted.connect(self.begin)
        self.failures.happened.connect(self._dialogs.unexpected)
        self.desktop.changes.language_chosen.connect(self.speak)
        self.desktop.changes.workspace_chosen.connect(self.move)
        self.desktop.changes.backup_chosen.connect(self.restore)
        self.desktop.changes.sample_unwanted.connect(self.remove_sample)

    def show(self) -> None:
        """Show the window."""
        self.window.begin()
        self.window.show()

    def begin(self) -> None:
        """Read the newest letters and load the room one is in; it is shown before the workspace is open."""
        room = self.window.shell.awaited

        def read() -> Sequence[Listed]:
            if room is not None:
                room.factory()
            return self._start.first_rows()

        self.desktop.jobs.run(read, self._on_begun, self._on_not_begun)

    def open(self) -> None:
        """Open the workspace behind the window."""
        if self._opened is None:
            self.desktop.jobs.run(self._start.open, self._on_opened, self._on_not_opened)

    def speak(self, language: str) -> None:
        """Show everything in another language."""
        texts = self._start.texts(language)
        self._turn(texts)
        self._dialogs.speak(texts)
        self.desktop = replace(self.desktop, texts=texts)
        self.window.build_anew(self.desktop)

    def move(self, folder: Path) -> None:
        """Leave the workspace and open the one in another folder."""
        self._leave_for(replace(self._start, data=folder))
        self.open()

    def restore(self, backup: Path) -> None:
        """Let go of the workspace, put a backup in its place, and open that."""
        self._leave_for(self._start)
        restoring = partial(self._start.restore, backup)
        self.desktop.jobs.run(restoring, self._on_restored, self._on_not_replaced)

    def remove_sample(self) -> None:
        """Leave the sample workspace for one's own and remove it."""
        sample, home = self._start, self._start.places.home
        if home is not None:
            self._leave_for(replace(self._start, data=home))
            self.desktop.jobs.run(sample.remove, lambda _none: self.open(), self._on_not_replaced)

    def _leave_for(self, start: Start) -> None:
        """Let go of the workspace; the window waits for the one of another start."""
        self.window.shell.save()
        self.close()
        left, self._start = self.desktop.preferences, start
        self.desktop = replace(
            self.desktop,
            jobs=Jobs(self._executor, self._dialogs.trouble),
            preferences=Preferences(self._start.places.data),
            places=self._start.places,
            house=House(first_rows=self._start.first_rows()),
        )
        self.window.build_anew(self.desktop)
        left.save()  # at once: the folder may be gone in a moment

    def close(self) -> None:
        """Wait for what is being done, then let go of the workspace."""
        self.desktop.jobs.let_go()
        QCoreApplication.sendPostedEvents(self.desktop.jobs)
        if self._opened:
            self._opened.close()
            self._opened = None

    def _make_desktop(self) -> Desktop:
        places = self._start.places
        preferences = Preferences(places.data)
        texts = self._start.texts(preferences.language)
        self._dialogs = Dialogs(texts, self.failures)
        theme = Theme(self._application, preferences.theme)
        if preferences.text_size != 100:
            theme.enlarge(preferences.text_size)
        if preferences.is_compact:
            theme.set_compact(True)
        return Desktop(
            texts=texts,
            jobs=Jobs(self._executor, self._dialogs.trouble),
            changes=Changes(),
            asking=self._dialogs,
            going=Going(),
            preferences=preferences,
            theme=theme,
            places=places,
            house=House(first_rows=None),
        )

    def _turn(self, texts: Catalogue) -> None:
        right = is_right_to_left(texts.language)
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self._application.setLayoutDirection(direction)

    def _on_begun(self, rows: Sequence[Listed]) -> None:
        self.desktop.house.first_rows = rows
        self.window.shell.build_waiting()
        QTimer.singleShot(0, self.open)

    def _on_not_begun(self, error: Exception) -> None:
        self._dialogs.trouble(error)
        self._on_begun(())

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.desktop.house.bench, self.desktop.house.office = opened.bench, opened.office
        self.desktop.house.exact_pages = opened.exact_pages
        self.desktop.house.spelling = opened.spelling
        self.desktop.changes.office_opened.emit()
        self.settled.emit()
        if opened.is_new and not self.desktop.preferences.was_welcomed:
            self.desktop.going.to(WELCOME)
        names = [*self._start.later(), *(room.screen for room in self._rooms)]
        ready = partial(_ready_letter, opened.bench, opened.office, self.desktop.texts)
        self._do_ahead([ready, *(partial(fetched, name) for name in names)])
        share = opened.office.network_share
        if share is not None:
            notice = fetched("app.gui.asking:Notice")(self.desktop.texts.said(share.sentence))
            self.desktop.asking.notify(notice)

    def _do_ahead(self, works: Sequence[Callable[[], object]]) -> None:
        """Do one thing after the other between other jobs, so that nobody waits for it later."""
        if not works:
            self.complete.emit()
            return
        first, *rest = works
        self.desktop.jobs.run(
            first,
            lambda _done: self._do_ahead(rest),
            lambda _error: self._do_ahead(rest),
        )

    def _on_restored(self, restored: Restored) -> None:
        taken = restored.inspection.contents.taken_at
        self.open()
        day = f"{taken.astimezone():%Y-%m-%d %H:%M}" if taken else restored.inspection.file.name
        self.desktop.asking.notify(
            fetched("app.gui.asking:Notice")(self.desktop.texts.text(_RESTORED, day=day))
        )

    def _on_not_replaced(self, error: Exception) -> None:
        self.open()
        self.desktop.asking.trouble(error)

    def _on_not_opened(self, error: Exception) -> None:
        self.settled.emit()
        self.complete.emit()
        made = fetched("app.gui.not_opened:NotOpened")
        self.window.stand_in(made(self.desktop, self._dialogs.words_of(error), self._again))

    def _again(self) -> None:
        self.window.put_back()
        self.open()


def run_window(start: Start, arguments: Sequence[str]) -> int:
    """Show the window until it is closed and give the exit code."""
    application = QApplication([arguments[0] if arguments else "chancery", "-style", "fusion"])
    application.setApplicationName("Chancery")
    signal(SIGINT, SIG_DFL)
    application.setDesktopFileName("chancery")
    program = Program(application, start, ThreadExecutor())
    program.failures.watch()
    program.complete.connect(_collect_again)
    program.window.painted.connect(lambda: application.setWindowIcon(of_the_house()))
    program.show()
    code = application.exec()
    program.close()
    sys.excepthook = sys.__excepthook__
    return code


def _ready_letter(bench: Bench, office: Office, texts: Catalogue) -> None:
    """Make the first new letter quick; what is needed for that is loaded now."""
    fetched("app.gui.guide.readying:ready")(bench, office, texts)


def _collect_again() -> None:
    """Collect garbage again, but never among what was loaded at the start."""
    gc.freeze()
    gc.enable()
