"""Advice on a letter: what looks wrong, and never stops anybody.

Users type what they want; a check points at a place and says why.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from app.domain.cases import Right, facts_for_a_letter
from app.domain.citations import IloConventions, TreatyArticle
from app.domain.composed import ComposedLetter, PrintedBlock
from app.domain.dates import days_after, is_weekend
from app.domain.errors import N_, Sentence
from app.domain.letters import Deadline, Letter
from app.domain.prose import notes, plain_lines
from app.domain.reference_checks import doubts


@dataclass(frozen=True)
class Advice:
    """One thing that looks wrong: where it stands, and a sentence with its facts.

    ``place`` is the key of a block, or a place of the letter file.
    """

    place: str
    what: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> Sentence:
        """Why it looks wrong."""
        return Sentence(self.what, self.facts)


@dataclass(frozen=True)
class Occasion:
    """What the checks must know from outside: today, the months' names, the deadline that counts."""

    today: dt.date
    months: frozenset[str] = frozenset()
    deadline: Deadline = Deadline()


def advice_on(composed: ComposedLetter, occasion: Occasion) -> tuple[Advice, ...]:
    """Give everything that looks wrong in a letter, data first, then block by block."""
    found = [*_on_data(composed.letter, occasion)]
    for block in composed.blocks:
        found.extend(_on_block(block, occasion))
    return tuple(found)


def _on_data(letter: Letter, occasion: Occasion) -> Iterator[Advice]:
    yield from _letter_date(letter, occasion.today)
    yield from _articles(letter)
    yield from _treaty_dates(letter, occasion.today)
    yield from _fact_dates(letter, occasion.today)
    yield from _figures(letter, occasion.today)
    yield from _states(letter)
    yield from _sources(letter)
    yield from _reply_day(letter, occasion)
    yield from (Advice(*doubt) for doubt in doubts(letter))


# ICCPR: 19 expression, 21 peaceful assembly, 22 association including trade unions.
_ICCPR: Final = {Right.EXPRESSION: "19", Right.ASSEMBLY: "21", Right.ASSOCIATION: "22"}


def _articles(letter: Letter) -> Iterator[Advice]:
    for index, cited in enumerate(letter.citations, start=1):
        if not isinstance(cited, TreatyArticle) or not _is_iccpr(cited):
            continue
        right = cited.right
        if right in _ICCPR and _ICCPR[right] not in {_bare(one) for one in cited.articles}:
            yield Advice(
                f"citations.{index}",
                N_("Article {cited} is cited for {right}; in the ICCPR that is article {meant}."),
                {"cited": ", ".join(cited.articles), "right": right.value, "meant": _ICCPR[right]},
            )


def _is_iccpr(cited: TreatyArticle) -> bool:
    return "ICCPR" in {cited.symbol, cited.treaty} or "Civil and Political Rights" in cited.treaty


def _bare(article: str) -> str:
    return re.match(r"\d*", article)[0]  # type: ignore[index]  # the pattern matches any text


_FIRST_CONVENTION: Final = dt.date(1919, 10, 1)
_WRONG_DATE: Final = N_("The date {day} cannot be right here.")
_A_YEAR: Final = 365


def _letter_date(letter: Letter, today: dt.date) -> Iterator[Advice]:
    day = letter.date
    if day and (day < _FIRST_CONVENTION or (day - today).days > _A_YEAR):
        yield Advice("date", _WRONG_DATE, {"day": day})


def _treaty_dates(letter: Letter, today: dt.date) -> Iterator[Advice]:
    for index, cited in enumerate(letter.citations, start=1):
        if isinstance(cited, TreatyArticle):
            days = [cited.status_date]
        elif isinstance(cited, IloConventions):
            days = [one.status_date for one in cited.conventions]
        else:
            continue
        for day in days:
            if day and not _FIRST_CONVENTION <= day <= today:
                yield Advice(f"citations.{index}", _WRONG_DATE, {"day": day})


_EARLIEST_YEAR: Final = 1800


def _fact_dates(letter: Letter, today: dt.date) -> Iterator[Advice]:
    latest = letter.date or today
    for index, fact in enumerate(letter.case.facts, start=1):
        if fact.when and fact.when.first_day.year < _EARLIEST_YEAR:
            yield Advice(f"case.facts.{index}", _WRONG_DATE, {"day": fact.date})
        if fact.when and fact.when.first_day > latest:
            yield Advice(
                f"case.facts.{index}",
                N_("This happened on {day}, after the letter's own date."),
                {"day": fact.date},
            )


def _figures(letter: Letter, today: dt.date) -> Iterator[Advice]:
    figures = letter.sender.figures
    if not (figures.members or figures.organisations or figures.countries):
        return
    if figures.as_of is None:
        yield Advice("sender.figures", N_("The sender's figures do not say on which day they were true."))
    elif ((letter.date or today) - figures.as_of).days > _A_YEAR:
        yield Advice(
            "sender.figures",
            N_("The sender's figures are of {day}, more than a year before the letter."),
            {"day": figures.as_of},
        )


def _states(letter: Letter) -> Iterator[Advice]:
    case = letter.case.state or letter.state.code
    for index, recipient in enumerate(letter.recipients, start=1):
        if case and recipient.state and recipient.state != case:
            yield Advice(
                f"recipients.{index}",
                N_("The addressee is in {addressed}, the case in {case}."),
                {"addressed": recipient.state, "case": case},
            )


def _sources(letter: Letter) -> Iterator[Advice]:
    for fact in facts_for_a_letter(letter.case.facts):
        if not fact.source:
            yield Advice(
                f"case.facts.{letter.case.facts.index(fact) + 1}",
                N_("No source is noted for this fact. A source never appears in the letter."),
            )


def _reply_day(letter: Letter, occasion: Occasion) -> Iterator[Advice]:
    day = reply_day(occasion.deadline, letter.date)
    if day and is_weekend(day):
        yield Advice("deadline", N_("The reply is due on {day}, a weekend."), {"day": day})


def reply_day(deadline: Deadline, letter_date: dt.date | None) -> dt.date | None:
    """Give the day on which a reply is due, if it can be counted."""
    if deadline.day:
        return deadline.day
    if deadline.days and letter_date:
        with suppress(OverflowError):  # so many days that the calendar ends
            return days_after(letter_date, deadline.days)
    return None


def _on_block(block: PrintedBlock, occasion: Occasion) -> Iterator[Advice]:
    lines = [*plain_lines(block.prose)]
    for note in notes(block.prose):
        lines.extend(plain_lines(note.paragraphs))
    for line, following in pairwise([*lines, ""]):
        for what, found in _on_line(line, occasion):
            yield Advice(block.key, what, {"found": found})
        mark = _unpaired(line)
        if mark and not _goes_on(mark, following):
            yield Advice(block.key, N_("A quotation mark has no counterpart: {found}"), {"found": mark})
    if block.outdated:
        yield Advice(
            block.key,
            N_("The text was written by hand; what it replaced would read differently today."),
        )


_SPACES: Final = re.compile(r"\S+ {2,}\S+")
_LEFTOVER: Final = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)")
_ASSOCIATION_AT_21: Final = re.compile(
    r"freedom of association(?:(?!assembly|article)[^.;]){0,60}article 21\b"
    r"[^.;]{0,40}(?:Civil and Political|ICCPR)[^.;,]*",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # while somebody types in one line, the others stay as they are
def _on_line(line: str, occasion: Occasion) -> tuple[tuple[str, str], ...]:
    return tuple(_doubts_of(line, occasion))


def _doubts_of(line: str, occasion: Occasion) -> Iterator[tuple[str, str]]:
    for found in _SPACES.finditer(line):
        yield N_("Two spaces in a row: “{found}”."), found[0]
    for found in _LEFTOVER.finditer(line):
        yield N_("A place of a template is left over: {found}"), found[0]
    for found in _ASSOCIATION_AT_21.finditer(line):
        yield N_("In the ICCPR, association is article 22 and assembly article 21: “{found}”."), found[0]
    for word in re.findall(r"[^\W\d_]+", line):
        if _is_mixed(word):
            yield N_("The word “{found}” mixes letters of two alphabets that look alike."), word
    for day in _doubtful_days(line, occasion):
        yield N_("The date “{found}” looks incomplete or impossible."), day


def _is_mixed(word: str) -> bool:
    return len({unicodedata.name(letter, "").partition(" ")[0] for letter in word} & _ALIKE) > 1


_ALIKE: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})


def _doubtful_days(line: str, occasion: Occasion) -> Iterator[str]:
    for pattern in _WRITTEN_DAYS:
        for found in pattern.finditer(line):
            if found["month"].casefold() in occasion.months and not _is_likely(found, occasion.today):
                yield found[0]


_WRITTEN_DAYS: Final = (
    re.compile(
        r"\b(?P<day>\d{1,3})(?:\.|st|nd|rd|th|er|º|-?го|-е)?\s(?:de\s|of\s)?(?P<month>[^\W\d_]+)"
        r"[.,]?\s(?:de\s|del\s)?(?P<year>\d+)\b"
    ),
    re.compile(r"\b(?P<month>[^\W\d_]+)\s(?P<day>\d{1,3})(?:st|nd|rd|th)?,\s(?P<year>\d+)\b"),
)


def _is_likely(found: re.Match[str], today: dt.date) -> bool:
    day, year = int(found["day"]), found["year"]
    return (
        1 <= day <= _LONGEST_MONTH
        and len(year) == _DIGITS_OF_A_YEAR
        and _EARLIEST_YEAR <= int(year) <= today.year + 5
    )


_LONGEST_MONTH: Final = 31
_DIGITS_OF_A_YEAR: Final = 4


def _unpaired(line: str) -> str:
    """Give the first unpaired mark; German „…“, English “…” and Swedish ”…” share their marks."""
    if line.count("`"):
        return "`"
    low, left, right = (line.count(mark) for mark in "„“”")
    if low and low != left + right:
        return "„"
    if not low and left != right and (left or right % 2):
        return "“" if left > right else "”"
    for opening, closing in (("«", "»"), ("‹", "›")):
        if line.count(opening) != line.count(closing):
            return opening if line.count(opening) > line.count(closing) else closing
    return '"' if line.count('"') % 2 else ""


def _goes_on(mark: str, following: str) -> bool:
    """Say whether a quotation runs into the next paragraph, which then opens with its mark again."""
    return mark != "`" and following.startswith(mark)
