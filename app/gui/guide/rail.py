"""The steps one under the other: which are done, what is open, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.domain.errors import N_, Sentence
from app.flow.guide import Guide, Status, StepState
from app.flow.naming import Counted, Step
from app.gui.widgets.buttons import Button, SecondaryButton
from app.gui.widgets.rows import RowTag, draw_tag, tag_font, tag_width
from app.gui.widgets.words import Mood, ShortWords, Words

if TYPE_CHECKING:
    from app.gui.theme import Theme
    from app.i18n.catalogues import Catalogue

_DONE: Final = N_("{step}, done")
_NOTED: Final = N_("{step}, {note}")
_DOUBTFUL: Final = N_("{number} thing looks doubtful"), N_("{number} things look doubtful")
_CLOSE, _CLOSE_REGISTERED = N_("Close, keep draft"), N_("Close")
_STEPS: Final = N_("Steps of the letter")
_SIGN, _EDGE = 16, 10


class StepButton(Button):
    """One step: its name, and at the trailing end how it stands."""

    def __init__(self, theme: Theme, texts: Catalogue) -> None:
        super().__init__("", "rail")
        self._theme, self._texts = theme, texts
        self._state: StepState | None = None
        self._tag, self._sign, self._words = "", "", ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_state(self, state: StepState) -> None:
        """Show how the step stands."""
        if state == self._state:
            return
        self._state = state
        self._words = self._texts.text(state.title)
        note, doubts = self._note(state), self._doubts(state)
        is_open = state.status is Status.ATTENTION
        self._tag = note if is_open else ""
        done = "check" if state.status is Status.DONE and not state.is_optional else ""
        self._sign = "triangle-alert" if doubts and not is_open else done
        self.setChecked(state.is_current)
        self._fit()
        spoken = self._spoken(note, done=bool(done))
        self.setAccessibleName(f"{spoken}, {doubts}" if doubts else spoken)
        self.setToolTip(", ".join(part for part in (note, doubts) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the name; the rail is as wide as its longest step."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 72, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag or the sign at the trailing end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tag:
            box = self._trailing(tag_width(self._shown_tag(), tag_font(self.font())))
            draw_tag(painter, self._theme, RowTag(self._shown_tag(), Mood.WARN), box, tag_font(self.font()))
        elif self._sign:
            token = "warn" if self._sign == "triangle-alert" else "ok"
            self._theme.icon(self._sign, token).paint(painter, self._trailing(_SIGN))
        painter.end()

    def resizeEvent(self, event: object) -> None:
        """Fit the name into the room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def icon_role(self) -> QPalette.ColorRole:
        """Give the colour of a step that is chosen or not."""
        return QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.WindowText

    def _spoken(self, note: str, *, done: bool) -> str:
        if note:
            return self._texts.text(_NOTED, step=self._words, note=note)
        return self._texts.text(_DONE, step=self._words) if done else self._words

    def _note(self, state: StepState) -> str:
        match state.note:
            case Counted() as counted:
                return counted.said(self._texts.plural)
            case Sentence() as sentence:
                return self._texts.said(sentence)
            case None:
                return ""

    def _doubts(self, state: StepState) -> str:
        return self._texts.plural(*_DOUBTFUL, state.doubts) if state.doubts else ""

    def _shown_tag(self) -> str:
        """Give the whole tag where it has room beside the name, else its number."""
        room = self.width() - self.fontMetrics().horizontalAdvance(self._words) - 3 * _EDGE
        if tag_width(self._tag, tag_font(self.font())) <= room:
            return self._tag
        number = "".join(sign for sign in self._tag if sign.isdecimal())
        return number or self._tag

    def _trailing(self, width: int) -> QRect:
        inside = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        height = _SIGN if not self._tag else self.height()
        return QStyle.alignedRect(self.layoutDirection(), trailing, QSize(width, height), inside)

    def _fit(self) -> None:
        taken = tag_width(self._shown_tag(), tag_font(self.font())) if self._tag else _SIGN
        room = self.width() - taken - 3 * _EDGE
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 40))
        if self.text() != shown.replace("&", "&&"):
            name = self.accessibleName()
            self.say(shown)
            self.setAccessibleName(name)


class StepRail(QWidget):
    """The title of the letter, its steps, and the way out; arrows move between the steps, too."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, texts: Catalogue) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(texts.text(_STEPS))
        self._texts = texts
        self.title, self.note = Words("", "title", wraps=True), ShortWords("", "muted")
        self.close_button = SecondaryButton(texts.text(_CLOSE), clicked=self.closed.emit)
        self._buttons = {step: StepButton(theme, texts) for step in Step}
        self._group = QButtonGroup(self)
        self._lay_out()

    def show_guide(self, guide: Guide, *, is_over: bool = False) -> None:
        """Show how every step stands; of a registered letter only the one that is shown can be entered."""
        for state in guide.steps:
            self._buttons[state.step].show_state(state)
            self._buttons[state.step].setEnabled(state.is_current or not is_over)
        self.close_button.say(self._texts.text(_CLOSE_REGISTERED if is_over else _CLOSE))

    def show_head(self, title: str, note: str) -> None:
        """Show what kind of letter it is, and its language and state."""
        self.title.setText(title)
        self.note.say(note)

    def button(self, step: Step) -> StepButton:
        """Give the button of a step."""
        return self._buttons[step]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the steps."""
        steps = {Qt.Key.Key_Down: +1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Be as wide as the longest step needs, within reason."""
        widest = max(button.sizeHint().width() for button in self._buttons.values()) + 24
        return QSize(max(236, min(widest, 380)), super().sizeHint().height())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(2)
        for words in (self.title, self.note):
            words.setContentsMargins(10, 0, 10, 0)
            column.addWidget(words)
        column.addSpacing(12)
        for step, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step))
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch()
        column.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
