"""老年幸福食堂就餐月报: meals by kind and age, by day, the money, and each resident's month."""

from __future__ import annotations

from desktop.core.figures.canteen import CanteenFigures
from desktop.core.figures.month import MonthFigures
from desktop.core.words.terms import AGE_BANDS, MEAL_MODES, MEALS
from desktop.reports.paper.document import Row, Section, amount, centred, headed, numbered, text
from desktop.reports.words import TOTAL, band_columns, sums, who, word, yuan

TITLE = "老年幸福食堂就餐月报"
_WEEKDAYS = "一二三四五六日"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    canteen = figures.canteen
    return headed((_summary(canteen), _bands(canteen), _days(canteen), _people(canteen)))


def _summary(canteen: CanteenFigures) -> Section:
    columns = (
        centred("就餐人次"),
        centred("就餐人数"),
        centred("餐费（元）"),
        centred("补贴（元）"),
        centred("实付（元）"),
        centred("临时就餐人次"),
        centred("临时实付（元）"),
    )
    row: Row = (
        canteen.total,
        canteen.persons,
        yuan(canteen.price_fen),
        yuan(canteen.subsidy_fen),
        yuan(canteen.paid_fen),
        canteen.guests,
        yuan(canteen.guest_paid_fen),
    )
    note = (
        "口径：人次按餐计，同一人同一天同一餐只计一次；人数＝本月至少就餐一次的老年人。餐费、补贴、实付按就餐当时的价格与补贴规则记录；"
        "同时符合几项补贴的取最高一项，不累加。临时就餐者不享受补贴，单列，不计入人次、人数和金额。"
    )
    return Section("总体情况", columns, (row,), note=note)


def _kinds(canteen: CanteenFigures) -> list[tuple[str, str]]:
    """The kinds of meals that occur, in the order of the day."""
    known = [(meal, mode) for meal in MEALS for mode in MEAL_MODES]
    return [kind for kind in known if canteen.meals.get(kind)] + [kind for kind in canteen.meals if kind not in known]


def _bands(canteen: CanteenFigures) -> Section:
    columns = (centred("餐次"), centred("方式"), *band_columns(), amount(TOTAL))
    rows: list[Row] = [
        (
            word(MEALS, meal),
            word(MEAL_MODES, mode),
            *(canteen.cells.get((meal, mode, band), 0) for band in AGE_BANDS),
            canteen.meals[(meal, mode)],
        )
        for meal, mode in _kinds(canteen)
    ]
    totals: Row = (TOTAL, "", *(canteen.by_band.get(band, 0) for band in AGE_BANDS), canteen.total)
    return Section("分餐次、方式和年龄段人次", columns, tuple(rows), totals, "口径：年龄按就餐当日的周岁计。")


def _days(canteen: CanteenFigures) -> Section:
    kinds = _kinds(canteen)
    columns = (
        centred("日期"),
        centred("星期"),
        *(amount(f"{word(MEALS, meal)}/{word(MEAL_MODES, mode)}") for meal, mode in kinds),
        amount(TOTAL),
    )
    rows: list[Row] = [
        (
            day.day.isoformat(),
            _WEEKDAYS[day.day.weekday()],
            *(day.meals.get(kind, 0) for kind in kinds),
            day.total,
        )
        for day in canteen.by_day
    ]
    return Section("每日人次", columns, tuple(rows), sums(rows, (TOTAL, "")) if rows else None)


def _people(canteen: CanteenFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        text("社区"),
        amount("就餐次数"),
        amount("餐费（元）"),
        amount("补贴（元）"),
        amount("实付（元）"),
    )
    rows = numbered(
        [
            (
                *who(line.person),
                line.person.community,
                line.meals,
                yuan(line.price_fen),
                yuan(line.subsidy_fen),
                yuan(line.paid_fen),
            )
            for line in canteen.people
        ]
    )
    totals = sums(rows, ("", TOTAL, "", "", "")) if rows else None
    return Section("就餐人员明细", columns, rows, totals)
