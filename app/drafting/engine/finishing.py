"""What docxtpl does to a rendered part, done only where there is something to do."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from app.drafting.engine.patching import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_PICTURE: Final = 1_001
_BROKEN_PARAGRAPH = re.compile(r"\n<w:p([ >])")
_SPECIAL = re.compile(r"[\n\t\a\f]")
_OPEN_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>")
_END_PARAGRAPH: Final = "</w:p>"
_PICTURE = re.compile(r"<wp:docPr\b[^>]*>")
_PICTURE_ID = re.compile(r"""(?<=\sid=)(?:"[^"]*"|'[^']*')""")


def finish(text: str) -> str:
    """Return a rendered part after docxtpl's listings."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = _BROKEN_PARAGRAPH.sub(r"<w:p\1", text)
    if "\n" in text or "\t" in text or "\a" in text or "\f" in text:
        text = "".join(_with_listings(text))
    return text


def _with_listings(text: str) -> Iterator[str]:
    """Hand docxtpl each paragraph that holds a break or tab, and no other: the same result in less time.

    docxtpl's own expression matches from the first opening tag after the last match to the next closing
    tag, so these bounds are exactly those of its match, also where paragraphs are nested.
    """
    done = 0
    while special := _SPECIAL.search(text, done):
        end = text.find(_END_PARAGRAPH, special.start())
        before = text.rfind(_END_PARAGRAPH, done, special.start())
        opening = _OPEN_PARAGRAPH.search(text, done if before < 0 else before + len(_END_PARAGRAPH))
        if end < 0 or opening is None:
            break
        end += len(_END_PARAGRAPH)
        if opening.start() < special.start():
            yield text[done : opening.start()]
            yield LANGUAGE.resolve_listing(text[opening.start() : end])
        else:
            end = opening.start()
            yield text[done:end]
        done = end
    yield text[done:]


def renumber_pictures(text: str) -> str:
    """Give the pictures of the body the numbers docxtpl gives them."""
    if "<wp:docPr" not in text:
        return text
    numbers = count(FIRST_PICTURE)
    return _PICTURE.sub(lambda found: _numbered(found.group(), next(numbers)), text)


def _numbered(tag: str, number: int) -> str:
    changed, hits = _PICTURE_ID.subn(f'"{number}"', tag)
    return changed if hits else tag.replace("<wp:docPr", f'<wp:docPr id="{number}"', 1)
