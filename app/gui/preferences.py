"""What a person has set about the window and no letter depends on: size, theme, language, columns."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from app.gui.theme import ThemeChoice

FILE_NAME: Final = "window.ini"
T = TypeVar("T", str, int, bool)


class Preferences:
    """The file of preferences in a data folder; a damaged one counts as empty."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The theme that was chosen."""
        said = self.text("theme")
        return ThemeChoice(said) if said in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.keep("theme", choice.value)

    @property
    def text_size(self) -> int:
        """How large texts are, in per cent of the system's size."""
        return min(max(self.number("text_size", 100), 75), 250)

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self.keep("text_size", percent)

    @property
    def language(self) -> str:
        """The language of the screen that was chosen; nothing where the environment decides."""
        return self.text("language")

    @language.setter
    def language(self, tag: str) -> None:
        self.keep("language", tag)

    @property
    def is_compact(self) -> bool:
        """Say whether rows are shown low."""
        return self.flag("letters/compact")

    @is_compact.setter
    def is_compact(self, compact: bool) -> None:
        self.keep("letters/compact", compact)

    @property
    def was_welcomed(self) -> bool:
        """Say whether the questions of the first start were answered here, or put off."""
        return self.flag("welcome/answered")

    @was_welcomed.setter
    def was_welcomed(self, was: bool) -> None:
        self.keep("welcome/answered", was)

    def text(self, name: str, otherwise: str = "") -> str:
        """Give a text kept under a name such as ``letters/sorted_by``."""
        kept = self._settings.value(name, otherwise)
        return kept if isinstance(kept, str) else otherwise

    def number(self, name: str, otherwise: int = 0) -> int:
        """Give a number kept under a name."""
        kept = self.text(name)
        return int(kept) if kept.lstrip("-").isdecimal() else otherwise

    def flag(self, name: str, *, otherwise: bool = False) -> bool:
        """Give a yes or no kept under a name."""
        return {"yes": True, "no": False}.get(self.text(name), otherwise)

    def state(self, name: str) -> QByteArray:
        """Give a state that a widget has saved: a geometry, the widths of columns."""
        return QByteArray.fromBase64(QByteArray(self.text(name).encode()))

    def keep(self, name: str, value: str | int | bool) -> None:
        """Keep a text, a number or a yes or no."""
        said = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        self._settings.setValue(name, said)

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a state that a widget has saved."""
        self.keep(name, bytes(state.toBase64().data()).decode())

    def save(self) -> None:
        """Write what was kept; it is written now and then by itself, too."""
        self._settings.sync()
