"""Every open place and every doubt is said in a sentence, with the way to where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment, nodes

from app.domain.checks import Advice
from app.domain.composed import NO_WORDING, Gap
from app.domain.letters import BlockKind, Letter, LetterType
from app.domain.people import SignatoryGroup, State
from app.drafting.wording_files import read_texts
from app.flow.choosing import new_letter
from app.flow.fields import FIELDS, field_at, name_of, step_of, title_of_field
from app.flow.naming import Step
from app.flow.places import value_at
from app.flow.remarks import MADE_FROM, remark_on_advice, remark_on_gap, remarks_on_gaps
from app.flow.review import review
from app.services.templates import known_places
from tests.builders import (
    a_block,
    a_case,
    a_letter,
    a_recipient,
    a_signatory,
    a_treaty_article,
    an_allegation,
    ilo,
    signed_by,
    some_mandates,
)
from tests.drafting.making import SHIPPED, example
from tests.flow.words import guided, in_words

K = BlockKind
OF_SIGNATURES = {"person": "signatory", "people": "signatory", "group": "signatories"}
# What a wording makes itself, and letters need not have.
MADE = {"law", "paragraph", "loop", "first", "last", "days", "years", "it"}


def places_of(text: str, block: str) -> Iterator[str]:
    """Give every place that a text of a wording asks for."""
    tree = Environment().parse(text)  # noqa: S701  - read, never filled
    known = dict(OF_SIGNATURES) if block == "signatures" else {}
    kind = block.removeprefix("law.") if block.startswith("law.") else ""
    known |= {"it": f"citations.{kind}"} if kind else {"it": "citations.treaty"}
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name) and loop.target.name not in known:
            known[loop.target.name] = next(chains(loop.iter, known), loop.target.name)
    for output in tree.find_all(nodes.Output):
        for asked in output.nodes:
            yield from chains(asked, known)
            for used in asked.find_all(nodes.Filter):
                each = {"titles": "mandates.title", "resolutions": "mandates.resolution"}.get(used.name)
                if each:
                    yield each


def chains(node: nodes.Node, known: dict[str, str]) -> Iterator[str]:
    """Give the longest chains of names below a node."""
    if isinstance(node, nodes.Getattr | nodes.Name):
        yield chain(node, known)
        return
    for child in node.iter_child_nodes():
        yield from chains(child, known)


def chain(node: nodes.Node, known: dict[str, str]) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{chain(node.node, known)}.{node.attr}"
    name = node.name if isinstance(node, nodes.Name) else ""
    return known.get(name, name)


def wording_places() -> set[tuple[str, str]]:
    """Give each place that a shipped wording asks for, with the file."""
    found = set()
    for path in sorted(SHIPPED.glob("*/*.toml")):
        if path.parent.name == "phrases":
            continue
        said = read_texts((path.name, path.read_bytes()))
        for table in ("blocks", "law", "status"):
            for key, forms in said[table].items():
                block = key if table == "blocks" else f"{table}.{key}"
                for text in forms.values():
                    asked = places_of(text.text, block)
                    found |= {(path.parent.name, place) for place in asked if place.split(".")[0] not in MADE}
    return found


def test_every_place_that_a_wording_asks_for_has_a_name_and_a_sentence_of_its_own() -> None:
    asked = wording_places()
    assert len(asked) > 50, "are the wordings read at all?"
    never_missing = {"number", "number_sign"}
    for file, place in sorted(asked):
        field = FIELDS.get(name_of(place))
        assert field, f"{file} asks for {place}, which has no name in app/flow/field_tables.py"
        assert field.missing or name_of(place) in never_missing, f"nobody says that {place} is missing"


def test_every_place_that_a_word_file_may_ask_for_is_named() -> None:
    places = {place.replace("[]", "") for place in known_places()} - {"letter"}
    unnamed = {place for place in places if not field_at(place)}
    made_from_others = {
        "letter.blocks",
        "letter.people",
        "letter.drop",
        "letter.aside",
        "signatory",
        "signatories",
    }
    assert unnamed <= made_from_others


@pytest.mark.parametrize("letter_type", LetterType)
def test_every_gap_of_an_empty_letter_is_said_with_a_step_and_a_field(letter_type: LetterType) -> None:
    composed = in_words(new_letter(letter_type, "en"))
    assert composed.gaps
    for gap in composed.gaps:
        remark = remark_on_gap(composed.letter, gap)
        assert "⟦" not in str(remark.sentence)
        assert remark.target.step is not Step.REVIEW
        if not remark.target.place.startswith("blocks."):
            value_at(composed.letter, remark.target.place)
            assert remark.target.place in FIELDS
            assert str(remark.sentence) == FIELDS[remark.target.place].missing


def test_what_a_part_is_made_from_has_a_sentence() -> None:
    assert all(FIELDS[place].missing for place in MADE_FROM.values())


GAPS: dict[str, tuple[Letter, Gap, str, str, str]] = {
    "a phrase": (
        a_letter(case=a_case(event="")),
        Gap("opening", K.OPENING, "case.event"),
        "case.event",
        "What happened, as a phrase, is missing.",
        "Fill it in at “Case and facts”, field “What happened”.",
    ),
    "no title": (
        a_letter(case=a_case(title="", event="")),
        Gap("opening", K.OPENING, "case.title"),
        "case.title",
        "The title of the case is missing.",
        "Fill it in at “Case and facts”, field “Title of the case”.",
    ),
    "no recipient": (
        a_letter(recipients=()),
        Gap("salutation", K.SALUTATION, "recipient.salutation"),
        "recipients",
        "No recipient is chosen yet.",
        "Fill it in at “Recipients”, field “Recipients”.",
    ),
    "the second recipient": (
        a_letter(recipients=(a_recipient(), a_recipient(name="", honorific="", offices=()))),
        Gap("addressee", K.ADDRESSEE, "recipient.lines"),
        "recipients.2.name",
        "The recipient's name is missing.",
        "Fill it in at “Recipients”, field “Name of the recipient”.",
    ),
    "a signatory in the second group": (
        a_letter(signatories=(*signed_by(a_signatory()), *signed_by(a_signatory(), a_signatory(in_text="")))),
        Gap("opening", K.OPENING, "signatory.in_text"),
        "signatories.2.people.2.in_text",
        "The first signatory's capacity, as it runs in a sentence, is missing.",
        "Fill it in at “Signatories and copies”, field “Capacity as it runs in a sentence”.",
    ),
    "a group of nobody": (
        a_letter(signatories=(SignatoryGroup(),)),
        Gap("opening", K.OPENING, "signatory.witness"),
        "signatories.1.people",
        "Nobody signs the letter yet.",
        "Fill it in at “Signatories and copies”, field “Signatories”.",
    ),
    "the treaty among other references": (
        an_allegation(citations=(ilo(), a_treaty_article(), a_treaty_article(right_named=""))),
        Gap("annex", K.ANNEX, "citations.treaty.right_named"),
        "citations.3.right_named",
        "The right that a treaty protects, as a phrase, is missing.",
        "Fill it in at “Legal references”, field “Right, as a phrase”.",
    ),
    "a convention without a number": (
        an_allegation(citations=(a_treaty_article(), ilo())),
        Gap("annex", K.ANNEX, "citations.ilo.conventions"),
        "citations.2.conventions",
        "A legal reference names no ILO convention.",
        "Fill it in at “Legal references”, field “Conventions”.",
    ),
    "a mandate": (
        an_allegation(mandates=(*some_mandates(1), replace(*some_mandates(1), resolution=""))),
        Gap("opening", K.OPENING, "mandates.resolution"),
        "mandates.2.resolution",
        "The resolution of a mandate is missing.",
        "Fill it in at “Signatories and copies”, field “Resolution of a mandate”.",
    ),
    "no State": (
        a_letter(state=State()),
        Gap("opening", K.OPENING, "state.adjective"),
        "state",
        "The State addressed is missing.",
        "Fill it in at “Case and facts”, field “State addressed”.",
    ),
    "nothing to print": (
        a_letter(),
        Gap("demands", K.DEMANDS),
        "demands",
        "There is no demand yet.",
        "Fill it in at “Text”, field “Demands”.",
    ),
    "an own part without text": (
        a_letter(blocks=(a_block(),)),
        Gap("text", K.TEXT),
        "blocks.text",
        "“Own text” has nothing to print. Write it by hand, or leave it out.",
        "See “Own text” at “Text”.",
    ),
    "no wording": (
        a_letter(blocks=(a_block(K.REQUEST),)),
        Gap("request", K.REQUEST, NO_WORDING),
        "blocks.request",
        "“Request” has no wording in this language. Write it by hand, or leave it out.",
        "See “Request” at “Text”.",
    ),
    "a mark that stayed in what was written by hand": (
        a_letter(),
        Gap("opening", K.OPENING, "case.event", written=True),
        "blocks.opening",
        "“What happened” still stands open in the text of “Opening”, which was written by hand.",
        "See “Opening” at “Text”.",
    ),
    "a place that an own Word file asks for": (
        a_letter(),
        Gap("template", K.TEXT, "letter.title"),
        "title",
        "“Title in the register” is empty.",
        "Fill it in at “Kind and language”, field “Title in the register”.",
    ),
    "a place that nobody knows": (
        a_letter(),
        Gap("template", K.TEXT, "weather.today"),
        "weather.today",
        "“weather.today” is empty.",
        "Fill it in at “Text”, field “weather.today”.",
    ),
}


@pytest.mark.parametrize(("letter", "gap", "place", "said", "where"), GAPS.values(), ids=GAPS)
def test_a_gap_says_what_is_missing_and_where_to_type_it(
    letter: Letter, gap: Gap, place: str, said: str, where: str
) -> None:
    remark = remark_on_gap(letter, gap)
    assert remark.target.place == place
    assert (str(remark.sentence), str(remark.where)) == (said, where)
    assert remark.target.block == gap.block


def test_what_several_parts_want_is_said_once() -> None:
    composed = in_words(a_letter(recipients=()))
    assert len(composed.gaps) > 1
    assert [remark.target.place for remark in remarks_on_gaps(composed.letter, composed.gaps)] == [
        "recipients"
    ]


ADVICE: list[tuple[str, Step, str]] = [
    ("date", Step.SIGNING, "date"),
    ("citations.2", Step.LAW, "citations.2"),
    ("case.facts.1", Step.CASE, "case.facts.1"),
    ("sender.figures", Step.KIND, "sender.figures"),
    ("recipients.1", Step.RECIPIENTS, "recipients.1"),
    ("opening", Step.TEXT, "blocks.opening"),
    ("earlier.number", Step.KIND, "earlier.number"),
    ("case.references.1", Step.CASE, "case.references.1"),
]


@pytest.mark.parametrize(("place", "step", "target"), ADVICE, ids=[row[0] for row in ADVICE])
def test_a_doubt_leads_to_its_step(place: str, step: Step, target: str) -> None:
    letter = in_words(a_letter()).letter
    remark = remark_on_advice(letter, Advice(place, "Look here."))
    assert (remark.target.step, remark.target.place) == (step, target)
    assert str(remark.sentence) == "Look here."


def test_names_are_found_with_and_without_numbers_and_roots() -> None:
    assert title_of_field("recipients.1.salutation") == title_of_field("recipient.salutation") == "Salutation"
    assert name_of("citations.treaty.articles") == name_of("citations.2.articles") == "citations.articles"
    assert name_of("citations.1.treaty") == "citations.treaty"
    assert step_of("letter.date") is Step.SIGNING
    assert title_of_field("blocks.opening") == "Text"
    assert (title_of_field("weather"), step_of("weather")) == ("weather", Step.TEXT)


ANSWERS: dict[str, tuple[Letter, str, list[str]]] = {
    "kind": (a_letter(), "type", ["Protest letter"]),
    "recipient": (a_letter(), "recipients", ["Ms. Nino Abashidze, Prime Minister of Georgia"]),
    "no recipient": (a_letter(recipients=()), "recipients", []),
    "fact": (a_letter(), "case.facts", ["2017-01-04: the court closed the union."]),
    "signatory": (a_letter(), "signatories", ["Ana Gelashvili, President of the Federation of Bakers"]),
    "date": (a_letter(), "date", ["2017-08-16"]),
    "what was written": (a_letter(blocks=(a_block(K.OPENING, text="x"),)), "blocks", ["Opening"]),
    "law": (
        example("un-allegation"),
        "citations",
        [
            "ICCPR, article 22",
            "Human Rights Council 24/5",
            "ILO Convention 87, 98",
            "the UN Declaration on Human Rights Defenders, article 1, 2, 5(a)",
            "A/HRC/29/25/Add.2, paragraph 34",
        ],
    ),
}


@pytest.mark.parametrize(("letter", "place", "lines"), ANSWERS.values(), ids=ANSWERS)
def test_a_review_gives_every_answer_with_its_place(letter: Letter, place: str, lines: list[str]) -> None:
    found: dict[str, Any] = {one.target.place: one for one in review(in_words(letter)).answers}
    assert [str(line) for line in found[place].lines] == lines
    assert found[place].title == FIELDS[place].title


def test_what_a_letter_may_do_without_is_left_out_of_its_answers() -> None:
    places = {one.target.place for one in review(in_words(a_letter())).answers}
    assert not places & {"questions", "copies", "earlier", "citations"}


def test_a_review_of_the_model_letters_is_ready() -> None:
    for name in ("protest", "un-allegation"):
        found = guided(example(name)).review
        assert found.is_ready
        steps = [answer.target.step for answer in found.answers]
        assert steps == sorted(steps, key=list(Step).index)
