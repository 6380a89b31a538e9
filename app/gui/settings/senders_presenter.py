"""What the settings know of organisations: their texts by place, their lists, their age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.dates import NotADate, PartialDate
from app.domain.errors import N_
from app.domain.said import said_in, saying_part
from app.domain.senders import SenderProfile, SenderTexts
from app.gui.widgets.rows import Row, RowTag
from app.gui.widgets.words import Mood

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue
    from app.services.records import Change
    from app.services.register import Register
    from app.services.sender_profiles import SenderProfiles

LINES: Final = frozenset({"letterhead", "address", "footer"})
PLACES: Final = (
    "organisation", "short_name", "letterhead", "address", "footer", "members", "organisations", "countries",
)  # fmt: skip
_UNNAMED: Final = N_("Organisation without a name")
_PREFERRED: Final = N_("Preferred")
_NOT_A_DAY: Final = N_("Write the whole day, such as 2017-08-16.")
_OLD: Final = N_(
    "These figures are more than a year old. Letters that print them say “as of {day}”. "
    "Check them and write today’s date."
)
_YEAR: Final = 365


class SendersPresenter:
    """Reads and keeps organisations, off the thread of the window."""

    def __init__(self, senders: SenderProfiles, register: Register, texts: Catalogue) -> None:
        self._senders, self._register, self._texts = senders, register, texts

    def rows(self) -> Sequence[Row]:
        """Give a row for each organisation, the preferred one first."""
        preferred = RowTag(self._texts.text(_PREFERRED), Mood.ACCENT)
        return [
            Row(one.key, self.name(one), tag=preferred if one.preferred else None, icon="building-2")
            for one in self._senders.profiles()
        ]

    def name(self, profile: SenderProfile) -> str:
        """Give the name of an organisation as the screen's language has it, else any."""
        said = profile.texts_in(self._texts.language).organisation
        names = (said, *(one.organisation for one in profile.texts))
        return next(filter(None, names), "") or self._texts.text(_UNNAMED)

    def profile(self, key: str) -> SenderProfile:
        """Raises ``RecordNotFound``."""
        return self._senders.profile(key)

    def picture(self, key: str) -> bytes | None:
        """Give the picture of the letterhead."""
        return self._senders.picture(key)

    def series(self) -> Sequence[tuple[str, str]]:
        """Give the series that letters may be numbered in."""
        return [(one.key, one.title) for one in self._register.series()]

    def signatories(self) -> Sequence[tuple[str, str]]:
        """Give all who sign, by key and name."""
        language = self._texts.language
        return [(one.key, one.texts_in(language).name) for one in self._senders.signatories()]

    def new(self, languages: tuple[str, ...]) -> str:
        """Keep a new organisation and give its key."""
        return self._senders.save(
            SenderProfile(languages=languages, preferred=not self._senders.profiles())
        ).key

    def write(self, key: str, language: str, place: str, text: str) -> Change:
        """Keep one text in one language."""
        profile = self.profile(key)
        value = tuple(text.splitlines()) if place in LINES else text
        texts = saying_part(profile.texts, SenderTexts(language=language), place, value)
        return self._senders.save(replace(profile, texts=texts))

    def change(self, key: str, **values: object) -> Change:
        """Keep other values that no language has."""
        return self._senders.save(replace(self.profile(key), **values))  # type: ignore[arg-type]

    def prefer(self, key: str) -> None:
        """Let new letters begin with an organisation, and with no other."""
        for one in self._senders.profiles():
            if one.preferred != (one.key == key):
                self._senders.save(replace(one, preferred=one.key == key))

    def set_picture(self, key: str, name: str, content: bytes) -> Change:
        """Keep a picture for the letterhead."""
        return self._senders.set_picture(key, name, content)

    def delete(self, key: str) -> Change:
        """Put an organisation into the bin."""
        return self._senders.delete(key)

    def undo(self, change: Change) -> None:
        """Take a change back."""
        self._senders.undo(change)

    def day_is_wrong(self, text: str) -> str:
        """Say what is wrong with a date of the figures."""
        return "" if not text or day_of(text) else self._texts.text(_NOT_A_DAY)

    def age_of_figures(self, profile: SenderProfile, today: date) -> str:
        """Say that figures are older than a year; nothing where they are not."""
        day = profile.figures_as_of
        is_old = day is not None and (today - day).days > _YEAR and any(map(has_figures, profile.texts))
        return self._texts.text(_OLD, day=day) if is_old else ""


def has_figures(texts: SenderTexts) -> bool:
    """Say whether a language has any figure."""
    return bool(texts.members or texts.organisations or texts.countries)


def day_of(text: str) -> date | None:
    """Read a whole day; nothing where it is none."""
    try:
        day = PartialDate.parse(text)
    except NotADate:
        return None
    return day.first_day if day.day else None


def texts_of(profile: SenderProfile, language: str) -> Mapping[str, str]:
    """Give the texts of one language, each as one text; none are borrowed."""
    said = said_in(profile.texts, language) or SenderTexts(language=language)
    return {place: _flat(getattr(said, place)) for place in PLACES}


def _flat(value: str | tuple[str, ...]) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value
