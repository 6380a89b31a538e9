"""Spelling: which dictionaries this computer has, and the words that only this office knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.languages import LETTER_LANGUAGES
from app.gui.asking import Notice
from app.gui.desktop import Desktop
from app.gui.settings.section import Section, fit_rows
from app.gui.widgets.buttons import DangerButton, SecondaryButton
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList, RowTag
from app.gui.widgets.words import Mood, Words
from app.i18n.language_names import own_name
from app.services.spelling import SpellingStatus

if TYPE_CHECKING:
    from app.services.spelling import Spelling, SpellingState

_TITLE: Final = N_("Spelling")
_DICTIONARIES: Final = N_("Dictionaries")
_NOTE: Final = N_(
    "Letters are checked where a Hunspell dictionary of their language is there: of the system, "
    "of LibreOffice, or put into this folder as a pair of files (.aff and .dic):"
)
_SHOW: Final = N_("Show the folder")
_NOT_HERE: Final = N_("Spelling cannot be checked on this computer.")
_TAGS: Final = {
    SpellingStatus.READY: (N_("Ready"), Mood.OK),
    SpellingStatus.NO_DICTIONARY: (N_("No dictionary"), Mood.NEUTRAL),
    SpellingStatus.NOT_CHECKED: (N_("Not checked"), Mood.NEUTRAL),
}
_WORDS: Final = N_("Words of the office")
_WORDS_NOTE: Final = N_("Names and terms that no dictionary knows. They count as right in every language.")
_NO_WORDS: Final = N_("No words yet. “Add to the words of the office” in a letter puts them here, too.")
_WORD: Final = N_("A word")
_ADD: Final = N_("Add the word")
_REMOVE: Final = N_("Remove the word")
_REMOVED: Final = N_("“{word}” is marked again where it is not in a dictionary.")
_UNDO: Final = N_("Undo")


class SpellingSection(Section):
    """Dictionaries by language, and the office's own list."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        if desktop.spelling is None:
            self.card("", Words(self.say(_NOT_HERE), "muted", wraps=True))
            return
        self._spelling: Spelling = desktop.spelling
        self.dictionaries = RowList(desktop.theme, self.say(_DICTIONARIES))
        folder = self._spelling.state(LETTER_LANGUAGES[0]).folder
        self._folder = folder
        show = SecondaryButton(self.say(_SHOW), icon="folder-open", clicked=self._on_show)
        place = Words(str(folder), "", wraps=True)
        self.card(_DICTIONARIES, place, FlowRow(show), self.dictionaries, note=_NOTE)
        self.words = RowList(desktop.theme, self.say(_WORDS))
        self.none = Words(self.say(_NO_WORDS), "muted", wraps=True)
        self.word = Field(self.say(_WORD), LineEditor())
        self.word.editor.returnPressed.connect(self._on_add)
        add = SecondaryButton(self.say(_ADD), icon="plus", clicked=self._on_add)
        self.remove = DangerButton(self.say(_REMOVE), icon="trash-2", clicked=self._on_remove)
        buttons = FlowRow(add, self.remove)
        self.card(_WORDS, self.none, self.words, self.word, buttons, note=_WORDS_NOTE)
        self.words.current_changed.connect(lambda key: self.remove.setEnabled(key is not None))
        self._read()

    def _read(self) -> None:
        work = partial(_read, self._spelling)
        self.desktop.jobs.run_newest("settings/spelling", work, self._on_read)

    def _on_read(self, read: tuple[Sequence[SpellingState], Sequence[str]]) -> None:
        states, words = read
        self.dictionaries.show_rows([self._told(state) for state in states])
        fit_rows(self.dictionaries, 12)
        self.words.show_rows([Row(word, word) for word in words])
        fit_rows(self.words)
        self.words.setVisible(bool(words))
        self.none.setVisible(not words)
        self.remove.setVisible(bool(words))
        self.remove.setEnabled(self.words.current_key() is not None)

    def _told(self, state: SpellingState) -> Row:
        words, mood = _TAGS[state.status]
        return Row(state.language, own_name(state.language), state.dictionary, RowTag(self.say(words), mood))

    def _on_show(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self.desktop.outside.open_file(self._folder)

    def _on_add(self) -> None:
        word = self.word.editor.value()
        if word:
            self.word.editor.clear()
            self.desktop.jobs.run(partial(self._spelling.add, word), self._on_changed)

    def _on_remove(self) -> None:
        word = self.words.current_key()
        if isinstance(word, str):
            self.desktop.jobs.run(partial(self._spelling.office_words.remove, word), self._on_changed)
            undo = partial(self._put_back, word)
            self.desktop.asking.notify(Notice(self.say(_REMOVED, word=word), self.say(_UNDO), undo))

    def _put_back(self, word: str) -> None:
        self.desktop.jobs.run(partial(self._spelling.add, word), self._on_changed)

    def _on_changed(self, _none: object) -> None:
        self._read()


def _read(spelling: Spelling) -> tuple[Sequence[SpellingState], Sequence[str]]:
    return [spelling.state(tag) for tag in LETTER_LANGUAGES], spelling.office_words.all()
