"""Freezes the program into a folder that needs no Python: runs inside the build environment, not in .venv.

``python -m installer.freezing OUT`` in a folder that holds the sources; ``package.py`` prepares both.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "shizhu"
LIBRARIES = "_internal"
LOCK = ROOT / "installer" / "requirements.lock"
# Imported by name alone.
HIDDEN = ("playhouse.migrations", "PySide6.QtPrintSupport")
# Each program of Windows, and whether it speaks to a console; the window must not bring one along.
WINDOWS_PROGRAMS = {NAME: True, "ShizhuDesk": False}
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

# The district's engines are an extra of their own; the rest is what libraries ask for and this program never does.
LEFT_OUT = ("duckdb", "psycopg", "pyspark", "tkinter", "numpy", "lxml", "pytest", "setuptools", "PyInstaller", "pip")
# Qt's plugins for devices without a desktop, a second look, formats that no paper or picture here has.
_PLUGINS_LEFT_OUT = (
    "egldeviceintegrations", "generic", "platformthemes", "tls", "networkinformation", "imageformats/*tiff*",
    "imageformats/*tga*", "imageformats/*icns*", "imageformats/*wbmp*", "imageformats/*webp*", "imageformats/*pdf*",
    "platforms/*eglfs*", "platforms/*linuxfb*", "platforms/*vnc*", "platforms/*vkkhr*", "platforms/*minimalegl*",
    "platforms/*qdirect2d*", "platforminputcontexts/*virtualkeyboard*", "platforminputcontexts/*compose*",
)  # fmt: skip
_TRANSLATIONS_KEPT = ("qtbase_zh_CN.qm",)
# What every desktop has, and has in the version that its own drivers need.
_FROM_THE_SYSTEM = re.compile(
    r"lib(stdc\+\+|gcc_s|cups|avahi|gnutls|p11-kit|nettle|hogweed|gmp|tasn1|idn2|unistring|gssapi_krb5|krb5|k5crypto"
    r"|krb5support|com_err|keyutils|dbus-1|systemd|gcrypt|gpg-error|lz4|zstd|fontconfig|freetype|expat|png16|brotli"
    r"|glib-2|gthread-2|pcre|X11|Xau|Xdmcp|bsd|md|GL|EGL|GLX|GLdispatch|drm|wayland)[-.\w]*\.so[.\d]*"
)


class CannotFreeze(Exception):
    """What stops a build, in one sentence."""


def run_distributions(lock: str) -> list[str]:
    """The names in a lock, each once."""
    return list(dict.fromkeys(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.M)))


def installed(names: Iterable[str]) -> list[str]:
    """Those that this environment has: a lock names what other systems need besides."""
    return [name for name in names if next(iter(metadata.distributions(name=name)), None) is not None]


def require_migrations(folder: Path) -> int:
    """How many migrations lie in a folder; they are listed on disk, and without them no store gets a table."""
    count = len(list(folder.glob("[0-9]*.py")))
    if not count:
        raise CannotFreeze(f"no migrations in {folder}")
    return count


def modules_of(source: Path) -> list[str]:
    """The name of every module of the program but the one that starts it."""
    paths = sorted((source / "desktop").rglob("*.py"))
    names = [".".join(path.relative_to(source).with_suffix("").parts) for path in paths]
    plain = [name.removesuffix(".__init__") for name in names if name != "desktop.__main__"]
    # What begins with a digit is no name: the migrations are shipped as files.
    return [name for name in plain if all(part.isidentifier() for part in name.split("."))]


def require_modules(listing: str, names: Iterable[str]) -> None:
    """Every module stands in the freezer's list of what it packed."""
    missing = [name for name in names if f"'{name}'" not in listing]
    if missing:
        raise CannotFreeze(f"not packed: {', '.join(missing[:5])}")


def shipped_distributions(source: Path) -> list[str]:
    """The packages whose names and licences travel with the program."""
    return installed(run_distributions((source / "installer" / LOCK.name).read_text(encoding="utf-8")))


def data_folders(source: Path) -> list[tuple[str, str]]:
    """What is shipped as files: each folder, and where it lies in the frozen program."""
    migrations = source / "desktop" / "models" / "migrations"
    require_migrations(migrations)
    return [(str(migrations), "desktop/models/migrations"), (str(source / "resources"), "resources")]


def freezer_arguments(source: Path, work: Path, names: Sequence[str]) -> list[str]:
    """What PyInstaller is told; on Windows a file of its own asks for two programs over one folder."""
    told = ["--noconfirm", "--log-level", "WARN"]
    told += ["--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    if sys.platform == "win32":
        return [*told, str(source / "installer" / "windows" / "shizhu.spec")]
    told += ["--onedir", "--name", NAME, "--specpath", str(work), "--strip"]
    for folder, target in data_folders(source):
        told += ["--add-data", f"{folder}:{target}"]
    for name in names:
        told += ["--copy-metadata", name]
    for name in LEFT_OUT:
        told += ["--exclude-module", name]
    told += ["--paths", str(source)]
    # Rooms, commands and readers are imported where they are needed, some of them by name: each module is named.
    for name in [*modules_of(source), *HIDDEN]:
        told += ["--hidden-import", name]
    return [*told, str(source / "desktop" / "__main__.py")]


def prune(folder: Path) -> None:
    """Takes away what the program never loads and what each system has itself."""
    libraries = folder / LIBRARIES
    qt = next(iter(libraries.glob("PySide6/Qt")), libraries / "PySide6")
    for pattern in _PLUGINS_LEFT_OUT:
        for path in (qt / "plugins").glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in (qt / "translations").glob("*.qm"):
        if path.name not in _TRANSLATIONS_KEPT:
            path.unlink()
    for path in from_the_system(libraries):
        path.unlink()
    for path in libraries.rglob("*.dist-info"):
        for name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            (path / name).unlink(missing_ok=True)
    _drop_unneeded(libraries, qt)


def from_the_system(libraries: Path) -> list[Path]:
    """The libraries in a folder that each desktop has itself."""
    found = [path for path in libraries.iterdir() if _FROM_THE_SYSTEM.fullmatch(path.name)]
    return found if sys.platform == "linux" else []


def needed(path: Path) -> list[str]:
    """The libraries that an ELF file asks for."""
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)", told, re.M)


def elf_files(folder: Path) -> list[Path]:
    """Programs and libraries in a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _drop_unneeded(libraries: Path, qt: Path) -> None:
    """Libraries that only what was taken away asked for: until none is left."""
    if sys.platform != "linux":
        return
    while True:
        asked = {name for path in elf_files(libraries) for name in needed(path)}
        plain = [*libraries.glob("lib*.so*"), *(qt / "lib").glob("*.so*")]
        orphans = [path for path in plain if path.name not in asked and not _is_python(path.name)]
        for path in orphans:
            path.unlink()
        if not orphans:
            return


def _is_python(name: str) -> bool:
    return name.startswith("libpython")


def draw_icons(svg: Path, folder: Path) -> None:
    """The program's picture in the sizes that desktops ask for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QByteArray, QSize, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg.read_bytes()))
    if not renderer.isValid():
        raise CannotFreeze(f"{svg.name} cannot be drawn")
    folder.mkdir(parents=True, exist_ok=True)
    for size in ICON_SIZES:
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        if not image.save(str(folder / f"{size}.png")):
            raise CannotFreeze(f"the picture of {size} could not be written")


def write_windows_icon(folder: Path, file: Path) -> None:
    """The drawn sizes as one file, as Windows wants them."""
    from PIL import Image

    sizes = [(size, size) for size in ICON_SIZES]
    Image.open(folder / f"{ICON_SIZES[-1]}.png").save(file, sizes=sizes)


def write_documents(source: Path, folder: Path) -> None:
    """What lies beside the program for people: licences, what changed, the manual, the list of its parts."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "LICENSE", folder / "copyright")
    shutil.copyfile(source / "CHANGELOG.md", folder / "CHANGELOG.md")
    shutil.copyfile(source / "resources" / "manual.zh-CN.md", folder / "manual.zh-CN.md")
    sys.path.insert(0, str(source))
    from desktop.services.keeping import parts

    (folder / "licences.txt").write_text(parts.notices(), encoding="utf-8")
    from desktop import __version__
    from installer.sbom import sbom

    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    (folder / "sbom.cdx.json").write_text(sbom(parts.parts(), __version__, moment), encoding="utf-8")


def freeze(source: Path, out: Path) -> None:
    """The frozen program in ``out/shizhu``, its icons in ``out/icons``, its papers in ``out/documents``."""
    from PyInstaller.__main__ import run

    # PyInstaller looks through packages in processes of its own.
    os.environ["PYTHONPATH"] = str(source)
    draw_icons(source / "resources" / "icons" / "program" / "shizhu.svg", out / "icons")
    if sys.platform == "win32":
        # The freezer reads it beside the sources, the installer beside the program.
        write_windows_icon(out / "icons", source / "shizhu.ico")
        shutil.copyfile(source / "shizhu.ico", out / "shizhu.ico")
    run(freezer_arguments(source, out / "build", shipped_distributions(source)))
    made = out / "build" / "dist" / NAME
    listing = (out / "build" / "work" / NAME / "PYZ-00.toc").read_text(encoding="utf-8")
    require_modules(listing, modules_of(source))
    if not next(made.rglob("QtPrintSupport*"), None):
        raise CannotFreeze("not packed: PySide6.QtPrintSupport")
    prune(made)
    require_migrations(made / LIBRARIES / "desktop" / "models" / "migrations")
    shutil.rmtree(out / NAME, ignore_errors=True)
    made.rename(out / NAME)
    write_documents(source, out / "documents")


if __name__ == "__main__":
    freeze(ROOT, Path(sys.argv[1]).resolve())
