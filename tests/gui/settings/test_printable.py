"""Whatever picture a person chooses becomes one that letters can print, or is refused."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.domain.pictures import LARGEST, Measured, NotAPicture, measured
from app.gui.settings.printable import printable
from tests.pictures import a_png

RED = '<rect width="40" height="10" fill="red"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">{RED}</svg>'


def noise(width: int, height: int, *, alpha: bool = False) -> QImage:
    """Give a picture that no packing makes smaller."""
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    data = Random(1).randbytes(width * height * 4)
    return QImage(data, width, height, kind).copy()


def test_a_picture_that_is_small_enough_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(a_png())
    assert printable(tmp_path / "logo.png") == a_png()


def test_a_drawing_is_painted_in_its_proportions(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "logo.svg").write_text(SVG)
    content = printable(tmp_path / "logo.svg")
    assert measured(content) == Measured("png", 2400, 600)
    assert QImage.fromData(content).pixelColor(1200, 300) == QColor("red")


@pytest.mark.parametrize("alpha", [False, True])
def test_a_large_picture_becomes_small_enough(tmp_path: Path, qapp: QApplication, alpha: bool) -> None:
    assert noise(900, 700, alpha=alpha).save(str(tmp_path / "photo.png"))
    content = printable(tmp_path / "photo.png")
    assert len(content) <= LARGEST < (tmp_path / "photo.png").stat().st_size
    found = measured(content)
    assert found.width / found.height == pytest.approx(900 / 700, rel=0.02)


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
@pytest.mark.parametrize("content", [b"no picture", b"no picture" * LARGEST], ids=["small", "large"])
def test_what_is_no_picture_is_refused(tmp_path: Path, qapp: QApplication, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotAPicture):
        printable(tmp_path / name)
