"""走势与对比 on paper: the numbers of the months, read back from PDF and workbook."""

from decimal import Decimal

import openpyxl
import pypdf
import pytest

from desktop.core.figures.series import OverMonths, Series
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.reports.months.month_set import Folders
from desktop.reports.months.render import reports_of
from desktop.reports.months.trends import DRAWN, trends_of, trends_report, write_trends
from desktop.reports.paper.chart import scale_top
from desktop.services.closing import month_close
from desktop.services.figures.over_months import year_to
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from tests.unit.reports import samples

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


def over(**figures):
    """Thirteen months up to October with these figures, each by its last values."""
    months = (OCTOBER.shifted(-12), *year_to(OCTOBER))
    series = [
        Series(name.replace("__", "."), tuple(one and Decimal(one) for one in [*[None] * (13 - len(values)), *values]))
        for name, values in figures.items()
    ]
    return OverMonths(months, frozenset({SEPTEMBER}), tuple(series))


def test_the_month_stands_beside_the_one_before_and_that_of_the_year_before():
    found = over(
        visits__visited=["8", *[None] * 10, "10", "12"],
        visits__visit_rate=["80.00", "82.34"],
        canteen__paid=["90.50", "100.00"],
        services__minutes=["30", *[None] * 12],
    )
    table = trends_report(found, samples.CENTRE).sections[0]
    kinds = [[type(cell) for cell in row if not isinstance(cell, str | None)] for row in table.rows]
    assert [kind[0] for kind in kinds] == [int, Decimal, Decimal, int], (
        "counts are whole, rates and money have decimals"
    )
    assert [column.title for column in table.columns] == [
        "项目", "本月", "上月", "比上月增减", "比上月（%）", "上年同月", "比上年同月增减", "比上年同月（%）",
    ]  # fmt: skip
    assert table.rows == (
        ("月探访·实访", 12, 10, 2, Decimal("20.00"), 8, 4, Decimal("50.00")),
        ("月探访·探访率（%）", Decimal("82.34"), Decimal("80.00"), Decimal("2.34"), None, None, None, None),
        (
            "幸福食堂·实付（元）",
            Decimal("100.00"),
            Decimal("90.50"),
            Decimal("9.50"),
            Decimal("10.50"),
            None,
            None,
            None,
        ),
        ("十助服务·分钟", None, None, None, None, 30, None, None),
    )


def test_what_none_of_the_three_months_has_is_not_compared():
    found = over(visits__visited=["5", None, None], visits__required=["7"])
    assert [row[0] for row in trends_report(found, samples.CENTRE).sections[0].rows] == ["月探访·应访"]


def test_a_picture_has_the_twelve_months_and_their_numbers_beneath():
    rates = ["99.00", *[None] * 10, "80.00", "82.34"]
    found = over(visits__visit_rate=rates, visits__visited=["0", "0"], canteen__price=["1250.50"])
    _compared, rate, price = trends_report(found, samples.CENTRE).sections
    assert rate.chart is not None and price.chart is not None
    assert (rate.chart.labels[0], rate.chart.labels[-1], rate.chart.unit) == ("25-11", "26-10", "%")
    assert rate.chart.values == (*[None] * 10, Decimal("80.00"), Decimal("82.34")), "the year before is not drawn"
    assert rate.rows == ((*[None] * 10, Decimal("80.00"), Decimal("82.34")),)
    assert [column.title for column in rate.columns] == list(rate.chart.labels)
    assert (price.title, price.chart.unit) == ("三、幸福食堂·餐费（元）", "元")
    assert (scale_top(rate.chart), scale_top(price.chart)) == (100, 1600)


@pytest.mark.parametrize("figure", DRAWN)
def test_every_picture_is_of_a_figure_that_there_is(figure, actor):
    assert trends_of(OCTOBER).of(figure) is not None


def test_paper_workbook_and_tables_tell_the_months_as_they_were(person, actor, tmp_path):
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    for who, on in ((one, "2026-09-09"), (one, "2026-10-08"), (two, "2026-10-09")):
        visits.save(actor, VisitDraft(who, on))
    month_close.close(actor, SEPTEMBER, reports_of, "外出")
    made = write_trends(OCTOBER, Folders(tmp_path, tmp_path, tmp_path), Progress())
    assert made.pdf is not None and made.xlsx is not None
    words = "\n".join(page.extract_text() for page in pypdf.PdfReader(made.pdf.path).pages)
    for said in ("走势与对比", "月探访·实访", "50.00", "100.00", "26-09", "26-10"):
        assert said in words
    sheet = openpyxl.load_workbook(made.xlsx.path).worksheets[0]
    line = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "月探访·实访")
    assert line[1:5] == (2, 1, 1, 100)
    table = made.csv[0].read_text(encoding="utf-8-sig")
    assert "月探访·探访率（%）,100.00,50.00,50.00" in table
    assert {path.suffix for path in made.files} == {".pdf", ".xlsx", ".csv"}
    assert made.pdf.path.name.startswith("2026-10-走势与对比-")
