"""回执 and 系统: receipts on a stick, keys compared and read in, a centre without a key, the store made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.office_keys import CentreKey
from desktop.core.signing import new_identity, new_signing
from desktop.district import folder
from desktop.district.opening import opened
from desktop.sync import keys
from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.district.office_page import RegisterBox
from desktop.ui.district.window import DistrictWindow
from tests.gui.desk import Desk
from tests.gui.district.made_office import Made, settle
from tests.gui.district.test_centres import cells, drop, press
from tests.gui.district.test_figures import go

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the choice of a folder begins; the stick is chosen each time."""
    begun: list[str] = []

    def choose(_parent: object, _title: str, where: str) -> str:
        begun.append(where)
        return str(tmp_path / "back")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    return begun


def test_receipts_go_to_the_stick_which_is_remembered(
    window: DistrictWindow, qtbot: QtBot, tmp_path: Path, chosen: list[str]
) -> None:
    page = go(window, "receipts", qtbot)
    assert [line[0] for line in cells(page.table)] == ["530114", "530114", "530115", "530116", "530117"]
    press(window, qtbot, Qt.Key.Key_E, CTRL | SHIFT)
    assert page.strip.text == f"2 份回执已写到 {tmp_path / 'back'}：请交还各中心。"
    press(window, qtbot, Qt.Key.Key_E, CTRL)
    written = sorted(one.name for one in (tmp_path / "back").iterdir())
    assert len(written) == 5 and all(one.endswith(".shizhu-receipt") for one in written)
    assert chosen == ["", str(tmp_path / "back")]
    assert "receipts_folder" in (window.office.place.root / "preferences.json").read_text("utf-8")


def test_an_accepted_file_that_is_not_whole_is_named_and_the_others_get_their_receipts(
    window: DistrictWindow, office: Made, qtbot: QtBot, tmp_path: Path, chosen: list[str]
) -> None:
    with opened(office.place) as desk:
        lost = desk.catalogue.accepted("530116", "2026-10")
    (office.place.root / lost.file).write_bytes(b"junk")
    page = go(window, "receipts", qtbot)
    press(window, qtbot, Qt.Key.Key_E, CTRL)
    assert page.strip.text.startswith("4 份回执") and Path(lost.file).name in page.strip.text


def centre_key(number: str = "530118") -> CentreKey:
    return CentreKey("0190a1b2-0000-7000-8000-00000000000a", number, "戊中心", new_signing()[1], new_identity()[1])


def test_a_key_that_is_dropped_is_compared_before_it_counts(
    window: DistrictWindow, office: Made, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, file = centre_key(), tmp_path / "SZ-530118.key"
    file.write_bytes(keys.as_bytes(key))
    answers = [0, 1]
    monkeypatch.setattr(QuestionDialog, "exec", lambda _self: answers.pop(0))
    drop(window, file)
    settle(window, qtbot)
    page = window.page("office")
    with opened(office.place) as desk:
        assert not desk.catalogue.centre("530118").enrolled, "not before somebody says that the number is the same"
    drop(window, file)
    settle(window, qtbot)
    line = next(one for one in cells(page.table) if one[0] == "530118")
    assert line[2:4] == ["密封", keys.fingerprint(key)]
    assert window.toast.text == "戊中心（530118）已登记：从现在起只收它签名的文件。"


def test_what_is_no_key_is_refused_in_words(window: DistrictWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "别的.key"
    file.write_text("junk")
    drop(window, file)
    settle(window, qtbot)
    assert "别的.key" in window.page("office").strip.text


def test_the_districts_own_key_is_written_and_told(
    window: DistrictWindow, office: Made, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "district.key"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    page = go(window, "office", qtbot)
    press(window, qtbot, Qt.Key.Key_E, CTRL)
    key = folder.key_of(office.place)
    assert keys.read_district(out) == key
    assert keys.fingerprint(key) in page.strip.text
    shown = [one.text() for one in page.facts.findChildren(type(page.header.title))]
    assert keys.fingerprint(key) in shown and str(office.place.root) in shown


def test_a_centre_without_a_key_is_registered_by_keys(window: DistrictWindow, office: Made, qtbot: QtBot) -> None:
    page = go(window, "office", qtbot)
    press(window, qtbot, Qt.Key.Key_R, CTRL)
    box = page.findChild(RegisterBox)
    assert box is not None and box.isVisible()
    desk = Desk(window, qtbot)
    desk.type("12")
    desk.enter()
    desk.type("Hexi")
    desk.control(Qt.Key.Key_S)
    assert box.isVisible() and "六位" in box.strip.text
    box.form.set_values({"number": "530119", "name": "己中心"})
    desk.control(Qt.Key.Key_S)
    settle(window, qtbot)
    window.activateWindow()
    assert [line[:3] for line in cells(page.table)][-1] == ["530119", "己中心", "明文"]


def test_the_store_is_made_anew(window: DistrictWindow, office: Made, qtbot: QtBot) -> None:
    shutil.rmtree(office.place.store)
    page = go(window, "office", qtbot)
    press(window, qtbot, Qt.Key.Key_D, CTRL)
    assert page.strip.text == "已重做。"
    assert window.office.found(window.office.month).figures["visits.required"] == 30


def test_the_text_grows_from_here(window: DistrictWindow, app: QApplication, qtbot: QtBot) -> None:
    from desktop.ui.look import theme
    from desktop.ui.look.theme import TextSize

    page = go(window, "office", qtbot)
    page.display.form.set_values({"size": str(int(TextSize.LARGEST))})
    page.display.form.changed.emit()
    assert theme.text_size() is TextSize.LARGEST
    assert "sounds" not in page.display.form.fields
