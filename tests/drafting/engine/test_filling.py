"""Filling: what is kept, what is added, and that the same letter gives the same bytes."""

from __future__ import annotations

import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from docx import Document

from app.drafting.engine import (
    Picture,
    TemplateCache,
    caching,
    compile_template,
    errors,
    fill_with_docxtpl,
    parts,
)
from app.drafting.engine.tables import PROVED
from tests.drafting.engine.building import (
    MAIN,
    PNG,
    RELATIONS,
    WORD,
    body_of,
    changed,
    table,
    texts,
    with_footnote,
    word,
)
from tests.drafting.engine.constructs import CONSTRUCTS, LETTER

NUMBERING = "word/numbering.xml"
INSTANCE = '<w:num w:numId="77"><w:abstractNumId w:val="1"/></w:num>'


def test_places_are_dotted_and_know_their_lists() -> None:
    tags = (
        "{{ recipient.name }} {{ letter['date'].year }}",
        (
            "{% for q in case.questions|sort %}{{ q.text }}{{ loop.index }}"
            "{% for a in q.parts %}{{ a }}{{ b }}{% endfor %}{% endfor %}"
        ),
        (
            "{% set x = sender.office %}{{ x.town }}{{ lines[0].text }}"
            "{% for k, v in pairs.items() %}{{ k }}{% endfor %}"
        ),
        (
            "{% macro m(inner) %}{{ inner.not_asked }}{{ asked }}"
            "{% endmacro %}{{ m(given.here) }} {{ range(2)|length }}"
        ),
    )
    assert compile_template(word(*tags), name="t").places == {
        "recipient.name",
        "letter.date.year",
        "case.questions",
        "case.questions[].text",
        "case.questions[].parts",
        "b",
        "sender.office",
        "sender.office.town",
        "lines[].text",
        "pairs",
        "asked",
        "given.here",
    }


def test_the_same_letter_gives_the_same_bytes() -> None:
    for construct in CONSTRUCTS:
        first = compile_template(construct.template, name="a").fill(construct.context)
        assert compile_template(construct.template, name="a").fill(construct.context) == first


def test_pictures_and_the_reference_give_the_same_bytes_each_time() -> None:
    template = compile_template(word("{{ picture }}"), name="t")
    context = {"picture": Picture(PNG)}
    assert template.fill(context) == template.fill(context)


def test_the_archive_is_sound_and_tells_no_time() -> None:
    with zipfile.ZipFile(BytesIO(compile_template(word("{{ a }}"), name="t").fill({"a": "é"}))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_parts_that_no_letter_changes_are_kept_byte_for_byte() -> None:
    data = changed(word("{{ a }}"), {"word/media/ünïcode.bin": bytes(range(256))})
    filled = parts(compile_template(data, name="t").fill({"a": 1}))
    before = parts(data)
    assert [name for name in before if filled[name] != before[name]] == [MAIN]
    assert list(filled) == list(before)


def test_properties_stay_as_the_template_says_also_where_there_are_none() -> None:
    data = word("{{ a }}{{ picture }}")
    links = parts(data)["_rels/.rels"].decode()
    start = links.index("<Relationship ", links.index("core-properties") - 120)
    slim = links[:start] + links[links.index("/>", start) + 2 :]
    bare = changed(data, {"_rels/.rels": slim.encode(), "docProps/core.xml": None})
    for value in ("", Picture(PNG)):
        filled = parts(compile_template(bare, name="t").fill({"a": 1, "picture": value}))
        assert "docProps/core.xml" not in filled


def test_an_insertion_stands_before_the_end_of_its_part() -> None:
    data = word("{{ a }}")
    filled = compile_template(data, name="t").fill({"a": 1}, insertions={NUMBERING: INSTANCE})
    before = parts(data)[NUMBERING].decode()
    assert parts(filled)[NUMBERING].decode() == before.replace("</w:numbering>", f"{INSTANCE}</w:numbering>")
    assert Document(BytesIO(filled)).paragraphs[0].text == "1"


def test_insertions_reach_filled_parts_and_lists_of_links_and_equal_the_reference() -> None:
    note = f'<w:footnote w:id="3" xmlns:w="{WORD}"><w:p/></w:footnote>'
    link = '<Relationship Id="rNew" Type="t" Target="https://example.org" TargetMode="External"/>'
    data = with_footnote(word("x"), "{{ a }}")
    insertions = {"word/footnotes.xml": note, RELATIONS: link, NUMBERING: INSTANCE}
    ours = parts(compile_template(data, name="t").fill({"a": 1}, insertions=insertions))
    assert ours["word/footnotes.xml"].endswith(f"{note}</w:footnotes>".encode())
    assert ours[RELATIONS].endswith(f"{link}</Relationships>".encode())
    theirs = parts(fill_with_docxtpl(data, {"a": 1}, insertions=insertions))
    assert all(text.encode() in theirs[part] for part, text in insertions.items())


def test_an_insertion_opens_a_root_that_was_empty() -> None:
    data = changed(word("{{ a }}"), {NUMBERING: f'<w:numbering xmlns:w="{WORD}"/>'.encode()})
    filled = compile_template(data, name="t").fill({"a": 1}, insertions={NUMBERING: INSTANCE})
    assert parts(filled)[NUMBERING].decode() == f'<w:numbering xmlns:w="{WORD}">{INSTANCE}</w:numbering>'


def test_an_insertion_without_its_part_or_with_broken_xml_is_refused() -> None:
    template = compile_template(word("{{ a }}"), name="t.docx")
    with pytest.raises(errors.InsertionMisplaced, match=r"word/nowhere\.xml"):
        template.fill({"a": 1}, insertions={"word/nowhere.xml": "<a/>"})
    for broken in ("<w:num>", "</w:numbering><w:numbering>", "<q:unbound"):
        with pytest.raises(errors.BrokenInsertion, match=NUMBERING):
            template.fill({"a": 1}, insertions={NUMBERING: broken})


def test_a_table_that_fills_its_grid_costs_nothing_and_any_other_is_mended() -> None:
    even = compile_template(word("{{ a }}", then=table(["a", "{{ a }}"])), name="t")
    assert PROVED in body_of(even.fill({"a": 1}))
    uneven = compile_template(word("{{ a }}", then=table(["{%tc if a %}", "a", "{%tc endif %}"])), name="t")
    assert PROVED not in body_of(uneven.fill({"a": 1}))
    assert body_of(uneven.fill({"a": 1})).count("<w:gridCol") == 1


def test_many_threads_fill_one_template_without_mixing_letters() -> None:
    template = compile_template(word("{{ a }}{{ picture }}"), name="t")

    def fill(number: int) -> list[str]:
        picture = Picture(PNG) if number % 5 == 0 else ""
        insertions = {NUMBERING: INSTANCE * (number % 3)}
        return texts(template.fill({"a": f"letter {number}", "picture": picture}, insertions=insertions))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fill, range(80))) == [[f"letter {number}"] for number in range(80)]


def test_the_cache_keeps_what_was_used_last_and_compiles_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def counting(data: bytes, *, name: str) -> object:
        compiled.append(name)
        return compile_template(data, name=name)

    monkeypatch.setattr(caching, "compile_template", counting)
    cache, one, two, three = TemplateCache(kept=2), word("1"), word("2"), word("3")
    for data, name in ((one, "1"), (two, "2"), (one, "1"), (three, "3"), (one, "1"), (two, "2")):
        assert cache.get(data, name=name).name == name
    assert compiled == ["1", "2", "3", "2"]


def test_a_sound_letter_needs_no_docxtpl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.drafting.engine.filling.fill_with_docxtpl", None)
    for construct in CONSTRUCTS:
        assert compile_template(construct.template, name="t").fill(LETTER)
