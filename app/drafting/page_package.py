"""The parts of a document that its pages are made of, found by their relations."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from app.drafting.page_xml import parsed_once

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R: Final = f"{{{_OFFICE}}}"
MAIN: Final = "word/document.xml"


@dataclass(frozen=True)
class PackageParts:
    """The parts of one document by name."""

    members: Mapping[str, bytes]

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        return next(
            (target for kind, target in self._relations("").values() if kind == "officeDocument"), MAIN
        )

    def content(self, part: str) -> bytes:
        """Give a part, empty where it is missing."""
        return self.members.get(part, b"")

    def of_main(self, kind: str) -> bytes:
        """Give the part of a kind that belongs to the text: its styles, its lists."""
        targets = (target for each, target in self._relations(self.main).values() if each == kind)
        return self.content(next(targets, ""))

    def name_of(self, part: str, relation: str) -> str:
        """Give the part that another one calls by a relation."""
        return self._relations(part).get(relation, ("", ""))[1]

    def _relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        folder, leaf = posixpath.split(part)
        xml = self.content(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        return _read_relations(folder, xml) if xml else {}


@lru_cache(maxsize=64)  # a look's relations are the same at every key
def _read_relations(folder: str, xml: bytes) -> Mapping[str, tuple[str, str]]:
    return {
        each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _target(folder, each.get("Target", "")))
        for each in parsed_once(xml)
        if each.get("TargetMode", "") != "External"
    }


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
