"""Which window a start opens: a centre's, a district's by its option, or the district's that was open here last."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desktop.app
from desktop import __main__ as program
from desktop.core.paths import remember_district, remembered_district
from desktop.district.folder import DistrictFolder
from desktop.ui.district import start
from desktop.ui.frame.crash import CrashDialog
from tests.gui.district.made_office import Made, make_office
from tests.made_files import MadeFile


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """A computer on which nothing is remembered and no centre is kept; which window is opened is noted."""
    opened: list[tuple[object, ...]] = []
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SHIZHU_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(desktop.app, "run", lambda *given: opened.append(("centre", *given)) or 0)
    monkeypatch.setattr(start, "run", lambda *given: opened.append(("district", *given)) or 0)
    return opened


def started(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["shizhu", *map(str, words)])
    return program.main()


def test_the_option_opens_the_district_and_goes_with_no_command(
    here: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert started(monkeypatch, "--district", tmp_path, "--lang", "en") == 0
    assert here == [("district", tmp_path, "en", None)]
    with pytest.raises(SystemExit) as ended:
        started(monkeypatch, "--district", tmp_path, "doctor")
    assert ended.value.code == 2 and "--district" in capsys.readouterr().err


def test_a_double_click_is_the_centres_where_one_is_and_else_the_districts(
    here: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "SZ-530114-2026-10-0001.shizhu"
    started(monkeypatch, file)
    assert here.pop() == ("centre", None, None, file), "nothing is known yet"
    place = tmp_path / "district"
    place.mkdir()
    remember_district(place)
    started(monkeypatch, file)
    started(monkeypatch)
    assert here == [("district", place, None, file), ("district", place, None, None)]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "shizhu.db").touch()
    started(monkeypatch, file)
    assert here[-1] == ("centre", None, None, file)
    place.rmdir()
    assert remembered_district() is None


def test_a_folder_that_is_no_districts_is_told_and_nothing_is_written(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(start, "QApplication", lambda _words: app)
    monkeypatch.setattr(CrashDialog, "exec", lambda _self: told.append("shown"))
    assert start.run(tmp_path / "nowhere", "zh_CN") == 1
    assert told == ["shown"] and "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_the_window_of_a_start_takes_the_file_and_is_remembered(
    app: QApplication, then: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    office: Made = make_office(tmp_path)
    file = MadeFile(centre="530118", state="open").write(office.stick / "new")
    worked: list[DistrictFolder] = []

    def work(_app: QApplication, _single: object, window: start.DistrictWindow) -> None:
        worked.append(window.office.place)
        window.look()
        while window.jobs.busy:
            app.processEvents()
        window.jobs.stop()
        window.deleteLater()

    monkeypatch.setattr(start, "QApplication", lambda _words: app)
    monkeypatch.setattr(start, "work", work)
    assert start.run(office.place.root, "zh_CN", file) == 0
    assert worked == [office.place] and remembered_district() == office.place.root
    assert list((office.place.files / "530118").iterdir())
