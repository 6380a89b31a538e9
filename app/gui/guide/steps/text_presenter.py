"""What the step “Text” shows of each block, and what becomes of what is done to it; no widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from app.domain.composed import NO_WORDING
from app.domain.letters import Block, BlockKind, Letter
from app.domain.open_places import Called, notation_by_places, notation_in_words
from app.domain.states import STATE_PLACES
from app.flow.blocks import accept, add_block, drop, entitle, move_to, reset, restore, settled, speak, write
from app.flow.fields import in_words
from app.flow.naming import block_title
from app.flow.remarks import remark_on_gap
from app.flow.sections import Addable, Dropped, Section, SectionState, addable, dropped, sections
from app.gui.writing.states import BlockState, CardState
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.domain.phrases import Phrase
    from app.gui.guide.presenter import GuidePresenter

_SPOKEN: Final = ("en", "fr", "es", "ru", "ar", "zh-Hans", "uk", "kk", "ka", "de", "pt", "tr")


class TextPresenter:
    """The blocks of the letter of a guide."""

    def __init__(self, guide: GuidePresenter) -> None:
        self._guide = guide

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the letter in their order; none where it cannot be put into words."""
        return sections(self._guide.composed) if self._guide.composed else ()

    @property
    def cards(self) -> tuple[CardState, ...]:
        """Each part as its card shows it."""
        return tuple(self._card(section) for section in self.sections)

    @property
    def open_blocks(self) -> tuple[str, ...]:
        """The keys of the parts that are to be written or lack something, in their order."""
        wanted = {SectionState.MISSING, SectionState.INCOMPLETE, SectionState.OUTDATED}
        return tuple(section.key for section in self.sections if section.state in wanted)

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the parts that are to be written by hand."""
        return tuple(one.key for one in self.sections if one.state is SectionState.MISSING)

    def open_after(self, key: str) -> str:
        """Give the next part that is open behind another one, from the top again after the last."""
        keys, open_ones = [one.key for one in self.sections], self.open_blocks
        begin = keys.index(key) + 1 if key in keys else 0
        turned = [*keys[begin:], *keys[:begin]]
        return next((one for one in turned if one in open_ones), "")

    def block(self, key: str) -> Block | None:
        """Give a block of the letter."""
        return next((one for one in self._letter.blocks if one.key == key), None)

    def is_written(self, key: str) -> bool:
        """Say whether a part was written by hand."""
        block = self.block(key)
        return block is not None and block.is_written

    def write(self, key: str, text: str) -> None:
        """Write a part by hand."""
        block, generated = self.block(key), self._guide.generated(key)
        before = f"{block.text if block else ''} {generated}"
        said = notation_by_places(text, before, self._called)
        self._guide.do(write(key, said, over=generated))

    def reset(self, key: str) -> None:
        """Give a part back to its template."""
        self._guide.do(reset(key))

    def accept(self, key: str) -> None:
        """Keep what was written, though the template says something else by now."""
        self._guide.do(accept(key, over=self._guide.generated(key)))

    def move(self, key: str, place: int) -> None:
        """Move a part to a place, counted from 0."""
        self._guide.do(move_to(key, place))

    def speak(self, key: str, language: str) -> None:
        """Say in which language a part is written; in the letter's own none is noted."""
        self._guide.do(speak(key, "" if language == self._guide.letter.language else language))

    def entitle(self, key: str, heading: str) -> None:
        """Give a part a heading, or take it away."""
        self._guide.do(entitle(key, heading.strip()))

    def drop(self, key: str) -> str:
        """Leave a part out and give its title."""
        title = next(section.title for section in self.sections if section.key == key)
        self._guide.do(drop(key))
        return self._guide.texts.said(title)

    def restore(self, key: str) -> None:
        """Put a part back that was left out."""
        self._guide.do(restore(key))

    def add(self, kind: BlockKind, after: str = "") -> str:
        """Add a part and give its key."""
        before = {block.key for block in self._letter.blocks}
        self._guide.do(add_block(kind, after))
        return next(block.key for block in self._letter.blocks if block.key not in before)

    def addable(self) -> Sequence[Addable]:
        """Give the kinds of part that can be added."""
        return addable(self._letter)

    def dropped(self) -> Sequence[Dropped]:
        """Give the parts that were left out."""
        return dropped(self._guide.letter)

    def languages(self) -> Sequence[tuple[str, str]]:
        """Give the languages that a part may be in, the letter's own first."""
        tags = dict.fromkeys((self._guide.letter.language, *_SPOKEN))
        screen = self._guide.texts.language
        return [(tag, language_name(tag, screen)) for tag in tags]

    def phrases(self, typed: str) -> Sequence[Phrase]:
        """Give the phrases of the bank that have what was typed; may be asked on any thread."""
        letter = self._guide.letter
        return self._guide.office.phrases.find(typed, letter.language, letter.type)

    def names(self) -> Sequence[str]:
        """Give the names that the letter holds: spelling knows them in any language."""
        return tuple(dict.fromkeys(name for name in _names(self._guide.letter) if name))

    @property
    def _called(self) -> Called:
        return in_words(self._guide.texts.text)

    @property
    def _letter(self) -> Letter:
        return settled(self._guide.letter)

    def _card(self, section: Section) -> CardState:
        texts, block = self._guide.texts, section.block
        own = self.block(section.key)
        said = own.text if own and own.is_written else block.generated
        missing = section.state is SectionState.MISSING and any(g.place == NO_WORDING for g in section.gaps)
        return CardState(
            key=section.key,
            title=texts.said(section.title),
            state=BlockState(section.state.value),
            text="" if missing else notation_in_words(said, self._called),
            language=block.language,
            may_reset=section.may_reset,
            may_move_up=section.may_move_up,
            may_move_down=section.may_move_down,
            may_drop=section.may_drop,
            remarks=self._remarks(section),
        )

    def _remarks(self, section: Section) -> tuple[str, ...]:
        letter, texts = self._guide.letter, self._guide.texts
        said = (remark_on_gap(letter, gap) for gap in section.gaps if gap.place != NO_WORDING)
        return tuple(dict.fromkeys(texts.said(remark.sentence) for remark in said))

    def title(self, key: str) -> str:
        """Give the title of a part."""
        letter = self._letter
        block = next(one for one in (*letter.blocks, *letter.aside) if one.key == key)
        return self._guide.texts.said(block_title(letter.blocks, block))


def _names(letter: Letter) -> Iterator[str]:
    yield from (letter.sender.organisation, letter.sender.short_name)
    yield from (getattr(letter.state, place) for place in STATE_PLACES)
    yield from (letter.case.title, letter.case.person.name, letter.case.organisation)
    for one in letter.recipients:
        yield from (one.name, one.printed, one.sort_name, one.organisation, *one.offices, *one.address)
    for person in letter.people:
        yield from (person.name, person.organisation)
    yield from (fact.place for fact in letter.case.facts)
    yield letter.place
