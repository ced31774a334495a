"""Help services for certain weekdays as they are agreed: their item is one that is offered then."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.reasons import Reason
from desktop.models.standing import StandingArrangement
from desktop.services.help_services import definitions
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


def agree(actor: Actor, draft: ServiceArrangementDraft) -> int:
    """Agree on a help service; the id. Refused while the same is agreed already."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        return arrangements.store(unit, draft, _offered(unit, draft))


def change(actor: Actor, arrangement_id: int, draft: ServiceArrangementDraft) -> None:
    """Put right or end what was agreed; its item stands, whatever is offered by now."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        arrangements.store(unit, draft, _offered(unit, draft, arrangement_id), arrangement_id)


def _offered(unit: Unit, draft: ServiceArrangementDraft, arrangement_id: int | None = None) -> Checks:
    checks, values = Checks(), declared.read(draft, Checks())
    kind, item = values["type"], values["item"]
    if not item or not kind:
        return checks
    row = unit.living(StandingArrangement, arrangement_id) if arrangement_id is not None else None
    if row is not None and (row.type, row.item) == (kind, item):
        return checks
    # It is agreed today: what began long ago may get an item that is offered since yesterday.
    day = max(values["valid_from"] or clock.today(), clock.today())
    if item not in definitions.items(kind, day):
        checks.refuse("item", Reason.UNKNOWN_WORD, item)
    return checks
