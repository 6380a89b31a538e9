"""The step “Text”: a card for each part of the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import N_
from app.domain.letters import BlockKind
from app.gui.asking import Notice
from app.gui.guide.page import PLACE, StepPage
from app.gui.guide.scrolling import show_focus_soon, show_soon
from app.gui.guide.steps.block_fields import HAVING_FIELDS, BlockFields
from app.gui.guide.steps.text_presenter import TextPresenter
from app.gui.widgets.buttons import Button, LinkButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Words
from app.gui.writing.block_editor import WritingHelp
from app.gui.writing.column import BlocksColumn
from app.gui.writing.proofreading import Proofreader
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter
    from app.gui.writing.card import BlockCard

_REST: Final = 1000  # milliseconds without a key after which undo takes a step of its own
_NEXT: Final = N_("Go to the next one (F8)")
_ADD, _LEFT_OUT = N_("Add a part"), N_("Put back a part")
_DROPPED: Final = N_("“{title}” was left out.")
_UNDO: Final = N_("Undo")
_HEADING, _GIVE_HEADING = N_("Heading"), N_("Give it a heading")
_HEADING_OF: Final = N_("Heading of “{title}”")
_PRESENT: Final = N_("{part} (again)")


class TextPage(StepPage):
    """The blocks: add, drop, move, write, reset; those that are to be written first in sight."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.presenter = TextPresenter(guide)
        self.proofreader = self._proofreader()
        self.blocks = BlocksColumn(self._help(), self.presenter.languages())
        self.todo = Card(role="advice")
        self.todo_words = Words("", "strong")
        self.next_link = LinkButton(self.say(_NEXT), clicked=self.go_to_next)
        self.add_button = SecondaryButton(
            self.say(_ADD), icon="plus", clicked=lambda: self._open_adding(self.add_button)
        )
        self.restore_button = SecondaryButton(
            self.say(_LEFT_OUT), icon="undo-2", clicked=self._open_restoring
        )
        self._fields: dict[str, BlockFields] = {}
        self._headings: dict[str, LineEditor] = {}
        self._current, self._titled = "", ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(guide.paused)
        self._lay_out()
        self._connect()

    # ── The page ─────────────────────────────────────────────────────────────

    def show_letter(self) -> None:
        """Show the parts of the letter."""
        if self.guide.composed is None:
            return
        cards = self.presenter.cards
        self.blocks.show_blocks(cards)
        for card in cards:
            self._dress(card.key)
        for key in self._fields.keys() - set(self.blocks.keys()):
            del self._fields[key]
        for key in self._headings.keys() - set(self.blocks.keys()):
            del self._headings[key]
        self._show_todo()
        self.restore_button.setVisible(bool(self.presenter.dropped()))
        if self.proofreader:
            self.proofreader.know(self.presenter.names())

    def go_to(self, place: str) -> bool:
        """Let a block be written."""
        key = place.removeprefix("blocks.")
        if key != place and key in set(self.blocks.keys()):
            self._go_to_block(key)
            return True
        found = super().go_to(place)
        show_focus_soon()
        return found

    def first_focus(self) -> None:
        """Begin with the first part that is to be written; where none is, no key may write over one."""
        key = next(iter((*self.presenter.missing, *self.presenter.open_blocks)), "")
        if key:
            self._go_to_block(key)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_next(self) -> None:
        """Go to the next part that is to be written or lacks something."""
        key = self.presenter.open_after(self._current)
        if key:
            self._go_to_block(key)

    def leave(self) -> None:
        """Let what is typed next be a step of its own."""
        self._rest.stop()
        self.guide.paused()

    # ── What is done ─────────────────────────────────────────────────────────

    def _go_to_block(self, key: str) -> None:
        self._current = key
        show_soon(self.blocks.card(key))
        fields = self._fields.get(key)
        if fields and fields.isVisibleTo(self) and fields.lines:
            lines = fields.lines
            first = lines.editors[0] if lines.editors else lines.add_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.blocks.focus_block(key)

    def _on_text_edited(self, key: str, text: str) -> None:
        self._rest.start()
        self.presenter.write(key, text)

    def _on_drop_wanted(self, key: str) -> None:
        keys = self.blocks.keys()
        at = keys.index(key)
        title = self.presenter.drop(key)
        left = self.blocks.keys()
        if left:
            near = self.blocks.card(left[min(at, len(left) - 1)])
            near.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)
        text = self.say(_DROPPED, title=title)
        self.desktop.asking.notify(Notice(text, self.say(_UNDO), lambda: self.presenter.restore(key)))

    def _on_focused(self, key: str) -> None:
        self._current = key

    def _add(self, kind: BlockKind, after: str) -> None:
        key = self.presenter.add(kind, after)
        self._go_to_block(key)

    def _open_adding(self, button: Button | QWidget, after: str = "") -> None:
        menu = self.adding_menu(after)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def adding_menu(self, after: str = "") -> QMenu:
        """Give the menu of the parts that can be added, behind another one or at the end."""
        menu = self._menu()
        proposed = True
        for one in self.presenter.addable():
            if proposed and one.kind is not BlockKind.TEXT and (one.present or not one.proposed):
                menu.addSeparator()
                proposed = False
            title = self.say(one.title)
            words = self.say(_PRESENT, part=title) if one.present else title
            menu.addAction(words).triggered.connect(lambda _on=False, kind=one.kind: self._add(kind, after))
        return menu

    def _open_restoring(self) -> None:
        menu = self.restoring_menu()
        menu.popup(self.restore_button.mapToGlobal(QPoint(0, self.restore_button.height())))

    def restoring_menu(self) -> QMenu:
        """Give the menu of the parts that were left out."""
        menu = self._menu()
        for one in self.presenter.dropped():
            menu.addAction(self.desktop.texts.said(one.title)).triggered.connect(
                lambda _on=False, key=one.key: self._restore(key)
            )
        return menu

    def _restore(self, key: str) -> None:
        self.presenter.restore(key)
        self._go_to_block(key)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(self.layoutDirection())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # ── What is shown ────────────────────────────────────────────────────────

    def _show_todo(self) -> None:
        number, plural = len(self.presenter.open_blocks), self.desktop.texts.plural
        words = plural("{number} part is not finished yet.", "{number} parts are not finished yet.", number)
        self.todo_words.setText(words)
        self.todo.setVisible(bool(number))

    def _dress(self, key: str) -> None:
        """Give a card what this step adds: its place, its fields, its heading."""
        card, block = self.blocks.card(key), self.presenter.block(key)
        if block is None:
            return
        if card.property(PLACE) is None:
            card.setProperty(PLACE, f"blocks.{key}")
            card.show()  # at once, so that it can have the focus
            card.more = ((self.say(_GIVE_HEADING), lambda: self._give_heading(key)),)
        self._dress_fields(card, block.kind, written=block.is_written)
        self._dress_heading(card, block.heading)

    def _dress_fields(self, card: BlockCard, kind: BlockKind, *, written: bool) -> None:
        key = card.state.key
        if kind in HAVING_FIELDS and key not in self._fields:
            self._fields[key] = BlockFields(self.guide, kind)
            card.column.addWidget(self._fields[key])
            self._fields[key].show()
        if key in self._fields:
            self._fields[key].setVisible(not written)
            self._fields[key].show_letter()

    def _dress_heading(self, card: BlockCard, heading: str) -> None:
        key = card.state.key
        if key not in self._headings and heading:
            self._add_heading(card)
        if key in self._headings:
            editor = self._headings[key]
            if editor.value() != heading:
                editor.setText(heading)
            editor.setVisible(bool(heading) or editor.hasFocus() or self._titled == key)

    def _add_heading(self, card: BlockCard) -> None:
        key = card.state.key
        editor = LineEditor(placeholder=self.say(_HEADING))
        editor.setAccessibleName(self.say(_HEADING_OF, title=card.state.title))
        editor.textEdited.connect(lambda text: self.presenter.entitle(key, text))
        editor.left.connect(lambda: self._on_heading_left(key))
        self._headings[key] = editor
        card.column.insertWidget(1, editor)
        editor.show()

    def _give_heading(self, key: str) -> None:
        self._titled = key
        if key not in self._headings:
            self._add_heading(self.blocks.card(key))
        self._headings[key].show()
        self._headings[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_heading_left(self, key: str) -> None:
        self._titled = ""
        if key in self._headings and not self._headings[key].value():
            self._headings[key].hide()

    # ── How it is built ──────────────────────────────────────────────────────

    def _proofreader(self) -> Proofreader | None:
        spelling = self.desktop.spelling
        if spelling is None:
            return None
        screen = self.desktop.texts.language
        made = Proofreader(spelling, self.desktop.jobs, lambda tag: language_name(tag, screen))
        made.begin_letter(self.presenter.names())
        return made

    def _help(self) -> WritingHelp:
        return WritingHelp(
            texts=self.desktop.texts,
            theme=self.desktop.theme,
            runner=self.desktop.jobs,
            proofreader=self.proofreader,
            phrases=self.presenter.phrases,
        )

    def _connect(self) -> None:
        self.blocks.text_edited.connect(self._on_text_edited)
        self.blocks.reset_wanted.connect(self.presenter.reset)
        self.blocks.accepted.connect(self.presenter.accept)
        self.blocks.moved.connect(self.presenter.move)
        self.blocks.language_wanted.connect(self.presenter.speak)
        self.blocks.drop_wanted.connect(self._on_drop_wanted)
        self.blocks.add_wanted.connect(lambda key: self._open_adding(self.blocks.card(key).below, key))
        self.blocks.block_focused.connect(self._on_focused)
        QShortcut(QKeySequence("F8"), self, self.go_to_next)

    def _lay_out(self) -> None:
        self.todo.column.setContentsMargins(16, 8, 12, 8)
        self.todo.add_row(self.todo_words, self.next_link)
        self.column.addWidget(self.todo)
        self.column.addWidget(FlowRow(self.add_button, self.restore_button))
        self.column.addWidget(self.blocks)
        self.column.addStretch()
