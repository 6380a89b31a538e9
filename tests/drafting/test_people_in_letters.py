"""Addressees, copies and signatories in every shape that letters have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from app.domain.letters import BlockKind, Copy, Deadline, EarlierLetter, Letter, Publication
from app.domain.people import Recipient, Signatory, SignatoryGroup
from tests.builders import (
    a_block,
    a_letter,
    a_recipient,
    a_signatory,
    an_allegation,
    signed_by,
    some_mandates,
    some_signatories,
)
from tests.drafting.making import lines, made, open_places, read
from tests.drafting.reading import DocxRead

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def only(kind: BlockKind, letter: Letter) -> Letter:
    return replace(letter, blocks=(a_block(kind),))


def test_one_addressee_with_several_offices() -> None:
    one = a_recipient(offices=("Prime Minister", "Chair of the Party"), organisation="The Cabinet")
    assert lines(a_letter(recipients=(one,)), BlockKind.ADDRESSEE) == [
        "To: Ms. Nino Abashidze\nPrime Minister\nChair of the Party\nThe Cabinet"
    ]


def test_several_addressees_stand_below_each_other() -> None:
    others = tuple(a_recipient(name=name, offices=()) for name in ("A. A.", "B. B.", "C. C.", "D. D."))
    assert lines(a_letter(recipients=others), BlockKind.ADDRESSEE) == [
        "To: Ms. A. A.", "To: Ms. B. B.", "To: Ms. C. C.", "To: Ms. D. D.",
    ]  # fmt: skip


def test_the_printed_form_goes_before_the_name() -> None:
    dative = a_recipient(printed="Президенту Республики Казахстан", offices=())
    assert lines(a_letter(recipients=(dative,)), BlockKind.ADDRESSEE) == [
        "To: Президенту Республики Казахстан"
    ]


def test_a_collective_or_an_office_needs_no_name() -> None:
    office = Recipient(offices=("The Minister of Justice",), organisation="Ministry of Justice")
    assert lines(a_letter(recipients=(office,)), BlockKind.ADDRESSEE) == [
        "To: The Minister of Justice\nMinistry of Justice"
    ]


def test_to_whom_it_may_concern_is_written_by_hand_and_complete() -> None:
    letter = a_letter(
        recipients=(),
        blocks=(a_block(BlockKind.ADDRESSEE, text="To whom it may concern"), a_block(BlockKind.VALEDICTION)),
    )
    assert read(letter).texts == ("To whom it may concern", "Sincerely,")
    assert open_places(letter) == set()


def test_a_letter_to_nobody_says_so() -> None:
    letter = only(BlockKind.ADDRESSEE, a_letter(recipients=()))
    assert [block for block, _place in open_places(letter)] == ["addressee"]


def test_a_letter_may_go_through_somebody() -> None:
    letter = a_letter(recipients=(a_recipient(offices=(), via="the Permanent Mission"),))
    assert lines(letter, BlockKind.ADDRESSEE) == ["To: Ms. Nino Abashidze\nvia the Permanent Mission"]


def test_a_person_to_forward_to_is_no_addressee() -> None:
    letter = only(BlockKind.FORWARD, a_letter(forward_to="the Ambassador"))
    assert read(letter).texts == ("To be forwarded to: the Ambassador",)


@pytest.mark.parametrize(
    ("salutation", "line"),
    [
        ("Dear Prime Minister", "Dear Prime Minister,"),
        ("Dear Prime Minister:", "Dear Prime Minister:"),
        ("Високоповажний пане Президенте!", "Високоповажний пане Президенте!"),
        ("Excellence,", "Excellence,"),
    ],
)
def test_the_mark_after_a_salutation_is_the_writers_choice(salutation: str, line: str) -> None:
    assert lines(a_letter(recipients=(a_recipient(salutation=salutation),)), BlockKind.SALUTATION) == [line]


def test_copies_are_named_with_office_and_address() -> None:
    letter = only(
        BlockKind.COPIES,
        a_letter(copies=(Copy(name="A & B"), Copy(name="C", office="D", address=("E", "F")))),
    )
    assert read(letter).texts == ("cc:\nA & B\nC, D, E, F",)


def test_enclosures_are_counted() -> None:
    letter = only(BlockKind.ENCLOSURES, a_letter(enclosures=("The judgment", "1. The law")))
    assert read(letter).texts == ("Enclosures:\n1. The judgment\n2. 1. The law",)


def test_demands_are_a_list() -> None:
    letter = only(BlockKind.DEMANDS, a_letter(demands=("Free her.", "Repeal the law.\n\nAll of it.")))
    document = read(letter)
    assert document.texts == ("Free her.", "Repeal the law.", "All of it.")
    assert [bool(each.number) for each in document.paragraphs] == [True, True, False]


EXPECT = "We expect your reply"
APPRECIATE = "We would appreciate receiving a response"


@pytest.mark.parametrize(
    ("deadline", "protest", "allegation"),
    [
        (Deadline(days=30), f"{EXPECT} within 30 days.", f"{APPRECIATE} within 30 days."),
        (Deadline(day=date(2017, 8, 16)), f"{EXPECT} by 16 August 2017.", f"{APPRECIATE} by 16 August 2017."),
        (Deadline(words="Reply *soon*."), "Reply soon.", "Reply soon."),
        (Deadline(), f"{EXPECT} within ⟦deadline.days⟧ days.", f"{APPRECIATE} within 60 days."),
    ],
)
def test_a_deadline_is_days_or_a_day_or_words(deadline: Deadline, protest: str, allegation: str) -> None:
    assert read(only(BlockKind.DEADLINE, a_letter(deadline=deadline))).texts == (protest,)
    assert read(only(BlockKind.DEADLINE, an_allegation(deadline=deadline))).texts == (allegation,)


def test_the_publication_delay_is_not_the_reply_deadline() -> None:
    letter = an_allegation(deadline=Deadline(days=30), publication=Publication(days=48))
    (notice,) = lines(letter, BlockKind.PUBLICATION)
    assert "within 48 days" in notice
    assert lines(letter, BlockKind.DEADLINE) == ["We would appreciate receiving a response within 30 days."]


THREE = "Rapporteur 1, Rapporteur 2 and Rapporteur 3"


@pytest.mark.parametrize(
    ("number", "heading", "opening"),
    [
        (1, "Mandate of the Rapporteur 1", "I … my capacity as Rapporteur 1, … resolution 1/1."),
        (
            2,
            "Mandates of the Rapporteur 1\nand the Rapporteur 2",
            "We … our capacities as Rapporteur 1 and Rapporteur 2, … resolutions 1/1 and 2/1.",
        ),
        (
            3,
            "Mandates of the Rapporteur 1; the Rapporteur 2\nand the Rapporteur 3",
            f"We … our capacities as {THREE}, … resolutions 1/1, 2/1 and 3/1.",
        ),
    ],
)
def test_the_number_of_mandates_makes_it_singular_or_plural(number: int, heading: str, opening: str) -> None:
    letter = an_allegation(mandates=some_mandates(number))
    assert lines(letter, BlockKind.MANDATES) == [heading]
    first, second = "have the honour to address you in", "pursuant to Human Rights Council"
    assert lines(letter, BlockKind.OPENING) == [opening.replace("…", first, 1).replace("…", second, 1)]


SINGULAR = {"I", "my", "me"}
PLURAL = {"we", "our", "us", "We"}
SPOKEN = (
    BlockKind.OPENING, BlockKind.SUBJECT_SENTENCE, BlockKind.REQUEST, BlockKind.DEADLINE, BlockKind.INTERIM,
    BlockKind.COURTESY,
)  # fmt: skip


@pytest.mark.parametrize("kind", SPOKEN)
def test_one_expert_never_speaks_as_we_nor_two_as_i(kind: BlockKind) -> None:
    for number, wanted, other in ((1, SINGULAR, PLURAL), (2, PLURAL, SINGULAR)):
        words = set(
            " ".join(lines(an_allegation(mandates=some_mandates(number)), kind)).replace(",", " ").split()
        )
        assert words & wanted
        assert not words & other


def test_two_signatories_of_a_protest_speak_as_we() -> None:
    letter = a_letter(signatories=signed_by(*some_signatories(2)))
    assert lines(letter, BlockKind.OPENING)[0].startswith("With this letter, we would like")
    assert "we urge you" in lines(letter, BlockKind.TESTIMONY)[0]


def test_a_signatory_may_have_several_capacities_or_an_organisation_too() -> None:
    person = a_signatory(capacities=("President", "Founder"), organisation="Bakers & Co")
    assert lines(a_letter(signatories=signed_by(person)), BlockKind.SIGNATURES) == [
        "Ana Gelashvili\nPresident\nFounder\nBakers & Co"
    ]


def test_an_organisation_may_sign_without_a_person() -> None:
    letter = a_letter(signatories=signed_by(Signatory(organisation="Union of Bakers")))
    assert lines(letter, BlockKind.SIGNATURES) == ["Union of Bakers"]


def test_groups_of_signatories_stand_under_their_headings() -> None:
    letter = a_letter(
        signatories=(
            SignatoryGroup(heading="For the employers", people=some_signatories(1)),
            SignatoryGroup(people=(a_signatory(name="Nobody’s"),)),
            SignatoryGroup(heading="For *them*", people=some_signatories(2)),
        )
    )
    assert [line.splitlines()[0] for line in lines(letter, BlockKind.SIGNATURES)] == [
        "For the employers", "Signatory 1", "Nobody’s", "For *them*", "Signatory 1", "Signatory 2",
    ]  # fmt: skip


def rows_of(document: DocxRead) -> list[list[str]]:
    return [
        ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in document.body.iter(f"{W}tr")
    ]


def two_columns(number: int, heading: str = "") -> Letter:
    people = tuple(Signatory(organisation=f"Union {n}") for n in range(1, number + 1))
    return only(BlockKind.SIGNATURES, a_letter(signatories=signed_by(*people, columns=2, heading=heading)))


@pytest.mark.parametrize("number", [1, 2, 3, 14, 120])
def test_two_columns_are_a_table_whose_rows_never_break(number: int) -> None:
    document = read(two_columns(number))
    rows = list(document.body.iter(f"{W}tr"))
    assert len(rows) == (number + 1) // 2
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [name for row in rows_of(document) for name in row if name] == [
        f"Union {n}" for n in range(1, number + 1)
    ]
    assert all(len(row) == 2 for row in rows_of(document))


def test_a_heading_over_two_columns_stays_with_them() -> None:
    document = read(two_columns(3, heading="Signed by"))
    (heading,) = (each for each in document.paragraphs if each.text == "Signed by")
    assert not heading.in_table
    assert "keepNext" in document.marks(heading)
    assert heading.bold == ("Signed by",)


def test_groups_in_one_and_in_two_columns_may_follow_each_other() -> None:
    letter = only(
        BlockKind.SIGNATURES,
        a_letter(
            signatories=(
                SignatoryGroup(people=some_signatories(1)),
                SignatoryGroup(columns=2, people=tuple(Signatory(organisation=f"U{n}") for n in range(2))),
            )
        ),
    )
    document = read(letter)
    assert [(each.text.splitlines()[0], each.in_table) for each in document.paragraphs if each.text] == [
        ("Signatory 1", False), ("U0", True), ("U1", True),
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 2, 7, 50, 120])
def test_from_one_to_more_than_a_hundred_can_sign(number: int) -> None:
    letter = only(BlockKind.SIGNATURES, a_letter(signatories=signed_by(*some_signatories(number))))
    assert [text.splitlines()[0] for text in read(letter).texts] == [
        f"Signatory {n}" for n in range(1, number + 1)
    ]


def test_the_cost_of_signatories_is_their_number() -> None:
    sizes = [len(DocxRead(made(two_columns(number))).parts["word/document.xml"]) for number in (30, 60, 120)]
    assert abs((sizes[2] - sizes[1]) - 2 * (sizes[1] - sizes[0])) < 200


def test_a_disclaimer_is_in_italics() -> None:
    letter = only(BlockKind.DISCLAIMER, a_letter(disclaimer="Signed *in* a personal capacity."))
    (paragraph,) = read(letter).paragraphs
    assert paragraph.style == "Disclaimer"
    assert paragraph.italic


def test_an_earlier_letter_is_recalled() -> None:
    earlier = EarlierLetter(number="12/01-3", date=date(2017, 1, 5), subject="the closure")
    letter = only(BlockKind.EARLIER, a_letter(earlier=earlier))
    (text,) = read(letter).texts
    assert text == (
        "We refer to our letter 12/01-3 of 5 January 2017 concerning the closure, "
        "to which we have received no reply."
    )
    answered = only(BlockKind.EARLIER, a_letter(earlier=replace(earlier, answered=True, subject="")))
    assert read(answered).texts == ("We refer to our letter 12/01-3 of 5 January 2017.",)


def test_the_place_stands_before_the_date() -> None:
    assert lines(a_letter(place="Tbilisi"), BlockKind.DATE) == ["Tbilisi, “ 16 ” 08 2017"]


def test_columns_stand_flush_with_the_text_above_them() -> None:
    properties = read(two_columns(2)).body.find(f"{W}tbl/{W}tblPr")
    assert properties is not None
    assert [etree.QName(each).localname for each in properties] == [
        "tblW", "tblInd", "tblLayout", "tblCellMar",
    ]  # fmt: skip
    indent, left = (properties.find(f"{W}{name}") for name in ("tblInd", f"tblCellMar/{W}left"))
    assert indent is not None
    assert left is not None
    assert (indent.get(f"{W}w"), left.get(f"{W}w")) == ("0", "0")


def test_a_block_with_a_heading_keeps_its_columns() -> None:
    letter = two_columns(3)
    headed = replace(letter, blocks=(replace(letter.blocks[0], heading="Signed by"),))
    first, *others = (paragraph for paragraph in read(headed).paragraphs if paragraph.text)
    assert (first.text, first.style, first.in_table) == ("Signed by", "Heading2", False)
    assert [(each.text, each.in_table) for each in others] == [(f"Union {n}", True) for n in (1, 2, 3)]


@pytest.mark.parametrize("number", [1, 9, 10, 99, 100, 250])
def test_the_last_of_many_demands_keeps_its_second_paragraph(number: int) -> None:
    letter = only(BlockKind.DEMANDS, a_letter(demands=tuple(f"demand {n}\n\nreason" for n in range(number))))
    paragraphs = read(letter).paragraphs
    assert {paragraph.style for paragraph in paragraphs} == {"ListParagraph"}
    assert [bool(paragraph.number) for paragraph in paragraphs] == [True, False] * number
