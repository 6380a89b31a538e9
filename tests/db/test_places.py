"""Shares are told from disks by the tables of mounts that systems keep."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from db import places

LINUX = r"""/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/srv/files /srv nfs4 rw,vers=4.2 0 0
//nas/office /mnt/Our\040Office cifs rw 0 0
me@host:/x /export/anna/far fuse.sshfs rw 0 0
/dev/sdb1 /srv/local ext4 rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
server:/late /late nfs rw 0 0
/dev/sdc1 /late ext4 rw 0 0
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//anna@nas/office on /Volumes/Our Office (smbfs, nodev, nosuid, mounted by anna)
/dev/disk4s1 on /Volumes/Stick (msdos, local)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/chancery", ""),
        ("/srv/chancery", "nfs4"),
        ("/srvother/chancery", ""),
        ("/srv/local/chancery", ""),
        ("/mnt/Our Office/data", "cifs"),
        ("/export/anna/far", "fuse.sshfs"),
        ("/export/anna/near", ""),
        ("/run/user/1000/doc/x", ""),
        ("/late/data", ""),
    ],
)
def test_a_folder_on_linux_has_the_kind_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert places.share_kind(places.linux_mounts(LINUX), PurePosixPath(folder)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/Users/anna", ""), ("/Volumes/Our Office/data", "smbfs"), ("/Volumes/Stick/data", "")],
)
def test_a_folder_on_macos_has_the_kind_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert places.share_kind(places.mac_mounts(MAC), PurePosixPath(folder)) == kind


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps its mounts in a file")


@on_linux
def test_a_share_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"nas:/office {tmp_path.resolve()} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "_LINUX_MOUNTS", table)
    warning = places.network_share(tmp_path)
    assert warning is not None
    assert warning.facts == {"place": tmp_path, "kind": "nfs4"}
    assert "network share (nfs4)" in str(warning)


@on_linux
def test_where_nothing_can_be_told_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_LINUX_MOUNTS", tmp_path / "no such table")
    assert places.network_share(tmp_path) is None
