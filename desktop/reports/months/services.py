"""十助服务月报: the ten kinds of help by type, community and payer, with meals from the canteen beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.core.document import Cell, Section
from desktop.core.figures.canteen import SCORES
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.services import ServiceFigures, ServiceLine, WorkerLine
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_TYPES
from desktop.reports.columns import Table, added, amount, by_word, centred, headed, text
from desktop.reports.words import TOTAL, hours, word, yuan

TITLE = "十助服务月报"
_MEALS_HELP = "meals"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    services = figures.services
    whole = (_types(services), _MEALS.of([services]), _communities(services), _payers(services))
    return headed((*whole, _WORKERS.of(services.workers), _PLEASED.of([services])))


def _of_place(place: str) -> Callable[[ServiceLine], Cell]:
    return lambda line: line.by_place.get(place, 0)


_TYPES: Table[ServiceLine] = Table(
    "分类型情况",
    (
        text("服务类型", lambda line: word(SERVICE_TYPES, line.type)),
        amount("人次", lambda line: line.person_times),
        amount("人数", lambda line: line.persons),
        *(amount(f"其中{name}", _of_place(place)) for place, name in SERVICE_PLACES.items()),
        amount("时长（分钟）", lambda line: line.minutes),
        amount("折合（小时）", lambda line: hours(line.minutes)),
        amount("收费（元）", lambda line: yuan(line.fee_fen)),
        amount("补贴（元）", lambda line: yuan(line.subsidy_fen)),
    ),
    "口径：人次＝本月已完成的服务记录数，按服务日期计入当月；人数＝本月接受服务的老年人，同一人只计一次，"
    "故合计人数不等于各类之和。时长＝结束时间－开始时间之和。取消的服务不计。本表助餐不含食堂就餐。",
)


def _types(services: ServiceFigures) -> Section:
    total = ServiceLine(
        type=TOTAL,
        person_times=services.total,
        persons=services.persons,
        minutes=services.minutes,
        fee_fen=services.fee_fen,
        subsidy_fen=services.subsidy_fen,
        by_community={},
        by_place={place: sum(line.by_place.get(place, 0) for line in services.lines) for place in SERVICE_PLACES},
    )
    return _TYPES.of(services.lines, total=total)


def _help_meals(services: ServiceFigures) -> int:
    return services.person_times.get(_MEALS_HELP, 0)


_MEALS: Table[ServiceFigures] = Table(
    "助餐情况（人次）",
    (
        centred("助餐服务记录（上门/配送）", _help_meals),
        centred("食堂就餐（堂食、打包、送餐）", lambda services: services.canteen_meals),
        centred("助餐人次合计", lambda services: _help_meals(services) + services.canteen_meals),
    ),
    "口径：食堂送出的餐只在食堂就餐中计一次，不在助餐服务记录中重复计算。",
)


def _communities(services: ServiceFigures) -> Section:
    by_type = {line.type: line.by_community for line in services.lines}

    def of(code: str) -> Callable[[str], Cell]:
        return lambda community: count(code, community)

    def count(code: str, community: str) -> int:
        return by_type.get(code, {}).get(community, 0)

    table: Table[str] = Table(
        "分社区人次",
        (
            text("社区", lambda community: word({}, community)),
            *(added(name, of(code)) for code, name in SERVICE_TYPES.items()),
            added(TOTAL, lambda community: sum(count(code, community) for code in SERVICE_TYPES)),
        ),
    )
    return table.of(services.communities)


def _payers(services: ServiceFigures) -> Section:
    payers = by_word("按付费方式（人次）", PAYERS, services.by_payer)
    total = centred(TOTAL, _all)
    return Table(payers.title, (*payers.columns, total)).of([services.by_payer])


_WORKERS: Table[WorkerLine] = Table(
    "分服务人员情况",
    (
        text("服务人员", lambda line: word({}, line.name)),
        amount("人次", lambda line: line.person_times),
        amount("人数", lambda line: line.persons),
        amount("折合（小时）", lambda line: hours(line.minutes)),
        amount("回访评价（次）", lambda line: line.ratings.count),
        amount("平均分", lambda line: line.ratings.average),
    ),
    "口径：人次、人数、时长按服务日期计入当月，评价按回访日期计入当月；随服务一起登记的满意度，按服务日期计。",
)


def _of_score(score: int) -> Callable[[ServiceFigures], Cell]:
    return lambda services: services.ratings.by_score.get(score, 0)


_PLEASED: Table[ServiceFigures] = Table(
    "满意度与等候",
    (
        centred("回访评价（次）", lambda services: services.ratings.count),
        centred("平均分", lambda services: services.ratings.average),
        *(centred(f"{score}分", _of_score(score)) for score in reversed(SCORES)),
        centred("下单后完成（件）", lambda services: services.waiting.orders),
        centred("平均等候（天）", lambda services: services.waiting.average),
    ),
    "口径：评价1分最低、5分最高，按回访日期计入当月，重评以最后一次为准。等候＝下单日期到服务日期的天数，只计本月完成、先下单后服务的；"
    "平均数四舍五入到两位小数。",
)


def _all(counts: Mapping[str, int]) -> int:
    return sum(counts.values())
