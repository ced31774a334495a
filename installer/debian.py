"""What the program needs of Debian: which packages are missing, and how they come in. Standard library only."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence

# What the window needs of a bare Debian; libcups2 is what lets Qt see the printers.
# fmt: off
WINDOW_PACKAGES = [
    "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libwayland-cursor0", "libwayland-egl1",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-xinerama0", "libxkbcommon-x11-0", "libcups2",
]
# fmt: on
# xvfb-run needs xauth; power cuts are rehearsed on what strace writes down, wrong clocks by faketime.
TEST_PACKAGES = ["faketime", "poppler-utils", "postgresql", "strace", "xauth", "xvfb"]
# What counts for a district: a PostgreSQL of the tests' own, Java for Spark.
ENGINE_PACKAGES = ["default-jre-headless", "postgresql"]


def installed_packages(listing: str) -> set[str]:
    """Names in dpkg-query's listing (state, name, provides; by tabs) that are installed or provided by one that is.

    Newer releases renamed some libraries (libglib2.0-0t64) and provide the old name.
    """
    names: set[str] = set()
    for line in listing.splitlines():
        state, name, provides = [*line.split("\t"), "", ""][:3]
        if state == "installed":
            names.add(name)
            names.update(part.split()[0] for part in provides.split(",") if part.strip())
    return names


def dpkg_listing() -> str | None:
    """What dpkg knows, or None where the system is not of Debian's family."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return None
    layout = "${db:Status-Status}\t${Package}\t${Provides}\n"
    return subprocess.run(["dpkg-query", "-W", "-f", layout], capture_output=True, text=True, check=False).stdout


def missing_packages(wanted: Iterable[str], listing: str) -> list[str]:
    """The wanted packages that are not there, in the order asked for."""
    there = installed_packages(listing)
    return [name for name in wanted if name not in there]


def venv_packages() -> list[str]:
    """The package that this Python needs to make environments, where Debian left it out."""
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def apt_commands(packages: Sequence[str]) -> list[list[str]]:
    """The two commands that install packages."""
    return [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *packages]]


def administrator_command(packages: Sequence[str]) -> str:
    """The line that an administrator has to run, ready to be pasted."""
    return " && ".join("sudo " + " ".join(command) for command in apt_commands(packages))


def is_root() -> bool:
    """Whether packages may be installed by this process."""
    return sys.platform != "win32" and os.geteuid() == 0


def provide_packages(wanted: Sequence[str], say: Callable[[str], None]) -> list[str]:
    """Installs what is missing when that is allowed; names what is missing still, after printing the command."""
    listing = dpkg_listing()
    if listing is None:
        return []
    missing = missing_packages(wanted, listing)
    if missing and is_root():
        say(f"安装系统软件包 · installing Debian packages: {' '.join(missing)}")
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in apt_commands(missing):
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment, check=False)
        missing = missing_packages(missing, dpkg_listing() or "")
    if missing:
        say("缺少系统软件包，请管理员执行下面这一行 · an administrator has to run this line:")
        print(f"\n    {administrator_command(missing)}\n", flush=True)
    return missing
