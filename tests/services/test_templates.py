"""Templates are listed and checked; a clean look to begin with can be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.drafting.engine import TemplateProblem, WriteProblem
from app.drafting.library import TemplateLibrary
from app.services.templates import Templates, is_known, known_places
from tests.drafting.making import SHIPPED
from tests.drafting.writing import own_word_file, own_wording


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder for templates of the office."""
    return tmp_path / "templates"


@pytest.fixture
def templates(own: Path) -> Templates:
    """The templates of an office."""
    return Templates(TemplateLibrary(SHIPPED, own))


def test_the_shipped_templates_come_first_and_the_office_s_own_after(templates: Templates, own: Path) -> None:
    own_word_file(own, "ours", "{{ recipient.name }}")
    listed = [(entry.name, entry.own) for entry in templates.all()]
    assert listed == [("common", False), ("protest", False), ("un_allegation", False), ("ours", True)]


def test_a_template_says_in_which_languages_there_is_wording(templates: Templates, own: Path) -> None:
    own_wording(own, "protest", "[blocks]\n", "tr")
    (protest,) = (entry for entry in templates.all() if entry.name == "protest")
    assert {"en", "fr", "tr"} <= set(protest.languages)
    assert list(protest.languages) == sorted(protest.languages)


def test_a_check_names_the_places_that_a_word_file_asks_for(templates: Templates, tmp_path: Path) -> None:
    own_word_file(tmp_path, "ours", "{{ recipient.name }} {{ case.event }}")
    report = templates.check(tmp_path / "ours.docx")
    assert (report.name, report.unknown) == ("ours.docx", ())
    assert set(report.places) == {"recipient.name", "case.event"}


UNKNOWN = ["recipient.nmae", "recipents", "letter.nubmer", "person.name"]


@pytest.mark.parametrize("place", UNKNOWN)
def test_a_place_that_no_letter_can_fill_is_named(templates: Templates, tmp_path: Path, place: str) -> None:
    own_word_file(tmp_path, "ours", f"{{{{ {place} }}}} {{{{ recipient.name }}}}")
    assert templates.check(tmp_path / "ours.docx").unknown == (place,)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/look.docx")), ids=lambda path: path.parent.name)
def test_every_shipped_look_passes_its_own_check(templates: Templates, path: Path) -> None:
    assert templates.check(path).unknown == ()


def test_a_file_that_is_no_word_file_is_no_template(templates: Templates, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(TemplateProblem, match=r"ours\.docx"):
        templates.check(tmp_path / "ours.docx")


def test_a_clean_look_can_be_used_at_once(templates: Templates, tmp_path: Path) -> None:
    templates.make_look(tmp_path / "look.docx")
    assert templates.check(tmp_path / "look.docx").unknown == ()


def test_a_clean_look_overwrites_nothing_unless_it_is_said(templates: Templates, tmp_path: Path) -> None:
    path = tmp_path / "look.docx"
    path.write_bytes(b"mine")
    with pytest.raises(WriteProblem):
        templates.make_look(path)
    assert path.read_bytes() == b"mine"
    templates.make_look(path, overwrite=True)
    assert path.read_bytes() != b"mine"


@pytest.mark.parametrize(
    "place",
    [
        "recipient.name",
        "recipient.name_line",
        "recipients[]",
        "recipients[].address",
        "signatory.capacities[]",
        "sender.figures.members",
        "case.person.role",
        "letter.number",
        "letter.blocks[].body",
        "block.opening.text",
        "document.title",
    ],
)
def test_what_the_vocabulary_has_is_known(place: str) -> None:
    assert is_known(place)


def test_the_vocabulary_holds_only_names() -> None:
    assert all(part.isidentifier() for place in known_places() for part in place.replace("[]", "").split("."))
