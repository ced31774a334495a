"""Where the program begins."""

from pathlib import Path

import platformdirs
import pytest

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
