"""Whose a row is: who recorded it, and who is assigned to it. Asked of rows as they stand within the transaction."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core import rights
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import NotAllowed
from desktop.core.rights import Grant
from desktop.models import query
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.guard import Kept

# The texts that name who is assigned, by table; ``?`` is the row's id.
_ASSIGNED: Mapping[str, str] = {
    Thing.HELP_SERVICE: "SELECT worker FROM living_help_service WHERE id = ?",
    Thing.VISIT: "SELECT name FROM living_visitor WHERE visit_id = ?",
    Thing.ROUTE_SHEET: "SELECT visitor FROM living_route_sheet WHERE id = ?",
    Thing.ROUTE_ROW: "SELECT s.visitor FROM living_route_row r JOIN living_route_sheet s ON s.id = r.sheet_id"
    " WHERE r.id = ?",
}


def require_own(actor: Actor, action: Action | None, table: str, standing: Kept) -> None:
    """NotAllowed for a row of others where the role may do this act with own rows only."""
    refused = None if action is None else _refusal(actor, action, table, int(str(standing["id"])))
    if refused is not None:
        raise refused


def reading(actor: Actor, action: Action, table: str, row_id: int) -> None:
    """``permissions.reading`` for one row, before anything is written: NotAllowed as the act itself would say it.

    What the window asks of the chosen line. The act asks again, of the row as it stands then.
    """
    permissions.reading(actor, action)
    refused = _refusal(actor, action, table, row_id)
    if refused is not None:
        raise refused


def _refusal(actor: Actor, action: Action, table: str, row_id: int) -> NotAllowed | None:
    if table not in rights.OWN_ROWS.get(action, ()) or permissions.grant(actor.role, action) != Grant.OWN:
        return None
    if _recorded(actor, table, row_id) or _assigned(actor, table, row_id):
        return None
    return NotAllowed(action, actor.role, permissions.who_may(action, own=False), own=True)


def _recorded(actor: Actor, table: str, row_id: int) -> bool:
    if table == Thing.ROUTE_ROW:
        sheets = query.ids("SELECT sheet_id FROM living_route_row WHERE id = ?", [row_id])
        return any(_recorded(actor, Thing.ROUTE_SHEET, one) for one in sheets)
    by, whose = (
        ("staff_id = ?", actor.staff_id) if actor.staff_id else ("staff_id IS NULL AND staff_name = ?", actor.name)
    )
    found = f"SELECT count(*) FROM change_log WHERE table_name = ? AND row_id = ? AND action = ? AND {by}"
    return query.count(found, [table, row_id, LogAction.ADD, whose]) > 0


def _assigned(actor: Actor, table: str, row_id: int) -> bool:
    texts = query.texts(_ASSIGNED[table], [row_id]) if table in _ASSIGNED else []
    if table == Thing.ROUTE_ROW and not any(texts):
        # A sheet that was given to nobody is for whoever goes.
        return True
    return not _called(actor).isdisjoint(name.strip() for text in texts for name in text.split("、"))


def _called(actor: Actor) -> frozenset[str]:
    """What somebody is called in records: all names of the account's person, else the account's name."""
    named = query.ids("SELECT named_id FROM living_staff WHERE id = ? AND named_id IS NOT NULL", [actor.staff_id or 0])
    if not named:
        return frozenset({actor.name} - {""})
    names = query.texts("SELECT name FROM living_named_name WHERE named_id = ?", named)
    return frozenset(names + query.texts("SELECT text FROM living_named_alias WHERE named_id = ?", named))
