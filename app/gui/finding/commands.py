"""The commands that the search field knows: what can be done from everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.searching import EntryFilter
from app.flow.standing import Step
from app.gui.finding.lines import Act, Question
from app.gui.letters.lines import Doing
from app.gui.records.opening import New
from app.gui.rooms import GUIDE, HELP, ROOMS, SETTINGS
from app.gui.settings.sections import SECTIONS
from app.gui.shortcuts import Shortcut, room_keys
from app.gui.theme import ThemeChoice

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.finding.deeds import Deeds

_OTHERS: Final = {"bin": N_("deleted restore")}
_SECTION: Final = N_("Settings › {section}")


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command: its words, other words that it is found by, its icon and its keys.

    ``opens`` says that it only leads somewhere.
    """

    name: str
    words: str
    icon: str
    act: Act = lambda: None
    others: str = ""
    keys: str = ""
    opens: bool = False
    asks: Question | None = None


class Commands:
    """Every command whose room is there, in the language of the screen; what is most wanted comes first."""

    def __init__(self, desktop: Desktop, deeds: Deeds, today: date) -> None:
        self._desktop, self._deeds, self._today = desktop, deeds, today
        self._say, self._to = desktop.texts.text, desktop.going.to

    def known(self, rooms: Collection[str]) -> tuple[Command, ...]:
        """Give the commands of a window with these rooms; before its workspace is open only ways."""
        deeds = (*self._new(rooms), *self._of_letters(rooms), *self._of_the_workspace())
        ways = (*self._rooms(rooms), *self._sections(rooms), *self._of_the_window())
        return (*deeds, *ways) if self._desktop.is_open else ways

    def _new(self, rooms: Collection[str]) -> Iterator[Command]:
        say = self._say
        if GUIDE in rooms:
            yield Command(
                name="new letter", words=say(N_("New letter")), icon="plus", keys=Shortcut.NEW_LETTER,
                others=say(N_("write begin draft")), act=partial(self._to, GUIDE),
            )  # fmt: skip
        if "recipients" in rooms:
            yield Command(
                name="new recipient", words=say(N_("New recipient")), icon="user",
                others=say(N_("add person office institution address")),
                act=partial(self._to, "recipients", New()),
            )  # fmt: skip
        if "cases" in rooms:
            yield Command(
                name="new case", words=say(N_("New case")), icon="briefcase", others=say(N_("add facts")),
                act=partial(self._to, "cases", New()),
            )  # fmt: skip

        if "law" in rooms:
            yield Command(
                name="new reference", words=say(N_("New legal reference")), icon="scale",
                others=say(N_("add article convention resolution")), act=partial(self._to, "law", New()),
            )  # fmt: skip

    def _of_letters(self, rooms: Collection[str]) -> Iterator[Command]:
        say = self._say
        if "letters" in rooms:
            yield Command(
                name="overdue", words=say(N_("Letters whose reply is overdue")), icon="clock",
                others=say(N_("late due answer")),
                act=partial(self._to, "letters", EntryFilter(overdue=self._today)),
            )  # fmt: skip
            yield Command(
                name="reserve", words=say(N_("Reserve a number …")), icon="hash",
                act=partial(self._to, "letters", Doing(Step.RESERVE)), others=say(N_("take next number")),
            )  # fmt: skip
            yield Command(
                name="void", words=say(N_("Make a number void …")), icon="x", asks=Question.VOID,
                others=say(N_("cancel number unused")),
            )  # fmt: skip

    def _of_the_workspace(self) -> Iterator[Command]:
        say = self._say
        yield Command(
            name="verify", words=say(N_("Verify the register")), icon="shield-check",
            others=say(N_("check proof seals unchanged")), act=self._deeds.verify,
        )  # fmt: skip
        yield Command(
            name="backup", words=say(N_("Make a backup")), icon="database", others=say(N_("save copy")),
            act=self._deeds.back_up,
        )  # fmt: skip

    def _of_the_window(self) -> Iterator[Command]:
        for choice, words, icon in (
            (ThemeChoice.LIGHT, N_("Light theme"), "sun"),
            (ThemeChoice.DARK, N_("Dark theme"), "moon"),
            (ThemeChoice.SYSTEM, N_("Theme of the system"), "monitor"),
        ):
            others = self._say(N_("colours appearance"))
            act = partial(self._deeds.paint, choice)
            yield Command(name=f"theme {choice}", words=self._say(words), icon=icon, others=others, act=act)

    def _rooms(self, rooms: Collection[str]) -> Iterator[Command]:
        inner = sorted((one for one in ROOMS if one.words), key=lambda one: one.at_foot)
        for number, room in enumerate(inner, 1):
            if room.name in rooms:
                keys = Shortcut.SETTINGS if room.name == SETTINGS else room_keys(number).toString()
                yield Command(
                    name=f"room {room.name}", words=self._say(room.words), icon=room.icon, keys=keys,
                    act=partial(self._to, room.name), others=self._say(_OTHERS.get(room.name, "")),
                    opens=True,
                )  # fmt: skip
        if HELP in rooms:
            yield Command(
                name="room help", words=self._say(N_("User guide")), icon="circle-question-mark",
                others=self._say(N_("help manual")), keys=Shortcut.HELP, act=partial(self._to, HELP),
                opens=True,
            )  # fmt: skip

    def _sections(self, rooms: Collection[str]) -> Iterator[Command]:
        if SETTINGS in rooms and self._desktop.is_open:
            for section in SECTIONS:
                words = self._say(_SECTION, section=self._say(section.words))
                act = partial(self._to, SETTINGS, section.name)
                yield Command(
                    name=f"settings {section.name}", words=words, icon=section.icon, act=act, opens=True
                )
