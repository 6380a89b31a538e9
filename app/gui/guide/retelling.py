"""Says again in another language what a letter took from the directories; what was written stays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from app.domain.case_files import case_for_letter
from app.domain.cases import Case, Fact
from app.domain.forms_of_address import Style
from app.domain.letters import Letter, LetterType
from app.domain.people import Recipient, Sender, State
from app.domain.records import RecordNotFound

if TYPE_CHECKING:
    from app.bootstrap import Office
    from app.domain.case_files import CaseFile
    from app.domain.directory import Origins

T = TypeVar("T", Sender, State, Recipient, Case)
_UN = frozenset({LetterType.UN_ALLEGATION, LetterType.UN_URGENT_APPEAL, LetterType.UN_OTHER})


def style_of(letter_type: LetterType) -> Style:
    """Give how formal a type of letter addresses people."""
    return Style.VERY_FORMAL if letter_type in _UN else Style.FORMAL


def carried(value: T, before: T, now: T) -> T:
    """Give a value with what the directory says now wherever it says what the directory said before."""
    same = {
        field.name: getattr(now, field.name)
        for field in fields(value)
        if getattr(value, field.name) == getattr(before, field.name)
    }
    return replace(value, **same)


class Retelling:
    """Takes a letter from one language and type to another."""

    def __init__(self, office: Office, origins: Origins, day: date) -> None:
        self._office, self._origins, self._day = office, origins, day

    def told(self, before: Letter, now: Letter) -> Letter:
        """Give ``now`` with the data of ``before`` in its own language and style.

        A record that was deleted for good leaves the letter as it is.
        """
        parts: tuple[Callable[[Letter, Letter], Letter], ...] = (
            self._sender,
            self._signatories,
            self._recipients,
            self._state,
            self._case,
        )
        for part in parts:
            with suppress(RecordNotFound):
                now = part(before, now)
        return now

    def _sender(self, before: Letter, now: Letter) -> Letter:
        if not self._origins.sender:
            return now
        old, new = (
            self._office.senders.sender_for_letter(self._origins.sender, tag)
            for tag in (before.language, now.language)
        )
        return replace(now, sender=carried(now.sender, old, new))

    def _signatories(self, before: Letter, now: Letter) -> Letter:
        if not self._origins.sender:
            return now
        old, new = (
            self._office.senders.signatories_for_letter(self._origins.sender, tag)
            for tag in (before.language, now.language)
        )
        return replace(now, signatories=new) if now.signatories == old else now

    def _recipients(self, before: Letter, now: Letter) -> Letter:
        chosen = self._origins.recipients
        if len(chosen) != len(now.recipients):
            return now
        book, told = self._office.address_book, []
        for addressee, recipient in zip(chosen, now.recipients, strict=True):
            if not addressee.keys:
                told.append(recipient)
                continue
            old, new = (
                book.recipient_for_a_letter(addressee, one.language, self._day, style_of(one.type)).recipient
                for one in (before, now)
            )
            told.append(carried(recipient, old, new))
        return replace(now, recipients=tuple(told))

    def _state(self, before: Letter, now: Letter) -> Letter:
        code = now.state.code
        if not code:
            return now
        old, new = (
            self._office.address_book.state_for_a_letter(code, tag) for tag in (before.language, now.language)
        )
        return replace(now, state=carried(now.state, old, new))

    def _case(self, before: Letter, now: Letter) -> Letter:
        if not self._origins.case:
            return now
        file = self._office.case_files.case(self._origins.case)
        old, new = (case_for_letter(file, tag).case for tag in (before.language, now.language))
        case = carried(now.case, old, new)
        return replace(now, case=replace(case, facts=_facts(file, before, now)))


def facts_by_key(file: CaseFile, language: str) -> dict[str, Fact]:
    """Give the facts that a letter in a language may tell, by their keys in the case file."""
    told = {fact.key: case_for_letter(file, language, (fact.key,)).case.facts for fact in file.facts_to_tell}
    return {key: facts[0] for key, facts in told.items() if facts}


def _facts(file: CaseFile, before: Letter, now: Letter) -> tuple[Fact, ...]:
    """Give the facts that the letter tells in its language; what has no text there is left out."""
    keys = {fact: key for key, fact in facts_by_key(file, before.language).items()}
    new = facts_by_key(file, now.language)
    said = ((replace(fact, source=""), fact) for fact in now.case.facts)
    told = (new.get(keys[bare]) if bare in keys else fact for bare, fact in said)
    return tuple(fact for fact in told if fact is not None)
