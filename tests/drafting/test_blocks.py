"""Blocks in a letter: dropped, added, repeated, moved, written by hand, reset."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Block, BlockKind, Letter, LetterType
from app.drafting.composing import compose
from app.drafting.context import Printing
from tests.builders import a_block, a_case, a_letter, a_recipient, a_treaty_article, an_allegation, in_words
from tests.drafting.making import composed, printed, read, shipped
from tests.drafting.reading import DocxRead


def proposed(letter: Letter) -> Letter:
    return letter.with_blocks(LETTER_RULES[letter.type].blocks)


def kinds(letter: Letter) -> list[BlockKind]:
    return [block.kind for block in composed(letter).blocks]


@pytest.mark.parametrize("letter_type", LetterType)
def test_a_letter_without_blocks_has_those_of_its_type_in_order(letter_type: LetterType) -> None:
    assert kinds(a_letter(type=letter_type)) == list(LETTER_RULES[letter_type].blocks)


def test_a_dropped_block_is_not_printed() -> None:
    whole = proposed(a_letter())
    without = replace(
        whole, blocks=tuple(each for each in whole.blocks if each.kind is not BlockKind.PATTERN)
    )
    assert "Policy of suppressing" in read(whole).whole
    assert "Policy of suppressing" not in read(without).whole


def test_an_added_block_stands_where_it_was_put() -> None:
    whole = proposed(a_letter())
    first, *others = whole.blocks
    added = replace(whole, blocks=(first, a_block(text="Added."), *others))
    assert read(added).texts[1] == "Added."


def test_a_block_may_be_repeated() -> None:
    twice = a_letter(
        blocks=(a_block(BlockKind.VOCATIVE), a_block(BlockKind.VALEDICTION), a_block(BlockKind.VOCATIVE))
    )
    assert read(twice).texts == ("Madam Prime Minister,", "Sincerely,", "Madam Prime Minister,")


def test_blocks_may_be_moved() -> None:
    whole = proposed(a_letter())
    moved = replace(whole, blocks=tuple(reversed(whole.blocks)))
    texts = read(moved).texts
    assert texts.index("Sincerely,") < texts.index("Madam Prime Minister,")
    assert texts[-1].startswith("№")


def test_concern_and_law_can_alternate_each_with_its_own_references() -> None:
    letter = an_allegation(
        citations=(a_treaty_article(key="a", articles=("22",)), a_treaty_article(key="b", articles=("21",))),
        blocks=(
            a_block(BlockKind.LAW, heading="Association", cites=("a",)),
            a_block(BlockKind.LAW, heading="Assembly", cites=("b",)),
            a_block(BlockKind.LAW),
        ),
    )
    said = read(letter).texts
    assert said[0] == "Association"
    assert "article 22" in said[1]
    assert said[2] == "Assembly"
    assert "article 21" in said[3]
    assert ["article 22" in said[4], "article 21" in said[5]] == [True, True]
    assert read(letter).styled("Heading2") == ("Association", "Assembly")


def test_a_written_block_keeps_its_text_when_the_data_change() -> None:
    letter = proposed(a_letter())
    letter = letter.changing("vocative", lambda block: block.written("Madam,", over="Madam Prime Minister,"))
    changed = replace(letter, recipients=(a_recipient(vocative="Mr. Prime Minister"),))
    assert printed(changed, BlockKind.VOCATIVE).text == "Madam,"
    assert printed(changed, BlockKind.VOCATIVE).generated == "Mr. Prime Minister,"


def test_a_written_block_shows_when_what_it_replaced_reads_differently() -> None:
    letter = proposed(a_letter())
    generated = printed(letter, BlockKind.VOCATIVE).generated
    letter = letter.changing("vocative", lambda block: block.written("Madam,", over=generated))
    changed = replace(letter, recipients=(a_recipient(vocative="Mr. Prime Minister"),))
    assert not printed(letter, BlockKind.VOCATIVE).outdated
    assert printed(changed, BlockKind.VOCATIVE).outdated


def test_a_block_that_was_reset_is_generated_again() -> None:
    letter = proposed(a_letter())
    letter = letter.changing("vocative", lambda block: block.written("Madam,", over="x"))
    letter = letter.changing("vocative", Block.reset)
    block = printed(letter, BlockKind.VOCATIVE)
    assert (block.text, block.written, block.outdated) == ("Madam Prime Minister,", False, False)


def test_a_block_may_speak_another_language() -> None:
    letter = in_words("Hello", "Bonjour")
    first, second = letter.blocks
    document = read(replace(letter, blocks=(first, replace(second, language="fr"))))
    assert [set(paragraph.languages) for paragraph in document.paragraphs if paragraph.text] == [
        {"en-GB"},
        {"fr-FR"},
    ]


def test_an_english_address_may_stand_on_a_letter_in_another_language() -> None:
    letter = a_letter(
        recipients=(a_recipient(address_language="ka"),),
        blocks=(a_block(BlockKind.SALUTATION), a_block(BlockKind.ADDRESS)),
    )
    assert [block.language for block in composed(letter).blocks] == ["en", "ka"]


def test_an_indented_block_is_set_in() -> None:
    letter = in_words("a", "b")
    first, second = letter.blocks
    document = read(replace(letter, blocks=(first, replace(second, indented=True))))
    assert [paragraph.style for paragraph in document.paragraphs] == ["BodyText", "BodyTextIndent"]


def test_an_arabic_block_runs_from_right_to_left_and_a_latin_one_does_not() -> None:
    letter = in_words("نعرب عن قلقنا **ITUC** البالغ\n\n1. أول", "ნინო აბაშიძე & Co")
    arabic, georgian = letter.blocks
    letter = replace(letter, blocks=(replace(arabic, language="ar"), replace(georgian, language="ka")))
    first, second, third = read(letter).paragraphs
    assert all("bidi" in paragraph.marks for paragraph in (first, second))
    assert all(run.right_to_left and run.language == "ar-SA" for run in (*first.runs, *second.runs))
    assert "bidi" not in third.marks
    assert third.text == "ნინო აბაშიძე & Co"
    assert third.languages == {"ka-GE"}


def test_the_paragraph_properties_of_a_right_to_left_block_keep_the_order_of_the_standard() -> None:
    letter = in_words("- أول\n\n  ثان")
    document = read(replace(letter, blocks=(replace(letter.blocks[0], language="ar"),)))
    orders = [_order(document, index) for index in range(2)]
    assert orders == [["pStyle", "numPr", "bidi"], ["pStyle", "bidi", "ind"]]


def _order(document: DocxRead, index: int) -> list[str]:
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraph = list(document.body.iter(f"{w}p"))[index]
    return [str(each.tag).removeprefix(w) for each in paragraph[0]]


def test_an_allegation_proposes_sixty_days() -> None:
    assert printed(an_allegation(), BlockKind.DEADLINE).text == (
        "We would appreciate receiving a response within 60 days."
    )


def test_composing_twice_gives_the_same() -> None:
    letter, wording = a_letter(), shipped().template_for(a_letter()).wording
    assert compose(letter, wording, Printing()) == compose(letter, wording, Printing())


def test_data_changed_in_one_letter_do_not_reach_another() -> None:
    other = a_letter(case=a_case(event="another event"))
    assert "another event" in read(other).whole
    assert "another event" not in read(a_letter()).whole
