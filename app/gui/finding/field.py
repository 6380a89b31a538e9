"""The search field at the top of the window; it is light, and fetches the rest when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStyle, QWidget
from shiboken6 import isValid

from app.domain.errors import N_
from app.gui.rooms import ROOMS
from app.gui.shortcuts import Shortcut
from app.gui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.finding.lines import Group, Line, Question
    from app.gui.finding.presenter import Finding
    from app.gui.finding.sheet import Sheet
    from app.gui.jobs import Progress

_PLACEHOLDER: Final = N_("Find letters, recipients, cases, law, commands …")
_NAME: Final = N_("Find letters, recipients, cases, law and commands")
_PAGE: Final = 6
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class FindingLine(LineEditor):
    """The line one types into; while it is empty it tells the keys that lead to it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keys at the trailing end."""
        super().paintEvent(event)
        typed_towards = QApplication.inputMethod().inputDirection()  # here the words in the field begin
        if self.text() or self.hasFocus() or typed_towards != self.layoutDirection():
            return
        keys = Shortcut.FIND.keys.toString(QKeySequence.SequenceFormat.NativeText)
        room, metrics = self.rect().adjusted(12, 0, -12, 0), self.fontMetrics()
        needed = metrics.horizontalAdvance(self.placeholderText()) + metrics.horizontalAdvance(keys) + 56
        if needed <= room.width():
            painter = QPainter(self)
            painter.setPen(self.palette().placeholderText().color())
            trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            aligned = QStyle.visualAlignment(self.layoutDirection(), trailing)
            painter.drawText(QRect(room), int((aligned | Qt.AlignmentFlag.AlignAbsolute).value), keys)


class FinderField(QWidget):
    """Finds as one types, off the window's thread; ``left`` says that one is back where one was."""

    left = Signal()

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._finding: Finding | None = None
        self._sheet: Sheet | None = None
        self._before: QWidget | None = None
        self._decided: Callable[[Line], object] | None = None
        self._question: Question | None = None
        self._waits = False
        self.line = FindingLine(placeholder=desktop.texts.text(_PLACEHOLDER))
        self.line.setAccessibleName(desktop.texts.text(_NAME))
        self._icon = QAction(self)
        self.line.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._lay_out()
        self._draw_icon()
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_edited)
        desktop.theme.changed.connect(self._draw_icon)

    @property
    def is_open(self) -> bool:
        """Say whether something is shown under the field."""
        return self._sheet is not None and self._sheet.isVisible()

    @property
    def sheet(self) -> Sheet:
        """What is shown under the field; made when it is first needed."""
        if self._sheet is None:
            made = import_module("app.gui.finding.sheet").Sheet(self._desktop.texts, self._desktop.theme)
            self._sheet = made
            made.opened.connect(self._open)
            self.destroyed.connect(made.deleteLater)
        return self._sheet

    def begin(self) -> None:
        """Come here by the keys, from wherever one is; again, to type something else."""
        self.note_focus()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._on_edited()

    def note_focus(self) -> None:
        """Remember where one is, to come back there."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self.line:
            self._before = focused

    def end(self) -> None:
        """Forget what was typed and put the sheet away."""
        self._waits, self._decided = False, None
        self._ask(None)
        if self._sheet is not None:
            self._sheet.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field move through what was found."""
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._takes(event)
            if isinstance(event, QFocusEvent):
                self._on_focus(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key, with_ctrl = event.key(), bool(event.modifiers() & _CTRL)
        moves = self._moves(with_ctrl=with_ctrl)
        if key in moves:
            if self.is_open:
                moves[key]()
            else:
                self._on_edited()
        elif key in _ENTER and (self._waits or self.is_open):
            self._decide(self._open_second if with_ctrl else self._open)
        elif key == Qt.Key.Key_Backspace and self._question and not self.line.text():
            self._ask(None)
            self._on_edited()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        else:
            return False
        return True

    def _moves(self, *, with_ctrl: bool) -> Mapping[int, Callable[[], None]]:
        found = self.sheet.list
        step = found.step_group if with_ctrl else found.step
        return {
            Qt.Key.Key_Down: partial(step, 1),
            Qt.Key.Key_Up: partial(step, -1),
            Qt.Key.Key_PageDown: partial(found.step, _PAGE),
            Qt.Key.Key_PageUp: partial(found.step, -_PAGE),
        }

    def _on_focus(self, event: QFocusEvent) -> None:
        if event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.end()
        elif event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._on_edited()

    def _go_back(self) -> None:
        """Put everything away and go back to where one was."""
        before, self._before = self._before, None
        self.end()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.line.clearFocus()

    def _decide(self, act: Callable[[Line], object]) -> None:
        """Open the line one is at; what was typed last is waited for."""
        line = self.sheet.line
        if self._waits:
            self._decided = act
        elif line:
            act(line)

    def _ask(self, question: Question | None) -> None:
        """Ask for something else than anything; the answers stand in the sheet."""
        self._question = question
        self.line.setPlaceholderText(self._desktop.texts.text(question or _PLACEHOLDER))
        self.line.clear()

    def _open(self, line: Line) -> None:
        if line.asks:
            self._ask(line.asks)
            self._on_edited()
        else:
            self._leave_for(line.act)

    def _open_second(self, line: Line) -> None:
        if line.second:
            self._leave_for(line.second.act)

    def _leave_for(self, act: Callable[[], object]) -> None:
        self._go_back()
        act()

    def _on_edited(self) -> None:
        typed, self._waits, self._decided = self.line.text(), True, None
        self._desktop.jobs.run_newest(
            f"finding {id(self)}", partial(self._groups, typed, self._question), self._on_found
        )

    def _groups(self, typed: str, question: Question | None) -> Sequence[Group]:
        """Find; what is needed for it is fetched here, away from the window."""
        if self._finding is None:
            today = datetime.now().astimezone().date()
            rooms = [room.name for room in ROOMS]
            finding = import_module("app.gui.finding.presenter").Finding
            self._finding = finding(self._desktop, rooms, self._watch, today)
        return self._finding.groups(typed, question)

    def _on_found(self, groups: Sequence[Group]) -> None:
        decided, self._waits, self._decided = self._decided, False, None
        if not self.line.hasFocus():
            return
        self.sheet.show_groups(groups)
        self.sheet.lie_under(self.line)
        if decided:
            self._decide(decided)

    def _watch(
        self, words: str, work: Callable[[Progress], Any], done: Callable[[Any], object], *, may_stop: bool
    ) -> None:
        watching = import_module("app.gui.finding.watching").Watching
        watching(self._desktop, self.window(), words, may_stop=may_stop).run(work, done)

    def _draw_icon(self) -> None:
        self._icon.setIcon(self._desktop.theme.icon("search", "muted"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
