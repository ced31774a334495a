"""Rows of a service ledger (台账) as help services."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import Row, take_events
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery

_SATISFACTION = {
    "非常满意": "5",
    "很满意": "5",
    "满意": "4",
    "基本满意": "3",
    "一般": "3",
    "不满意": "2",
    "很不满意": "1",
}


class _Key(NamedTuple):
    """What makes two rows the same service."""

    resident_id: int
    day: dt.date
    type: str
    started: str
    worker: str


def _keys_of(month: Month) -> set[_Key]:
    rows = help_services.rows(help_services.find_ids(ServiceQuery(month=month)))
    return {_Key(row.resident_id, row.service_on, row.type, row.started, row.worker) for row in rows}


def _take_in(intake: Intake) -> int:
    """Every row as a service that was done, or its verdict."""
    return take_events(intake, _read, _keys_of)


def _read(values: Values, known: People) -> Row[_Key]:
    day, kind = values.needed_day("service_on"), values.needed_word("service_type", "type")
    person = known.on(values, day)
    draft = _draft(values, person.id, day, kind)
    key = _Key(person.id, day, kind, draft.started, draft.worker)
    return Row(key, day, lambda unit: help_services.store(unit, draft))


def _draft(values: Values, resident_id: int, day: dt.date, kind: str) -> ServiceDraft:
    started, ended = _times(values)
    return ServiceDraft(
        resident_id=resident_id,
        type=kind,
        place=values.word("service_place", "place"),
        service_on=day,
        started=started,
        ended=ended,
        worker=values.text("worker"),
        content=values.text("content"),
        payer=values.word("payer", "payer"),
        fee=values.amount("fee"),
        subsidy=values.amount("subsidy"),
        satisfaction=_satisfaction(values),
        remark=values.text("remark"),
    )


def _times(values: Values) -> tuple[str, str]:
    started, ended = _span(values.text("started")) or (values.time("started"), values.time("ended"))
    minutes = re.search(r"\d+", values.text("minutes"))
    if started and not ended and minutes:
        begin = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(started))
        finish = begin + dt.timedelta(minutes=int(minutes[0]))
        ended = finish.strftime("%H:%M") if finish.date() == begin.date() else ""
    if started and ended and ended < started:
        values.warn(Reason.ENDS_BEFORE_START, f"{started}–{ended}")
        ended = ""
    return started, ended


def _span(text: str) -> tuple[str, str] | None:
    """9:00-10:30 written into one cell."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})\s*[-–—~至到]+\s*(\d{1,2}):(\d{2})", unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    hours = [int(part) for part in match.groups()]
    try:
        begin, end = dt.time(hours[0], hours[1]), dt.time(hours[2], hours[3])
    except ValueError:
        return None
    return begin.strftime("%H:%M"), end.strftime("%H:%M")


def _satisfaction(values: Values) -> str:
    text = values.text("satisfaction").removesuffix("分").removesuffix("星")
    found = _SATISFACTION.get(text, text)
    if found and found not in {"1", "2", "3", "4", "5"}:
        values.warn(Reason.UNKNOWN_WORD, text)
        return ""
    return found


KIND = Kind("services", {"services": _take_in}, by_month=True)
