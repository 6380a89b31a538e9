"""Wording files: an office changes them, and every mistake is told with file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.letters import BlockKind, LetterType
from app.drafting.composing import compose
from app.drafting.context import Printing
from app.drafting.library import NoTemplate, TemplateLibrary
from app.drafting.wording import read_wording
from app.drafting.wording_files import WordingProblem
from tests.builders import a_block, a_case, a_letter, a_recipient, a_treaty_article, an_allegation
from tests.drafting.making import NOWHERE, SHIPPED, composed, made, read
from tests.drafting.writing import own_library, own_wording

VALEDICTION = "[blocks]\nvalediction = 'With *solidarity*,'\n"


def opening(text: str) -> str:
    return f"[blocks]\nopening = '''\n{text}\n'''\n"


def test_the_offices_own_wording_goes_before_the_shipped(tmp_path: Path) -> None:
    document = read(a_letter(), library=own_library(tmp_path, protest=VALEDICTION))
    assert document.styled("Closing") == ("With solidarity,",)
    assert "Policy of suppressing" in document.whole


def test_the_offices_own_common_wording_reaches_every_type(tmp_path: Path) -> None:
    library = own_library(tmp_path, common=VALEDICTION)
    letter = a_letter(blocks=(a_block(BlockKind.VALEDICTION),))
    assert read(letter, library=library).texts == ("With solidarity,",)


def test_the_wording_of_a_type_goes_before_the_common_one(tmp_path: Path) -> None:
    library = own_library(tmp_path, common=VALEDICTION, protest="[blocks]\nvalediction = 'Yours,'\n")
    assert read(a_letter(), library=library).styled("Closing") == ("Yours,",)


def test_an_own_single_form_replaces_both_shipped_forms(tmp_path: Path) -> None:
    library = own_library(tmp_path, un_allegation="[blocks]\ncourtesy = 'Yours'\n")
    assert "Yours" in read(an_allegation(), library=library).texts


def test_a_changed_wording_file_is_read_again(tmp_path: Path) -> None:
    library = own_library(tmp_path, protest=VALEDICTION)
    before = library.template_for(a_letter()).version
    assert read(a_letter(), library=library).styled("Closing") == ("With solidarity,",)
    own_wording(tmp_path, "protest", "[blocks]\nvalediction = 'Changed,'\n")
    assert read(a_letter(), library=library).styled("Closing") == ("Changed,",)
    assert library.template_for(a_letter()).version != before


def test_a_new_language_is_a_new_file(tmp_path: Path) -> None:
    own_wording(tmp_path, "common", "language = 'ka'\n[blocks]\nvalediction = 'პატივისცემით,'\n", "ka")
    letter = a_letter(language="ka", blocks=(a_block(BlockKind.VALEDICTION),))
    (paragraph,) = read(letter, library=own_library(tmp_path)).paragraphs
    assert paragraph.text == "პატივისცემით,"
    assert paragraph.languages == {"ka-GE"}


def test_formats_of_dates_are_the_offices_choice(tmp_path: Path) -> None:
    library = own_library(tmp_path, protest='[formats]\ndate = "EEEE, d. MMMM yyyy"\n')
    assert "Wednesday, 16. August 2017" in read(a_letter(), library=library).texts


def test_a_file_of_an_editor_with_bom_and_crlf_is_read(tmp_path: Path) -> None:
    own_wording(tmp_path, "protest", "")
    data = b"\xef\xbb\xbf" + opening("One.\n\nTwo\\\nthree.").replace("\n", "\r\n").encode()
    (tmp_path / "protest" / "en.toml").write_bytes(data)
    texts = read(a_letter(), library=own_library(tmp_path)).texts
    assert "One." in texts
    assert "Two\nthree." in texts


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        pytest.param("[block]\nx = 'y'\n", "block", "known are blocks, formats", id="unknown section"),
        pytest.param(
            "[blocks]\nopenning = 'y'\n", "blocks.openning", "unknown; known are", id="unknown block"
        ),
        pytest.param("[law]\ntreety = 'y'\n", "law.treety", "treaty", id="unknown kind of reference"),
        pytest.param("[status]\nsined = 'y'\n", "status.sined", "signed", id="unknown status"),
        pytest.param("[formats]\ndates = 'd'\n", "formats.dates", "law_date", id="unknown format"),
        pytest.param(
            "[blocks.opening]\none = 'a'\ntwo = 'b'\n", "blocks.opening.two", "many", id="unknown form"
        ),
        pytest.param(
            "[blocks.opening]\nmany = 'b'\n", "blocks.opening", "“one” is missing", id="no singular"
        ),
        pytest.param("[blocks]\nopening = 5\n", "blocks.opening", "quotation marks", id="no text"),
        pytest.param(
            "[blocks.opening]\none = 5\n", "blocks.opening.one", "quotation marks", id="no text in a form"
        ),
        pytest.param("[law.treaty]\none = 'a'\n", "law.treaty", "quotation marks", id="forms of a reference"),
        pytest.param("blocks = 'x'\n", "blocks", "write [blocks]", id="no section"),
        pytest.param("[blocks\n", "", "line 1", id="not TOML"),
        pytest.param("language = 5\n", "language", "quotation marks", id="no language"),
        pytest.param(opening("{{ case.event"), "blocks.opening", "unexpected end", id="open brace"),
        pytest.param(opening("{% if %}x"), "blocks.opening", "Expected an expression", id="broken condition"),
        pytest.param(opening("{% for x in y %}"), "blocks.opening", "endfor", id="open loop"),
        pytest.param(opening("{{ case.event | shout }}"), "blocks.opening", "shout", id="unknown filter"),
        pytest.param(opening("{% include 'x' %}"), "blocks.opening", "", id="other files"),
        pytest.param(opening("{{ recipient.nmae }}"), "blocks.opening", "recipient.nmae", id="unknown place"),
        pytest.param(
            opening("{{ sender.figures.nmae }}"), "blocks.opening", "sender.figures.nmae", id="deep place"
        ),
        pytest.param(opening("{{ recipent.name }}"), "blocks.opening", "recipent", id="unknown role"),
        pytest.param(opening("{{ 1 // 0 }}"), "blocks.opening", "zero", id="arithmetic"),
        pytest.param(
            "[blocks.opening]\none = '{{ nobody }}'\n", "blocks.opening.one", "nobody", id="in a form"
        ),
    ],
)
@pytest.mark.parametrize("name", ["common", "protest"])
def test_a_mistake_is_told_with_file_and_place(text: str, place: str, reason: str, name: str) -> None:
    other = ("protest" if name == "common" else "common") + "/en.toml"
    sources = ((f"{name}/en.toml", text.encode()), (other, b"language = 'en'\n"))
    letter = a_letter(blocks=(a_block(BlockKind.OPENING),))
    with pytest.raises(WordingProblem) as told:
        compose(letter, read_wording(*sources), Printing())
    assert told.value.facts["file"] == f"{name}/en.toml"
    assert told.value.facts["place"] == place
    assert reason in str(told.value.facts["reason"])


def test_a_file_in_another_encoding_is_told() -> None:
    with pytest.raises(WordingProblem, match=r"common/ru\.toml.*utf-8"):
        read_wording(("common/ru.toml", "language = 'ru' # привет".encode("cp1251")))


def test_a_wording_without_formats_says_which_it_needs(tmp_path: Path) -> None:
    own_wording(tmp_path, "common", "[blocks]\ndate = '{{ letter.date | day }}'\n", "ka")
    letter = a_letter(language="ka", blocks=(a_block(BlockKind.DATE),))
    with pytest.raises(WordingProblem, match=r"common/ka\.toml.*blocks\.date.*formats\.date is missing"):
        composed(letter, library=own_library(tmp_path))


def test_a_wording_without_a_status_or_a_kind_of_reference_says_so(tmp_path: Path) -> None:
    letter = a_letter(language="ka", citations=(a_treaty_article(),), blocks=(a_block(BlockKind.LAW),))
    law = "[blocks]\nlaw = '{% for each in law %}{{ each }}{% endfor %}'\n"
    own_wording(tmp_path, "common", law, "ka")
    with pytest.raises(WordingProblem, match=r"law\.treaty"):
        composed(letter, library=own_library(tmp_path))
    own_wording(tmp_path, "common", law + "[law]\ntreaty = '{{ it | status(state) }}'\n", "ka")
    with pytest.raises(WordingProblem, match=r"status\.acceded"):
        composed(letter, library=own_library(tmp_path))


@pytest.mark.parametrize(
    "attack",
    [
        "{{ recipient.__class__ }}",
        "{{ recipient._value }}",
        "{{ recipient['__class__'] }}",
        "{{ recipient | attr('__class__') }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ case.event.__class__ }}",
        "{{ case.event.format.__globals__ }}",
        "{{ '{0.__class__}'.format(recipient) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ letter.date.__reduce__() }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
        "{{ case.facts.append(1) }}",
        "{{ [recipient] | map(attribute='__class__') | list }}",
        "{{ recipients | map(attribute='_value') | list }}",
        "{{ law._work }}",
    ],
)
def test_no_wording_walks_out_of_its_letter(attack: str, tmp_path: Path) -> None:
    library = own_library(tmp_path, protest=opening(attack))
    try:
        said = read(a_letter(), library=library).whole
    except WordingProblem as problem:
        said = str(problem.facts["place"])
        assert said == "blocks.opening"
    assert "class" not in said
    assert "Recipient(" not in said
    assert "object at" not in said


def test_a_value_in_the_characters_of_the_notation_is_printed_as_it_is(tmp_path: Path) -> None:
    library = own_library(tmp_path, protest=opening("- {{ recipient.name }}\n- **{{ recipient.name }}**"))
    letter = a_letter(
        recipients=(a_recipient(name="*x* [1] _y_ ^[z]"),), blocks=(a_block(BlockKind.OPENING),)
    )
    first, second = read(letter, library=library).paragraphs
    assert (first.text, first.italic, first.bold) == ("*x* [1] _y_ ^[z]", (), ())
    assert (second.text, second.bold) == ("*x* [1] _y_ ^[z]", ("*x* [1] _y_ ^[z]",))


def test_a_role_printed_without_a_field_is_a_visible_gap(tmp_path: Path) -> None:
    library = own_library(tmp_path, protest=opening("To {{ recipient }} and {{ recipients }}."))
    letter = a_letter(blocks=(a_block(BlockKind.OPENING),))
    assert read(letter, library=library).texts == ("To ⟦recipient⟧ and [⟦recipient⟧].",)
    assert [gap.place for gap in composed(letter, library=library).gaps] == ["recipient"]


def test_lists_of_a_wording_hold_items_of_several_paragraphs(tmp_path: Path) -> None:
    text = "{% for one in letter.demands %}\n{{ loop.index }}. {{ one | item }}\n{% endfor %}"
    library = own_library(tmp_path, protest=opening(text))
    letter = a_letter(demands=("a\n\nb\n- c", "d"), blocks=(a_block(BlockKind.OPENING),))
    said = [(each.text, bool(each.number), each.level) for each in read(letter, library=library).paragraphs]
    assert said == [("a", True, 0), ("b", False, 0), ("c", True, 1), ("d", True, 0)]


def test_an_unknown_template_is_told_with_those_there_are() -> None:
    with pytest.raises(NoTemplate, match=r"“nothing”.*protest"):
        made(a_letter(template="nothing"))


@pytest.mark.parametrize("letter_type", LetterType)
def test_every_shipped_wording_compiles(letter_type: LetterType) -> None:
    assert TemplateLibrary(SHIPPED, NOWHERE).template_for(a_letter(type=letter_type)).wording.language == "en"


def test_the_list_of_templates_tells_own_from_shipped(tmp_path: Path) -> None:
    own_wording(tmp_path, "protest", VALEDICTION)
    (tmp_path / "protest" / "look.docx").write_bytes((SHIPPED / "protest" / "look.docx").read_bytes())
    entries = list(own_library(tmp_path).entries())
    assert ("protest", True) in {(entry.name, entry.own) for entry in entries}
    assert {entry.name for entry in entries if not entry.own} == {"common", "protest", "un_allegation"}


def test_the_case_in_a_wording_is_that_of_the_letter(tmp_path: Path) -> None:
    library = own_library(
        tmp_path, protest=opening("{{ case.event | text }} / {{ letter.case.event | text }}")
    )
    letter = a_letter(case=a_case(event="*it*"), blocks=(a_block(BlockKind.OPENING),))
    assert read(letter, library=library).texts == ("it / it",)
