"""指标, 跨中心, 报表: what the engine counts, as the report says it, nobody named, and written where one chose."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.i18n import install
from desktop.district.opening import opened
from desktop.ui.district.figures_page import AllFiguresView, IndicatorView
from desktop.ui.district.window import DistrictWindow
from tests.gui.district.made_office import NUMBER, Made, settle, standing, with_indicators
from tests.gui.district.test_centres import cells, press
from tests.gui.test_looks import gone
from tests.unit.reports.reading import whole_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def counted(app: object, office: Made, qtbot: QtBot):
    """A window over papers with indicators."""
    with_indicators(office)
    made = standing(office, qtbot)
    yield made
    gone(made)


def go(window: DistrictWindow, room: str, qtbot: QtBot):
    window.go(room)
    settle(window, qtbot)
    return window.page(room)


def test_indicators_stand_against_their_targets_in_sum_and_by_centre(counted: DistrictWindow, qtbot: QtBot) -> None:
    page = go(counted, "figures", qtbot)
    assert [line[:8] for line in cells(page.table)] == [
        ["特殊困难老年人月探访率", "≥100%", "75", "未达标", "2/2", "0", "150", "200"],
        ["护理型床位占比", "≥55%", "60", "达标", "2/2", "2", "120", "200"],
    ]
    assert page.header.subtitle.text() == "5 家中心：已月结 3   草稿 1   未收到 1   逾期 1"
    press(counted, qtbot, Qt.Key.Key_Return)
    assert isinstance(page.view, IndicatorView)
    assert [[line[0], *line[2:4]] for line in cells(page.view.table)] == [
        ["530114", "90", "未达标"],
        ["530115", "60", "未达标"],
    ]
    press(counted, qtbot, Qt.Key.Key_Escape)
    press(counted, qtbot, Qt.Key.Key_T, CTRL)
    assert isinstance(page.view, AllFiguresView)
    # Two centres of a hundred, one of ten.
    assert ["月探访·应访", "210"] in cells(page.view.table)
    page.view.search.setText("应访")
    page.view.search.search_now()
    assert [line[0] for line in cells(page.view.table)] == ["月探访·应访"]


def test_figures_are_counted_once_and_anew_when_a_file_came_in(
    window: DistrictWindow, office: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.district import figures, intake
    from tests.gui.district import made_office

    counts: list[str] = []
    ask = figures.ask
    monkeypatch.setattr(figures, "ask", lambda *given: counts.append("asked") or ask(*given))
    for room in ("figures", "across", "papers", "figures"):
        go(window, room, qtbot)
    assert counts == ["asked"]
    with opened(office.place) as desk:
        later = made_office._file("530118", "2026-11-04 08:00:00", required=7, visited=7)
        assert intake.merge(desk, [later.write(office.stick)]).accepted
    page = go(window, "figures", qtbot)
    page.refresh_now()
    settle(window, qtbot)
    assert counts == ["asked", "asked"]
    assert window.office.found(window.office.month).figures["visits.required"] == 37


def test_people_in_several_centres_have_no_name_and_no_number(window: DistrictWindow, qtbot: QtBot) -> None:
    page = go(window, "across", qtbot)
    assert cells(page.sums) == [["就餐", "3", "1", "2"]]
    assert [line[:3] for line in cells(page.people)] == [
        ["530114********0025", number, "在册"] for number in ("530114", "530115", "530116")
    ]
    assert NUMBER not in str(cells(page.people))


def test_the_report_is_read_and_written_into_the_folder_that_was_chosen(
    counted: DistrictWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda _parent, _title, where: begun.append(where) or str(tmp_path / "out")
    )
    page = go(counted, "papers", qtbot)
    assert [line[0] for line in cells(page.contents)][:4] == [
        "一、报送总体情况",
        "二、各中心报送情况",
        "三、未收到文件的中心",
        "四、指标完成情况（合计）",
    ]
    press(counted, qtbot, Qt.Key.Key_E, CTRL)
    press(counted, qtbot, Qt.Key.Key_E, CTRL | SHIFT)
    pdf, book = (tmp_path / "out" / f"区级养老服务汇总月报-2026-10.{kind}" for kind in ("pdf", "xlsx"))
    assert page.strip.text == f"已写出：{book}"
    assert begun == ["", str(tmp_path / "out")]
    text = whole_text(pdf)
    assert "戊中心" in text and "75.00" in text and NUMBER not in text
    assert openpyxl.load_workbook(book).sheetnames


def test_another_month_takes_away_what_stood_before(counted: DistrictWindow, qtbot: QtBot) -> None:
    page = go(counted, "figures", qtbot)
    assert cells(page.table)
    counted.office.month = counted.office.month.shifted(-3)
    page.await_month()
    assert cells(page.table) == []


def test_words_of_the_window_follow_the_language(app: object, office: Made, qtbot: QtBot) -> None:
    install("en")
    made = standing(office, qtbot)
    try:
        assert [line[2] for line in cells(made.page("centres").table)][1] == "closed, late"
    finally:
        gone(made)
