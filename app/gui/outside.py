"""What is done outside the window: a file opened by its own program, or shown in its folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6 import QtCore, QtGui


class Outside(Protocol):
    """The system around the window; says whether it has taken the wish."""

    def open_file(self, path: Path) -> bool:
        """Open a file in the program that the system has for it."""

    def show_in_folder(self, path: Path) -> bool:
        """Open the folder of a file, the file marked where the system can."""


class System:
    """The system that Chancery runs on."""

    def open_file(self, path: Path) -> bool:
        """Open a file in the program that the system has for it."""
        return open_outside(path)

    def show_in_folder(self, path: Path) -> bool:
        """Open the folder of a file, the file marked where the system can."""
        command = showing(path, sys.platform)
        if not command:
            return open_outside(path.parent)
        program, *arguments = command
        return bool(QtCore.QProcess.startDetached(program, arguments))


def open_outside(path: Path) -> bool:
    """Open a file or folder as the system does. Qt's classes for it are made when they are first named."""
    return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))


def showing(path: Path, platform: str) -> Sequence[str]:
    """Give the command that shows a file in its folder; none where the system has no such command."""
    if platform == "win32":
        return ["explorer", f"/select,{path}"]
    if platform == "darwin":
        return ["open", "-R", str(path)]
    return []
