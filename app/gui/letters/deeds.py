"""What a person does with a letter: every deed goes through the services, away from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.domain.errors import N_
from app.domain.number_wish import NumberWish
from app.domain.register import Act, ActKind, Entry
from app.flow.standing import Step
from app.gui.asking import FileWish, Notice
from app.gui.guide.beginning import Beginning
from app.gui.letters.act_form import Told
from app.gui.letters.lines import LetterLine, LineKind
from app.services.desk import write_document
from app.services.letter_files import letter_from_snapshot
from app.services.numbers import Word
from app.services.taking import year_of

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.services.letter_cards import LetterCard
    from app.services.numbers import Attached

GUIDE: Final = "guide"
_KINDS: Final = {
    Step.SIGN: ActKind.SIGNED,
    Step.DISPATCH: ActKind.DISPATCHED,
    Step.REPLY: ActKind.ANSWERED,
}
_DONE: Final = {
    Step.SIGN: N_("The signing of {number} is recorded."),
    Step.DISPATCH: N_("The dispatch of {number} is recorded."),
    Step.REPLY: N_("The reply to {number} is recorded."),
    Step.VOID: N_("{number} is void."),
}
_BINNED: Final = N_("The draft is in the bin.")
_UNDO: Final = N_("Undo")
_SAVED: Final = N_("{name} is saved.")
_SHOW: Final = N_("Show in folder")
_SAVE_AS: Final = N_("Save the document")
_WORD: Final = N_("Word documents")
_ANY_FILE: Final = N_("All files")
_CHOOSE: Final = N_("Choose the file to attach")
_PDF: Final = N_("PDF files")
_ATTACHED: Final = N_("{name} is attached to {number}.")
_DIFFERS: Final = (
    N_("The attached document differs from the registered one in {number} paragraph."),
    N_("The attached document differs from the registered one in {number} paragraphs."),
)
_DIFFERENCE: Final = N_("The documents differ")
_RESERVED: Final = N_("{number} is reserved.")
_MADE: Final = (N_("{number} draft is made."), N_("{number} drafts are made."))
_LONGEST: Final = 40


class Deeds(QObject):
    """Does what was chosen, says that it is done, and tells everybody what has changed."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
        self._folder: Path | None = None

    def do_with_line(self, step: Step, line: LetterLine, card: LetterCard | None) -> None:
        """Do what needs no more than the line."""
        match step:
            case Step.GO_ON:
                self._desktop.going.to(GUIDE, line.key.at)
            case Step.WRITE:
                self.write(line)
            case Step.DELETE:
                self.delete(line)
            case Step.ANEW:
                self.begin_anew(line, card)
            case _:
                pass

    def do_with_card(self, step: Step, card: LetterCard) -> None:
        """Do what needs the registered letter."""
        match step:
            case Step.FOLLOW_UP:
                self.follow_up(card)
            case Step.CORRECT:
                self.correct(card)
            case Step.OPEN:
                self.open(card)
            case Step.EXPORT:
                self.save_as(card)
            case _:
                pass

    # ── Drafts ───────────────────────────────────────────────────────────────

    def delete(self, line: LetterLine) -> None:
        """Put a draft into the bin; the notice takes it out again."""
        drafts, key = self._desktop.office.drafts, line.key.at
        self._desktop.jobs.run(lambda: drafts.bin(key), lambda _none: self._on_binned(key))

    def _on_binned(self, key: int) -> None:
        say = self._desktop.texts.text
        self._desktop.changes.drafts_changed.emit()
        self._desktop.asking.notify(Notice(say(_BINNED), say(_UNDO), lambda: self._put_back(key)))

    def _put_back(self, key: int) -> None:
        drafts = self._desktop.office.drafts
        self._desktop.jobs.run(lambda: drafts.put_back(key), self._on_drafts_changed)

    def _on_drafts_changed(self, _done: object = None) -> None:
        self._desktop.changes.drafts_changed.emit()

    def begin_anew(self, line: LetterLine, card: LetterCard | None) -> None:
        """Begin a new letter from this one, and go on writing it."""
        drafts = self._desktop.office.drafts
        if line.key.kind is LineKind.DRAFT:
            self._desktop.jobs.run(lambda: drafts.anew(line.key.at), self._on_begun)
        elif card:
            number, year, series = _which(card.entry)
            self._desktop.jobs.run(lambda: drafts.anew_from_entry(number, year, series), self._on_begun)

    def send_to_others(self, line: LetterLine, card: LetterCard | None, keys: Sequence[str]) -> None:
        """Keep the same letter for other recipients, a draft for each."""
        office, today = self._desktop.office, datetime.now().astimezone().date()

        def work() -> int:
            letter = letter_from_snapshot(card.entry.snapshot) if card else office.drafts.open(line.key.at)
            book = office.address_book
            chosen = [book.addressee(key, today) for key in keys]
            found = [book.recipient_for_a_letter(one, letter.language, today) for one in chosen]
            made = office.drafts.to_others(
                letter, [one.recipient for one in found], [one.state for one in found]
            )
            return len(made)

        self._desktop.jobs.run(work, self._on_sent_to_others)

    def _on_sent_to_others(self, number: int) -> None:
        self._desktop.changes.drafts_changed.emit()
        self._desktop.asking.notify(Notice(self._desktop.texts.plural(*_MADE, number)))

    def follow_up(self, card: LetterCard) -> None:
        """Begin a letter that follows this one, and go on writing it."""
        drafts, (number, year, series) = self._desktop.office.drafts, _which(card.entry)
        self._desktop.jobs.run(lambda: drafts.follow_up(number, year, series), self._on_begun)

    def correct(self, card: LetterCard) -> None:
        """Begin a letter that corrects this one, and go on writing it."""
        drafts, sequence = self._desktop.office.drafts, card.entry.sequence
        self._desktop.jobs.run(lambda: drafts.correction(sequence), self._on_begun)

    def write(self, line: LetterLine) -> None:
        """Write the letter of a reserved number: go on with the one that is to get it, or begin it."""
        office = self._desktop.office

        def work() -> Beginning | int | None:
            act = office.letter_cards.reservation(line.key.at)
            if act is None:
                return None
            wish = NumberWish(reserved=act.number, year=year_of(act))
            begun = office.drafts.for_number(act.number, year_of(act))
            return begun or Beginning(series=act.series, number=wish)

        self._desktop.jobs.run(work, self._on_to_be_written)

    def _on_to_be_written(self, subject: Beginning | int | None) -> None:
        if subject is None:
            self._desktop.changes.letters_changed.emit()  # somebody used the number meanwhile
        else:
            self._desktop.going.to(GUIDE, subject)

    def _on_begun(self, key: int) -> None:
        self._desktop.changes.drafts_changed.emit()
        self._desktop.going.to(GUIDE, key)

    # ── Acts ─────────────────────────────────────────────────────────────────

    def note(self, step: Step, about: Entry | Act, told: Told) -> None:
        """Note a signing, a dispatch or a reply, or make a number void."""
        numbers, word = self._desktop.office.numbers, _word(told)
        number, year, series = _which(about)

        def work() -> Act:
            if step is Step.VOID:
                return numbers.void(number, word, year, series)
            return numbers.note_day(_KINDS[step], number, word, year, series)

        self._desktop.jobs.run(work, lambda act: self._on_noted(step, act))

    def _on_noted(self, step: Step, act: Act) -> None:
        self._desktop.changes.letters_changed.emit()
        self._desktop.asking.notify(Notice(self._desktop.texts.text(_DONE[step], number=act.number)))

    def reserve(self, told: Told) -> None:
        """Take the next number of a series without a letter."""
        numbers, word = self._desktop.office.numbers, _word(told)
        self._desktop.jobs.run(lambda: numbers.reserve(told.series, word), self._on_reserved)

    def _on_reserved(self, act: Act) -> None:
        self._desktop.changes.letters_changed.emit()
        self._desktop.asking.notify(Notice(self._desktop.texts.text(_RESERVED, number=act.number)))

    # ── Files ────────────────────────────────────────────────────────────────

    def attach(self, step: Step, entry: Entry, told: Told) -> bool:
        """Ask for a file and attach it; say whether one was chosen."""
        say = self._desktop.texts.text
        kinds = ((say(_PDF), "*.pdf"), (say(_ANY_FILE), "*"))
        wish = FileWish(say(_CHOOSE), kinds if step is Step.SCAN else kinds[::-1])
        path = self._desktop.asking.file_to_open(wish)
        if path is None:
            return False
        numbers, (number, year, series) = self._desktop.office.numbers, _which(entry)

        def work() -> Attached:
            content = path.read_bytes()
            return numbers.attach(
                number, _word(told), name=path.name, content=content, year=year, series=series
            )

        self._desktop.jobs.run(work, self._on_attached)
        return True

    def _on_attached(self, attached: Attached) -> None:
        texts, act = self._desktop.texts, attached.act
        self._desktop.changes.letters_changed.emit()
        self._desktop.asking.notify(Notice(texts.text(_ATTACHED, name=act.file_name, number=act.number)))
        if attached.difference:
            head = texts.plural(*_DIFFERS, len(attached.difference))
            lines = [head, "", *attached.difference[:_LONGEST]]
            self._desktop.asking.inform(texts.text(_DIFFERENCE), "\n".join(lines))

    def open(self, card: LetterCard, act: Act | None = None) -> None:
        """Open the document, or a file that was attached, in the program that the system has for it."""
        read, name = self._reading(card, act)

        def work() -> Path:
            folder = self._folder = self._folder or Path(mkdtemp(prefix="chancery-"))
            write_document(folder / name, read(), overwrite=True)
            return folder / name

        self._desktop.jobs.run(work, self._on_written)

    def _on_written(self, path: Path) -> None:
        self.open_url(QUrl.fromLocalFile(str(path)))

    def save_as(self, card: LetterCard, act: Act | None = None) -> None:
        """Save the document, or a file that was attached, where the person says."""
        read, name = self._reading(card, act)
        say, suffix = self._desktop.texts.text, Path(name).suffix
        kinds = ((say(_WORD), "*.docx"),) if suffix == ".docx" else ((say(_ANY_FILE), f"*{suffix}"),)
        path = self._desktop.asking.file_to_save(FileWish(say(_SAVE_AS), kinds), name)
        if path is None:
            return

        def work() -> Path:
            write_document(path, read(), overwrite=True)
            return path

        self._desktop.jobs.run(work, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        say, folder = self._desktop.texts.text, QUrl.fromLocalFile(str(path.parent))
        notice = Notice(say(_SAVED, name=path.name), say(_SHOW), lambda: _nothing(self.open_url(folder)))
        self._desktop.asking.notify(notice)

    def _reading(self, card: LetterCard, act: Act | None) -> tuple[Callable[[], bytes], str]:
        cards = self._desktop.office.letter_cards
        if act:
            return (lambda: cards.attachment(act)), Path(act.file_name).name
        return (lambda: cards.document(card.entry.sequence)), card.file_name


def _nothing(_value: object) -> None:
    """Let a call be one that gives nothing."""


def _word(told: Told) -> Word:
    return Word(person=told.person, note=told.note, day=told.day)


def _which(about: Entry | Act) -> tuple[str, int, str]:
    """Give number, year and series, which no two letters share."""
    return about.number, year_of(about), about.series
