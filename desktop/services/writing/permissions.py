"""Who may do what: one table, action by role. Window, commands and services ask the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.trade import Role
from desktop.services.writing.actor import Actor

_EVERYBODY = frozenset(Role)
# An auditor (审核) reads and writes nothing but the own password.
_WRITERS = _EVERYBODY - {Role.AUDITOR}
_DIRECTOR = frozenset({Role.DIRECTOR})
_OFFICE = frozenset({Role.DIRECTOR, Role.CLERK})

_OTHERS: Mapping[Action, frozenset[Role]] = {
    Action.ADD_ACCOUNT: _DIRECTOR,
    Action.ANSWER_CORRECTION: _OFFICE,
    Action.AUDIT_SHOW: _EVERYBODY,
    Action.BACKUP: _EVERYBODY,
    Action.CHANGE_CENTRE: _DIRECTOR,
    Action.CHARGE_STAY: _OFFICE,
    Action.CLOSE_MONTH: _DIRECTOR,
    Action.CONFIRM_EXCUSE: _DIRECTOR,
    Action.DEFINE_SERVICE: _DIRECTOR,
    Action.EDIT_BUDGET: _DIRECTOR,
    Action.EDIT_CERTIFICATE: _DIRECTOR,
    Action.EDIT_CONTRACT: _OFFICE,
    Action.EDIT_HOLIDAY: _OFFICE,
    Action.EDIT_INDICATOR: _DIRECTOR,
    Action.EDIT_NAMED: _DIRECTOR,
    Action.EDIT_WORKER: _DIRECTOR,
    Action.CORRECT_ENTRY: _OFFICE,
    Action.CORRECT_MONTH: _OFFICE,
    Action.ENTER_HOURS: _OFFICE,
    Action.EXPORT: _OFFICE,
    Action.GIVE_CONSENT: _OFFICE,
    Action.GIVE_STAY_MONEY: _OFFICE,
    Action.KEEP_FORM: _OFFICE,
    Action.LINK_ACCOUNT: _DIRECTOR,
    Action.MERGE_NAMED: _DIRECTOR,
    Action.PERSONAL_COPY: _OFFICE,
    Action.LIST_RETENTION: _OFFICE,
    Action.ERASE_PERSON: _DIRECTOR,
    Action.TELL_LOSS: _OFFICE,
    Action.PRICE_MEALS: _OFFICE,
    Action.RECORD_FIGURE: _OFFICE,
    Action.RECORD_TRAINING: _OFFICE,
    Action.READ_WORKERS: _OFFICE | {Role.AUDITOR},
    Action.RESTORE: _DIRECTOR,
    Action.REFUND: _OFFICE,
    Action.SEAL_STORE: _DIRECTOR,
    Action.SET_ACTIVE: _DIRECTOR,
    Action.SET_CREDIT: _DIRECTOR,
    Action.SET_LAYOUT: _DIRECTOR,
    Action.SET_OWN_PASSWORD: _EVERYBODY,
    Action.SET_PASSWORD: _DIRECTOR,
    Action.SET_PRICE: _DIRECTOR,
    Action.SET_ROLE: _DIRECTOR,
    Action.SET_RULE: _DIRECTOR,
    Action.SIGN_IN: _EVERYBODY,
    Action.START_ROUND: _DIRECTOR,
    Action.TAKE_STAY_MONEY: _OFFICE,
    Action.TRACE_FOOD: _OFFICE | {Role.AUDITOR},
    Action.VOID_CERTIFICATE: _DIRECTOR,
    Action.VOID_CONSENT: _OFFICE,
    Action.VOID_DEFINITION: _DIRECTOR,
    Action.VOID_FIGURE: _OFFICE,
    Action.VOID_PRICE: _DIRECTOR,
    Action.VOID_ROUND: _DIRECTOR,
    Action.VOID_TRAINING: _OFFICE,
    Action.WITHDRAW_CONSENT: _OFFICE,
}
MAY: Mapping[Action, frozenset[Role]] = MappingProxyType({action: _OTHERS.get(action, _WRITERS) for action in Action})


def may(role: str, action: Action) -> bool:
    """Whether a role may do it."""
    return role in MAY[action]


def reading(actor: Actor, action: Action) -> None:
    """Refuse who may not; for acts that write nothing. ``writing`` asks by itself."""
    if not may(actor.role, action):
        raise NotAllowed(action, actor.role)


def table() -> dict[str, dict[str, bool]]:
    """Every action with every role."""
    return {str(action): {str(role): may(role, action) for role in Role} for action in Action}
