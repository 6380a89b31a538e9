"""Small words for reading WordprocessingML: names, switches, measures."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lxml import etree

from app.drafting.engine.xmlcheck import WORD

W: Final = f"{{{WORD}}}"
VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off"})
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)

Element = etree._Element  # noqa: SLF001  # lxml has no other name for what it gives
Signature = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def parsed(xml: bytes) -> Element:
    """Read a part; nothing outside it is fetched."""
    return etree.fromstring(xml, _PARSER)


@lru_cache(maxsize=64)
def parsed_once(xml: bytes) -> Element:
    """Read a part that stays the same for many letters."""
    return parsed(xml)


def child(node: Element | None, *path: str) -> Element | None:
    """Give a descendant by the names on the way to it."""
    for name in path:
        node = None if node is None else node.find(W + name)
    return node


def said(node: Element | None, attribute: str = "val") -> str:
    """Give an attribute; nothing where the element or the attribute is missing."""
    return "" if node is None else node.get(W + attribute, "")


def switched(node: Element) -> bool:
    """Say whether a switch is on."""
    return node.get(VAL, "1") not in _OFF


def measure(text: str | None, default: int = 0) -> int:
    """Read a length in twentieths of a point; other units are turned into these."""
    if not text:
        return default
    try:
        for unit, factor in _UNITS.items():
            if text.endswith(unit):
                return round(float(text.removesuffix(unit)) * factor)
        return round(float(text))
    except ValueError:
        return default


_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "px": 15.0}


def signature(node: Element | None) -> Signature:
    """Give what an element of properties says, as a key."""
    if node is None:
        return ()
    return tuple((each.tag, _attributes(each)) for each in node if isinstance(each.tag, str))


def _attributes(node: Element) -> tuple[tuple[str, str], ...]:
    own = tuple((str(name), str(value)) for name, value in node.attrib.items())
    inner = tuple((str(each.tag), repr(_attributes(each))) for each in node)
    return own + inner
