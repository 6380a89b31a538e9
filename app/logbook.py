"""The log of a workspace: warnings and failures, in a file that never grows large.

Floor 1: imports no other room. Nothing from a letter is written into it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_NAME: Final = "chancery.log"
_SIZE: Final = 500_000
_KEPT: Final = 3
_LINE: Final = "%(asctime)s %(name)s %(levelname)s %(message)s"


@contextmanager
def keeping_log(folder: Path) -> Iterator[None]:
    """Keep the log in a folder as long as the block lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_LINE))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
