"""What the step “Signatories, copies, number and date” knows and does; no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.letters import BlockKind, LetterType
from app.domain.people import Signatory, SignatoryGroup
from app.domain.records import RecordKind
from app.domain.senders import SignatoryRecord, SignatoryTexts, signatory_for_letter
from app.flow.blocks import settled
from app.flow.filling import fill, move_person, put, take_out
from app.gui.widgets.rows import Row

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter

_CREATE: Final = N_("Add “{text}”")
_NOBODY: Final = N_("Name missing")
_UN: Final = frozenset({LetterType.UN_ALLEGATION, LetterType.UN_URGENT_APPEAL, LetterType.UN_OTHER})


@dataclass(frozen=True, kw_only=True)
class PersonState:
    """One signatory as a card shows it; group and number are counted from 1."""

    group: int
    number: int
    title: str
    line: str

    @property
    def place(self) -> str:
        """Where in the letter the person stands."""
        return f"signatories.{self.group}.people.{self.number}"


class SigningPresenter:
    """Who signs the letter of a guide, and what else belongs to its end."""

    def __init__(self, guide: GuidePresenter) -> None:
        self._guide = guide

    @property
    def groups(self) -> tuple[tuple[PersonState, ...], ...]:
        """The signatories of the letter, group by group."""
        return tuple(
            tuple(self._person(at, number, one) for number, one in enumerate(group.people, start=1))
            for at, group in enumerate(self._guide.letter.signatories, start=1)
        )

    @property
    def has_mandates(self) -> bool:
        """Whether letters of this kind are written in the capacity of mandates."""
        letter = settled(self._guide.letter)
        kinds = {block.kind for block in letter.blocks}
        return letter.type in _UN or bool(letter.mandates) or BlockKind.MANDATES in kinds

    @property
    def has_reference(self) -> bool:
        """Whether the letter has a number that others assign."""
        letter = settled(self._guide.letter)
        kinds = {block.kind for block in letter.blocks}
        return letter.type in _UN or bool(letter.reference) or BlockKind.REFERENCE in kinds

    @property
    def may_take_the_sender_s(self) -> bool:
        """Whether nobody signs yet, and it is known who signs for the sender."""
        return bool(self._guide.origins.sender) and not self._guide.letter.people

    def rows(self, typed: str) -> Sequence[Row]:
        """Give who may sign, as one types; may be asked on any thread."""
        found = self._guide.office.finder.find(typed, [RecordKind.SIGNATORY])
        return [Row(one.key, one.title, one.matched if one.matched != one.title else "") for one in found]

    def creating(self, text: str) -> str:
        """Say what the last row of the list does."""
        return self._guide.texts.text(_CREATE, text=text)

    def add_known(self, key: str) -> PersonState:
        """Let somebody sign whom the office knows, last of all."""
        office, language = self._guide.office, self._guide.letter.language
        return self._add(signatory_for_letter(office.senders.signatory(key), language))

    def add_new(self, name: str) -> PersonState:
        """Let somebody sign who is not known yet, last of all."""
        return self._add(Signatory(name=name))

    def take_the_sender_s(self) -> None:
        """Let those sign who sign for the sender."""
        key, language = self._guide.origins.sender, self._guide.letter.language
        groups = self._guide.office.senders.signatories_for_letter(key, language)
        self._guide.do(fill("signatories", groups))

    def add_group(self) -> int:
        """Begin another group and give its number."""
        self._guide.do(put("signatories", SignatoryGroup()))
        return len(self._guide.letter.signatories)

    def remove(self, person: PersonState) -> None:
        """Let somebody not sign; a group of nobody goes with him or her, unless it has a heading."""
        group = self._guide.letter.signatories[person.group - 1]
        if len(group.people) == 1 and not group.heading:
            self._guide.do(take_out("signatories", person.group))
        else:
            self._guide.do(take_out(f"signatories.{person.group}.people", person.number))

    def remove_group(self, number: int) -> None:
        """Take a group out with everybody in it."""
        self._guide.do(take_out("signatories", number))

    def move(self, person: PersonState, by: int) -> PersonState:
        """Move somebody up or down, at the end of a group into the next; say where he or she is now."""
        groups = self._guide.letter.signatories
        group, number = person.group, person.number + by
        if not 1 <= number <= len(groups[group - 1].people):
            group += by
            if not 1 <= group <= len(groups):
                return person
            number = len(groups[group - 1].people) + 1 if by < 0 else 1
        self._guide.do(move_person(person.group, person.number, group, number))
        return replace(person, group=group, number=number)

    def keep(self, person: PersonState) -> None:
        """Keep somebody for other letters, in the language of this one."""
        letter = self._guide.letter
        one = letter.signatories[person.group - 1].people[person.number - 1]
        texts = SignatoryTexts(
            language=letter.language,
            name=one.name,
            capacities=one.capacities,
            organisation=one.organisation,
            in_text=one.in_text,
            witness=one.witness,
        )
        self._guide.office.senders.save(SignatoryRecord(texts=(texts,)))

    def _add(self, person: Signatory) -> PersonState:
        if not self._guide.letter.signatories:
            self._guide.do(fill("signatories", (SignatoryGroup(people=(person,)),)))
        else:
            at = len(self._guide.letter.signatories)
            self._guide.do(put(f"signatories.{at}.people", person))
        return self.groups[-1][-1]

    def _person(self, group: int, number: int, one: Signatory) -> PersonState:
        title = one.name or one.organisation or self._guide.texts.text(_NOBODY)
        own = (*one.capacities, one.organisation if one.name else "")
        return PersonState(
            group=group, number=number, title=title, line=" · ".join(line for line in own if line)
        )
