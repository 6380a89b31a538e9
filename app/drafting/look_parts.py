"""The parts of a look that are the same in every look: lists, footnotes, settings, properties."""

from __future__ import annotations

from typing import Final

from app.domain.prose import ListStyle
from app.drafting import styles

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part_xml(root: str, body: str) -> str:
    """Write a part of WordprocessingML."""
    return f"{_HEAD}<w:{root} {_W} {_R}>{body}</w:{root}>"


def numbering_part() -> str:
    """Write a numbering part that holds the list styles of letters."""
    return part_xml("numbering", abstract_numbers())


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


FOOTNOTES_PART: Final = part_xml(
    "footnotes",
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>",
)

NOTE_MARK_STYLE: Final = (
    f'<w:style w:type="character" w:styleId="{styles.NOTE_MARK}">'
    '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
)

FIXED_STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    f"{NOTE_MARK_STYLE}"
)

SETTINGS: Final = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:removePersonalInformation/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:settings>'
)

CORE: Final = (
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

APP: Final = (
    f"{_HEAD}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Chancery</Application></Properties>"
)

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
ROOT_RELATIONS: Final = (
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


def relations() -> str:
    """Write which parts the document has."""
    related = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in _RELATED.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def content_types() -> str:
    """Write what kind each part is."""
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
