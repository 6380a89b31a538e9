"""Makes a picture that letters can print of whatever picture a person has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.domain.pictures import LARGEST, NotAPicture, measured

_HIGHEST: Final = 600  # pixels: a letterhead of 18 mm at more than 600 to the inch
_SMALLER: Final = (600, 420, 300, 210)
_DRAWN: Final = frozenset({".svg", ".svgz"})


def printable(path: Path) -> bytes:
    """Give a picture as PNG or JPEG: a drawing is painted, a large picture made smaller, others stay.

    Raises ``NotAPicture`` and ``OSError``.
    """
    content = path.read_bytes()
    if path.suffix.lower() in _DRAWN:
        return _shrunk(_painted(content))
    if len(content) <= LARGEST:
        measured(content)
        return content
    return _shrunk(QImage.fromData(content))


def _painted(content: bytes) -> QImage:
    drawing = QSvgRenderer(content)
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        raise NotAPicture
    size.scale(QSize(4 * _HIGHEST, _HIGHEST), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


def _shrunk(image: QImage) -> bytes:
    """Give a picture that is small enough: as PNG, as long as that is, else as JPEG."""
    if image.isNull():
        raise NotAPicture
    for kind in ("PNG", "JPEG"):
        for height in _SMALLER:
            content = _written(image, height, kind)
            if len(content) <= LARGEST:
                measured(content)
                return content
    raise NotAPicture


def _written(image: QImage, height: int, kind: str) -> bytes:
    room = QSize(4 * height, height)
    if image.width() > room.width() or image.height() > room.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(room, keep, smooth)
    if kind == "JPEG" and image.hasAlphaChannel():
        image = _on_paper(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind == "JPEG":
        writer.setQuality(88)
    writer.write(image)
    return bytes(buffer.data().data())


def _on_paper(image: QImage) -> QImage:
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
