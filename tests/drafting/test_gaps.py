"""What a letter still wants is named, with the block that wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.composed import NO_WORDING, NotACompleteLetter, ReadyLetter
from app.domain.letters import BlockKind, LetterType
from app.domain.people import Figures, Sender, State
from app.drafting.context import Printing
from app.drafting.library import NoWording
from tests.builders import (
    a_block,
    a_case,
    a_letter,
    a_recipient,
    a_sender,
    a_signatory,
    a_state,
    an_allegation,
    in_words,
    signed_by,
)
from tests.drafting.making import composed, open_places, printed, read


def test_a_letter_with_everything_has_no_gap() -> None:
    assert open_places(a_letter()) == set()
    assert open_places(an_allegation()) == set()


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        pytest.param(
            {"recipients": (a_recipient(salutation=""),)},
            {("salutation", "recipient.salutation")},
            id="salutation",
        ),
        pytest.param(
            {"recipients": (a_recipient(vocative=""),)}, {("vocative", "recipient.vocative")}, id="vocative"
        ),
        pytest.param(
            {"recipients": (a_recipient(address=()),)}, {("address", "recipient.address")}, id="address"
        ),
        pytest.param({"case": a_case(event="")}, {("opening", "case.event")}, id="event"),
        pytest.param(
            {"signatories": signed_by(a_signatory(in_text=""))},
            {("opening", "signatory.in_text")},
            id="capacity in the text",
        ),
        pytest.param(
            {"signatories": signed_by(a_signatory(witness=""))},
            {("testimony", "signatory.witness")},
            id="witness",
        ),
        pytest.param(
            {"signatories": signed_by(a_signatory(name=""))},
            {("signatures", "signatory.organisation")},
            id="nobody who signs",
        ),
        pytest.param(
            {"signatories": ()},
            {("opening", "signatory.in_text"), ("testimony", "signatory.witness"), ("signatures", "")},
            id="no signatory at all",
        ),
        pytest.param({"state": a_state(adjective="")}, {("testimony", "state.adjective")}, id="adjective"),
        pytest.param(
            {"state": State()},
            {
                ("opening", "state.name"),
                ("pattern", "state.name"),
                ("testimony", "state.adjective"),
                ("testimony", "state.name"),
            },
            id="no State",
        ),
        pytest.param(
            {"sender": a_sender(short_name="")}, {("pattern", "sender.short_name")}, id="short name"
        ),
        pytest.param(
            {"sender": a_sender(figures=Figures(members="5"))},
            {("pattern", "sender.figures.organisations"), ("pattern", "sender.figures.countries")},
            id="figures",
        ),
    ],
)
def test_an_empty_place_of_a_protest_is_named_with_its_block(
    changes: dict[str, Any], gaps: set[tuple[str, str]]
) -> None:
    assert open_places(a_letter(**changes)) == gaps


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        pytest.param({"case": a_case(subject="")}, {("subject_sentence", "case.subject")}, id="subject"),
        pytest.param({"case": a_case(facts=())}, {("facts", "")}, id="no facts"),
        pytest.param({"case": a_case(concern="")}, {("concern", "case.concern")}, id="concern"),
        pytest.param(
            {"case": a_case(interim_measures="")},
            {("interim", "case.interim_measures")},
            id="interim measures",
        ),
        pytest.param({"mandates": ()}, {("mandates", "mandates"), ("opening", "mandates")}, id="no mandates"),
        pytest.param({"citations": ()}, {("annex", "")}, id="no law"),
        pytest.param({"reference": ""}, set(), id="the reference may be blank"),
        pytest.param({"questions": ()}, set(), id="the first question is always asked"),
        pytest.param({"recipients": ()}, set(), id="a Government needs no name"),
        pytest.param({"date": None}, set(), id="the date comes with the number"),
    ],
)
def test_an_empty_place_of_an_allegation_is_named_with_its_block(
    changes: dict[str, Any], gaps: set[tuple[str, str]]
) -> None:
    assert open_places(an_allegation(**changes)) == gaps


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (BlockKind.FORWARD, "letter.forward_to"),
        (BlockKind.SUBJECT, "letter.subject"),
        (BlockKind.EARLIER, "earlier.number"),
        (BlockKind.EARLIER, "earlier.date"),
        (BlockKind.DISCLAIMER, "letter.disclaimer"),
        (BlockKind.COURTESY, "recipient.closing"),
        (BlockKind.DEADLINE, "deadline.days"),
        (BlockKind.DEMANDS, ""),
        (BlockKind.COPIES, ""),
        (BlockKind.ENCLOSURES, ""),
        (BlockKind.LAW, ""),
    ],
)
def test_a_block_without_its_data_is_open(kind: BlockKind, place: str) -> None:
    letter = a_letter(subject="", recipients=(a_recipient(closing=""),), blocks=(a_block(kind),))
    assert (kind.value, place) in open_places(letter)


def test_a_block_without_wording_is_open_until_it_is_written() -> None:
    letter = a_letter(type=LetterType.JOINT, blocks=(a_block(BlockKind.INTERIM),))
    assert open_places(letter) == {("interim", NO_WORDING)}
    written = letter.changing("interim", lambda block: block.written("By hand.", over=""))
    assert open_places(written) == set()


def test_a_block_written_by_hand_wants_nothing() -> None:
    letter = a_letter(case=a_case(event=""), blocks=(a_block(BlockKind.OPENING, text="By hand."),))
    assert open_places(letter) == set()


def test_a_mark_that_stayed_in_a_text_written_by_hand_is_still_open() -> None:
    written = "Dear ⟦recipient.name\\_line⟧, we are ⟦not⟧ ⟦Sic!⟧ alone: ⟦case.event⟧."
    letter = a_letter(blocks=(a_block(BlockKind.OPENING, text=written),))
    assert open_places(letter) == {
        ("opening", "recipient.name_line"),
        ("opening", "not"),
        ("opening", "case.event"),
    }
    (first, *_) = composed(letter).gaps
    assert str(first.sentence).startswith("opening: “recipients.name_line” still stands open in its text.")


def test_an_empty_place_prints_a_mark_in_a_draft() -> None:
    document = read(a_letter(case=a_case(event="")))
    assert "concern regarding ⟦case.event⟧." in document.whole


def test_each_repeated_block_names_its_own_gap() -> None:
    letter = a_letter(
        recipients=(a_recipient(vocative=""),),
        blocks=(
            a_block(BlockKind.VOCATIVE),
            a_block(BlockKind.VOCATIVE),
            a_block(BlockKind.VOCATIVE, key="third"),
        ),
    )
    assert open_places(letter) == {(key, "recipient.vocative") for key in ("vocative", "vocative-2", "third")}


def test_a_place_printed_twice_in_a_block_is_one_gap() -> None:
    gaps = composed(a_letter(state=State())).gaps
    assert [gap.place for gap in gaps].count("state.name") == 3
    assert len(gaps) == len(set(gaps))


def test_only_a_letter_without_gaps_is_ready() -> None:
    assert composed(a_letter()).ready() == ReadyLetter(composed(a_letter()))
    unready = composed(a_letter(case=a_case(event="")))
    with pytest.raises(NotACompleteLetter, match=r"opening.*case\.event"):
        unready.ready()
    with pytest.raises(NotACompleteLetter):
        ReadyLetter(unready)


def test_every_gap_says_how_it_is_closed() -> None:
    letter = a_letter(
        sender=Sender(),
        case=a_case(event=""),
        signatories=(),
        blocks=(
            a_block(BlockKind.OPENING),
            a_block(BlockKind.SIGNATURES),
            a_block(BlockKind.TEXT),
        ),
    )
    said = [str(gap.sentence) for gap in composed(letter).gaps]
    assert any("opening: “case.event” is empty" in sentence for sentence in said)
    assert any("signatures: nothing to print" in sentence for sentence in said)
    assert any("text: this type of letter has no wording" in sentence for sentence in said)


def test_an_empty_question_is_a_gap_with_a_visible_mark() -> None:
    letter = an_allegation(questions=("",))
    assert open_places(letter) == {("questions", "letter.questions")}
    assert read(letter).styled("ListParagraph")[1] == "⟦letter.questions⟧"


def test_number_and_day_are_blanks_of_a_form_until_they_are_known() -> None:
    letter = a_letter()
    assert printed(letter, BlockKind.NUMBER).text.replace("\\", "") == "№ ________"
    for printing in (Printing(day_open=True), Printing(number="5", day_open=True)):
        assert read(letter, printing).texts[:2] == ("№ ________", "“ ____ ” 08 2017")
    assert read(replace(letter, date=None)).texts[1] == "________"


def test_the_day_of_signing_goes_before_the_day_of_the_draft() -> None:
    assert read(a_letter(), Printing(date=date(2017, 9, 1))).texts[1] == "“ 01 ” 09 2017"


def test_a_letter_of_an_unknown_language_has_no_wording() -> None:
    with pytest.raises(NoWording, match=r"“sw”.*en"):
        read(replace(in_words("a"), language="sw"))
