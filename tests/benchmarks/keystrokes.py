"""Measures what a key costs in the text field of a block, spelling on, against Qt's bare field.

A text of some ten kilobytes stands in the field; words are typed into its
midst. A key is timed from its press until the field is painted again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from app.bootstrap import spelling
from app.gui.jobs import Jobs, ThreadExecutor
from app.gui.theme import Theme
from app.gui.writing.block_editor import BlockEditor, WritingHelp
from app.gui.writing.proofreading import Proofreader
from app.i18n.catalogues import for_language
from app.lasting import keep_none

TYPED: Final = "we are teh most concerned of all, "
SENTENCE: Final = (
    "According to the informaton received, the court ordered the **closure** of the confederation and "
    "its members, *without* a hearing at which they could have spoken. "
)
LIMIT_MS: Final = 5.0


@dataclass(frozen=True)
class Keys:
    """What keys cost, in milliseconds: until the field is painted, and until it has taken the key."""

    name: str
    painted: tuple[float, ...]
    taken: tuple[float, ...]

    @property
    def line(self) -> str:
        """Say it in a line."""
        worst = quantiles(self.painted, n=100)[-1]
        return (
            f"{self.name:34} taken {median(self.taken):6.2f}   painted {median(self.painted):6.2f}   "
            f"99th {worst:6.2f} ms"
        )


def texts(kilobytes: int) -> dict[str, str]:
    """Give the texts to type into: many paragraphs, lists, and one paragraph that never ends."""
    count = kilobytes * 1024 // len(SENTENCE)
    paragraph = SENTENCE * 3
    return {
        "paragraphs": "\n\n".join([paragraph] * (count // 3)),
        "numbered list": "\n".join(f"{n}. {SENTENCE}" for n in range(1, count + 1)),
        "one paragraph": SENTENCE * count,
    }


def measure(name: str, field: QTextEdit, text: str) -> Keys:
    """Type into the midst of a field."""
    cursor = field.textCursor()
    cursor.setPosition(field.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfWord)
    field.setTextCursor(cursor)
    QApplication.processEvents()
    costs = [_key(field, sign) for sign in text]
    return Keys(name, tuple(whole for whole, _taken in costs), tuple(taken for _whole, taken in costs))


def _key(field: QTextEdit, sign: str) -> tuple[float, float]:
    press = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
    begin = perf_counter()
    QApplication.sendEvent(field, press)
    taken = perf_counter()
    field.viewport().repaint()
    painted = perf_counter()
    QApplication.processEvents()
    return (painted - begin) * 1000, (taken - begin) * 1000


@contextmanager
def opened(application: QApplication, workspace: Path) -> Iterator[Callable[[str], BlockEditor]]:
    """Give what opens a field with spelling; the dictionary is read before it is given."""
    words = spelling(os.environ, workspace)
    jobs = Jobs(ThreadExecutor(), _trouble)
    theme = Theme(application)
    help_ = WritingHelp(
        texts=for_language("en", workspace), theme=theme, runner=jobs, proofreader=Proofreader(words, jobs)
    )

    def field(text: str) -> BlockEditor:
        editor = BlockEditor(help_, "Text")
        editor.show_text(text, "en")
        _show(editor, editor.field)
        while not jobs.is_idle:
            application.processEvents()
        return editor

    yield field
    words.close()


def _trouble(error: Exception) -> None:
    sys.stderr.write(f"{error}\n")


def _show(window: QWidget, field: QTextEdit) -> None:
    window.resize(640, 800)
    window.show()
    window.activateWindow()
    field.setFocus()
    QApplication.processEvents()


def bare(editor: BlockEditor) -> QTextEdit:
    """Give Qt's own field with the same words."""
    field = QTextEdit()
    field.setPlainText(editor.field.toPlainText())
    _show(field, field)
    return field


def run(kilobytes: int = 10, keys: int = 200) -> list[Keys]:
    """Measure every text in both fields."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a QApplication")
    typed = (TYPED * (keys // len(TYPED) + 1))[:keys]
    found: list[Keys] = []
    with tempfile.TemporaryDirectory() as folder, opened(application, Path(folder)) as field:
        for name, text in texts(kilobytes).items():
            editor = field(text)
            plain = bare(editor)
            found.append(measure(f"{name}: Qt's bare field", plain, typed))
            found.append(measure(f"{name}: ours, spelling on", editor.field, typed))
            plain.close()
            editor.close()
    return found


def main(arguments: Sequence[str]) -> int:
    """Measure, and tell."""
    parser = ArgumentParser(prog="./dev.py bench typing", description=__doc__)
    parser.add_argument("--kilobytes", type=int, default=10, help="length of the text (default 10)")
    parser.add_argument("--keys", type=int, default=200, help="keys to press (default 200)")
    options = parser.parse_args(arguments)
    keep_none()
    found = run(options.kilobytes, options.keys)
    sys.stdout.write("\n".join(each.line for each in found) + "\n")
    slow = [each.name for each in found if "ours" in each.name and median(each.taken) > LIMIT_MS]
    sys.stdout.write(f"over {LIMIT_MS} ms: {', '.join(slow) or 'none'}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
