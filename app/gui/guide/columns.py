"""The three columns of the guide for one letter: steps, form, and the letter itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.errors import N_
from app.flow.aiming import block_for, target_of_block
from app.flow.naming import TYPE_TITLES, Step
from app.gui.guide.form_column import FormColumn
from app.gui.guide.page import StepPage, place_of
from app.gui.guide.pages import page_for
from app.gui.guide.presenter import GuidePresenter, What
from app.gui.guide.preview_column import PreviewColumn
from app.gui.guide.rail import StepRail
from app.gui.guide.saving import Saving
from app.gui.widgets.keys import by_keys
from app.gui.widgets.panes import SplitPane
from app.i18n.formats import long_day
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.desktop import Desktop

_SAVED: Final = N_("{language} · saved {time}")
_NOT_SAVED: Final = N_("{language} · not saved")
_REGISTERED: Final = N_("{language} · registered as {number}")
_CORRECTS: Final = N_("This letter corrects {number} of {day}.")
_SHOWN: Final = "guide/letter_shown"
_LEAST: Final = 340  # pixels in which a page can still be read
UNDO: Final = ("Ctrl+Z", "Undo")
REDO: Final = ("Ctrl+Shift+Z", "Ctrl+Y", "Redo")


class GuideColumns(QWidget):
    """Shows one letter on its way through the guide; ``closed`` when the person wants to leave it."""

    closed = Signal()

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__()
        self._desktop, self.guide = desktop, guide
        self._pages: dict[Step, StepPage] = {}
        self._swapped = False
        self.rail = StepRail(desktop.theme, desktop.texts)
        self.form = FormColumn(desktop.texts)
        self.preview = PreviewColumn(desktop)
        self.saving = Saving(guide, desktop.jobs, desktop.asking, self)
        self._lay_out()
        self._connect()
        self._show_corrected()
        self._show_step()
        self._show_all()

    # ── What the screen asks for ─────────────────────────────────────────────

    @property
    def page(self) -> StepPage:
        """The page of the step one is at."""
        return self._page(self.guide.step)

    def first_focus(self) -> None:
        """Begin in the page of the step; elsewhere something may have changed meanwhile."""
        self.page.show_letter()
        self._show_all()
        self.page.first_focus()

    def let_go(self) -> bool:
        """Finish what is half typed, keep the letter, and say whether it is safe."""
        self.page.leave()
        self.guide.paused()
        self.preview.let_go()
        return self.saving.save_at_once()

    def toggle_letter(self) -> None:
        """Show the letter beside the form or not; where there is no room for both, instead of it."""
        if self._is_narrow():
            self._swapped = not self._swapped
        else:
            shown = not self._desktop.preferences.flag(_SHOWN, otherwise=True)
            self._desktop.preferences.keep(_SHOWN, shown)
        self._arrange()
        if self.form.isVisible():
            self.page.first_focus()
        else:
            self.preview.form_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── What happens ─────────────────────────────────────────────────────────

    def _on_changed(self, what: What) -> None:
        if what is What.LETTER:
            self._show_letter()
        elif what is What.STEP:
            self._show_step()
            if self.guide.is_over:
                self._show_all()
        else:
            self._go_to(self.guide.place)

    def _show_letter(self) -> None:
        self._show_head()
        self.page.show_letter()
        self.preview.show_letter(self.guide.letter, self.guide.fresh)
        self.saving.soon()

    def _show_all(self) -> None:
        """Show the letter, whatever has changed; a registered one as it stands in the register."""
        self.preview.come_back(self.guide.letter)
        if self.guide.outcome:
            document = self.guide.office.letter_cards.document(self.guide.outcome.sequence)
            self.preview.show_registered(document)

    def _show_step(self) -> None:
        page = self._page(self.guide.step)
        page.show_letter()
        self.form.show_page(page)
        self._show_head()
        self.preview.mark("")
        page.first_focus()

    def _show_head(self) -> None:
        texts, trouble = self._desktop.texts, self.guide.trouble
        self.rail.show_guide(self.guide.state, is_over=self.guide.is_over)
        self.rail.show_head(texts.text(TYPE_TITLES[self.guide.letter.type]), self._note())
        self.form.show_guide(self.guide.state, is_over=self.guide.is_over)
        self.form.say(texts.said(trouble) if trouble else "")

    def _note(self) -> str:
        texts, at = self._desktop.texts, self.saving.saved_at
        language = language_name(self.guide.letter.language, texts.language)
        if self.guide.outcome:
            return texts.text(_REGISTERED, language=language, number=self.guide.outcome.number)
        if self.saving.error:
            return texts.text(_NOT_SAVED, language=language)
        return texts.text(_SAVED, language=language, time=f"{at:%H:%M}") if at else language

    def _show_corrected(self) -> None:
        corrects, texts = self.guide.origins.corrects, self._desktop.texts
        if corrects:
            entry = self.guide.office.letter_cards.entry(corrects)
            day = long_day(entry.letter_date or entry.registered_on, texts.language)
            self.form.tell(texts.text(_CORRECTS, number=entry.number, day=day))

    def _go_to(self, place: str) -> None:
        self._swapped = False
        self._arrange()
        self.page.go_to(place)
        self._mark(place)

    def _mark(self, place: str) -> None:
        self.preview.mark(block_for(self.guide.letter, place))

    def _leave_page(self, go: Callable[[], None]) -> None:
        self.page.leave()
        go()

    def _on_block_chosen(self, block: str) -> None:
        target = target_of_block(self.guide.letter, block, self.guide.step)
        self._leave_page(lambda: self.guide.go_to(target))
        self.preview.mark(block)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old) and place_of(old):
            self.guide.paused()
            old.removeEventFilter(self)
        if new is not None and self.form.isAncestorOf(new) and (place := place_of(new)):
            new.installEventFilter(self)
            self.guide.look_at(place)
            self._mark(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep undo and redo of the letter from the editor that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == QKeySequence(keys) for keys in (*UNDO, *REDO)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Give up the page where there is no room for both, whatever needs more of it."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return super().event(event)

    # ── How it is built ──────────────────────────────────────────────────────

    def _page(self, step: Step) -> StepPage:
        if step not in self._pages:
            self._pages[step] = page_for(step, self._desktop, self.guide)
        return self._pages[step]

    def _is_narrow(self) -> bool:
        room = self.width() - self.rail.sizeHint().width()
        return room < self.form.minimumSizeHint().width() + _LEAST

    def _arrange(self) -> None:
        wanted = self._desktop.preferences.flag(_SHOWN, otherwise=True)
        narrow = self._is_narrow()
        self.preview.setVisible(self._swapped if narrow else wanted)
        self.form.setVisible(not (narrow and self._swapped))
        self.form.letter.setVisible(not self.preview.isVisibleTo(self))
        self.preview.form_button.setVisible(not self.form.isVisibleTo(self))

    def _connect(self) -> None:
        self.guide.changed = self._on_changed
        self.rail.chosen.connect(lambda step: self._leave_page(lambda: self.guide.go(step)))
        self.rail.closed.connect(self.closed)
        self.form.back_wanted.connect(lambda: self._leave_page(self.guide.back))
        self.form.next_wanted.connect(lambda: self._leave_page(self.guide.next))
        self.form.letter_wanted.connect(self.toggle_letter)
        self.preview.form_wanted.connect(self.toggle_letter)
        self.preview.block_chosen.connect(self._on_block_chosen)
        self.saving.changed.connect(self._show_head)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        for keys, act in (
            *((keys, self.guide.undo) for keys in UNDO[:1]),
            *((keys, self.guide.redo) for keys in REDO[:2]),
            ("Ctrl+PgDown", lambda: self._leave_page(self.guide.next)),
            ("Ctrl+PgUp", lambda: self._leave_page(self.guide.back)),
            ("Ctrl+Return", lambda: self._leave_page(self.guide.next)),
            ("Ctrl+Enter", lambda: self._leave_page(self.guide.next)),
            ("F4", self.toggle_letter),
        ):
            by_keys(self, keys, act)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        panes = SplitPane("guide", self._desktop.preferences, self.form, self.preview)
        panes.remember(544, 500)
        row.addWidget(self.rail)
        row.addWidget(panes, 1)
