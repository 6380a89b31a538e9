"""Where the engine's time goes, stage by stage, told without opening the engine."""

from __future__ import annotations

import os
import zlib
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final
from xml.parsers import expat

from app.drafting.engine import TemplateCache, write_atomically
from tests.benchmarks.drafting.ways import LEVEL, Desk, finished_parts
from tests.benchmarks.drafting.worker import seconds

WHOLE: Final = "whole letter"
_LOOK_UP: Final = "read, hash, look up"
_FILL: Final = "fill"
_CHECK: Final = "check (expat)"
_DEFLATE: Final = "deflate"
_WRITE: Final = "write, fsync, rename"
_BARE: Final = "bare write and fsync, as in the limit"


def stages(desk: Desk, tries: int = 200) -> dict[str, float]:
    """Return the median seconds of each stage of a letter; rendering is what the others leave of a fill."""
    found: dict[str, list[float]] = defaultdict(list)
    changing, _rest = finished_parts(desk)
    cache, template = TemplateCache(), desk.template("tags")
    compiled = cache.get(template.read_bytes(), name=template.name)
    content = compiled.fill(desk.letter.data(0))
    with TemporaryDirectory(dir=desk.templates) as folder:
        for index in range(tries):
            path = Path(folder) / f"{index}.docx"
            works: dict[str, Callable[[], object]] = {
                _LOOK_UP: lambda: cache.get(template.read_bytes(), name=template.name),
                _FILL: partial(compiled.fill, desk.letter.data(index)),
                _CHECK: partial(_check, changing),
                _DEFLATE: partial(_deflate, changing),
                _WRITE: partial(write_atomically, path, content),
                _BARE: partial(_write, path, content),
            }
            for stage, work in works.items():
                found[stage].append(seconds(work))
    return _told({stage: median(times) for stage, times in found.items()})


def _told(medians: dict[str, float]) -> dict[str, float]:
    rest = medians[_FILL] - medians[_CHECK] - medians[_DEFLATE]
    return {
        _LOOK_UP: medians[_LOOK_UP],
        "render, encode, pack": rest,
        **{stage: medians[stage] for stage in (_CHECK, _DEFLATE, _WRITE)},
        WHOLE: medians[_LOOK_UP] + medians[_FILL] + medians[_WRITE],
        _BARE: medians[_BARE],
    }


def _check(parts: list[bytes]) -> None:
    for part in parts:
        expat.ParserCreate().Parse(part, True)


def _deflate(parts: list[bytes]) -> None:
    for part in parts:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packer.compress(part)
        packer.flush()
        zlib.crc32(part)


def _write(path: Path, content: bytes) -> None:
    with path.with_suffix(".bare").open("wb", buffering=0) as file:
        file.write(content)
        os.fsync(file.fileno())
