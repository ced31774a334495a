"""The state of a month; that a closed one stands is kept by the journal's guard (handbook section 5)."""

from __future__ import annotations

import datetime as dt
import hashlib

from desktop.core import clock
from desktop.core.errors import DateRefused, MonthClosed
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.storage_errors import FrozenChanged
from desktop.core.trade import Action, MonthState
from desktop.models import query
from desktop.models.month import MonthRow
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def state(month: Month) -> str:
    """open, closed or corrected."""
    row = query.fetch_one("SELECT state FROM living_month WHERE month = ?", [str(month)])
    return str(row[0]) if row else "open"


def close(actor: Actor, month: Month, figures_json: str, explanation: str = "") -> str:
    """Freeze a month with its figures; the SHA-256 of the figures, whose first 8 characters reports print."""
    if month.last >= clock.today():
        raise DateRefused(Reason.MONTH_NOT_OVER, month.last)
    digest = digest_of(figures_json)
    with writing(actor, Action.CLOSE_MONTH, explanation) as unit:
        if str(month) in unit.guard.closed:
            raise MonthClosed(str(month))
        unit.add(
            MonthRow(
                month=str(month),
                state=MonthState.CLOSED,
                closed_at=clock.timestamp(),
                closed_by=actor.name,
                figures=figures_json,
                sha256=digest,
            )
        )
    return digest


def digest_of(figures_json: str) -> str:
    """The SHA-256 that stands for frozen figures."""
    return hashlib.sha256(figures_json.encode()).hexdigest()


def require_whole(month: str, figures_json: str, sha256: str) -> str:
    """Frozen figures whose hash is still the one that was printed; FrozenChanged otherwise."""
    if digest_of(figures_json) != sha256:
        raise FrozenChanged(month)
    return figures_json


def require_all_whole() -> int:
    """How many closed months there are; FrozenChanged names the first whose figures are not those of its hash."""
    rows = query.fetch("SELECT month, figures, sha256 FROM living_month WHERE state <> 'open' ORDER BY month")
    for month, figures_json, sha256 in rows:
        require_whole(month, figures_json, sha256)
    return len(rows)


def frozen_hash(month: Month) -> str:
    """The hash of a closed month; ``""`` while it is open."""
    row = query.fetch_one("SELECT sha256 FROM living_month WHERE month = ?", [str(month)])
    return str(row[0]) if row else ""


def closed_months() -> list[str]:
    """The closed months, oldest first."""
    return query.texts("SELECT month FROM living_month WHERE state <> 'open' ORDER BY month")


def open_from(day: dt.date) -> dt.date:
    """The day, or the first day behind the closed months from its own on: what ends there leaves them as counted."""
    behind = [month for month in closed_months() if month >= str(Month.of(day))]
    return Month.parse(behind[-1]).shifted(1).first if behind else day


def first_month() -> Month | None:
    """The month of the oldest visit, service or meal; None before the first record."""
    row = query.fetch_one(
        "SELECT min(day) FROM (SELECT min(visited_on) AS day FROM living_visit"
        " UNION ALL SELECT min(service_on) FROM living_help_service"
        " UNION ALL SELECT min(eaten_on) FROM living_meal)"
    )
    return Month.of(dt.date.fromisoformat(row[0])) if row and row[0] else None
