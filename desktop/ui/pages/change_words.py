"""The change log in words: tables, acts, fields, values. Fields without a word are inner workings and stay away."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import translate
from desktop.core.identity import masked
from desktop.core.money import yuan_text
from desktop.core.words import terms
from desktop.services.writing.audit import ChangeRow
from desktop.ui.forms.resident_field import person_of

_VALUES: Mapping[str, Mapping[str, str]] = {
    "sex": terms.SEXES,
    "document_kind": terms.DOCUMENT_KINDS,
    "register_state": terms.REGISTER_STATES,
    "living": terms.LIVING_ARRANGEMENTS,
    "marital": terms.MARITAL_STATES,
    "grade": terms.GRADES,
    "method": terms.VISIT_METHODS,
    "outcome": terms.VISIT_OUTCOMES,
    "place": terms.SERVICE_PLACES,
    "payer": terms.PAYERS,
    "meal": terms.MEALS,
    "level": terms.RISK_LEVELS,
    "role": terms.ROLES,
    "plan": terms.PLANS,
    **dict.fromkeys(terms.VISIT_BLOCKS, terms.BLOCK_STATES),
}
_VALUES_IN: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("flag", "kind"): terms.FLAGS,
    ("bed", "kind"): terms.BED_KINDS,
    ("bed", "mode"): terms.BED_MODES,
    ("bed", "state"): terms.BED_STATES,
    ("meal", "mode"): terms.MEAL_MODES,
    ("month", "state"): terms.MONTH_STATES,
    ("help_service", "state"): terms.SERVICE_STATES,
    ("help_service", "type"): terms.SERVICE_TYPES,
    ("visit_need", "type"): terms.SERVICE_TYPES,
    ("register_event", "state"): terms.REGISTER_STATES,
}


def table_words() -> dict[str, str]:
    """The kinds of records that one may want to look for."""
    return {
        "resident": translate("LogTables", "resident"),
        "register_event": translate("LogTables", "register state"),
        "flag": translate("LogTables", "flag"),
        "grade": translate("LogTables", "grade"),
        "contact": translate("LogTables", "contact"),
        "visit": translate("LogTables", "visit"),
        "visitor": translate("LogTables", "visitor"),
        "visit_need": translate("LogTables", "need"),
        "risk": translate("LogTables", "risk"),
        "excusal": translate("LogTables", "excusal"),
        "help_service": translate("LogTables", "help service"),
        "meal": translate("LogTables", "meal"),
        "scan_queue": translate("LogTables", "queued scan"),
        "meal_price": translate("LogTables", "meal price"),
        "subsidy_rule": translate("LogTables", "subsidy"),
        "bed": translate("LogTables", "bed"),
        "stay": translate("LogTables", "stay"),
        "leave": translate("LogTables", "leave"),
        "bed_outage": translate("LogTables", "bed out of service"),
        "printed_code": translate("LogTables", "code"),
        "month": translate("LogTables", "month"),
        "correction": translate("LogTables", "correction"),
        "sync_export": translate("LogTables", "sync file"),
        "import_batch": translate("LogTables", "import"),
        "rule": translate("LogTables", "rule"),
        "staff": translate("LogTables", "account"),
        "centre": translate("LogTables", "centre"),
        "setting": translate("LogTables", "setting"),
        "backup": translate("LogTables", "backup"),
    }


def action_words(action: str) -> str:
    """What was done."""
    words = {
        "add": translate("LogActions", "added"),
        "change": translate("LogActions", "changed"),
        "void": translate("LogActions", "voided"),
        "close": translate("LogActions", "closed"),
        "restore": translate("LogActions", "restored"),
        "upgrade": translate("LogActions", "upgraded"),
        "sign_in": translate("LogActions", "signed in"),
    }
    return words.get(action, translate("LogActions", "noted"))


def reason_words(reason: str) -> str:
    """Why: what a person wrote, or the program's own reasons in words."""
    words = {
        "import": translate("LogReasons", "import"),
        "undo import": translate("LogReasons", "import taken back"),
        "import undone": translate("LogReasons", "import taken back"),
        "initialise": translate("LogReasons", "centre made"),
        "replaced": translate("LogReasons", "replaced"),
    }
    return words.get(reason, reason)


def what_changed(row: ChangeRow) -> str:
    """The fields that a write touched, with old and new values."""
    if row.after is None:
        return ""
    names, before = _fields(), row.before
    parts = []
    for name, value in row.after.items():
        if name not in names:
            continue
        new = _value(row.table, name, value)
        if before is None:
            parts.append(translate("LogFields", "{field} {new}").format(field=names[name], new=new))
        else:
            old = _value(row.table, name, before.get(name))
            parts.append(translate("LogFields", "{field} {old} → {new}").format(field=names[name], old=old, new=new))
    return "；".join(parts)


def _value(table: str, name: str, value: object) -> str:
    if value in (None, ""):
        return "—"
    if isinstance(value, bool):
        return translate("LogFields", "yes") if value else translate("LogFields", "no")
    if name == "id_number":
        return masked(str(value))
    if name.endswith("_fen"):
        return yuan_text(int(str(value)))
    if name == "resident_id":
        person = person_of(int(str(value)))
        return person.name if person else "—"
    words = _VALUES_IN.get((table, name)) or _VALUES.get(name) or {}
    return words.get(str(value), str(value))


def _fields() -> dict[str, str]:
    return {**terms.VISIT_BLOCKS, **_person_fields(), **_event_fields(), **_other_fields()}


def _person_fields() -> dict[str, str]:
    return {
        "name": translate("LogFields", "name"),
        "sex": translate("LogFields", "sex"),
        "born_on": translate("LogFields", "born"),
        "id_number": translate("LogFields", "ID number"),
        "document_kind": translate("LogFields", "document"),
        "ethnicity": translate("LogFields", "ethnicity"),
        "marital": translate("LogFields", "marital status"),
        "community": translate("LogFields", "community"),
        "address": translate("LogFields", "address"),
        "phone": translate("LogFields", "phone"),
        "living": translate("LogFields", "lives"),
        "register_state": translate("LogFields", "state"),
        "grade": translate("LogFields", "grade"),
        "relation": translate("LogFields", "relation"),
        "remarks": translate("LogFields", "remarks"),
        "health_record": translate("LogFields", "health record"),
        "family_doctor": translate("LogFields", "family doctor"),
        "resident_id": translate("LogFields", "person"),
        "kind": translate("LogFields", "kind"),
        "from_on": translate("LogFields", "from"),
        "to_on": translate("LogFields", "to"),
    }


def _event_fields() -> dict[str, str]:
    return {
        "visited_on": translate("LogFields", "visited on"),
        "method": translate("LogFields", "method"),
        "outcome": translate("LogFields", "outcome"),
        "what": translate("LogFields", "what"),
        "level": translate("LogFields", "level"),
        "action": translate("LogFields", "action"),
        "found_on": translate("LogFields", "found on"),
        "due_on": translate("LogFields", "due on"),
        "closed_on": translate("LogFields", "closed on"),
        "result": translate("LogFields", "result"),
        "service_on": translate("LogFields", "day"),
        "type": translate("LogFields", "type"),
        "started": translate("LogFields", "start"),
        "ended": translate("LogFields", "end"),
        "worker": translate("LogFields", "worker"),
        "payer": translate("LogFields", "payer"),
        "place": translate("LogFields", "place"),
        "fee_fen": translate("LogFields", "fee"),
        "subsidy_fen": translate("LogFields", "subsidy"),
        "satisfaction": translate("LogFields", "satisfaction"),
        "cancel_reason": translate("LogFields", "cancelled because"),
        "eaten_on": translate("LogFields", "eaten on"),
        "meal": translate("LogFields", "meal"),
        "mode": translate("LogFields", "way"),
        "price_fen": translate("LogFields", "price"),
        "paid_fen": translate("LogFields", "paid"),
        "amount_fen": translate("LogFields", "amount"),
    }


def _other_fields() -> dict[str, str]:
    return {
        "state": translate("LogFields", "state"),
        "building": translate("LogFields", "building"),
        "room": translate("LogFields", "room"),
        "number": translate("LogFields", "number"),
        "reason": translate("LogFields", "reason"),
        "void_reason": translate("LogFields", "void because"),
        "remark": translate("LogFields", "remark"),
        "digits": translate("LogFields", "code"),
        "month": translate("LogFields", "month"),
        "period": translate("LogFields", "period"),
        "file_name": translate("LogFields", "file"),
        "valid_from": translate("LogFields", "holds from"),
        "note": translate("LogFields", "rule"),
        "role": translate("LogFields", "role"),
        "active": translate("LogFields", "active"),
        "plan": translate("LogFields", "plan"),
        "district": translate("LogFields", "district"),
        "confirmed_by": translate("LogFields", "confirmed by"),
        "backup_folder": translate("LogFields", "second backup place"),
        "full_export_due": translate("LogFields", "full export due"),
        "photo": translate("LogFields", "photograph"),
    }
