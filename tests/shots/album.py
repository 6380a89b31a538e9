"""Which pictures are taken; a room of the window that is not there yet is left out."""

from __future__ import annotations

from app.gui.theme import ThemeChoice
from tests.shots.taking import Shot

ALBUM = (
    Shot("window-letters", "letters"),
    Shot("window-letters-dark", "letters", theme=ThemeChoice.DARK),
    Shot("window-letters-arabic", "letters", language="ar"),
    Shot("window-cases", "cases"),
    Shot("window-recipients", "recipients"),
    Shot("window-law", "law"),
    Shot("window-templates", "templates"),
    Shot("window-settings", "settings"),
    Shot("window-guide", "guide"),
    Shot("window-help", "help"),
)
