"""The day of a registration against the register and the clock: advice that stops nothing."""

from __future__ import annotations

from app.domain.checks import Advice
from app.domain.day_checks import LastLetter, clock_doubts, day_doubts
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Letter
from app.domain.register import Entry
from app.domain.searching import EntryFilter, Page, Wanted
from app.services.ports import Clock, UnitOfWork, Work


class Days:
    """Compares days of registration with today and with the letters before."""

    def __init__(self, reading: Work, clock: Clock) -> None:
        self._reading, self._clock = reading, clock

    def advice(self, letter: Letter) -> tuple[Advice, ...]:
        """Say what would look wrong if a letter were registered now."""
        series, now = letter.series or LETTER_RULES[letter.type].series, self._clock()
        with self._reading() as work:
            last, newest = _last_letter(work, series), work.register.last()
        doubts = (*clock_doubts(now, newest), *day_doubts(now.date(), now.date(), last))
        return tuple(Advice("day", *doubt) for doubt in doubts)

    def advice_on(self, entry: Entry) -> tuple[Advice, ...]:
        """Say what looks wrong with the day of a letter that was just registered."""
        with self._reading() as work:
            last = _last_letter(work, entry.series, but=entry.sequence)
        doubts = day_doubts(entry.registered_on, self._clock().date(), last)
        return tuple(Advice("day", *doubt) for doubt in doubts)


def _last_letter(work: UnitOfWork, series: str, but: int = 0) -> LastLetter | None:
    """Give number and day of the last letter of a series, but for one."""
    wanted = Wanted(filter=EntryFilter(series=series), page=Page(size=2))
    lines = (line for line in work.search.page(wanted) if line.sequence != but)
    return next(((line.number, line.registered_on) for line in lines), None)
