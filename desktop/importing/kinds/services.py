"""Rows of a service ledger (台账) as help services."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from desktop.core.answers import WorkbookKind
from desktop.core.money import parse_yuan
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import OPEN_ORDERS, ServiceState
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.measures import measured
from desktop.importing.kinds.rows import Row, take_events
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.importing.workers import Workers
from desktop.services.help_services import definitions, steps
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.definitions import Definition
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.writing.journal import Unit

_REPORT_HEADS = frozenset({"结论", "Verdict"})
# 取消（老人住院）, 作废：重复.
_WITH_REASON = re.compile(r"([^(（:：,，;；\s]+)\s*[(（:：,，;；\s]\s*(.*?)[)）]?")
_UNCLEAR = "unclear"
# Behind the word of the state where nothing says why; stored, so in the language of the papers.
_IMPORTED = "（导入）"


@dataclass(frozen=True)
class _Ledger:
    """What holds for all rows: who did them, whether it is a report of ours, and what was offered on a day."""

    workers: Workers
    reported: bool
    offered: Callable[[dt.date], Mapping[tuple[str, str], Definition]]


@dataclass(frozen=True)
class _Key:
    """What makes two rows the same service."""

    resident_id: int
    day: dt.date
    type: str
    started: str
    worker: str
    called_off: bool


def _keys_of(month: Month, workers: Workers) -> set[_Key]:
    rows = help_services.rows(help_services.find_ids(ServiceQuery(month=month)))
    return {
        _Key(
            *(row.resident_id, row.service_on, row.type, row.started, workers.key(row.worker)),
            called_off=row.state == ServiceState.CANCELLED,
        )
        for row in rows
    }


def _take_in(intake: Intake) -> int:
    """Every row as a service with its state, or its verdict."""
    # In a report of an import that is taken in again, 原因 says why a row was refused.
    reported = not _REPORT_HEADS.isdisjoint(intake.table.headings)
    ledger = _Ledger(Workers(intake), reported, cache(definitions.in_force))
    return take_events(
        intake, lambda values, known: _read(values, known, ledger), lambda month: _keys_of(month, ledger.workers)
    )


def _read(values: Values, known: People, ledger: _Ledger) -> Row[_Key]:
    state, why = _state(values)
    day = values.needed_day("service_on", ahead=state in (*OPEN_ORDERS, ServiceState.CANCELLED))
    kind, item = _offered(values, ledger.offered(day))
    person = known.on(values, day)
    much = measured(values, definitions.unit_among(ledger.offered(day), kind, item))
    started, ended = _times(values, much.minutes)
    draft = _draft(values, person.id, day, kind, state)
    worker = ledger.workers.of(values)
    draft.worker = worker.text
    draft.item, draft.quantity, draft.started, draft.ended = item, str(much.quantity or ""), started, ended
    called_off = state == ServiceState.CANCELLED
    key = _Key(person.id, day, kind, draft.started, ledger.workers.key(worker.text), called_off)
    also = frozenset(replace(key, worker=one) for one in worker.also)
    if called_off:
        # Whatever became of the order at this desk, a sheet does not make a second one of it.
        also |= {replace(one, called_off=False) for one in (key, *also)}
        return Row(key, day, _called_off(values, draft, why, ledger), also)
    if _fen(draft.subsidy) > _fen(draft.fee):
        values.warn(Reason.SUBSIDY_ABOVE_FEE, draft.subsidy)
    return Row(key, day, lambda unit: help_services.store(unit, draft, minutes=much.minutes), also)


def _called_off(values: Values, draft: ServiceDraft, why: str, ledger: _Ledger) -> Callable[[Unit], object]:
    """A row that says 取消 or 作废, with the reason that it gives, in whichever column."""
    draft.satisfaction = ""
    said = "" if ledger.reported else values.text("cancel_reason")
    reason = said or why or draft.remark or f"{values.text('state').strip()}{_IMPORTED}"
    values.warn(Reason.CALLED_OFF, reason)
    return lambda unit: help_services.store_called_off(unit, draft, reason)


def _offered(values: Values, offered: Mapping[tuple[str, str], Definition]) -> tuple[str, str]:
    """The type with the item, where the cell names an item that was offered on the day, such as 物品代购."""
    text = values.text("type").strip()
    for kind, item in offered:
        if item and item == text:
            return kind, item
    return values.needed_word("service_type", "type"), ""


def _draft(values: Values, resident_id: int, day: dt.date, kind: str, state: str) -> ServiceDraft:
    return ServiceDraft(
        resident_id=resident_id,
        type=kind,
        state=state,
        place=values.word("service_place", "place"),
        service_on=day,
        content=values.text("content"),
        payer=values.word("payer", "payer"),
        fee=values.amount("fee"),
        subsidy=values.amount("subsidy"),
        satisfaction=values.word("score", "satisfaction"),
        remark=values.text("remark"),
    )


def _fen(amount: str) -> int:
    return int(parse_yuan(amount) * 100) if amount else 0


def _times(values: Values, minutes: int) -> tuple[str, str]:
    started, ended = _span(values.text("started")) or (values.time("started"), values.time("ended"))
    if started and not ended and minutes:
        begin = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(started))
        finish = begin + dt.timedelta(minutes=minutes)
        ended = finish.strftime("%H:%M")
    if started and ended and steps.minutes_between(started, ended) < 0:
        values.warn(Reason.ENDS_BEFORE_START, f"{started}–{ended}")
        ended = ""
    if minutes and started and ended and minutes != steps.minutes_between(started, ended):
        values.warn(Reason.DURATION_DIFFERS, values.text("minutes") or values.text("quantity"))
    return started, ended


def _state(values: Values) -> tuple[str, str]:
    """How far the order came, and why it was called off where the cell says so; what nobody can tell is refused."""
    text = values.text("state").strip()
    if not text:
        return ServiceState.DONE, ""
    word, why = text, ""
    if (found := _WITH_REASON.fullmatch(text)) and code_of("service_state", found[1]) == ServiceState.CANCELLED:
        word, why = found[1], found[2].strip()
    state = code_of("service_state", word)
    if state is None:
        raise RowRefused(Reason.UNKNOWN_WORD, text)
    if state == _UNCLEAR:
        raise RowRefused(Reason.NOT_DONE, text)
    return state or ServiceState.DONE, why


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


KIND = Kind(WorkbookKind.SERVICES, {"services": _take_in}, by_month=True)
