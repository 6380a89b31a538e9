"""Eight who register at once: ``python -m tests.crash.crowd FOLDER PEOPLE EACH`` prints their numbers."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.crash.house import LETTER, desk, found, house


def main(folder: Path, people: int, each: int) -> list[list[str]]:
    """Let people register side by side; gives the numbers of each."""
    desk()
    found(folder)
    ears = [_person(folder, each) for _ in range(people)]
    numbers = []
    for ear in ears:
        with os.fdopen(ear, encoding="utf-8") as said:
            numbers.append(said.read().split())
    for _ in ears:
        _, status = os.wait()
        if status:
            raise AssertionError(f"somebody failed: {status}")
    return numbers


def _person(folder: Path, each: int) -> int:
    ear, mouth = os.pipe()
    if os.fork():
        os.close(mouth)
        return ear
    code = 1
    try:
        with house(folder, busy_timeout_s=60) as office:
            for _ in range(each):
                os.write(mouth, f"{office.issuing.register(LETTER).number}\n".encode())
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
