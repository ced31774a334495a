"""What each act is called in a sentence and on a sheet, and the groups that they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Action
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said
from desktop.core.rights import Grant
from desktop.core.words import terms


def act_word(action: str) -> str:
    """What an act is called within a sentence."""
    return said(_ACTS[Action(action)]) if action in _ACTS else action


def act_title(action: Action) -> str:
    """The same, standing alone."""
    words = act_word(action)
    return words[:1].upper() + words[1:]


def grant_word(grant: Grant) -> str:
    """How far somebody may do it."""
    return said(_GRANTS[grant])


def roles_text(roles: tuple[str, ...]) -> str:
    """Roles after one another."""
    return "、".join(terms.ROLES.shown.get(one, one) for one in roles)


def groups() -> list[tuple[str, tuple[Action, ...]]]:
    """The acts by what they are about, in the order in which they are listed."""
    return [(said(title), tuple(acts)) for title, acts in _GROUPS]


_GRANTS: Mapping[Grant, Said] = {
    Grant.NO: QT_TRANSLATE_NOOP("Rights", "no"),
    Grant.OWN: QT_TRANSLATE_NOOP("Rights", "own only"),
    Grant.ALL: QT_TRANSLATE_NOOP("Rights", "yes"),
}

_PEOPLE: Mapping[Action, Said] = {
    Action.EDIT_RESIDENT: QT_TRANSLATE_NOOP("Rights", "change a person's record"),
    Action.CHANGE_STATE: QT_TRANSLATE_NOOP("Rights", "change the state on the register"),
    Action.TAKE_BACK_STATE: QT_TRANSLATE_NOOP("Rights", "take back a change of state"),
    Action.CORRECT_ID: QT_TRANSLATE_NOOP("Rights", "correct an ID number"),
    Action.REVEAL_LOG: QT_TRANSLATE_NOOP("Rights", "look at whole ID numbers in the log"),
    Action.SHOW_ID: QT_TRANSLATE_NOOP("Rights", "look at the whole ID number"),
    Action.HAND_OUT_NAMES: QT_TRANSLATE_NOOP("Rights", "print and save lists and reports with names"),
    Action.MERGE: QT_TRANSLATE_NOOP("Rights", "merge two records of one person"),
    Action.UNDO_MERGE: QT_TRANSLATE_NOOP("Rights", "undo a merge"),
    Action.DISMISS_PAIR: QT_TRANSLATE_NOOP("Rights", "note that two records are two people"),
    Action.REOPEN_PAIR: QT_TRANSLATE_NOOP("Rights", "ask again about two records"),
    Action.VOID_RESIDENT: QT_TRANSLATE_NOOP("Rights", "void a person's record"),
    Action.CHOOSE_GRADE: QT_TRANSLATE_NOOP("Rights", "record a grade"),
    Action.VOID_GRADE: QT_TRANSLATE_NOOP("Rights", "void a grade"),
    Action.ASSESS: QT_TRANSLATE_NOOP("Rights", "record an assessment"),
    Action.PRINT_ASSESSMENT: QT_TRANSLATE_NOOP("Rights", "print an assessment"),
    Action.KEEP_PHOTO: QT_TRANSLATE_NOOP("Rights", "keep a photograph"),
    Action.REMOVE_PHOTO: QT_TRANSLATE_NOOP("Rights", "remove a photograph"),
    Action.REPLACE_CODE: QT_TRANSLATE_NOOP("Rights", "replace a printed code"),
    Action.PRINT_LABELS: QT_TRANSLATE_NOOP("Rights", "print labels and cards"),
    Action.IMPORT: QT_TRANSLATE_NOOP("Rights", "take in a workbook"),
    Action.UNDO_IMPORT: QT_TRANSLATE_NOOP("Rights", "undo an import"),
    Action.ANSWER_NAMED: QT_TRANSLATE_NOOP("Rights", "say whose name a text is"),
    Action.WITHDRAW_CONSENT: QT_TRANSLATE_NOOP("Rights", "record that consent is withdrawn"),
    Action.GIVE_CONSENT: QT_TRANSLATE_NOOP("Rights", "record that consent is given anew"),
    Action.VOID_CONSENT: QT_TRANSLATE_NOOP("Rights", "void a withdrawal of consent"),
}
_VISITS: Mapping[Action, Said] = {
    Action.RECORD_VISIT: QT_TRANSLATE_NOOP("Rights", "record visits and calls"),
    Action.SUPERSEDE_VISIT: QT_TRANSLATE_NOOP("Rights", "correct a visit"),
    Action.VOID_VISIT: QT_TRANSLATE_NOOP("Rights", "void a visit"),
    Action.ORDER_NEEDS: QT_TRANSLATE_NOOP("Rights", "open orders for the needs of a visit"),
    Action.RECORD_RISK: QT_TRANSLATE_NOOP("Rights", "record a risk"),
    Action.CLOSE_RISK: QT_TRANSLATE_NOOP("Rights", "close a risk"),
    Action.REFER: QT_TRANSLATE_NOOP("Rights", "refer a risk"),
    Action.RECORD_CRISIS: QT_TRANSLATE_NOOP("Rights", "record a crisis"),
    Action.VOID_CRISIS: QT_TRANSLATE_NOOP("Rights", "void a crisis"),
    Action.MAKE_SHEET: QT_TRANSLATE_NOOP("Rights", "make route sheets and delivery lists"),
    Action.VOID_SHEET: QT_TRANSLATE_NOOP("Rights", "void a route sheet"),
    Action.ATTACH: QT_TRANSLATE_NOOP("Rights", "attach a scan"),
    Action.VOID_ATTACHMENT: QT_TRANSLATE_NOOP("Rights", "void a scan"),
    Action.ASSIGN: QT_TRANSLATE_NOOP("Rights", "assign people to visitors"),
    Action.EXPLAIN_FINDING: QT_TRANSLATE_NOOP("Rights", "explain a finding"),
    Action.CONFIRM_EXCUSE: QT_TRANSLATE_NOOP("Rights", "confirm that a visit is not due"),
    Action.START_ROUND: QT_TRANSLATE_NOOP("Rights", "start an extra round"),
    Action.VOID_ROUND: QT_TRANSLATE_NOOP("Rights", "void an extra round"),
}
_SERVICES: Mapping[Action, Said] = {
    Action.RECORD_SERVICE: QT_TRANSLATE_NOOP("Rights", "record services and orders"),
    Action.ADVANCE_SERVICE: QT_TRANSLATE_NOOP("Rights", "dispatch, finish, rate or cancel an order"),
    Action.VOID_SERVICE: QT_TRANSLATE_NOOP("Rights", "void a service"),
    Action.PRINT_ORDER: QT_TRANSLATE_NOOP("Rights", "print orders"),
    Action.EDIT_STANDING: QT_TRANSLATE_NOOP("Rights", "change standing orders"),
    Action.EDIT_HOLIDAY: QT_TRANSLATE_NOOP("Rights", "set holidays"),
    Action.EDIT_PACKAGE: QT_TRANSLATE_NOOP("Rights", "change service packages"),
    Action.EDIT_BUDGET: QT_TRANSLATE_NOOP("Rights", "change payers' budgets"),
    Action.DEFINE_SERVICE: QT_TRANSLATE_NOOP("Rights", "define what is offered"),
    Action.VOID_DEFINITION: QT_TRANSLATE_NOOP("Rights", "void what is offered"),
    Action.EDIT_HOME_BED: QT_TRANSLATE_NOOP("Rights", "keep care beds at home"),
}
_CANTEEN: Mapping[Action, Said] = {
    Action.RECORD_MEAL: QT_TRANSLATE_NOOP("Rights", "record meals"),
    Action.VOID_MEAL: QT_TRANSLATE_NOOP("Rights", "void a meal"),
    Action.RESOLVE_SCAN: QT_TRANSLATE_NOOP("Rights", "say who an open scan is"),
    Action.DISMISS_SCAN: QT_TRANSLATE_NOOP("Rights", "dismiss an open scan"),
    Action.RATE_MEAL: QT_TRANSLATE_NOOP("Rights", "record opinions of meals"),
    Action.RECORD_DELIVERY: QT_TRANSLATE_NOOP("Rights", "sign deliveries back"),
    Action.PRICE_MEALS: QT_TRANSLATE_NOOP("Rights", "price meals without a price"),
    Action.TOP_UP: QT_TRANSLATE_NOOP("Rights", "take money for meals"),
    Action.REFUND: QT_TRANSLATE_NOOP("Rights", "give money for meals back"),
    Action.CORRECT_ENTRY: QT_TRANSLATE_NOOP("Rights", "correct an entry of a ledger"),
    Action.HAND_OVER: QT_TRANSLATE_NOOP("Rights", "hand the cash over"),
    Action.PRINT_RECEIPT: QT_TRANSLATE_NOOP("Rights", "print receipts"),
    Action.SET_CREDIT: QT_TRANSLATE_NOOP("Rights", "set a credit limit"),
    Action.RECORD_DISH: QT_TRANSLATE_NOOP("Rights", "keep dishes and menus"),
    Action.RECORD_KITCHEN: QT_TRANSLATE_NOOP("Rights", "keep samples and kitchen sheets"),
    Action.RECORD_PURCHASE: QT_TRANSLATE_NOOP("Rights", "record food bought"),
    Action.RECORD_COMPLAINT: QT_TRANSLATE_NOOP("Rights", "record complaints"),
    Action.VOID_FOOD: QT_TRANSLATE_NOOP("Rights", "void rows of the food ledger"),
    Action.TRACE_FOOD: QT_TRANSLATE_NOOP("Rights", "trace food to people"),
}
_BEDS: Mapping[Action, Said] = {
    Action.ADMIT: QT_TRANSLATE_NOOP("Rights", "admit somebody"),
    Action.DISCHARGE: QT_TRANSLATE_NOOP("Rights", "discharge somebody"),
    Action.MOVE_BED: QT_TRANSLATE_NOOP("Rights", "move somebody to another bed"),
    Action.VOID_STAY: QT_TRANSLATE_NOOP("Rights", "void a stay"),
    Action.RECORD_LEAVE: QT_TRANSLATE_NOOP("Rights", "record a leave"),
    Action.CHANGE_LEAVE: QT_TRANSLATE_NOOP("Rights", "change a leave"),
    Action.END_LEAVE: QT_TRANSLATE_NOOP("Rights", "end a leave"),
    Action.VOID_LEAVE: QT_TRANSLATE_NOOP("Rights", "void a leave"),
    Action.EDIT_BED: QT_TRANSLATE_NOOP("Rights", "keep rooms and beds"),
    Action.CLOSE_BED: QT_TRANSLATE_NOOP("Rights", "take a bed out of service"),
    Action.REOPEN_BED: QT_TRANSLATE_NOOP("Rights", "put a bed back into service"),
    Action.RESERVE_BED: QT_TRANSLATE_NOOP("Rights", "reserve a bed"),
    Action.VOID_BED_FACT: QT_TRANSLATE_NOOP("Rights", "void a fact about a bed"),
    Action.EDIT_WAITING: QT_TRANSLATE_NOOP("Rights", "keep the waiting list"),
    Action.OFFER_BED: QT_TRANSLATE_NOOP("Rights", "offer a bed"),
    Action.ANSWER_OFFER: QT_TRANSLATE_NOOP("Rights", "record the answer to an offer"),
    Action.EDIT_CONTRACT: QT_TRANSLATE_NOOP("Rights", "keep contracts"),
    Action.CHARGE_STAY: QT_TRANSLATE_NOOP("Rights", "charge fees of stays"),
    Action.TAKE_STAY_MONEY: QT_TRANSLATE_NOOP("Rights", "take money for stays"),
    Action.GIVE_STAY_MONEY: QT_TRANSLATE_NOOP("Rights", "give money for stays back"),
    Action.RECORD_DAY_CARE: QT_TRANSLATE_NOOP("Rights", "record day care"),
    Action.VOID_DAY_CARE: QT_TRANSLATE_NOOP("Rights", "void day care"),
}
_MONTHS: Mapping[Action, Said] = {
    Action.CLOSE_MONTH: QT_TRANSLATE_NOOP("Rights", "close a month"),
    Action.CORRECT_MONTH: QT_TRANSLATE_NOOP("Rights", "open a correction of a month"),
    Action.ANSWER_CORRECTION: QT_TRANSLATE_NOOP("Rights", "approve or refuse a correction"),
    Action.RECORD_FIGURE: QT_TRANSLATE_NOOP("Rights", "type figures"),
    Action.VOID_FIGURE: QT_TRANSLATE_NOOP("Rights", "void a typed figure"),
    Action.EDIT_INDICATOR: QT_TRANSLATE_NOOP("Rights", "keep the plan's indicators"),
    Action.EXPORT: QT_TRANSLATE_NOOP("Rights", "export for the district"),
    Action.EXPORT_FULL: QT_TRANSLATE_NOOP("Rights", "export everything"),
    Action.GIVE_STATION: QT_TRANSLATE_NOOP("Rights", "give a second station"),
    Action.EXCHANGE: QT_TRANSLATE_NOOP("Rights", "exchange with another station"),
    Action.DECIDE_CLASH: QT_TRANSLATE_NOOP("Rights", "decide what two stations wrote"),
    Action.READ_RECEIPT: QT_TRANSLATE_NOOP("Rights", "read in receipts of the district"),
    Action.KEEP_FORM: QT_TRANSLATE_NOOP("Rights", "keep own forms"),
    Action.KEEP_LABEL_SHEET: QT_TRANSLATE_NOOP("Rights", "keep label sheets"),
    Action.SET_LAYOUT: QT_TRANSLATE_NOOP("Rights", "set the layout of reports"),
}
_STAFF: Mapping[Action, Said] = {
    Action.READ_WORKERS: QT_TRANSLATE_NOOP("Rights", "read the records of staff"),
    Action.EDIT_WORKER: QT_TRANSLATE_NOOP("Rights", "keep the records of staff"),
    Action.EDIT_CERTIFICATE: QT_TRANSLATE_NOOP("Rights", "keep certificates"),
    Action.VOID_CERTIFICATE: QT_TRANSLATE_NOOP("Rights", "void a certificate"),
    Action.RECORD_TRAINING: QT_TRANSLATE_NOOP("Rights", "record trainings"),
    Action.VOID_TRAINING: QT_TRANSLATE_NOOP("Rights", "void a training"),
    Action.ENTER_HOURS: QT_TRANSLATE_NOOP("Rights", "enter hours of volunteers"),
}
_HOUSE: Mapping[Action, Said] = {
    Action.ADD_ACCOUNT: QT_TRANSLATE_NOOP("Rights", "add an account"),
    Action.SET_ROLE: QT_TRANSLATE_NOOP("Rights", "set the role of an account"),
    Action.SET_ACTIVE: QT_TRANSLATE_NOOP("Rights", "open or close an account"),
    Action.SET_PASSWORD: QT_TRANSLATE_NOOP("Rights", "give somebody a password"),
    Action.LINK_ACCOUNT: QT_TRANSLATE_NOOP("Rights", "say whose an account is"),
    Action.SET_RIGHTS: QT_TRANSLATE_NOOP("Rights", "say what a role may do"),
    Action.SET_RULE: QT_TRANSLATE_NOOP("Rights", "set rules of counting"),
    Action.SET_PRICE: QT_TRANSLATE_NOOP("Rights", "set prices"),
    Action.VOID_PRICE: QT_TRANSLATE_NOOP("Rights", "void a price"),
    Action.SET_SETTING: QT_TRANSLATE_NOOP("Rights", "change settings of the centre"),
    Action.CHANGE_CENTRE: QT_TRANSLATE_NOOP("Rights", "change the name of the centre"),
    Action.EDIT_NAMED: QT_TRANSLATE_NOOP("Rights", "keep the lists of names"),
    Action.MERGE_NAMED: QT_TRANSLATE_NOOP("Rights", "merge two names"),
    Action.BACKUP: QT_TRANSLATE_NOOP("Rights", "back up now"),
    Action.BACKUP_PLACE: QT_TRANSLATE_NOOP("Rights", "choose the second place for backups"),
    Action.RESTORE: QT_TRANSLATE_NOOP("Rights", "restore a backup"),
    Action.SEAL_STORE: QT_TRANSLATE_NOOP("Rights", "encrypt the data"),
    Action.ENROL: QT_TRANSLATE_NOOP("Rights", "enrol with a district"),
    Action.INITIALISE: QT_TRANSLATE_NOOP("Rights", "make a centre"),
    Action.PERSONAL_COPY: QT_TRANSLATE_NOOP("Rights", "give out everything about one person"),
    Action.ERASE_PERSON: QT_TRANSLATE_NOOP("Rights", "delete personal data"),
    Action.LIST_RETENTION: QT_TRANSLATE_NOOP("Rights", "list whose data may be deleted"),
    Action.TELL_LOSS: QT_TRANSLATE_NOOP("Rights", "make an incident sheet"),
    Action.AUDIT_SHOW: QT_TRANSLATE_NOOP("Rights", "read and verify the log"),
    Action.TAKE_BACK: QT_TRANSLATE_NOOP("Rights", "take the own last acts back"),
    Action.KEEP_CHOICE: QT_TRANSLATE_NOOP("Rights", "keep how things are printed"),
    Action.SET_OWN_PASSWORD: QT_TRANSLATE_NOOP("Rights", "change the own password"),
    Action.SIGN_IN: QT_TRANSLATE_NOOP("Rights", "sign in"),
}
_GROUPS: tuple[tuple[Said, Mapping[Action, Said]], ...] = (
    (QT_TRANSLATE_NOOP("Rights", "Register"), _PEOPLE),
    (QT_TRANSLATE_NOOP("Rights", "Visits"), _VISITS),
    (QT_TRANSLATE_NOOP("Rights", "Help services"), _SERVICES),
    (QT_TRANSLATE_NOOP("Rights", "Canteen"), _CANTEEN),
    (QT_TRANSLATE_NOOP("Rights", "Beds and day care"), _BEDS),
    (QT_TRANSLATE_NOOP("Rights", "Months and reports"), _MONTHS),
    (QT_TRANSLATE_NOOP("Rights", "People who work here"), _STAFF),
    (QT_TRANSLATE_NOOP("Rights", "Centre and data"), _HOUSE),
)
_ACTS: Mapping[Action, Said] = {action: words for _title, group in _GROUPS for action, words in group.items()}
