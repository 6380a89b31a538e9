"""Where a data folder lies: on a disk of this computer, or on a network share."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from db.errors import OnNetworkShare

_NETWORK_KINDS: Final = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|afpfs|ncpfs|ceph|lustre|glusterfs|gpfs|davfs2?|webdav|vboxsf|vmhgfs"
    r"|fuse\.(sshfs|glusterfs|ceph|rclone|gvfsd-fuse|davfs2?|vmhgfs-fuse|s3fs|smbnetfs|kio-fuse)"
)
_LINUX_MOUNTS: Final = Path("/proc/self/mounts")
_DRIVE_REMOTE: Final = 4  # GetDriveTypeW

Mount = tuple[PurePosixPath, str]


def network_share(folder: Path) -> OnNetworkShare | None:
    """Give the warning for a folder on a network share; ``None`` as far as one can tell it is local."""
    kind = _kind(folder.resolve())
    return OnNetworkShare(place=folder, kind=kind) if kind else None


def share_kind(mounts: Iterable[Mount], folder: PurePath) -> str:
    """Give the kind of share that a folder lies on by a table of mounts; nothing when it is local."""
    above = [(len(point.parts), kind) for point, kind in mounts if folder.is_relative_to(point)]
    # Of two mounts on one point the later one is seen.
    kind = max(reversed(above), key=lambda mount: mount[0], default=(0, ""))[1]
    return kind if _NETWORK_KINDS.fullmatch(kind) else ""


def linux_mounts(table: str) -> Iterable[Mount]:
    """Read a table as Linux writes it: spaces in names stand as ``\\040``."""
    for line in table.splitlines():
        _device, point, kind, *_more = line.split(" ")
        named = re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), point)
        yield PurePosixPath(named), kind


def mac_mounts(table: str) -> Iterable[Mount]:
    """Read what the command ``mount`` of macOS prints."""
    for point, kind in re.findall(r" on (.+) \((\w+)[,)]", table):
        yield PurePosixPath(point), kind


if sys.platform == "win32":

    def _kind(folder: Path) -> str:
        unc = folder.drive.startswith("\\\\")
        remote = unc or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE
        return "Windows" if remote else ""

elif sys.platform == "darwin":

    def _kind(folder: Path) -> str:
        try:
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=2)
        except (OSError, subprocess.SubprocessError):
            return ""
        return share_kind(mac_mounts(listed.stdout), folder)

else:

    def _kind(folder: Path) -> str:
        try:
            table = _LINUX_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return ""
        return share_kind(linux_mounts(table), folder)
