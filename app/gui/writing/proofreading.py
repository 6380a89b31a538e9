"""Which words of a letter are wrong, as far as it is known yet; what is not known is asked for. No Qt.

Verdicts come from ``Spelling`` off the window's thread and are kept. The names
of the letter are right in any language, and so is what the office has added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.words import Word, folded_word, known_forms, pieces_of

if TYPE_CHECKING:
    from app.services.spelling import SpellingState

_NO_DICTIONARY: Final = N_("No dictionary for {language}: put its .aff and .dic files into {folder}.")
_NOT_CHECKED: Final = N_("Spelling is not checked in {language}.")
_CHECKED_WITH: Final = N_("Spelling is checked with the dictionary {dictionary}.")


class Checks(Protocol):
    """What ``app.services.spelling.Spelling`` offers; each call may take a while."""

    def state(self, language: str) -> SpellingState: ...
    def wrong(self, language: str, words: Collection[str]) -> frozenset[str]: ...
    def suggestions(self, language: str, word: str) -> tuple[str, ...]: ...
    def add(self, word: str) -> None: ...


class Runner(Protocol):
    """What does work off the window's thread."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], Any],
        failed: Callable[[Exception], None] | None = None,
    ) -> object: ...


class Proofreader:
    """One for all the text fields of a window; ``know`` and ``ignore`` belong to the letter at hand."""

    def __init__(self, spelling: Checks, runner: Runner, name_of: Callable[[str], str] = str) -> None:
        self._spelling, self._runner, self._name_of = spelling, runner, name_of
        self._verdicts: dict[str, dict[str, bool]] = defaultdict(dict)
        self._right: dict[str, set[str]] = defaultdict(set)
        self._waiting: dict[str, set[str]] = defaultdict(set)
        self._working: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self._ignored: set[str] = set()
        self._states: dict[str, SpellingState | None] = {}
        self._troubles: dict[str, Sentence] = {}
        self._listeners: list[Callable[[], None]] = []

    def listen(self, told: Callable[[], None]) -> None:
        """Have somebody told whenever more is known."""
        self._listeners.append(told)

    def leave(self, told: Callable[[], None]) -> None:
        """Tell somebody no longer."""
        if told in self._listeners:
            self._listeners.remove(told)

    def begin_letter(self, names: Iterable[str], ignored: Iterable[str] = ()) -> None:
        """Read another letter: know its names, and ignore what is to be ignored in it."""
        self._names, self._ignored = known_forms(names), {folded_word(word) for word in ignored}
        self._right.clear()
        self._tell()

    def know(self, names: Iterable[str]) -> None:
        """Know the names that the letter holds now."""
        forms = known_forms(names)
        if forms != self._names:
            self._names = forms
            self._right.clear()
            self._tell()

    def wrong_in(self, language: str, text: str, typed_at: int = -1) -> list[Word]:
        """Give the words of a text known to be wrong, of those with hyphens the parts; others are asked for.

        The word that is being typed is left out.
        """
        found: list[Word] = []
        right = self._right[language]
        for piece, words in pieces_of(text, language, right):
            if any(word.begin < typed_at <= word.end for word in words):
                continue
            verdicts = [(word, self._verdict(language, word.plain)) for word in words]
            found += [part for word, wrong in verdicts if wrong for part in self._wrong_parts(language, word)]
            if all(wrong is False for _word, wrong in verdicts):
                right.add(piece)
        self._ask(language)
        return found

    def _wrong_parts(self, language: str, word: Word) -> list[Word]:
        return [part for part in word.parts if self._verdict(language, part.plain)] or [word]

    def _verdict(self, language: str, word: str) -> bool | None:
        """Say whether a word is wrong; None where it is not known yet."""
        wrong = self._verdicts[language].get(word)
        if wrong is None:
            self._waiting[language].add(word)
        elif wrong:
            folded = folded_word(word)
            return folded not in self._names and folded not in self._ignored
        return wrong

    def _ask(self, language: str) -> None:
        if language in self._working or language in self._troubles or not self._waiting[language]:
            return
        self._working.add(language)
        waiting = frozenset(self._waiting[language])
        self._runner.run(
            lambda: self._spelling.wrong(language, waiting),
            lambda wrong: self._on_told(language, waiting, wrong),
            lambda error: self._on_trouble(language, error),
        )

    def _on_told(self, language: str, asked: frozenset[str], wrong: frozenset[str]) -> None:
        self._working.discard(language)
        self._waiting[language] -= asked
        self._verdicts[language].update((word, word in wrong) for word in asked)
        if wrong or not self._waiting[language]:
            self._tell()
        self._ask(language)

    def _on_trouble(self, language: str, error: Exception) -> None:
        self._working.discard(language)
        if not isinstance(error, ChanceryError):
            raise error
        self._troubles[language] = error.sentence
        self._tell()

    def hint(self, language: str) -> Sentence | None:
        """Say how a language is checked, or why it is not; None while that is not known yet."""
        if language in self._troubles:
            return self._troubles[language]
        state = self._states.get(language)
        if state is None:
            self._ask_state(language)
            state = self._states.get(language)
        return self._said(state) if state else None

    def is_checked(self, language: str) -> bool:
        """Say whether a language is known to be checked."""
        state = self._states.get(language)
        return state is not None and state.status.value == "ready" and language not in self._troubles

    def _ask_state(self, language: str) -> None:
        if language in self._states:
            return
        self._states[language] = None
        self._runner.run(
            lambda: self._spelling.state(language), lambda state: self._on_state(language, state)
        )

    def _on_state(self, language: str, state: SpellingState) -> None:
        self._states[language] = state
        self._tell()

    def _said(self, state: SpellingState) -> Sentence:
        texts = {"no dictionary": _NO_DICTIONARY, "not checked": _NOT_CHECKED}
        facts = {
            "language": self._name_of(state.language),
            "folder": state.folder,
            "dictionary": state.dictionary,
        }
        return Sentence(texts.get(state.status.value, _CHECKED_WITH), facts)

    def suggest(self, language: str, word: str, done: Callable[[tuple[str, ...]], Any]) -> None:
        """Ask for better spellings of a word."""
        self._runner.run(lambda: self._spelling.suggestions(language, word), done, lambda _error: done(()))

    def add(self, word: str) -> None:
        """Let the office know a word from now on, in every letter."""
        folded = folded_word(word)
        for verdicts in self._verdicts.values():
            verdicts.update({known: False for known in verdicts if folded_word(known) == folded})
        self._runner.run(lambda: self._spelling.add(word), lambda _nothing: None)
        self._tell()

    def ignore(self, word: str) -> None:
        """Let a word be in this letter."""
        self._ignored.add(folded_word(word))
        self._tell()

    @property
    def ignored(self) -> frozenset[str]:
        """The words that are ignored in this letter."""
        return frozenset(self._ignored)

    def look_again(self) -> None:
        """Ask for everything anew: dictionaries may have been put there."""
        self._verdicts.clear()
        self._right.clear()
        self._states.clear()
        self._troubles.clear()
        self._tell()

    def _tell(self) -> None:
        for told in tuple(self._listeners):
            told()
