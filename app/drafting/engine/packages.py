"""A template's package: its parts, their kinds and how they point at each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote
from xml.parsers import expat

from app.drafting.engine.errors import (
    DoctypeRefused,
    MacrosRefused,
    MalformedPart,
    MissingPart,
    OutsideField,
    OutsideLink,
    WrongKind,
)
from app.drafting.engine.opening import parts
from app.drafting.engine.xmlcheck import DoctypeFound, Reading, read_strictly, reason

TYPES: Final = "[Content_Types].xml"
MAIN_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
FOOTNOTES_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
ENDNOTES_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT_LINK: Final = f"{_OFFICE}/officeDocument"
HEADER_LINK: Final = f"{_OFFICE}/header"
FOOTER_LINK: Final = f"{_OFFICE}/footer"
CORE_LINK: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_HYPERLINK = f"{_OFFICE}/hyperlink"


@dataclass(frozen=True)
class Relationship:
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Package:
    """The parts of a template after every check that needs no Jinja."""

    name: str
    members: dict[str, bytes]
    kinds: dict[str, str]
    links: dict[str, tuple[Relationship, ...]]

    def targets(self, source: str, kind: str) -> list[str]:
        """Return the parts that ``source`` points at with this kind of relationship, each once."""
        folder = posixpath.dirname(source)
        found = [
            posixpath.normpath(posixpath.join("/", folder, unquote(link.target))).lstrip("/")
            for link in self.links.get(source, ())
            if link.kind == kind and not link.outside
        ]
        return [part for part in dict.fromkeys(found) if part in self.members]

    @property
    def main(self) -> str:
        found = self.targets("", DOCUMENT_LINK)
        if not found:
            raise MissingPart(template=self.name, part="word/document.xml")
        return found[0]

    def of_kind(self, kind: str) -> list[str]:
        return [part for part in self.members if self.kinds.get(part) == kind]


def open_package(data: bytes, *, name: str) -> Package:
    """Open a template and refuse whatever is unsafe in it; raises a ``TemplateProblem``."""
    members = parts(data, name=name)
    if TYPES not in members:
        raise MissingPart(template=name, part=TYPES)
    kinds = _kinds(members, _read(name, TYPES, members[TYPES]))
    readings = {
        part: _read(name, part, content)
        for part, content in members.items()
        if _is_xml(part, kinds.get(part, ""))
    }
    package = Package(name, members, kinds, _links(readings))
    _refuse_macros(package)
    _refuse_outside(package, readings)
    _check_main(package)
    return package


def _is_xml(part: str, kind: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml")) or kind.endswith(("+xml", "/xml"))


def _read(name: str, part: str, content: bytes) -> Reading:
    try:
        return read_strictly(content)
    except DoctypeFound as error:
        raise DoctypeRefused(template=name, part=part) from error
    except expat.ExpatError as error:
        raise MalformedPart(template=name, part=part, reason=reason(error)) from error
    except (ValueError, LookupError) as error:
        raise MalformedPart(template=name, part=part, reason=str(error)) from error


def _kinds(members: dict[str, bytes], types: Reading) -> dict[str, str]:
    by_ending = {
        entry.get("Extension", "").lower(): entry.get("ContentType", "")
        for tag, entry in types.entries
        if tag == "Default"
    }
    by_name = {
        entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "")
        for tag, entry in types.entries
        if tag == "Override"
    }
    return {part: by_name.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "") for part in members}


def _links(readings: dict[str, Reading]) -> dict[str, tuple[Relationship, ...]]:
    return {
        _source(part): _relationships(reading) for part, reading in readings.items() if part.endswith(".rels")
    }


def _source(part: str) -> str:
    folder, _, leaf = part.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))


def _relationships(reading: Reading) -> tuple[Relationship, ...]:
    return tuple(
        Relationship(
            entry.get("Type", ""), entry.get("Target", ""), entry.get("TargetMode", "").lower() == "external"
        )
        for tag, entry in reading.entries
        if tag == "Relationship"
    )


def _refuse_macros(package: Package) -> None:
    for part in package.members:
        kind = package.kinds[part]
        if "macroEnabled" in kind or "vbaProject" in kind or part.lower().endswith("vbaproject.bin"):
            raise MacrosRefused(template=package.name, part=part)


def _refuse_outside(package: Package, readings: dict[str, Reading]) -> None:
    for source, links in package.links.items():
        for link in links:
            if link.outside and link.kind != _HYPERLINK:
                kind = link.kind.rpartition("/")[2]
                raise OutsideLink(template=package.name, part=source, kind=kind, target=link.target)
    for part, reading in readings.items():
        if field := reading.fetching_field():
            raise OutsideField(template=package.name, part=part, field=field)


def _check_main(package: Package) -> None:
    if any(link.kind.startswith("http://purl.oclc.org/ooxml/") for link in package.links.get("", ())):
        raise WrongKind(template=package.name, kind="Strict Open XML Document")
    kind = package.kinds[package.main]
    if kind != MAIN_KIND:
        raise WrongKind(template=package.name, kind=kind)
