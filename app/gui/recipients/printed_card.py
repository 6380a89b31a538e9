"""How a letter addresses somebody, per language: head, salutation, closing, and how sure each form is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.addressing import ProposedRecipient, RecipientForm, Standing
from app.domain.errors import N_
from app.domain.languages import is_right_to_left
from app.gui.recipients.naming import FORMS, STANDINGS
from app.gui.records.language_bar import LanguageBar
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Tag, Words, leading_of

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

_HEADING: Final = N_("On a letter of today")
_CONFIRM: Final = N_("Confirm")
_CONFIRM_WHAT: Final = N_("Confirm: {form}")
_SETTLED: Final = frozenset({Standing.CONFIRMED})


class PrintedCard(Card):
    """A strip of paper with what would be printed, and under it what is not sure."""

    language_chosen = Signal(str)
    confirmed = Signal(str)

    def __init__(self, texts: Catalogue) -> None:
        super().__init__(texts.text(_HEADING))
        self._texts = texts
        self.bar = LanguageBar(texts, adds=False)
        self.bar.chosen.connect(self.language_chosen)
        self.paper, self._doubts, self._advice = QFrame(), QWidget(), QWidget()
        self.paper.setProperty("role", "strip")
        strip = QVBoxLayout(self.paper)
        strip.setContentsMargins(20, 16, 20, 16)
        strip.setSpacing(2)
        for each in (self._doubts, self._advice):
            QVBoxLayout(each).setContentsMargins(0, 0, 0, 0)
        self.add(self.bar, self._advice, self.paper, self._doubts)

    def show_printed(self, printed: ProposedRecipient, language: str) -> None:
        """Show the forms of one language."""
        right = is_right_to_left(language)
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self.paper.setLayoutDirection(direction)
        _fill(self.paper, [self._line(text, role) for text, role in _lines(printed)])
        unsure = [one for one in printed.forms if one.standing not in _SETTLED]
        _fill(self._doubts, [self._doubt(one) for one in unsure])
        _fill(self._advice, [self._note(self._texts.said(one)) for one in printed.advice])

    def said(self) -> str:
        """Give what is printed, line by line."""
        return "\n".join(words.text() for words in self.paper.findChildren(Words) if not words.isHidden())

    def _line(self, text: str, role: str) -> QWidget:
        words = Words(text, "page", wraps=True)
        words.setLayoutDirection(self.paper.layoutDirection())
        words.setAlignment(leading_of(words) | Qt.AlignmentFlag.AlignVCenter)
        font = words.font()
        font.setBold(role == "head")
        words.setFont(font)
        if role == "gap":
            words.setMinimumHeight(words.fontMetrics().height() // 2)
        return words

    def _note(self, text: str) -> QWidget:
        card = Card(role="advice")
        card.add(Words(text, wraps=True))
        return card

    def _widest_name(self) -> int:
        """Give the room that lets every form's button begin at the same place."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        return max(metrics.horizontalAdvance(self._texts.text(name)) for name in FORMS.values())

    def _doubt(self, form: RecipientForm) -> QWidget:
        what = self._texts.text(FORMS[form.place])
        words, mood = STANDINGS[form.standing]
        name = Words(what, "strong")
        name.setMinimumWidth(self._widest_name())
        line = FlowRow(Tag(self._texts.text(words), mood), name, gap=12)
        if form.text:
            confirm = LinkButton(self._texts.text(_CONFIRM), clicked=lambda: self.confirmed.emit(form.place))
            confirm.setAccessibleName(self._texts.text(_CONFIRM_WHAT, form=what))
            confirm.setAccessibleDescription(form.text)
            line.add(confirm)
        return line


def _lines(printed: ProposedRecipient) -> list[tuple[str, str]]:
    recipient = printed.recipient
    head = [(line, "head" if at == 0 else "") for at, line in enumerate(recipient.lines)]
    address = [(line, "") for line in recipient.address]
    parts = [
        [*head, *address],
        *([(text, "")] for text in (recipient.salutation, recipient.vocative, recipient.closing) if text),
    ]
    spaced: list[tuple[str, str]] = []
    for part in parts:
        spaced += [("", "gap")] if spaced else []
        spaced += part
    return spaced


def _fill(box: QWidget, widgets: list[QWidget]) -> None:
    layout = box.layout()
    while layout and (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        if layout:
            layout.addWidget(widget)
    box.setVisible(bool(widgets))
