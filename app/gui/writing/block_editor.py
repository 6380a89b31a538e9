"""The text field of a block: bar, rich text, footnotes, and what is to be said about spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import N_
from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.gui.theme import Theme
from app.gui.widgets.words import Words
from app.gui.writing.bar import WritingBar
from app.gui.writing.documents import note_signs
from app.gui.writing.formats import NOTE, NOTE_KEY
from app.gui.writing.markers import WORDS
from app.gui.writing.notes import NotesPanel, NoteState
from app.gui.writing.proofreading import Proofreader, Runner
from app.gui.writing.slash import Phrases, SlashMenu
from app.gui.writing.text_field import TextField
from app.gui.writing.underlining import Underliner
from app.gui.writing.word_menu import WordMenu
from app.i18n.catalogues import Catalogue

_WAKING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


@dataclass(frozen=True, kw_only=True)
class WritingHelp:
    """What text fields are given: texts, look, work off the thread, spelling and phrases."""

    texts: Catalogue
    theme: Theme
    runner: Runner
    proofreader: Proofreader | None = None
    phrases: Phrases | None = None


class BlockEditor(QFrame):
    """Edits a text in the notation; ``edited`` gives it after every change that a person makes.

    A text that is not touched is given back as it was put in, to the letter.
    ``resting`` shows the text without a caret until somebody begins to write.
    """

    edited = Signal(str)
    focused = Signal(bool)

    def __init__(self, help_: WritingHelp, name: str) -> None:
        super().__init__()
        self._help, self._given, self._language, self._touched = help_, "", "", False
        self._resting, self._active = False, False
        self._put_off: tuple[str, str] | None = None
        self.setProperty("role", "field")
        self.field = TextField(self)
        self.field.setAccessibleName(name)
        self.field.marker_words = tuple(help_.texts.text(word) for word in WORDS)
        self._bar: WritingBar | None = None
        self.notes = NotesPanel(help_.texts, self._underline)
        self.hint = Words("", "muted", wraps=True)
        self.hint.hide()
        self._lay_out()
        self.slash = self._slash_menu()
        self._underliners: list[Underliner] = []
        self.underliner = self._underline(self.field)
        self._connect()

    def _underline(self, field: TextField) -> Underliner:
        made = Underliner(field, self._help.proofreader, self._help.theme.colour("bad"))
        made.read_in(self._language)
        self._underliners = [each for each in (*self._underliners, made) if isValid(each)]
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 3, 9, 3)
        column.setSpacing(4)
        for widget in (self.field, self.notes, self.hint):
            column.addWidget(widget)
        self._column = column
        self.setFocusProxy(self.field)

    def _slash_menu(self) -> SlashMenu | None:
        if self._help.phrases is None:
            return None
        name = self._help.texts.text(N_("Phrases"))
        return SlashMenu(self.field, self._help.theme, self._help.runner, self._help.phrases, name)

    def _connect(self) -> None:
        self.field.edited.connect(self._on_edited)
        self.field.note_wanted.connect(self._on_note_wanted)
        self.field.word_menu_wanted.connect(self._on_word_menu_wanted)
        self.field.focused.connect(self._on_focused)
        self.field.installEventFilter(self)
        self.field.viewport().installEventFilter(self)
        self.notes.edited.connect(self.field.commands.set_note)
        self.notes.left.connect(self._on_note_left)
        self.notes.focused.connect(self._on_focused)
        self._help.theme.changed.connect(self._on_theme_changed)
        if self._help.proofreader is not None:
            self._help.proofreader.listen(self._show_hint)
            self.destroyed.connect(
                lambda _gone, leave=self._help.proofreader.leave, told=self._show_hint: leave(told)
            )

    @property
    def bar(self) -> WritingBar:
        """The bar above the field, made when it is first wanted."""
        if self._bar is None:
            self._bar = WritingBar(self.field, self._help.texts)
            self._bar.hide()
            self._column.insertWidget(0, self._bar)
            self.setTabOrder(self.field, self._bar)
            self.setTabOrder(self._bar, self.field)
            for button in self._bar.buttons:
                button.installEventFilter(self)
        return self._bar

    def stops(self) -> list[QWidget]:
        """Give what Tab stops at, in its order."""
        bar = [self._bar] if self._bar is not None else []
        return [*bar, self.field, *self.notes.fields()]

    @property
    def language(self) -> str:
        """The language of the text."""
        return self._language

    def text(self) -> str:
        """Give the text in the notation."""
        return write_notation(self.field.prose()) if self._touched else self._given

    def show_text(self, text: str, language: str) -> None:
        """Show a text, unless it is the one that stands there already.

        Where somebody has just emptied the field, it is shown once the field is left.
        """
        self._put_off = None
        if language == self._language and self._holds(text):
            return
        if self._touched and self.has_focus_within() and not self.text():
            self._put_off = text, language
            return
        self._given, self._language = text, language
        self.field.put(read_notation(text), language)
        self._touched = False
        for underliner in self._underliners:
            if isValid(underliner):
                underliner.read_in(language)
        self._show_notes()
        self._show_hint()

    def _holds(self, text: str) -> bool:
        return text == self.text() or (self._touched and read_notation(text) == read_notation(self.text()))

    def rest(self, resting: bool) -> None:
        """Show the text without a caret until somebody begins to write, or let it be written."""
        self._resting = resting
        self.field.setReadOnly(resting)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            if resting
            else Qt.TextInteractionFlag.TextEditorInteraction
        )
        self._show_bar()

    @property
    def is_resting(self) -> bool:
        """Say whether the text waits for somebody to begin."""
        return self._resting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wake by a key or a click, open the word's menu, and follow the focus of the bar."""
        if isinstance(event, QContextMenuEvent) and watched is self.field.viewport():
            self._open_word_menu(event)
            return True
        if self._resting and self._wakes(watched, event):
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut} and watched is not self.field:
            self._on_focused(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _wakes(self, watched: QObject, event: QEvent) -> bool:
        """Begin to write by a key or a click; Enter and F2 do nothing else."""
        if watched is self.field.viewport() and event.type() == QEvent.Type.MouseButtonRelease:
            if not self.field.textCursor().hasSelection():
                self.wake()
        elif watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WAKING:
                self.wake()
                return True
            typed = bool(event.text()) and event.text().isprintable()
            if typed or event.matches(QKeySequence.StandardKey.Paste):
                self.wake()
        return False

    def wake(self) -> None:
        """Let the text be written."""
        self.rest(False)
        self._show_bar()
        self._show_hint()

    def _on_edited(self) -> None:
        self._touched = True
        self._show_notes()
        self.edited.emit(self.text())

    def _show_notes(self) -> None:
        signs = [form for _place, form in note_signs(self.field.document())]
        self.notes.show_notes(
            [
                NoteState(form.intProperty(NOTE_KEY), number, form.stringProperty(NOTE))
                for number, form in enumerate(signs, start=1)
            ],
            self._language,
        )

    def _on_note_wanted(self, key: int) -> None:
        self.notes.open_note(key)

    def _on_note_left(self, key: int) -> None:
        self.field.commands.go_after_note(key)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_word_menu_wanted(self) -> None:
        self._menu().open_at(self.field.viewport().mapToGlobal(self.field.cursorRect().bottomLeft()))

    def _open_word_menu(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_keyboard and not self.field.textCursor().hasSelection():
            self.field.setTextCursor(self.field.cursorForPosition(event.pos()))
        below = self.field.viewport().mapToGlobal(self.field.cursorRect().bottomLeft() + QPoint(0, 2))
        self._menu().open_at(below if by_keyboard else event.globalPos())

    def _menu(self) -> WordMenu:
        return WordMenu(self.field, self._help.texts, self._help.proofreader, self._language)

    def _on_focused(self, on: bool) -> None:
        if on:
            self._show_bar()
            self._show_hint()
            self.focused.emit(True)
        else:
            QTimer.singleShot(0, self._on_focus_settled)

    def _on_focus_settled(self) -> None:
        if isValid(self) and not self.has_focus_within():
            self._show_bar()
            self._show_hint()
            if self._put_off is not None:
                self._touched = False
                self.show_text(*self._put_off)
            self.focused.emit(False)

    def has_focus_within(self) -> bool:
        """Say whether the field, its bar or a footnote has the focus."""
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now))

    def _show_bar(self) -> None:
        active = self.has_focus_within()
        if active and not self._resting:
            self.bar.show()
            self.bar.renew()
        elif self._bar is not None:
            self._bar.hide()
        if active is not self._active:
            self._active = active
            self.setProperty("active", active)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_hint(self) -> None:
        proofreader = self._help.proofreader
        if not isValid(self) or proofreader is None or not self._language:
            return
        said = proofreader.hint(self._language) if self.has_focus_within() and not self._resting else None
        self.hint.setVisible(said is not None and not proofreader.is_checked(self._language))
        if said is not None:
            self.hint.setText(self._help.texts.said(said))

    def _on_theme_changed(self) -> None:
        for underliner in self._underliners:
            if isValid(underliner):
                underliner.show_colour(self._help.theme.colour("bad"))
