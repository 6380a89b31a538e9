"""A bare PySide6 program: the measure of every start. With ``words`` it paints a styled label, too.

Started by itself: it imports nothing of ours.
"""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Ends the program when it has been painted."""

    def paintEvent(self, event):  # type: ignore[no-untyped-def]  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)


application = QApplication([])
window = Window()
if "words" in sys.argv:
    from PySide6.QtWidgets import QLabel

    application.setStyleSheet(
        "QMainWindow { background: #F5F4F0 } QLabel { color: #1E2227; font-size: 15pt }"
    )
    window.setCentralWidget(QLabel("Chancery"))
window.resize(1280, 800)
window.show()
application.exec()
ended = time.time()

import json  # noqa: E402 - after the measure

with open("/proc/self/status", encoding="ascii") as said:  # noqa: PTH123
    peak = next(int(line.split()[1]) / 1024 for line in said if line.startswith("VmHWM"))
print(json.dumps({"painted": (ended - float(os.environ["BEGAN"])) * 1000, "peak": peak}))
