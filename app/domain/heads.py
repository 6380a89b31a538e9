"""The head of the register as it stands on paper: typed back, it says what the paper stood for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.errors import N_, ChanceryError

_SEAL: Final = 64
_GROUP: Final = 4
_BETWEEN: Final = re.compile(r"[\s\u200e\u200f\-–·.,:;/№#\"'“”]+")
# No hexadecimal digit is spelt so, but many a printed one is read so.
_MISREAD: Final = str.maketrans("oOlLiI|", "0011111")


class NotAHead(ChanceryError, ValueError):
    """What was typed is no head of a register."""

    message = N_(
        "“{text}” is no head of a register: that is the number of an entry, if it is known, and the 64 "
        "digits and letters a to f of its seal. Spaces do not matter. A journal or a text file will do too."
    )


@dataclass(frozen=True)
class Head:
    """Sequence, seal and moment of the newest link; 0 stands for a sequence that nobody noted."""

    sequence: int
    seal: str
    moment: str = ""

    @property
    def grouped(self) -> str:
        """The seal in groups of four, to be read aloud and compared."""
        return " ".join(self.seal[at : at + _GROUP] for at in range(0, len(self.seal), _GROUP))

    @property
    def line(self) -> str:
        """The whole head in one line, as it is printed and can be typed."""
        return f"{self.sequence} · {self.grouped}"


def read_head(text: str) -> Head:
    """Read a head however it was grouped. Raises ``NotAHead``."""
    said = _BETWEEN.sub("", text).translate(_MISREAD).lower()
    sequence, seal = said[:-_SEAL], said[-_SEAL:]
    if not re.fullmatch("[0-9a-f]{64}", seal) or not re.fullmatch("[0-9]{0,18}", sequence):
        raise NotAHead(text=text if len(text) <= 2 * _SEAL else text[: 2 * _SEAL] + "…")
    return Head(int(sequence or "0"), seal)


def heads_in(lines: Iterable[str]) -> Iterator[Head]:
    """Give the heads that stand in lines of their own."""
    for line in lines:
        try:
            yield read_head(line)
        except NotAHead:
            continue
