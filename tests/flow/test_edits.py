"""Each edit does what it says and leaves the rest as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cases import Fact
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import BlockKind, Deadline, EarlierLetter, Letter, LetterType
from app.domain.people import SignatoryGroup, State
from app.flow.blocks import (
    accept,
    add_block,
    cite,
    drop,
    entitle,
    indent,
    move_down,
    move_to,
    move_up,
    reset,
    restore,
    speak,
    write,
)
from app.flow.choosing import (
    address_to,
    choose_case,
    choose_language,
    choose_type,
    fact_choices,
    follow,
    new_letter,
    tick,
    untick,
)
from app.flow.editing import Edit
from app.flow.filling import fill, move, move_person, put, take_out
from app.flow.places import NoSuchPlace, value_at
from tests.builders import (
    a_block,
    a_case,
    a_fact,
    a_letter,
    a_recipient,
    a_risk,
    a_treaty_article,
    ilo,
    some_mandates,
    some_signatories,
)

K = BlockKind
SECRET = a_fact(text="told in confidence.", confidential=True)


def kinds(letter: Letter) -> list[BlockKind]:
    return [block.kind for block in letter.blocks]


def after(letter: Letter, *edits: Edit) -> Letter:
    for edit in edits:
        letter = edit.on(letter)
    return letter


@pytest.mark.parametrize("letter_type", LetterType)
def test_a_new_letter_has_the_parts_that_its_type_proposes(letter_type: LetterType) -> None:
    assert tuple(kinds(new_letter(letter_type, "ka"))) == LETTER_RULES[letter_type].blocks


VALUES: dict[str, tuple[str, object]] = {
    "a text": ("subject", "Closure"),
    "a day": ("date", date(2017, 8, 16)),
    "no day": ("date", None),
    "a deadline": ("deadline", Deadline(days=60)),
    "inside the case": ("case.event", "the closure"),
    "deeper": ("sender.figures.members", "1"),
    "of a recipient": ("recipients.1.salutation", "Dear Madam"),
    "of a signatory": ("signatories.1.people.1.in_text", "the chair"),
    "columns": ("signatories.1.columns", 2),
    "of a fact": ("case.facts.1.text", "it was closed."),
    "a question": ("demands.2", "Release her."),
}


@pytest.mark.parametrize(("place", "value"), VALUES.values(), ids=VALUES)
def test_a_place_is_filled_and_nothing_else(place: str, value: object) -> None:
    letter = a_letter(demands=("One.", "Two."))
    filled = fill(place, value).on(letter)
    assert value_at(filled, place) == value
    assert fill(place, value_at(letter, place)).on(filled) == letter


@pytest.mark.parametrize(
    "place", ["", "colour", "recipients.2.name", "recipients.0", "recipients.x", "subject.x", "case.facts.9"]
)
def test_a_place_that_no_letter_has_is_refused(place: str) -> None:
    with pytest.raises(NoSuchPlace):
        fill(place, "x").on(a_letter())


def test_items_are_put_into_a_list_taken_out_and_moved() -> None:
    letter = after(a_letter(), put("questions", "A"), put("questions", "C"), put("questions", "B", at=2))
    assert letter.questions == ("A", "B", "C")
    assert move("questions", 3, 1).on(letter).questions == ("C", "A", "B")
    assert move("questions", 1, 99).on(letter).questions == ("B", "C", "A")
    assert take_out("questions", 2).on(letter).questions == ("A", "C")


@pytest.mark.parametrize("number", [0, 3, -1])
def test_an_item_that_is_not_there_is_neither_taken_out_nor_moved(number: int) -> None:
    letter = a_letter(mandates=some_mandates(2))
    assert take_out("mandates", number).on(letter) == letter
    assert move("mandates", number, 1).on(letter) == letter


def test_a_legal_reference_whose_key_is_taken_comes_without_it() -> None:
    letter = after(
        a_letter(), put("citations", a_treaty_article(key="a")), put("citations", a_treaty_article(key="a"))
    )
    assert [one.key for one in letter.citations] == ["a", ""]


def test_a_signatory_moves_from_one_group_to_another() -> None:
    one, two, three = some_signatories(3)
    groups = (SignatoryGroup(people=(one, two)), SignatoryGroup(people=(three,)))
    letter = move_person(1, 2, to_group=2, to=1).on(a_letter(signatories=groups))
    assert [group.people for group in letter.signatories] == [(one,), (two, three)]


def test_a_part_is_added_behind_another_as_often_as_wanted() -> None:
    letter = after(
        a_letter(),
        add_block(K.TEXT, after="opening"),
        add_block(K.TEXT, after="text", text="Ours."),
        add_block(K.COPIES),
    )
    assert kinds(letter)[4:8] == [K.OPENING, K.TEXT, K.TEXT, K.PATTERN]
    assert [block.key for block in letter.blocks if block.kind is K.TEXT] == ["text", "text-2"]
    assert letter.blocks[-1].key == "copies"
    assert letter.blocks[6].text == "Ours."


def test_a_part_that_is_left_out_comes_back_where_it_was_with_what_was_written() -> None:
    whole = write("pattern", "By hand.", over="Generated.").on(a_letter())
    left = drop("pattern").on(whole)
    assert K.PATTERN not in kinds(left)
    assert restore("pattern").on(left) == whole


def test_the_key_of_a_part_that_lies_aside_is_given_to_no_other() -> None:
    letter = after(a_letter(), drop("opening"), add_block(K.OPENING), restore("opening"))
    assert sorted(b.key for b in letter.blocks if b.kind is K.OPENING) == ["opening", "opening-2"]


def test_a_part_that_the_type_does_not_propose_comes_back_at_the_end() -> None:
    letter = after(a_letter(), add_block(K.TEXT, after="number", text="x"), drop("text"), restore("text"))
    assert letter.blocks[-1].text == "x"


def test_the_last_part_of_a_letter_stays() -> None:
    letter = a_letter(blocks=(a_block(text="All there is."),))
    assert drop("text").on(letter) == letter


def test_parts_move_up_down_and_anywhere() -> None:
    letter = a_letter(blocks=(a_block(K.DATE), a_block(K.OPENING), a_block(K.FACTS)))
    assert kinds(move_up("opening").on(letter)) == [K.OPENING, K.DATE, K.FACTS]
    assert kinds(move_down("opening").on(letter)) == [K.DATE, K.FACTS, K.OPENING]
    assert kinds(move_to("facts", 0).on(letter)) == [K.FACTS, K.DATE, K.OPENING]
    assert kinds(move_to("date", 99).on(letter)) == [K.OPENING, K.FACTS, K.DATE]


@pytest.mark.parametrize(
    "edit", [move_up("date"), move_down("opening"), move_up("x"), drop("x"), restore("x")]
)
def test_what_cannot_be_done_leaves_the_letter_as_it_is(edit: Edit) -> None:
    letter = a_letter(blocks=(a_block(K.DATE), a_block(K.OPENING)))
    assert edit.on(letter) == letter


def block_of(letter: Letter, key: str = "opening") -> tuple[str, str]:
    return next((block.text, block.over) for block in letter.blocks if block.key == key)


def test_writing_remembers_what_it_was_first_written_over() -> None:
    letter = after(a_letter(), write("opening", "Mine", over="Old"), write("opening", "Mine.", over="New"))
    assert block_of(letter) == ("Mine.", "Old")
    assert block_of(accept("opening", over="New").on(letter)) == ("Mine.", "New")
    assert block_of(reset("opening").on(letter)) == ("", "")


@pytest.mark.parametrize("text", ["", "  \n ", "New"])
def test_a_blank_text_or_that_of_the_template_is_not_written_by_hand(text: str) -> None:
    letter = after(a_letter(), write("opening", "Mine", over="New"), write("opening", text, over="New"))
    assert block_of(letter) == ("", "")


def test_what_is_generated_is_not_accepted_by_hand() -> None:
    letter = new_letter(LetterType.PROTEST, "en")
    assert accept("opening", over="New").on(letter) == letter


def test_a_part_has_heading_indent_and_language() -> None:
    letter = after(a_letter(), entitle("facts", "x"), entitle("opening", "Facts"), indent("opening", True))
    block = next(b for b in speak("opening", "ka").on(letter).blocks if b.key == "opening")
    assert (block.heading, block.indented, block.language) == ("Facts", True, "ka")


def test_a_part_is_about_some_legal_references_which_get_keys_for_it() -> None:
    letter = a_letter(
        citations=(a_treaty_article(), ilo(), a_treaty_article(key="mine")), blocks=(a_block(K.LAW),)
    )
    about = cite("law", 2, 3).on(letter)
    assert [one.key for one in about.citations] == ["", "ilo-2", "mine"]
    assert about.blocks[0].cites == ("ilo-2", "mine")
    assert cite("law").on(about).blocks[0].cites == ()


def test_another_type_brings_its_parts_and_keeps_what_was_written_or_added() -> None:
    letter = after(
        new_letter(LetterType.PROTEST, "en"),
        write("opening", "Mine", over="x"),
        write("pattern", "Ours", over="x"),
        add_block(K.TEXT, after="pattern", text="Added"),
        drop("date"),
    )
    joint = choose_type(LetterType.JOINT).on(letter)
    assert kinds(joint) == [
        K.NUMBER, K.ADDRESSEE, K.SUBJECT, K.SALUTATION, K.OPENING, K.PATTERN, K.TEXT, K.CONCERN,
        K.DEMANDS, K.DEADLINE, K.VALEDICTION, K.SIGNATURES, K.DISCLAIMER, K.COPIES,
    ]  # fmt: skip
    assert [block.text for block in joint.blocks if block.text] == ["Mine", "Ours", "Added"]
    assert [block.key for block in joint.aside] == ["date"]


@pytest.mark.parametrize("first", LetterType)
@pytest.mark.parametrize("second", LetterType)
def test_an_untouched_letter_of_another_type_is_as_if_it_had_been_begun_so(
    first: LetterType, second: LetterType
) -> None:
    assert choose_type(second).on(new_letter(first, "en")) == new_letter(second, "en")


def test_another_language_keeps_what_was_written_and_what_counts() -> None:
    letter = a_letter(blocks=(a_block(text="Mine"),), authentic_language="en")
    french = choose_language("fr").on(letter)
    assert (french.language, french.authentic_language) == ("fr", "fr")
    assert french.blocks == letter.blocks
    assert choose_language("en").on(letter) == letter


def test_the_language_of_a_version_changes_places_with_it() -> None:
    version = a_letter(language="ka", subject="დახურვა")
    letter = a_letter(versions=(version, a_letter(language="fr")), authentic_language="en")
    swapped = choose_language("ka").on(letter)
    assert (swapped.language, swapped.subject, swapped.authentic_language) == ("ka", "დახურვა", "en")
    assert {each.language for each in swapped.versions} == {"en", "fr"}
    assert after(swapped, choose_language("en")).subject == letter.subject


def test_recipients_and_the_earlier_letter_are_chosen() -> None:
    earlier = EarlierLetter(number="1/01-3")
    letter = after(a_letter(), address_to(a_recipient(name="A"), a_recipient(name="B")), follow(earlier))
    assert [one.name for one in letter.recipients] == ["A", "B"]
    assert letter.earlier == earlier


def test_a_new_case_ticks_every_fact_that_is_not_confidential() -> None:
    case = a_case(title="Other", facts=(a_fact(), SECRET, a_risk()))
    letter = choose_case(case, State(code="KAZ")).on(a_letter())
    assert letter.case.facts == (a_fact(), a_risk())
    assert letter.state.code == "KAZ"
    assert choose_case(case).on(a_letter()).state == a_letter().state


def test_the_same_case_chosen_again_keeps_what_was_ticked() -> None:
    letter = a_letter(case=a_case(facts=(a_risk(),)))
    again = choose_case(a_case(facts=(a_fact(), a_risk()), concern="more")).on(letter)
    assert (again.case.facts, again.case.concern) == ((a_risk(),), "more")


def test_facts_are_ticked_and_unticked_and_confidential_ones_never() -> None:
    letter = a_letter(case=a_case(facts=()))
    ticked = after(letter, tick(a_fact()), tick(SECRET), tick(a_fact()), tick(a_risk()))
    assert ticked.case.facts == (a_fact(), a_risk())
    assert untick(a_fact()).on(ticked).case.facts == (a_risk(),)


def test_what_can_be_ticked_is_what_is_known_and_what_the_letter_has() -> None:
    own = Fact(text="typed in the letter.")
    letter = a_letter(case=a_case(facts=(a_fact(), own)))
    choices = fact_choices((a_fact(), a_risk(), SECRET), letter)
    assert [(one.fact, one.is_ticked, one.may_tick) for one in choices] == [
        (a_fact(), True, True),
        (a_risk(), False, True),
        (SECRET, False, False),
        (own, True, True),
    ]


def test_edits_of_parts_settle_a_letter_that_has_none_of_its_own() -> None:
    letter = a_letter(drop=(K.PATTERN,))
    assert kinds(write("opening", "Mine", over="x").on(letter)) == [
        kind for kind in LETTER_RULES[letter.type].blocks if kind is not K.PATTERN
    ]
    assert replace(letter, blocks=()) == letter
