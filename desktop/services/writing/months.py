"""The state of a month; that a closed one stands is kept by the journal's guard (handbook section 5)."""

from __future__ import annotations

import datetime as dt
import hashlib

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.month_errors import MonthClosed, MonthNotOver
from desktop.core.period import Month
from desktop.core.trade import MonthState
from desktop.models import query
from desktop.models.month import MonthRow
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def state(month: Month) -> str:
    """open, closed or corrected."""
    row = query.fetch_one("SELECT state FROM living_month WHERE month = ?", [str(month)])
    return str(row[0]) if row else "open"


def require_closable(actor: Actor, month: Month) -> None:
    """Refuse a month that is not over or closed already, and whoever may not close one."""
    permissions.reading(actor, Action.CLOSE_MONTH)
    if month.last >= clock.today():
        raise MonthNotOver(str(month))
    if state(month) != MonthState.OPEN:
        raise MonthClosed(str(month))


def close(actor: Actor, month: Month, figures_json: str, explanation: str = "", sha256: str = "") -> str:
    """Close a month whose documents have this hash; without any, with its figures alone, of which it is the hash."""
    require_closable(actor, month)
    digest = sha256 or hashlib.sha256(figures_json.encode()).hexdigest()
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


def stands_since() -> dict[str, str]:
    """When each closed month was closed, or put right since, local ISO text by month."""
    found = query.fetch(
        "SELECT month, max(at) FROM (SELECT month, closed_at AS at FROM living_month UNION ALL"
        " SELECT month, answered_at FROM living_correction WHERE state = 'approved') GROUP BY month"
    )
    return {str(month): str(at) for month, at in found}


def closed_months() -> list[str]:
    """The closed months, oldest first."""
    return query.texts("SELECT month FROM living_month WHERE state <> 'open' ORDER BY month")


def open_from(day: dt.date) -> dt.date:
    """The day, or the first day behind the closed months from its own on: what ends there leaves them as counted."""
    behind = [month for month in closed_months() if month >= str(Month.of(day))]
    return Month.parse(behind[-1]).shifted(1).first if behind else day


def first_month() -> Month | None:
    """The month of the oldest visit, service or meal, or one that was closed before; None before the first record."""
    row = query.fetch_one(
        "SELECT min(day) FROM (SELECT min(visited_on) AS day FROM living_visit"
        " UNION ALL SELECT min(service_on) FROM living_help_service"
        " UNION ALL SELECT min(eaten_on) FROM living_meal UNION ALL SELECT min(month) || '-01' FROM living_month)"
    )
    return Month.of(dt.date.fromisoformat(row[0])) if row and row[0] else None
