"""The templates there are: wording files and DOCX looks, the office's own before the shipped.

A folder per letter type holds ``look.docx`` and a wording file per language;
``common`` holds what types share; a type may also begin with the words and the look
of another one. An office's own Word file lies beside the folders as ``NAME.docx`` and
is chosen by its name.
"""

from __future__ import annotations

import hashlib
import os
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
# Communications of the United Nations are worded as allegation letters but for what they say otherwise.
_BEGINS_AS: Final = {
    LetterType.UN_URGENT_APPEAL.value: LetterType.UN_ALLEGATION.value,
    LetterType.UN_OTHER.value: LetterType.UN_ALLEGATION.value,
}


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
        self._known: dict[tuple[object, ...], tuple[tuple[object, ...], LetterTemplate]] = {}

    def template_for(self, letter: Letter, *, document: Path | None = None) -> LetterTemplate:
        """Give the template of a letter, or its wording with a DOCX from elsewhere.

        Raises ``NoTemplate``, ``NoWording``, ``WordingProblem`` and ``TemplateProblem``.
        """
        name = letter.template or letter.type.value
        places = (*self._wording_places(name, letter), *self._look_places(name), document)
        stamps = tuple(_stamp(place) for place in places if place)
        key = (name, letter.type.value, letter.language, document)
        known = self._known.get(key)
        if known is None or known[0] != stamps:
            known = self._known[key] = (stamps, self._read(name, letter, document))
        return known[1]

    def _read(self, name: str, letter: Letter, document: Path | None) -> LetterTemplate:
        paths = [path for path in self._wording_places(name, letter) if path.is_file()]
        if not paths:
            languages = ", ".join(self._languages(letter.type.value)) or "–"
            raise NoWording(type=letter.type.value, language=letter.language, languages=languages)
        sources = tuple((_shown(path), path.read_bytes()) for path in paths)
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

    def languages_for(self, letter_type: LetterType) -> tuple[str, ...]:
        """Give the languages in which a type of letter has a wording, its own or the shared one."""
        return tuple(sorted({*self._languages(letter_type.value), *self._languages(COMMON)}))

    def check(self, path: Path) -> CompiledTemplate:
        """Compile a template file. Raises ``TemplateProblem``."""
        data = path.read_bytes()
        return self._cache.get(_prepared(data, path.name), name=path.name)

    def _look(self, name: str, letter: Letter) -> Path:
        own = [place for place in self._look_places(name) if place.is_file()]
        if letter.template and (not own or not _is_bare(name)):
            known = ", ".join(entry.name for entry in self.entries())
            raise NoTemplate(template=letter.template, known=known)
        return (own or [place for place in self._look_places(COMMON) if place.is_file()])[0]

    def _look_places(self, name: str) -> list[Path]:
        return [
            place
            for one in (name, _BEGINS_AS.get(name, name))
            for folder in reversed(self._folders)
            for place in (folder / one / LOOK, folder / f"{one}.docx")
        ]

    def _wording_places(self, name: str, letter: Letter) -> list[Path]:
        kind = letter.type.value
        wanted = dict.fromkeys((COMMON, _BEGINS_AS.get(kind, kind), kind, name))
        return [folder / part / f"{letter.language}.toml" for part in wanted for folder in self._folders]

    def _languages(self, name: str) -> tuple[str, ...]:
        found = {
            path.stem
            for folder in self._folders
            for part in (name, _BEGINS_AS.get(name, name), COMMON if name not in set(LetterType) else name)
            for path in (folder / part).glob("*.toml")
        }
        return tuple(sorted(found))


def _is_bare(name: str) -> bool:
    """Say whether a name stays inside the folder of templates."""
    return Path(name).name == name and name not in {"", ".", ".."}


def _stamp(path: Path) -> tuple[str, int, int]:
    """Give what changes when a file does; nothing of it is there for a file that is not."""
    try:
        found = os.stat(path)  # noqa: PTH116  # called for every letter, and cheaper so
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@lru_cache(maxsize=32)
def _prepared(data: bytes, name: str) -> bytes:
    return prepare(data, name=name)


@lru_cache(maxsize=32)
def _wording(sources: Sequence[tuple[str, bytes]]) -> Wording:
    return read_wording(*sources)
