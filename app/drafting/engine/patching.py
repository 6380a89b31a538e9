"""From the parts of a template to Jinja source, with docxtpl's own patching, once per template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import parse_xml
from docxtpl import DocxTemplate

from app.drafting.engine.errors import DamagedPackage, MalformedPart, UnfilledPlace
from app.drafting.engine.packages import (
    CORE_LINK,
    ENDNOTES_KIND,
    FOOTER_LINK,
    FOOTNOTES_KIND,
    HEADER_LINK,
    Package,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# docxtpl keeps its language in methods that need no open document.
LANGUAGE: Final[Any] = DocxTemplate("")
DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
SIGN: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BODY = re.compile(r"<w:body(?: [^>]*)?>")
_NAMESPACE = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_MARKUP = re.compile(r"<[^>]*>")
# The properties that docxtpl fills; python-docx gives the others as dates, numbers or not at all.
_PROPERTIES: Final = ("creator", "description", "identifier", "language", "subject", "title")
_PRIVATE = "\ue000"


@dataclass(frozen=True)
class Source:
    """A part on its way to Jinja: text that stays, text that is compiled, text that stays, and so on."""

    part: str
    texts: tuple[str, ...]
    body: bool = False
    plain: bool = False
    root: str = ""


def sources(package: Package) -> list[Source]:
    """Return what docxtpl would render, patched by docxtpl; raises a ``TemplateProblem``."""
    _refuse_unfilled(package)
    found = [_document(package)]
    for kind in (HEADER_LINK, FOOTER_LINK):
        found += [_whole(package, part) for part in package.targets(package.main, kind)]
    found += [_footnotes(package, part) for part in package.of_kind(FOOTNOTES_KIND)]
    found += [_properties(package, part) for part in package.targets("", CORE_LINK)]
    return found


def _parsed(package: Package, part: str) -> Any:
    try:
        return parse_xml(package.members[part])
    except SyntaxError as error:
        # lxml refuses some depths and lengths that expat accepts.
        raise MalformedPart(template=package.name, part=part, reason=error.msg) from error


def _document(package: Package) -> Source:
    root = _parsed(package, package.main)
    if root.find(f"{{{root.nsmap.get('w', '')}}}body") is None:
        raise DamagedPackage(template=package.name, reason=f"{package.main} has no body")
    whole, body = LANGUAGE.xml_to_string(root), LANGUAGE.xml_to_string(root.body)
    opening = _BODY.search(whole)
    start = opening.start() if opening else 0
    end = whole.rindex("</w:body>") + len("</w:body>") if opening and "</w:body>" in whole else len(whole)
    patched = LANGUAGE.patch_xml(body)
    head = _BODY.match(patched)
    known = set(_NAMESPACE.findall(whole[:start]))
    slim = (
        _NAMESPACE.sub(lambda found: "" if found.group() in known else found.group(), head.group())
        if head
        else ""
    )
    inner = patched[head.end() :] if head else patched
    return Source(
        package.main,
        (DECLARATION + whole[:start], slim + inner, whole[end:]),
        body=True,
        root=head.group() if head else "",
    )


def _whole(package: Package, part: str) -> Source:
    xml = LANGUAGE.xml_to_string(_parsed(package, part))
    return Source(part, (DECLARATION, LANGUAGE.patch_xml(xml)))


def _footnotes(package: Package, part: str) -> Source:
    try:
        return Source(part, ("", LANGUAGE.patch_xml(package.members[part].decode("utf-8"))))
    except UnicodeDecodeError as error:
        raise MalformedPart(template=package.name, part=part, reason="it is not in UTF-8") from error


def _properties(package: Package, part: str) -> Source:
    root = _parsed(package, part)
    texts: list[str] = []
    for element in root.iter("*"):
        if SIGN.search(element.text or ""):
            if element.tag.rpartition("}")[2] not in _PROPERTIES:
                raise UnfilledPlace(template=package.name, part=part, tag=element.text)
            texts.append(element.text)
            element.text = _PRIVATE
    return Source(part, tuple(_alternating(DECLARATION + LANGUAGE.xml_to_string(root), texts)), plain=True)


def _alternating(xml: str, texts: list[str]) -> Iterator[str]:
    fixed = xml.split(_PRIVATE)
    yield fixed[0]
    for text, following in zip(texts, fixed[1:], strict=True):
        yield text
        yield following


def _refuse_unfilled(package: Package) -> None:
    for part in package.of_kind(ENDNOTES_KIND):
        text = words(package.members[part].decode("utf-8", "replace"))
        if found := TAG.search(text):
            raise UnfilledPlace(template=package.name, part=part, tag=found.group())


def words(xml: str) -> str:
    """Return XML without its markup, for a person to recognise the place."""
    return " ".join(_MARKUP.sub("", xml).split())
