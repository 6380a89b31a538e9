"""The register: proved from end to end, and printed as a journal."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.heads import Head
from app.domain.journal import JournalWish
from app.gui.asking import FileWish, Notice
from app.gui.desktop import Desktop
from app.gui.settings.section import Section
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.progress import ProgressLine
from app.gui.widgets.words import Words
from app.services.journals import write_journal
from app.services.verifying import Reached, VerifyingStopped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.register import Finding, Series
    from app.gui.jobs import Progress
    from app.services.journals import Journals
    from app.services.verifying import Proof, Verifying

_TITLE: Final = N_("Check and print")
_CHECK: Final = N_("Check the register")
_CHECK_NOTE: Final = N_(
    "Every registered letter has a seal, and every seal holds the one before it. The check goes through "
    "all of them and finds whatever was changed since."
)
_START: Final = N_("Check it now")
_STOP: Final = N_("Stop")
_DOING: Final = N_("The register is being checked")
_ONE: Final = N_("{number} registered letter, unchanged since its registration.")
_MANY: Final = N_("{number} registered letters, unchanged since their registration.")
_HEAD: Final = N_("Seal of the whole register, for paper: {head}")
_FOUND: Final = N_(
    "Something was changed. Make no new letters; restore a backup or ask who looks after Chancery."
)
_FINDING: Final = N_("{number}: {what}")
_FINDING_SINCE: Final = N_("{number}: {what} ({since})")
_JOURNAL: Final = N_("Journal of outgoing letters")
_JOURNAL_NOTE: Final = N_(
    "The book of outgoing letters: a line for each number, and the seal on every sheet."
)
_YEAR, _SERIES = N_("Year"), N_("Series")
_ALL_YEARS, _ALL_SERIES = N_("All years"), N_("All series")
_SAVE: Final = N_("Save the journal")
_WORD, _TABLE = N_("Word document, to print"), N_("Table for a spreadsheet")
_NAME: Final = N_("journal-{year}.docx")
_SAVED: Final = N_("The journal was saved: {name}")
_OPEN: Final = N_("Open it")
_STEPS: Final = 200


class RegisterSection(Section):
    """Long work with progress; it can be stopped and says what it has found up to there."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        self._stop = Event()
        self.start = PrimaryButton(self.say(_START), icon="shield-check", clicked=self.check)
        self.progress = ProgressLine(self.say(_DOING), self.say(_STOP))
        self.progress.cancelled.connect(self._stop.set)
        self.progress.hide()
        self.result = Card(role="good")
        self.result.hide()
        self.told = Words("", wraps=True)
        self.result.add(self.told)
        self.card(_CHECK, FlowRow(self.start), self.progress, self.result, note=_CHECK_NOTE)
        this = date.today().year  # noqa: DTZ011 - the year of this desk
        years = [(None, self.say(_ALL_YEARS)), *((year, str(year)) for year in range(this, this - 30, -1))]
        self.year, self.series = ChoiceEditor(years, this), ChoiceEditor()
        save = SecondaryButton(self.say(_SAVE), icon="printer", clicked=self._on_save)
        self.journal = self.card(_JOURNAL, note=_JOURNAL_NOTE)
        self.journal.add(
            Field(self.say(_YEAR), self.year), Field(self.say(_SERIES), self.series), FlowRow(save)
        )
        desktop.changes.series_changed.connect(self._read)
        self._read()

    def check(self) -> None:
        """Check the register from end to end."""
        self._stop.clear()
        self.start.setEnabled(False)
        self.result.hide()
        self.progress.show()
        work = partial(_checked, self.desktop.office.verifying, self._stop)
        self.desktop.jobs.run_long(work, self._on_proof, self._on_stopped, self.progress.show_progress)

    def _on_proof(self, proof: Proof) -> None:
        head = self.say(_HEAD, head=Head(proof.sequence, proof.head).line)
        if proof.findings:
            self._show("trouble", [self.say(_FOUND), *self._findings(proof.findings), head])
        else:
            told = self.desktop.texts.plural(_ONE, _MANY, proof.letters)
            self._show("good", [told, head])

    def _on_stopped(self, error: Exception) -> None:
        if isinstance(error, VerifyingStopped):
            said = self.desktop.texts.said(error.sentence)
            self._show("trouble" if error.findings else "advice", [said, *self._findings(error.findings)])
        else:
            self._show("", [])
            self.desktop.asking.trouble(error)

    def _show(self, role: str, lines: list[str]) -> None:
        self.start.setEnabled(True)
        self.progress.hide()
        self.result.setProperty("role", role)
        self.result.style().unpolish(self.result)
        self.result.style().polish(self.result)
        self.told.setText("\n".join(lines))
        self.result.setVisible(bool(lines))

    def _findings(self, findings: Iterable[Finding]) -> list[str]:
        return [
            self.say(
                _FINDING_SINCE if one.since else _FINDING,
                number=one.number or "–",
                what=self.say(one.what),
                since=one.since,
            )
            for one in findings
        ]

    def _read(self) -> None:
        self.desktop.jobs.run_newest("settings/journal", self.desktop.office.register.series, self._on_series)

    def _on_series(self, series: Iterable[Series]) -> None:
        choices = [("", self.say(_ALL_SERIES)), *((one.key, one.title) for one in series)]
        self.series.offer(choices, self.series.value())

    def _on_save(self) -> None:
        year = self.year.value()
        wish = JournalWish(
            year=year if isinstance(year, int) else None, series=str(self.series.value() or "")
        )
        kinds = ((self.say(_WORD), "*.docx"), (self.say(_TABLE), "*.csv"))
        name = self.say(_NAME, year=year or "")
        path = self.desktop.asking.file_to_save(FileWish(self.say(_SAVE), kinds), name)
        if path is not None:
            work = partial(_saved, self.desktop.office.journals, wish, path, self.desktop)
            self.desktop.jobs.run(work, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        said = self.say(_SAVED, name=path.name)
        opening = partial(_open, self.desktop, path)
        self.desktop.asking.notify(Notice(said, self.say(_OPEN), opening))


def _checked(verifying: Verifying, stop: Event, progress: Progress) -> Proof:
    """Check the register; only some of its many reports reach the window."""

    def tell(reached: Reached) -> bool:
        if reached.done % max(1, reached.total // _STEPS) == 0:
            progress(reached.done, reached.total)
        return not stop.is_set()

    return verifying.verify(tell)


def _saved(journals: Journals, wish: JournalWish, path: Path, desktop: Desktop) -> Path:
    write_journal(journals.journal(wish), path, desktop.texts, overwrite=True)
    return path


def _open(desktop: Desktop, path: Path) -> None:
    desktop.outside.open_file(path)
