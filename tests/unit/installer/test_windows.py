"""The Windows package: what a lock means there, what python3.dll hands on, what the installer lays and leaves."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from installer.windows_package import SCRIPT, numbers_of, windows_lock
from installer.windows_python import NoWindows, WindowsPlace, definition_of, licence_of, windows_python

LOCK = """\
# made by a tool
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:aa
    # via pytest
macholib==1.16 ; sys_platform == 'darwin' \\
    --hash=sha256:bb
pyside6-essentials==6.8.0.2 ; platform_machine == 'aarch64' and sys_platform == 'linux' \\
    --hash=sha256:cc
pyside6-essentials==6.9.3 ; (platform_machine != 'aarch64' or sys_platform != 'linux') \\
    --hash=sha256:dd \\
    --hash=sha256:ee
uuid6==2025.0.1 \\
    --hash=sha256:ff
"""


def test_a_lock_is_read_for_windows_whatever_machine_builds() -> None:
    kept = windows_lock(LOCK)
    assert re.findall(r"^(\S+==\S+)", kept, re.M) == ["colorama==0.4.6", "pyside6-essentials==6.9.3", "uuid6==2025.0.1"]
    assert re.findall(r"sha256:(\w+)", kept) == ["aa", "dd", "ee", "ff"]
    assert ";" not in kept


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "0.1.0.0"), ("2.13", "2.13.0.0"), ("1.2.3rc4", "1.2.3.0"), ("7", "7.0.0.0")]
)
def test_a_version_is_four_numbers_in_windows(version: str, numbers: str) -> None:
    assert numbers_of(version) == numbers


def test_the_stable_names_are_handed_on_as_code_or_as_data() -> None:
    listing = "0000 T PyLong_AsLong\n0000 I __imp_PyLong_AsLong\n0000 I __imp_PyExc_KeyError\n"
    assert definition_of(listing, "python311").splitlines() == [
        'LIBRARY "python3.dll"',
        "EXPORTS",
        "  PyExc_KeyError=python311.PyExc_KeyError DATA",
        "  PyLong_AsLong=python311.PyLong_AsLong",
    ]


def test_a_given_folder_has_to_hold_a_python(tmp_path: Path) -> None:
    with pytest.raises(NoWindows, match=r"no python\.exe"):
        windows_python(tmp_path, tmp_path / "made")
    (tmp_path / "python.exe").touch()
    (tmp_path / "python311.dll").touch()
    with pytest.raises(NoWindows, match=r"neither python3\.dll nor"):
        windows_python(tmp_path, tmp_path / "made")
    (tmp_path / "python3.dll").touch()
    assert windows_python(tmp_path, tmp_path / "made") == tmp_path


def test_the_licence_beside_a_python_comes_first(tmp_path: Path) -> None:
    (tmp_path / "LICENSE.txt").write_text("PSF", encoding="utf-8")
    assert licence_of(tmp_path) == tmp_path / "LICENSE.txt"


def test_a_path_is_told_as_a_windows_program_reads_it(tmp_path: Path) -> None:
    place = WindowsPlace(tmp_path)
    assert place.path(Path("/srv/十助/out")) == "Z:\\srv\\十助\\out"
    assert place.drive_c() == tmp_path / "drive_c"


def test_a_program_under_wine_is_told_where_it_stands_and_how_names_are_spelt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}

    def run(words: list[str], **told: object) -> subprocess.CompletedProcess[str]:
        asked.update(words=words, **told)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr("installer.windows_python.subprocess.run", run)
    WindowsPlace(tmp_path).run(["shizhu.exe", "doctor"], MARK="1")
    environment = asked["env"]
    assert asked["words"] == ["wine", "shizhu.exe", "doctor"]
    assert isinstance(environment, dict)
    assert (environment["WINEPREFIX"], environment["LC_ALL"], environment["MARK"]) == (str(tmp_path), "C.UTF-8", "1")
    # A handle of a file, or none, is one that a Windows Python cannot open under Wine.
    assert asked["stdin"] == subprocess.DEVNULL and asked["stdout"] == subprocess.PIPE


# --- the script of the installer: what it may never do --------------------------------------------------------------


@pytest.fixture
def script() -> str:
    return re.sub(r"^\s*;.*$", "", SCRIPT.read_text(encoding="utf-8"), flags=re.M)


def test_only_the_own_folders_are_taken_away_whole(script: str) -> None:
    """The folder that a user chose may hold other things, and no data folder is known to the script."""
    assert re.findall(r"RMDir /r (.+)", script) == [r'"$INSTDIR\_internal"', r'"$INSTDIR\documents"']
    assert "APPDATA" not in script.replace("$LOCALAPPDATA\\Programs\\${ID}", "")


def test_it_is_for_one_account_and_starts_nothing_by_itself(script: str) -> None:
    assert "RequestExecutionLevel user" in script
    assert set(re.findall(r"\b(HK\w+)", script)) == {"HKCU"}
    assert "CurrentVersion\\Run" not in script and "SMSTARTUP" not in script


def test_it_speaks_chinese_and_knows_both_kinds_of_files(script: str) -> None:
    assert 'MUI_LANGUAGE "SimpChinese"' in script
    assert re.findall(r'insertmacro Kind "(\S+)"', script) == [".shizhu", ".shizhu-receipt"]
    assert re.findall(r'insertmacro NoKind "(\S+)"', script) == [".shizhu", ".shizhu-receipt"]


def test_an_open_program_is_asked_to_close_before_anything_is_written(script: str) -> None:
    for section in re.split(r"\nSection\b", script)[1:]:
        first = [line.strip() for line in section.splitlines()[1:] if line.strip()][:2]
        assert first == ["!insertmacro AskToClose", "!insertmacro TakeAway"]
