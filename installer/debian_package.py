"""Lays a frozen program out as a Debian package and packs it, the same bytes from the same folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.freezing import LIBRARIES, elf_files, needed

PACKAGE = "shizhu-desk"
PROGRAM = Path("usr/lib") / PACKAGE
DOCUMENTS = Path("usr/share/doc") / PACKAGE
# UOS 20 has glibc 2.28, Kylin V10 2.31.
NEWEST_GLIBC = (2, 28)
LARGEST_MB = 110
# Loaded by name at run time, so no library asks for them: Qt's way to the graphics, and what a print queue needs.
_BY_NAME = ("libegl1", "libgl1", "libfontconfig1")
# Debian 10 and older call it otherwise.
_ALSO_CALLED = {"libgcc-s1": "libgcc-s1 | libgcc1"}

_CONTROL = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: Shizhu Desk <shizhu-desk@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: xdg-utils, shared-mime-info
Section: misc
Priority: optional
Description: offline front-desk ledger of a care centre (十助台账)
 Residents, monthly visits, help services, canteen and beds of a street-level
 elderly-care centre, from typing in to printed reports and the file for the
 district office. Works without a network.
 .
 街道综合养老服务中心的离线桌面程序。删除本软件包不会删除资料。
"""


class CannotPack(Exception):
    """What is wrong with a package, in one sentence."""


@dataclass(frozen=True)
class Frozen:
    """What the build gave: the folder of the program, that of its icons, and those of its papers."""

    program: Path
    icons: Path
    documents: Path


@dataclass(frozen=True)
class Named:
    """What the package is called and which moment its files bear."""

    version: str
    architecture: str
    source_date: int

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{PACKAGE}_{self.version}_{self.architecture}.deb"


def glibc_needed(listings: Iterable[str]) -> tuple[int, int]:
    """The newest glibc that dynamic symbol tables (``objdump -T``) name."""
    found = [(int(a), int(b)) for text in listings for a, b in re.findall(r"\bGLIBC_(\d+)\.(\d+)", text)]
    return max(found, default=(0, 0))


def glibc_of(folder: Path) -> tuple[tuple[int, int], list[str]]:
    """The newest glibc that anything in a folder needs, and the files that need it."""
    wanted = {}
    for path in elf_files(folder):
        done = subprocess.run(["objdump", "-T", path], capture_output=True, text=True, check=False)
        wanted[path.relative_to(folder).as_posix()] = glibc_needed([done.stdout])
    newest = max(wanted.values(), default=(0, 0))
    return newest, [name for name, one in wanted.items() if one == newest]


def outside_libraries(folder: Path) -> list[str]:
    """The libraries that the program expects of the system."""
    files = elf_files(folder)
    own = {path.name for path in folder.rglob("*.so*")}
    return sorted({name for path in files for name in needed(path)} - own)


def depends(libraries: Iterable[str], owner: Callable[[str], str], glibc: tuple[int, int]) -> str:
    """The packages that bring the libraries, as the control file names them."""
    names = {owner(name) for name in libraries} | set(_BY_NAME)
    plain = sorted(_ALSO_CALLED.get(name, name) for name in names - {"libc6"})
    return ", ".join([f"libc6 (>= {glibc[0]}.{glibc[1]})", *plain])


def owner_in(root: Path) -> Callable[[str], str]:
    """Asks dpkg of a root which package brings a library."""

    def owner(name: str) -> str:
        done = subprocess.run(
            ["dpkg-query", f"--admindir={root / 'var/lib/dpkg'}", "--search", f"*/{name}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = re.match(r"([^:,]+)", done.stdout)
        if found is None:
            raise CannotPack(f"no package brings {name}")
        return found.group(1)

    return owner


def lay_out(tree: Path, frozen: Frozen, linux: Path) -> None:
    """The files of the package where they will lie on the computer."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen.program, tree / PROGRAM, symlinks=True)
    for target, source in {
        "usr/share/applications/shizhu.desktop": linux / "shizhu.desktop",
        "usr/share/mime/packages/shizhu-desk.xml": linux / "shizhu.xml",
        "usr/share/icons/hicolor/scalable/apps/shizhu.svg": frozen.program
        / LIBRARIES
        / "resources/icons/program/shizhu.svg",
        **{
            f"usr/share/icons/hicolor/{path.stem}x{path.stem}/apps/shizhu.png": path
            for path in sorted(frozen.icons.glob("*.png"))
        },
    }.items():
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / target)
    shutil.copytree(frozen.documents, tree / DOCUMENTS)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/shizhu").symlink_to(f"../lib/{PACKAGE}/shizhu")


def settle(tree: Path, source_date: int) -> None:
    """Rights and times that say nothing of the machine that built it."""
    for path in sorted(tree.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (source_date, source_date), follow_symlinks=False)
            continue
        runs = path.is_dir() or path == tree / PROGRAM / "shizhu" or path.parts[-2:] == ("DEBIAN", "postinst")
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (source_date, source_date))
    tree.chmod(0o755)
    os.utime(tree, (source_date, source_date))


def pack(tree: Path, named: Named, needs: str, out: Path) -> Path:
    """The package; refused when it is larger than a stick for an old computer should bear."""
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    control.write_text(
        _CONTROL.format(
            package=PACKAGE,
            version=named.version,
            architecture=named.architecture,
            kilobytes=size // 1024,
            depends=needs,
        ),
        encoding="utf-8",
    )
    settle(tree, named.source_date)
    out.mkdir(parents=True, exist_ok=True)
    file = out / named.file
    file.unlink(missing_ok=True)
    line = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(file)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(named.source_date)}
    if subprocess.run(line, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        raise CannotPack("dpkg-deb failed")
    megabytes = file.stat().st_size / 1e6
    if megabytes > LARGEST_MB:
        raise CannotPack(f"{file.name} has {megabytes:.0f} MB, more than {LARGEST_MB}")
    return file
