"""Documents become PDF: the office program is started when first wanted, and again when it has ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock

from app.converting.errors import OfficeDidNotStart, OfficeEnded, PagesTookTooLong
from app.converting.folders import folder_root
from app.converting.programs import OfficeProgram, find_office
from app.converting.warm import PATIENT, Gone, Patience, WarmOffice

_TRIES = 2


class Converter:
    """Keeps one office program warm; may be asked from any thread, one document at a time."""

    def __init__(self, find: Callable[[], OfficeProgram], root: Path, patience: Patience = PATIENT) -> None:
        self._find, self._root, self._patience = find, root, patience
        self._lock = Lock()
        self._office: WarmOffice | None = None
        self._closed = False

    def expect_program(self) -> None:
        """Make sure there is an office program here. Raises ``NoOfficeProgram`` and ``OfficeInSnap``."""
        self._find()

    @property
    def is_warm(self) -> bool:
        """Say whether a document would be converted without waiting for a start."""
        office = self._office
        return office is not None and office.is_ready

    def pdf_of(self, document: bytes) -> bytes:
        """Convert a DOCX. An office program that ends over it is started again once.

        Raises the classes of ``app.converting.errors``.
        """
        with self._lock:
            for _ in range(_TRIES):
                try:
                    return self._warm_office().pdf_of(document)
                except Gone:
                    self._end()
                except PagesTookTooLong:
                    self._end()
                    raise
            raise OfficeEnded

    def close(self) -> None:
        """End the office program, also in the midst of a document; nothing is converted after it."""
        self._closed = True
        office = self._office
        if office is not None:
            office.stop()
        with self._lock:
            self._end()

    def _warm_office(self) -> WarmOffice:
        if self._closed:
            raise OfficeEnded
        if self._office is None:
            self._office = WarmOffice(self._find(), self._root, self._patience)
            self._await_ready(self._office)
        return self._office

    def _await_ready(self, office: WarmOffice) -> None:
        try:
            office.await_ready()
        except OfficeDidNotStart:
            self._end()
            raise

    def _end(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            office.end()


def converter_of_this_computer(environ: Mapping[str, str] = os.environ) -> Converter:
    """Give the converter of this computer; nothing is looked for or started yet."""
    return Converter(lambda: find_office(environ), folder_root(environ))
