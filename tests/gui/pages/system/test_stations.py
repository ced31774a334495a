"""系统 → 工位: what two stations wrote of one thing is decided by Enter, and files come in and go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.exchange import stations
from desktop.exchange.out import out
from desktop.services.centre import accounts, centres
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.stations import StationsSection
from tests.gui.desk import Desk
from tests.unit.exchange.acts import change, someone

Open = Callable[[str], Desk]


@pytest.fixture
def other(actor: Actor, person: Callable[..., int], folder: DataFolder, tmp_path: Path) -> Path:
    """The file of a second station, where somebody's telephone is another one than here."""
    person("王芳")
    _number, given = stations.give(actor, tmp_path / "stick")
    centres.close_centre()
    stations.join(given, DataFolder(tmp_path / "second"))
    change(accounts.system_actor(), someone(), phone="13800000002")
    path = out(accounts.system_actor(), tmp_path / "stick").path
    centres.close_centre()
    centres.open_centre(folder)
    change(actor, someone(), phone="13800000001")
    assert clock.now() >= dt.datetime(2026, 1, 1)
    return path


def section_of(here: Desk) -> StationsSection:
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("stations")
    QApplication.processEvents()
    section = page.sections["stations"]
    assert isinstance(section, StationsSection)
    return section


def test_a_telephone_that_both_changed_is_decided_by_keys(other: Path, desk: Open) -> None:
    here = desk("system")
    section = section_of(here)
    assert not section.decide_button.isEnabled()
    section.take_in(other)
    here.finish_job()
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    assert "1 处待决定" in page.strip.text
    assert section.table.model.rowCount() == 1
    section.table.view.setFocus()
    section.table.view.selectRow(0)
    here.enter()
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SmallForm))
    box = QApplication.activeWindow()
    assert isinstance(box, SmallForm)
    assert box.form.fields["chosen"].value() == section.table.current_row().holds  # type: ignore[union-attr]
    here.type("1")
    assert box.form.fields["chosen"].value() == "ours"
    here.enter()
    here.qtbot.waitUntil(lambda: section.table.model.rowCount() == 0)
    assert someone().phone == "13800000001"


def test_files_go_out_and_a_station_is_added(other: Path, desk: Open, tmp_path: Path) -> None:
    here = desk("system")
    section = section_of(here)
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    section.write(tmp_path / "out")
    here.finish_job()
    (written,) = (tmp_path / "out").iterdir()
    assert written.name in page.strip.text and "已写好并加密" in page.strip.text
    section.give(tmp_path / "given")
    here.finish_job()
    assert "3 号工位" in page.strip.text and "没有加密" in page.strip.text


def test_a_file_of_nobody_is_refused_in_a_sentence(other: Path, desk: Open, tmp_path: Path) -> None:
    here = desk("system")
    section = section_of(here)
    (tmp_path / "x.shizhu-exchange").write_bytes(b"nothing")
    section.take_in(tmp_path / "x.shizhu-exchange")
    here.finish_job()
    page = here.window.page("system")
    assert isinstance(page, SystemPage)
    assert "不是本中心工位的互换文件" in page.strip.text
