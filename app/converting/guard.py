"""Watches over one hidden office program: a program of its own that imports nothing of the house.

``python guard.py FOLDER COMMAND…`` starts the office program, says ``ready``, and for each line with a
name converts ``FOLDER/name.docx`` and says ``done name``. When its input ends, because whoever
started it has closed it or was killed, or when the office program ends, it ends the office
program and everything it has started, removes the folder and goes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

_WINDOWS = sys.platform == "win32"
_NO_WINDOW = 0x08000000
_NOTICING = 0.3  # seconds in which the end of the office program is noticed
_GOING = 5.0  # seconds for processes that were killed to be gone


class Guard:
    """One office program, the conversions that it is asked for, and the end of both."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._folder = folder
        self._profile = folder / "profile"
        plain = ["--headless", "--norestore", "--nologo", "--nofirststartwizard"]
        self._command = [*command, f"-env:UserInstallation={self._profile.as_uri()}", *plain]
        self._lock = threading.Lock()
        self._running: list[subprocess.Popen[bytes]] = []

    def serve(self, lines: Iterable[str]) -> None:
        """Keep the office program warm and convert what is asked for, until there is no more to come."""
        threading.Thread(target=self._keep_warm, daemon=True).start()
        for line in lines:
            threading.Thread(target=self._convert, args=(line.strip(),), daemon=True).start()
        self.end()

    def end(self) -> None:
        """End everything, remove everything, and go; the lock stays taken so that nothing starts any more."""
        self._lock.acquire()
        for process in self._running:
            kill(process.pid)
        self._await_their_end()
        self._remove_folder()
        os._exit(0)

    def _keep_warm(self) -> None:
        try:
            # A new profile makes the program start itself anew; whoever asks meanwhile would confuse it.
            self._start("--terminate_after_init").wait()
            self._stay()
        finally:
            self.end()

    def _stay(self) -> None:
        ready = self._folder / "ready"
        # An open document keeps it from ending after each conversion.
        office = self._start(f"--pidfile={ready}", "private:factory/swriter")
        while office.poll() is None and not ready.exists():
            time.sleep(0.01)
        if office.poll() is None:
            say("ready")
            office.wait()

    def _convert(self, name: str) -> None:
        source, wanted = str(self._folder / f"{name}.docx"), "pdf:writer_pdf_Export"
        from_word = "--infilter=MS Word 2007 XML"
        try:
            self._start(from_word, "--convert-to", wanted, "--outdir", str(self._folder), source).wait()
            if not (self._folder / f"{name}.pdf").exists():
                time.sleep(_NOTICING)  # has the office program died over it, rather than refused it?
        finally:
            with self._lock:
                say(f"done {name}")

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        with self._lock:
            process = subprocess.Popen(
                [*self._command, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env={
                    **os.environ,
                    "TMPDIR": str(self._folder),
                    "TMP": str(self._folder),
                    "TEMP": str(self._folder),
                },
                creationflags=_NO_WINDOW if _WINDOWS else 0,
                process_group=None if _WINDOWS else 0,
            )
            self._running = [*filter(_is_running, self._running), process]
        say(f"group {process.pid}")
        return process

    def _await_their_end(self) -> None:
        for process in self._running:
            try:
                process.wait(_GOING)
            except subprocess.TimeoutExpired:
                continue

    def _remove_folder(self) -> None:
        pipe_of(self._profile).unlink(missing_ok=True)
        until = time.monotonic() + _GOING
        while self._folder.exists() and time.monotonic() < until:
            shutil.rmtree(self._folder, ignore_errors=True)
            if self._folder.exists():  # somebody who was killed has still written
                time.sleep(0.02)


def pipe_of(profile: Path) -> Path:
    """Give the pipe by which an office program of this profile is found; killed, it leaves it lying about."""
    seal = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(f"/tmp/OSL_PIPE_{user}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in seal)}")  # noqa: S108


def kill(group: int) -> None:
    """End a process and everything that it has started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(group)], capture_output=True, check=False)
        return
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def _is_running(process: subprocess.Popen[bytes]) -> bool:
    return process.poll() is None


def say(line: str) -> None:
    """Tell whoever listens; nobody listening is no reason to stop."""
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError:
        return


def main(arguments: list[str]) -> None:
    """Guard the office program of a folder."""
    os.umask(0o077)
    if not _WINDOWS:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is meant for Chancery
    Guard(Path(arguments[0]), arguments[1:]).serve(sys.stdin)


if __name__ == "__main__":
    main(sys.argv[1:])
