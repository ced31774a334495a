"""A chart on paper: its parts stand beneath it, all on one scale, each with its name and its last number."""

from __future__ import annotations

from decimal import Decimal

from desktop.core.document import Chart, ChartPart
from desktop.reports.paper.chart import chart_band, part_bands

MONTHS = tuple(f"26-{month:02d}" for month in range(1, 13))


class Drawn:
    """A paper that keeps what is drawn on it."""

    def __init__(self):
        self.words, self.boxes = [], []

    def text(self, _x, _y, words, _size, bold=False):
        self.words.append(words)

    text_right = text_centred = text

    def rules(self, lines, thickness=0.0):
        """Lines are not asked about here."""

    def fill(self, boxes):
        self.boxes += boxes


def chart():
    values = [None] * 9 + [Decimal(5), Decimal(0), Decimal(20)]
    parts = [ChartPart(name, tuple(values if name == "助浴" else [*[None] * 11, Decimal(10)])) for name in "甲乙丙丁"]
    return Chart(
        MONTHS, tuple(values), "人次", (*parts, ChartPart("助浴", tuple(values)), ChartPart("助洁", (None,) * 12))
    )


def test_parts_stand_five_abreast_with_name_last_number_and_ends_of_the_year():
    drawn = Drawn()
    first, second = part_bands(chart(), 0, 500)
    first.draw(drawn, 0)
    assert drawn.words == [word for name in "甲乙丙丁" for word in (name, "10", "26-01", "26-12")] + [
        *("助浴", "20", "26-01", "26-12"),
    ]
    second.draw(drawn, 0)
    assert drawn.words[-3:] == ["助洁", "26-01", "26-12"], "nothing known of the last month is no number"


def test_bars_of_all_parts_are_as_high_as_their_numbers_on_one_scale():
    drawn = Drawn()
    for band in part_bands(chart(), 0, 500):
        band.draw(drawn, 0)
    highs = [high for _left, _top, _wide, high in drawn.boxes]
    assert len(highs) == 6, "none for a month without a number, none for 0"
    assert highs[:4] == [highs[0]] * 4
    assert [round(high / highs[0], 6) for high in highs[4:]] == [0.5, 2.0]
    # On one line, beneath which nothing goes.
    assert len({round(top + high, 6) for _left, top, _wide, high in drawn.boxes}) == 1


def test_a_chart_without_parts_has_none_beneath_it():
    plain = Chart(MONTHS, (Decimal(1),) * 12, "人次")
    assert part_bands(plain, 0, 500) == []
    assert chart_band(plain, 0, 500).keep
