"""Gives an office's own Word file what letters need and it lacks: list and footnote styles.

Nothing that the file has is changed; done once per template, before it is compiled.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Final

from lxml import etree

from app.drafting import styles
from app.drafting.engine import parts
from app.drafting.look_parts import FOOTNOTES_PART, abstract_numbers, numbering_part
from app.drafting.looks import styles_xml

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_NEW_PARTS: Final[dict[str, Callable[[], str]]] = {
    "numbering": numbering_part,
    "footnotes": lambda: FOOTNOTES_PART,
}


def prepare(data: bytes, *, name: str) -> bytes:
    """Give the template with everything that letters need.

    Raises ``TemplateProblem`` for what is no package. A file that lacks nothing
    comes back as it is.
    """
    members = parts(data, name=name)
    before = dict(members)
    if "word/document.xml" not in members or _LINKS not in members or _TYPES not in members:
        return data
    for kind, make in _NEW_PARTS.items():
        _add_part(members, kind, make)
    _add_numbers(members)
    _add_styles(members)
    return data if members == before else _packed(members)


def _add_part(members: dict[str, bytes], kind: str, make: Callable[[], str]) -> None:
    part = f"word/{kind}.xml"
    if part in members:
        return
    members[part] = make().encode("utf-8")
    link = f'<Relationship Id="rIdChancery{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>'
    override = f'<Override PartName="/{part}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
    members[_LINKS] = _before_end(members[_LINKS], "</Relationships>", link)
    members[_TYPES] = _before_end(members[_TYPES], "</Types>", override)


def _before_end(xml: bytes, end: str, addition: str) -> bytes:
    head, found, tail = xml.decode("utf-8").rpartition(end)
    return f"{head}{addition}{found}{tail}".encode()


def _add_numbers(members: dict[str, bytes]) -> None:
    root = etree.fromstring(members["word/numbering.xml"])
    known = {node.get(f"{{{_W}}}abstractNumId") for node in root.iter(f"{{{_W}}}abstractNum")}
    additions = [
        node for node in _nodes(abstract_numbers()) if node.get(f"{{{_W}}}abstractNumId") not in known
    ]
    if not additions:
        return
    last = len(root.findall(f"{{{_W}}}numPicBullet") + root.findall(f"{{{_W}}}abstractNum"))
    for offset, node in enumerate(additions):
        root.insert(last + offset, node)
    members["word/numbering.xml"] = _written(root)


def _add_styles(members: dict[str, bytes]) -> None:
    if "word/styles.xml" not in members:
        return
    root = etree.fromstring(members["word/styles.xml"])
    known = {node.get(f"{{{_W}}}styleId") for node in root.iter(f"{{{_W}}}style")}
    missing = [key for key in styles.STYLES if key not in known]
    if missing:
        root.extend(_nodes(styles_xml(missing)))
        members["word/styles.xml"] = _written(root)


def _nodes(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f'<root xmlns:w="{_W}">{xml}</root>'))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in members.items():
            package.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()
