"""The sender and the signatories in the language of the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.senders import (
    SenderProfile,
    SignatoryRecord,
    sender_for_letter,
    signatories_for_letter,
)
from tests.directory_builders import a_profile, a_signatory_record


def test_the_address_follows_the_letterhead() -> None:
    sender = sender_for_letter(replace(a_profile(), figures_as_of=date(2017, 6, 30)), "en")
    assert sender.letterhead == ("Federation of Bakers", "1 Bread st.")
    assert (sender.figures.members, sender.figures.as_of) == ("12 000", date(2017, 6, 30))


def test_a_sender_speaks_the_language_of_the_letter_or_english() -> None:
    assert sender_for_letter(a_profile(), "ka").organisation == "მცხობელთა ფედერაცია"
    assert sender_for_letter(a_profile(), "fr").organisation == "Federation of Bakers"
    assert sender_for_letter(SenderProfile(), "fr").organisation == ""


def test_signatories_stand_in_one_group_in_their_order() -> None:
    second = a_signatory_record(key="second")
    (group,) = signatories_for_letter([a_signatory_record(), second], "ka")
    assert [person.name for person in group.people] == ["ანა გელაშვილი"] * 2
    assert group.people[0].capacities == ("პრეზიდენტი",)


def test_nobody_is_no_group() -> None:
    assert signatories_for_letter([], "en") == ()
    assert signatories_for_letter([SignatoryRecord()], "en")[0].people[0].name == ""
