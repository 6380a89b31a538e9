"""The templates there are: wording files and DOCX looks, the office's own before the shipped.

A folder per letter type holds ``look.docx`` and a wording file per language;
``common`` holds what types share. An office's own Word file lies beside the
folders as ``NAME.docx`` and is chosen by its name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from app.domain.errors import N_, ChanceryError
from app.domain.letters import Letter, LetterType
from app.drafting.engine import CompiledTemplate, TemplateCache
from app.drafting.preparing import prepare
from app.drafting.wording import Wording, read_wording

COMMON: Final = "common"
LOOK: Final = "look.docx"


class NoWording(ChanceryError):
    """There is no wording of a letter type in a language."""

    message = N_("There is no wording for “{type}” letters in “{language}”. There is one in: {languages}.")


class NoTemplate(ChanceryError):
    """No template has this name."""

    message = N_("There is no template “{template}”. There are: {known}.")


@dataclass(frozen=True)
class LetterTemplate:
    """A wording and a look that belong together; ``version`` is the seal of both."""

    name: str
    wording: Wording
    document: CompiledTemplate
    version: str


@dataclass(frozen=True)
class TemplateEntry:
    """One line of the list of templates."""

    name: str
    languages: tuple[str, ...]
    own: bool
    path: Path


class TemplateLibrary:
    """Finds and compiles templates; a version once compiled is kept."""

    def __init__(self, shipped: Path, own: Path, cache: TemplateCache | None = None) -> None:
        self._folders = (shipped, own)
        self._own = own
        self._cache = cache or TemplateCache()

    def template_for(self, letter: Letter, *, document: Path | None = None) -> LetterTemplate:
        """Give the template of a letter, or its wording with a DOCX from elsewhere.

        Raises ``NoTemplate``, ``NoWording``, ``WordingProblem`` and ``TemplateProblem``.
        """
        name = letter.template or letter.type.value
        sources = self._wording_sources(name, letter.type.value, letter.language)
        if not sources:
            languages = ", ".join(self._languages(letter.type.value)) or "–"
            raise NoWording(type=letter.type.value, language=letter.language, languages=languages)
        look = document or self._look(name, letter)
        data = look.read_bytes()
        compiled = self._cache.get(_prepared(data, look.name), name=look.name)
        seal = hashlib.sha256(data)
        for _file, source in sources:
            seal.update(source)
        return LetterTemplate(name, _wording(sources), compiled, seal.hexdigest())

    def entries(self) -> Iterator[TemplateEntry]:
        """Give every template, shipped ones first."""
        for folder in self._folders:
            for path in sorted(folder.glob("*/look.docx")):
                name = path.parent.name
                yield TemplateEntry(name, self._languages(name), folder == self._own, path)
            for path in sorted(folder.glob("*.docx")):
                yield TemplateEntry(path.stem, (), folder == self._own, path)

    def check(self, path: Path) -> CompiledTemplate:
        """Compile a template file. Raises ``TemplateProblem``."""
        data = path.read_bytes()
        return self._cache.get(_prepared(data, path.name), name=path.name)

    def _look(self, name: str, letter: Letter) -> Path:
        places = [
            place
            for folder in reversed(self._folders)
            for place in (folder / name / LOOK, folder / f"{name}.docx")
        ]
        if letter.template and not any(place.is_file() for place in places):
            known = ", ".join(entry.name for entry in self.entries())
            raise NoTemplate(template=letter.template, known=known)
        fallbacks = [folder / COMMON / LOOK for folder in reversed(self._folders)]
        return next(place for place in (*places, *fallbacks) if place.is_file())

    def _wording_sources(self, name: str, letter_type: str, language: str) -> tuple[tuple[str, bytes], ...]:
        wanted = dict.fromkeys((COMMON, letter_type, name))
        paths = [folder / part / f"{language}.toml" for part in wanted for folder in self._folders]
        return tuple((_shown(path), path.read_bytes()) for path in paths if path.is_file())

    def _languages(self, name: str) -> tuple[str, ...]:
        found = {
            path.stem
            for folder in self._folders
            for part in (name, COMMON if name not in set(LetterType) else name)
            for path in (folder / part).glob("*.toml")
        }
        return tuple(sorted(found))


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@lru_cache(maxsize=32)
def _prepared(data: bytes, name: str) -> bytes:
    return prepare(data, name=name)


@lru_cache(maxsize=32)
def _wording(sources: Sequence[tuple[str, bytes]]) -> Wording:
    return read_wording(*sources)
