#!/usr/bin/env python3
"""Sets up whatever is missing and runs Chancery, its tests and its checks.

./dev.py run [arguments]     start Chancery (Windows: py dev.py run)
./dev.py test [arguments]    run the tests; the arguments go to pytest
./dev.py check               format, lint, types, architecture, catalogues
./dev.py bench [arguments]   measure speed and memory
./dev.py shots               take pictures of the window
./dev.py catalogues          draw the texts out of the sources, update and compile the languages
./dev.py lock [arguments]    pin the requirements again (with --upgrade: the newest)
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older ones shall hear it in a sentence
    sys.exit(
        "Chancery needs Python 3.11 or newer and this is Python %d.%d: "  # noqa: UP031
        "install a newer one (python.org, or your system's packages) and start dev.py with it, "
        "for example: python3.12 dev.py run" % sys.version_info[:2]
    )

import ctypes
import hashlib
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "chancery-stamp.json"
LOCALES = ROOT / "locales"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

Stamp = dict[str, str]
MOMENT = ('"POT-Creation-Date:', '"Generated-By:')
NOISE = (
    *MOMENT,
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
)


class Halt(Exception):
    """Setting up cannot go on; the text says why and what mends it."""


def say(sentence: str) -> None:
    """Tell the person at the keyboard, at once."""
    print(sentence, flush=True)


# ── What is already there ────────────────────────────────────────────────────


def read_stamp(path: Path = STAMP) -> Stamp:
    """Return what a finished set-up has recorded; nothing where none was finished."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: Stamp, path: Path = STAMP) -> None:
    """Record a finished step, whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    half.replace(path)


def requirements(kind: str) -> Path:
    """Return the pinned list for running, for developing or for locking."""
    return ROOT / "requirements" / f"{kind}.txt"


def fingerprint(kind: str) -> str:
    """Return the fingerprint of a pinned list."""
    return hashlib.sha256(requirements(kind).read_bytes()).hexdigest()


def python_version() -> str:
    """Return the version a virtual environment is bound to."""
    return "{}.{}".format(*sys.version_info[:2])


def environment_stands(stamp: Stamp) -> bool:
    """Say whether the virtual environment is whole and of this Python."""
    return stamp.get("python") == python_version() and "unfinished" not in stamp and PYTHON.exists()


def is_installed(stamp: Stamp, kind: str) -> bool:
    """Say whether the pinned list, as it is now, has been installed."""
    return environment_stands(stamp) and stamp.get(kind) == fingerprint(kind)


def covers(stamp: Stamp, share: str) -> bool:
    """Say whether the system's libraries have been seen to for this kind of desk."""
    return stamp.get("system") in {share, "window"}


# ── What Qt needs from the system ────────────────────────────────────────────


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Say whether a window can be opened."""
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def wanted_libraries(share: str) -> dict[str, str]:
    """Return library names and the packages that bring them."""
    return OFFSCREEN_LIBRARIES | (WINDOW_LIBRARIES if share == "window" else {})


def loads(library: str) -> bool:
    """Say whether the system finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(share: str, present: Callable[[str], bool] = loads) -> dict[str, str]:
    """Return those wanted libraries that the system does not find."""
    return {name: package for name, package in wanted_libraries(share).items() if not present(name)}


def names_here(packages: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """Return the package names as this release spells them (some end in t64)."""
    return [p if known(p) or not known(f"{p}t64") else f"{p}t64" for p in packages]


def apt_commands(packages: Sequence[str], prefix: Sequence[str]) -> list[list[str]]:
    """Return the two commands that bring packages on Debian and its kin."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages]]


def apt_by_hand(packages: Sequence[str]) -> str:
    """Return the command a person can type."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def apt_prefix() -> list[str] | None:
    """Return what must stand before apt-get here, or None where it may not be used."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def apt_knows(package: str) -> bool:
    """Say whether this release has a package of that name."""
    found = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return found.returncode == 0


def apt_install(packages: Sequence[str]) -> None:
    """Install system packages, or halt with the command that does."""
    prefix = apt_prefix()
    if prefix is None:
        raise Halt(
            f"System packages are missing and cannot be installed from here. Type:\n  {apt_by_hand(packages)}"
        )
    say(f"Installing system packages: {' '.join(packages)}")
    update, _ = apt_commands(packages, prefix)
    subprocess.run(update, capture_output=True, check=False)  # what could not be updated, install will name
    _, install = apt_commands(names_here(packages, apt_knows), prefix)
    quietly(install, f"Type:\n  {apt_by_hand(packages)}")


def missing_packages(share: str) -> list[str]:
    """Return the system packages to install before anything else."""
    venv = [] if find_spec("ensurepip") else ["python3-venv"]
    return venv + sorted(set(missing_libraries(share).values()))


def without_apt(packages: Sequence[str], share: str) -> None:
    """Say what is missing where we cannot install it."""
    if "python3-venv" in packages:
        raise Halt("This Python lacks venv: install its venv and ensurepip modules and start again.")
    names = ", ".join(missing_libraries(share))
    say(f"Qt will want these libraries, which your system does not have yet: {names}")


def ensure_system(share: str) -> None:
    """See to the system's share: what Qt and venv need before pip can begin."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(share)
    if packages:
        if shutil.which("apt-get"):
            apt_install(packages)
        else:
            without_apt(packages, share)


# ── Setting up ───────────────────────────────────────────────────────────────


def quietly(command: Sequence[str], mend: str) -> None:
    """Run a command and show what it said only where it failed."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace", cwd=ROOT)
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise Halt(f"{last}\nThis step failed: {' '.join(command)}\n{mend}")


@contextmanager
def alone() -> Iterator[None]:
    """Keep a second dev.py waiting while this one sets up."""
    with (ROOT / ".dev.lock").open("w") as handle:
        if sys.platform == "win32":
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make .venv from nothing, whatever an interrupted start has left there."""
    say(f"Making .venv with Python {python_version()}")
    quietly(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], "Is the disk full, or the folder not yours?"
    )


def pip_command(kind: str) -> list[str]:
    """Return the command that installs a pinned list, hashes checked."""
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
    return [str(PYTHON), "-m", "pip", "install", *quiet, "--require-hashes", "-r", str(requirements(kind))]


def install(kind: str, stamp: Stamp) -> Stamp:
    """Install a pinned list and return the stamp that says so."""
    write_stamp({"unfinished": kind})
    size = len(re.findall(r"^[a-z].*==", requirements(kind).read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Installing pinned packages: {size} (a few minutes the first time)")
    quietly(pip_command(kind), "Is the network there? Start again: what is missing will be fetched then.")
    kinds = ("run", "dev") if kind == "dev" else (kind,)
    done = stamp | {"python": python_version()} | {each: fingerprint(each) for each in kinds}
    write_stamp(done)
    return done


def set_up(kind: str, share: str) -> None:
    """Bring whatever is missing for a kind of work."""
    with alone():
        stamp = read_stamp()
        if not covers(stamp, share):
            ensure_system(share)
            stamp["system"] = share
        if not environment_stands(stamp):
            make_environment()
            stamp = {"system": stamp["system"]}
        if not is_installed(stamp, kind):
            stamp = install(kind, stamp)
        write_stamp(stamp)


def ensure(kind: str) -> None:
    """Set up where needed; where all is there, cost next to nothing."""
    stamp = read_stamp()
    share = "window" if has_display(os.environ) else "offscreen"
    if not (is_installed(stamp, kind) and covers(stamp, share)):
        set_up(kind, share)
    compile_catalogues()


# ── Languages ────────────────────────────────────────────────────────────────


def stale_catalogues(locales: Path = LOCALES) -> list[Path]:
    """Return the catalogues whose compiled file is missing or older."""
    return [po for po in sorted(locales.glob("*/LC_MESSAGES/*.po")) if is_stale(po, po.with_suffix(".mo"))]


def is_stale(source: Path, made: Path) -> bool:
    """Say whether a file made from another has fallen behind it."""
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def pybabel(*arguments: str) -> list[str]:
    """Return a command of Babel's."""
    return [str(PYTHON), "-m", "babel.messages.frontend", "-q", *arguments]


def compile_catalogues() -> None:
    """Compile what a translator has changed since."""
    domains = sorted({po.stem for po in stale_catalogues()})
    if domains:
        say(f"Compiling the catalogues: {', '.join(domains)}")
        compiling = pybabel("compile", "-d", str(LOCALES), "-D", " ".join(domains))
        quietly(compiling, "A catalogue is damaged: its line is named above.")


def extraction(target: Path) -> list[str]:
    """Return the command that draws the marked texts out of the sources."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["chancery"][
        "catalogues"
    ]
    keywords = [part for word in settings["keywords"] for part in ("-k", word)]
    notes = [part for tag in settings["comment_tags"] for part in ("-c", tag)]
    plain = ["--no-default-keywords", "--no-location", "--sort-output", "--no-wrap"]
    return pybabel("extract", *plain, *keywords, *notes, "-o", str(target), *settings["sources"])


def without_noise(text: str) -> str:
    """Leave out what changes from one extraction to the next though no text did."""
    start = text.index("msgid")
    lines = text[start:].splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(NOISE)).rstrip() + "\n"


def extract(target: Path) -> None:
    """Write the texts of the sources, as they are now, into a template."""
    target.parent.mkdir(parents=True, exist_ok=True)
    quietly(extraction(target), "A source could not be read: see above.")
    target.write_text(without_noise(target.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def update(po: Path) -> None:
    """Bring new texts into a translation; nothing is guessed."""
    language = po.parent.parent.name
    plain = ["--no-fuzzy-matching", "--ignore-pot-creation-date", "--no-wrap", "--ignore-obsolete"]
    files = ["-i", str(LOCALES / f"{po.stem}.pot"), "-o", str(po), "-l", language]
    quietly(pybabel("update", *plain, *files), f"Mend {po} and start again.")
    lines = po.read_text(encoding="utf-8").rstrip().splitlines()
    kept = "\n".join(line for line in lines if not line.startswith(MOMENT))
    po.write_text(f"{kept}\n", encoding="utf-8", newline="\n")


# ── The commands ─────────────────────────────────────────────────────────────


def become(command: Sequence[str]) -> int:
    """Hand over to a command; where the system allows it, without staying in between."""
    if not WINDOWS:
        sys.stdout.flush()
        os.execv(command[0], list(command))  # noqa: S606 - no shell is wanted
    return subprocess.call(command)


def in_house(*module: str) -> int:
    """Hand over to a module that works in this folder."""
    os.chdir(ROOT)
    return become([str(PYTHON), "-m", *module])


def what_to_run(
    arguments: Sequence[str], environ: Mapping[str, str], platform: str = sys.platform
) -> list[str]:
    """Return the arguments for Chancery; without a window to open, the demonstration."""
    shown = has_display(environ, platform) or environ.get("QT_QPA_PLATFORM")
    return list(arguments) if arguments or shown else ["demo"]


def run(arguments: Sequence[str]) -> int:
    """Start Chancery where the caller stands, so that file names mean what they say."""
    ensure("run")
    wanted = what_to_run(arguments, os.environ)
    if wanted != list(arguments):
        say("There is no display here, so no window can open: running `chancery demo` instead.")
    os.environ["PYTHONPATH"] = str(ROOT)
    return become([str(PYTHON), "-P", "-m", "app", *wanted])


def test(arguments: Sequence[str]) -> int:
    """Run the tests."""
    ensure("dev")
    return in_house("pytest", *arguments)


CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "architecture and catalogues": ["pytest", "tests/architecture", "-q"],
}


def passes(name: str, module: Sequence[str]) -> bool:
    """Run one check and say how it went."""
    say(f"== {name}")
    return subprocess.call([str(PYTHON), "-m", *module], cwd=ROOT) == 0


def check(_: Sequence[str]) -> int:
    """Run every check, also after one has failed, and sum up."""
    ensure("dev")
    results = {name: passes(name, module) for name, module in CHECKS.items()}
    say("== summary")
    for name, good in results.items():
        say(f"{'good' if good else 'RED '}  {name}")
    return 0 if all(results.values()) else 1


def bench(arguments: Sequence[str]) -> int:
    """Measure."""
    ensure("dev")
    return in_house("tests.benchmarks", *arguments)


def shots(arguments: Sequence[str]) -> int:
    """Take pictures of the window."""
    ensure("dev")
    return in_house("tests.shots", *arguments)


def catalogues(_: Sequence[str]) -> int:
    """Extract, update and compile every language."""
    ensure("dev")
    extract(LOCALES / "app.pot")
    for po in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        update(po)
    compile_catalogues()
    return 0


def pins(target: str, *sources: str) -> list[str]:
    """Return the command that pins one list for every system, with hashes and nothing else."""
    plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    universal = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    return [
        str(PYTHON),
        "-m",
        "uv",
        "pip",
        "compile",
        *universal,
        *plain,
        "-o",
        f"requirements/{target}.txt",
        *sources,
    ]


def lock(arguments: Sequence[str]) -> int:
    """Pin the requirements of pyproject.toml again."""
    ensure("lock")
    project = "pyproject.toml"
    for command in (
        pins("run", project),
        pins("dev", project, "--group", "dev", "-c", "requirements/run.txt"),
        pins("lock", "--group", "lock"),
    ):
        quietly([*command, *arguments], "Is the network there, and do the ranges in pyproject.toml agree?")
    return 0


COMMANDS = {each.__name__: each for each in (run, test, check, bench, shots, catalogues, lock)}


def main(arguments: Sequence[str]) -> int:
    """Do what was asked and return the exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if name in {"-h", "--help", "help"} else 2
    try:
        return COMMANDS[name](rest)
    except Halt as halt:
        print(halt, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
