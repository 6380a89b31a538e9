"""Gives an office's own Word file what letters need and it lacks: list and footnote styles.

Nothing that the file has is changed; done once per template, before it is compiled.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from app.drafting import styles
from app.drafting.engine import parts
from app.drafting.look_parts import FOOTNOTES_PART, NOTE_MARK_STYLE, abstract_numbers, numbering_part
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
    return data if members == before else packed(members)


def _add_part(members: dict[str, bytes], kind: str, make: Callable[[], str]) -> None:
    part = f"word/{kind}.xml"
    if part in members:
        return
    members[part] = make().encode("utf-8")
    link = f'<Relationship Id="rIdChancery{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>'
    override = f'<Override PartName="/{part}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
    members[_LINKS] = before_end(members[_LINKS], "</Relationships>", link)
    members[_TYPES] = before_end(members[_TYPES], "</Types>", override)


def before_end(xml: bytes, end: str, addition: str) -> bytes:
    """Put something before the last end tag of a part."""
    head, found, tail = xml.decode("utf-8").rpartition(end)
    return f"{head}{addition}{found}{tail}".encode()


def _add_numbers(members: dict[str, bytes]) -> None:
    """Add our list styles after the file's own, and leave room at the end for the lists of a letter."""
    root = etree.fromstring(members["word/numbering.xml"])
    known = {_of(node, "abstractNumId") for node in root.iter(f"{{{_W}}}abstractNum")}
    additions = [node for node in _nodes(abstract_numbers()) if _of(node, "abstractNumId") not in known]
    in_the_way = root.findall(f"{{{_W}}}numIdMacAtCleanup")
    if not additions and not in_the_way:
        return
    last = len(root.findall(f"{{{_W}}}numPicBullet") + root.findall(f"{{{_W}}}abstractNum"))
    for offset, node in enumerate(additions):
        root.insert(last + offset, node)
    for node in in_the_way:
        root.remove(node)
    members["word/numbering.xml"] = _written(root)


def _add_styles(members: dict[str, bytes]) -> None:
    if "word/styles.xml" not in members:
        return
    root = etree.fromstring(members["word/styles.xml"])
    known = list(root.iter(f"{{{_W}}}style"))
    missing = {*styles.STYLES, styles.NOTE_MARK} - {_of(style, "styleId") for style in known}
    if missing:
        root.extend(_missing_styles(missing, known))
        members["word/styles.xml"] = _written(root)


def _missing_styles(missing: set[str], known: list[etree._Element]) -> Iterator[etree._Element]:
    """Give the styles that are missing, in the file's own look where it has one of that name.

    A Word in another language keeps the names of the built-in styles, but calls
    them by other ids.
    """
    by_name = {_named(style): _of(style, "styleId") for style in known}
    default = next(
        (_of(each, "styleId") for each in known if _of(each, "default") and _of(each, "type") == "paragraph"),
        "",
    )
    for node in _nodes(styles_xml(key for key in styles.STYLES if key in missing) + NOTE_MARK_STYLE):
        if _of(node, "styleId") not in missing:
            continue
        for base in node.iter(f"{{{_W}}}basedOn"):
            base.set(f"{{{_W}}}val", default or "Normal")
        yield _following(node, by_name[_named(node)]) if _named(node) in by_name else node


def _following(node: etree._Element, other: str) -> etree._Element:
    """Give a style under a name of its own that looks like another."""
    (same,) = _nodes(
        f'<w:style w:type="{_of(node, "type")}" w:customStyle="1" w:styleId="{_of(node, "styleId")}">'
        f'<w:name w:val="{_named(node)} (Chancery)"/><w:basedOn w:val="{other}"/></w:style>'
    )
    return same


def _named(style: etree._Element) -> str:
    name = style.find(f"{{{_W}}}name")
    return "" if name is None else _of(name, "val").lower()


def _of(element: etree._Element, attribute: str) -> str:
    return element.get(f"{{{_W}}}{attribute}") or ""


def _nodes(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f'<root xmlns:w="{_W}">{xml}</root>'))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(members: dict[str, bytes]) -> bytes:
    """Pack the parts of a document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in members.items():
            package.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()
