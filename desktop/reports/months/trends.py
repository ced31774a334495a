"""走势与对比: the year up to a month in pictures, and the month beside the one before and that of the year before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from desktop.core import clock
from desktop.core.centre import Centre
from desktop.core.document import PERCENT, Cell, Chart, Report, Section
from desktop.core.figures.series import OverMonths, Series, Unit, change, difference
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.figures import figure_word_on_paper
from desktop.reports.columns import Column, Table, amount, headed, text
from desktop.reports.months.month_set import Folders, Written, file_stem, write_report
from desktop.reports.months.render import as_of
from desktop.reports.words import month_words
from desktop.services.centre.centres import centre
from desktop.services.figures.over_months import over_months, year_to

KIND = "trends"
TITLE = "走势与对比"
# The pictures; what nobody recorded in the whole year is left out.
DRAWN = (
    "visits.visit_rate",
    "visits.visited",
    "services.persons",
    "services.minutes",
    "services.coverage.rate",
    "services.waiting.average",
    "services.fee",
    "canteen.persons",
    "canteen.price",
    "canteen.subsidy",
    "canteen.ratings.average",
    "beds.occupancy",
    "people.on_register_end",
)
UNIT_WORDS = {Unit.PERCENT: "%", Unit.YUAN: "元"}
_NOTE = (
    "口径：已月结的月份按月结时的数，其余按现有记录；“—”为当月尚无此类记录或当时尚无此项数字。"
    "增减＝本月－对比月，率为百分点；（%）＝增减÷对比月×100%，率和指标不计。"
)


def trends_of(month: Month) -> OverMonths:
    """What the paper of a month is made of: the year up to it, and the same month of the year before."""
    return over_months((month.shifted(-12), *year_to(month)))


def write_trends(month: Month, folders: Folders, progress: Progress) -> Written:
    """Write the paper of a month into the folders that are given."""
    report = as_of(trends_report(trends_of(month), centre()), month, clock.today())
    return write_report(KIND, report, file_stem(report, month), folders, progress)


def trends_report(found: OverMonths, of: Centre, drawn: Sequence[str] = DRAWN) -> Report:
    """The paper: one table that compares, then a picture with its table for each of the figures ``drawn``."""
    month = found.months[-1]
    year = found.cut(year_to(month))
    pictures = (year.of(figure) for figure in drawn)
    sections = headed(
        (_compared(found), *(_picture(year, one) for one in pictures if one is not None and not one.empty))
    )
    number = f"{of.number}-{month.year}{month.number:02d}"
    return Report(TITLE, of.name, month_words(month), sections, number=number)


def series_words(series: Series) -> str:
    """What a figure is called on paper, with what it is told in."""
    words = series.name or figure_word_on_paper(series.figure)
    unit = UNIT_WORDS.get(series.unit)
    return f"{words}（{unit}）" if unit else words


def _compared(found: OverMonths) -> Section:
    month = found.months[-1]
    others = {"上月": month.shifted(-1), "上年同月": month.shifted(-12)}
    table: Table[Series] = Table(
        "本月与上月、上年同月",
        (
            text("项目", series_words),
            amount("本月", lambda one: _cell(found.at(one, month))),
            *(column for words, other in others.items() for column in _beside(found, other, words)),
        ),
        _NOTE,
    )
    return table.of(one for one in found.series if any(found.at(one, each) for each in (month, *others.values())))


def _beside(found: OverMonths, other: Month, words: str) -> tuple[Column[Series], ...]:
    month = found.months[-1]

    def more(one: Series) -> Cell:
        return _cell(difference(found.at(one, month), found.at(one, other)))

    return (
        amount(words, lambda one: _cell(found.at(one, other))),
        amount(f"比{words}增减", more),
        amount(f"比{words}（%）", lambda one: change(found.at(one, month), found.at(one, other), one.unit)),
    )


def _picture(year: OverMonths, series: Series) -> Section:
    labels = tuple(f"{month.year % 100:02d}-{month.number:02d}" for month in year.months)
    unit = PERCENT if series.unit is Unit.PERCENT else UNIT_WORDS.get(series.unit, "")
    table: Table[Series] = Table(series_words(series), [amount(label, _of(at)) for at, label in enumerate(labels)])
    return table.of([series], chart=Chart(labels, series.values, unit))


def _of(at: int) -> Callable[[Series], Cell]:
    return lambda series: _cell(series.values[at])


def _cell(value: Decimal | None) -> Cell:
    """A number as the reports have it: counts whole, money and rates with their two decimals."""
    return int(value) if value is not None and value.as_tuple().exponent == 0 else value
