"""What every step of the guide is to the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

PLACE: Final = "place"


class StepPage(QWidget):
    """The form of one step. Editors of the letter carry their place as the property ``place``."""

    scrolls: ClassVar[bool] = True

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__()
        self.desktop, self.guide = desktop, guide
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def say(self, text: str, **facts: object) -> str:
        """Give a text in the language of the screen."""
        return self.desktop.texts.text(text, **facts)

    def show_letter(self) -> None:
        """Show the letter as it is now; an editor that holds the same text is left alone."""

    def go_to(self, place: str) -> bool:
        """Bring the focus to a place of the letter, or to the nearest one; say whether there was one."""
        found = nearest(self.editors(), place)
        if found:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def first_focus(self) -> None:
        """Bring the focus to the first control."""
        first = next((child for child in self.findChildren(QWidget) if _takes_focus(child)), None)
        if first:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Finish what is half typed, before another step is shown."""

    def editors(self) -> dict[str, QWidget]:
        """Give the editors of the letter that can be used now, by their places."""
        children = [child for child in self.findChildren(QWidget) if child.isVisibleTo(self)]
        return {str(place): child for child in children if (place := child.property(PLACE))}


def nearest(editors: dict[str, QWidget], place: str) -> QWidget | None:
    """Give the editor of a place, else of the first inside it, else of what it belongs to."""
    if place in editors:
        return editors[place]
    inside = (editor for name, editor in editors.items() if name.startswith(f"{place}."))
    first = next(inside, None)
    outer = place.rpartition(".")[0]
    return first or (nearest(editors, outer) if outer else None)


def place_of(widget: QWidget | None) -> str:
    """Give the place of the letter that a widget, or what holds it, edits."""
    while widget is not None:
        if place := widget.property(PLACE):
            return str(place)
        widget = widget.parentWidget()
    return ""


def _takes_focus(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isVisibleTo(widget.window()) and widget.isEnabled()
