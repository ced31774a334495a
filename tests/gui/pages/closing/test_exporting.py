"""Closed months that changed since their file are offered, ticked, and each is written as a file of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.core.storage_errors import DiskFull
from desktop.models.visit import Visit
from desktop.reports.months.render import reports_of
from desktop.services.closing import changed_months, exports, month_close
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync import several
from desktop.sync.read import verify
from desktop.sync.write import export_month
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.pages.closing.page import SyncPage
from tests.gui.desk import Desk

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
Open = Callable[[str], Desk]


@pytest.fixture
def changed(actor: Actor, person: Callable[..., int], tmp_path: Path) -> Iterator[None]:
    """Two closed months with files, and in each a visit that was put into other words afterwards."""
    one = person("李桂兰")
    seen = [visits.save(actor, VisitDraft(one, day, visitors="马丽")) for day in ("2026-09-20", "2026-10-20")]
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        for month in (SEPTEMBER, OCTOBER):
            month_close.close(actor, month, reports_of, "没有遗漏")
            export_month(actor, month, tmp_path / "first")
    with clock.standing_at(dt.datetime(2026, 11, 3, 9)), writing(actor, Action.RECORD_VISIT) as unit:
        for visit in seen:
            unit.change(Visit.get_by_id(visit), {"remark": "补记"})
    with clock.standing_at(dt.datetime(2026, 11, 4, 9)):
        yield


def page_of(here: Desk) -> SyncPage:
    page = here.window.page("sync")
    assert isinstance(page, SyncPage)
    return page


def box_of(here: Desk) -> SmallForm:
    here.key(Qt.Key.Key_F4)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SmallForm))
    box = QApplication.activeWindow()
    assert isinstance(box, SmallForm)
    return box


def test_both_are_ticked_and_each_gets_a_file_of_its_own(
    changed: None, desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("sync")
    page = page_of(here)
    assert not page.again_button.isHidden()
    monkeypatch.setattr(page, "ask_folder", lambda: tmp_path / "stick")
    box = box_of(here)
    assert box.form.fields["months"].value() == ("2026-09", "2026-10")
    box.press()
    here.finish_job()
    found = [verify(one) for one in sorted((tmp_path / "stick").iterdir())]
    assert [(one.period, one.sequence) for one in found] == [("2026-09", 3), ("2026-10", 4)]
    assert "0003.shizhu" in page.strip.text and "0004.shizhu" in page.strip.text and "可以拔" in page.strip.text
    assert changed_months.changed() == [] and page.again_button.isHidden()
    here.window.activateWindow()
    here.key(Qt.Key.Key_F4)
    assert "没有" in page.strip.text


def test_a_month_is_unticked_by_its_digit_and_none_is_refused_beside_the_ticks(
    changed: None, desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("sync")
    page = page_of(here)
    monkeypatch.setattr(page, "ask_folder", lambda: tmp_path / "stick")
    box = box_of(here)
    here.go_to(box.form.fields["months"])
    here.type("12")
    assert box.form.fields["months"].value() == ()
    box.press()
    assert box.isVisible() and not (tmp_path / "stick").exists()
    here.type("2")
    box.press()
    here.finish_job()
    assert [verify(one).period for one in (tmp_path / "stick").iterdir()] == ["2026-10"]
    assert changed_months.changed() == [SEPTEMBER]


def test_what_was_written_before_the_stick_was_full_stays_and_the_rest_is_told(
    changed: None, desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = several.export_month

    def full(actor: Actor, month: Month, out: Path, progress: object) -> object:
        if month == OCTOBER:
            raise DiskFull(str(out))
        return written(actor, month, out, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(several, "export_month", full)
    here = desk("sync")
    page = page_of(here)
    page.export_these([SEPTEMBER, OCTOBER], tmp_path / "stick")
    here.finish_job()
    assert len(list((tmp_path / "stick").iterdir())) == 1 and len(exports.listed()) == 3
    assert "0003.shizhu" in page.strip.text and "其他月份没有写出" in page.strip.text
    assert changed_months.changed() == [OCTOBER] and not page.again_button.isHidden()


def test_nothing_may_be_taken_out_before_the_file_was_read_back_from_the_stick(
    changed: None, desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(actor: Actor, month: Month, out: Path, progress: object) -> object:
        made = export_month(actor, month, out)
        data = bytearray(made.path.read_bytes())
        data[len(data) // 2] ^= 1
        made.path.write_bytes(data)
        return made

    monkeypatch.setattr(several, "export_month", spoiled)
    here = desk("sync")
    page = page_of(here)
    page.export_these([SEPTEMBER], tmp_path / "stick")
    here.finish_job()
    assert "可以拔" not in page.strip.text and ".shizhu" in page.strip.text
