"""Who may do what unless the director says otherwise, and what no director can say: roles are data of actions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from desktop.core.acts import Action, Thing
from desktop.core.trade import Role


class Grant(StrEnum):
    """How far a role may do an act; ``OWN``: with rows that somebody recorded or is assigned to."""

    NO = "no"
    OWN = "own"
    ALL = "all"


class Bound(StrEnum):
    """Why the director cannot say so."""

    DIRECTOR = "bound_director"
    NEVER = "bound_never"
    KEPT = "bound_kept"
    READER = "bound_reader"
    NO_OWN = "bound_no_own"


# The rows that are somebody's own in an act that can be had for own rows only.
OWN_ROWS: Mapping[Action, frozenset[Thing]] = MappingProxyType(
    {
        Action.RECORD_VISIT: frozenset({Thing.VISIT, Thing.ROUTE_ROW}),
        Action.SUPERSEDE_VISIT: frozenset({Thing.VISIT}),
        Action.VOID_VISIT: frozenset({Thing.VISIT}),
        Action.VOID_CRISIS: frozenset({Thing.CRISIS_EVENT}),
        Action.VOID_SHEET: frozenset({Thing.ROUTE_SHEET}),
        Action.VOID_ATTACHMENT: frozenset({Thing.ATTACHMENT}),
        Action.RECORD_SERVICE: frozenset({Thing.HELP_SERVICE}),
        Action.ADVANCE_SERVICE: frozenset({Thing.HELP_SERVICE}),
        Action.VOID_SERVICE: frozenset({Thing.HELP_SERVICE}),
    }
)

# Everybody's, whatever is said: who may come in has a password of their own.
KEPT = frozenset({Action.SIGN_IN, Action.SET_OWN_PASSWORD})

# Who may come in, what is carried out of the house whole, what cannot be had back: the director's alone, always.
NEVER_GIVEN = frozenset(
    {
        Action.ADD_ACCOUNT,
        Action.BACKUP_PLACE,
        Action.ENROL,
        Action.ERASE_PERSON,
        Action.EXPORT_FULL,
        Action.GIVE_STATION,
        Action.INITIALISE,
        Action.LINK_ACCOUNT,
        Action.RESTORE,
        Action.SEAL_STORE,
        Action.SET_ACTIVE,
        Action.SET_PASSWORD,
        Action.SET_RIGHTS,
        Action.SET_ROLE,
    }
)

_DIRECTORS = NEVER_GIVEN | {
    Action.ANSWER_CORRECTION,
    Action.CHANGE_CENTRE,
    Action.CLOSE_MONTH,
    Action.CONFIRM_EXCUSE,
    Action.DEFINE_SERVICE,
    Action.EDIT_BUDGET,
    Action.EDIT_CERTIFICATE,
    Action.EDIT_INDICATOR,
    Action.EDIT_NAMED,
    Action.EDIT_WORKER,
    Action.KEEP_LABEL_SHEET,
    Action.MERGE_NAMED,
    Action.SET_CREDIT,
    Action.SET_LAYOUT,
    Action.SET_PRICE,
    Action.SET_RULE,
    Action.SET_SETTING,
    Action.START_ROUND,
    Action.VOID_CERTIFICATE,
    Action.VOID_DEFINITION,
    Action.VOID_PRICE,
    Action.VOID_ROUND,
}
# What carries many people's data out of the house, or says what the books say: the office's at most.
OFFICE_ONLY = _DIRECTORS | {
    Action.BACKUP,
    Action.CORRECT_ID,
    Action.CORRECT_MONTH,
    Action.DECIDE_CLASH,
    Action.EXCHANGE,
    Action.EXPORT,
    Action.IMPORT,
    Action.LIST_RETENTION,
    Action.MERGE,
    Action.PERSONAL_COPY,
    Action.READ_RECEIPT,
    Action.TELL_LOSS,
    Action.UNDO_IMPORT,
    Action.UNDO_MERGE,
    Action.VOID_RESIDENT,
}

# All that an auditor can ever have: looks, never writes.
READS = KEPT | {
    Action.AUDIT_SHOW,
    Action.HAND_OUT_NAMES,
    Action.READ_WORKERS,
    Action.REVEAL_LOG,
    Action.SHOW_ID,
    Action.TRACE_FOOD,
}

# Who looks at a whole ID number only to check what others did says what for.
SAYS_WHY = frozenset({Role.AUDITOR})

_OF_WRITERS: Mapping[Action, Grant] = {
    Action.AUDIT_SHOW: Grant.ALL,
    Action.KEEP_CHOICE: Grant.ALL,
    Action.TAKE_BACK: Grant.ALL,
}
_USUAL: Mapping[Role, Mapping[Action, Grant]] = {
    Role.DIRECTOR: dict.fromkeys(Action, Grant.ALL),
    Role.CLERK: {action: Grant.ALL for action in Action if action not in _DIRECTORS | {Action.REVEAL_LOG}},
    Role.VISITOR: {
        **_OF_WRITERS,
        Action.RECORD_VISIT: Grant.OWN,
        Action.SUPERSEDE_VISIT: Grant.OWN,
        Action.VOID_VISIT: Grant.OWN,
        Action.ORDER_NEEDS: Grant.ALL,
        Action.RECORD_RISK: Grant.ALL,
        Action.CLOSE_RISK: Grant.ALL,
        Action.REFER: Grant.ALL,
        Action.RECORD_CRISIS: Grant.ALL,
        Action.VOID_CRISIS: Grant.OWN,
        Action.MAKE_SHEET: Grant.ALL,
        Action.VOID_SHEET: Grant.OWN,
        Action.ATTACH: Grant.ALL,
        Action.VOID_ATTACHMENT: Grant.OWN,
    },
    Role.WORKER: {
        **_OF_WRITERS,
        Action.RECORD_SERVICE: Grant.OWN,
        Action.ADVANCE_SERVICE: Grant.OWN,
        Action.VOID_SERVICE: Grant.OWN,
        Action.PRINT_ORDER: Grant.ALL,
    },
    Role.AUDITOR: dict.fromkeys(READS, Grant.ALL),
}


def usual(role: Role, action: Action) -> Grant:
    """How far a role may do it unless the director says otherwise."""
    return Grant.ALL if action in KEPT else _USUAL[role].get(action, Grant.NO)


def bound(role: Role, action: Action, grant: Grant) -> Bound | None:
    """Why the director cannot say so; None where it can be said."""
    if role == Role.DIRECTOR:
        return None if grant == Grant.ALL else Bound.DIRECTOR
    if action in KEPT:
        return None if grant == Grant.ALL else Bound.KEPT
    if grant == Grant.NO:
        return None
    return _bound_to_give(role, action, grant)


def _bound_to_give(role: Role, action: Action, grant: Grant) -> Bound | None:
    if action in NEVER_GIVEN or (role != Role.CLERK and action in OFFICE_ONLY):
        return Bound.NEVER
    if role == Role.AUDITOR and action not in READS:
        return Bound.READER
    return Bound.NO_OWN if grant == Grant.OWN and action not in OWN_ROWS else None
