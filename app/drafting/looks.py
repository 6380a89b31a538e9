"""Makes a clean look: a DOCX of styles, letterhead and places that Word can restyle.

The shipped looks were made here; ``chancery templates make-look`` makes a new
one for an office that wants its own. The wording is not in it: the body is one
loop over the letter's blocks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.drafting import styles
from app.drafting.look_parts import (
    APP,
    CORE,
    FIXED_STYLES,
    FOOTNOTES_PART,
    ROOT_RELATIONS,
    SETTINGS,
    content_types,
    numbering_part,
    part_xml,
    relations,
)
from app.drafting.styles import STYLES, StyleLook

_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_TWIPS: Final = 20
_CM: Final = 567


@dataclass(frozen=True, kw_only=True)
class Look:
    """What distinguishes one look from another; sizes in points, margins in centimetres."""

    font: str = "Times New Roman"
    fallback: str = "Liberation Serif"
    size: float = 12
    letterhead_align: str = "center"
    accent: str = "1F3A5F"
    margins: tuple[float, float, float, float] = (2.2, 2.4, 2.2, 2.6)
    language: str = "en-GB"


PROTEST_LOOK: Final = Look(letterhead_align="left", margins=(2.2, 2.4, 2.2, 2.6))
UN_LOOK: Final = Look(letterhead_align="center", accent="3A5F8A", margins=(2.0, 2.5, 2.0, 2.5))
LOOKS: Final = {"protest": PROTEST_LOOK, "un_allegation": UN_LOOK, "common": Look()}


def make_look(look: Look) -> bytes:
    """Make the DOCX of a look; the same look gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(look).items():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def _parts(look: Look) -> dict[str, str]:
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": ROOT_RELATIONS,
        "word/document.xml": _document(look),
        "word/_rels/document.xml.rels": relations(),
        "word/styles.xml": _styles(look),
        "word/numbering.xml": numbering_part(),
        "word/footnotes.xml": FOOTNOTES_PART,
        "word/settings.xml": SETTINGS.format(language=look.language),
        "word/fontTable.xml": _fonts(look),
        "word/header1.xml": _first_header(),
        "word/header2.xml": part_xml("hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
        "word/footer1.xml": _first_footer(),
        "word/footer2.xml": _next_footer(),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
    }


def _paragraph(text: str, style: str, more: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _document(look: Look) -> str:
    top, right, bottom, left = (round(margin * _CM) for margin in look.margins)
    loop = ("{%p for block in letter.blocks %}", "{{p block.body }}", "{%p endfor %}")
    body = "".join(_paragraph(text, styles.BODY) for text in loop)
    return part_xml(
        "document",
        f"<w:body>{body}<w:sectPr>"
        '<w:headerReference w:type="first" r:id="rId10"/>'
        '<w:headerReference w:type="default" r:id="rId11"/>'
        '<w:footerReference w:type="first" r:id="rId12"/>'
        '<w:footerReference w:type="default" r:id="rId13"/>'
        '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="680" w:footer="680" w:gutter="0"/><w:titlePg/></w:sectPr></w:body>',
    )


def _first_header() -> str:
    picture = (
        _paragraph("{%p if sender.picture %}", "LetterheadLine")
        + _paragraph("{{ sender.picture }}", "LetterheadLine", '<w:spacing w:after="100"/>')
        + _paragraph("{%p endif %}", "LetterheadLine")
    )
    lines = (
        "{%p if sender.organisation %}", "{{ sender.organisation }}", "{%p endif %}",
        "{%p for line in sender.letterhead %}", "{{ line }}", "{%p endfor %}",
    )  # fmt: skip
    named = ("LetterheadLine", "LetterheadName", "LetterheadLine")
    body = "".join(
        _paragraph(text, style) for text, style in zip(lines, (*named, *["LetterheadLine"] * 3), strict=True)
    )
    rule = '<w:p><w:pPr><w:pStyle w:val="LetterheadRule"/></w:pPr></w:p>'
    return part_xml("hdr", f"{picture}{body}{rule}")


def _first_footer() -> str:
    lines = ("{%p for line in sender.footer %}", "{{ line }}", "{%p else %}", "", "{%p endfor %}")
    return part_xml("ftr", "".join(_paragraph(text, "Footer") for text in lines))


def _next_footer() -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return part_xml("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p>')


def _styles(look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}" w:eastAsia="SimSun"/>'
    size = round(look.size * 2)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{look.language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    return part_xml("styles", defaults + FIXED_STYLES + "".join(_furniture(look)) + styles_xml())


def styles_xml(missing: Iterable[str] | None = None) -> str:
    """Write the paragraph styles of letters, all or those that a template misses."""
    wanted = STYLES if missing is None else {key: STYLES[key] for key in missing}
    return "".join(_style(key, look) for key, look in wanted.items())


def _style(key: str, look: StyleLook) -> str:
    following = f'<w:next w:val="{styles.BODY}"/>' if look.keep_next else ""
    ours = "" if look.built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{key}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph_look(look)}</w:pPr><w:rPr>{_run_look(look)}</w:rPr></w:style>"
    )


def _paragraph_look(look: StyleLook) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if look.keep_next else ""
    page = "<w:pageBreakBefore/>" if look.page_break else ""
    indent = f'<w:ind w:left="{round(look.indent * _TWIPS)}"/>' if look.indent else ""
    return (
        f'{keep}{page}<w:widowControl/><w:spacing w:before="{round(look.before * _TWIPS)}" '
        f'w:after="{round(look.after * _TWIPS)}"/>{indent}<w:jc w:val="{look.align}"/>'
    )


def _run_look(look: StyleLook) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    size = round(look.size * 2)
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return bold + italic + sizes


def _furniture(look: Look) -> Iterable[str]:
    """Write the styles of header and footer."""
    colour, align = look.accent, look.letterhead_align
    yield _furniture_style("Header", "header", "", "")
    yield _furniture_style(
        "Footer", "footer", '<w:jc w:val="center"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>'
    )
    yield _furniture_style(
        "LetterheadName",
        "Letterhead Name",
        f'<w:spacing w:after="40"/><w:jc w:val="{align}"/>',
        f'<w:b/><w:bCs/><w:color w:val="{colour}"/><w:spacing w:val="10"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/>',
    )
    yield _furniture_style(
        "LetterheadLine",
        "Letterhead Line",
        f'<w:jc w:val="{align}"/>',
        '<w:color w:val="505862"/><w:sz w:val="17"/><w:szCs w:val="17"/>',
    )
    yield _furniture_style(
        "LetterheadRule",
        "Letterhead Rule",
        f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="{colour}"/></w:pBdr>'
        '<w:spacing w:before="80" w:after="120"/>',
        '<w:sz w:val="8"/><w:szCs w:val="8"/>',
    )


def _furniture_style(key: str, name: str, paragraph: str, run: str) -> str:
    ours = "" if name in ("header", "footer") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _fonts(look: Look) -> str:
    fonts = {look.font: look.fallback, "SimSun": "Noto Serif CJK SC"}
    return part_xml(
        "fonts",
        "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in fonts.items()
        ),
    )
