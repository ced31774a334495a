"""Which orders wait too long, and who is to be asked how a service pleased: both by rules that are data."""

from __future__ import annotations

import datetime as dt
import hashlib

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.trade import DONE_SERVICES, OPEN_ORDERS, ServiceState, ServiceType
from desktop.models import query
from desktop.services.writing import rules


def stale() -> list[int]:
    """The open orders that wait too long by the rule of today, the longest first.

    Urgent help some minutes after it was asked for; an order that nobody was sent for; one whose planned day is past.
    """
    limits, now = rules.order_limits(clock.today()), clock.now()
    urgent = now - dt.timedelta(minutes=limits.urgent_minutes)
    asked = now - dt.timedelta(days=limits.waiting_days)
    planned = now.date() - dt.timedelta(days=limits.past_days)
    return query.ids(
        f"SELECT id FROM living_help_service WHERE state IN ({query.marks(OPEN_ORDERS)}) AND ("
        " (type = ? AND requested_at <> '' AND requested_at <= ?) OR service_on < ?"
        " OR (state = ? AND requested_at <> '' AND requested_at <= ? AND service_on <= ?))"
        " ORDER BY type <> ?, service_on, id",
        [
            *(*OPEN_ORDERS, ServiceType.EMERGENCY, urgent.isoformat(sep=" "), planned.isoformat()),
            *(ServiceState.REQUESTED, asked.isoformat(sep=" "), now.date().isoformat(), ServiceType.EMERGENCY),
        ],
    )


def to_ask(month: Month) -> list[int]:
    """The services of a month whose people are to be asked (回访) and were not yet, the first day first.

    All of some types, and of the others a share: those whose uid has the lowest SHA-256, so that anybody draws the same
    and nobody chooses whom. The share is rounded up; who said already how it pleased counts in it.
    """
    rule = rules.follow_up(month.last)
    rows = query.fetch(
        "SELECT id, uid, type, state FROM living_help_service WHERE service_on BETWEEN ? AND ?"
        f" AND state IN ({query.marks(DONE_SERVICES)}) ORDER BY service_on, id",
        [month.first.isoformat(), month.last.isoformat(), *DONE_SERVICES],
    )
    others = sorted((_drawn(row[1]), row[0]) for row in rows if row[2] not in rule.always)
    share = -(-len(others) * rule.percent // 100)
    drawn = {row_id for _, row_id in others[:share]}
    return [
        int(row_id)
        for row_id, _, kind, state in rows
        if state == ServiceState.DONE and (kind in rule.always or row_id in drawn)
    ]


def _drawn(uid: str) -> str:
    return hashlib.sha256(uid.encode()).hexdigest()
