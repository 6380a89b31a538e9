"""The lists of a document: how each level is marked, and how far each list has counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from app.drafting.page_properties import Properties, paragraph_properties
from app.drafting.page_xml import VAL, Element, child, measure, parsed, said

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_UNITS: Final = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS: Final = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Bullets of fonts that write them in places of their own.
_BULLETS: Final = str.maketrans({
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "◊", "\uf02d": "–", "\uf06f": "o",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; ``suffix`` is what stands between mark and text."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    paragraph: Properties = field(default_factory=dict)
    run: Element | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is used: the definition it counts in, its levels, and where it begins anew."""

    counter: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Lists:
    """The lists of one document while it is read from its beginning to its end."""

    def __init__(self, numbering: bytes) -> None:
        root = parsed(numbering) if numbering else None
        self._abstract = {
            said(each, "abstractNumId"): {
                measure(said(lvl, "ilvl")): _level(lvl) for lvl in _named(each, "lvl")
            }
            for each in _named(root, "abstractNum")
        }
        self._nodes = {said(each, "numId"): each for each in _named(root, "num")}
        self._used: dict[str, Listed] = {}
        self._counts: dict[str, list[int | None]] = {}

    def level(self, number: str, level: int) -> Level | None:
        """Give a level of a list; nothing for none."""
        listed = self._listed(number)
        return listed.levels.get(level) if listed else None

    def marked(self, number: str, level: int) -> str:
        """Count one item and give its mark."""
        listed = self._listed(number)
        if listed is None or level not in listed.levels:
            return ""
        counts = self._counts.setdefault(listed.counter, [None] * LEVELS)
        for restarted, start in listed.restarts.items():
            counts[restarted] = start - 1
        listed.restarts.clear()
        before = counts[level]
        counts[level] = (listed.levels[level].start - 1 if before is None else before) + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return _PLACE.sub(lambda found: _number(listed, counts, int(found[1]) - 1), _own_text(listed, level))

    def _listed(self, number: str) -> Listed | None:
        if number not in self._used and number in self._nodes:
            self._used[number] = self._read(self._nodes[number])
        return self._used.get(number)

    def _read(self, node: Element) -> Listed:
        counter = said(child(node, "abstractNumId"))
        levels, restarts = dict(self._abstract.get(counter, {})), {}
        for override in _named(node, "lvlOverride"):
            place = min(measure(said(override, "ilvl")), LEVELS - 1)
            if (own := child(override, "lvl")) is not None:
                levels[place] = _level(own)
            if (start := child(override, "startOverride")) is not None:
                restarts[place] = measure(start.get(VAL), 1)
        return Listed(counter, levels, restarts)


def _own_text(listed: Listed, level: int) -> str:
    one = listed.levels[level]
    return one.text.translate(_BULLETS) if one.form == "bullet" else one.text


def _number(listed: Listed, counts: list[int | None], place: int) -> str:
    level = listed.levels.get(place, Level())
    count = counts[place]
    return counted(level.start if count is None else count, level.form)


def _level(node: Element) -> Level:
    return Level(
        start=measure(said(child(node, "start")), 1),
        form=said(child(node, "numFmt")) or "decimal",
        text=said(child(node, "lvlText")),
        suffix=said(child(node, "suff")) or "tab",
        paragraph=paragraph_properties(child(node, "pPr")),
        run=child(node, "rPr"),
    )


def _named(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else [each for each in root if str(each.tag).endswith(f"}}{name}")]


def counted(number: int, form: str) -> str:
    """Write a number in one of the forms that lists have; in figures where the form is another one."""
    match form:
        case "lowerLetter" | "upperLetter":
            letter = _letters(number)
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if form == "upperRoman" else roman
        case "ordinalText":
            return _ordinal(number).capitalize()
        case "decimalZero":
            return f"{number:02}"
        case "none" | "bullet":
            return ""
        case _:
            return str(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _ordinal(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}y-{_UNITS[unit]}" if unit else f"{_TENS[tens]}ieth"
