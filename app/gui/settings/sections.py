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
    SectionLine("senders", N_("Organisation"), "building-2", "senders:SendersSection"),
    SectionLine("signatories", N_("Signatories"), "signature", "signatories:SignatoriesSection"),
    SectionLine("numbers", N_("Numbers"), "hash", "numbers:NumbersSection"),
    SectionLine("files", N_("Files of the year"), "list-ordered", "files:FilesSection"),
    SectionLine("folders", N_("Folders and backups"), "folder", "folders:FoldersSection"),
    SectionLine("register", N_("Check and print"), "shield-check", "register:RegisterSection"),
    SectionLine("languages", N_("Languages"), "languages", "languages:LanguagesSection"),
    SectionLine("appearance", N_("Appearance"), "sun", "appearance:AppearanceSection"),
    SectionLine("spelling", N_("Spelling"), "spell-check", "spelling:SpellingSection"),
    SectionLine("about", N_("About"), "info", "about:AboutSection"),
)
