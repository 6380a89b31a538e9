"""The rooms of the window: one line each. A room that is not built yet is not in the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from app.domain.errors import N_
from app.gui.late import fetched

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.widgets.screen import Screen

    Factory = Callable[[Desktop], Screen]


class Room(NamedTuple):
    """A room: its name for ``going.to``, its words and icon in the rail, and what makes its screen.

    ``screen`` names a factory as ``module:name``, called with the desktop when the
    room is first entered. Without words a room is not in the rail; ``alone`` gives it
    the whole window; ``at_foot`` puts it at the foot of the rail. ``before_opening``
    says that its screen can be shown before the workspace is open.
    """

    name: str
    words: str
    icon: str
    screen: str
    alone: bool = False
    at_foot: bool = False
    before_opening: bool = False

    def factory(self) -> Factory:
        """Give what makes the screen; its module is imported now."""
        made: Factory = fetched(self.screen)
        return made


GUIDE: Final = "guide"
HELP: Final = "help"
SETTINGS: Final = "settings"
WELCOME: Final = "welcome"

# In the order of the rail. Words are marked with N_, so that they stand in the catalogue.
ROOMS: Final[tuple[Room, ...]] = (
    Room("letters", N_("Letters"), "mail", "app.gui.letters.screen:LettersScreen", before_opening=True),
    Room("cases", N_("Cases"), "briefcase", "app.gui.cases.screen:CasesScreen"),
    Room("recipients", N_("Recipients"), "users", "app.gui.recipients.screen:RecipientsScreen"),
    Room("law", N_("Law library"), "scale", "app.gui.law.screen:LawScreen"),
    Room("bin", N_("Bin"), "trash-2", "app.gui.bin.screen:BinScreen", at_foot=True),
    Room("templates", N_("Templates"), "layout-template", "app.gui.templates.screen:TemplatesScreen"),
    Room("settings", N_("Settings"), "settings", "app.gui.settings.screen:SettingsScreen", at_foot=True),
    Room("welcome", "", "", "app.gui.welcome.screen:WelcomeScreen", alone=True),
    Room("guide", "", "", "app.gui.guide.screen:GuideScreen", alone=True),
    Room("help", "", "", "app.gui.help.screen:HelpScreen", before_opening=True),
)

# What finds everything from the top of the window: a factory as above.
FINDER: Final = "app.gui.finding.field:FinderField"
FLOATING_FINDER: Final = "app.gui.finding.floating:FloatingFinder"
