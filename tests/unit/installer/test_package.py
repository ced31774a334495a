"""What the packages are made of and need; that they really install is seen in a bare Debian by the nightly test."""

from __future__ import annotations

import configparser
import subprocess
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.core.file_kinds import RECEIPT, SYNC_FILE
from desktop.models.migrate import MIGRATIONS
from installer import build_root, debian_package, freezing, package
from installer.dev import ROOT

LINUX = ROOT / "installer" / "linux"


def test_migrations_are_shipped_as_files_and_none_is_refused(tmp_path: Path) -> None:
    told = freezing.freezer_arguments(ROOT, tmp_path, ["peewee"])
    assert f"{MIGRATIONS}:desktop/models/migrations" in told
    assert freezing.require_migrations(MIGRATIONS) == len(list(MIGRATIONS.glob("00*.py"))) > 0
    with pytest.raises(freezing.CannotFreeze):
        freezing.require_migrations(tmp_path)


def test_every_module_of_the_program_is_named_to_the_freezer_and_looked_for_afterwards(tmp_path: Path) -> None:
    told = freezing.freezer_arguments(ROOT, tmp_path, [])
    named = {told[place + 1] for place, word in enumerate(told) if word == "--hidden-import"}
    wanted = {"desktop", "desktop.ui.pages.residents", "desktop.ui.frame.printer", "desktop.cli.demo"}
    assert wanted | {"desktop.importing.book.child", "PySide6.QtPrintSupport"} <= named
    assert not {name for name in named if "migrations.0" in name or "__" in name}
    freezing.require_modules("('desktop.app', 'x'), ('desktop.ui', 'y')", ["desktop.app", "desktop.ui"])
    with pytest.raises(freezing.CannotFreeze, match=r"desktop\.u$"):
        freezing.require_modules("('desktop.app', 'x'), ('desktop.ui', 'y')", ["desktop.app", "desktop.u"])


def test_the_front_desk_brings_nothing_of_the_district() -> None:
    told = freezing.freezer_arguments(ROOT, Path("work"), [])
    left_out = [told[place + 1] for place, word in enumerate(told) if word == "--exclude-module"]
    assert {"duckdb", "psycopg", "pyspark"} <= set(left_out)


def test_names_of_a_lock_are_told_once_each() -> None:
    lock = "# made by\nargon2-cffi==25.1.0 \\\n    --hash=sha256:00\nqt==1 ; x\nqt==2 ; y\n    # via qt==3\n"
    assert freezing.run_distributions(lock) == ["argon2-cffi", "qt"]


def test_the_build_lock_holds_what_the_run_lock_holds() -> None:
    run, build = (
        {line.split(" \\")[0] for line in path.read_text(encoding="utf-8").splitlines() if "==" in line}
        for path in (freezing.LOCK, package.LOCK)
    )
    assert len(run) > 20 and run <= build


@pytest.mark.parametrize(
    ("name", "of_the_system"),
    [
        ("libstdc++.so.6", True),
        ("libgcc_s.so.1", True),
        ("libcups.so.2", True),
        ("libglib-2.0.so.0", True),
        ("libX11-xcb.so.1", True),
        ("libxcb-cursor.so.0", False),
        ("libsqlite3.so.0", False),
        ("libcrypto.so.1.1", False),
        ("libxkbcommon-x11.so.0", False),
        ("libpython3.11.so.1.0", False),
    ],
)
def test_what_each_desktop_has_is_not_shipped(name: str, of_the_system: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    assert (freezing.from_the_system(tmp_path) == [tmp_path / name]) is of_the_system


def test_the_newest_glibc_that_a_listing_names() -> None:
    listing = "w DF *UND* 0 (GLIBC_2.2.5) pow\nDF *UND* 0 GLIBC_2.28 fcntl64\nDF *UND* 0 GLIBC_2.4 x\n GLIBCXX_3.4.30 y"
    assert debian_package.glibc_needed([listing, ""]) == (2, 28)
    assert debian_package.glibc_needed([]) == (0, 0)


def test_a_package_depends_on_those_that_bring_its_libraries() -> None:
    owners = {"libc.so.6": "libc6", "libm.so.6": "libc6", "libgcc_s.so.1": "libgcc-s1", "libX11.so.6": "libx11-6"}
    assert debian_package.depends(owners, owners.__getitem__, (2, 28)) == (
        "libc6 (>= 2.28), libegl1, libfontconfig1, libgcc-s1 | libgcc1, libgl1, libx11-6"
    )


@pytest.fixture
def frozen(tmp_path: Path) -> debian_package.Frozen:
    made = debian_package.Frozen(tmp_path / "shizhu", tmp_path / "icons", tmp_path / "documents")
    picture = made.program / "_internal" / "resources" / "icons" / "program" / "shizhu.svg"
    for path in (made.program / "shizhu", picture, made.icons / "48.png", made.documents / "copyright"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, encoding="utf-8")
    return made


def pack(frozen: debian_package.Frozen, tmp_path: Path, out: str) -> Path:
    named = debian_package.Named("1.2.3", "amd64", 1_790_000_000)
    debian_package.lay_out(tmp_path / "tree", frozen, LINUX)
    return debian_package.pack(tmp_path / "tree", named, "libc6 (>= 2.28)", tmp_path / out)


def test_a_package_lays_program_desktop_file_types_and_pictures_where_a_desktop_looks(
    frozen: debian_package.Frozen, tmp_path: Path
) -> None:
    file = pack(frozen, tmp_path, "one")
    assert file.name == "shizhu-desk_1.2.3_amd64.deb"
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", file], capture_output=True, check=True).stdout
    (tmp_path / "data.tar").write_bytes(packed)
    with tarfile.open(tmp_path / "data.tar") as archive:
        members = {one.name: one for one in archive}
    files = {name for name, one in members.items() if not one.isdir()}
    assert files == {
        "./usr/bin/shizhu",
        "./usr/lib/shizhu-desk/shizhu",
        "./usr/lib/shizhu-desk/_internal/resources/icons/program/shizhu.svg",
        "./usr/share/applications/shizhu.desktop",
        "./usr/share/doc/shizhu-desk/copyright",
        "./usr/share/icons/hicolor/48x48/apps/shizhu.png",
        "./usr/share/icons/hicolor/scalable/apps/shizhu.svg",
        "./usr/share/mime/packages/shizhu-desk.xml",
    }
    assert {(one.uname, one.gname) for one in members.values()} == {("root", "root")}
    assert {one.mtime for one in members.values()} == {1_790_000_000}
    assert oct(members["./usr/lib/shizhu-desk/shizhu"].mode) == "0o755"
    assert oct(members["./usr/share/applications/shizhu.desktop"].mode) == "0o644"
    assert members["./usr/bin/shizhu"].linkname == "../lib/shizhu-desk/shizhu"


def test_the_same_folder_gives_the_same_bytes_and_another_is_named(
    frozen: debian_package.Frozen, tmp_path: Path
) -> None:
    one = pack(frozen, tmp_path, "one")
    (frozen.program / "shizhu").touch()
    other = pack(frozen, tmp_path, "other")
    assert one.read_bytes() == other.read_bytes()
    assert package.differences(one, other) == []
    (frozen.documents / "copyright").write_text("other", encoding="utf-8")
    assert package.differences(one, pack(frozen, tmp_path, "third")) == ["./usr/share/doc/shizhu-desk/copyright"]


def test_a_package_that_grew_too_large_is_refused(
    frozen: debian_package.Frozen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian_package, "LARGEST_MB", 0)
    with pytest.raises(debian_package.CannotPack):
        pack(frozen, tmp_path, "one")


def test_the_desktop_file_has_the_chinese_name_and_opens_the_programs_files() -> None:
    told = configparser.ConfigParser(interpolation=None, strict=True)
    told.optionxform = str  # type: ignore[assignment,method-assign]
    told.read(LINUX / "shizhu.desktop", encoding="utf-8")
    entry = told["Desktop Entry"]
    assert entry["Name[zh_CN]"] == "十助台账"
    assert entry["Exec"] == "shizhu %f"
    types = {one for one in entry["MimeType"].split(";") if one}
    spaces = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    listed = ElementTree.parse(LINUX / "shizhu.xml").getroot().findall("m:mime-type", spaces)
    assert {one.get("type") for one in listed} == types
    assert {glob.get("pattern") for one in listed for glob in one.findall("m:glob", spaces)} == {
        f"*{SYNC_FILE}",
        f"*{RECEIPT}",
    }


def test_sources_are_copied_with_the_version_asked_for(tmp_path: Path) -> None:
    package.copy_sources(tmp_path / "source", "9.8.7")
    assert package.version_of(tmp_path / "source") == "9.8.7"
    assert (tmp_path / "source" / "resources" / "manual.zh-CN.md").is_file()
    assert not (tmp_path / "source" / "tests").exists()


def test_without_a_root_the_package_is_built_here_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_root, "lacking", lambda: "not root")
    assert package.choose_place(False, tmp_path).root is None
    assert "not root" in capsys.readouterr().out


def test_a_commands_paths_are_those_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[list[str]] = []

    def run(line: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        lines.append(line)
        return subprocess.CompletedProcess(line, 0)

    monkeypatch.setattr(subprocess, "run", run)
    package.Place(None).run(["/work/venv/bin/python", "x"])
    package.Place(Path("/root-of-eleven")).run(["/work/venv/bin/python", "x"], SOURCE_DATE_EPOCH="5")
    assert lines[0] == [str(package.BUILD / "here/work/venv/bin/python"), "x"]
    assert lines[1][-2:] == ["/work/venv/bin/python", "x"]
    assert "SOURCE_DATE_EPOCH=5" in lines[1] and "/root-of-eleven" in lines[1]
