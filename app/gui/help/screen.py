"""The room of the user guide: its chapters and its text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.help.chapters import Chapter, chapters_of
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.forms import CHARACTERS
from app.gui.widgets.page_header import PageHeader
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.screen import Screen

_TITLE: Final = N_("User guide")
_BACK: Final = N_("Back")
_CHAPTERS: Final = N_("Chapters")
_BESIDE: Final = 100  # what the text has beside it: its margins, a list's, the bar


class HelpScreen(Screen):
    """Shows the guide; a chapter chosen at the leading side is scrolled to."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        say = desktop.texts.text
        self._desktop = desktop
        guide = desktop.places.guide.read_text(encoding="utf-8")
        self._chapters = chapters_of(guide)
        back = SecondaryButton(say(_BACK), icon="arrow-left", clicked=desktop.going.back)
        self.text = Guide(guide, desktop)
        self.chapters = RowList(desktop.theme, say(_CHAPTERS), _rows(self._chapters))
        self.chapters.setFixedWidth(260)
        self.chapters.setProperty("role", "bare")
        self.chapters.current_changed.connect(self._on_chapter)
        self._lay_out(PageHeader(say(_TITLE), actions=[back]))

    def first_focus(self) -> None:
        """Begin in the list of chapters."""
        self.chapters.setFocus()

    def show_subject(self, subject: object) -> None:
        """Show the chapter with these words."""
        at = next((n for n, each in enumerate(self._chapters) if each.words == subject), None)
        if at is not None:
            self.chapters.go_to(at)

    def _on_chapter(self, key: object) -> None:
        if isinstance(key, int):
            self.text.go_to(self._chapters[key].words)

    def _lay_out(self, header: PageHeader) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        row.setSpacing(24)
        row.addWidget(self.chapters)
        row.addWidget(self.text, 1)
        row.addStretch(0)
        column.addWidget(header)
        column.addLayout(row, 1)


class Guide(QTextBrowser):
    """The text of the guide; what it links to is opened outside."""

    def __init__(self, guide: str, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self.setAccessibleName(desktop.texts.text(_TITLE))
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (CHARACTERS + 15))
        self.setSearchPaths([str(desktop.places.guide.parent)])
        self.document().setDocumentMargin(20)
        self.document().setDefaultFont(QFont(self.font()))
        self.document().setMarkdown(guide, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.anchorClicked.connect(self._on_link)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture as wide as the text has room; all else as Qt does."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        path = self._desktop.places.guide.parent / QUrl(name).path()
        return _fitting(QImage(str(path)), self.maximumWidth() - _BESIDE, self.devicePixelRatioF())

    def go_to(self, heading: str) -> None:
        """Scroll to a heading."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 12)
                return
            block = block.next()

    def _on_link(self, link: QUrl) -> None:
        if link.isRelative() and link.path():
            self._desktop.outside.open_file(self._desktop.places.guide.parent / link.path())


def _fitting(picture: QImage, wide: int, ratio: float) -> QImage:
    """Give a picture that takes so much room and is as sharp as the screen is."""
    smooth = Qt.TransformationMode.SmoothTransformation
    fitting = picture.scaledToWidth(min(picture.width(), round(wide * ratio)), smooth)
    fitting.setDevicePixelRatio(fitting.width() / wide if fitting.width() > wide else 1)
    return fitting


def _rows(chapters: list[Chapter]) -> list[Row]:
    return [Row(at, "   " * max(0, each.depth - 2) + each.words) for at, each in enumerate(chapters)]
