"""Pictures with their numbers one key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.charts import Bar, BarChart, Chart, LineChart, RingChart
from desktop.ui.widgets.numbers import NumbersPopover


def ring() -> RingChart:
    made = RingChart("本月探访", ("项目", "人数"))
    made.set_share(275 / 334, "82.3%", "275 / 334 人")
    made.set_rows([("应访", "334"), ("实访", "275")])
    return made


def bars() -> BarChart:
    made = BarChart("每日就餐", ("日", "人次"))
    made.set_bars([Bar(str(day), day * 7, day == 21) for day in range(1, 32)])
    return made


def line() -> LineChart:
    made = LineChart("月探访率", ("月", "率"))
    made.set_points([(f"{month}月", 80 + month) for month in range(1, 13)], "%")
    return made


@pytest.mark.parametrize("build", [ring, bars, line])
def test_f6_shows_the_numbers_and_escape_takes_them_away(app: QApplication, qtbot: QtBot, build: type[Chart]) -> None:
    chart = build()
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.show()
    assert chart.accessibleName()
    assert chart.grab().toImage().pixelColor(200, 5).isValid()
    qtbot.keyClick(chart, Qt.Key.Key_F6)
    popover = chart.findChild(NumbersPopover)
    assert popover.table.rowCount() == len(chart.rows)
    assert popover.table.item(1, 0).text() == chart.rows[1][0]
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


@pytest.mark.parametrize(("side", "told"), [(84, False), (190, True)])
def test_a_ring_tells_its_counts_only_where_they_stand_within_it(
    app: QApplication, qtbot: QtBot, side: int, told: bool
) -> None:
    with_counts, without = ring(), ring()
    without.set_share(275 / 334, "82.3%", "")
    for chart in (with_counts, without):
        qtbot.addWidget(chart)
        chart.resize(side, side)
    pictures = [chart.grab().toImage() for chart in (with_counts, without)]
    assert (pictures[0] != pictures[1]) is told


def test_no_data_is_no_error(app: QApplication, qtbot: QtBot) -> None:
    chart = BarChart("空", ("日", "人次"))
    qtbot.addWidget(chart)
    chart.grab()
