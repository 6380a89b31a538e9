"""About: the version, whose work it stands on, where the log lies."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata
from typing import Final

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.section import Section
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.words import Words

_TITLE: Final = N_("About")
_VERSION: Final = N_("Chancery {version}")
_SOURCES: Final = N_("Chancery, run from its sources")
_OFFLINE: Final = N_("Works offline and sends nothing anywhere.")
_LOG: Final = N_("Log")
_LOG_NOTE: Final = N_("What went wrong is noted in this folder, never what stands in a letter.")
_SHOW: Final = N_("Show the folder of the log")
_LICENCES: Final = N_("Whose work Chancery stands on")
_THEIRS: Final = N_("{version} · {licence}")
_ICONS: Final = N_("Icons")
_PARTS: Final = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("PySide6-Pdf", "LGPL-3.0"),
    ("docxtpl", "LGPL-2.1"),
    ("python-docx", "MIT"),
    ("Jinja2", "BSD-3-Clause"),
    ("lxml", "BSD-3-Clause"),
    ("babel", "BSD-3-Clause"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("pydantic", "MIT"),
    ("markdown-it-py", "MIT"),
    ("mdit-py-plugins", "MIT"),
    ("chunspell", "MIT; Hunspell: MPL-1.1, GPL-2.0 or LGPL-2.1"),
    ("platformdirs", "MIT"),
)


class AboutSection(Section):
    """Nothing here changes anything."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        version = version_of("chancery")
        name = self.say(_VERSION, version=version) if version else self.say(_SOURCES)
        self.card("", Words(name, "heading", wraps=True), Words(self.say(_OFFLINE), "muted", wraps=True))
        show = SecondaryButton(self.say(_SHOW), icon="folder-open", clicked=self._on_show)
        place = Words(str(desktop.places.log), wraps=True)
        self.card(_LOG, place, FlowRow(show), note=_LOG_NOTE)
        self.licences = RowList(desktop.theme, self.say(_LICENCES), self._rows())
        self.licences.setFixedHeight(360)
        self.card(_LICENCES, self.licences)

    def _rows(self) -> Sequence[Row]:
        icons = Row("lucide", "Lucide", self.say(_THEIRS, version=self.say(_ICONS), licence="ISC"))
        others = [
            Row(name, name, self.say(_THEIRS, version=version_of(name), licence=licence))
            for name, licence in _PARTS
            if version_of(name)
        ]
        return [*others, icons]

    def _on_show(self) -> None:
        self.desktop.outside.open_file(self.desktop.places.log)


def version_of(package: str) -> str:
    """Give the version of an installed package; nothing where it runs from its sources."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
