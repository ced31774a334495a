"""The beds without a label or an insurance, by keys; what is printed is on the list no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.services.beds import insurance, lacking, places
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.places import BedDraft
from desktop.services.register import printed_codes, printed_labels
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ShowLacking
from desktop.ui.pages.beds.lacking_view import LackingView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.label_dialog import LabelsDialog
from tests.gui.desk import Desk
from tests.unit.reports.reading import seen_codes


@pytest.fixture
def beds(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Three beds; the last has its label."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    found = [
        places.save(actor, BedDraft(building="1号楼", floor="3", room="304", number=str(one), opened_on="2026-01-01"))
        for one in (1, 2, 3)
    ]
    printed_labels.note(actor, [printed_codes.code_of(CodeKind.BED, found[2])])
    return found


@pytest.fixture
def here(beds: list[int], desk: Callable[[str], Desk]) -> Desk:
    """The list in the room of beds."""
    here = desk("beds")
    here.control(Qt.Key.Key_B)
    return here


def view_of(here: Desk) -> LackingView:
    page = here.window.page(RoomKey.BEDS)
    assert isinstance(page, BedsPage) and isinstance(page.view, LackingView)
    return page.view


def boxes(view: LackingView) -> list[SmallForm]:
    return [one for one in view.page.findChildren(SmallForm) if one.isVisible()]


def test_one_key_prints_the_labels_that_are_missing_and_they_are_missing_no_longer(
    here: Desk, beds: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(here)
    assert list(view.table.model.ids) == beds, "the last is not insured"
    here.key(Qt.Key.Key_F4)
    assert list(view.table.model.ids) == beds[:2]
    assert "只看没有标签的" in view.shown.text()
    here.key(Qt.Key.Key_F10)
    here.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), LabelsDialog))
    here.control(Qt.Key.Key_S)
    here.finish_job()
    preview = view.page.findChild(PreviewDialog)
    assert preview is not None
    assert list(view.table.model.ids) == beds[:2], "looking at it prints nothing"
    file = tmp_path / "b.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    preview.panel.save_copy()
    assert {one.digits for one in seen_codes(file)} == {printed_codes.code_of(CodeKind.BED, one) for one in beds[:2]}
    preview.close()
    view.refresh()
    assert list(view.table.model.ids) == []
    here.window.activateWindow()
    assert view.print_missing() is None and "每张床都有标签" in view.said.text


def test_marked_beds_are_insured_by_one_policy_and_another_day_is_asked(here: Desk, beds: list[int]) -> None:
    view = view_of(here)
    view.take_keyboard()
    here.control(Qt.Key.Key_A)
    here.key(Qt.Key.Key_F6)
    (box,) = boxes(view)
    box.form.set_values({"from_on": "2026-01-01", "to_on": "2026-10-31"})
    here.control(Qt.Key.Key_S)
    here.qtbot.waitUntil(lambda: not boxes(view))
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)
    view.refresh()
    assert list(view.table.model.ids) == beds[:2]
    view.take_keyboard()
    here.key(Qt.Key.Key_F3)
    (box,) = boxes(view)
    box.form.set_values({"day": "2026-11-01"})
    here.control(Qt.Key.Key_S)
    here.qtbot.waitUntil(lambda: not boxes(view))
    assert list(view.table.model.ids) == beds


def test_labels_that_are_on_the_beds_already_are_said_to_be(here: Desk, beds: list[int]) -> None:
    view = view_of(here)
    view.table.select_id(beds[1])
    here.key(Qt.Key.Key_F8)
    here.qtbot.waitUntil(lambda: len([one for one in lacking.lacking(view.day) if one.label]) == 1)


def test_the_home_page_counts_them_and_leads_there(
    here: Desk, actor: Actor, beds: list[int], folder: DataFolder
) -> None:
    insurance.insure(actor, beds[:1], InsuranceDraft("2025-01-01", "2025-12-31"))
    home = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    home.go_requested.connect(lambda _room, argument: asked.append(argument))
    home.refresh_now()
    told = [one for one in home.reminders.lines if one.spec.chip.text == "床位"]
    assert [one.text() for one in told] == ["2 张床没有打印过标签", "1 张床的保险已过期"]
    told[0].click()
    assert asked == [ShowLacking()]
    page = view_of(here).page
    assert isinstance(page, BedsPage)
    page.close_views()
    page.receive(asked[0])
    assert isinstance(page.view, LackingView)
