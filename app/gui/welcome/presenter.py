"""What the first start asks, what it answers while one types, and where the answers are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError
from app.domain.languages import LETTER_LANGUAGES
from app.domain.register import NumberParts
from app.gui.preferences import Preferences
from app.i18n.catalogues import Catalogue
from app.services.first_start import FirstAnswers, counting_from

if TYPE_CHECKING:
    from datetime import date

    from app.domain.register import Series
    from app.services.first_start import FirstStart

LANGUAGES: Final = "letters/languages"
_ORGANISATION, _NUMBER = "welcome/organisation", "welcome/number"
_EXAMPLE: Final = N_("The next letter gets {number}")
_OTHERWISE: Final = "en"


@dataclass(frozen=True)
class Told:
    """What a typed number means: an example, or what is wrong with it."""

    example: str = ""
    error: str = ""


class WelcomePresenter:
    """Knows the series of the new workspace and shows what numbers will look like."""

    def __init__(self, first: FirstStart, texts: Catalogue, preferences: Preferences, today: date) -> None:
        self._first, self._texts, self._preferences, self._today = first, texts, preferences, today
        self.series: Series = first.series()

    @property
    def answers(self) -> FirstAnswers:
        """What was answered before, else what holds if nothing is."""
        kept = self._preferences
        languages = tuple(kept.text(LANGUAGES).split()) or (self._usual_language(),)
        number = kept.text(_NUMBER) or self._number(self.series)
        return FirstAnswers(organisation=kept.text(_ORGANISATION), languages=languages, number=number)

    def told(self, number: str) -> Told:
        """Say what the next letter's number will be."""
        try:
            series = counting_from(self.series, number) if number.strip() else self.series
        except ChanceryError as error:
            return Told(error=self._texts.said(error.sentence))
        written = f"{series.sign} {self._number(series)}".strip()
        return Told(example=self._texts.text(_EXAMPLE, number=written))

    def remember(self, answers: FirstAnswers) -> None:
        """Remember what was typed so far, so that nobody is asked for it again."""
        self._preferences.keep(_ORGANISATION, answers.organisation)
        self._preferences.keep(_NUMBER, answers.number)
        self._preferences.keep(LANGUAGES, " ".join(answers.languages))

    def close(self) -> None:
        """Ask no more in this workspace."""
        self._preferences.was_welcomed = True

    def keep(self, answers: FirstAnswers) -> None:
        """Keep the answers. Raises what ``FirstStart.keep`` raises."""
        self._first.keep(answers)

    def _number(self, series: Series) -> str:
        return series.example(NumberParts(day=self._today))

    def _usual_language(self) -> str:
        plain = self._texts.language.split("-")[0]
        return next((tag for tag in LETTER_LANGUAGES if tag.split("-")[0] == plain), _OTHERWISE)
