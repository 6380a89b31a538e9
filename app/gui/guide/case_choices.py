"""What the third step decides: the case, its facts, the State, and where changes are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.case_files import CaseFact, CaseFile, CaseTexts
from app.domain.cases import Case, Confidence, Fact
from app.domain.dates import PartialDate
from app.domain.people import State
from app.domain.records import RecordKind, RecordNotFound
from app.domain.said import said_anyhow, said_in, saying
from app.domain.states import STATE_PLACES, StateForms, StateNames
from app.flow.choosing import choose_case, tick, untick
from app.flow.editing import Edit, Verb
from app.flow.filling import fill
from app.gui.guide.case_keeping import file_of, in_file, kept_in_file
from app.gui.guide.retelling import facts_by_key
from app.gui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.letters import Letter
    from app.gui.guide.presenter import GuidePresenter
    from app.services.records import Change

_LAST: Final = PartialDate(9999)


@dataclass(frozen=True)
class FactLine:
    """One fact as the list shows it: what is known of it, and whether the letter says it.

    ``key`` names it in the case file; without one it is in the letter only. ``told`` is
    what the letter says of it, nothing where it has no text in the letter's language.
    """

    known: CaseFact
    key: str
    told: Fact | None
    is_ticked: bool

    @property
    def may_tick(self) -> bool:
        """Say whether the letter may say it."""
        return self.told is not None and not self.known.confidential

    def text(self, language: str) -> str:
        """Give its sentence in a language, else in any."""
        said = said_anyhow(self.known.texts, language)
        return said.text if said else ""


class CaseChoices:
    """Decides for the page of case and facts; ``keeps`` says whether changes go into the case file."""

    def __init__(self, guide: GuidePresenter) -> None:
        self._guide, self._files = guide, guide.office.case_files
        self._book, self._finder = guide.office.address_book, guide.office.finder
        self._read: CaseFile | None = None
        self.keeps = True

    # ── The case ─────────────────────────────────────────────────────────────

    def suggest(self, typed: str) -> Sequence[Row]:
        """Find cases by any part of a title, an organisation or a person."""
        return [
            Row(one.key, one.title, one.matched if one.matched != one.title else one.state, icon="briefcase")
            for one in self._finder.find(typed, (RecordKind.CASE,), limit=8)
        ]

    @property
    def file(self) -> CaseFile | None:
        """The case file that was chosen; nothing where the letter has none."""
        key = self._guide.origins.case
        if not key:
            return None
        if self._read is None or self._read.key != key:
            try:
                self._read = self._files.case(key)
            except RecordNotFound:
                return None
        return self._read

    def forget(self) -> None:
        """Read the case file anew."""
        self._read = None

    def choose(self, key: str) -> None:
        """Write about a case: its texts, its open facts, its State."""
        letter = self._guide.letter
        case = self._files.case_for_letter(key, letter.language).case
        state = self._book.state_for_a_letter(case.state, letter.language) if case.state else None
        state = state if letter.state == State() else None
        origins = replace(self._guide.origins, case=key, facts=None)
        self._guide.do(choose_case(case, state), origins)
        self._files.mark_used(key)

    def create(self, title: str) -> None:
        """Begin a new case file and write about it."""
        letter = self._guide.letter
        texts = CaseTexts(language=letter.language, title=title)
        self.choose(self._files.save(CaseFile(texts=(texts,), state=letter.state.code)).key)

    def keep_as_file(self) -> None:
        """Make a case file of what the letter says; sources are in the file only from then on."""
        letter = self._guide.letter
        key = self._files.save(file_of(letter.case, letter.language)).key
        told = self._files.case_for_letter(key, letter.language).case
        self._guide.do(fill("case", told), replace(self._guide.origins, case=key, facts=None))

    @property
    def has_gaps(self) -> bool:
        """Say whether the letter wants something of the case that is not written."""
        places = [gap.target.place for gap in self._guide.state.review.gaps]
        return any(place.startswith("case.") and place != "case.facts" for place in places)

    @property
    def is_begun(self) -> bool:
        """Say whether the letter has a case."""
        return self._guide.letter.case != Case() or bool(self._guide.origins.case)

    def keep(self) -> bool:
        """Keep in the case file what the letter says otherwise, and say whether there was something."""
        file = self.file
        if file is None or not self.keeps:
            return False
        kept = kept_in_file(file, self._guide.letter.case, self._guide.letter.language)
        if kept == file:
            return False
        self._save(kept)
        return True

    # ── The State ────────────────────────────────────────────────────────────

    def choose_state(self, code: str) -> None:
        """Say which State the letter addresses; a case without one is of that State."""
        state = self._state(code)

        def change(letter: Letter) -> Letter:
            case = letter.case if letter.case.state or not code else replace(letter.case, state=code)
            return replace(letter, state=state, case=case)

        self._guide.do(Edit(Verb.CHANGE, "state", change))

    @property
    def may_keep_state(self) -> bool:
        """Say whether the letter names the State otherwise than the list of States."""
        state = self._guide.letter.state
        return bool(state.code) and state != self._state(state.code)

    def keep_state(self) -> None:
        """Keep how the letter names the State for later letters."""
        letter = self._guide.letter
        state, known = letter.state, {one.key: one for one in self._book.states()}
        names = known.get(state.code, StateNames(key=state.code))
        said = {place: getattr(state, place) for place in STATE_PLACES}
        forms = StateForms(language=letter.language, **said)
        self._book.save(replace(names, forms=saying(names.forms, forms)))

    # ── The facts ────────────────────────────────────────────────────────────

    def facts(self) -> tuple[FactLine, ...]:
        """Give the facts of the case file and of the letter, oldest first, undated last."""
        letter, file = self._guide.letter, self.file
        told = facts_by_key(file, letter.language) if file else {}
        ticked = {replace(fact, source=""): fact for fact in letter.case.facts}
        lines = [
            FactLine(fact, fact.key, ticked.get(now, now) if now else None, now in ticked)
            for fact in (file.facts if file else ())
            for now in (told.get(fact.key),)
        ]
        known = {line.told for line in lines}
        lines += [
            FactLine(in_file(fact, letter.language), "", fact, is_ticked=True)
            for fact in letter.case.facts
            if fact not in known
        ]
        return tuple(sorted(lines, key=lambda line: line.known.when or _LAST))

    def tick(self, line: FactLine, *, on: bool) -> None:
        """Let the letter say a fact, or say it no more."""
        if line.told is None or (on and not line.may_tick):
            return
        edit = tick(line.told) if on else untick(line.told)
        self._guide.do(edit, replace(self._guide.origins, facts=self._ticked_after(line, on=on)))

    def save_fact(self, line: FactLine | None, fact: CaseFact) -> None:
        """Keep a new fact or a changed one; the letter says it if it said it before, or if it is new."""
        before = line.told if line and line.is_ticked else None
        now = self._kept(line, fact)
        if now is None or (line is not None and not line.is_ticked):
            if before is not None:
                self._replace(before, None)
            return
        self._replace(before, now)

    def remove_fact(self, line: FactLine) -> Change | None:
        """Take a fact out of the letter and, where changes are kept there, out of the case file."""
        change = None
        file = self.file
        if line.key and file and self.keeps:
            left = tuple(fact for fact in file.facts if fact.key != line.key)
            change = self._save(replace(file, facts=left))
        if line.told is not None:
            self._guide.do(untick(line.told))
        return change

    def take_back(self, change: Change) -> None:
        """Take back what was changed in the case file."""
        self._files.undo(change)
        self.forget()

    @property
    def keeps_facts(self) -> bool:
        """Say whether a fact goes into a case file, where sources and confidential facts have their place."""
        return self.keeps and self.file is not None

    # ── Inside ───────────────────────────────────────────────────────────────

    def _kept(self, line: FactLine | None, fact: CaseFact) -> Fact | None:
        """Keep a fact where it belongs, and give what the letter may say of it."""
        language, file = self._guide.letter.language, self.file
        if file is not None and self.keeps:
            key = line.key if line else ""
            others = tuple(fact if one.key == key else one for one in file.facts)
            facts = others if key else (*file.facts, replace(fact, key=""))
            self._save(replace(file, facts=facts))
            kept = self.file
            key = key or (kept.facts[-1].key if kept else "")
            return facts_by_key(kept, language).get(key) if kept else None
        said = said_in(fact.texts, language)
        if said is None or fact.confidential:
            return None
        return Fact(
            text=said.text,
            date=fact.date,
            actor=said.actor,
            place=said.place,
            confidence=Confidence(fact.confidence),
        )

    def _replace(self, before: Fact | None, now: Fact | None) -> None:
        facts = tuple(fact for fact in self._guide.letter.case.facts if fact not in {before, now})
        told = (*facts, now) if now else facts
        self._guide.do(Edit(Verb.CHANGE, "case.facts", lambda letter: fill("case.facts", told).on(letter)))

    def _ticked_after(self, line: FactLine, *, on: bool) -> tuple[str, ...]:
        ticked = [one.key for one in self.facts() if one.key and one.is_ticked and one.key != line.key]
        return (*ticked, line.key) if on and line.key else tuple(ticked)

    def _save(self, file: CaseFile) -> Change:
        change = self._files.save(file)
        self.forget()
        return change

    def _state(self, code: str) -> State:
        return self._book.state_for_a_letter(code, self._guide.letter.language) if code else State()
