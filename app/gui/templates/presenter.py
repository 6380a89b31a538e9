"""What the room of templates knows: types, languages, looks, sample pages, checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError
from app.domain.letters import LetterType
from app.flow.choosing import choose_type
from app.flow.history import History
from app.flow.naming import TYPE_TITLES
from app.gui.widgets.rows import Row, RowTag
from app.gui.widgets.words import Mood
from app.i18n.language_names import own_name

if TYPE_CHECKING:
    from app.bootstrap import Bench
    from app.domain.pages import SetLetter
    from app.i18n.catalogues import Catalogue
    from app.services.template_overview import TypeTemplates

_OWN: Final = N_("Your own")
_OWN_WORD: Final = N_("Your own Word file")
_SHIPPED: Final = N_("shipped with Chancery")
_YOURS: Final = N_("your own")
_LOOK: Final = N_("Look: {whose}, {file}")
_WORDING: Final = N_("Wording: {whose}, {files}")
_WORDING_OF_TYPE: Final = N_("Wording: that of the letter it is used for")
_NO_WORDING: Final = N_("There is no wording of this type yet.")
_SOUND: Final = N_("{name} can be used as a template. It asks for {count} places.")
_UNKNOWN: Final = N_("No letter can fill these places; they will stay empty: {places}")
_BROKEN: Final = N_("{name} cannot be used as a template. {reason}")


@dataclass(frozen=True)
class Told:
    """Some lines, and whether they are about something good."""

    lines: tuple[str, ...]
    is_good: bool = True


@dataclass(frozen=True)
class Sample:
    """The sample pages of a template, or why there are none."""

    pages: SetLetter | None = None
    trouble: str = ""


class TemplatesPresenter:
    """Reads templates, off the thread of the window."""

    def __init__(self, bench: Bench, texts: Catalogue) -> None:
        self._bench, self._texts, self._say = bench, texts, texts.text
        self._known: Mapping[LetterType, TypeTemplates] = {}

    @property
    def own_folder(self) -> Path:
        """Where the office's own templates lie."""
        return self._bench.overview.own

    def rows(self) -> Sequence[Row]:
        """Give a row for each type of letter and for each Word file of the office."""
        self._known = {one.type: one for one in self._bench.overview.all()}
        own = [
            Row(path, path.stem, self._say(_OWN_WORD), icon="file-text")
            for path in self._bench.overview.own_documents()
        ]
        return [*map(self._row, self._known.values()), *own]

    def languages(self, key: object) -> Sequence[tuple[str, str]]:
        """Give the languages that a template is there in, with their own names."""
        of_type = self._known[key if isinstance(key, LetterType) else LetterType.PROTEST]
        return [(one.language, own_name(one.language)) for one in of_type.wordings]

    def facts(self, key: object, language: str) -> Sequence[str]:
        """Say where wording and look of a template come from."""
        if not isinstance(key, LetterType):
            return (self._say(_LOOK, whose=self._say(_YOURS), file=_name(key)), self._say(_WORDING_OF_TYPE))
        one = self._known[key]
        wording = next((each for each in one.wordings if each.language == language), None)
        look = self._say(_LOOK, whose=self._whose(own=one.is_own_look), file=_shown(one.look))
        if wording is None:
            return (look, self._say(_NO_WORDING))
        files = ", ".join(map(_shown, wording.files))
        return (look, self._say(_WORDING, whose=self._whose(own=wording.is_own), files=files))

    def look(self, key: object) -> Path:
        """Give the Word file that a template looks like."""
        return self._known[key].look if isinstance(key, LetterType) else Path(str(key))

    def has_own_look(self, key: object) -> bool:
        """Say whether a template has a look of the office."""
        return not isinstance(key, LetterType) or self._known[key].is_own_look

    def sample(self, key: object, language: str) -> Sample:
        """Give the pages of the model letter, written with a template."""
        letter_type = key if isinstance(key, LetterType) else LetterType.PROTEST
        document = None if isinstance(key, LetterType) else Path(str(key))
        model = self._bench.overview.model(letter_type)
        letter = model if model.type is letter_type else History(model).done(choose_type(letter_type)).letter
        try:
            shown = self._bench.desk.pages(replace(letter, language=language), document=document)
        except ChanceryError as error:
            return Sample(trouble=self._texts.said(error.sentence))
        return Sample(shown.pages)

    def make_look(self, key: LetterType) -> Path:
        """Give a type a clean look of the office's own. Raises ``WriteProblem``."""
        path = self._known[key].look_for_own
        path.parent.mkdir(parents=True, exist_ok=True)
        self._bench.templates.make_look(path)
        return path

    def check(self, path: Path) -> Told:
        """Say whether a Word file can be used as a template."""
        try:
            report = self._bench.templates.check(path)
        except ChanceryError as error:
            reason = self._texts.said(error.sentence)
            return Told((self._say(_BROKEN, name=path.name, reason=reason),), is_good=False)
        lines = (self._say(_SOUND, name=path.name, count=len(report.places)),)
        if report.unknown:
            return Told((*lines, self._say(_UNKNOWN, places=", ".join(report.unknown))), is_good=False)
        return Told(lines)

    def _row(self, one: TypeTemplates) -> Row:
        own = one.is_own_look or any(each.is_own for each in one.wordings)
        tag = RowTag(self._say(_OWN), Mood.ACCENT) if own else None
        languages = ", ".join(own_name(each.language) for each in one.wordings)
        return Row(one.type, self._say(TYPE_TITLES[one.type]), languages, tag, icon="layout-template")

    def _whose(self, *, own: bool) -> str:
        return self._say(_YOURS if own else _SHIPPED)


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _name(key: object) -> str:
    return Path(str(key)).name
