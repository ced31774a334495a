"""各中心: states as the folder says, files taken in by keys and drops, one bad one never in the way of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core import handed
from desktop.core.answers import IntakeState
from desktop.core.district_errors import EngineMissing
from desktop.core.period import Month
from desktop.district import figures, intake
from desktop.district.answers import Centre
from desktop.district.opening import opened
from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.district.centre_figures_view import CentreFiguresView
from desktop.ui.district.centre_view import CentreView
from desktop.ui.district.intake_view import IntakeView
from desktop.ui.district.state_words import state_chips
from desktop.ui.district.window import DistrictWindow
from desktop.ui.look.theme import Tone
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import ChipSpec
from tests.gui.district.made_office import CENTRES, Made, settle
from tests.made_files import MadeFile

CTRL = Qt.KeyboardModifier.ControlModifier


def cells(table: RecordTable) -> list[list[str]]:
    return [
        [str(table.model.cell(line, at)) for at in range(len(table.model.columns))]
        for line in range(len(table.model.ids))
    ]


def press(
    window: DistrictWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    qtbot.wait(120)
    settle(window, qtbot)


def drop(window: DistrictWindow, *paths: Path) -> None:
    """Drag files and folders over the window, which says that it takes them, and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    way, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), way, data, button, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), way, data, button, none))


def accepted(office: Made) -> list[tuple[str, str, int]]:
    with opened(office.place) as desk:
        return [(one.centre, one.period, one.sequence) for one in desk.catalogue.all_accepted()]


def test_each_centre_stands_as_its_files_say(window: DistrictWindow) -> None:
    page = window.page("centres")
    assert {line[0]: line[2:4] for line in cells(page.table)} == {
        "530114": ["已结", "已结"],
        "530115": ["已结·逾期", "未收到"],
        "530116": ["已更正", "未收到"],
        "530117": ["草稿", "未收到"],
        "530118": ["未收到", "未收到"],
    }
    assert page.table._totals.text() == "5 家中心：已月结 3   草稿 1   未收到 1   逾期 1"
    assert window._status.items["month"].text() == "2026年10月：5 家中心已报 4 家"


def test_the_month_before_is_chosen_by_key_and_holds_in_every_room(window: DistrictWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_PageUp, CTRL)
    page = window.page("centres")
    assert [line[2] for line in cells(page.table)] == ["已结", "未收到", "未收到", "未收到", "未收到"]
    window.go("figures")
    settle(window, qtbot)
    assert str(window.page("figures").months.month) == "2026-09"
    window.go("centres")
    assert str(window.office.month) == "2026-09"


def test_files_that_are_dropped_are_taken_and_a_bad_one_stops_none(
    window: DistrictWindow, office: Made, qtbot: QtBot
) -> None:
    bad, foreign = office.stick / "坏文件.shizhu", office.stick / "说明.txt"
    bad.write_bytes(b"junk")
    foreign.write_text("不是上报文件")
    good = MadeFile(centre="530118", name=CENTRES["530118"], state="open").write(office.stick / "new")
    window.go("office")
    drop(window, bad, office.stick / "new", foreign)
    settle(window, qtbot)
    view = window.page("centres").view
    assert isinstance(view, IntakeView) and window.current_room == "centres"
    assert view.said.text() == "收下 1 个，已收过 0 个，拒收 2 个。"
    assert [one[:2] for one in cells(view.table)] == [
        ["坏文件.shizhu", "拒收"],
        ["说明.txt", "拒收"],
        [good.name, "已收"],
    ]
    assert view.why.text() == "坏文件.shizhu 不予接收：这不是上报文件。"
    press(window, qtbot, Qt.Key.Key_Escape)
    assert [line[2] for line in cells(window.page("centres").table)][4] == "草稿"
    assert window._status.items["month"].text() == "2026年10月：5 家中心已报 5 家"


def test_chosen_files_are_taken_by_key_and_the_folder_is_remembered(
    window: DistrictWindow, office: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    new = MadeFile(centre="530118", period="2026-09", state="open").write(office.stick / "new")

    def choose(_parent: object, _title: str, where: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(where)
        return [str(new)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    press(window, qtbot, Qt.Key.Key_I, CTRL)
    assert ("530118", "2026-09", 1) in accepted(office)
    window.page("centres").close_views()
    press(window, qtbot, Qt.Key.Key_I, CTRL)
    assert begun == ["", str(new.parent)]
    view = window.page("centres").view
    assert isinstance(view, IntakeView) and view.said.text() == "收下 0 个，已收过 1 个，拒收 0 个。"


def test_a_folder_without_files_says_so(window: DistrictWindow, qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    drop(window, empty)
    settle(window, qtbot)
    page = window.page("centres")
    assert page.view is None and page.strip.text == "那里没有找到上报文件（*.shizhu）。"


def test_what_was_taken_before_a_cancel_stands_and_is_told(
    window: DistrictWindow, office: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [
        MadeFile(centre="530118", period=f"2026-0{month}", state="open").write(office.stick / "many")
        for month in (1, 2, 3)
    ]
    from desktop.district import intake

    take = intake._take

    def cancel_after_the_first(desk: object, path: Path, merged: intake.Merged) -> None:
        take(desk, path, merged)  # type: ignore[arg-type]
        window.jobs.cancel()

    monkeypatch.setattr(intake, "_take", cancel_after_the_first)
    drop(window, *files)
    settle(window, qtbot)
    view = window.page("centres").view
    assert isinstance(view, IntakeView)
    assert view.said.text() == "收下 1 个，已收过 0 个，拒收 0 个。\n已取消：之前收下的有效。"
    assert [one[:2] for one in accepted(office) if one[0] == "530118"] == [("530118", "2026-01")]


def test_a_file_handed_to_the_program_is_taken_by_the_window_that_stands(
    window: DistrictWindow, office: Made, qtbot: QtBot
) -> None:
    handed.leave(office.place.root, MadeFile(centre="530118", state="open").write(office.stick / "new"))
    window.look()
    settle(window, qtbot)
    assert ("530118", "2026-10", 1) in accepted(office)


def test_a_centre_opens_with_files_refused_records_and_figures(window: DistrictWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_Return)
    view = window.page("centres").view
    assert isinstance(view, CentreView)
    assert [line[:3] for line in cells(view.files)] == [["2026年10月", "已结", "1"], ["2026年9月", "已结", "2"]]
    assert [line[:2] for line in cells(view.refused)] == [["就餐", "日期在去世之后"]]
    press(window, qtbot, Qt.Key.Key_Return)
    shown = window.page("centres").view
    assert isinstance(shown, CentreFiguresView)
    assert ["月探访·应访", "10"] in cells(shown.table) and ["幸福食堂·餐费", "12.50"] in cells(shown.table)
    press(window, qtbot, Qt.Key.Key_Escape)
    press(window, qtbot, Qt.Key.Key_Escape)
    assert window.page("centres").view is None


def test_without_the_engine_the_states_stand_and_a_sentence_says_what_to_do(
    window: DistrictWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_given: object) -> None:
        raise EngineMissing("DuckDB")

    monkeypatch.setattr(figures, "counting", missing)
    page = window.page("centres")
    page.refresh_now()
    settle(window, qtbot)
    assert [line[2] for line in cells(page.table)] == ["已结", "已结", "已更正", "草稿", "未收到"]
    assert "DuckDB" in page.strip.text and "区级" in page.strip.text
    window.go("figures")
    settle(window, qtbot)
    assert "DuckDB" in window.page("figures").strip.text and cells(window.page("figures").table) == []
    window.go("receipts")
    settle(window, qtbot)
    assert len(cells(window.page("receipts").table)) == 5


def test_closing_in_the_middle_of_a_job_says_that_what_is_done_stands(
    window: DistrictWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.words_of_job().format(title="收文件") == "“收文件”还在进行。关闭会取消它；已完成的部分有效。"
    monkeypatch.setattr(QuestionDialog, "exec", lambda _self: 0)
    assert window.close()


@pytest.mark.parametrize(
    ("state", "closed_at", "since", "words", "tone"),
    [
        (IntakeState.MISSING, "", "2026-01-01", "未收到", Tone.DANGER),
        (IntakeState.MISSING, "", "2026-11-01", "未收到", Tone.NEUTRAL),
        (IntakeState.MISSING, "", "2026-10-31", "未收到", Tone.DANGER),
        (IntakeState.DRAFT, "", "2026-01-01", "草稿", Tone.ATTENTION),
        (IntakeState.CLOSED, "2026-11-05 23:00:00", "2026-01-01", "已结", Tone.OK),
        (IntakeState.CORRECTED, "2026-11-06 00:10:00", "2026-01-01", "已更正·逾期", Tone.ATTENTION),
    ],
)
def test_a_missing_month_is_red_when_it_was_asked_for(
    then: None, state: IntakeState, closed_at: str, since: str, words: str, tone: Tone
) -> None:
    one = Centre("530114", "甲中心", state, Month(2026, 10), closed_at=closed_at)
    assert state_chips(one, since).chips == (ChipSpec(words, tone),)
    later = Centre("530114", "甲中心", IntakeState.MISSING, Month(2026, 11))
    assert state_chips(later, since).chips[0].tone is Tone.NEUTRAL, "nobody is late before the day"
