"""Marks a finished document as a draft: a line at the head of each page and a watermark behind the text."""

from __future__ import annotations

from typing import Final

from lxml import etree

from app.drafting.engine import parts
from app.drafting.escaping import escape, quoteattr
from app.drafting.preparing import before_end, packed

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT: Final = "word/document.xml"
_LINKS: Final = "word/_rels/document.xml.rels"
_HEADER: Final = "word/header-draft.xml"
_LINK: Final = "rIdChanceryDraft"
_KINDS: Final = ("default", "first", "even")
_NAMES: Final = (
    f'xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
# The shape of WordArt's plain text; Word and LibreOffice know it by its number.
_SHAPE_TYPE: Final = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
    '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
    '</v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
    "</v:shapetype>"
)
_STYLE: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:133pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def marked_as_draft(content: bytes, mark: str) -> bytes:
    """Give a document that says on every page that it is a draft, in the words of ``mark``."""
    members = parts(content, name="draft.docx")
    document = etree.fromstring(members[_DOCUMENT])
    links = _header_links(members)
    first, *_ = document.iter(f"{{{_W}}}sectPr")
    for kind in _lacking(first):
        reference = etree.Element(f"{{{_W}}}headerReference")
        reference.set(f"{{{_W}}}type", kind)
        reference.set(f"{{{_R}}}id", _LINK)
        first.insert(0, reference)
    used = {node.get(f"{{{_R}}}id") or "" for node in document.iter(f"{{{_W}}}headerReference")}
    for number, link in enumerate(sorted(used - {_LINK}), start=1):
        members[links[link]] = before_end(members[links[link]], "</w:hdr>", _paragraph(mark, number))
    if _LINK in used:
        _add_header(members, mark)
        members[_DOCUMENT] = _written(document)
    return packed(members)


def _lacking(section: etree._Element) -> list[str]:
    """Give the kinds of pages for which the first section has no header; later sections follow it."""
    there = {node.get(f"{{{_W}}}type") for node in section.iter(f"{{{_W}}}headerReference")}
    return [kind for kind in _KINDS if kind not in there]


def _header_links(members: dict[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(members[_LINKS])
    return {node.get("Id") or "": _part(node.get("Target") or "") for node in root}


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"word/{target}"


def _add_header(members: dict[str, bytes], mark: str) -> None:
    body = _paragraph(mark, 0)
    members[_HEADER] = f'<?xml version="1.0" encoding="UTF-8"?><w:hdr {_NAMES}>{body}</w:hdr>'.encode()
    link = f'<Relationship Id="{_LINK}" Type="{_R}/header" Target="header-draft.xml"/>'
    override = f'<Override PartName="/{_HEADER}" ContentType="{_WORD_TYPE}.header+xml"/>'
    members[_LINKS] = before_end(members[_LINKS], "</Relationships>", link)
    members["[Content_Types].xml"] = before_end(members["[Content_Types].xml"], "</Types>", override)


def _paragraph(mark: str, number: int) -> str:
    text = escape(mark)
    return (
        f'<w:p {_NAMES}><w:pPr><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:b/><w:color w:val="B42318"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        f'<w:r><w:pict>{_SHAPE_TYPE}<v:shape id="ChanceryDraft{number}" o:spid="_x0000_s{2049 + number}" '
        f'type="#_x0000_t136" style="{_STYLE}" o:allowincell="f" fillcolor="#d0d0d0" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Liberation Sans&quot;;font-size:1pt" '
        f"string={quoteattr(mark)}/></v:shape></w:pict></w:r></w:p>"
    )


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
