"""The sections of the settings: one line each, in the order of their list."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.settings.section import Section


@dataclass(frozen=True)
class SectionLine:
    """A section: its name for ``going.to("settings", name)``, its words and icon, and what makes it."""

    name: str
    words: str
    icon: str
    made_by: str

    def build(self, desktop: Desktop) -> Section:
        """Build it; its module is imported now."""
        module, _, name = self.made_by.partition(":")
        made: Section = getattr(import_module(f"app.gui.settings.{module}"), name)(desktop)
        return made


SECTIONS: Final = (
    SectionLine("languages", N_("Languages"), "languages", "languages:LanguagesSection"),
    SectionLine("appearance", N_("Appearance"), "sun", "appearance:AppearanceSection"),
)
