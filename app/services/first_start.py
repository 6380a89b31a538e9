"""The first start: what a new workspace asks, at most three things, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import N_, ChanceryError
from app.domain.numbering import NumberDoesNotFit, NumberPattern, OfficialNumber
from app.domain.register import Series
from app.domain.senders import SenderProfile, SenderTexts
from app.services.drafts import Drafts
from app.services.register import Register
from app.services.sender_profiles import SenderProfiles

_OTHERWISE: Final = "en"


class NotANextNumber(ChanceryError):
    """What was typed cannot be the number of a letter."""

    message = N_("Write the number as 148, or with unit and file index as 148/01-3.")


@dataclass(frozen=True, kw_only=True)
class FirstAnswers:
    """What a person has answered, any of it perhaps empty; the first of ``languages`` is the usual one."""

    organisation: str = ""
    languages: tuple[str, ...] = ()
    number: str = ""


class FirstStart:
    """Asks a new workspace only, and keeps the answers as sender profile and series."""

    def __init__(
        self, register: Register, senders: SenderProfiles, drafts: Drafts, usual: Callable[[], Series]
    ) -> None:
        self._register, self._senders, self._drafts, self._usual = register, senders, drafts, usual

    def is_due(self) -> bool:
        """Say whether nothing was written here yet: no sender, no letter, no draft."""
        return not (self._senders.profiles() or self._register.latest(1) or self._drafts.list())

    def series(self) -> Series:
        """Give the series that the first letters are numbered in."""
        return next(iter(self._register.series()), None) or self._usual()

    def keep(self, answers: FirstAnswers) -> None:
        """Keep what was answered and leave the rest as it is. Raises ``NotANextNumber``."""
        series = self.series()
        if answers.number.strip():
            self._register.edit_series(counting_from(series, answers.number))
        if answers.organisation.strip():
            self._senders.save(_sender(answers, series))


def counting_from(series: Series, typed: str) -> Series:
    """Give a series whose first number is the one that was typed. Raises ``NotANextNumber``."""
    said = read_number(series, typed)
    return replace(series, start=said.ordinal, unit=said.unit, file=said.file)


def read_number(series: Series, typed: str) -> OfficialNumber:
    """Read a next number. Raises ``NotANextNumber``."""
    try:
        said = NumberPattern(series.pattern).parse(typed)
    except NumberDoesNotFit as error:
        raise NotANextNumber from error
    if said.suffix or said.ordinal < 1:
        raise NotANextNumber
    return said


def _sender(answers: FirstAnswers, series: Series) -> SenderProfile:
    languages = answers.languages or (_OTHERWISE,)
    name = answers.organisation.strip()
    texts = SenderTexts(language=languages[0], organisation=name)
    return SenderProfile(texts=(texts,), languages=languages, series=series.key, preferred=True)
