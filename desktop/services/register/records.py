"""The records of a month with the name by which a command or a correction speaks of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.acts import Thing
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.models import query

_BED = Thing.BED.value
_VISITORS = "visitors"
# Columns of other tables.
_FOUND = {
    _BED: "b.uid",
    _VISITORS: "coalesce((SELECT group_concat(name, '、') FROM living_visitor WHERE visit_id = t.id), '')",
}
# Table, the day on which it counts, and the columns beside that day; a span is asked by its first and last day.
_KINDS: Mapping[str, tuple[Thing, str, tuple[str, ...]]] = MappingProxyType(
    {
        "visits": (Thing.VISIT, "visited_on", ("visited_at", "method", "outcome", "contact", _VISITORS, "remark")),
        "services": (
            Thing.HELP_SERVICE,
            "service_on",
            ("type", "state", "place", "started", "ended", "minutes", "worker", "payer", "fee_fen", "subsidy_fen"),
        ),
        "meals": (Thing.MEAL, "eaten_on", ("eaten_at", "meal", "mode", "price_fen", "subsidy_fen", "paid_fen")),
        "day_care": (Thing.DAY_ATTENDANCE, "day", ("came_at", "left_at", "remark")),
        "stays": (Thing.STAY, "from_on", ("to_on", "end_reason", _BED, "term")),
        "leaves": (Thing.LEAVE, "from_on", ("to_on", "reason", "kind")),
        "risks": (Thing.RISK, "found_on", ("what", "level", "action", "due_on", "closed_on", "result")),
        "flags": (Thing.FLAG, "from_on", ("to_on", "kind", "proof")),
        "grades": (Thing.GRADE, "assessed_on", ("grade", "assessor")),
    }
)
_SPANS = frozenset({Thing.STAY, Thing.LEAVE, Thing.FLAG})
_MONEY = "_fen"


def kinds() -> tuple[str, ...]:
    """What can be listed."""
    return tuple(_KINDS)


def of_month(kind: str, month: Month, resident_id: int | None = None) -> list[dict[str, object]]:
    """The living records of a kind within a month, by day: uid, whose (uid, name), the fields; money in yuan."""
    thing, day, columns = _KINDS[kind]
    named = [_FOUND.get(name, f"t.{name}") for name in columns]
    whose = "s.resident_id" if thing == Thing.LEAVE else "t.resident_id"
    joins = " JOIN living_stay s ON s.id = t.stay_id" if thing == Thing.LEAVE else ""
    joins += " JOIN bed b ON b.id = t.bed_id" if _BED in columns else ""
    # Guests of the canteen are nobody's.
    joins += f" LEFT JOIN resident r ON r.id = {whose}"
    found = query.fetch(
        f"SELECT t.uid, r.uid, r.name, t.{day}, {', '.join(named)} FROM living_{thing} t{joins}"
        f" WHERE {_within(thing, day)} AND (? IS NULL OR {whose} = ?) ORDER BY t.{day}, t.id",
        [month.last.isoformat(), month.first.isoformat(), resident_id, resident_id],
    )
    names = ("uid", "resident", "name", "date", *(name.removesuffix(_MONEY) for name in columns))
    return [dict(zip(names, _told(columns, row), strict=True)) for row in found]


def _within(thing: Thing, day: str) -> str:
    if thing in _SPANS:
        return f"(t.{day} IS NULL OR t.{day} <= ?) AND (t.to_on IS NULL OR t.to_on >= ?)"
    return f"t.{day} <= ? AND t.{day} >= ?"


def _told(columns: tuple[str, ...], row: query.Row) -> list[object]:
    told: list[object] = list(row[:4])
    told[2] = told[2] or ""
    return told + [
        yuan_text(value) if name.endswith(_MONEY) else value for name, value in zip(columns, row[4:], strict=True)
    ]
