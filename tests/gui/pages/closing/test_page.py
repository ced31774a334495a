"""Closing a month, writing its file, proving a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.core import clock
from desktop.core.i18n import said
from desktop.core.period import Month
from desktop.reports.months.month_set import freeze_earlier
from desktop.services.closing import exports
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.frame.sync_words import EXPORTED
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.closing.months import progress_chip
from desktop.ui.pages.closing.page import SyncPage
from tests.gui.desk import Desk

OCTOBER = Month(2026, 10)


@pytest.fixture
def november(actor: Actor, person: Callable[..., int]) -> Iterator[None]:
    """2 November: October is over, and one of two people was visited in it."""
    visits.save(actor, VisitDraft(person("李桂兰", flags=["living_alone"]), "2026-10-20"))
    person("王芳", flags=["living_alone"])
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        yield


def page_of(desk: Desk) -> SyncPage:
    page = desk.window.page("sync")
    assert isinstance(page, SyncPage)
    return page


def test_a_month_with_somebody_unvisited_closes_only_with_an_explanation(
    november: None, desk: Callable[[str], Desk]
) -> None:
    page = page_of(desk("sync"))
    assert page.months.current_row() is not None
    dialog = page.close_month()
    assert dialog is not None
    dialog.close_month()
    assert dialog.strip.text
    assert months.state(OCTOBER) == "open"
    dialog.form.fields["explanation"].set_value("外出，已电话联系家属")
    dialog.close_month()
    assert months.state(OCTOBER) == "closed"


def test_the_running_month_cannot_be_closed(november: None, desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("sync"))
    assert page.close_button.isEnabled()
    page.months.select_id(2026 * 12 + 11)
    assert not page.close_button.isEnabled()
    words = [one.text() for one in page.detail.findChildren(QLabel) if one.isVisible()]
    assert any("过完" in text for text in words)


def test_a_month_is_exported_verified_and_marked(november: None, desk: Callable[[str], Desk], tmp_path: Path) -> None:
    here = desk("sync")
    page = page_of(here)
    page.export_selected(tmp_path)
    here.finish_job()
    [written] = tmp_path.glob("*.shizhu")
    assert written.name in page.strip.text
    line = page.months.current_row()
    assert line is not None
    assert str(progress_chip(line)) == said(EXPORTED)
    page.verify_file(written)
    here.finish_job()
    assert "示例中心" in page.strip.text
    assert len(exports.listed()) == len(page.files.model.ids) == 1


def test_a_changed_byte_is_refused_with_a_sentence(november: None, desk: Callable[[str], Desk], tmp_path: Path) -> None:
    here = desk("sync")
    page = page_of(here)
    page.export_everything(tmp_path)
    here.finish_job()
    [written] = tmp_path.glob("*.shizhu")
    data = bytearray(written.read_bytes())
    data[len(data) // 2] ^= 1
    written.write_bytes(data)
    page.verify_file(written)
    here.finish_job()
    assert written.name in page.strip.text
    assert "示例中心" not in page.strip.text


def test_a_month_frozen_later_says_so_and_how_much_differs(
    november: None, actor: Actor, desk: Callable[[str], Desk]
) -> None:
    months.close(actor, OCTOBER, '{"visits": {"visited": 7, "required": 2}}')
    freeze_earlier()
    page = page_of(desk("sync"))
    page.months.select_id(2026 * 12 + 10)
    words = " ".join(one.text() for one in page.detail.findChildren(QLabel) if one.isVisible())
    assert "补冻" in words
    assert "1 项" in words


def test_enter_closes_a_month_only_where_that_is_to_be_done(november: None, desk: Callable[[str], Desk]) -> None:
    page = page_of(desk("sync"))
    asked: list[tuple[str, object]] = []
    page.go_requested.disconnect()
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.months.select_id(2026 * 12 + 11)  # not over yet
    page.open_month()
    assert page.findChildren(CloseMonthDialog) == []
    assert page.close_month() is None
    assert asked == [("reports", Month(2026, 11))]
    page.months.select_id(2026 * 12 + 10)
    page.open_month()
    [dialog] = page.findChildren(CloseMonthDialog)
    dialog.form.fields["explanation"].set_value("外出，已电话联系家属")
    dialog.close_month()
    page.months.select_id(2026 * 12 + 10)
    page.open_month()
    assert asked[1:] == [("reports", OCTOBER)], "a closed month is looked at"


def test_a_file_from_before_a_record_typed_late_has_to_be_written_again(
    november: None, actor: Actor, desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    """rules.md B13."""
    here = desk("sync")
    page = page_of(here)
    page.export_selected(tmp_path)
    here.finish_job()
    page.refresh_now()
    before = page.months.current_row()
    assert before is not None and str(progress_chip(before)) == said(EXPORTED)
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 30)):
        visits.save(actor, VisitDraft(1, "2026-10-22"))
        page.refresh_now()
        line = page.months.current_row()
        assert line is not None
        assert str(progress_chip(line)) == "须重新导出"


def test_a_file_from_before_the_close_has_to_be_written_again(
    november: None, actor: Actor, desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    here = desk("sync")
    page = page_of(here)
    page.export_selected(tmp_path)
    here.finish_job()
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 30)):
        months.close(actor, OCTOBER, "{}", "外出")
        page.refresh_now()
        line = page.months.current_row()
        assert line is not None
        assert str(progress_chip(line)) == "须重新导出"
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 40)):
        page.export_selected(tmp_path)
        here.finish_job()
        page.refresh_now()
        line = page.months.current_row()
        assert line is not None
        assert str(progress_chip(line)) == "已导出"
