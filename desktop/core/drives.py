"""Whether a folder lies on a drive of another computer, where SQLite's locks and its log cannot be relied on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
# Kinds of file systems that are reached over a network, as Linux names them.
_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "davfs",
        "9p",
        "ceph",
        "glusterfs",
        "lustre",
    }
    | {f"fuse.{kind}" for kind in ("sshfs", "davfs", "davfs2", "rclone", "glusterfs", "gvfsd-fuse", "smbnetfs")}
)
_DRIVE_REMOTE = 4


def on_network(folder: Path) -> bool:
    """Whether the folder, or what it would be made in, lies on a network drive of this computer."""
    if sys.platform == "win32":
        return on_windows_network(str(folder.absolute()), _drive_kind)
    return on_mounted_network(folder, mounted())


def mounted() -> list[tuple[Path, str]]:
    """Where something is mounted, and the kind of its file system; nothing where the system does not tell."""
    try:
        text = os.fsdecode(_MOUNTS.read_bytes())
    except OSError:
        return []
    return mounts_of(text)


def mounts_of(table: str) -> list[tuple[Path, str]]:
    """The lines of a mount table; what a name may not hold stands there as an octal number."""
    parts = [line.split(" ") for line in table.splitlines()]
    return [(Path(_plain(one[1])), one[2]) for one in parts if len(one) > 2]


def on_mounted_network(folder: Path, mounts: Iterable[tuple[Path, str]]) -> bool:
    """Whether the innermost of the mounts that hold the folder is of a network; of two at one place the later one."""
    place = Path(os.path.realpath(folder))
    kind, depth = "", -1
    for point, found in mounts:
        if place.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = found, len(point.parts)
    return kind in _NETWORK


def on_windows_network(folder: str, drive_kind: Callable[[str], int]) -> bool:
    r"""Whether it is a share (``\\server\share``) or below a drive letter that stands for one."""
    path = folder.replace("/", "\\")
    if path.startswith("\\\\?\\UNC\\"):
        return True
    plain = path.removeprefix("\\\\?\\")
    if plain.startswith("\\\\"):
        return True
    return plain[1:2] == ":" and drive_kind(plain[:2] + "\\") == _DRIVE_REMOTE


def _plain(name: str) -> str:
    for octal, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(octal, sign)
    return name


def _drive_kind(root: str) -> int:
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))  # type: ignore[attr-defined,unused-ignore]
