"""Freezes the program with a Windows Python, packs it with NSIS, and tries the installer. Standard library only."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.freezing import CannotFreeze
from installer.windows_python import NoWindows, WindowsPlace, licence_of

SCRIPT = Path(__file__).resolve().parent / "windows" / "shizhu.nsi"
WINDOW = "ShizhuDesk.exe"
PROGRAM = "shizhu.exe"
# A name that a console's own encoding cannot spell.
DEMO = "C:\\演示中心"
DATA = DEMO + "\\data"
# Seconds: a start under Wine on a busy machine takes a quarter of that.
WAIT = 60
_HASH = re.compile(r"\s+--hash=\S+|\s*\\$", re.M)


@dataclass(frozen=True)
class WindowsFrozen:
    """What the freezing left: the program's folder, and that of the papers, whose neighbour is the icon."""

    program: Path
    documents: Path


def windows_lock(text: str) -> str:
    """A lock's requirements that Windows needs, with their hashes: marks are judged for Windows, not for here."""
    markers = _markers()
    there = dict(markers.default_environment()) | {
        "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64", "os_name": "nt",
        "python_version": "3.11", "python_full_version": "3.11.3", "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }  # fmt: skip
    kept = []
    for block in re.split(r"\n(?=\S)", text):
        head, _, hashes = block.partition("\n")
        requirement, _, mark = head.rstrip(" \\").partition(" ; ")
        if "==" in requirement and (not mark or markers.Marker(mark).evaluate(there)):
            kept.append(f"{requirement} \\\n{hashes}")
    return "\n".join(kept) + "\n"


def _markers() -> Any:
    """The judge of marks: as a package where there is one, else as pip carries it."""
    try:
        return importlib.import_module("packaging.markers")
    except ImportError:
        return importlib.import_module("pip._vendor.packaging.markers")


def fetch_wheels(lock: str, target: Path) -> None:
    """The locked wheels for Windows on 64 bits, proven by their hashes."""
    stamp = target / "lock"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == lock:
        return
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    wanted = target / "wanted.txt"
    wanted.write_text(lock, encoding="utf-8")
    line = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    line += ["--require-hashes", "--only-binary", ":all:", "--python-version", "3.11", "--implementation", "cp"]
    line += ["--platform", "win_amd64", "-d", str(target), "-r", str(wanted)]
    if subprocess.run(line, check=False).returncode:
        raise NoWindows("the packages for Windows could not be fetched")
    stamp.write_text(lock, encoding="utf-8")


def lay_packages(wheels: Path, site: Path) -> None:
    """The wheels unpacked as a folder of packages; nothing of them is run."""
    stamp, lock = site / "lock", (wheels / "lock").read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == lock:
        return
    shutil.rmtree(site, ignore_errors=True)
    line = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    line += ["--only-binary", ":all:", "--python-version", "3.11", "--implementation", "cp", "--platform", "win_amd64"]
    line += ["--no-compile", "--target", str(site), *(str(path) for path in sorted(wheels.glob("*.whl")))]
    if subprocess.run(line, check=False).returncode:
        raise NoWindows("the packages for Windows could not be laid out")
    stamp.write_text(lock, encoding="utf-8")


def freeze(place: WindowsPlace, python: Path, site: Path, source: Path, out: Path, moment: int) -> WindowsFrozen:
    """The program frozen by the Windows Python; what it is made of bears the moment."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    paths = ";".join((place.path(source), place.path(site)))
    script = place.path(source / "installer" / "freezing.py")
    done = place.run(
        [python / "python.exe", script, place.path(out)],
        PYTHONPATH=paths, PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(moment),
    )  # fmt: skip
    if done.returncode or not (out / "shizhu" / WINDOW).exists():
        raise CannotFreeze(f"freezing for Windows failed:\n{done.stdout[-2000:]}")
    shutil.copyfile(licence_of(python), out / "documents" / "LICENSE.python.txt")
    return WindowsFrozen(out / "shizhu", out / "documents")


def numbers_of(version: str) -> str:
    """A version as Windows files bear it: four numbers."""
    numbers = re.findall(r"\d+", version)[:3]
    return ".".join([*numbers, *["0"] * (4 - len(numbers))])


def pack(frozen: WindowsFrozen, version: str, out: Path) -> Path:
    """The installer of one account."""
    tool = shutil.which("makensis")
    if tool is None:
        raise NoWindows("nsis is not installed")
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"shizhu-desk-{version}-setup.exe"
    told = {
        "VERSION": version, "NUMBERS": numbers_of(version), "PROGRAM": str(frozen.program),
        "DOCUMENTS": str(frozen.documents), "ICON": str(frozen.program.with_name("shizhu.ico")), "OUT": str(file),
    }  # fmt: skip
    line = [tool, "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{key}={value}" for key, value in told.items()), str(SCRIPT)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoWindows(f"the installer was not packed: {(done.stdout + done.stderr).strip()[-400:]}")
    return file


# --- trying it ----------------------------------------------------------------------------------------------------


def try_installer(place: WindowsPlace, installer: Path) -> Iterator[str]:
    """Installs, makes the demo centre, checks it, opens the window, removes; a line of what was seen for each."""
    folder = _folder(place)
    yield _installed(place, installer, folder)
    yield _demo(place, folder)
    yield _checked(place, folder)
    yield _window(place, folder)
    yield _removed(place, folder)


def _folder(place: WindowsPlace) -> Path:
    (home,) = [path for path in (place.drive_c() / "users").iterdir() if path.name != "Public"]
    return home / "AppData" / "Local" / "Programs" / "ShizhuDesk"


def _installed(place: WindowsPlace, installer: Path, folder: Path) -> str:
    done = place.run([installer, "/S"], limit=600)
    if done.returncode or not (folder / PROGRAM).exists():
        raise NoWindows(f"the installer ended with {done.returncode}")
    kinds = place.run(["reg", "query", r"HKCU\Software\Classes\ShizhuDesk.shizhu-receipt\shell\open\command"]).stdout
    if WINDOW not in kinds:
        raise NoWindows("a receipt is not opened by the program")
    return "installed for one account; .shizhu and .shizhu-receipt open with it"


def _demo(place: WindowsPlace, folder: Path) -> str:
    shutil.rmtree(place.drive_c() / "演示中心", ignore_errors=True)
    done = place.run([folder / PROGRAM, "demo", "--out", DEMO, "--json"], limit=1800)
    if done.returncode:
        raise NoWindows(f"demo ended with {done.returncode}: {done.stdout[-400:]}")
    answer = json.loads(done.stdout[done.stdout.index("{") :])
    return f"demo --out: done in {sum(answer['seconds'].values()):.0f} s"


def _checked(place: WindowsPlace, folder: Path) -> str:
    done = place.run([folder / PROGRAM, "doctor", "--data", DATA, "--json"], limit=600)
    if done.returncode:
        raise NoWindows(f"doctor ended with {done.returncode}: {done.stdout[-400:]}")
    return "doctor: nothing wrong"


def _window(place: WindowsPlace, folder: Path) -> str:
    """The window stands, and answers: whoever opens it a second time is handed over to it and ends."""
    command: list[str | Path] = [folder / WINDOW, "--data", DATA]
    with place.started(command, QT_QPA_PLATFORM="offscreen") as window:
        try:
            code = window.wait(timeout=WAIT)
            raise NoWindows(f"the window went away with {code}")
        except subprocess.TimeoutExpired:
            second = place.run(command, limit=WAIT, QT_QPA_PLATFORM="offscreen")
        finally:
            place.run(["taskkill", "/F", "/IM", WINDOW], limit=60)
    if second.returncode:
        raise NoWindows(f"a second start ended with {second.returncode}: {second.stdout[-400:]}")
    return "the window stands and answers a second start"


def _removed(place: WindowsPlace, folder: Path) -> str:
    data = place.drive_c() / "演示中心" / "data" / "shizhu.db"
    # `_?=` keeps the uninstaller from handing on to a copy of itself, so that its end is the end.
    done = place.run([folder / "uninstall.exe", "/S", f"_?={place.path(folder)}"], limit=300)
    left = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if done.returncode or left not in ([], ["uninstall.exe"]) or not data.exists():
        raise NoWindows(f"removing left {left} and ended with {done.returncode}")
    return "removed; the data stand"
