"""A picture of the letter's own, put into the package without docxtpl: part, relation, kind, drawing."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.drafting.engine.values import Picture, live_template
from app.drafting.escaping import quoteattr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

TYPES_PART: Final = "[Content_Types].xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_PLACED: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_ART: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NUMBER: Final = 9001  # no drawing of an office's own file comes so far
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Embedded:
    """A picture that templates print by ``place``; sizes in EMU, ``words`` for who cannot see it."""

    place: str
    content: bytes
    kind: str
    width: int
    height: int
    words: str

    @cached_property
    def name(self) -> str:
        """The name of its part: the same picture always has the same."""
        seal = hashlib.sha256(self.content).hexdigest()[:16]
        return f"word/media/chancery-{seal}.{self.kind}"

    @property
    def relation(self) -> str:
        """The name by which a part calls it."""
        return f"rId{posixpath.basename(self.name).partition('.')[0]}"

    def __html__(self) -> str:
        if live_template.get() is not None:
            return str(Picture(self.content, self.width, self.height))
        return f'</w:t></w:r><w:r>{self._drawing}</w:r><w:r><w:t xml:space="preserve">'

    def __str__(self) -> str:
        return self.words

    @cached_property
    def _drawing(self) -> str:
        size, said = f'cx="{self.width}" cy="{self.height}"', quoteattr(self.words)
        return (
            f'<w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{_NUMBER}" name="Letterhead" descr={said}/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_ART}" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_ART}"><a:graphicData uri="{_PICTURE}">'
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
            f'<pic:cNvPr id="{_NUMBER}" name="Letterhead" descr={said}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="{self.relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )


@dataclass(frozen=True)
class Embedding:
    """What one picture adds to a package: XML before the end of parts there are, and new parts."""

    insertions: dict[str, str]
    additions: dict[str, bytes]


def embedding(one: Embedded, owners: Iterable[str], known: Collection[str]) -> Embedding:
    """Say what a picture adds to a package in which some parts print it."""
    target = posixpath.relpath(one.name, "word")
    link = f'<Relationship Id="{one.relation}" Type="{_OFFICE}/image" Target="{target}"/>'
    kind = f'<Override PartName="/{one.name}" ContentType="image/{one.kind}"/>'
    found = Embedding({TYPES_PART: kind}, {one.name: one.content})
    for owner in owners:
        relations = _relations_of(owner)
        if relations in known:
            found.insertions[relations] = link
        else:
            whole = f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{link}</Relationships>'
            found.additions[relations] = whole.encode()
    return found


def _relations_of(part: str) -> str:
    folder, leaf = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")
