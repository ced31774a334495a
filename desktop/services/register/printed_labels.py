"""Which codes went out on a label or card: noted in the change log at each code, for a replaced one needs another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.codes import CodeKind
from desktop.models import query
from desktop.models.resident import PrintedCode
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

_OWNERS = {CodeKind.BED: "bed_id", CodeKind.RESIDENT: "resident_id"}


class Printed(NamedTuple):
    """When the code that stands was last printed, and when one that it replaced was."""

    on: dt.date | None = None
    earlier: dt.date | None = None


NEVER = Printed()


def note(actor: Actor, digits: Iterable[str], reason: str = "") -> int:
    """Note that the labels or cards of these codes went out; how many codes of this centre they were."""
    permissions.reading(actor, Action.PRINT_LABELS)
    with noting(actor, reason) as unit:
        wanted = query.listed(dict.fromkeys(digits))
        found = query.ids(f"SELECT id FROM living_printed_code WHERE digits IN {query.LISTED} ORDER BY id", [wanted])
        for one in found:
            unit.note(unit.living(PrintedCode, one), LogAction.PRINT)
    return len(found)


def printed(kind: CodeKind, ids: Sequence[int]) -> dict[int, Printed]:
    """Of these beds or residents, which label or card is on record as printed; of a bed without a code none."""
    owner = _OWNERS[kind]
    rows = query.fetch_as(
        _Row,
        f"SELECT c.{owner} AS of, max(CASE WHEN c.replaced_at IS NULL THEN l.at END) AS now,"
        " max(CASE WHEN c.replaced_at IS NOT NULL THEN l.at END) AS earlier"
        " FROM living_printed_code c CROSS JOIN change_log l ON l.table_name = ? AND l.row_id = c.id AND l.action = ?"
        f" WHERE c.kind = ? AND c.{owner} IN {query.LISTED} GROUP BY c.{owner}",
        [Thing.PRINTED_CODE, LogAction.PRINT, int(kind), query.listed(ids)],
    )
    found = {one.of: Printed(_day(one.now), _day(one.earlier)) for one in rows}
    return {one: found.get(one, NEVER) for one in ids}


def not_printed(kind: CodeKind, ids: Sequence[int]) -> list[int]:
    """Those of them whose code, as it stands, was never printed."""
    known = printed(kind, ids)
    return [one for one in ids if known[one].on is None]


class _Row(NamedTuple):
    of: int
    now: str | None
    earlier: str | None


def _day(at: str | None) -> dt.date | None:
    return dt.date.fromisoformat(at[:10]) if at else None
