"""The versions of a month's reports: listed with what became of each, and opened by Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop.core.period import Month
from desktop.core.trade import CorrectionStep
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.reports.versions import VersionsView
from desktop.ui.tables.section_view import key_figures
from tests.forging import forge
from tests.gui.desk import Desk

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def corrected(actor: Actor, person: Callable[..., int]) -> None:
    """September, closed with one visit and put right: it was none."""
    one = person("李桂兰", flags=["living_alone"])
    visits.save(actor, VisitDraft(one, "2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")
    correction = corrections.open_for(actor, SEPTEMBER, "没有去")
    uid = query.text("SELECT uid FROM living_visit")
    corrections.stage(actor, correction, [Act(CorrectionStep.VOID, "visit", uid, reason="没有去")])
    corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2026〕1号"))


def page_of(desk: Desk) -> ReportsPage:
    page = desk.window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def visited(page: ReportsPage) -> str:
    return dict(key_figures(page._sections["visits"][0]))["实访人数"]


def test_f6_lists_every_month_by_version_and_enter_opens_what_version_one_said(
    corrected: None, desk: Callable[[str], Desk]
) -> None:
    here = desk("reports")
    page = page_of(here)
    page.receive(SEPTEMBER)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    assert visited(page) == "0"
    here.key(Qt.Key.Key_F6)
    view = page.view
    assert isinstance(view, VersionsView)
    lines = [view.table.model.row_at(at) for at in range(len(view.table.model.ids))]
    said = [(str(one.month), one.version.number if one.version else None, one.state) for one in lines if one]
    assert said == [("2026-10", None, "draft"), ("2026-09", 2, "corrected"), ("2026-09", 1, "closed")]
    here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Return)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    assert page.view is None
    assert visited(page) == "1"
    assert "已结" in page.header.subtitle.text()


def test_a_corrected_month_says_on_the_screen_what_it_said_before_as_its_paper_does(
    corrected: None, desk: Callable[[str], Desk]
) -> None:
    here = desk("reports")
    page = page_of(here)
    page.receive(SEPTEMBER)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    (part,) = [one for one in page._sections["visits"] if one.title == "更正对照"]
    assert ("月探访·实访", 1, 0) in part.rows
    page.open_report("visits", page._sections["visits"].index(part))
    assert page.heading.text().endswith("更正对照")
    page.open_version(SEPTEMBER, 1)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    assert "更正对照" not in [one.title for one in page._sections["visits"]]


def test_the_version_that_is_open_is_the_one_on_paper(corrected: None, desk: Callable[[str], Desk]) -> None:
    here = desk("reports")
    page = page_of(here)
    page.open_version(SEPTEMBER, 1)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    here.control(Qt.Key.Key_P)
    here.qtbot.waitUntil(lambda: page.findChild(PreviewDialog) is not None, timeout=30_000)
    preview = page.findChild(PreviewDialog)
    assert preview is not None
    [pdf] = (page.session.folder.root / "preview").iterdir()
    assert "-V1-" in PdfReader(pdf).pages[0].extract_text()
    preview.reject()


def test_another_month_shows_the_version_that_holds_again(corrected: None, desk: Callable[[str], Desk]) -> None:
    here = desk("reports")
    page = page_of(here)
    page.open_version(SEPTEMBER, 1)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    page.picker.set_month(Month(2026, 10))
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    page.picker.set_month(SEPTEMBER)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    assert visited(page) == "0"


def test_a_forged_frozen_report_is_neither_shown_nor_printed(corrected: None, desk: Callable[[str], Desk]) -> None:
    forge("UPDATE month_version SET head_counter = 1 WHERE month = '2026-09' AND version = 2")
    here = desk("reports")
    page = page_of(here)
    page.receive(SEPTEMBER)
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    assert page.strip.text.startswith("2026年9月月结后冻结的数字被改过")
    assert page._sections == {}
    assert not page.export_button.isEnabled()
    page.preview()
    here.finish_job()
    assert page.findChild(PreviewDialog) is None
    folder = page.session.folder.root / "preview"
    assert not folder.exists() or list(folder.iterdir()) == []
