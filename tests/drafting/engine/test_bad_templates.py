"""Each bad template is refused with a sentence that names it, the part and the fault."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx.document import Document as WordDocument

from app.drafting.engine import TemplateProblem, compile_template, errors, opening, parts
from tests.drafting.engine.building import (
    HYPERLINK,
    KINDS,
    MAIN,
    RELATIONS,
    changed,
    edited,
    table,
    with_footnote,
    with_relationship,
    word,
    xml,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>'
)
OUTSIDE_ENTITY = (
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:styles>'
)
MAIN_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_KIND = "application/vnd.ms-word.document.macroEnabled.main+xml"
RUNNING = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DDE</w:instrText></w:r>"
    "<w:r><w:instrText>AUTO cmd.exe </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
NAMELESS = "<w:p><w:fldSimple w:instr=' {{ name }}AUTO x'/></w:p>"
DEEP = "<w:p>" + "<w:smartTag>" * 300 + "</w:smartTag>" * 300 + "</w:p>"
FETCHING = "<w:p><w:fldSimple w:instr=' includepicture &quot;http://example.org/a.png&quot;'/></w:p>"


def zipped(*members: tuple[str, bytes]) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return output.getvalue()


def renamed(old: bytes, new: bytes) -> bytes:
    """Return a sound package one of whose member names was changed in the bytes themselves."""
    assert len(old) == len(new)
    return changed(word("x"), {old.decode(): b"<x/>"}).replace(old, new)


def encrypted() -> bytes:
    data = bytearray(word("x"))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def lying_about_its_size() -> bytes:
    data = bytearray(zipped(("big.xml", b" " * 9_000_000)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


REFUSED: list[tuple[str, bytes, type[TemplateProblem], str]] = [
    ("no ZIP", b"Dear Sir", errors.NotAPackage, ""),
    ("an empty file", b"", errors.NotAPackage, ""),
    ("cut short", word("x")[:3000], errors.DamagedPackage, ""),
    ("a size that lies", lying_about_its_size(), errors.DamagedPackage, ""),
    ("a ZIP bomb", zipped(("word/document.xml", b" " * 20_000_000)), errors.TooLarge, "word/document.xml"),
    ("very many parts", zipped(*((f"{n}.txt", b"") for n in range(2_001))), errors.TooLarge, "2001"),
    ("a password", encrypted(), errors.EncryptedMember, ""),
    ("a path upwards", renamed(b"../../x.xml", b"../../y.xml"), errors.UnsafeMemberName, "../../y.xml"),
    ("an absolute path", renamed(b"/etc/x.xml", b"/etc/y.xml"), errors.UnsafeMemberName, "/etc/y.xml"),
    ("a drive", renamed(b"C_/x.xml", b"C:/x.xml"), errors.UnsafeMemberName, "C:/x.xml"),
    ("a backslash", renamed(b"word/q.xml", b"word\\q.xml"), errors.UnsafeMemberName, ""),
    ("a part twice", renamed(b"word/documenT.xmk", b"word/DOCUMENT.xml"), errors.DuplicateMember, "word/"),
    ("no list of kinds", changed(word("x"), {KINDS: None}), errors.MissingPart, KINDS),
    ("no document", changed(word("x"), {MAIN: None}), errors.MissingPart, MAIN),
    ("only text files", zipped(("a.txt", b"a")), errors.MissingPart, KINDS),
    ("entities that grow", changed(word("x"), {MAIN: BOMB}), errors.DoctypeRefused, MAIN),
    (
        "an entity from outside",
        changed(word("x"), {"word/styles.xml": OUTSIDE_ENTITY}),
        errors.DoctypeRefused,
        "word/styles.xml",
    ),
    ("broken XML", edited(word("x"), MAIN, "</w:body>", "</w:bodi>"), errors.MalformedPart, MAIN),
    ("broken links", changed(word("x"), {RELATIONS: b"<a>"}), errors.MalformedPart, RELATIONS),
    (
        "no body",
        edited(edited(word("x"), MAIN, "<w:body>", "<w:b>"), MAIN, "</w:body>", "</w:b>"),
        errors.DamagedPackage,
        MAIN,
    ),
    ("a macro document", edited(word("x"), KINDS, MAIN_KIND, MACRO_KIND), errors.MacrosRefused, MAIN),
    (
        "a macro project",
        changed(word("x"), {"word/vbaProject.bin": b"x"}),
        errors.MacrosRefused,
        "vbaProject.bin",
    ),
    (
        "a Word template file",
        edited(word("x"), KINDS, "document.main+xml", "template.main+xml"),
        errors.WrongKind,
        "template.main",
    ),
    (
        "an attached template",
        with_relationship(word("x"), f"{_OFFICE}/attachedTemplate", "file:///C:/me/a.dotm"),
        errors.OutsideLink,
        "attachedTemplate",
    ),
    (
        "a picture from the net",
        with_relationship(word("x"), f"{_OFFICE}/image", "http://example.org/a.png"),
        errors.OutsideLink,
        "http://example.org/a.png",
    ),
    (
        "a linked object",
        with_relationship(word("x"), f"{_OFFICE}/oleObject", "file:///x.xls"),
        errors.OutsideLink,
        "oleObject",
    ),
    ("a field that runs a program", word(then=xml(RUNNING)), errors.OutsideField, "DDEAUTO"),
    ("a field that fetches", word(then=xml(FETCHING)), errors.OutsideField, "includepicture"),
    ("a field named by a tag", word(then=xml(NAMELESS)), errors.OutsideField, "{{ name }}"),
    ("too deep for lxml", edited(word("x"), MAIN, "<w:body>", f"<w:body>{DEEP}"), errors.MalformedPart, MAIN),
    ("a line separator", word("a\u2028b"), errors.IllegalCharacterInTemplate, "U+2028"),
]


@pytest.mark.parametrize(
    ("data", "problem", "fact"), [pytest.param(*rest, id=name) for name, *rest in REFUSED]
)
def test_a_bad_package_is_refused_with_a_clear_sentence(
    data: bytes, problem: type[TemplateProblem], fact: str
) -> None:
    with pytest.raises(TemplateProblem) as raised:
        compile_template(data, name="protest.docx")
    assert type(raised.value) is problem
    assert "protest.docx" in str(raised.value)
    assert fact in str(raised.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused() -> None:
    with pytest.raises(errors.DuplicateMember):
        parts(zipped(("a.xml", b"1"), ("a.xml", b"2")))


def test_a_total_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_UNPACKED", 1_000)
    with pytest.raises(errors.TooLarge):
        parts(zipped(("a.xml", b"1" * 600), ("b.xml", b"2" * 600)))


def test_a_hyperlink_is_no_danger() -> None:
    data = with_relationship(word("x"), HYPERLINK, "https://example.org")
    assert compile_template(data, name="t.docx").fill({})


def _in_header(text: str) -> bytes:
    def add(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return word("x", then=add)


def _in_footer(text: str) -> bytes:
    def add(document: WordDocument) -> None:
        document.sections[0].footer.paragraphs[0].text = text

    return word("x", then=add)


def _in_runs(text: str) -> bytes:
    def add(document: WordDocument) -> None:
        paragraph = document.add_paragraph()
        for start in range(0, len(text), 3):
            paragraph.add_run(text[start : start + 3])

    return word("before", "{{ sound }}", then=add)


def _in_title(text: str) -> bytes:
    def add(document: WordDocument) -> None:
        document.core_properties.title = text

    return word("x", then=add)


def _in_footnote(text: str) -> bytes:
    return with_footnote(word("x"), text)


PLACES: dict[str, Callable[[str], bytes]] = {
    MAIN: word,
    "word/header1.xml": _in_header,
    "word/footer1.xml": _in_footer,
    "word/footnotes.xml": _in_footnote,
    "docProps/core.xml": _in_title,
}
BROKEN = {
    "{% fro x in y %}": "{% fro x in y %}",
    "{{ name | }}": "{{ name | }}",
    "{{ name|attr('__class__') }}": "no filter named attr",
    "{{ name|safe }}": "no filter named safe",
    "{{ name is beautiful }}": "no test named beautiful",
    "{% include 'x' %}": "include",
    "{% autoescape false %}{{ x }}{% endautoescape %}": "not for letters",
    "{% if x %}": "endif",
    "{{ name": "{{ name",
    "name }}": "}}",
    "{{ name }": "{{ name }",
    "{{ + }}": "{{ + }}",
}


@pytest.mark.parametrize("part", PLACES)
@pytest.mark.parametrize("tag", BROKEN)
def test_a_broken_tag_is_shown_with_its_part(part: str, tag: str) -> None:
    with pytest.raises(errors.BrokenTag) as raised:
        compile_template(PLACES[part](tag), name="protest.docx")
    assert raised.value.facts["part"] == part
    assert BROKEN[tag] in str(raised.value)


@pytest.mark.parametrize("tag", BROKEN)
def test_a_broken_tag_split_over_runs_is_shown_whole(tag: str) -> None:
    with pytest.raises(errors.BrokenTag) as raised:
        compile_template(_in_runs(tag), name="protest.docx")
    assert BROKEN[tag] in str(raised.value)
    assert "{{ sound }}" not in str(raised.value)


def test_tags_nested_too_deeply_are_a_sentence_and_no_crash() -> None:
    with pytest.raises(errors.BrokenTag):
        compile_template(word("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"), name="t.docx")


def test_a_tag_where_nothing_is_filled_is_told() -> None:
    def keyword(document: WordDocument) -> None:
        document.core_properties.keywords = "{{ case }}"

    with pytest.raises(errors.UnfilledPlace, match=r"core\.xml"):
        compile_template(word("x", then=keyword), name="t.docx")


def test_a_tag_in_an_endnote_is_told() -> None:
    data = edited(
        with_footnote(word("x"), "{{ case }}"),
        KINDS,
        "wordprocessingml.footnotes+",
        "wordprocessingml.endnotes+",
    )
    with pytest.raises(errors.UnfilledPlace, match="case"):
        compile_template(data, name="t.docx")


def test_a_tag_that_begins_in_a_paragraph_and_ends_in_a_cell_is_told_when_filling() -> None:
    data = word("a {% if yes %} b", then=table(["c {% endif %} d"]))
    template = compile_template(data, name="t.docx")
    with pytest.raises(errors.BrokenResult, match=MAIN):
        template.fill({"yes": False})
