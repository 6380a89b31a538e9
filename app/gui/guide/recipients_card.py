"""One recipient of the letter: who it is, the forms of address, and how sure each of them is."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.directory import DeliveryRoute
from app.domain.errors import N_, Sentence
from app.flow.fields import title_of_field
from app.gui.asking import Notice
from app.gui.guide.bound import LetterField, LinesField
from app.gui.guide.page import nearest
from app.gui.guide.recipients_choices import FormLine, RecipientLine, Sureness
from app.gui.widgets.buttons import IconButton, LinkButton, QuietButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.words import Mood, ShortWords, Tag, Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_REMOVE, _UP, _DOWN = N_("Take {name} out of the letter"), N_("Name {name} earlier"), N_("Name {name} later")
_MORE, _LESS = N_("Name, office, ways to deliver"), N_("Show less")
_ROUTE: Final = N_("Delivered by")
_KEPT: Final = N_("“{field}” is kept for later letters.")
_UNDO: Final = N_("Undo")
ROUTES: Final = (
    (DeliveryRoute.UNKNOWN, N_("Not decided")),
    (DeliveryRoute.POST, N_("Post")),
    (DeliveryRoute.EMAIL, N_("E-mail")),
    (DeliveryRoute.FAX, N_("Fax")),
    (DeliveryRoute.HAND, N_("Hand")),
    (DeliveryRoute.MISSION, N_("Permanent mission")),
    (DeliveryRoute.ONLINE_FORM, N_("Online form")),
)
_TAGS: Final = {
    Sureness.CONFIRMED: (N_("Confirmed"), Mood.OK),
    Sureness.PROPOSED: (N_("Proposed"), Mood.WARN),
    Sureness.BORROWED: (N_("From another language"), Mood.WARN),
    Sureness.HERE: (N_("Only in this letter"), Mood.NEUTRAL),
}
_CONFIRM: Final = {
    Sureness.PROPOSED: N_("Confirm"),
    Sureness.BORROWED: N_("Confirm"),
    Sureness.HERE: N_("Keep for later letters"),
}
_USE: Final = N_("Use “{text}”")
_SHORT: Final = 24  # characters of an offer that a narrow column has room for
_FIRST: Final = ("salutation", "vocative", "closing", "address")
_FURTHER: Final = ("printed", "honorific", "name", "office", "organisation")
_LETTER_PLACES: Final = {"office": "offices"}
_LINES: Final = {"address": 3, "office": 2}
_EXAMPLES: Final = {
    "salutation": N_("Dear President Nazarbayev,"),
    "vocative": N_("Mr. President,"),
    "closing": N_("Sincerely,"),
}


class FormField(QWidget):
    """A form of address in the letter, with how sure it is and a button that keeps it."""

    confirm_wanted = Signal(str)

    def __init__(self, guide: GuidePresenter, number: int, form: str) -> None:
        super().__init__()
        say = guide.texts.text
        place = f"recipients.{number}.{_LETTER_PLACES.get(form, form)}"
        lines = _LINES.get(form, 1)
        make = LinesField if lines > 1 else LetterField
        example = say(_EXAMPLES[form]) if form in _EXAMPLES else ""
        self.form, self._texts, self._offer = form, guide.texts, ""
        self.field = make(guide, place, lines=lines, placeholder=example)
        self.tag, self.confirm = Tag(""), LinkButton("", clicked=self._on_clicked)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.tag)
        row.addWidget(self.confirm)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(row)

    def show_line(self, line: FormLine, *, known: bool) -> None:
        """Show what the letter says and how sure it is."""
        self.field.show_letter()
        words, mood = _TAGS.get(line.sureness, ("", Mood.NEUTRAL))
        self.tag.setVisible(bool(words) and known)
        if words:
            self.tag.show_state(self._texts.text(words), mood)
        self.tag.setToolTip(line.source)
        self.confirm.setToolTip(line.offer)
        self._offer = line.offer
        self.confirm.setVisible(known and (line.may_confirm or bool(line.offer)))
        if line.offer:
            whole = line.offer.replace("\n", ", ")
            self.confirm.say(self._texts.text(_USE, text=shorten(whole, _SHORT, placeholder=" …")))
            self.confirm.setAccessibleName(self._texts.text(_USE, text=whole))
        elif line.may_confirm:
            title = self._texts.text(title_of_field(self.field.place))
            self.confirm.say(self._texts.text(_CONFIRM[line.sureness]))
            self.confirm.setAccessibleName(f"{self.confirm.text()}: {title}")

    def _on_clicked(self) -> None:
        """Take what is offered, else keep what is written."""
        if self._offer:
            self.field.take(self._offer)
        else:
            self.confirm_wanted.emit(self.form)


class RecipientCard(Card):
    """One recipient; what is done with it is said by signals with its number."""

    removed = Signal(int)
    moved = Signal(int, int)
    confirmed = Signal(int, str)
    route_chosen = Signal(int, object)

    def __init__(self, desktop: Desktop, guide: GuidePresenter, number: int) -> None:
        super().__init__()
        self._desktop, self._guide, self._number = desktop, guide, number
        say = guide.texts.text
        self.title, self.subtitle = ShortWords("", "strong"), ShortWords("", "muted")
        self.advice = Words("", "error", wraps=True)
        self.up = IconButton("chevron-up", "", clicked=lambda: self.moved.emit(number, number - 1))
        self.down = IconButton("chevron-down", "", clicked=lambda: self.moved.emit(number, number + 1))
        self.remove = IconButton("x", "", clicked=lambda: self.removed.emit(number))
        self.forms = {form: FormField(guide, number, form) for form in (*_FIRST, *_FURTHER)}
        for field in self.forms.values():
            field.confirm_wanted.connect(lambda form: self.confirmed.emit(self._number, form))
        self.more = QuietButton(say(_MORE), icon="chevron-down", clicked=self._toggle)
        self.route: Field[Any] = Field(
            say(_ROUTE), ChoiceEditor([(value, say(words)) for value, words in ROUTES])
        )
        self.route.editor.chosen.connect(lambda value: self.route_chosen.emit(self._number, value))
        self.via = LetterField(guide, f"recipients.{number}.via")
        self.email = LetterField(guide, f"recipients.{number}.email")
        self.further = QWidget()
        self._lay_out()

    def show_line(self, line: RecipientLine, *, of: int) -> None:
        """Show the recipient as the letter has it."""
        say = self._guide.texts.text
        self.title.say(line.title)
        self.subtitle.say(line.subtitle)
        self.subtitle.setVisible(bool(line.subtitle))
        for button, words in ((self.remove, _REMOVE), (self.up, _UP), (self.down, _DOWN)):
            button.setToolTip(say(words, name=line.title))
            button.setAccessibleName(button.toolTip())
        for button in (self.up, self.down):
            button.setVisible(of > 1)
        self.up.setEnabled(line.number > 1)
        self.down.setEnabled(line.number < of)
        self.advice.setText("\n".join(self._guide.texts.said(one) for one in line.advice))
        self.advice.setVisible(bool(line.advice))
        for form, field in self.forms.items():
            field.show_line(line.form(form), known=bool(line.forms))
        self.route.setVisible(line.route is not None)
        if line.route is not None:
            self.route.editor.set_value(line.route)
        self.via.show_letter()
        self.email.show_letter()

    def go_to(self, form: str) -> bool:
        """Bring the focus to a form; without one to the first."""
        prefix = f"recipients.{self._number}."
        editors = {field.field.place: field.field.editor for field in self.forms.values()}
        editors |= {field.place: field.editor for field in (self.via, self.email)}
        found = nearest(editors, f"{prefix}{form or _FIRST[0]}") or self.forms["name"].field.editor
        if self.further.isAncestorOf(found):
            self._open(shown=True)
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_after_move(self, *, up: bool) -> None:
        """Leave the focus where the same move can be made again."""
        first, second = (self.up, self.down) if up else (self.down, self.up)
        (first if first.isEnabled() else second).setFocus()

    def tell_confirmed(self, form: str, take_back: Callable[[], None]) -> None:
        """Say that a form is kept, and let it be taken back."""
        say = self._guide.texts.text
        title = Sentence(title_of_field(self.forms[form].field.place))
        notice = Notice(say(_KEPT, field=title), say(_UNDO), take_back)
        self._desktop.asking.notify(notice)
        self.forms[form].field.editor.setFocus()

    def _toggle(self) -> None:
        self._open(shown=not self.further.isVisibleTo(self))

    def _open(self, *, shown: bool) -> None:
        self.further.setVisible(shown)
        self.more.say(self._guide.texts.text(_LESS if shown else _MORE))
        self.more.show_icon("chevron-up" if shown else "chevron-down")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head.addLayout(names, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.add(self.advice)
        self.column.addLayout(_grid([self.forms[form] for form in _FIRST]))
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.further.setLayout(
            _grid([*(self.forms[form] for form in _FURTHER), self.route, self.via, self.email])
        )
        self.further.hide()
        self.add(self.further)


def _grid(widgets: list[QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    for at, widget in enumerate(widgets):
        grid.addWidget(widget, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
