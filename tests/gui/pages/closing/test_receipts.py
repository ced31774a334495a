"""A receipt of the district: by key, by drop, by double click; what is to be mended leads to its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core import handed, signing
from desktop.core.i18n import said
from desktop.core.period import Month
from desktop.models import query
from desktop.services.centre import enrolment
from desktop.services.closing import exports, receipts
from desktop.services.writing.actor import Actor
from desktop.sync import receipt as format_
from desktop.sync.keys import DistrictKey
from desktop.sync.receipt import Elsewhere, Receipt, RefusedRow, person_hash
from desktop.sync.write import export_month
from desktop.ui.frame.sync_words import EXPORTED, RECEIVED
from desktop.ui.pages.asks import OpenFile
from desktop.ui.pages.closing.months import progress_chip
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.closing.receipt_view import ReceiptView
from desktop.ui.pages.opening import FileOpening
from tests.gui.desk import Desk

OCTOBER = Month(2026, 10)


class District:
    """The office at the other end: its key is known here once ``enrol`` was called."""

    def __init__(self, actor: Actor, place: Path) -> None:
        self._actor, self._place = actor, place
        self._secret, public = signing.new_signing()
        self.key = DistrictKey("呈贡区民政局", "530114", "full", signing.new_identity()[1], public)

    def enrol(self) -> None:
        enrolment.enrol(self._actor, self.key)

    def answer(self, sha256: str, **told: object) -> Path:
        bare = Receipt(
            *("呈贡区民政局", "530114", "530114", "2026-10", 1, sha256, "2026-10-21 15:00:00"), (), {"residents": 1}
        )
        path = self._place / bare.file_name
        path.write_bytes(format_.signed(replace(bare, **told), self._secret))  # type: ignore[arg-type]
        return path


@pytest.fixture
def district(actor: Actor, tmp_path: Path) -> District:
    return District(actor, tmp_path)


@pytest.fixture
def exported(actor: Actor, person: Callable[..., int], district: District, tmp_path: Path) -> str:
    """October's file of an enrolled centre; its hash."""
    person("李桂兰", flags=["living_alone"])
    district.enrol()
    return export_month(actor, OCTOBER, tmp_path / "stick").sha256


def page_of(desk: Desk) -> SyncPage:
    page = desk.window.page("sync")
    assert isinstance(page, SyncPage)
    return page


def shown(page: SyncPage) -> ReceiptView:
    assert isinstance(page.view, ReceiptView)
    return page.view


def chip(page: SyncPage) -> str:
    line = page.months.current_row()
    assert line is not None
    return progress_chip(line).chips[0].text


def test_ctrl_r_reads_one_in_and_the_month_is_received(
    exported: str, district: District, desk: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("sync")
    page = page_of(here)
    assert chip(page) == said(EXPORTED)
    path = district.answer(exported)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    here.control(Qt.Key.Key_R)
    here.qtbot.waitUntil(lambda: page.view is not None)
    view = shown(page)
    assert "呈贡区民政局" in view.said.text() and list(view.table.model.ids) == []
    here.key(Qt.Key.Key_Escape)
    assert page.view is None
    page.refresh_now()
    assert chip(page) == said(RECEIVED)
    assert exports.listed()[0].received_at == "2026-10-21 15:00:00"


def test_what_cannot_be_right_leads_on(exported: str, district: District, desk: Callable[[str], Desk]) -> None:
    here = desk("sync")
    page = page_of(here)
    (uid, number) = query.fetch("SELECT uid, id FROM resident")[0]
    gone = "0190a1b2-0000-7000-8000-00000000000a"
    refused = (RefusedRow("meals", gone, "nobody"), RefusedRow("residents", uid, "wrong_number"))
    elsewhere = (Elsewhere(person_hash(exported, uid), ("530115",)),)
    page.read_receipt(district.answer(exported, refused=refused, elsewhere=elsewhere))
    view = shown(page)
    assert [one.place.row_id for one in view.read.mends] == [None, number]
    assert "530115" in view.said.text()
    assert view.read.elsewhere == ((number, ("530115",)),)
    asked: list[tuple[str, object]] = []
    page.go_requested.disconnect()
    page.go_requested.connect(lambda room, what: asked.append((room, what)))
    view.take_keyboard()
    here.key(Qt.Key.Key_Return)
    assert page.strip.text and asked == [], "the meal is not here"
    view.table.select_id(1)
    here.key(Qt.Key.Key_Return)
    ((room, errand),) = asked
    assert (room, errand.argument.record_id) == ("residents", number)  # type: ignore[attr-defined]


def test_one_that_does_not_count_is_said_and_nothing_is_kept(
    actor: Actor, person: Callable[..., int], district: District, desk: Callable[[str], Desk]
) -> None:
    page = page_of(desk("sync"))
    path = district.answer("a" * 64)
    page.read_receipt(path)
    assert "还没有登记" in page.strip.text and page.view is None
    district.enrol()
    page.strip.clear()
    path.write_bytes(path.read_bytes().replace(b'"residents":1', b'"residents":2'))
    page.read_receipt(path)
    assert "不是本中心所登记的区签名" in page.strip.text
    assert receipts.listed() == []


def test_one_of_a_file_that_is_not_known_here_is_shown(
    exported: str, district: District, desk: Callable[[str], Desk]
) -> None:
    page = page_of(desk("sync"))
    page.read_receipt(district.answer("a" * 64))
    assert "不认得" in shown(page).said.text()
    page.close_views()
    page.refresh_now()
    assert chip(page) == said(EXPORTED)
    assert [one.file_name for one in receipts.listed()] == [""]


def test_enter_on_a_file_shows_its_receipt(exported: str, district: District, desk: Callable[[str], Desk]) -> None:
    here = desk("sync")
    page = page_of(here)
    number = exports.listed()[0].id
    page.tabs.setCurrentIndex(1)
    page.files.select_id(number)
    page.files.take_keyboard()
    here.key(Qt.Key.Key_Return)
    assert "Ctrl+R" in page.strip.text and page.view is None
    receipts.keep(
        page.session.actor,
        receipts.ReceiptDraft(
            exported, "2026-10", 1, "2026-10-21 15:00:00", "区", district.answer(exported).read_text(encoding="utf-8")
        ),
    )
    page.files.take_keyboard()
    here.key(Qt.Key.Key_Return)
    assert shown(page).read.receipt.sha256 == exported


def drop(window: object, path: Path) -> bool:
    """Drop a file onto the window; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)  # type: ignore[arg-type]
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))  # type: ignore[arg-type]
    return entering.isAccepted()


def test_a_dropped_receipt_is_read_in_and_of_other_files_it_is_said_what_may_come(
    exported: str, district: District, desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    here = desk("sync")
    FileOpening(here.window)
    (tmp_path / "photo.png").write_bytes(b"x")
    assert drop(here.window, tmp_path / "photo.png")
    assert here.window.current_room == "sync"
    assert here.window.strip.text.startswith("这个读不了")
    assert page_of(here).view is None
    assert drop(here.window, district.answer(exported))
    assert shown(page_of(here)).read.file_name.startswith("SZ-530114-2026-10")


def test_a_file_that_the_program_was_started_with_is_opened_once(
    exported: str, district: District, desk: Callable[[str], Desk]
) -> None:
    here = desk("sync")
    opening, root = FileOpening(here.window), here.window.session.folder.root
    opening.look()
    assert page_of(here).view is None
    handed.leave(root, district.answer(exported))
    opening.look()
    assert shown(page_of(here)).read.new
    assert handed.take(root) is None
    (root / "opening.json").write_text("{")
    assert handed.take(root) is None and not (root / "opening.json").exists()
    handed.leave(root / "nowhere", Path("x"))
    assert not (root / "nowhere").exists()


def test_a_sync_file_is_proven(
    exported: str, desk: Callable[[str], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk("sync"))
    proven: list[Path] = []
    monkeypatch.setattr(page, "verify_file", proven.append)
    page.receive(OpenFile(tmp_path / "SZ.shizhu"))
    assert proven == [tmp_path / "SZ.shizhu"]
