"""What the first step decides: the kind, the language, the sender, and the letter that this one follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, Sentence
from app.domain.letters import BlockKind, EarlierLetter, LetterType
from app.domain.people import Sender
from app.domain.senders import SenderProfile, SenderTexts, completed
from app.flow.choosing import choose_language, choose_type, follow
from app.flow.editing import Edit, Verb
from app.flow.naming import TYPE_TITLES
from app.gui.guide.retelling import Retelling
from app.gui.widgets.rows import Row
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.letters import Letter
    from app.gui.guide.presenter import GuidePresenter

PURPOSES: Final = {
    LetterType.PROTEST: N_("To a head of State, a minister, a company: what happened and what you demand."),
    LetterType.UN_ALLEGATION: N_("To a State through UN mandates: past violations, the law, and questions."),
    LetterType.UN_URGENT_APPEAL: N_("Through UN mandates, while somebody is in danger and time is short."),
    LetterType.UN_OTHER: N_("Through UN mandates: on a law or policy rather than on one case."),
    LetterType.JOINT: N_("Signed by several organisations, with demands and a time for a reply."),
    LetterType.FOLLOW_UP: N_("After a letter without an answer, or with a poor one."),
}
_OTHER_LANGUAGE: Final = N_(
    "There is no wording for “{kind}” in {before}. The letter is in {now} now; what you wrote stays."
)
_LEFT_OUT: Final = N_("A fact has no text in {language} and was left out.")
_LEFT_OUT_MANY: Final = N_("{number} facts have no text in {language} and were left out.")


@dataclass(frozen=True)
class LanguageChoice:
    """A language, how the screen calls it, and whether the kind of letter has a wording in it."""

    tag: str
    name: str
    is_offered: bool
    is_chosen: bool


class KindChoices:
    """Decides for the page of the first step."""

    def __init__(self, guide: GuidePresenter) -> None:
        self._guide, self._office = guide, guide.office

    # ── Kind and language ────────────────────────────────────────────────────

    def languages(self) -> tuple[LanguageChoice, ...]:
        """Give the languages with a wording, then those the sender writes in and nobody worded yet."""
        letter = self._guide.letter
        offered = self._office.composer.languages(letter.type)
        profile = self._office.senders.preferred()
        wished = (*(profile.languages if profile else ()), letter.language)
        others = tuple(tag for tag in dict.fromkeys(wished) if tag not in offered)
        return tuple(
            LanguageChoice(tag, self.name_of(tag), tag in offered, tag == letter.language)
            for tag in (*offered, *others)
        )

    def name_of(self, tag: str) -> str:
        """Give the name of a language as the screen calls it."""
        return language_name(tag, self._guide.texts.language)

    def choose_kind(self, letter_type: LetterType) -> Sentence | None:
        """Make it a letter of another kind; says so where that brings another language."""
        letter = self._guide.letter
        offered = self._office.composer.languages(letter_type)
        language = letter.language if letter.language in offered or not offered else offered[0]
        self._retell("type", lambda now: choose_language(language).on(choose_type(letter_type).on(now)))
        if language == letter.language:
            return None
        facts = {
            "kind": Sentence(TYPE_TITLES[letter_type]),
            "before": self.name_of(letter.language),
            "now": self.name_of(language),
        }
        return Sentence(_OTHER_LANGUAGE, facts)

    def choose_language(self, tag: str) -> str:
        """Write the letter in another language; gives what should be said about it."""
        before = len(self._guide.letter.case.facts)
        self._retell("language", choose_language(tag).on)
        lost = before - len(self._guide.letter.case.facts)
        name = self.name_of(tag)
        return self._guide.texts.plural(_LEFT_OUT, _LEFT_OUT_MANY, lost, language=name) if lost > 0 else ""

    def _retell(self, place: str, change: Callable[[Letter], Letter]) -> None:
        retelling = Retelling(self._office, self._guide.origins, self._guide.today())

        def told(letter: Letter) -> Letter:
            return retelling.told(letter, change(letter))

        self._guide.do(Edit(Verb.CHANGE, place, told))

    # ── Sender ───────────────────────────────────────────────────────────────

    def profiles(self) -> tuple[tuple[str, str], ...]:
        """Give the senders there are, by key and name."""
        language = self._guide.letter.language
        return tuple(
            (one.key, one.texts_in(language).organisation) for one in self._office.senders.profiles()
        )

    def choose_sender(self, key: str) -> None:
        """Write for another organisation: its letterhead, and who signs for it by default."""
        guide, senders = self._guide, self._office.senders
        letter, series = guide.letter, senders.profile(key).series
        sender = senders.sender_for_letter(key, letter.language)
        signing = senders.signatories_for_letter(key, letter.language)

        def change(now: Letter) -> Letter:
            signatories = signing or now.signatories
            return replace(now, sender=sender, signatories=signatories, series=series or now.series)

        guide.do(Edit(Verb.CHANGE, "sender", change), replace(guide.origins, sender=key))

    def create_sender(self, name: str, short_name: str, letterhead: tuple[str, ...]) -> None:
        """Keep a first sender, and write for it."""
        language = self._guide.letter.language
        texts = SenderTexts(
            language=language, organisation=name, short_name=short_name, letterhead=letterhead
        )
        profile = SenderProfile(texts=(texts,), languages=(language,), preferred=not self.profiles())
        self.choose_sender(self._office.senders.save(profile).key)

    def complete_sender(self) -> bool:
        """Keep with the sender what it did not know before; say whether that was anything."""
        guide, senders = self._guide, self._office.senders
        if not guide.origins.sender:
            return False
        profile = senders.profile(guide.origins.sender)
        richer = completed(profile, guide.letter.sender, guide.letter.language)
        if richer != profile:
            senders.save(richer)
        return richer != profile

    @property
    def sender_has_gaps(self) -> bool:
        """Say whether the letter wants something of the sender that nobody has written yet."""
        return any(gap.target.place.startswith("sender.") for gap in self._guide.state.review.gaps)

    @property
    def has_sender(self) -> bool:
        """Say whether the letter has a sender."""
        return self._guide.letter.sender != Sender()

    # ── Earlier letter ───────────────────────────────────────────────────────

    @property
    def follows_one(self) -> bool:
        """Say whether the letter speaks of an earlier one."""
        letter = self._guide.letter
        kinds = {block.kind for block in letter.blocks}
        return BlockKind.EARLIER in kinds or letter.earlier != EarlierLetter()

    def registered(self, typed: str) -> Sequence[Row]:
        """Find registered letters by what was typed."""
        results = self._office.search.find(typed, excerpts=False)
        hits = dict.fromkeys(hit.entry for hit in (*results.numbered, *results.hits[:8]))
        return [
            Row(
                EarlierLetter(number=entry.number, date=entry.registered_on, subject=entry.subject),
                f"№ {entry.number}",
                " · ".join(
                    part for part in (f"{entry.registered_on}", entry.addressee, entry.subject) if part
                ),
                icon="mail",
            )
            for entry in hits
        ]

    def follow(self, earlier: EarlierLetter) -> None:
        """Say which letter this one follows."""
        self._guide.do(follow(replace(earlier, answered=self._guide.letter.earlier.answered)))
