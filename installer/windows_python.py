"""A Windows CPython and a place to run it: this Windows, or Wine on Linux. Standard library only."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

# What building for Windows needs of a Debian: Wine, the packer, a compiler of small libraries, the fetcher of Maven.
WINDOWS_TOOLS = ["wine64", "wine", "nsis", "gcc-mingw-w64-x86-64-posix", "maven"]
# The newest CPython 3.11 for Windows in a registry; `--python` takes a newer one from wherever a builder has it.
ARTIFACT = "org.bytedeco:cpython:3.11.3-1.5.9:jar:windows-x86_64"
ARTIFACT_SHA256 = "3263a50b256447bb7b9e604d6587627e419891370fc33b94469e6a06ff4de834"
_INSIDE = "org/bytedeco/cpython/windows-x86_64/"
_COMPILER = "x86_64-w64-mingw32-"
# Java's own bridge to Python, and what only building C extensions asks for.
_NOT_PYTHON = ("jnipython.dll", "include/", "share/")


class NoWindows(Exception):
    """What is missing for building or trying a Windows program, in one sentence."""


@dataclass(frozen=True)
class WindowsPlace:
    """Where Windows programs run: on Windows itself, or in a Wine whose drive C lies in ``prefix``."""

    prefix: Path | None

    def path(self, path: Path) -> str:
        """A path of this machine as a Windows program reads it; Wine shows the whole machine as drive Z."""
        return str(PureWindowsPath("Z:" + path.resolve().as_posix())) if self.prefix else str(path.resolve())

    def drive_c(self) -> Path:
        """Drive C as this machine sees it."""
        return self.prefix / "drive_c" if self.prefix else Path("C:/")

    def run(
        self, command: Sequence[str | Path], *, limit: float = 3600, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program to its end within a number of seconds; gives its code and what it said, as UTF-8."""
        # Wine gives a program without an input or with a file as its output handles that Python cannot open: pipes.
        return subprocess.run(
            self._words(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=limit, encoding="utf-8", errors="replace", env=self._environment(environment), check=False,
        )  # fmt: skip

    def started(self, command: Sequence[str | Path], **environment: str) -> subprocess.Popen[bytes]:
        """A program that goes on beside; what it says, which is little, waits in a pipe."""
        return subprocess.Popen(
            self._words(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=self._environment(environment),
        )  # fmt: skip

    def _words(self, command: Sequence[str | Path]) -> list[str]:
        return [*(["wine"] if self.prefix else []), *(str(word) for word in command)]

    def _environment(self, told: Mapping[str, str]) -> dict[str, str]:
        extra = {"PYTHONUTF8": "1", **told}
        if self.prefix:
            # WINEDLLOVERRIDES: no bar in the tray, no offer to fetch .NET or a browser.
            extra |= {"WINEPREFIX": str(self.prefix), "WINEARCH": "win64", "WINEDEBUG": "-all"}
            # Wine spells names of files as the locale does.
            extra |= {"LC_ALL": "C.UTF-8"}
            extra |= {"WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe="}
        return os.environ | extra


def windows_place(prefix: Path) -> WindowsPlace:
    """Windows itself, or a Wine that says it is Windows 10, made anew if it is not there."""
    if sys.platform == "win32":
        return WindowsPlace(None)
    if shutil.which("wine") is None:
        raise NoWindows("wine is not installed")
    place = WindowsPlace(prefix)
    if not (prefix / "system.reg").exists():
        prefix.mkdir(parents=True, exist_ok=True)
        # Wine hands no variable of Qt on, and has not what Qt's own window plugin asks of Windows.
        offscreen = ["reg", "add", r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/d", "offscreen", "/f"]
        for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"], offscreen):
            if place.run(command, limit=300).returncode:
                raise NoWindows("wine did not start")
    random = prefix / "drive_c" / "windows" / "system32" / "bcryptprimitives.dll"
    if not random.exists():
        source = Path(__file__).resolve().parent / "windows" / "wine_random.c"
        _compile(["gcc", "-shared", "-o", str(random), str(source), "-ladvapi32"])
    return place


def windows_python(given: Path | None, target: Path) -> Path:
    """A folder with a whole CPython for Windows: the given one, or that of the registry."""
    if given is not None:
        folder = given
    else:
        folder = target / "python"
        if not (folder / "python.exe").exists():
            _unpack(_fetched(target), folder)
    if not (folder / "python.exe").exists():
        raise NoWindows(f"no python.exe in {folder.name}")
    if not (folder / "python3.dll").exists():
        forward_stable_names(folder)
    return folder


def licence_of(folder: Path) -> Path:
    """The licence of a Python: beside it, or as the Python that runs this has it."""
    for path in (folder / "LICENSE.txt", Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"):
        if path.exists():
            return path
    raise NoWindows("Python's licence is not beside it")


def _fetched(target: Path) -> Path:
    """The archive from Maven Central, proven by its hash."""
    if shutil.which("mvn") is None:
        raise NoWindows("maven is not installed")
    target.mkdir(parents=True, exist_ok=True)
    line = [
        "mvn",
        "--batch-mode",
        "--quiet",
        "dependency:copy",
        f"-Dartifact={ARTIFACT}",
        f"-DoutputDirectory={target}",
    ]
    if subprocess.run(line, stdin=subprocess.DEVNULL, check=False).returncode:
        raise NoWindows("the Windows Python could not be fetched")
    (archive,) = target.glob("cpython-*.jar")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != ARTIFACT_SHA256:
        archive.unlink()
        raise NoWindows("the fetched Windows Python is not the known one")
    return archive


def _unpack(archive: Path, folder: Path) -> None:
    """Takes Python out of the archive whose hash is known; its own name comes last."""
    part = folder.with_name("python.part")
    shutil.rmtree(part, ignore_errors=True)
    with zipfile.ZipFile(archive) as packed:
        for name in packed.namelist():
            inside = name.removeprefix(_INSIDE)
            if inside == name or name.endswith("/") or inside.startswith(_NOT_PYTHON):
                continue
            (part / inside).parent.mkdir(parents=True, exist_ok=True)
            (part / inside).write_bytes(packed.read(name))
    # The program brings its own packages; those that came along are old.
    shutil.rmtree(part / "lib" / "site-packages", ignore_errors=True)
    (part / "lib" / "site-packages").mkdir()
    part.rename(folder)


def definition_of(listing: str, library: str) -> str:
    """A module definition that hands each name of an import library's listing (nm) on to a library: code, and data."""
    names = sorted(set(re.findall(r"\b__imp_(\w+)", listing)))
    code = set(re.findall(r" T (\w+)", listing))
    lines = [f"  {name}={library}.{name}" + ("" if name in code else " DATA") for name in names]
    return "\n".join(['LIBRARY "python3.dll"', "EXPORTS", *lines, ""])


def forward_stable_names(folder: Path) -> None:
    """Makes the python3.dll that wheels of the stable interface load, where a Python came without it.

    The real one holds no code either: each name is handed on to python3XX.dll.
    """
    imports = folder / "libs" / "python3.lib"
    (library,) = [path.stem for path in folder.glob("python3*.dll") if re.fullmatch(r"python3\d+", path.stem)]
    if not imports.exists():
        raise NoWindows("this Python has neither python3.dll nor libs/python3.lib")
    nm = shutil.which(f"{_COMPILER}nm")
    if nm is None:
        raise NoWindows("the compiler for Windows is not installed")
    # Microsoft's import libraries hold members that nm cannot read; what it can is all that is asked.
    listing = subprocess.run([nm, imports], capture_output=True, text=True, check=False).stdout
    work = folder / "python3.build"
    work.mkdir(exist_ok=True)
    (work / "python3.def").write_text(definition_of(listing, library), encoding="ascii")
    (work / "empty.c").write_text("", encoding="ascii")
    sources = [str(work / "empty.c"), str(work / "python3.def")]
    _compile(["gcc", "-shared", "-nostdlib", "-o", str(folder / "python3.dll"), *sources, "-Wl,--entry=0"])
    shutil.rmtree(work)


def _compile(words: list[str]) -> None:
    tool = shutil.which(f"{_COMPILER}{words[0]}")
    if tool is None:
        raise NoWindows("the compiler for Windows is not installed")
    done = subprocess.run([tool, *words[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoWindows(f"a library for Windows could not be built: {done.stderr.strip()[-200:]}")
