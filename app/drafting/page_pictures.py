"""Pictures among the words of a document, at the size they have on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from app.domain.pages import Picture
from app.drafting.page_package import R
from app.drafting.page_xml import Element, measure

_PLACED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_EMU: Final = 635
_SIZE: Final = re.compile(r"(?:^|;)\s*(width|height):\s*([\d.]+[a-z]*)")


def picture_in(node: Element, media: Callable[[str], bytes]) -> Picture | None:
    """Give the picture of a drawing; nothing for shapes without one."""
    if (extent := node.find(f".//{_PLACED}extent")) is not None:
        return _drawn(node, extent, media)
    image = node.find(f".//{_VML}imagedata")
    shape = None if image is None else image.getparent()
    if image is None or shape is None:
        return None
    sizes = {name: measure(size) for name, size in _SIZE.findall(shape.get("style", ""))}
    return _sized(media(image.get(f"{R}id", "")), sizes.get("width", 0), sizes.get("height", 0))


def _drawn(node: Element, extent: Element, media: Callable[[str], bytes]) -> Picture | None:
    blip = node.find(f".//{_ART}blip")
    if blip is None:
        return None
    wide, high = (measure(extent.get(side)) // _EMU for side in ("cx", "cy"))
    return _sized(media(blip.get(f"{R}embed", "")), wide, high)


def _sized(content: bytes, width: int, height: int) -> Picture | None:
    return Picture(content, width, height) if width > 0 and height > 0 else None
