"""What each type of letter is written with: wordings by language and a look, own or shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.letters import Letter, LetterType
from app.drafting.library import COMMON, LOOK, TemplateLibrary
from app.services.letter_files import read_letter_file

_LIKE_THE_UN: Final = {LetterType.UN_ALLEGATION, LetterType.UN_URGENT_APPEAL, LetterType.UN_OTHER}
_UN_MODEL, _MODEL = "un-allegation.toml", "protest.toml"


@dataclass(frozen=True)
class WordingFiles:
    """The wording files of one language, the last going before the others."""

    language: str
    files: tuple[Path, ...]
    is_own: bool


@dataclass(frozen=True)
class TypeTemplates:
    """What one type of letter is written with; ``look_for_own`` is where a look of its own belongs."""

    type: LetterType
    wordings: tuple[WordingFiles, ...]
    look: Path
    is_own_look: bool
    look_for_own: Path


class TemplateOverview:
    """Looks through the folders of templates; nothing is compiled."""

    def __init__(self, library: TemplateLibrary, shipped: Path, own: Path, examples: Path) -> None:
        self._library, self._shipped, self.own, self._examples = library, shipped, own, examples

    def all(self) -> Sequence[TypeTemplates]:
        """Give every type of letter."""
        return [self._of(letter_type) for letter_type in LetterType]

    def model(self, letter_type: LetterType) -> Letter:
        """Give the model letter that comes nearest to a type; it is of its own type and language."""
        name = _UN_MODEL if letter_type in _LIKE_THE_UN else _MODEL
        return read_letter_file((self._examples / name).read_bytes(), name=name)

    def own_documents(self) -> Sequence[Path]:
        """Give the office's own Word files that letters name as their template."""
        return sorted(path for path in self.own.glob("*.docx") if path.stem not in set(LetterType))

    def _of(self, letter_type: LetterType) -> TypeTemplates:
        name = letter_type.value
        look = next(path for path in self._looks(name) if path.is_file())
        return TypeTemplates(
            letter_type,
            tuple(self._wording(name, tag) for tag in self._library.languages_for(letter_type)),
            look,
            look.is_relative_to(self.own),
            self.own / name / LOOK,
        )

    def _wording(self, name: str, language: str) -> WordingFiles:
        folders = (self._shipped, self.own)
        places = (folder / part / f"{language}.toml" for part in (COMMON, name) for folder in folders)
        files = tuple(path for path in places if path.is_file())
        return WordingFiles(language, files, any(path.is_relative_to(self.own) for path in files))

    def _looks(self, name: str) -> Iterator[Path]:
        """Give where a look may lie, the one that goes before the others first."""
        for part in (name, COMMON):
            for folder in (self.own, self._shipped):
                yield folder / part / LOOK
                yield folder / f"{part}.docx"
