"""What WordprocessingML says of a paragraph or a run, as properties that can be laid over others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from app.domain.pages import POINT, Align, Line, Rule, Rules, Setting, Stop
from app.drafting.page_xml import VAL, Element, W, measure, said, switched

Properties = dict[str, Any]

_ALIGN: Final = {
    "left": Align.START, "start": Align.START, "right": Align.END, "end": Align.END,
    "center": Align.CENTRE, "both": Align.BOTH, "distribute": Align.BOTH,
}  # fmt: skip
_LINES: Final = {"auto": Line.SHARE, "atLeast": Line.AT_LEAST, "exact": Line.EXACT}
_AUTOMATIC: Final = 14 * POINT
_SWITCHES: Final = {
    "keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "breaks_page",
    "widowControl": "widow_control", "contextualSpacing": "close_to_alike", "bidi": "right_to_left",
}  # fmt: skip
_RUN_SWITCHES: Final = {
    "b": "bold", "bCs": "bold_complex", "i": "italic", "iCs": "italic_complex", "caps": "capitals",
    "smallCaps": "small_capitals", "strike": "struck", "dstrike": "struck", "vanish": "hidden",
    "rtl": "complex", "cs": "complex",
}  # fmt: skip
_SIDES: Final = {
    "top": "top",
    "bottom": "bottom",
    "left": "start",
    "start": "start",
    "right": "end",
    "end": "end",
}
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0", "black": "000000",
}  # fmt: skip


def paragraph_properties(node: Element | None) -> Properties:
    """Read a ``pPr``."""
    found: Properties = {}
    for each in () if node is None else node:
        name = _local(each)
        if name in _SWITCHES:
            found[_SWITCHES[name]] = switched(each)
        elif name in _PARAGRAPH:
            found |= _PARAGRAPH[name](each)
    return found


def _alignment(node: Element) -> Properties:
    return {"align": _ALIGN.get(node.get(VAL, ""), Align.START)}


def _spacing(node: Element) -> Properties:
    found: Properties = {}
    for side in ("before", "after"):
        if (text := said(node, side)) != "":
            found[side] = measure(text)
        if said(node, f"{side}Autospacing") in {"1", "true", "on"}:
            found[side] = _AUTOMATIC
    if line := said(node, "line"):
        found["line"] = measure(line)
        found["line_is"] = _LINES.get(said(node, "lineRule"), Line.SHARE)
    return found


def _indents(node: Element) -> Properties:
    found: Properties = {}
    for side, names in (("start", ("start", "left")), ("end", ("end", "right"))):
        for name in names:
            if (text := said(node, name)) != "":
                found.setdefault(side, measure(text))
    if (text := said(node, "hanging")) != "":
        found["first"] = -measure(text)
    elif (text := said(node, "firstLine")) != "":
        found["first"] = measure(text)
    return found


def _numbers(node: Element) -> Properties:
    found: Properties = {}
    for name, key in (("numId", "list"), ("ilvl", "level")):
        if (each := node.find(W + name)) is not None:
            found[key] = each.get(VAL, "0")
    return found


def _stops(node: Element) -> Properties:
    places = {}
    for each in node:
        kind, place = each.get(VAL, ""), measure(said(each, "pos"))
        places[place] = None if kind == "clear" else Stop(place, _ALIGN.get(kind, Align.START))
    return {"stops": places}


def rules_of(node: Element | None) -> Properties:
    """Read lines round something, by side; ``None`` where a side is to have none."""
    found: Properties = {}
    for each in () if node is None else node:
        name = _local(each)
        found[_SIDES.get(name, name)] = _rule(each)
    return found


def _rule(node: Element) -> Rule | None:
    if node.get(VAL, "none") in {"none", "nil"}:
        return None
    width = max(measure(said(node, "sz"), 4) * POINT // 8, 1)
    return Rule(width, colour_of(said(node, "color")), measure(said(node, "space")) * POINT)


def colour_of(text: str) -> str:
    """Give a colour; nothing for the ink's own."""
    return "" if text.lower() in {"", "auto", "000000"} else text.upper()


def ground_of(node: Element | None) -> str:
    """Give the colour of a ground; nothing for paper."""
    fill = said(node, "fill")
    return "" if fill.lower() in {"", "auto", "ffffff"} else fill.upper()


_PARAGRAPH: Final[Mapping[str, Callable[[Element], Properties]]] = {
    "jc": _alignment,
    "spacing": _spacing,
    "ind": _indents,
    "numPr": _numbers,
    "tabs": _stops,
    "pBdr": lambda node: {"rules": rules_of(node)},
    "shd": lambda node: {"ground": ground_of(node)},
}


def run_properties(node: Element | None) -> Properties:
    """Read an ``rPr``; fonts stay as they are named, those of the theme too."""
    found: Properties = {}
    for each in () if node is None else node:
        name = _local(each)
        if name in _RUN_SWITCHES:
            found[_RUN_SWITCHES[name]] = switched(each)
        elif name in _RUN:
            found |= _RUN[name](each)
    return found


def _fonts(node: Element) -> Properties:
    found: Properties = {}
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        themed = said(node, "cstheme" if script == "cs" else f"{script}Theme")
        if named := (f"@{themed}" if themed else said(node, script)):
            found[f"font_{script}"] = named
    return found


def _raised(node: Element) -> Properties:
    return {"raised": {"superscript": 1, "subscript": -1}.get(node.get(VAL, ""), 0)}


_RUN: Final[Mapping[str, Callable[[Element], Properties]]] = {
    "rFonts": _fonts,
    "sz": lambda node: {"size": measure(node.get(VAL)) * POINT // 2},
    "szCs": lambda node: {"size_complex": measure(node.get(VAL)) * POINT // 2},
    "u": lambda node: {"underlined": node.get(VAL, "single") != "none"},
    "color": lambda node: {"colour": colour_of(node.get(VAL, ""))},
    "highlight": lambda node: {"ground": _HIGHLIGHTS.get(node.get(VAL, ""), "")},
    "shd": lambda node: {"ground": ground_of(node)},
    "spacing": lambda node: {"spacing": measure(node.get(VAL))},
    "vertAlign": _raised,
}


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def laid_over(base: Properties, more: Properties) -> Properties:
    """Give properties with others on top; tab stops and lines are added one by one."""
    whole = base | more
    for gathered in ("stops", "rules"):
        if gathered in base and gathered in more:
            whole[gathered] = base[gathered] | more[gathered]
    return whole


def setting_of(found: Properties, style: str) -> Setting:
    """Give a paragraph's setting from everything that is said of it."""
    plain = {name: found[name] for name in _PLAIN if name in found}
    stops = sorted((stop for stop in found.get("stops", {}).values() if stop), key=lambda stop: stop.place)
    rules = {side: rule for side, rule in found.get("rules", {}).items() if side in _FOUR}
    return Setting(style=style, stops=tuple(stops), rules=Rules(**rules), **plain)


_FOUR: Final = ("top", "bottom", "start", "end")
_PLAIN: Final = (
    "align", "before", "after", "line", "line_is", "start", "end", "first", "right_to_left",
    "keep_next", "keep_lines", "breaks_page", "widow_control", "close_to_alike", "ground",
)  # fmt: skip
