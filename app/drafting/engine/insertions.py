"""XML added before the closing tag of a part, such as numbering instances and footnotes."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from app.drafting.engine.errors import BrokenInsertion, BrokenResult
from app.drafting.engine.packing import LEVEL, Member, packed_member
from app.drafting.engine.xmlcheck import check_well_formed, near, reason

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_ROOT = re.compile(rb"<(?![?!])([^\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_END_OF_ROOT = re.compile(rb"</[^>]*>\s*(?:<!--(?:(?!-->).)*-->\s*)*\Z", re.DOTALL)


@dataclass(frozen=True)
class Socket:
    """An unchanging part, packed up to the place where something may be inserted."""

    template: str
    part: str
    head: bytes
    tail: bytes
    root: bytes

    @property
    def content(self) -> bytes:
        """The part as it is without an insertion."""
        return self.head + self.tail

    @cached_property
    def _packed_head(self) -> tuple[zlib._Compress, bytes, int]:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer, packer.compress(self.head), zlib.crc32(self.head)

    def member(self, insertion: bytes) -> Member:
        """Pack the part with the insertion; only the insertion is read and packed anew."""
        self.check(insertion)
        packer, head, crc = self._packed_head
        packer, rest = packer.copy(), insertion + self.tail
        packed = b"".join((head, packer.compress(rest), packer.flush()))
        return packed_member(self.part, packed, zlib.crc32(rest, crc), len(self.head) + len(rest))

    def check(self, insertion: bytes) -> None:
        """Read the insertion inside its root; raises ``BrokenInsertion``."""
        try:
            check_well_formed(b"".join((self.root, insertion, self.tail)))
        except expat.ExpatError as error:
            raise BrokenInsertion(template=self.template, part=self.part, reason=reason(error)) from error


def socket(template: str, part: str, content: bytes) -> Socket:
    """Find the place before the closing tag of the root of a well-formed part in UTF-8."""
    root, end = _ROOT.search(content), _END_OF_ROOT.search(content)
    opening, name = (root.group(), root[1]) if root else (b"", b"")
    if end is not None and not opening.endswith(b"/>"):
        return Socket(template, part, content[: end.start()], content[end.start() :], opening)
    opened = opening[:-2] + b">"
    head = content.replace(opening, opened, 1)
    return Socket(template, part, head, b"</" + name + b">", opened)


def with_insertion(template: str, part: str, content: bytes, insertion: str) -> bytes:
    """Return a part with text before its closing tag; raises ``BrokenInsertion``."""
    found = socket(template, part, content)
    data = insertion.encode()
    found.check(data)
    return b"".join((found.head, data, found.tail))


def check_result(template: str, part: str, data: bytes) -> None:
    """Read a finished part; raises ``BrokenResult``."""
    try:
        check_well_formed(data)
    except expat.ExpatError as error:
        raise BrokenResult(
            template=template, part=part, reason=reason(error), near=near(data, error)
        ) from error
