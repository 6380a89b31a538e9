"""Measures drafting against its peers, the register against the disk, search as it grows, preview and typing.

``./dev.py bench [drafting]``, or ``./dev.py bench`` with ``register``, ``search``, ``preview``,
``typing``, ``letters`` or ``start``; each but the preview tells its own options with ``--help``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tests.benchmarks import exact_pages, keystrokes, preview, register_writing, window_letters, window_start
from tests.benchmarks.drafting import node, rounds
from tests.benchmarks.drafting.figures import Flatness, figures, flatness
from tests.benchmarks.drafting.growth import growth
from tests.benchmarks.drafting.report import Report, told
from tests.benchmarks.drafting.stages import stages
from tests.benchmarks.drafting.ways import Desk
from tests.benchmarks.register import searching

DESCRIPTION = "Measure drafting against its peers. Files are written where TMPDIR says; its disk decides."
OTHERS = (
    "More measure something else: “bench register --help”, “bench search --help” and “bench letters --help” "
    "say what; “bench pages” and “bench preview” measure the pages."
)
WITH_OPTIONS: Final[Mapping[str, Callable[[Sequence[str]], int]]] = {
    "register": register_writing.main,
    "search": searching.main,
    "letters": window_letters.main,
    "start": window_start.main,
    "typing": keystrokes.main,
}


def asked(arguments: Sequence[str] | None = None) -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(prog="./dev.py bench", description=DESCRIPTION, epilog=OTHERS)
    parser.add_argument("what", nargs="?", choices=["drafting"], default="drafting")
    parser.add_argument("--rounds", type=int, default=5, help="how often every way is run (default 5)")
    parser.add_argument("--letters", type=int, default=200, help="letters in a row (default 200)")
    parser.add_argument(
        "--flat", type=int, default=2000, help="letters in a long row; 0: none (default 2000)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--with-node", action="store_true", help="install the peers that run in Node first")
    return parser.parse_args(arguments)


def measured(options: Namespace) -> Report:
    """Measure everything."""
    with rounds.desks() as desks:
        rounds.settle()
        runs = [run for number in range(options.rounds) for run in _round(number, desks, options.letters)]
        return Report(
            copies=options.letters,
            rounds=options.rounds,
            long=options.flat,
            not_run=node.why_not(),
            figures=figures(runs),
            flatness=_flatness(desks, options) if options.flat else [],
            growth=growth(),
            stages={desk.letter.name: stages(desk, options.letters) for desk in desks},
        )


def _round(number: int, desks: list[Desk], copies: int) -> list[rounds.Run]:
    _say(f"round {number + 1}, {copies} letters each")
    return list(rounds.one_round(number, desks, copies))


def _flatness(desks: list[Desk], options: Namespace) -> list[Flatness]:
    _say(f"{options.flat} letters each")
    pairs = list(rounds.short_and_long(desks, options.letters, options.flat))
    return flatness([short for short, _long in pairs], [long for _short, long in pairs])


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> int:
    """Measure what is asked for, and tell."""
    match sys.argv[1:]:
        case [what, *more] if what in WITH_OPTIONS:
            return WITH_OPTIONS[what](more)
        case ["pages"]:
            return exact_pages.main()
        case ["preview"]:
            return preview.main()
        case _:
            return _drafting()


def _drafting() -> int:
    options = asked()
    try:
        if options.with_node:
            node.install()
        report = measured(options)
    except subprocess.CalledProcessError as error:
        _say(f"The peers in Node could not be installed:\n{error.stderr.decode()}")
        return 1
    except (rounds.TextDiffers, rounds.WayFailed) as error:
        _say(f"{type(error).__name__}: {error}")
        return 1
    text = json.dumps(report.as_json(), indent=2, ensure_ascii=False) if options.json else told(report)
    sys.stdout.write(f"{text}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
