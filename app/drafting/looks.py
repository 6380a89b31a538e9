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

from app.domain.prose import ListStyle
from app.drafting import styles
from app.drafting.styles import STYLES, StyleLook

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
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
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _ROOT_RELATIONS,
        "word/document.xml": _document(look),
        "word/_rels/document.xml.rels": _relations(),
        "word/styles.xml": _styles(look),
        "word/numbering.xml": numbering_part(),
        "word/footnotes.xml": FOOTNOTES_PART,
        "word/settings.xml": _SETTINGS.format(language=look.language),
        "word/fontTable.xml": _fonts(look),
        "word/header1.xml": _first_header(),
        "word/header2.xml": _part("hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
        "word/footer1.xml": _first_footer(),
        "word/footer2.xml": _next_footer(),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
    }


def _part(root: str, body: str) -> str:
    return f"{_HEAD}<w:{root} {_W} {_R}>{body}</w:{root}>"


def _paragraph(text: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _document(look: Look) -> str:
    top, right, bottom, left = (round(margin * _CM) for margin in look.margins)
    loop = ("{%p for block in letter.blocks %}", "{{p block.body }}", "{%p endfor %}")
    body = "".join(_paragraph(text, styles.BODY) for text in loop)
    return _part(
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
    lines = (
        "{%p if sender.organisation %}", "{{ sender.organisation }}", "{%p endif %}",
        "{%p for line in sender.letterhead %}", "{{ line }}", "{%p endfor %}",
    )  # fmt: skip
    named = ("LetterheadLine", "LetterheadName", "LetterheadLine")
    body = "".join(
        _paragraph(text, style) for text, style in zip(lines, (*named, *["LetterheadLine"] * 3), strict=True)
    )
    return _part("hdr", body + '<w:p><w:pPr><w:pStyle w:val="LetterheadRule"/></w:pPr></w:p>')


def _first_footer() -> str:
    lines = ("{%p for line in sender.footer %}", "{{ line }}", "{%p endfor %}")
    body = "".join(_paragraph(text, "Footer") for text in lines)
    return _part("ftr", body + '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>')


def _next_footer() -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _part("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p>')


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
    return _part("styles", defaults + _FIXED_STYLES + "".join(_furniture(look)) + styles_xml())


def styles_xml(missing: Iterable[str] | None = None) -> str:
    """Write the paragraph styles of letters, all or those that a template misses."""
    wanted = STYLES if missing is None else {key: STYLES[key] for key in missing}
    return "".join(_style(key, look) for key, look in wanted.items())


def _style(key: str, look: StyleLook) -> str:
    following = f'<w:next w:val="{styles.BODY}"/>' if look.keep_next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{look.name}"/>'
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
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def numbering_part() -> str:
    """Write a numbering part that holds the list styles of letters."""
    return _part("numbering", abstract_numbers())


def abstract_numbers() -> str:
    """Write the definition of each list style, two levels each."""
    first = {
        ListStyle.POINT: ("decimal", "%1.", "decimal", "%2."),
        ListStyle.BRACKET: ("decimal", "%1)", "decimal", "%2)"),
        ListStyle.BULLET: ("bullet", "•", "bullet", "•"),
        ListStyle.DASH: ("bullet", "–", "bullet", "–"),
        ListStyle.WORDS: ("ordinalText", "%1,", "ordinalText", "%2,"),
    }
    return "".join(
        f'<w:abstractNum w:abstractNumId="{styles.ABSTRACT_NUMBERS[style]}">'
        f'<w:multiLevelType w:val="multilevel"/>{_level(0, *look[:2])}{_level(1, *look[2:])}'
        "</w:abstractNum>"
        for style, look in first.items()
    )


def _level(level: int, form: str, text: str) -> str:
    left = 425 * (level + 1)
    hanging = 425
    if form == "ordinalText":
        left, hanging = left + 600, 1025
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


FOOTNOTES_PART: Final = _part(
    "footnotes",
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>",
)

_FIXED_STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    f'<w:style w:type="character" w:styleId="{styles.NOTE_MARK}">'
    '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
)

_SETTINGS: Final = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:removePersonalInformation/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:settings>'
)

_CORE: Final = (
    f"{_HEAD}<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{{ document.title }}</dc:title><dc:subject>{{ document.subject }}</dc:subject>"
    "<dc:creator>{{ document.author }}</dc:creator>"
    "<dc:identifier>{{ document.number }}</dc:identifier>"
    "<dc:language>{{ document.language }}</dc:language></cp:coreProperties>"
)

_APP: Final = (
    f"{_HEAD}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Chancery</Application></Properties>"
)

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_ROOT_RELATIONS: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_RELATED: Final = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("numbering", "numbering.xml"),
    "rId3": ("footnotes", "footnotes.xml"),
    "rId4": ("settings", "settings.xml"),
    "rId5": ("fontTable", "fontTable.xml"),
    "rId10": ("header", "header1.xml"),
    "rId11": ("header", "header2.xml"),
    "rId12": ("footer", "footer1.xml"),
    "rId13": ("footer", "footer2.xml"),
}
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _relations() -> str:
    related = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in _RELATED.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for kind, target in _RELATED.values()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _fonts(look: Look) -> str:
    fonts = {look.font: look.fallback, "SimSun": "Noto Serif CJK SC"}
    return _part(
        "fonts",
        "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in fonts.items()
        ),
    )
