"""What came of it: the number, the file, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.domain.errors import N_, Sentence
from app.gui.asking import Notice
from app.gui.letters.lines import LineKey, LineKind
from app.gui.preview.exact_printing import chosen_printer, print_pages
from app.gui.theme import with_even_figures
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.steps.leaving import Outcome

_OPEN, _FOLDER, _PRINT = N_("Open the file"), N_("Show in folder"), N_("Print")
_PDF: Final = N_("Export PDF")
_NEW, _BACK = N_("New letter"), N_("Back to letters")
_ELSEWHERE: Final = N_("Choose another folder")
_PDF_DONE: Final = N_("The PDF was written: {path}")
_PRINTED: Final = N_("The letter was sent to the printer.")
_NOT_OPENED: Final = N_("The system has no program that opens {path}.")
_STAYS: Final = N_("The letter is registered and safe; only its file is missing.")


class DonePanel(Card):
    """Shows one outcome."""

    def __init__(self, desktop: Desktop, elsewhere: Callable[[], None]) -> None:
        super().__init__(role="good")
        self._desktop, self._path = desktop, None  # type: tuple[Desktop, Path | None]
        self._sequence = 0
        say = desktop.texts.text
        self.number = Words("")
        self.sentence, self.place = Words("", "strong", wraps=True), Words("", "muted", wraps=True)
        self.why_not = Words("", "muted", wraps=True)
        self.open = PrimaryButton(say(_OPEN), icon="external-link", clicked=self._on_open)
        self.folder = SecondaryButton(say(_FOLDER), icon="folder-open", clicked=self._on_folder)
        self.print = SecondaryButton(say(_PRINT), icon="printer", clicked=self._on_print)
        self.pdf = SecondaryButton(say(_PDF), icon="file-text", clicked=self._on_pdf)
        self.elsewhere = PrimaryButton(say(_ELSEWHERE), icon="folder", clicked=elsewhere)
        self.new = SecondaryButton(say(_NEW), icon="file-plus", clicked=self._on_new)
        self.back = SecondaryButton(say(_BACK), icon="inbox", clicked=self._on_back)
        files = FlowRow(self.open, self.folder, self.print, self.pdf, self.elsewhere)
        self.add(self.number, self.sentence, self.place, files, self.why_not)
        self._on = FlowRow(self.new, self.back)
        self.add(self._on)
        self.hide()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came of it."""
        texts = self._desktop.texts
        self._path, self._sequence = outcome.path, outcome.sequence
        self._show_number(outcome.number)
        self.sentence.setText(texts.said(outcome.sentence))
        trouble = f"{texts.said(outcome.difficulty)}\n{texts.text(_STAYS)}" if outcome.difficulty else ""
        self.place.setText(str(outcome.path) if outcome.path else trouble)
        for button in (self.open, self.folder, self.print, self.pdf):
            button.setVisible(outcome.path is not None)
        self.elsewhere.setVisible(outcome.path is None)
        self._on.setVisible(outcome.is_final)
        self._show_why_not()
        self.show()
        (self.open if outcome.path else self.elsewhere).setFocus()

    def _show_number(self, number: str) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setWeight(QFont.Weight.DemiBold)
        self.number.setFont(with_even_figures(font))
        self.number.setText(number)
        self.number.setVisible(bool(number))

    def _show_why_not(self) -> None:
        reason: Sentence | None = self._desktop.exact_pages.why_not() if self._path else None
        said = self._desktop.texts.said(reason) if reason else ""
        for button in (self.print, self.pdf):
            button.setEnabled(not reason)
            button.setToolTip(said)
        self.why_not.setText(said)
        self.why_not.setVisible(bool(said))

    def _on_open(self) -> None:
        self._go_outside(self._desktop.outside.open_file)

    def _on_folder(self) -> None:
        self._go_outside(self._desktop.outside.show_in_folder)

    def _go_outside(self, go: Callable[[Path], bool]) -> None:
        if self._path and not go(self._path):
            self._tell(_NOT_OPENED, path=self._path.name)

    def _on_pdf(self) -> None:
        if self._path:
            path = self._path
            self._desktop.jobs.run(lambda: self._write_pdf(path), self._on_pdf_done)

    def _write_pdf(self, path: Path) -> Path:
        target = path.with_suffix(".pdf")
        self._desktop.exact_pages.export(path.read_bytes(), target, overwrite=True)
        return target

    def _on_pdf_done(self, path: Path) -> None:
        self._tell(_PDF_DONE, path=path)

    def _on_print(self) -> None:
        if self._path:
            path, pages = self._path, self._desktop.exact_pages
            self._desktop.jobs.run(lambda: pages.pdf_of(path.read_bytes()), self._on_pages)

    def _on_pages(self, pdf: bytes) -> None:
        printer = chosen_printer(self.window(), pdf)
        if printer:
            self._desktop.jobs.run(lambda: print_pages(pdf, printer), self._on_printed)

    def _on_printed(self, _pages: object) -> None:
        self._tell(_PRINTED)

    def _on_new(self) -> None:
        self._desktop.going.to("guide")

    def _on_back(self) -> None:
        at = self._sequence
        self._desktop.going.to("letters", LineKey(LineKind.ENTRY, at) if at else None)

    def _tell(self, text: str, **facts: object) -> None:
        self._desktop.asking.notify(Notice(self._desktop.texts.text(text, **facts)))
