"""Letters and their blocks: keys, texts by hand, versions, and what each type proposes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.composed import NO_WORDING, Gap
from app.domain.languages import NotALanguage
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Block, BlockKind, DoubleBlockKey, Letter, LetterType, WrongVersion, keyed
from tests.builders import a_block, a_letter, signed_by, some_signatories

blocks = st.lists(
    st.builds(
        Block, kind=st.sampled_from(BlockKind), key=st.sampled_from(["", "", "", "x", "text-2", "facts"])
    ),
    max_size=12,
).map(tuple)


def keys(letter: Letter) -> list[str]:
    return [block.key for block in letter.blocks]


@given(blocks)
def test_every_block_gets_a_key_of_its_own(some: tuple[Block, ...]) -> None:
    given_keys = [block.key for block in some if block.key]
    if len(given_keys) != len(set(given_keys)):
        with pytest.raises(DoubleBlockKey):
            keyed(some)
        return
    named = keyed(some)
    found = [block.key for block in named]
    assert all(found)
    assert len(found) == len(set(found))
    assert [key for key in found if key in given_keys] == given_keys
    assert keyed(named) == named


def test_a_block_is_named_after_its_kind_and_counted_when_repeated() -> None:
    assert keys(a_letter(blocks=(a_block(), a_block(), a_block(BlockKind.FACTS), a_block()))) == [
        "text", "text-2", "facts", "text-3",
    ]  # fmt: skip


def test_a_given_key_is_kept_and_never_given_again() -> None:
    assert keys(a_letter(blocks=(a_block(), a_block(key="text"), a_block()))) == ["text-2", "text", "text-3"]


def test_two_blocks_with_one_key_are_refused_by_name() -> None:
    with pytest.raises(DoubleBlockKey, match="“mine”"):
        a_letter(blocks=(a_block(key="mine"), a_block(BlockKind.FACTS, key="mine")))


def test_a_letter_of_its_own_blocks_keeps_them() -> None:
    own = a_letter(blocks=(a_block(),))
    assert own.with_blocks([BlockKind.FACTS]) is own


def test_a_letter_without_blocks_takes_those_proposed() -> None:
    assert keys(a_letter().with_blocks([BlockKind.FACTS, BlockKind.LAW])) == ["facts", "law"]


def test_changing_a_block_leaves_the_others_alone() -> None:
    letter = a_letter(blocks=(a_block(), a_block(), a_block()))
    changed = letter.changing("text-2", lambda block: block.written("by hand", over=""))
    assert [block.text for block in changed.blocks] == ["", "by hand", ""]
    assert letter.changing("no such block", Block.reset) == letter


def test_a_text_by_hand_and_a_reset_are_each_others_counterparts() -> None:
    block = a_block(BlockKind.FACTS, key="x", language="fr", indented=True, heading="H")
    assert block.written("a", over="b").reset() == block


@pytest.mark.parametrize(
    ("text", "over", "generated", "outdated"),
    [
        pytest.param("mine", "was", "was", False, id="nothing changed"),
        pytest.param("mine", "was", "is", True, id="the data changed"),
        pytest.param("mine", "", "is", False, id="nothing was replaced"),
        pytest.param("", "was", "is", False, id="not written by hand"),
    ],
)
def test_a_text_by_hand_is_outdated_when_what_it_replaced_differs(
    text: str, over: str, generated: str, outdated: bool
) -> None:
    assert a_block(text=text, over=over).is_outdated(generated) is outdated


def test_the_people_of_a_letter_are_those_of_all_groups_in_order() -> None:
    two, three = signed_by(*some_signatories(2)), signed_by(*some_signatories(3))
    names = [person.name for person in a_letter(signatories=two + three).people]
    assert names == ["Signatory 1", "Signatory 2", "Signatory 1", "Signatory 2", "Signatory 3"]


@pytest.mark.parametrize("language", ["English", "EN", "", "en_GB", "e", "en-gb"])
def test_a_letter_wants_a_language(language: str) -> None:
    with pytest.raises(NotALanguage):
        a_letter(language=language)


@pytest.mark.parametrize(
    ("languages", "authentic", "inner"),
    [
        pytest.param(["en"], "", False, id="the same language twice"),
        pytest.param(["ka", "ka"], "", False, id="a version twice"),
        pytest.param(["ka"], "fr", False, id="an authentic language that is not there"),
        pytest.param(["ka"], "", True, id="versions of a version"),
    ],
)
def test_versions_that_do_not_fit_together_are_refused(
    languages: list[str], authentic: str, inner: bool
) -> None:
    more = (a_letter(language="ru"),) if inner else ()
    versions = tuple(replace(a_letter(language=language), versions=more) for language in languages)
    with pytest.raises(WrongVersion):
        a_letter(versions=versions, authentic_language=authentic)


def test_versions_need_not_pair_up_in_their_blocks() -> None:
    whole = a_letter(versions=(a_letter(language="ka", blocks=(a_block(),)),), authentic_language="ka")
    assert [len(version.blocks) for version in whole.versions] == [1]


@pytest.mark.parametrize("letter_type", LetterType)
def test_every_type_proposes_blocks_without_repeating_one(letter_type: LetterType) -> None:
    proposed = LETTER_RULES[letter_type].blocks
    assert proposed
    assert len(proposed) == len(set(proposed))
    assert proposed.count(BlockKind.SIGNATURES) == 1
    assert BlockKind.DATE in proposed
    assert LETTER_RULES[letter_type].series


@pytest.mark.parametrize("letter_type", LetterType)
def test_only_an_allegation_has_sixty_days(letter_type: LetterType) -> None:
    assert LETTER_RULES[letter_type].reply_days == (60 if letter_type is LetterType.UN_ALLEGATION else 0)


@pytest.mark.parametrize(
    ("letter_type", "own"),
    [
        (LetterType.PROTEST, {BlockKind.NUMBER, BlockKind.VOCATIVE, BlockKind.ADDRESS}),
        (LetterType.UN_ALLEGATION, {BlockKind.MANDATES, BlockKind.DEADLINE, BlockKind.ANNEX}),
        (LetterType.UN_URGENT_APPEAL, {BlockKind.MANDATES, BlockKind.QUESTIONS, BlockKind.ANNEX}),
        (LetterType.UN_OTHER, {BlockKind.MANDATES, BlockKind.LAW}),
        (LetterType.JOINT, {BlockKind.DEMANDS, BlockKind.DISCLAIMER, BlockKind.COPIES}),
        (LetterType.FOLLOW_UP, {BlockKind.EARLIER, BlockKind.QUESTIONS}),
    ],
)
def test_each_type_proposes_what_makes_it(letter_type: LetterType, own: set[BlockKind]) -> None:
    assert own <= set(LETTER_RULES[letter_type].blocks)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("case.event", "opening: “case.event” is empty. Fill it in, or write the block by hand."),
        ("", "opening: nothing to print. Fill in its data, write its text, or drop the block."),
        (
            NO_WORDING,
            (
                "opening: this type of letter has no wording for it in this language. "
                "Write the block by hand, or drop it."
            ),
        ),
        (
            "recipient.name",
            "opening: “recipients.name” is empty. Fill it in, or write the block by hand.",
        ),
        ("letter.subject", "opening: “subject” is empty. Fill it in, or write the block by hand."),
    ],
)
def test_a_gap_says_what_is_open_and_how_to_close_it(place: str, sentence: str) -> None:
    assert str(Gap("opening", BlockKind.OPENING, place).sentence) == sentence
