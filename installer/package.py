"""Builds what a centre installs: ``python3 installer/package.py deb [--twice]`` or ``windows [--try]``.

Standard library only; what builds is locked in ``requirements-build.lock``. Everything lies in ``build/package``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A script finds what lies beside it and not the package that it lies in.
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from installer import build_root, debian_package, windows_package  # noqa: E402
from installer.debian import provide_packages  # noqa: E402
from installer.dev import Stop, child_environment, digest_of, say  # noqa: E402
from installer.freezing import CannotFreeze  # noqa: E402
from installer.windows_python import WINDOWS_TOOLS, NoWindows, windows_place, windows_python  # noqa: E402

LOCK = ROOT / "installer" / "requirements-build.lock"
BUILD = ROOT / "build" / "package"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# The newest wheels that the oldest system still loads (glibc 2.28 and before).
_WHEELS = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux2014", "manylinux_2_17", "manylinux2010")
_VERSION = re.compile(r'^__version__ = "([^"]+)"', re.M)
_SHIPPED = ("desktop", "resources", "installer", "docs/manual.zh-CN.md", "docs/pictures", "pyproject.toml", "LICENSE",
            "CHANGELOG.md")  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where the freezing happens: the folder that the build sees as ``/``, or None for this machine."""

    root: Path | None

    def seen(self, path: str) -> Path:
        """A path of the build as this machine sees it."""
        return self.root / path.lstrip("/") if self.root else BUILD / "here" / path.lstrip("/")

    def run(self, command: Sequence[str], **environment: str) -> int:
        """Runs a command of the build, whose paths are those it sees itself."""
        sys.stdout.flush()
        if self.root:
            return build_root.inside(self.root, command, **environment)
        words = [str(self.seen(word)) if word.startswith("/work") else word for word in command]
        return subprocess.run(words, env=child_environment(**environment), check=False).returncode


def version_of(source: Path) -> str:
    """The version that the sources bear."""
    found = _VERSION.search((source / "desktop" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise Stop("no version in desktop/__init__.py")
    return found.group(1)


def source_date() -> int:
    """The moment that the package bears: SOURCE_DATE_EPOCH, else that of the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(told or "0")


def tracked(root: Path = ROOT) -> list[str]:
    """The files that are shipped, as git knows them; without git all that lie there."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--", *_SHIPPED]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode == 0 and done.stdout:
        return [name for name in done.stdout.split("\0") if name and (root / name).is_file()]
    paths = [
        path for name in _SHIPPED for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))
    ]
    return sorted(
        path.relative_to(root).as_posix() for path in paths if path.is_file() and "__pycache__" not in path.parts
    )


def copy_sources(target: Path, version: str) -> None:
    """The sources as they are frozen; the manual lies where a wheel has it."""
    shutil.rmtree(target, ignore_errors=True)
    for name in tracked():
        place = "resources/" + name.removeprefix("docs/") if name.startswith("docs/") else name
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / place)
    told = target / "desktop" / "__init__.py"
    told.write_text(_VERSION.sub(f'__version__ = "{version}"', told.read_text(encoding="utf-8")), encoding="utf-8")


def fetch_wheels(target: Path) -> None:
    """The locked wheels, proven by their hashes; kept as long as the lock stays."""
    stamp, wanted = target / "lock", digest_of(LOCK.read_bytes(), platform.machine().encode())
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(target, ignore_errors=True)
    say("下载锁定的依赖 · fetching the locked packages")
    tags = [word for tag in _WHEELS for word in ("--platform", f"{tag}_{platform.machine()}")]
    line = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    ]
    line += ["--only-binary", ":all:", "--python-version", "3.11", *tags, "-d", str(target), "-r", str(LOCK)]
    if subprocess.run(line, env=child_environment(), check=False).returncode:
        raise Stop("依赖没有下载完 · packages incomplete")
    stamp.write_text(wanted, encoding="utf-8")


def provide_python(place: Place, wheels: Path) -> str:
    """The build environment; gives its python as the build sees it."""
    stamp, wanted = place.seen("/work/venv/lock"), (wheels / "lock").read_text(encoding="utf-8")
    python = "/work/venv/bin/python"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    say("建立打包环境 · making the build environment")
    shutil.rmtree(place.seen("/work/venv"), ignore_errors=True)
    shutil.rmtree(place.seen("/work/wheels"), ignore_errors=True)
    shutil.copytree(wheels, place.seen("/work/wheels"))
    (own,) = place.seen("/work/wheels").glob("pip-*.whl")
    base = build_root.PYTHON if place.root else sys.executable
    names = sorted(path.name for path in place.seen("/work/wheels").glob("*.whl"))
    for line in (
        [base, "-m", "venv", "--without-pip", "/work/venv"],
        [python, f"/work/wheels/{own.name}/pip", "install", "--quiet", "--no-index", "--no-deps",
         *(f"/work/wheels/{name}" for name in names)],
    ):  # fmt: skip
        if place.run(line):
            raise Stop("打包环境没有建好 · the build environment could not be made")
    stamp.write_text(wanted, encoding="utf-8")
    return python


def choose_place(in_place: bool, roots: Path) -> Place:
    """A root of Debian 11, or this machine, which is said."""
    if in_place:
        return Place(None)
    try:
        say("准备 Debian 11 构建环境（第一次约一刻钟） · preparing the Debian 11 build root")
        return Place(build_root.build_root(roots, ROOT / "installer" / "linux" / "toolchain.sh"))
    except build_root.NoRoot as reason:
        say(f"在本机上打包：{reason} · building on this machine: older systems may not start it")
        return Place(None)


def freeze(place: Place, version: str, moment: int) -> debian_package.Frozen:
    """The frozen program, made anew."""
    fetch_wheels(BUILD / "wheels")
    python = provide_python(place, BUILD / "wheels")
    say(f"冻结 {version} · freezing")
    copy_sources(place.seen("/work/source"), version)
    shutil.rmtree(place.seen("/work/out"), ignore_errors=True)
    place.seen("/work/out").mkdir(parents=True)
    environment = dict(build_root.build_environment(moment))
    if place.run([python, "/work/source/installer/freezing.py", "/work/out"], **environment):
        raise Stop("没有冻结成功 · freezing failed")
    out = place.seen("/work/out")
    return debian_package.Frozen(out / "shizhu", out / "icons", out / "documents")


def build_deb(place: Place, version: str, out: Path) -> Path:
    """One package, with what it needs printed and checked."""
    moment = source_date()
    frozen = freeze(place, version, moment)
    glibc, by = debian_package.glibc_of(frozen.program)
    say(f"需要 glibc {glibc[0]}.{glibc[1]} · needs glibc, by {', '.join(by[:4])}")
    if place.root and glibc > debian_package.NEWEST_GLIBC:
        raise Stop(f"UOS 20 上不能启动 · it would not start on UOS 20: {', '.join(by)}")
    owner = debian_package.owner_in(place.root or Path("/"))
    needs = debian_package.depends(debian_package.outside_libraries(frozen.program), owner, glibc)
    say(f"依赖 · depends: {needs}")
    tree = BUILD / "tree"
    debian_package.lay_out(tree, frozen, ROOT / "installer" / "linux")
    named = debian_package.Named(version, _ARCHITECTURES[platform.machine()], moment)
    return debian_package.pack(tree, named, needs, out)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def differences(first: Path, second: Path) -> list[str]:
    """The members in which two packages differ, by name."""
    listed = []
    for file in (first, second):
        with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", file], stdout=subprocess.PIPE) as packed:
            assert packed.stdout is not None
            with tarfile.open(fileobj=packed.stdout, mode="r|") as archive:
                listed.append({one.name: _told(archive, one) for one in archive})
    one, other = listed
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _told(archive: tarfile.TarFile, member: tarfile.TarInfo) -> tuple[object, ...]:
    stream = archive.extractfile(member) if member.isfile() else None
    content = hashlib.sha256(stream.read()).hexdigest() if stream else member.linkname
    return member.mode, member.mtime, member.uname, member.gname, content


def deb(wanted: argparse.Namespace) -> None:
    """Builds the package, with ``--twice`` a second time from nothing, and tells whether the bytes are the same."""
    version = wanted.version or version_of(ROOT)
    place = choose_place(wanted.in_place, wanted.roots)
    file = build_deb(place, version, wanted.out)
    say(f"{file.name}  {file.stat().st_size / 1e6:.1f} MB  sha256 {digest(file)}")
    if not wanted.twice:
        return
    again = build_deb(place, version, BUILD / "again")
    if digest(again) == digest(file):
        say("两次打包逐字节相同 · built twice, byte for byte the same")
        return
    raise Stop(f"两次打包不同 · two builds differ in: {', '.join(differences(file, again)) or 'the packing alone'}")


def windows(wanted: argparse.Namespace) -> None:
    """Builds the installer for Windows, on Windows or under Wine; with ``--try`` it is installed, used and removed."""
    if sys.platform != "win32":
        provide_packages(WINDOWS_TOOLS, say)
    version, work = wanted.version or version_of(ROOT), BUILD / "windows"
    say("准备 Windows 版 Python · preparing a Windows Python")
    place, python = windows_place(work / "wine"), windows_python(wanted.python, work)
    windows_package.fetch_wheels(windows_package.windows_lock(LOCK.read_text(encoding="utf-8")), work / "wheels")
    windows_package.lay_packages(work / "wheels", work / "site")
    say(f"冻结 {version} · freezing")
    copy_sources(work / "source", version)
    frozen = windows_package.freeze(place, python, work / "site", work / "source", work / "out", source_date())
    file = windows_package.pack(frozen, version, wanted.out)
    say(f"{file.name}  {file.stat().st_size / 1e6:.1f} MB  sha256 {digest(file)}")
    if wanted.tried:
        for line in windows_package.try_installer(place, file):
            say(line)


def arguments_of(line: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="package.py", description="build what a centre installs")
    kinds = parser.add_subparsers(dest="kind", required=True)
    kind = kinds.add_parser("deb", help="a package for Debian, UOS and Kylin")
    kind.add_argument("--version", default="", help="another version than the sources bear")
    kind.add_argument("--in-place", action="store_true", help="build on this machine, not in a Debian 11")
    kind.add_argument("--twice", action="store_true", help="build it again and compare the bytes")
    kind.add_argument("--out", type=Path, default=ROOT / "dist")
    kind.add_argument("--roots", type=Path, default=ROOT / "build" / "roots", help="where build roots are kept")
    kind.set_defaults(build=deb)
    other = kinds.add_parser("windows", help="an installer for Windows 10 and 11")
    other.add_argument("--version", default="", help="another version than the sources bear")
    other.add_argument("--python", type=Path, help="a folder with a CPython 3.11 for Windows; else one is fetched")
    other.add_argument("--try", dest="tried", action="store_true", help="install it, use it and remove it")
    other.add_argument("--out", type=Path, default=ROOT / "dist")
    other.set_defaults(build=windows)
    return parser.parse_args(line)


def main(line: Sequence[str] | None = None) -> int:
    """Builds one kind of package; gives the exit code."""
    try:
        wanted = arguments_of(line)
        wanted.build(wanted)
    except (Stop, debian_package.CannotPack, CannotFreeze, NoWindows) as stop:
        print(f"✗ {stop}", file=sys.stderr)
        return stop.code if isinstance(stop, Stop) else 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
