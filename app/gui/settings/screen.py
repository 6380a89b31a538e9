"""The settings: sections at the leading side, one of them beside."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.section import Section
from app.gui.settings.sections import SECTIONS
from app.gui.widgets.cards import Line
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.screen import Screen
from app.gui.widgets.words import Words

_TITLE: Final = N_("Settings")
_NOTE: Final = N_("Everything is saved as you leave a field.")
_CHARACTERS: Final = 34


class SettingsScreen(Screen):
    """Enter in the list goes into a section; sections are built when they are first shown."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._sections: dict[str, Section] = {}
        self._stack = QStackedWidget()
        say = desktop.texts.text
        rows = [Row(one.name, say(one.words), icon=one.icon) for one in SECTIONS]
        self.list = RowList(desktop.theme, say(_TITLE), rows)
        self.list.setProperty("role", "bare")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.list.current_changed.connect(self._on_current)
        self.list.chosen.connect(self._on_chosen)
        self.list.go_to(SECTIONS[0].name)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[str(self.list.current_key())]

    def show_subject(self, subject: object) -> None:
        """Show a section by its name, or a thing in it: ``"numbers"``, ``("senders", key)``."""
        name, thing = subject if isinstance(subject, tuple) else (subject, None)
        self.list.go_to(name)
        if thing is not None:
            self.section.show_subject(thing)

    def memory(self) -> object:
        """Give the section."""
        return self.list.current_key()

    def recall(self, memory: object) -> None:
        """Show the section that was shown."""
        self.list.go_to(memory)

    def first_focus(self) -> None:
        """Begin at the list."""
        self.list.setFocus()

    def save(self) -> None:
        """Keep what is written in every section."""
        for section in self._sections.values():
            section.save()

    def _lay_out(self) -> None:
        say = self._desktop.texts.text
        side = QWidget()
        side.setFixedWidth(side.fontMetrics().averageCharWidth() * _CHARACTERS + 24)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 24, 8, 12)
        column.setSpacing(8)
        title, note = Words(say(_TITLE), "title", wraps=True), Words(say(_NOTE), "muted", wraps=True)
        for words in (title, note):
            words.setContentsMargins(8, 0, 8, 0)
            column.addWidget(words)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Line(upright=True))
        row.addWidget(self._stack, 1)

    def _on_current(self, name: object) -> None:
        line = next((one for one in SECTIONS if one.name == name), None)
        if line is None:
            return
        if line.name not in self._sections:
            self._sections[line.name] = line.build(self._desktop)
            self._stack.addWidget(self._sections[line.name])
        self._stack.setCurrentWidget(self._sections[line.name])

    def _on_chosen(self, _name: object) -> None:
        self.section.enter()
