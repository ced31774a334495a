"""Rows of a service ledger (台账) as help services."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

from desktop.core.answers import WorkbookKind
from desktop.core.money import parse_yuan
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import OPEN_ORDERS, ServiceState
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import Row, take_events
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.help_services import definitions, steps
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery

_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")
_ABOUT = re.compile(r"^(?:约|大约|近|共)|(?:左右|上下|多)$")
_HALF_MORE = re.compile(r"(\d+)个?半(?:小时|钟头)")
_QUARTERS = re.compile(r"([1-3])刻")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_HOURS = re.compile(
    r"(?P<hours>\d+(?:\.\d+)?|半个?)个?(?:小时|钟头|时|h|hrs?|hours?)(?P<half>半)?(?:(?P<more>\d{1,2})(?:分钟?|m|min)?)?"
)
_MINUTES = re.compile(r"(\d+(?:\.\d+)?)(?:分钟?|m|mins?|minutes?|')")
# Nobody writes so many hours; fewer without a unit may be either.
_SURELY_MINUTES = 15
_REPORT_HEADS = frozenset({"结论", "Verdict"})
# 取消（老人住院）, 作废：重复.
_WITH_REASON = re.compile(r"([^(（:：,，;；\s]+)\s*[(（:：,，;；\s]\s*(.*?)[)）]?")
_UNCLEAR = "unclear"
# Behind the word of the state where nothing says why; stored, so in the language of the papers.
_IMPORTED = "（导入）"


@dataclass(frozen=True)
class _Key:
    """What makes two rows the same service."""

    resident_id: int
    day: dt.date
    type: str
    started: str
    worker: str
    called_off: bool


def _keys_of(month: Month) -> set[_Key]:
    rows = help_services.rows(help_services.find_ids(ServiceQuery(month=month)))
    return {
        _Key(*(row.resident_id, row.service_on, row.type, row.started, row.worker), row.state == ServiceState.CANCELLED)
        for row in rows
    }


def _take_in(intake: Intake) -> int:
    """Every row as a service with its state, or its verdict."""
    # In a report of an import that is taken in again, 原因 says why a row was refused.
    reported = not _REPORT_HEADS.isdisjoint(intake.table.headings)
    return take_events(intake, lambda values, known: _read(values, known, reported), _keys_of)


def _read(values: Values, known: People, reported: bool) -> Row[_Key]:
    state, why = _state(values)
    day = values.needed_day("service_on", ahead=state in (*OPEN_ORDERS, ServiceState.CANCELLED))
    kind, item = _offered(values, day)
    person = known.on(values, day)
    draft = _draft(values, person.id, day, kind, state)
    draft.item = item
    key = _Key(person.id, day, kind, draft.started, draft.worker, state == ServiceState.CANCELLED)
    if state == ServiceState.CANCELLED:
        return _called_off(values, draft, key, why, reported)
    if _fen(draft.subsidy) > _fen(draft.fee):
        values.warn(Reason.SUBSIDY_ABOVE_FEE, draft.subsidy)
    return Row(key, day, lambda unit: help_services.store(unit, draft))


def _called_off(values: Values, draft: ServiceDraft, key: _Key, why: str, reported: bool) -> Row[_Key]:
    """A row that says 取消 or 作废, with the reason that it gives, in whichever column."""
    draft.satisfaction = ""
    said = "" if reported else values.text("cancel_reason")
    reason = said or why or draft.remark or f"{values.text('state').strip()}{_IMPORTED}"
    values.warn(Reason.CALLED_OFF, reason)
    # Whatever became of the order at this desk, a sheet does not make a second one of it.
    also = frozenset({replace(key, called_off=False)})
    return Row(key, key.day, lambda unit: help_services.store_called_off(unit, draft, reason), also)


def _offered(values: Values, day: dt.date) -> tuple[str, str]:
    """The type with the item, where the cell names an item that was offered on the day, such as 物品代购."""
    text = values.text("type").strip()
    for kind, item in definitions.in_force(day):
        if item and item == text:
            return kind, item
    return values.needed_word("service_type", "type"), ""


def _draft(values: Values, resident_id: int, day: dt.date, kind: str, state: str) -> ServiceDraft:
    started, ended = _times(values)
    return ServiceDraft(
        resident_id=resident_id,
        type=kind,
        state=state,
        place=values.word("service_place", "place"),
        service_on=day,
        started=started,
        ended=ended,
        worker=values.text("worker"),
        content=values.text("content"),
        payer=values.word("payer", "payer"),
        fee=values.amount("fee"),
        subsidy=values.amount("subsidy"),
        satisfaction=values.word("score", "satisfaction"),
        remark=values.text("remark"),
    )


def _fen(amount: str) -> int:
    return int(parse_yuan(amount) * 100) if amount else 0


def _times(values: Values) -> tuple[str, str]:
    started, ended = _span(values.text("started")) or (values.time("started"), values.time("ended"))
    minutes = minutes_of(values)
    if minutes and not started:
        values.warn(Reason.DURATION_NOT_USED, values.text("minutes"))
    if started and not ended and minutes:
        begin = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(started))
        finish = begin + dt.timedelta(minutes=minutes)
        ended = finish.strftime("%H:%M")
    if started and ended and steps.minutes_between(started, ended) < 0:
        values.warn(Reason.ENDS_BEFORE_START, f"{started}–{ended}")
        ended = ""
    if minutes and started and ended and minutes != steps.minutes_between(started, ended):
        values.warn(Reason.DURATION_DIFFERS, values.text("minutes"))
    return started, ended


def minutes_of(values: Values) -> int:
    """How long a service took: 2小时, 1.5小时, 1小时30分, 90分钟, 1:30; a bare number by the unit in the heading."""
    text = unicodedata.normalize("NFKC", values.text("minutes")).strip().lower().replace(" ", "")
    text = _HALF_MORE.sub(r"\1小时半", _ABOUT.sub("", text).translate(_DIGITS)).replace("刻钟", "刻")
    if not text:
        return 0
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(text):
        hours = 0.5 if match["hours"].startswith("半") else float(match["hours"])
        return round(hours * 60) + (30 if match["half"] else int(match["more"] or 0))
    if match := _QUARTERS.fullmatch(text):
        return int(match[1]) * 15
    if match := _MINUTES.fullmatch(text):
        return round(float(match[1]))
    bare = re.fullmatch(r"\d+(\.\d+)?", text)
    heading = values.line.headings.get("minutes", "")
    if bare and ("时" in heading.replace("时长", "") or "h" in heading.lower()):
        return round(float(text) * 60)
    if bare and ("分" in heading or (float(text) >= _SURELY_MINUTES and float(text).is_integer())):
        return round(float(text))
    values.warn(Reason.UNIT_UNKNOWN, values.text("minutes"))
    return 0


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
