"""What the guide knows and decides: the letter, its history, its words, where one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.errors import ChanceryError, Sentence
from app.domain.letters import Letter
from app.domain.number_wish import NumberWish
from app.flow.editing import Edit
from app.flow.guide import Guide
from app.flow.naming import Step
from app.flow.remarks import Target
from app.gui.guide.keeping import Copy, Keeping

if TYPE_CHECKING:
    from app.bootstrap import Office
    from app.domain.composed import ComposedLetter
    from app.domain.directory import Origins
    from app.gui.guide.steps.leaving import Outcome
    from app.gui.guide.story import Story
    from app.i18n.catalogues import Catalogue
    from app.services.composer import Words

Now = Callable[[], datetime]


class What(StrEnum):
    """What has changed: the letter, the step one is at, or the place that is looked at."""

    LETTER = "letter"
    STEP = "step"
    PLACE = "place"


def now() -> datetime:
    """Give the present moment with the time zone of this desk."""
    return datetime.now(UTC).astimezone()


class GuidePresenter:
    """One letter on its way through the guide; ``changed`` is called with what has changed."""

    def __init__(
        self, office: Office, texts: Catalogue, story: Story, *, key: int | None = None, clock: Now = now
    ) -> None:
        self.office, self.texts, self._story, self._clock = office, texts, story, clock
        self.changed: Callable[[What], None] = lambda _what: None
        self.keeping = Keeping(office.drafts, key)
        self.words: Words | None = None
        self.trouble: Sentence | None = None
        self.place = ""
        self.outcome: Outcome | None = None
        self.is_being_registered = False
        self._number_wish = story.origins.number
        self._begun, self._version = (story.letter, self._number_wish), 0
        self._guide = Guide()
        self._compose()

    # ── The letter ───────────────────────────────────────────────────────────

    @property
    def letter(self) -> Letter:
        """The letter as it is now."""
        return self._story.letter

    @property
    def origins(self) -> Origins:
        """What the data of the letter were taken from."""
        return self._story.origins

    @property
    def composed(self) -> ComposedLetter | None:
        """The letter in words; nothing where it cannot be put into words."""
        return self.words.composed if self.words else None

    @property
    def fresh(self) -> ComposedLetter | None:
        """The letter as it is now in words; nothing while it cannot be put into words."""
        return None if self.trouble else self.composed

    @property
    def number_wish(self) -> NumberWish:
        """How the letter is to get its number; kept beside it."""
        return self._number_wish

    @number_wish.setter
    def number_wish(self, wish: NumberWish) -> None:
        if wish != self._number_wish and not self.is_fixed:
            self._number_wish, self._version = wish, self._version + 1
            self.changed(What.LETTER)

    def generated(self, key: str) -> str:
        """Give what the template says in a block; nothing where there is no such block."""
        blocks = self.composed.blocks if self.composed else ()
        return next((block.generated for block in blocks if block.key == key), "")

    def do(self, edit: Edit, origins: Origins | None = None) -> None:
        """Change the letter; what changes nothing is no step."""
        self._become(self._story.done(edit, origins))

    def undo(self) -> None:
        """Take the last change back."""
        self._become(self._story.undone())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._become(self._story.redone())

    def undoing(self) -> Callable[[], None]:
        """Give what takes the last change back as long as nothing else is done: for a notice."""
        letter = self.letter
        return lambda: self.undo() if self.letter == letter else None

    def paused(self) -> None:
        """Let the next key begin a new step of the history."""
        self._story = self._story.paused()

    @property
    def undo_words(self) -> str:
        """What undoing is called now; nothing where nothing can be undone."""
        return self._said(self._story.undo_label)

    @property
    def redo_words(self) -> str:
        """What doing it again is called now; nothing where nothing was undone."""
        return self._said(self._story.redo_label)

    # ── The way ──────────────────────────────────────────────────────────────

    @property
    def state(self) -> Guide:
        """Where one is, and how each step stands."""
        return self._guide

    @property
    def step(self) -> Step:
        """The step one is at."""
        return self._guide.current

    def go(self, step: Step) -> None:
        """Go to a step."""
        self._walk(self._guide.jump(step))

    def next(self) -> None:
        """Go one step on."""
        self._walk(self._guide.next())

    def back(self) -> None:
        """Go one step back."""
        self._walk(self._guide.back())

    def go_to(self, target: Target) -> None:
        """Go to a step and to a place there."""
        if self.is_fixed:
            return
        self._walk(self._guide.jump(target.step))
        self.place = target.place
        self.changed(What.PLACE)

    def look_at(self, place: str) -> None:
        """Say which place of the letter is being worked on."""
        self.place = place

    # ── Keeping ──────────────────────────────────────────────────────────────

    @property
    def key(self) -> int | None:
        """The key of the draft; nothing before it was kept."""
        return self.keeping.key

    @property
    def is_untouched(self) -> bool:
        """Say whether it is a new letter in which nothing was entered."""
        return self.key is None and (self.letter, self._number_wish) == self._begun

    @property
    def is_worth_keeping(self) -> bool:
        """Say whether something was entered that is not on the disk."""
        if self.is_over or self._version == self.keeping.version:
            return False
        return not self.is_untouched

    def copy(self) -> Copy:
        """Give the letter as it is to be kept."""
        origins = replace(self.origins, number=self._number_wish)
        return Copy(self._version, self.letter, origins, self._clock())

    def save_now(self) -> int:
        """Keep the letter at once and give the draft's key. Raises what ``Drafts.save`` raises."""
        return self.keeping.keep(self.copy())

    @property
    def is_over(self) -> bool:
        """Say whether the letter is registered: it changes no more, and no other step is shown."""
        return self.outcome is not None

    @property
    def is_fixed(self) -> bool:
        """Say whether nothing may change now: the letter is registered, or just being so."""
        return self.is_over or self.is_being_registered

    def finish(self, outcome: Outcome) -> None:
        """Say as what the letter is registered; from now on it stays as it is."""
        self.outcome = outcome
        self.changed(What.STEP)

    def today(self) -> date:
        """Give the day at this desk."""
        return self._clock().date()

    # ── Inside ───────────────────────────────────────────────────────────────

    def _become(self, story: Story) -> None:
        if self.is_fixed:
            return
        if story is self._story or (story.letter, story.origins) == (self.letter, self.origins):
            self._story = story
            return
        self._story, self._version = story, self._version + 1
        self._compose()
        self.changed(What.LETTER)

    def _compose(self) -> None:
        try:
            self.words = self.office.composer.words(self.letter, self.today())
        except ChanceryError as error:
            self.trouble = error.sentence
            return
        self.trouble = None
        self._guide = self._guide.saying(self.words.composed, self.words.advice)

    def _walk(self, guide: Guide) -> None:
        if self.is_fixed or guide.current is self._guide.current:
            return
        self._guide, self.place = guide, ""
        self.paused()
        self.changed(What.STEP)

    def _said(self, label: Sentence | None) -> str:
        return self.texts.said(label) if label else ""
