"""Contracts that somebody has to see to, by keys: recorded, renewed, put right, void and taken back, with pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.core.paths import DataFolder
from desktop.services.beds import contracts, lain, places, stays
from desktop.services.beds.contracts import ContractDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.home_beds import progress, steps
from desktop.services.home_beds.steps import AssessDraft, SignDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import Open, ShowContracts
from desktop.ui.pages.beds.contracts_view import ContractsView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.home.page import HomePage
from tests.gui.desk import Desk

Person = Callable[..., int]


@pytest.fixture
def people(actor: Actor, person: Person) -> dict[str, int]:
    """李桂兰 without a contract, 王芳 with one that ended, 张伟 with one that holds; 赵敏 at home, until soon."""
    found = {name: person(name) for name in ("李桂兰", "王芳", "张伟", "赵敏")}
    for at, name in enumerate(("李桂兰", "王芳", "张伟"), 1):
        bed = places.save(actor, BedDraft(building="1号楼", room="101", number=str(at), opened_on="2025-01-01"))
        stays.admit(actor, StayDraft(found[name], bed, "2025-10-01"))
    contracts.add(actor, ContractDraft(found["王芳"], "RZ-1", "2025-10-01", "2026-09-30"))
    contracts.add(actor, ContractDraft(found["张伟"], "RZ-2", "2025-10-01", ""))
    home = steps.assess(actor, AssessDraft(found["赵敏"], "2026-09-01"))
    steps.sign(actor, home, SignDraft("2026-09-01", "HT-1", "", "2026-11-01", "2026-12-01"))
    return found


@pytest.fixture
def here(people: dict[str, int], desk: Callable[[str], Desk]) -> Desk:
    """The list in the room of beds."""
    here = desk("beds")
    here.control(Qt.Key.Key_R)
    return here


def view_of(here: Desk) -> ContractsView:
    page = here.window.page(RoomKey.BEDS)
    assert isinstance(page, BedsPage) and isinstance(page.view, ContractsView)
    return page.view


def back(here: Desk) -> ContractsView:
    """The window again, once a box has closed."""
    here.window.activateWindow()
    here.qtbot.waitUntil(here.window.isActiveWindow)
    view = view_of(here)
    view.take_keyboard()
    return view


def names(view: ContractsView) -> list[tuple[str, str]]:
    return [(one.name, str(one.state)) for one in view.lines]


def test_the_list_is_worked_off_by_keys(here: Desk, people: dict[str, int]) -> None:
    view = view_of(here)
    assert names(view) == [("王芳", "ended"), ("李桂兰", "none"), ("赵敏", "ends_soon")]
    assert view.header.subtitle.text() == "已到期 1 · 没有协议 1 · 快到期 1"
    assert "30 天" in view.shown.text()
    # The next contract of 王芳 begins on the day after the last one.
    here.key(Qt.Key.Key_F3)
    here.enter()
    here.type("2027-09-30")
    here.control(Qt.Key.Key_S)
    [newest, *_] = contracts.of_resident(people["王芳"])
    assert (str(newest.from_on), str(newest.to_on), newest.number) == ("2026-10-01", "2027-09-30", "")
    view = back(here)
    assert names(view) == [("李桂兰", "none"), ("赵敏", "ends_soon")]
    # Enter on somebody without one records the first, from today.
    here.enter()
    here.control(Qt.Key.Key_S)
    [first] = contracts.of_resident(people["李桂兰"])
    assert str(first.from_on) == "2026-10-21"
    view = back(here)
    assert names(view) == [("赵敏", "ends_soon")]
    here.key(Qt.Key.Key_F3)
    here.control(Qt.Key.Key_S)
    [home] = progress.rows()
    assert str(home.contract_to) == "2027-11-01"
    view = back(here)
    assert names(view) == []


def test_a_contract_is_put_right_void_and_taken_back(here: Desk, people: dict[str, int]) -> None:
    view = view_of(here)
    here.key(Qt.Key.Key_F4)
    assert [name for name, _state in names(view)][-1] == "张伟"
    view.table.select_id(len(view.lines) - 1)
    here.key(Qt.Key.Key_F2)
    here.enter(2)
    here.type("RZ-9")
    here.control(Qt.Key.Key_S)
    [row] = contracts.of_resident(people["张伟"])
    assert row.number == "RZ-9"
    view = back(here)
    assert view.table.current_row() is not None and view.table.current_row().name == "张伟"
    here.key(Qt.Key.Key_F12)
    here.type("cuo")
    here.control(Qt.Key.Key_S)
    assert contracts.of_resident(people["张伟"]) == []
    view = back(here)
    assert ("张伟", "none") in names(view)
    here.control(Qt.Key.Key_Z)
    here.qtbot.waitUntil(lambda: contracts.of_resident(people["张伟"]) != [])
    assert ("张伟", "holds") in names(view)
    # Of somebody who left, every contract is on the list that F4 shows last.
    here.key(Qt.Key.Key_F4)
    assert [one.name for one in view.lines] == ["王芳", "赵敏", "张伟"], "without a picture of the paper"
    stays.discharge(view.session.actor, lain.last_of(people["王芳"]), "2026-10-21", "回家")
    here.key(Qt.Key.Key_F4)
    assert [(one.name, one.place) for one in view.lines] == [("张伟", "1号楼 101-3"), ("王芳", "")]


def test_pictures_are_shown_and_replaced_and_what_cannot_be_is_said(
    here: Desk, people: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(here)
    papers = [tmp_path / f"{name}.png" for name in ("一", "二")]
    for at, paper in enumerate(papers):
        paper.write_bytes(b"\x89PNG\r\n\x1a\n" + str(at).encode() * 50)
    chosen = iter(papers)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(chosen)), ""))
    here.key(Qt.Key.Key_F6)
    [row] = contracts.of_resident(people["王芳"])
    kept = row.photo
    assert kept
    here.key(Qt.Key.Key_F6)
    shown = [one for one in view.page.findChildren(QDialog) if one.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    view = back(here)
    here.key(Qt.Key.Key_F7)
    [row] = contracts.of_resident(people["王芳"])
    assert row.photo not in ("", kept)
    folder = DataFolder(view.session.folder.root).certificates
    assert (folder / kept).is_file() and (folder / row.photo).is_file(), "the one before is kept"
    view.table.select_id(1)
    here.key(Qt.Key.Key_F6)
    assert "F3" in view.said.text
    view.table.select_id(2)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(papers[0]), ""))
    here.key(Qt.Key.Key_F6)
    assert [one.photo for one in progress.rows()] == [kept]
    here.key(Qt.Key.Key_F12)
    assert "Ctrl+H" in view.said.text


def test_it_is_printed_and_leads_to_the_person(here: Desk, people: dict[str, int]) -> None:
    view = view_of(here)
    asked: list[object] = []
    view.page.go_requested.disconnect()
    view.page.go_requested.connect(lambda _room, argument: asked.append(argument))
    here.control(Qt.Key.Key_P)
    here.finish_job()
    preview = view.page.findChild(PreviewDialog)
    assert preview is not None
    preview.close()
    back(here)
    here.control(Qt.Key.Key_G)
    assert asked == [Open(people["王芳"])]


def test_the_home_page_counts_them_and_leads_there(here: Desk, actor: Actor, folder: DataFolder) -> None:
    home = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    home.go_requested.connect(lambda _room, argument: asked.append(argument))
    home.refresh_now()
    [told] = [one for one in home.reminders.lines if one.spec.chip.text == "协议"]
    assert told.text() == "协议待办：已到期 1、没有协议 1、快到期 1"
    told.click()
    assert asked == [ShowContracts()]
    page = view_of(here).page
    assert isinstance(page, BedsPage)
    page.close_views()
    page.receive(asked[0])
    assert isinstance(page.view, ContractsView)
