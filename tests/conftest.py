"""Manners every test keeps: its own home, no window, no unexpected log record."""

from __future__ import annotations

import atexit
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app.lasting import keep_none

keep_none()
os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("house", deadline=None)
settings.load_profile("house")


_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep how the tests ended."""
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End before the interpreter is taken apart: Qt asks for it when it is gone, and crashes."""
    if "PySide6.QtWidgets" not in sys.modules or _STATUS not in config.stash:
        return
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(config.stash[_STATUS])


class _Listener(logging.Handler):
    """Keeps every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def log_listener(request: pytest.FixtureRequest) -> Iterator[list[logging.LogRecord]]:
    """Fail a test that logs a warning without being marked ``expects_log``, or is marked and logs none."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield listener.records
    logging.getLogger().removeHandler(listener)
    expected = request.node.get_closest_marker("expects_log") is not None
    if expected and not listener.records:
        pytest.fail("The test is marked expects_log, but nothing was logged.", pytrace=False)
    if listener.records and not expected:
        told = "\n".join(f"{r.name} {r.levelname}: {r.getMessage()}" for r in listener.records)
        pytest.fail(f"Unexpected log records:\n{told}", pytrace=False)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's own folders out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("CHANCERY_DATA", str(home / "workspace"))
    return home
