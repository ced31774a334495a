"""What the rooms are told: words and numbers of ``resources/demo/rooms.toml``, days counted from today, people."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping
from typing import Any

from desktop.core import clock
from desktop.core.paths import resource
from desktop.models import query
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery


def rooms() -> Mapping[str, Any]:
    """The data of every room."""
    return tomllib.loads(resource("demo", "rooms.toml").read_text(encoding="utf-8"))


def day(from_today: int) -> dt.date:
    """A day counted from today: negative ones are past."""
    return clock.today() + dt.timedelta(days=from_today)


def lodgers() -> list[tuple[int, int, dt.date]]:
    """(resident, bed, since) of who lies in a bed today, by bed."""
    today = clock.today().isoformat()
    rows = query.fetch(
        "SELECT resident_id, bed_id, from_on FROM living_stay WHERE from_on <= ? AND (to_on IS NULL OR to_on > ?)"
        " ORDER BY bed_id",
        [today, today],
    )
    return [(who, bed, dt.date.fromisoformat(since)) for who, bed, since in rows]


def ever_lodged() -> frozenset[int]:
    """Whoever has, or ever had, a stay."""
    return frozenset(query.ids("SELECT DISTINCT resident_id FROM living_stay"))


def at_home(count: int, besides: Collection[int], **wanted: Any) -> list[int]:
    """So many people on the register who never lived in the house, as the register is filtered, by number."""
    out = ever_lodged() | frozenset(besides)
    return [one for one in residents.find_ids(ResidentQuery(order="id", **wanted)) if one not in out][:count]
