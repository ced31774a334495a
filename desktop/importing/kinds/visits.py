"""Rows of a visit register (月探访登记表) as visits."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from desktop.core.answers import WorkbookKind
from desktop.core.dates import read_time
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import VisitOutcome
from desktop.core.words import terms
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import Row, take_events
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery

# The time behind a day that was typed as text: 2026-10-08 9:30, 10月8日下午2点半.
_CLOCK = re.compile(r"(?:上午|下午|早上|晚上|中午)?\s*\d{1,2}\s*[:：时点]\s*(?:\d{1,2}|半)?\s*分?$")
_NO_RISK = frozenset({"无", "否", "没有", "正常", "无风险", "无隐患", "/", "-", "—", "未发现"})


class _Key(NamedTuple):
    """What makes two rows the same visit."""

    resident_id: int
    day: dt.date
    method: str
    outcome: str


def _keys_of(month: Month) -> set[_Key]:
    rows = visits.rows(visits.find_ids(VisitQuery(month=month)))
    return {_Key(row.resident_id, row.visited_on, row.method, row.outcome) for row in rows}


def _take_in(intake: Intake) -> int:
    """Every row as a visit or an attempt, or its verdict."""
    return take_events(intake, _read, _keys_of)


def _read(values: Values, known: People) -> Row[_Key]:
    day, outcome = values.needed_day("visited_on"), values.needed_word("visit_outcome", "outcome")
    key = _Key(known.on(values, day).id, day, _method(values), outcome)
    return Row(key, day, lambda unit: visits.store(unit, _draft(values, key)))


def _draft(values: Values, key: _Key) -> VisitDraft:
    draft = VisitDraft(
        resident_id=key.resident_id,
        visited_on=key.day,
        visited_at=_moment(values),
        method=key.method,
        visitors=values.text("visitors"),
        outcome=key.outcome,
        needs=values.words("service_type", "needs"),
        risk=_risk(values.text("risk")),
        risk_action=values.text("risk_action"),
        remark=values.text("remark"),
    )
    for block in terms.VISIT_BLOCKS:
        state = code_of("block_state", values.line.get(block))
        if state is None:
            draft.words[block] = values.text(block)
            values.warn(Reason.UNKNOWN_WORD, values.text(block))
        elif state:
            draft.blocks[block] = state
    missing = [word for block, word in terms.VISIT_BLOCKS.items() if block not in draft.blocks]
    if key.outcome == VisitOutcome.REACHED and missing:
        # In a form each has to be answered; a sheet from before counts, and the row is a work list.
        values.warn(Reason.BLOCKS_MISSING, "、".join(missing))
    return draft


def _method(values: Values) -> str:
    by_phone = any(word in values.text("outcome") for word in ("通话", "接通", "接听", "关机", "停机", "空号"))
    return values.word("visit_method", "method", default="phone" if by_phone else "home")


def _moment(values: Values) -> str:
    cell = values.line.get("visited_on")
    if isinstance(cell, dt.datetime) and cell.time() != dt.time():
        return cell.strftime("%H:%M")
    found = _CLOCK.search(cell) if isinstance(cell, str) else None
    if found is None:
        return ""
    try:
        return read_time(found[0]).strftime("%H:%M")
    except ValueError:
        values.warn(Reason.BAD_TIME, found[0])
        return ""


def _risk(text: str) -> str:
    return "" if text in _NO_RISK else text


KIND = Kind(WorkbookKind.VISITS, {"visits": _take_in}, by_month=True)
