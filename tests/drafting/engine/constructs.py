"""Templates that together use every construct docxtpl offers, each with a letter to fill it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Pt
from docxtpl import Listing, RichText, RichTextParagraph
from markupsafe import Markup

from tests.drafting.engine.building import PNG, table, with_footnote, word, xml


@dataclass(frozen=True)
class Construct:
    name: str
    template: bytes
    context: dict[str, object]


def _letterhead(document: WordDocument) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ sender.name }}, page"
    section.first_page_header.paragraphs[0].text = "{% for line in lines %}{{ line }} {% endfor %}"
    section.footer.paragraphs[0].text = "{{ sender.address }}"
    second = document.add_section()
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "No tags, but an escape {_{ here }_}"


def _split_over_runs(document: WordDocument) -> None:
    paragraph = document.add_paragraph()
    for text in ("Dear {", "{ reci", "pient.na", "me }", "}, {", "% if true %", "}yes{% en", "dif %}"):
        run = paragraph.add_run(text)
        run.font.size = Pt(12)
        run.font.bold = len(text) % 2 == 0


def _picture_twice(document: WordDocument) -> None:
    document.add_paragraph("{%p for each in lines %}")
    document.add_picture(BytesIO(PNG), width=Pt(20))
    document.add_paragraph("{%p endfor %}")
    document.add_picture(BytesIO(PNG))


def _formatted(document: WordDocument) -> None:
    paragraph = document.add_paragraph(style="Quote")
    paragraph.add_run("static\ttab and\nbreak, ").italic = True
    paragraph.add_run("{{ address }}").bold = True
    paragraph.add_run(" after")
    document.add_paragraph("nothing special")
    document.add_paragraph("{{ listing }} and {{ address }}")


TEXT_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{{ address }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    "<w:r><w:t>{{ address }}</w:t></w:r></w:p><w:p><w:r><w:t>{{ address }}</w:t></w:r></w:p>"
)
NESTED = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4000'/></w:tblGrid><w:tr><w:tc><w:tcPr/>"
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid><w:tr>"
    "<w:tc><w:tcPr/><w:p><w:r><w:t>{%tc for c in lines %}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tcPr/><w:p><w:r><w:t>{{ c }}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tcPr/><w:p><w:r><w:t>{%tc endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p/></w:tc></w:tr></w:tbl>"
)
UNEVEN = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='1500'/><w:gridCol w:w='700'/>"
    "</w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
)
SOMETIMES_SHORT = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid><w:tr>"
    "<w:tc><w:tcPr/><w:p><w:r><w:t>{%tc if nothing %}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
    "<w:tc><w:tcPr/><w:p><w:r><w:t>{%tc endif %}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)
INSERTED_TABLE = Markup(
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:tc><w:p/></w:tc>"
    "<w:tc><w:p/></w:tc></w:tr></w:tbl>"
)


def _rich() -> RichText:
    rich = RichText("bold & <b>", bold=True, color="#FF0000", size=24, lang="kk-KZ")
    rich.add(" italic", italic=True, style="Emphasis", underline="wave", font="eastAsia:Arial")
    rich.add("\nnew line\tand tab", superscript=True, strike=True, highlight="#00FF00", rtl=True)
    return rich


LINES = ["Almaty", "Astana & Oral", "Aktau"]
LETTER: dict[str, object] = {
    "recipient": {"name": "K. <Tokayev> & 'Co' \"x\"", "female": False, "items": "own"},
    "sender": {"name": "ITUC", "address": "Boulevard\nBrussels\t1210"},
    "lines": LINES,
    "nothing": [],
    "rows": [{"a": f"{n} & {n}", "b": n * 1.5} for n in range(4)],
    "day": date(2017, 8, 16),
    "address": "First line\nsecond\tthird & <last>\n",
    "listing": Listing("a\nb\tc\ad & e\ff"),
    "rich": _rich(),
    "paragraphs": RichTextParagraph(_rich(), parastyle="Quote"),
    "inserted_table": INSERTED_TABLE,
    "colour": "D9D9D9",
    "span": 2,
}

_PARAGRAPHS = (
    "Dear {{ recipient.name }}, {{ recipient['items'] }}",
    "{% if recipient.female %}Madam{% else %}Sir{% endif %} {{ day.strftime('%d.%m.%Y') }} {{ day.year }}",
    (
        "{% for line in lines %}{{ loop.index }}/{{ loop.length }} {{ line|upper }}"
        "{{ ', ' if not loop.last }}{% endfor %}"
    ),
    "{%p for line in lines %}",
    "{% if loop.first %}First {% endif %}{{ line }} {{ loop.cycle('odd', 'even') }}",
    "{%p endfor %}",
    "{%p if not nothing %}",
    "Shown {# a remark #}",
    "{%p endif %}",
    "{#p a whole paragraph #}",
    "One",
    "{%- if true -%}",
    "two",
    "{%- endif -%}",
    "three",
    "Braces: {_{ kept }_} and {_% kept %_}",
    "{{ 'a' ~ recipient.name ~ 1 }} {{ lines|join('; ') }} {{ '%.2f'|format(2.345) }} {{ 'R&D' }}",
    (
        "{% set ns = namespace(total=0) %}{% for row in rows %}"
        "{% set ns.total = ns.total + row.b %}{% endfor %}{{ ns.total }}"
    ),
    "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(recipient.name) }}",
    "{% set block %}{{ address }}{% endset %}{{ block }}",
    "{{ absent|default('none') }} {{ rows|map(attribute='b')|sum }} {{ rows|batch(3)|list|length }}",
    "“Quoted” {{ recipient[‘name’] }} {{ “curly” }} {{ 1 > 0 }}",
)

CONSTRUCTS = [
    Construct("paragraphs and expressions", word(*_PARAGRAPHS), LETTER),
    Construct("tags split over runs", word(then=_split_over_runs), LETTER),
    Construct(
        "rich text",
        word("{{r rich }}", "x {{r rich }} y", "{{p paragraphs }}", "{%r if true %}z{%r endif %}"),
        LETTER,
    ),
    Construct("breaks, tabs, new paragraphs and pages", word(then=_formatted), LETTER),
    Construct("breaks in a text box", word(then=xml(TEXT_BOX)), LETTER),
    Construct("headers and footers", word("{{ recipient.name }}", then=_letterhead), LETTER),
    Construct("footnotes", with_footnote(word("x"), "See {{ recipient.name }}{{ address }}"), LETTER),
    Construct("pictures of the template", word(then=_picture_twice), LETTER),
    Construct("no tags at all", word("Only words", then=table(["a", "b"])), LETTER),
    Construct(
        "rows of a table",
        word(
            then=table(
                ["Name", "Sum"],
                ["{%tr for row in rows %}", ""],
                ["{{ row.a }}", "{{ row.b }}"],
                ["{%tr endfor %}", ""],
            )
        ),
        LETTER,
    ),
    Construct(
        "a table that stays empty",
        word(then=table(["{%tr for row in nothing %}", ""], ["{{ row }}", "x"], ["{%tr endfor %}", ""])),
        LETTER,
    ),
    Construct(
        "columns of a table",
        word(
            then=table(
                ["Name", "{%tc for line in lines %}", "{{ line }}", "{%tc endfor %}"],
                ["x", "{%tc for line in lines %}", "{{ loop.index }}", "{%tc endfor %}"],
            )
        ),
        LETTER,
    ),
    Construct(
        "fewer columns than the grid",
        word(then=table(["{%tc if nothing %}", "a", "{%tc endif %}", "b"])),
        LETTER,
    ),
    Construct(
        "colspan and cellbg",
        word(
            then=table(
                ["{% colspan span %}wide {{ address }}", "{% cellbg colour %}{{ colour }}"], ["a", "b"]
            )
        ),
        LETTER,
    ),
    Construct(
        "horizontally merged",
        word(
            then=table(
                ["{%tc for line in lines %}", "{% hm %}{{ line }}", "{%tc endfor %}"],
                ["{%tc for line in lines %}", "{{ line }}", "{%tc endfor %}"],
            )
        ),
        LETTER,
    ),
    Construct(
        "vertically merged",
        word(
            then=table(
                ["a", "b"],
                ["{%tr for row in rows %}", ""],
                ["{% vm %}once", "{{ row.a }}"],
                ["{%tr endfor %}", ""],
            )
        ),
        LETTER,
    ),
    Construct("a table in a table", word(then=xml(NESTED)), LETTER),
    Construct("a cell that may be missing", word(then=xml(SOMETIMES_SHORT)), LETTER),
    Construct("a grid wider than its rows", word(then=xml(UNEVEN)), LETTER),
    Construct("a table given as markup", word("{{p inserted_table }}", then=table(["a", "b"])), LETTER),
]
