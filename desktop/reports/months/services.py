"""十助服务月报: the ten kinds of help by type, community and payer, with meals from the canteen beside them."""

from __future__ import annotations

from desktop.core.figures.month import MonthFigures
from desktop.core.figures.services import ServiceFigures
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_TYPES
from desktop.reports.paper.document import Row, Section, amount, centred, headed, text
from desktop.reports.words import TOTAL, hours, one_row, sums, word, yuan

TITLE = "十助服务月报"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    services = figures.services
    return headed((_types(services), _meals(services), _communities(services), _payers(services)))


def _types(services: ServiceFigures) -> Section:
    columns = (
        text("服务类型"),
        amount("人次"),
        amount("人数"),
        *(amount(f"其中{place}") for place in SERVICE_PLACES.values()),
        amount("时长（分钟）"),
        amount("折合（小时）"),
        amount("收费（元）"),
        amount("补贴（元）"),
    )
    rows: tuple[Row, ...] = tuple(
        (
            word(SERVICE_TYPES, line.type),
            line.person_times,
            line.persons,
            *(line.by_place.get(place, 0) for place in SERVICE_PLACES),
            line.minutes,
            hours(line.minutes),
            yuan(line.fee_fen),
            yuan(line.subsidy_fen),
        )
        for line in services.lines
    )
    totals: Row = (
        TOTAL,
        services.total,
        services.persons,
        *(sum(line.by_place.get(place, 0) for line in services.lines) for place in SERVICE_PLACES),
        services.minutes,
        hours(services.minutes),
        yuan(services.fee_fen),
        yuan(services.subsidy_fen),
    )
    note = (
        "口径：人次＝本月已完成的服务记录数，按服务日期计入当月；人数＝本月接受服务的老年人，同一人只计一次，"
        "故合计人数不等于各类之和。时长＝结束时间－开始时间之和。取消的服务不计。本表助餐不含食堂就餐。"
    )
    return Section("分类型情况", columns, rows, totals, note)


def _meals(services: ServiceFigures) -> Section:
    columns = (centred("助餐服务记录（上门/配送）"), centred("食堂就餐（堂食、打包、送餐）"), centred("助餐人次合计"))
    home = services.person_times.get("meals", 0)
    row: Row = (home, services.canteen_meals, home + services.canteen_meals)
    note = "口径：食堂送出的餐只在食堂就餐中计一次，不在助餐服务记录中重复计算。"
    return Section("助餐情况（人次）", columns, (row,), note=note)


def _communities(services: ServiceFigures) -> Section:
    columns = (text("社区"), *(amount(name) for name in SERVICE_TYPES.values()), amount(TOTAL))
    by_type = {line.type: line.by_community for line in services.lines}
    rows: list[Row] = []
    for community in services.communities:
        counts = [by_type.get(code, {}).get(community, 0) for code in SERVICE_TYPES]
        rows.append((word({}, community), *counts, sum(counts)))
    return Section("分社区人次", columns, tuple(rows), sums(rows, (TOTAL,)) if rows else None)


def _payers(services: ServiceFigures) -> Section:
    columns, rows = one_row(PAYERS, services.by_payer)
    counts = sum(services.by_payer.values())
    return Section("按付费方式（人次）", (*columns, centred(TOTAL)), ((*rows[0], counts),))
