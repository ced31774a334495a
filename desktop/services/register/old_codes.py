"""Cards and labels that bear a code which was replaced since: they work, and whoever came with one is known.

Each is noted once a day in the change log, at the code that was scanned: the list of a day is read from there.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import LogAction, Thing
from desktop.core.codes import CodeKind, fold
from desktop.models import query
from desktop.models.resident import PrintedCode
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


class OldCode(NamedTuple):
    """An old code: what it is of, for people, since when it is one, and the code that stands now."""

    kind: CodeKind
    of: str
    on: dt.date
    by: str


class Came(NamedTuple):
    """Somebody who came with an old card on a day; ``printed`` says whether a new one was printed since."""

    resident_id: int
    name: str
    code: str
    at: str
    printed: bool


def seen(actor: Actor, scanned: str) -> OldCode | None:
    """Whether what was scanned is an old code, which is then noted; None for every other text."""
    digits = fold(scanned)
    old = printed_codes.replaced(digits)
    if old is None:
        return None
    _note(actor, digits)
    kind, of = printed_codes.of_what(digits)
    return OldCode(kind, of, *old)


def came(day: dt.date) -> list[Came]:
    """Who came with an old card on a day, in the order in which they came."""
    return query.fetch_as(
        Came,
        "SELECT r.id, r.name, n.digits, substr(s.first, 12, 5), EXISTS (SELECT 1 FROM change_log p"
        " WHERE p.table_name = ? AND p.row_id = n.id AND p.action = ? AND p.at >= s.first)"
        " FROM (SELECT c.resident_id AS who, min(l.at) AS first FROM living_printed_code c"
        " CROSS JOIN change_log l ON l.table_name = ? AND l.row_id = c.id AND l.action = ?"
        " WHERE c.kind = ? AND c.replaced_at IS NOT NULL AND l.at >= ? AND l.at < ? GROUP BY c.resident_id) s"
        " JOIN living_resident r ON r.id = s.who"
        " JOIN living_printed_code n ON n.resident_id = r.id AND n.kind = ? AND n.replaced_at IS NULL"
        " ORDER BY s.first, r.id",
        [
            *(Thing.PRINTED_CODE, LogAction.PRINT, Thing.PRINTED_CODE, LogAction.OLD_SCANNED, int(CodeKind.RESIDENT)),
            *(day.isoformat(), (day + dt.timedelta(days=1)).isoformat(), int(CodeKind.RESIDENT)),
        ],
    )


def to_reprint(day: dt.date) -> list[int]:
    """Those of them whose new card was not printed since."""
    return [one.resident_id for one in came(day) if not one.printed]


def _note(actor: Actor, digits: str) -> None:
    today = clock.today()
    with noting(actor) as unit:
        row = PrintedCode.get(PrintedCode.digits == digits)
        known = query.count(
            "SELECT count(*) FROM change_log WHERE table_name = ? AND row_id = ? AND action = ? AND at >= ?",
            [Thing.PRINTED_CODE, row.id, LogAction.OLD_SCANNED, today.isoformat()],
        )
        if not known:
            unit.note(row, LogAction.OLD_SCANNED)
