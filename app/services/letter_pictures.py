"""Pictures that a letter file names: read from beside it and taken into the letter whole."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from app.domain.errors import N_, ChanceryError
from app.domain.pictures import measured

Place = tuple[str | int, ...]
What = tuple[str, Mapping[str, object]]
FILE: Final = "file"
_NOT_READ: Final = N_("the picture “{file}” cannot be read: {reason}. It must lie beside the letter file.")
_NO_FOLDER: Final = N_("the letter was not read from a folder in which “{file}” could lie.")
_TWICE: Final = N_("either “file” or “data” is wanted, not both.")
_OTHER: Final = N_("{reason}")
FILE_SCHEMA: Final = {
    "type": "string",
    "description": "A PNG or JPEG file beside the letter file; it is taken into the letter.",
}


def with_pictures(
    said: dict[str, Any], folder: Path | None, where: Place = ()
) -> Iterator[tuple[Place, What]]:
    """Put pictures in the place of the files that a letter and its versions name; give what is wrong."""
    sender = said.get("sender")
    picture = sender.get("picture") if isinstance(sender, dict) else None
    if isinstance(picture, dict) and isinstance(picture.get(FILE), str):
        wrong = _taken_in(picture, folder)
        if wrong:
            yield (*where, "sender", "picture", FILE), wrong
    versions = said.get("versions")
    for number, version in enumerate(versions if isinstance(versions, list) else ()):
        if isinstance(version, dict):
            yield from with_pictures(version, folder, (*where, "versions", number))


def _taken_in(picture: dict[str, Any], folder: Path | None) -> What | None:
    name = picture.pop(FILE)
    if "data" in picture:
        return _TWICE, {}
    if folder is None:
        return _NO_FOLDER, {"file": name}
    try:
        content = (folder / name).read_bytes()
        measured(content)
    except OSError as error:
        return _NOT_READ, {"file": name, "reason": error.strerror or error}
    except ChanceryError as error:
        return _OTHER, {"reason": error.sentence}
    picture["data"] = b64encode(content).decode("ascii")
    return None
