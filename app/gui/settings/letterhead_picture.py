"""The picture of a letterhead: shown as it will stand on paper, chosen, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.asking import FileWish
from app.gui.desktop import Desktop
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.words import Words

_PICTURE: Final = N_("Picture of the letterhead")
_CHOOSE: Final = N_("Choose a picture")
_OTHER: Final = N_("Choose another picture")
_REMOVE: Final = N_("Remove the picture")
_HINT: Final = N_("PNG, JPEG or SVG. Letters print it up to 18 mm high and keep it; the file may go.")
_KINDS: Final = N_("Pictures")
_HEADING: Final = N_("This is no picture")
_UNREADABLE: Final = N_("“{name}” cannot be read as a picture. Choose a PNG, JPEG or SVG file.")
_ROOM: Final = QSize(220, 96)


class LetterheadPicture(QWidget):
    """Says ``picture_chosen`` with a path, or with nothing to take the picture away."""

    picture_chosen = Signal(object)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop, self._say = desktop, desktop.texts.text
        self._content: bytes | None = None
        self.preview = QLabel()
        self.preview.setProperty("role", "page")
        self.preview.setMinimumSize(_ROOM)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = SecondaryButton(self._say(_CHOOSE), icon="image", clicked=self._on_choose)
        self.remove = QuietButton(self._say(_REMOVE), icon="x", clicked=self._on_remove)
        self._lay_out()
        self.show_picture(None)

    def show_picture(self, content: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self._content = content
        shown = QPixmap()
        if content is not None:
            shown.loadFromData(content)
        self.preview.setVisible(not shown.isNull())
        if not shown.isNull():
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.preview.setPixmap(shown.scaled(_ROOM - QSize(16, 16), keep, smooth))
        self.choose.say(self._say(_OTHER if content is not None else _CHOOSE))
        self.remove.setVisible(content is not None)

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(16)
        column.setSpacing(4)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        row.addWidget(self.preview)
        row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Words(self._say(_PICTURE), "strong", wraps=True))
        whole.addLayout(row)
        whole.addWidget(Words(self._say(_HINT), "muted", wraps=True))

    def _on_choose(self) -> None:
        kinds = ((self._say(_KINDS), "*.png *.jpg *.jpeg *.svg"),)
        path = self._desktop.asking.file_to_open(FileWish(self._say(_CHOOSE), kinds))
        if path is None:
            return
        if QImage(str(path)).isNull():
            self._desktop.asking.inform(self._say(_HEADING), self._say(_UNREADABLE, name=Path(path).name))
        else:
            self.picture_chosen.emit(path)

    def _on_remove(self) -> None:
        self.picture_chosen.emit(None)
