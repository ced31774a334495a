"""老年幸福食堂就餐月报: meals by kind and age, by day, the money, and each resident's month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop.core.document import Cell, Section
from desktop.core.figures.canteen import (
    SCORES,
    Balances,
    CanteenDay,
    CanteenFigures,
    CanteenPerson,
    Complaints,
    FoodDayLine,
    FoodLedger,
    Ratings,
)
from desktop.core.figures.month import MonthFigures
from desktop.core.trade import FIRST_SERVED, FlagKind
from desktop.core.words.food import FOOD_PARTS
from desktop.core.words.terms import AGE_BANDS, FLAGS, MEAL_MODES, MEALS
from desktop.reports.columns import Table, about, added, amount, centred, count_of, headed, text
from desktop.reports.words import BAND_WORDS, TOTAL, word, yuan

TITLE = "老年幸福食堂就餐月报"
_WEEKDAYS = "一二三四五六日"

Kind = tuple[str, str]


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    canteen = figures.canteen
    whole = (
        _SUMMARY.of([canteen]),
        _bands(canteen),
        _flags(canteen),
        _BALANCES.of([canteen.balances]),
        _RATINGS.of([canteen.ratings]),
        _COMPLAINTS.of([canteen.complaints]),
        _FOOD.of([canteen.food]),
        *([_LACKING.of(canteen.food.incomplete)] if canteen.food.incomplete else []),
    )
    return headed((*whole, _days(canteen), _PEOPLE.of(canteen.people)))


_SUMMARY: Table[CanteenFigures] = Table(
    "总体情况",
    (
        centred("就餐人次", lambda canteen: canteen.total),
        centred("就餐人数", lambda canteen: canteen.persons),
        centred("餐费（元）", lambda canteen: yuan(canteen.price_fen)),
        centred("补贴（元）", lambda canteen: yuan(canteen.subsidy_fen)),
        centred("实付（元）", lambda canteen: yuan(canteen.paid_fen)),
        centred("临时就餐人次", lambda canteen: canteen.guests),
        centred("临时实付（元）", lambda canteen: yuan(canteen.guest_paid_fen)),
    ),
    "口径：人次按餐计，同一人同一天同一餐只计一次；人数＝本月至少就餐一次的老年人。餐费、补贴、实付按就餐当时的价格与补贴规则记录；"
    "同时符合几项补贴的取最高一项，不累加。临时就餐者不享受补贴，单列，不计入人次、人数和金额。",
)


def _kinds(canteen: CanteenFigures) -> list[Kind]:
    """The kinds of meals that occur, in the order of the day."""
    known = [(meal, mode) for meal in MEALS for mode in MEAL_MODES]
    return [kind for kind in known if canteen.meals.get(kind)] + [kind for kind in canteen.meals if kind not in known]


class _Served(NamedTuple):
    """Meals of one kind by age band."""

    meal: str
    mode: str
    by_band: Mapping[str, int]
    total: int


def _bands(canteen: CanteenFigures) -> Section:
    lines = [
        _Served(
            word(MEALS, meal),
            word(MEAL_MODES, mode),
            {band: canteen.cells.get((meal, mode, band), 0) for band in AGE_BANDS},
            canteen.meals[(meal, mode)],
        )
        for meal, mode in _kinds(canteen)
    ]
    return _BANDS.of(lines, total=_Served(TOTAL, "", canteen.by_band, canteen.total))


def _of_band(band: str) -> Callable[[_Served], Cell]:
    return lambda line: line.by_band.get(band, 0)


_BANDS: Table[_Served] = Table(
    "分餐次、方式和年龄段人次",
    (
        centred("餐次", lambda line: line.meal),
        centred("方式", lambda line: line.mode),
        *(amount(BAND_WORDS[band], _of_band(band)) for band in AGE_BANDS),
        amount(TOTAL, lambda line: line.total),
    ),
    "口径：年龄按就餐当日的周岁计。",
)


def _flags(canteen: CanteenFigures) -> Section:
    """Whom the canteen is to serve first (S3) in any month, of the others those that ate here."""
    others = [flag for flag in FlagKind if flag in canteen.by_flag and flag not in FIRST_SERVED]
    table: Table[FlagKind] = Table(
        "分类别就餐情况",
        (
            centred("类别", lambda flag: word(FLAGS, flag)),
            centred("人次", lambda flag: canteen.by_flag.get(flag, (0, 0))[0]),
            centred("人数", lambda flag: canteen.by_flag.get(flag, (0, 0))[1]),
        ),
        "口径：按就餐当日的类别计；一人有几个类别的，每个类别各计一次，各类别之和不等于合计。",
    )
    return table.of([*FIRST_SERVED, *others])


def _of_score(score: int) -> Callable[[Ratings], Cell]:
    return lambda ratings: ratings.by_score.get(score, 0)


_BALANCES: Table[Balances] = Table(
    "就餐预存（元）",
    (
        centred("月初余额", lambda balances: yuan(balances.opening)),
        centred("充值", lambda balances: yuan(balances.top_up)),
        centred("扣款", lambda balances: yuan(balances.deducted)),
        centred("退款", lambda balances: yuan(balances.refunded)),
        centred("冲正", lambda balances: yuan(balances.countered)),
        centred("月末余额", lambda balances: yuan(balances.closing)),
        centred("有余额人数", lambda balances: balances.persons),
    ),
    "口径：按记账日期所在的月份计；月初余额＋充值－扣款－退款＋冲正＝月末余额。作废的就餐退回预存的钱列在冲正。",
)
_FOOD: Table[FoodLedger] = Table(
    "食品台账",
    (
        centred("供餐天数", lambda food: len(food.days)),
        centred("台账齐全天数", lambda food: food.complete),
    ),
    "口径：自建立食品台账之日起，当天有人就餐即为供餐日；晨检、清洁消毒、冷藏温度、当餐菜品、食材批次和留样都有记录为齐全。",
)
_LACKING: Table[FoodDayLine] = Table(
    "食品台账不齐的日子",
    (
        centred("日期", lambda line: line.day.isoformat()),
        text("缺少", lambda line: "、".join(FOOD_PARTS[one] for one in line.missing)),
    ),
)


_RATINGS: Table[Ratings] = Table(
    "就餐评价",
    (
        centred("评价次数", lambda ratings: ratings.count),
        centred("平均分", lambda ratings: ratings.average),
        *(centred(f"{score}分", _of_score(score)) for score in reversed(SCORES)),
    ),
    "口径：按就餐日期所在的月份计，一餐一评，1分最低、5分最高，重评以最后一次为准；含临时就餐者的评价。平均分四舍五入到两位小数。",
)


_COMPLAINTS: Table[Complaints] = Table(
    "投诉与意见",
    (
        centred("本月收到（件）", lambda complaints: complaints.received),
        centred("本月答复（件）", lambda complaints: complaints.answered),
    ),
    "口径：收到按提出日期、答复按答复日期所在的月份计，答复可以是以前月份收到的。",
)


def _days(canteen: CanteenFigures) -> Section:
    table: Table[CanteenDay] = Table(
        "每日人次",
        (
            centred("日期", lambda day: day.day.isoformat()),
            centred("星期", lambda day: _WEEKDAYS[day.day.weekday()]),
            *(added(f"{word(MEALS, kind[0])}/{word(MEAL_MODES, kind[1])}", _of_kind(kind)) for kind in _kinds(canteen)),
            added(TOTAL, lambda day: day.total),
        ),
    )
    return table.of(canteen.by_day)


def _of_kind(kind: Kind) -> Callable[[CanteenDay], Cell]:
    count = count_of(kind)
    return lambda day: count(day.meals)


_PEOPLE: Table[CanteenPerson] = Table(
    "就餐人员明细",
    (
        *about("name", "sex", "age", "community"),
        added("就餐次数", lambda line: line.meals),
        added("餐费（元）", lambda line: yuan(line.price_fen)),
        added("补贴（元）", lambda line: yuan(line.subsidy_fen)),
        added("实付（元）", lambda line: yuan(line.paid_fen)),
    ),
    numbered=True,
)
