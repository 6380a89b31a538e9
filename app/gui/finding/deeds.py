"""What the search field does besides going somewhere."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.domain.errors import N_
from app.gui.asking import Notice
from app.gui.guide.beginning import Beginning
from app.gui.rooms import GUIDE
from app.gui.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.register import Finding
    from app.gui.desktop import Desktop
    from app.gui.jobs import Progress
    from app.services.backups import Backup
    from app.services.verifying import Proof, Reached

CHECKING: Final = N_("The register is being checked")
BACKING_UP: Final = N_("The backup is being made")
_SOUND: Final = N_("The register is sound")
_UNCHANGED_ONE: Final = N_("{number} registered letter, unchanged since its registration.")
_UNCHANGED_MANY: Final = N_("{number} registered letters, unchanged since their registration.")
_SEAL: Final = N_("Seal of the whole register: {head}")
_NOT_SOUND: Final = N_("The register is not as it was")
_BACKED_UP: Final = N_("The backup {name} is made and checked.")
_SHOW: Final = N_("Show in folder")
_MOST: Final = 12  # findings that a dialog shows


class Watch(Protocol):
    """Runs long work in sight of the person, who may stop it where that leaves nothing half done."""

    def __call__(
        self, words: str, work: Callable[[Progress], Any], done: Callable[[Any], object], *, may_stop: bool
    ) -> None:
        """Do the work, then give its outcome to ``done``."""


class Deeds:
    """Does what a line of the search field is for; ``watch`` runs long work in sight, to be cancelled."""

    def __init__(self, desktop: Desktop, watch: Watch) -> None:
        self._desktop, self._watch, self._say = desktop, watch, desktop.texts.text

    # ── Letters ──────────────────────────────────────────────────────────────

    def letter_to(self, key: str, today: date) -> None:
        """Begin a letter to somebody of the address book."""
        addressee = self._desktop.office.address_book.addressee(key, today)
        self._desktop.going.to(GUIDE, Beginning(recipient=addressee))

    def letter_about(self, key: str) -> None:
        """Begin a letter about a case."""
        self._desktop.going.to(GUIDE, Beginning(case=key))

    def letter_from(self, number: str, year: int, series: str) -> None:
        """Begin a new letter from a registered one."""
        drafts = self._desktop.office.drafts
        self._desktop.jobs.run(lambda: drafts.anew_from_entry(number, year, series), self._on_begun)

    def _on_begun(self, key: int) -> None:
        self._desktop.changes.drafts_changed.emit()
        self._desktop.going.to(GUIDE, key)

    # ── The window ───────────────────────────────────────────────────────────

    def paint(self, choice: ThemeChoice) -> None:
        """Put a theme in force and keep it."""
        self._desktop.preferences.theme = choice
        self._desktop.theme.choose(choice)

    # ── The workspace ────────────────────────────────────────────────────────

    def verify(self) -> None:
        """Check the whole register."""
        verifying = self._desktop.office.verifying

        def work(progress: Progress) -> Proof:
            return verifying.verify(partial(_told, progress))

        self._watch(self._say(CHECKING), work, self._on_proved, may_stop=True)

    def back_up(self) -> None:
        """Make a backup in the folder of the daily ones."""
        backups = self._desktop.bench.backups
        words = self._say(BACKING_UP)
        self._watch(words, lambda _progress: backups.make(), self._on_backed_up, may_stop=False)

    def _on_proved(self, proof: Proof) -> None:
        if proof.findings:
            words = "\n".join(map(self._finding, proof.findings[:_MOST]))
            self._desktop.asking.inform(self._say(_NOT_SOUND), words)
            return
        counted = self._desktop.texts.plural(_UNCHANGED_ONE, _UNCHANGED_MANY, proof.letters)
        self._desktop.asking.inform(self._say(_SOUND), f"{counted}\n{self._say(_SEAL, head=proof.head)}")

    def _finding(self, finding: Finding) -> str:
        return f"{finding.number or '–'}: {self._say(finding.what)}"

    def _on_backed_up(self, made: Backup) -> None:
        def show() -> None:
            self._desktop.outside.show_in_folder(made.file)

        words = self._say(_BACKED_UP, name=made.file.name)
        self._desktop.asking.notify(Notice(words, self._say(_SHOW), show))


def _told(progress: Progress, reached: Reached) -> bool:
    """Tell how far the check is; a check that is no longer wanted is left."""
    progress(reached.done, reached.total)
    return True
