"""The letter beside the form: as it follows every key, or its exact pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.flow.fields import in_words
from app.gui.preview.exact_controller import ExactController
from app.gui.preview.exact_view import ExactView
from app.gui.preview.page_bar import PageBar
from app.gui.preview.page_view import PageView
from app.gui.widgets.buttons import QuietButton
from app.gui.widgets.chips import Chip
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.composed import ComposedLetter
    from app.domain.letters import Letter
    from app.domain.pages import SetLetter
    from app.gui.desktop import Desktop
    from app.services.desk import Desk

_LIVE, _EXACT = N_("Live"), N_("Exact pages")
_FORM: Final = N_("Show the form")
_LIVE_TIP: Final = N_("The letter as you write it")
_EXACT_TIP: Final = N_("The pages as the word processor lays them out")


class PreviewColumn(QFrame):
    """Two grades of one thing: the live page and the exact pages; ``block_chosen`` on a click in the page."""

    block_chosen = Signal(str)
    form_wanted = Signal()

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self._desktop = desktop
        self._letter: Letter | None = None
        self._composed: ComposedLetter | None = None
        self._called = in_words(desktop.texts.text)
        self._make_views()
        self._make_chips()
        self._controller = ExactController(desktop.exact_pages, self)
        self._controller.changed.connect(self.exact.show_state)
        self.exact.retried.connect(self._controller.retry)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_now)
        desktop.theme.changed.connect(self._on_theme_changed)
        self._lay_out()

    def show_letter(self, letter: Letter, composed: ComposedLetter | None) -> None:
        """Show a letter, in words where they are known, once the keys that wait have been taken."""
        self._letter, self._composed = letter, composed
        self._soon.start()

    def show_now(self) -> None:
        """Show the letter that was given last."""
        self._soon.stop()
        letter, desk = self._letter, self._desktop.bench.desk
        if letter is None:
            return
        try:
            self.page.show_pages(self._pages(desk, letter))
        except ChanceryError as error:
            self._say(self._desktop.texts.said(error.sentence))
            return
        self._say("")
        self._controller.follow(lambda: desk.draft(letter, called=self._called).content)

    def _pages(self, desk: Desk, letter: Letter) -> SetLetter:
        if self._composed is not None:
            return desk.pages_of_words(self._composed, self._called)
        return desk.pages(letter, called=self._called).pages

    def show_registered(self, document: bytes) -> None:
        """Show a registered document from now on."""
        self._soon.stop()
        self._letter = None
        self.page.show_pages(self._desktop.bench.desk.pages_of_document(document))
        self._controller.follow(lambda: document)

    def mark(self, block: str) -> None:
        """Mark the block that is being worked on."""
        self.page.show_block(block)

    def warm_up(self) -> None:
        """Let the office program start, so that the first exact pages are as fast as the next."""
        if self._desktop.exact_pages.why_not() is None:
            self._desktop.exact_pages.warm_up()

    def turn_exact(self, *, exact: bool) -> None:
        """Show the exact pages, or the live one."""
        (self.exact_chip if exact else self.live_chip).setChecked(True)
        self._views.setCurrentWidget(self.exact if exact else self.page)
        self._bars.setCurrentIndex(1 if exact else 0)
        self._controller.show_pages(shown=exact)

    def come_back(self, letter: Letter) -> None:
        """Go on with a letter that was let go of; its wording may have changed meanwhile."""
        self.show_letter(letter, None)
        self._controller.show_pages(shown=self._views.currentWidget() is self.exact)

    def let_go(self) -> None:
        """Leave the letter: nothing is made for it any more."""
        self._soon.stop()
        self._controller.show_pages(shown=False)
        self._controller.forget()

    def _make_views(self) -> None:
        texts, theme = self._desktop.texts, self._desktop.theme
        self.page = PageView(texts, theme)
        self.page.block_chosen.connect(self.block_chosen)
        self.exact = ExactView(texts, theme.tokens)
        self._views, self._bars = QStackedWidget(), QStackedWidget()
        for view, bar in (
            (self.page, PageBar(self.page, texts)),
            (self.exact, PageBar(self.exact.canvas, texts)),
        ):
            self._views.addWidget(view)
            self._bars.addWidget(bar)

    def _make_chips(self) -> None:
        texts = self._desktop.texts
        self.form_button = QuietButton(texts.text(_FORM), icon="pencil", clicked=self.form_wanted.emit)
        self.form_button.setToolTip("F4")
        self.form_button.hide()
        self.live_chip = Chip(texts.text(_LIVE), on=True)
        self.exact_chip = Chip(texts.text(_EXACT))
        self.live_chip.setToolTip(texts.text(_LIVE_TIP))
        self.exact_chip.setToolTip(texts.text(_EXACT_TIP))
        reason = self._desktop.exact_pages.why_not()
        if reason is not None:
            self.exact_chip.setEnabled(False)
            self.exact_chip.setToolTip(texts.said(reason))
            self.exact_chip.setAccessibleDescription(texts.said(reason))
        group = QButtonGroup(self)
        group.addButton(self.live_chip)
        group.addButton(self.exact_chip)
        self.live_chip.clicked.connect(lambda _on=False: self.turn_exact(exact=False))
        self.exact_chip.clicked.connect(lambda _on=False: self.turn_exact(exact=True))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _on_theme_changed(self) -> None:
        self.exact.set_colours(self._desktop.theme.tokens)

    def _lay_out(self) -> None:
        self.message = Words("", "error", wraps=True)
        self.message.setContentsMargins(16, 8, 16, 8)
        self.message.hide()
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(6)
        row.addWidget(self.form_button)
        row.addWidget(self.live_chip)
        row.addWidget(self.exact_chip)
        row.addSpacing(8)
        row.addWidget(self._bars, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.message)
        column.addWidget(self._views, 1)
