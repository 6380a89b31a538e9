"""Measures the live preview: from a keystroke to the painted page, in parts and in the whole guide."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.drafting.context import Printing
from app.gui.preview.page_view import PageView
from app.gui.theme import Theme, ThemeChoice
from app.i18n.catalogues import for_language
from app.lasting import keep_none
from app.services.desk import Desk
from tests.benchmarks.guide_typing import KEYS, typed
from tests.drafting.making import ROOT, example, shipped

LETTERS = {"protest": ("testimony", 17.0), "un-allegation": ("concern", 34.0)}
STROKES = 150
_NUMBERED = Printing(number="147/01-3")


@dataclass(frozen=True)
class Stroke:
    """One keystroke in milliseconds: words and styles, lines and pages, paint."""

    words: float
    lines: float
    paint: float

    @property
    def whole(self) -> float:
        """From the key to the picture."""
        return self.words + self.lines + self.paint


def strokes(name: str, number: int = STROKES) -> list[Stroke]:
    """Type into a block of a model letter and paint after each key."""
    keep_none()
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    theme = Theme(app, ThemeChoice.LIGHT)
    desk, letter = Desk(shipped()), example(name)
    view = PageView(for_language("en", ROOT / "locales"), theme)
    view.resize(640, 900)
    view.show()
    app.processEvents()
    composed = desk.pages(letter, printing=_NUMBERED).composed
    block = LETTERS[name][0]
    begun = next(each.text for each in composed.blocks if each.key == block)
    typed = " We add what was typed, one letter after the other. " * (number // 50 + 1)
    found = []
    for length in range(1, number + 1):
        text = begun + typed[:length]
        changed = composed.letter.changing(block, lambda each, text=text: each.written(text, over=""))  # type: ignore[misc]
        began = perf_counter()
        shown = desk.pages(changed, printing=_NUMBERED).pages
        worded = perf_counter()
        view.show_pages(shown)
        set_ = perf_counter()
        view.viewport().repaint()
        found.append(
            Stroke(*(1000 * each for each in (worded - began, set_ - worded, perf_counter() - set_)))
        )
    view.close()
    return found


def told(name: str, found: Sequence[Stroke]) -> str:
    """Give one line of the table, and whether the goal was reached."""
    whole = [each.whole for each in found]
    goal = LETTERS[name][1]
    parts = [median(values) for values in zip(*((s.words, s.lines, s.paint) for s in found), strict=True)]
    reached = "reached" if median(whole) < goal else "MISSED"
    columns = "".join(f"{value:9.2f}" for value in (*parts, median(whole), quantiles(whole, n=20)[-1]))
    return f"{name:<15}{columns}   {goal:.0f} ms {reached}"


def main() -> int:
    """Measure both model letters and tell; 1 where a goal was missed."""
    lines = [told(name, strokes(name)) for name in LETTERS]
    head = f"{'':<15}{'words':>9}{'lines':>9}{'paint':>9}{'median':>9}{'p95':>9}   goal for the median"
    sys.stdout.write("\n".join([f"Keystroke to painted page, {STROKES} keys, ms", head, *lines, ""]))
    guide = [step.line for name in LETTERS for step in typed(name)]
    head = f"{'':<33}{'computed':>18}{'median':>9}{'p95':>9}   goal for the median"
    sys.stdout.write(
        "\n".join([f"\nThe same in the whole guide, {KEYS} keys in each step", head, *guide, ""])
    )
    return 1 if any(line.endswith("MISSED") for line in (*lines, *guide)) else 0
