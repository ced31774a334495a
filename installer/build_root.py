"""Where a Linux package is built: a Debian 11 of its own when one can be had, else this machine. Standard library only.

The root is made once in ``build/roots`` and kept; it mounts nothing outside a mount namespace of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer.debian import WINDOW_PACKAGES, is_root

MIRROR = "http://deb.debian.org/debian"
OLD = "bullseye"
SOURCES_OF = "bookworm"
# What CPython and SQLite are built with, and what tells a library's needs.
_BUILD_PACKAGES = [
    "binutils", "build-essential", "ca-certificates", "libbz2-dev", "libffi-dev", "liblzma-dev", "libssl-dev", "tcl",
    "uuid-dev", "xz-utils", "zlib1g-dev",
]  # fmt: skip
PYTHON = "/opt/toolchain/bin/python3.11"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}


class NoRoot(Exception):
    """Why no root can be had here, in one sentence."""


def lacking() -> str:
    """What this machine lacks to make a root; empty when nothing."""
    if sys.platform != "linux" or not is_root():
        return "不是 root · not root"
    missing = [name for name in ("debootstrap", "unshare", "chroot") if shutil.which(name) is None]
    return f"缺少 · missing: {' '.join(missing)}" if missing else ""


def line_inside(root: Path, command: Sequence[str], **environment: str) -> list[str]:
    """The line that runs a command in a root, with /proc and /dev in a mount namespace that ends with it."""
    words = [f"{name}={value}" for name, value in (ENVIRONMENT | environment).items()]
    mounted = 'mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev" && exec chroot "$@"'
    return ["unshare", "--mount", "sh", "-c", mounted, "sh", str(root), "env", "-i", *words, *command]


def inside(root: Path, command: Sequence[str], **environment: str) -> int:
    """Runs a command in a root to its end; gives its exit code."""
    return subprocess.run(line_inside(root, command, **environment), stdin=subprocess.DEVNULL, check=False).returncode


def debootstrap(suite: str, root: Path, packages: Sequence[str] = ()) -> None:
    """A small Debian in a folder; half of one is not left behind."""
    if (root / "etc" / "debian_version").exists() and not (root / "debootstrap").exists():
        return
    shutil.rmtree(root, ignore_errors=True)
    root.parent.mkdir(parents=True, exist_ok=True)
    line = ["unshare", "--mount", "debootstrap", "--variant=minbase"]
    line += [f"--include={','.join(packages)}"] if packages else []
    done = subprocess.run(
        [*line, suite, root, MIRROR], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        shutil.rmtree(root, ignore_errors=True)
        raise NoRoot(f"Debian {suite} 没有取到 · could not be had from {MIRROR}")


def install(root: Path, packages: Sequence[str]) -> None:
    """Installs packages in a root."""
    for line in (["update", "-q"], ["install", "-q", "--yes", "--no-install-recommends", *packages]):
        if inside(root, ["apt-get", *line], DEBIAN_FRONTEND="noninteractive"):
            raise NoRoot(f"apt-get {line[0]} 没有成功 · failed in {root.name}")


def build_root(roots: Path, toolchain: Path) -> Path:
    """A Debian 11 with its own CPython 3.11, made when it is not there; NoRoot says why none can be had."""
    trouble = lacking()
    if trouble:
        raise NoRoot(trouble)
    root = roots / OLD
    if (root / PYTHON.lstrip("/")).with_name("..").resolve().joinpath("done").exists():
        return root
    debootstrap(OLD, root)
    install(root, [*_BUILD_PACKAGES, *WINDOW_PACKAGES])
    listed = root / "etc" / "apt" / "sources.list.d" / "sources.list"
    listed.write_text(f"deb-src {MIRROR} {SOURCES_OF} main\n", encoding="utf-8")
    shutil.copy2(toolchain, root / "toolchain.sh")
    if inside(root, ["apt-get", "update", "-q"]) or inside(root, ["sh", "/toolchain.sh"]):
        raise NoRoot("Python 没有编译成功 · CPython could not be built")
    return root


def build_environment(source_date: int) -> Mapping[str, str]:
    """What makes two builds of one source equal."""
    return {"SOURCE_DATE_EPOCH": str(source_date), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
