"""十助服务月报: the ten kinds of help by type, community and payer, with meals from the canteen beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from desktop.core.document import Cell, Chart, ChartPart, Section
from desktop.core.figures.canteen import SCORES
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.figures.services import (
    Coverage,
    PackageLine,
    Packages,
    PayerLine,
    ServiceFigures,
    ServiceLine,
    ServicePoint,
    WorkerLine,
)
from desktop.core.trade import ServiceType
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_TYPES
from desktop.reports.columns import Table, about, added, amount, centred, headed, person, text
from desktop.reports.words import TOTAL, day_words, hours, word, yuan
from desktop.services.figures.narrowed import package_type

TITLE = "十助服务月报"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    services = figures.services
    return headed(
        (
            _types(services),
            _MEALS.of([services]),
            _six(services),
            _COVERAGE.of([services.coverage]),
            _UNHELPED.of(services.coverage.unhelped),
            _communities(services),
            _payers(services),
            _PACKAGES.of([services.packages]),
            *_packages(services.packages),
            _WORKERS.of(services.workers),
            _PLEASED.of([services]),
            _BY_TYPE.of(services.lines),
            *_over_months(services.trend),
        )
    )


def _over_months(trend: Sequence[ServicePoint]) -> list[Section]:
    """What there was of in any of the months."""
    found = [_trend(trend)] if any(point.total for point in trend) else []
    return [*found, _waited(trend)] if any(point.orders for point in trend) else found


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
    return services.person_times.get(ServiceType.MEALS, 0)


_MEALS: Table[ServiceFigures] = Table(
    "助餐情况（人次）",
    (
        centred("助餐服务记录（上门/配送）", _help_meals),
        centred("食堂就餐（堂食、打包、送餐）", lambda services: services.canteen_meals),
        centred("助餐人次合计", lambda services: services.meals_in_all),
    ),
    "口径：食堂送出的餐只在食堂就餐中计一次，不在助餐服务记录中重复计算。",
)


_SIX: Table[ServiceLine] = Table(
    "六助情况",
    (
        text("服务类型", lambda line: word(SERVICE_TYPES, line.type)),
        amount("人次", lambda line: line.person_times),
        amount("人数", lambda line: line.persons),
        amount("折合（小时）", lambda line: hours(line.minutes)),
    ),
    "口径：六助是十助中的六类，同一批服务记录，不另行登记；合计人数为接受过其中任一类的人数。本表助餐不含食堂就餐。",
)


def _six(services: ServiceFigures) -> Section:
    by_type = {line.type: line for line in services.lines}
    lines = [by_type[kind] for kind in services.six.types]
    total = ServiceLine(
        type=TOTAL,
        person_times=sum(line.person_times for line in lines),
        persons=services.six.persons,
        minutes=sum(line.minutes for line in lines),
        fee_fen=0,
        subsidy_fen=0,
        by_community={},
        by_place={},
    )
    return _SIX.of(lines, total=total)


_COVERAGE: Table[Coverage] = Table(
    "失能老年人帮扶覆盖",
    (
        centred("失能老年人（人）", lambda coverage: coverage.disabled),
        centred("本月接受服务（人）", lambda coverage: coverage.helped),
        centred("本月未接受服务（人）", lambda coverage: len(coverage.unhelped)),
        centred("覆盖率（%）", lambda coverage: coverage.rate),
    ),
    "口径：失能老年人＝本月内任一天在册且登记为失能者；接受服务＝本月至少有一条已完成的十助服务（食堂就餐、探访不算）；"
    "覆盖率＝接受服务÷失能老年人。",
)
_UNHELPED: Table[PersonLine] = Table(
    "本月未接受服务的失能老年人名单",
    person("name", "sex", "age", "community", "address", "phone", "flags"),
    numbered=True,
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
    minutes, fee, subsidy = services.minutes, services.fee_fen, services.subsidy_fen
    return _PAYERS.of(services.payers, total=PayerLine(TOTAL, services.total, services.persons, minutes, fee, subsidy))


_PAYERS: Table[PayerLine] = Table(
    "分付费方式情况",
    (
        text("付费方式", lambda line: word(PAYERS, line.payer)),
        amount("人次", lambda line: line.person_times),
        amount("人数", lambda line: line.persons),
        amount("折合（小时）", lambda line: hours(line.minutes)),
        amount("收费（元）", lambda line: yuan(line.fee_fen)),
        amount("补贴（元）", lambda line: yuan(line.subsidy_fen)),
        amount("预算（元）", lambda line: _known_yuan(line.budget_fen)),
        amount("承担（元）", lambda line: _known_yuan(line.borne_fen)),
        amount("结余（元）", lambda line: _known_yuan(line.left_fen)),
    ),
    "口径：同一人由两方付费的，两方各计一人，合计只计一次。承担：政府购买为收费加补贴，补贴为补贴，自费为收费，志愿为零。"
    "预算为该付费方本月的预算，结余＝预算－承担，负数为超支；“—”为未登记预算。这三项按付费方分别核算，不合计。",
)


_PACKAGES: Table[Packages] = Table(
    "服务包使用情况",
    (
        centred("人数", lambda packages: packages.persons),
        centred("核定（小时）", lambda packages: hours(packages.granted)),
        centred("已用（小时）", lambda packages: hours(packages.used)),
        centred("剩余（小时）", lambda packages: hours(packages.left)),
        centred("超出（小时）", lambda packages: hours(packages.over)),
    ),
    "口径：服务包为付费方核定给某位老人的每月服务小时数，本月内任一天有效的都计，小时不折算、不转下月。已用＝本月已完成、"
    "同一付费方、在有效期内的服务时长，先计入本类型的包，再计入不限类型的包，每条服务只计一次。剩余、超出按每个包分别计，"
    "核定－已用＝剩余－超出。",
)
_PACKAGE_LINES: Table[PackageLine] = Table(
    "服务包明细",
    (
        *about("name", "sex", "community"),
        text("付费方式", lambda line: word(PAYERS, line.payer)),
        text("服务类型", package_type),
        centred("有效期起", lambda line: day_words(line.valid_from)),
        centred("有效期止", lambda line: day_words(line.valid_to)),
        amount("核定（小时）", lambda line: hours(line.granted)),
        amount("已用（小时）", lambda line: hours(line.used)),
        amount("剩余（小时）", lambda line: hours(line.left)),
        amount("超出（小时）", lambda line: hours(line.over)),
    ),
    numbered=True,
)


def _packages(packages: Packages) -> list[Section]:
    return [_PACKAGE_LINES.of(packages.lines)] if packages.lines else []


def _known_yuan(fen: int | None) -> Cell:
    return None if fen is None else yuan(fen)


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
        centred("最长等候（天）", lambda services: services.waiting.longest),
    ),
    "口径：评价1分最低、5分最高，按回访日期计入当月，重评以最后一次为准。等候＝下单日期到服务日期的天数，只计本月完成、先下单后服务的；"
    "平均数四舍五入到两位小数。",
)
_BY_TYPE: Table[ServiceLine] = Table(
    "分类型评价与等候",
    (
        text("服务类型", lambda line: word(SERVICE_TYPES, line.type)),
        amount("回访评价（次）", lambda line: line.ratings.count),
        amount("平均分", lambda line: line.ratings.average),
        amount("下单后完成（件）", lambda line: line.waiting.orders),
        amount("平均等候（天）", lambda line: line.waiting.average),
        amount("最长等候（天）", lambda line: line.waiting.longest),
    ),
    "口径：同上表；没有先下单后完成的，最长等候为0。",
)


def _times_of(code: str) -> Callable[[ServicePoint], Cell]:
    return lambda point: point.person_times.get(code, 0) if point.recorded else None


_TREND_NOTE = "口径：已月结的月份按月结时的数，其余按现有记录；“—”为尚无服务记录、或月结时尚无此项数字的月份。"


def _labels(trend: Sequence[ServicePoint]) -> tuple[str, ...]:
    return tuple(f"{point.month.year % 100:02d}-{point.month.number:02d}" for point in trend)


def _trend(trend: Sequence[ServicePoint]) -> Section:
    table: Table[ServicePoint] = Table(
        f"近{len(trend)}个月服务人次",
        (
            text("月份", lambda point: str(point.month)),
            *(amount(words, _times_of(code)) for code, words in SERVICE_TYPES.items()),
            amount(TOTAL, lambda point: point.total if point.recorded else None),
        ),
        f"{_TREND_NOTE}折线为合计，不含食堂就餐；打印件上的小图为各类型，同一比例，名称后为本月。",
    )
    values = tuple(Decimal(point.total) if point.recorded else None for point in trend)
    parts = tuple(
        ChartPart(words, tuple(Decimal(one.person_times.get(code, 0)) if one.recorded else None for one in trend))
        for code, words in SERVICE_TYPES.items()
    )
    return table.of(trend, chart=Chart(_labels(trend), values, "人次", parts))


def _waited(trend: Sequence[ServicePoint]) -> Section:
    table: Table[ServicePoint] = Table(
        f"近{len(trend)}个月下单到服务的等候",
        (
            text("月份", lambda point: str(point.month)),
            amount("下单后完成（件）", lambda point: point.orders),
            amount("平均等候（天）", lambda point: point.average),
        ),
        _TREND_NOTE,
    )
    return table.of(trend, chart=Chart(_labels(trend), tuple(point.average for point in trend), "天"))
