"""Values that need a live package, and the search for the value that spoils a letter."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docxtpl import InlineImage, RichText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
MAX_DEPTH: Final = 12

# docxtpl's template object while docxtpl itself is filling, else nothing.
live_template: ContextVar[Any] = ContextVar("live_template", default=None)


class NeedsLivePackage(Exception):
    """A value adds parts to the package, which only docxtpl does."""


def _live() -> Any:
    template = live_template.get()
    if template is None:
        raise NeedsLivePackage
    return template


@dataclass(frozen=True)
class Picture:
    """A picture in running text; sizes in EMU, the missing one follows from the other."""

    content: bytes
    width: int | None = None
    height: int | None = None
    link: str | None = None

    def __html__(self) -> str:
        image = InlineImage(_live(), BytesIO(self.content), self.width, self.height, self.link)
        return str(image)

    __str__ = __html__


@dataclass(frozen=True)
class Link:
    """A hyperlink as a run of its own, for ``{{r link}}``."""

    text: str
    url: str
    style: str | None = None

    def __html__(self) -> str:
        number = _live().current_rendering_part.relate_to(self.url, HYPERLINK, is_external=True)
        return str(RichText(self.text, url_id=number, style=self.style))

    __str__ = __html__


def find_text(value: object, wanted: Callable[[str], bool], place: str = "", depth: int = 0) -> str | None:
    """Return the dotted place of the first plain text that is wanted, outside marked-up values."""
    if isinstance(value, str):
        return place if not hasattr(value, "__html__") and wanted(value) else None
    if depth > MAX_DEPTH or hasattr(value, "__html__"):
        return None
    for name, inner in _inner(value):
        if (found := find_text(inner, wanted, f"{place}.{name}".lstrip("."), depth + 1)) is not None:
            return found
    return None


def _inner(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((str(key), inner) for key, inner in value.items())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((str(index), inner) for index, inner in enumerate(value, 1))
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    else:
        yield from ((name, inner) for name, inner in getattr(value, "__dict__", {}).items() if name[0] != "_")
