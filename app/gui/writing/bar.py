"""The slim bar of a text field: one stop for Tab, arrows within; every button names its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.errors import N_
from app.domain.prose import ListStyle
from app.gui.widgets.buttons import IconButton
from app.gui.writing.commands import Standing
from app.gui.writing.text_field import TextField
from app.i18n.catalogues import Catalogue

LIST_NAMES: Final = {
    ListStyle.BULLET: N_("List with bullets"),
    ListStyle.DASH: N_("List with dashes"),
    ListStyle.POINT: N_("Numbered list: 1. 2. 3."),
    ListStyle.BRACKET: N_("Numbered list: 1) 2) 3)"),
    ListStyle.WORDS: N_("List in words: First, Second, …"),
}
HEADING_NAMES: Final = {1: N_("Heading"), 2: N_("Smaller heading"), 3: N_("Smallest heading")}
_BACKWARDS: Final = {
    Qt.LayoutDirection.LeftToRight: Qt.Key.Key_Left,
    Qt.LayoutDirection.RightToLeft: Qt.Key.Key_Right,
}


class WritingBar(QWidget):
    """Buttons for what the keys of the field do as well."""

    def __init__(self, field: TextField, texts: Catalogue) -> None:
        super().__init__()
        self._field, self._texts = field, texts
        self._standing = Standing()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.buttons: list[IconButton] = []
        do = field.commands
        self.bold = self._add("bold", N_("Bold ({keys})"), do.toggle_bold, "Ctrl+B")
        self.italic = self._add("italic", N_("Italic ({keys})"), do.toggle_italic, "Ctrl+I")
        self._gap()
        self.bullets = self._add(
            "list", N_("List with bullets ({keys})"), lambda: do.toggle_list(ListStyle.BULLET), "Ctrl+Shift+L"
        )
        self.numbers = self._add(
            "list-ordered",
            N_("Numbered list ({keys})"),
            lambda: do.toggle_list(ListStyle.POINT),
            "Ctrl+Shift+N",
        )
        self.out = self._add("indent-decrease", N_("One level out ({keys})"), do.come_out, "Ctrl+[")
        self.deeper = self._add("indent-increase", N_("One level in ({keys})"), do.go_deeper, "Ctrl+]")
        self.quote = self._add("quote", N_("Quotation ({keys})"), do.toggle_quotation, "Ctrl+Shift+Q")
        self._gap()
        self.note = self._add("superscript", N_("Footnote ({keys})"), field.add_note, "Ctrl+Alt+F")
        self.more = self._add("ellipsis", N_("More lists and headings"), self.open_more)
        self._row.addStretch()
        self._stop = self.buttons[0]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(texts.text(N_("Writing tools")))
        for checkable in (self.bold, self.italic, self.bullets, self.numbers, self.quote):
            checkable.setCheckable(True)
        field.cursorPositionChanged.connect(self.renew)
        field.currentCharFormatChanged.connect(lambda _form: self.renew())

    def renew(self) -> None:
        """Show what holds at the caret; a hidden bar waits until it is shown."""
        if not self.isVisible():
            return
        self._standing = now = self._field.commands.standing()
        self.bold.setChecked(now.bold)
        self.italic.setChecked(now.italic)
        self.bullets.setChecked(now.list in {ListStyle.BULLET, ListStyle.DASH})
        self.numbers.setChecked(now.list in {ListStyle.POINT, ListStyle.BRACKET, ListStyle.WORDS})
        self.quote.setChecked(now.quoted)
        self.deeper.setEnabled(now.may_go_deeper)
        self.out.setEnabled(now.may_come_out)

    def open_more(self) -> None:
        """Open the menu of all lists and headings under its button."""
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def more_menu(self) -> QMenu:
        """Give the menu of all lists and headings."""
        menu, do = QMenu(self), self._field.commands
        now = do.standing()
        for style, name in LIST_NAMES.items():
            action = menu.addAction(self._texts.text(name))
            action.setCheckable(True)
            action.setChecked(now.list is style)
            action.triggered.connect(lambda _on=False, style=style: do.toggle_list(style))
        menu.addSeparator()
        for level, name in HEADING_NAMES.items():
            action = menu.addAction(self._texts.text(name))
            action.setCheckable(True)
            action.setChecked(now.level == level)
            action.triggered.connect(lambda _on=False, level=level: do.toggle_heading(level))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the buttons by arrows, and back to the text by Esc."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Backtab:
            self._leave_backwards()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(-1 if event.key() == _BACKWARDS[self.layoutDirection()] else 1)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the button that had it last."""
        super().focusInEvent(event)
        self._stop.setFocus(event.reason())

    def _leave_backwards(self) -> None:
        """Go to what stands before the bar; the buttons themselves are no stops of Tab."""
        before = self.previousInFocusChain()
        while before is not None and before is not self:
            if _is_stop(before):
                before.setFocus(Qt.FocusReason.BacktabFocusReason)
                return
            before = before.previousInFocusChain()

    def _step(self, by: int) -> None:
        able = [button for button in self.buttons if button.isEnabled()]
        at = able.index(self._stop) if self._stop in able else 0
        self._stop = able[(at + by) % len(able)]
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, icon: str, words: str, act: Callable[[], object], keys: str = "") -> IconButton:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = IconButton(icon, self._texts.text(words, keys=shown) if keys else self._texts.text(words))
        button.clicked.connect(lambda _on=False: self._do(act))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)
        self.buttons.append(button)
        self._row.addWidget(button)
        return button

    def _do(self, act: Callable[[], object]) -> None:
        if act is not self.open_more:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        act()
        self.renew()

    def _gap(self) -> None:
        self._row.addSpacing(8)


def _is_stop(widget: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and widget.isVisible() and widget.isEnabled()
