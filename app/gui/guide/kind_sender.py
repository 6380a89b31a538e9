"""Who writes: chosen among the senders, made the first time, changed for this letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.guide.bound import LetterField, LinesField
from app.gui.guide.page import PLACE, nearest
from app.gui.guide.steps.letter_fields import DAY, PlaceField
from app.gui.widgets.buttons import PrimaryButton, QuietButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.kind_choices import KindChoices
    from app.gui.guide.presenter import GuidePresenter

_HEADING: Final = N_("Who writes")
_FIRST: Final = N_("The sender stands in the letterhead. Every later letter begins with it.")
_ORGANISATION, _SHORT = N_("Name of the organisation"), N_("Short name")
_LETTERHEAD: Final = N_("Further lines of the letterhead")
_LETTERHEAD_HINT: Final = N_("Under the name, one to a line: address, telephone, website.")
_KEEP: Final = N_("Keep this sender")
_NAME_IT: Final = N_("Write the name of the organisation.")
_SENDER: Final = N_("Sender")
_MORE, _LESS = N_("Change it in this letter"), N_("Hide the details")
_ONLY_HERE: Final = N_(
    "What is empty and filled in here is kept for later letters; other changes stand in this letter only."
)
_REQUIRED: Final = N_("required")
_ABBREVIATION: Final = N_("ITUC")


class SenderCard(Card):
    """The sender of the letter."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, choices: KindChoices) -> None:
        super().__init__(guide.texts.text(_HEADING))
        self._desktop, self._guide, self._choices = desktop, guide, choices
        say = guide.texts.text
        self._looked_at: str | None = None
        self.choice = ChoiceEditor()
        self.choice.setAccessibleName(say(_SENDER))
        self.choice.setProperty(PLACE, "sender")
        self.choice.chosen.connect(lambda key: choices.choose_sender(str(key)))
        self._name = Words("", "", wraps=True)
        self.first = FirstSender(desktop, guide, choices)
        self.more = QuietButton(say(_MORE), icon="pencil", clicked=self._toggle)
        self.details = SenderDetails(guide)
        self.details.hide()
        self.add(self._name, self.choice, self.first)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self.details)

    def show_letter(self) -> None:
        """Show who writes."""
        profiles = self._choices.profiles()
        named, key = self._choices.has_sender, self._guide.origins.sender
        several = len(profiles) > 1 or (bool(profiles) and not key)
        self.choice.setVisible(several)
        if several:
            choices = profiles if key else (("", self._guide.letter.sender.organisation), *profiles)
            if [self.choice.itemData(at) for at in range(self.choice.count())] != [c[0] for c in choices]:
                self.choice.offer(choices)
            self.choice.set_value(key)
        self._name.setText(self._guide.letter.sender.organisation)
        self._name.setVisible(named and not several)
        self.first.setVisible(not named and not profiles)
        self.more.setVisible(named)
        if named and key != self._looked_at:
            self._looked_at = key
            self._open(shown=self._choices.sender_has_gaps)
        self.details.setVisible(self.details.isVisibleTo(self) and named)
        self.details.show_letter()

    def go_to(self, place: str) -> bool:
        """Bring the focus to the choice, to the first sender, or to a detail."""
        target: QWidget | None = self.choice if self.choice.isVisibleTo(self) else self.more
        if self.first.isVisibleTo(self):
            target = self.first.organisation.editor
        elif place != "sender":
            self._open(shown=True)
            target = nearest(self.details.editors(), place)
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def _toggle(self) -> None:
        self._open(shown=not self.details.isVisibleTo(self))

    def _open(self, *, shown: bool) -> None:
        self.details.setVisible(shown)
        self.more.say(self._guide.texts.text(_LESS if shown else _MORE))


class FirstSender(QWidget):
    """Three fields for the sender of the first letter."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, choices: KindChoices) -> None:
        super().__init__()
        self._desktop, self._choices = desktop, choices
        say = guide.texts.text
        self.organisation: Field[LineEditor] = Field(
            say(_ORGANISATION), LineEditor(), required=say(_REQUIRED), check=lambda: ""
        )
        self._wrong = say(_NAME_IT)
        self.short_name: Field[LineEditor] = Field(say(_SHORT), LineEditor(placeholder=say(_ABBREVIATION)))
        self.letterhead: Field[AreaEditor] = Field(
            say(_LETTERHEAD), AreaEditor(lines=2), hint=say(_LETTERHEAD_HINT)
        )
        self.keep = PrimaryButton(say(_KEEP), clicked=self._on_keep)
        self.keep.setProperty("kind", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(say(_FIRST), "muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.organisation, 3)
        row.addWidget(self.short_name, 1)
        column.addLayout(row)
        column.addWidget(self.letterhead)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_keep(self) -> None:
        name = self.organisation.editor.value()
        if not name:
            self.organisation.show_error(self._wrong)
            self.organisation.editor.setFocus()
            return
        lines = tuple(line.strip() for line in self.letterhead.editor.value().splitlines() if line.strip())
        self._choices.create_sender(name, self.short_name.editor.value(), lines)
        self._desktop.changes.senders_changed.emit()


class SenderDetails(QWidget):
    """What the letter says of the sender, to be changed in this letter only."""

    def __init__(self, guide: GuidePresenter) -> None:
        super().__init__()
        self.fields: list[Any] = [
            LetterField(guide, "sender.organisation"),
            LetterField(guide, "sender.short_name"),
            LinesField(guide, "sender.letterhead", lines=3),
            LinesField(guide, "sender.footer", lines=2),
            LetterField(guide, "sender.figures.members", placeholder="181 million"),
            LetterField(guide, "sender.figures.organisations", placeholder="340"),
            LetterField(guide, "sender.figures.countries", placeholder="163"),
            PlaceField(guide, "sender.figures.as_of", form=DAY),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(guide.texts.text(_ONLY_HERE), "muted", wraps=True))
        for beside in ((0, 1), (2,), (3,), (4, 5), (6, 7)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for at in beside:
                row.addWidget(self.fields[at], 2 - at if at < 2 else 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def show_letter(self) -> None:
        """Show what the letter says."""
        for field in self.fields:
            field.show_letter()

    def editors(self) -> dict[str, QWidget]:
        """Give the editors by their places."""
        return {field.place: field.editor for field in self.fields}
