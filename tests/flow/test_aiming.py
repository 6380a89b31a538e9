"""From the page to the form and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.letters import LetterType
from app.flow.aiming import block_for, target_of_block
from app.flow.choosing import new_letter
from app.flow.naming import Step
from tests.builders import a_letter, a_recipient


@pytest.mark.parametrize(
    ("block", "step", "place"),
    [
        pytest.param("salutation", Step.RECIPIENTS, "recipients.1.salutation", id="salutation"),
        pytest.param("signatures", Step.SIGNING, "signatories", id="signatures"),
        pytest.param("opening", Step.TEXT, "blocks.opening", id="made of many things"),
        pytest.param("nothing", Step.TEXT, "blocks.nothing", id="not there"),
    ],
)
def test_a_block_leads_to_the_field_it_is_made_from(block: str, step: Step, place: str) -> None:
    letter = replace(new_letter(LetterType.PROTEST, "en"), recipients=(a_recipient(salutation=""),))
    target = target_of_block(letter, block, Step.KIND)
    assert (target.step, target.place) == (step, place)


def test_a_block_that_was_written_by_hand_is_changed_by_hand() -> None:
    letter = a_letter().changing("salutation", lambda block: block.written("Dear friends,", over="Dear"))
    assert target_of_block(letter, "salutation", Step.KIND).place == "blocks.salutation"


def test_who_is_at_the_text_stays_there() -> None:
    assert target_of_block(a_letter(), "salutation", Step.TEXT).step is Step.TEXT


@pytest.mark.parametrize(
    ("place", "block"),
    [
        pytest.param("recipients.1.salutation", "salutation", id="the nearest"),
        pytest.param("recipients.2.name", "addressee", id="the whole"),
        pytest.param("blocks.opening", "opening", id="a block itself"),
        pytest.param("case.event", "", id="in several"),
        pytest.param("subject", "", id="in no block of this letter"),
    ],
)
def test_a_place_is_shown_by_the_block_that_is_made_of_it(place: str, block: str) -> None:
    assert block_for(new_letter(LetterType.PROTEST, "en"), place) == block
