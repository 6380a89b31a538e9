"""Our own way and docxtpl give the same parts."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText

from app.drafting.engine import Link, Picture, compile_template, fill_with_docxtpl, parts
from app.drafting.engine.sandbox import ESCAPING
from tests.drafting.engine.building import PNG, canonical, word
from tests.drafting.engine.constructs import CONSTRUCTS, LETTER, Construct

CORE = "docProps/core.xml"


def plain_docxtpl(template: DocxTemplate, context: dict[str, object]) -> bytes:
    """Fill as everybody does, but escaping and strict."""
    output = BytesIO()
    template.render(context, ESCAPING)
    template.save(output)
    return output.getvalue()


def without_properties(data: bytes) -> dict[str, bytes]:
    return {name: content for name, content in canonical(data).items() if name != CORE}


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda each: str(each.name))
def test_our_parts_are_those_of_plain_docxtpl(construct: Construct) -> None:
    ours = compile_template(construct.template, name="t.docx").fill(construct.context)
    theirs = plain_docxtpl(DocxTemplate(BytesIO(construct.template)), construct.context)
    assert without_properties(ours) == without_properties(theirs)


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda each: str(each.name))
def test_our_parts_are_those_of_the_reference(construct: Construct) -> None:
    ours = compile_template(construct.template, name="t.docx").fill(construct.context)
    assert canonical(ours) == canonical(
        fill_with_docxtpl(construct.template, construct.context, insertions={})
    )


def test_properties_are_filled_like_the_reference_and_without_escaping_twice() -> None:
    def name(document: WordDocument) -> None:
        document.core_properties.title = "About {{ recipient.name }}"
        document.core_properties.author = "{{ sender.name }}"

    template = word("x", then=name)
    ours = compile_template(template, name="t.docx").fill(LETTER)
    properties = Document(BytesIO(ours)).core_properties
    assert properties.title == "About K. <Tokayev> & 'Co' \"x\""
    assert properties.author == "ITUC"
    assert canonical(ours) == canonical(fill_with_docxtpl(template, LETTER, insertions={}))


@pytest.mark.parametrize("link", [None, "https://example.org/?a=1&b=2"])
def test_a_picture_gives_the_parts_docxtpl_gives(link: str | None) -> None:
    def letterhead(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ picture }}"

    data = word("{{ recipient.name }} {{ picture }}", then=letterhead)
    width = Mm(20)
    theirs = DocxTemplate(BytesIO(data))
    image = InlineImage(theirs, BytesIO(PNG), width=width, anchor=link)
    expected = plain_docxtpl(theirs, {**LETTER, "picture": image})
    picture = Picture(PNG, width=width, link=link)
    ours = compile_template(data, name="t.docx").fill({**LETTER, "picture": picture})
    assert "word/media/image1.png" in parts(ours)
    assert without_properties(ours) == without_properties(expected)


def test_a_link_gives_the_parts_docxtpl_gives() -> None:
    data = word("See {{r link }}")
    theirs = DocxTemplate(BytesIO(data))
    rich = RichText("our & page", url_id=theirs.build_url_id("https://example.org/a"))
    ours = compile_template(data, name="t.docx").fill({"link": Link("our & page", "https://example.org/a")})
    assert b"https://example.org/a" in parts(ours)["word/_rels/document.xml.rels"]
    assert without_properties(ours) == without_properties(plain_docxtpl(theirs, {"link": rich}))
