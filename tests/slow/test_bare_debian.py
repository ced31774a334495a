"""The Debian package on a computer that has nothing: no Python, no fonts. Needs root, debootstrap and the mirror."""

from __future__ import annotations

import json
import lzma
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from desktop.models.migrate import MIGRATIONS
from installer import build_root, package
from installer.dev import ROOT

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(bool(build_root.lacking()), reason="a bare Debian is laid out by root with debootstrap"),
]

PICTURES = ROOT / "build" / "package" / "pictures"
ROOTS = Path(os.environ.get("SHIZHU_ROOTS", ROOT / "build" / "roots"))
CLERK = ["runuser", "-u", "clerk", "--"]
OLD, NEW = "0.0.1", package.version_of(ROOT)
DATA = "/home/clerk/demo/data"
DISPLAY = ":97"


@pytest.fixture(scope="module")
def packages() -> tuple[Path, Path]:
    """The package of the version before and that of this one, of the same sources."""
    out = ROOT / "build" / "package" / "bare"
    for version in (OLD, NEW):
        assert package.main(["deb", "--version", version, "--out", str(out), "--roots", str(ROOTS)]) == 0
    (old,), (new,) = out.glob(f"*_{OLD}_*.deb"), out.glob(f"*_{NEW}_*.deb")
    return old, new


@pytest.fixture(scope="module")
def bare(packages: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minimal Debian 12 with both packages in /root and a clerk who may do nothing."""
    pristine = ROOTS / "bare"
    build_root.debootstrap("bookworm", pristine)
    root = tmp_path_factory.mktemp("bare") / "root"
    subprocess.run(["cp", "-a", pristine, root], check=True)
    for file in packages:
        shutil.copyfile(file, root / "root" / file.name)
    assert build_root.inside(root, ["useradd", "--create-home", "clerk"]) == 0
    return root


@pytest.fixture
def display() -> Iterator[str]:
    """A screen outside the bare Debian."""
    with subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-listen", "tcp", "-ac"]) as server:
        try:
            yield DISPLAY
        finally:
            server.terminate()


def run(root: Path, *command: str, **environment: str) -> str:
    """What a command prints inside; it must succeed."""
    line = ["sh", "-c", 'umask 0; "$@" > /tmp/printed', "sh", *command]
    assert build_root.inside(root, line, **environment) == 0, command
    return (root / "tmp" / "printed").read_text(encoding="utf-8")


def doctor(root: Path, data: str) -> dict[str, tuple[bool, str]]:
    """What the doctor finds, by name; a finding may be a trouble."""
    shell = 'umask 0; "$@" > /tmp/printed; test $? -le 1'
    line = ["sh", "-c", shell, "sh", *CLERK, "shizhu", "--data", data, "doctor", "--json"]
    assert build_root.inside(root, line) == 0
    told = json.loads((root / "tmp" / "printed").read_text(encoding="utf-8"))
    return {one["name"]: (one["ok"], one["text"]) for one in told["findings"]}


def install(root: Path, file: Path) -> None:
    run(root, "apt-get", "update", "-q")
    run(root, "apt-get", "install", "-qy", "--no-install-recommends", f"/root/{file.name}",
        DEBIAN_FRONTEND="noninteractive")  # fmt: skip


def first_window(root: Path, display: str, data: str) -> Image.Image:
    """The screen once the window's picture no longer changes."""
    command = [*CLERK, "env", f"DISPLAY=127.0.0.1{display}", "QT_X11_NO_MITSHM=1", "shizhu", "--data", data]
    # Without /proc a frozen program does not find itself.
    with subprocess.Popen(build_root.line_inside(root, command), stdin=subprocess.DEVNULL) as window:
        try:
            before, ends = ImageGrab.grab(xdisplay=display), time.monotonic() + 120
            while time.monotonic() < ends and window.poll() is None:
                time.sleep(2)  # the window belongs to another computer: all that can be seen of it is its picture
                now = ImageGrab.grab(xdisplay=display)
                if len(now.getcolors(1 << 24) or []) > 200 and now.tobytes() == before.tobytes():
                    return now
                before = now
            raise AssertionError("no window came to rest")
        finally:
            window.terminate()


def test_it_installs_works_shows_its_window_is_upgraded_and_leaves_the_data(
    bare: Path, packages: tuple[Path, Path], display: str
) -> None:
    old, new = packages
    assert build_root.inside(bare, ["sh", "-c", "command -v python3 || command -v fc-list"]) != 0
    install(bare, old)
    made = json.loads(run(bare, *CLERK, "shizhu", "demo", "--out", "/home/clerk/demo", "--json"))
    assert made
    assert list((bare / "home/clerk/demo").rglob("*.pdf"))
    assert OLD in doctor(bare, DATA)["program"][1]
    PICTURES.mkdir(parents=True, exist_ok=True)
    first_window(bare, display, DATA).save(PICTURES / "first-window.png")

    install(bare, new)
    found = doctor(bare, DATA)
    assert NEW in found["program"][1]
    assert [name for name in ("integrity", "schema", "change_log", "frozen", "fonts", "qt") if not found[name][0]] == []

    # A store of the first version: the frozen program brings it to today's schema, with a backup of before.
    store = bare / "home/clerk/old/shizhu.db"
    store.parent.mkdir()
    store.write_bytes(lzma.decompress((ROOT / "tests/data/v0.1/shizhu.db.xz").read_bytes()))
    run(bare, "chown", "-R", "clerk", "/home/clerk/old")
    schema = doctor(bare, "/home/clerk/old")["schema"]
    assert schema[0] and sorted(MIGRATIONS.glob("[0-9]*.py"))[-1].stem in schema[1]
    assert list((store.parent / "backups").glob("*.db"))

    before = (bare / "home/clerk/demo/data/shizhu.db").read_bytes()
    run(bare, "apt-get", "purge", "-qy", "shizhu-desk", DEBIAN_FRONTEND="noninteractive")
    assert (bare / "home/clerk/demo/data/shizhu.db").read_bytes() == before
    assert not (bare / "usr/lib/shizhu-desk").exists() and not (bare / "usr/bin/shizhu").exists()
