"""Where the program begins."""

import sys
from pathlib import Path

import platformdirs
import pytest

from desktop.core import paths
from desktop.core.paths import DataFolder, default_data_folder, remember_data_folder


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHIZHU_DATA", raising=False)
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_: str(tmp_path / "config"))
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_: str(tmp_path / "usual"))


def test_the_folder_that_was_opened_last_is_the_next_beginning(tmp_path: Path) -> None:
    assert default_data_folder().root == tmp_path / "usual"
    other = tmp_path / "other"
    other.mkdir()
    remember_data_folder(DataFolder(other))
    assert default_data_folder().root == other


def test_a_folder_that_is_gone_does_not_keep_the_program_from_its_usual_place(tmp_path: Path) -> None:
    remember_data_folder(DataFolder(tmp_path / "stick"))
    assert default_data_folder().root == tmp_path / "usual"


def test_what_the_environment_says_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_data_folder(DataFolder(tmp_path))
    monkeypatch.setenv("SHIZHU_DATA", str(tmp_path / "named"))
    assert default_data_folder().root == tmp_path / "named"


def test_a_folder_beside_the_program_makes_it_portable_and_nothing_is_left_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "stick" / "shizhu"
    program.parent.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    other = tmp_path / "other"
    other.mkdir()
    assert paths.portable_folder() is None
    remember_data_folder(DataFolder(other))
    beside = program.parent / "shizhu-data"
    beside.mkdir()
    # It goes before what was opened before; and what is opened now is not remembered at home.
    assert default_data_folder().root == beside
    remember_data_folder(DataFolder(tmp_path / "usual"))
    assert paths._remembered(paths._CENTRE) == str(other)
    monkeypatch.setenv("SHIZHU_DATA", str(tmp_path / "named"))
    assert default_data_folder().root == tmp_path / "named"


def test_a_file_of_that_name_makes_nothing_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "shizhu"))
    (tmp_path / "shizhu-data").write_text("")
    assert default_data_folder().root == tmp_path / "usual"
