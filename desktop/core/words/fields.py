"""What a recorded field is called and what its value says: change log, history, merging, previews, missing columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.answers import IdState
from desktop.core.codes import CodeKind
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked
from desktop.core.words import counts, terms
from desktop.core.words.codes import code_word
from desktop.core.words.prices import SCREEN
from desktop.core.words.records import why_written

_NUMBERS = frozenset({"id_number", "id_written"})
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "sex": terms.SEXES.shown,
    "document_kind": terms.DOCUMENT_KINDS.shown,
    "marital": terms.MARITAL_STATES.shown,
    "household_kind": terms.HOUSEHOLD_KINDS.shown,
    "living": terms.LIVING_ARRANGEMENTS.shown,
    "register_state": terms.REGISTER_STATES.shown,
    "grade": terms.GRADES.shown,
    "method": terms.VISIT_METHODS.shown,
    "outcome": terms.VISIT_OUTCOMES.shown,
    "meal": terms.MEALS.shown,
    "place": terms.SERVICE_PLACES.shown,
    "payer": terms.PAYERS.shown,
    "level": terms.RISK_LEVELS.shown,
    "role": terms.ROLES.shown,
    "plan": terms.PLANS.shown,
    **dict.fromkeys(terms.VISIT_BLOCKS, terms.BLOCK_STATES.shown),
}
# Names that mean another list in another table.
_CHOICES_OF: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("flag", "kind"): terms.FLAGS.shown,
    ("bed", "kind"): terms.BED_KINDS.shown,
    ("bed", "mode"): terms.BED_MODES.shown,
    ("bed", "state"): terms.BED_STATES.shown,
    ("month", "state"): terms.MONTH_STATES.shown,
    ("register_event", "state"): terms.REGISTER_STATES.shown,
    ("help_service", "type"): terms.SERVICE_TYPES.shown,
    ("help_service", "state"): terms.SERVICE_STATES.shown,
    ("visit_need", "type"): terms.SERVICE_TYPES.shown,
    ("report_layout", "report"): terms.REPORTS.shown,
    ("meal", "mode"): terms.MEAL_MODES.shown,
    ("ledger_entry", "account"): terms.LEDGER_ACCOUNTS.shown,
    ("ledger_entry", "kind"): terms.ENTRY_KINDS.shown,
    ("credit_limit", "account"): terms.LEDGER_ACCOUNTS.shown,
    ("meal_price", "mode"): terms.MEAL_MODES.shown,
    ("subsidy_rule", "mode"): terms.MEAL_MODES.shown,
    ("subsidy_rule", "combining"): terms.COMBININGS.shown,
    ("standing_arrangement", "subject"): terms.STANDING_SUBJECTS.shown,
    ("route_sheet", "kind"): terms.SHEET_KINDS.shown,
    ("route_row", "outcome"): terms.DELIVERY_OUTCOMES.shown,
    ("scan_queue", "mode"): terms.MEAL_MODES.shown,
    ("post", "role"): terms.POST_ROLES.shown,
    ("certificate", "kind"): terms.CERTIFICATE_KINDS.shown,
    ("crisis_event", "kind"): terms.CRISIS_KINDS.shown,
    ("extra_round", "kind"): terms.ROUND_KINDS.shown,
    ("referral", "target"): terms.REFERRAL_TARGETS.shown,
    ("correction", "state"): terms.CORRECTION_STATES.shown,
    ("named", "list"): terms.NAMED_LISTS.shown,
    ("indicator", "numerator"): counts.SOURCES.shown,
    ("indicator", "denominator"): counts.SOURCES.shown,
    ("indicator", "direction"): counts.DIRECTIONS.shown,
    ("typed_figure", "key"): counts.TYPED.shown,
    ("enrolment", "reason"): terms.STOP_REASONS.shown,
    ("named_alias", "list"): terms.NAMED_LISTS.shown,
}
_TRUTHS = frozenset(
    {
        *("health_record", "family_doctor", "insured_medical", "insured_care", "insured_accident"),
        *("allowance_age", "allowance_care", "allowance_service", "active", "held", "replaces", "closed"),
    }
)


@dataclass(frozen=True)
class FieldWords:
    """One field of a write in words; ``before`` is empty in a new row."""

    name: str
    label: str
    before: str
    after: str


def written(
    table: str,
    before: Mapping[str, object] | None,
    after: Mapping[str, object] | None,
    person: Callable[[int], str] | None = None,
) -> tuple[FieldWords, ...]:
    """The fields that a write touched; ``person`` names a resident, without it nobody is named.

    Fields without a word are inner workings and stay away.
    """
    return tuple(_written(table, before or {}, after or {}, person))


def _written(
    table: str, before: Mapping[str, object], after: Mapping[str, object], person: Callable[[int], str] | None
) -> Iterator[FieldWords]:
    for name, value in after.items():
        label, old = _name_of(name, table), before.get(name)
        if label is None or (name == "resident_id" and person is None):
            continue
        if name == "resident_id" and person is not None:
            shown = tuple(person(int(str(one))) if one else "" for one in (old, value))
        else:
            shown = (value_words(table, name, old), value_words(table, name, value))
        yield FieldWords(name, label, *shown)


def value_words(table: str, field: str, value: object) -> str:
    """A value as a person reads it; an ID number is masked, nothing is an empty text."""
    if value is None or value == "":
        return ""
    if field in _NUMBERS:
        return masked(str(value))
    if field.endswith("_fen"):
        return yuan_text(int(str(value)))
    words = _CHOICES_OF.get((table, field)) or _CHOICES.get(field)
    if words is not None:
        return words.get(str(value), str(value))
    special = _SPECIAL.get((table, field)) or _SPECIAL_ANYWHERE.get(field)
    if special is not None:
        return special(str(value))
    if isinstance(value, bool) or field in _TRUTHS:
        return translate("FieldWords", "yes") if value else translate("FieldWords", "no")
    return str(value)


def _id_state_words(value: str) -> str:
    return said(_ID_STATES[value]) if value in _ID_STATES else value


def _source_words(value: str) -> str:
    return said(_SOURCES[value]) if value in _SOURCES else value


def _rule_words(value: str) -> str:
    """The value of a rule: a list of flags by their words; of several parts where they are read."""
    try:
        found = json.loads(value)
    except ValueError:
        return value
    if isinstance(found, list) and all(one in terms.FLAGS for one in found):
        return "、".join(terms.FLAGS.shown[one] for one in found)
    # A rule of several parts is read under 系统, where each has its word.
    return translate("FieldWords", "see Rules of counting") if isinstance(found, (dict, list)) else value


def _photograph(_file: str) -> str:
    # The name of its file says nothing to anybody.
    return translate("FieldWords", "a photograph")


def _code_kind(kind: str) -> str:
    return code_word(CodeKind(int(kind)))


def _import_kind(kind: str) -> str:
    return said(_WORKBOOKS[kind]) if kind in _WORKBOOKS else kind


def _flags(codes: str) -> str:
    return "、".join(terms.FLAGS.shown.get(code, code) for code in codes.split())


def _boxes(value: str) -> str:
    return "、".join(json.loads(value)) or translate("FieldWords", "as shipped")


def _columns(value: str) -> str:
    """The tables of a report whose columns the centre chose, each with those that are printed."""
    found = json.loads(value)
    printed = (
        f"{table}（{'、'.join(title for title, shown in columns if shown)}）" for table, columns in found.items()
    )
    return "；".join(printed) or translate("FieldWords", "as shipped")


# Fields of one table whose values are read in a way of their own.
_SPECIAL_ANYWHERE: Mapping[str, Callable[[str], str]] = {"id_state": _id_state_words, "void_reason": why_written}
_SPECIAL: Mapping[tuple[str, str], Callable[[str], str]] = {
    (Thing.ENROLMENT, "kind"): lambda value: field_word(value),
    (Thing.REGISTER_EVENT, "source"): _source_words,
    (Thing.RULE, "value"): _rule_words,
    (Thing.RESIDENT, "photo"): _photograph,
    (Thing.REPORT_LAYOUT, "boxes"): _boxes,
    (Thing.REPORT_LAYOUT, "columns"): _columns,
    (Thing.PRINTED_CODE, "kind"): _code_kind,
    (Thing.IMPORT_BATCH, "kind"): _import_kind,
    (Thing.SUBSIDY_RULE, "flags"): _flags,
    (Thing.MEAL_PRICE, "flags"): _flags,
    (Thing.MEAL_PRICE, "weekdays"): lambda value: SCREEN.days(value),
    (Thing.STANDING_ARRANGEMENT, "weekdays"): lambda value: SCREEN.days(value),
}
_WORKBOOKS: Mapping[str, Said] = {
    "residents": QT_TRANSLATE_NOOP("FieldWords", "residents"),
    "beds": QT_TRANSLATE_NOOP("FieldWords", "beds and stays"),
    "services": QT_TRANSLATE_NOOP("FieldWords", "help services"),
    "meals": QT_TRANSLATE_NOOP("FieldWords", "meals"),
    "visits": QT_TRANSLATE_NOOP("FieldWords", "visits"),
}


def field_word(field: str, table: str = "") -> str:
    """The name of a field on the screen; one without a word stands as it is."""
    return _name_of(field, table) or field


def _name_of(field: str, table: str) -> str | None:
    if field in terms.VISIT_BLOCKS:
        return terms.VISIT_BLOCKS.shown[field]
    words = _NAMES_OF.get((table, field)) or _NAMES.get(field)
    return said(words) if words is not None else None


_SOURCES: Mapping[str, Said] = {
    "form": QT_TRANSLATE_NOOP("FieldWords", "the form"),
    "desk": QT_TRANSLATE_NOOP("FieldWords", "the front desk"),
    "import": QT_TRANSLATE_NOOP("FieldWords", "an import"),
}
_ID_STATES: Mapping[str, Said] = {
    "valid": QT_TRANSLATE_NOOP("FieldWords", "checked"),
    IdState.TO_VERIFY: QT_TRANSLATE_NOOP("FieldWords", "to be verified"),
    "none": QT_TRANSLATE_NOOP("FieldWords", "none"),
}
_PERSON = {
    "name": QT_TRANSLATE_NOOP("FieldWords", "Name"),
    "document_kind": QT_TRANSLATE_NOOP("FieldWords", "Document"),
    "id_number": QT_TRANSLATE_NOOP("FieldWords", "ID number"),
    "id_written": QT_TRANSLATE_NOOP("FieldWords", "Number as written"),
    "id_state": QT_TRANSLATE_NOOP("FieldWords", "Number check"),
    "sex": QT_TRANSLATE_NOOP("FieldWords", "Sex"),
    "born_on": QT_TRANSLATE_NOOP("FieldWords", "Birth date"),
    "native_area": QT_TRANSLATE_NOOP("FieldWords", "Native area"),
    "ethnicity": QT_TRANSLATE_NOOP("FieldWords", "Ethnic group"),
    "marital": QT_TRANSLATE_NOOP("FieldWords", "Marital status"),
    "household_place": QT_TRANSLATE_NOOP("FieldWords", "Household registration"),
    "household_kind": QT_TRANSLATE_NOOP("FieldWords", "Kind of household"),
    "holds_from": QT_TRANSLATE_NOOP("FieldWords", "Change holds from"),
    "community": QT_TRANSLATE_NOOP("FieldWords", "Community"),
    "building": QT_TRANSLATE_NOOP("FieldWords", "Building"),
    "room": QT_TRANSLATE_NOOP("FieldWords", "Room"),
    "address": QT_TRANSLATE_NOOP("FieldWords", "Address"),
    "phone": QT_TRANSLATE_NOOP("FieldWords", "Phone"),
    "living": QT_TRANSLATE_NOOP("FieldWords", "Lives"),
    "photo": QT_TRANSLATE_NOOP("FieldWords", "Photo"),
    "remarks": QT_TRANSLATE_NOOP("FieldWords", "Remarks"),
    "contacts": QT_TRANSLATE_NOOP("FieldWords", "Emergency contact"),
    "register_state": QT_TRANSLATE_NOOP("FieldWords", "Register state"),
    "state_on": QT_TRANSLATE_NOOP("FieldWords", "State since"),
}
_CARE = {
    "disability_kind": QT_TRANSLATE_NOOP("FieldWords", "Kind of disability"),
    "disability_level": QT_TRANSLATE_NOOP("FieldWords", "Level of disability"),
    "chronic": QT_TRANSLATE_NOOP("FieldWords", "Chronic diseases"),
    "allergies": QT_TRANSLATE_NOOP("FieldWords", "Allergies"),
    "diet": QT_TRANSLATE_NOOP("FieldWords", "Diet"),
    "health_record": QT_TRANSLATE_NOOP("FieldWords", "Health record"),
    "health_record_no": QT_TRANSLATE_NOOP("FieldWords", "Health record number"),
    "family_doctor": QT_TRANSLATE_NOOP("FieldWords", "Family doctor signed"),
    "family_doctor_name": QT_TRANSLATE_NOOP("FieldWords", "Family doctor"),
    "insured_medical": QT_TRANSLATE_NOOP("FieldWords", "Medical insurance"),
    "insured_care": QT_TRANSLATE_NOOP("FieldWords", "Long-term care insurance"),
    "insured_accident": QT_TRANSLATE_NOOP("FieldWords", "Accident insurance"),
    "allowance_age": QT_TRANSLATE_NOOP("FieldWords", "Old-age allowance"),
    "allowance_care": QT_TRANSLATE_NOOP("FieldWords", "Care allowance"),
    "allowance_service": QT_TRANSLATE_NOOP("FieldWords", "Service allowance"),
    "consent_on": QT_TRANSLATE_NOOP("FieldWords", "Consent given on"),
    "consent_by": QT_TRANSLATE_NOOP("FieldWords", "Consent signed by"),
    "consent_paper_no": QT_TRANSLATE_NOOP("FieldWords", "Number of the consent paper"),
}
_PARTS = {
    "kind": QT_TRANSLATE_NOOP("FieldWords", "Kind"),
    "from_on": QT_TRANSLATE_NOOP("FieldWords", "From"),
    "to_on": QT_TRANSLATE_NOOP("FieldWords", "Until"),
    "proof": QT_TRANSLATE_NOOP("FieldWords", "Proof"),
    "grade": QT_TRANSLATE_NOOP("FieldWords", "Capability grade"),
    "grades": QT_TRANSLATE_NOOP("FieldWords", "Capability grade of that day"),
    "flags": QT_TRANSLATE_NOOP("FieldWords", "Categories with their days"),
    "assessed_on": QT_TRANSLATE_NOOP("FieldWords", "Assessed on"),
    "assessor": QT_TRANSLATE_NOOP("FieldWords", "Assessor"),
    "relation": QT_TRANSLATE_NOOP("FieldWords", "Relation"),
    "state": QT_TRANSLATE_NOOP("FieldWords", "State"),
    "on_date": QT_TRANSLATE_NOOP("FieldWords", "Day"),
    "source": QT_TRANSLATE_NOOP("FieldWords", "Source"),
    "reason": QT_TRANSLATE_NOOP("FieldWords", "Reason"),
    "platform": QT_TRANSLATE_NOOP("FieldWords", "Platform"),
    "value": QT_TRANSLATE_NOOP("FieldWords", "Value"),
    "digits": QT_TRANSLATE_NOOP("FieldWords", "Code"),
    "replaced_at": QT_TRANSLATE_NOOP("FieldWords", "Replaced"),
    "void_reason": QT_TRANSLATE_NOOP("FieldWords", "Why void"),
    "resident_id": QT_TRANSLATE_NOOP("FieldWords", "Resident"),
}
_EVENTS = {
    "visited_on": QT_TRANSLATE_NOOP("FieldWords", "Day of the visit"),
    "method": QT_TRANSLATE_NOOP("FieldWords", "Way of visiting"),
    "outcome": QT_TRANSLATE_NOOP("FieldWords", "Outcome"),
    "what": QT_TRANSLATE_NOOP("FieldWords", "What"),
    "level": QT_TRANSLATE_NOOP("FieldWords", "Level"),
    "action": QT_TRANSLATE_NOOP("FieldWords", "Measure"),
    "found_on": QT_TRANSLATE_NOOP("FieldWords", "Found on"),
    "due_on": QT_TRANSLATE_NOOP("FieldWords", "Due on"),
    "closed_on": QT_TRANSLATE_NOOP("FieldWords", "Closed on"),
    "result": QT_TRANSLATE_NOOP("FieldWords", "Result"),
    "confirmed_by": QT_TRANSLATE_NOOP("FieldWords", "Confirmed by"),
    "service_on": QT_TRANSLATE_NOOP("FieldWords", "Day of the service"),
    "type": QT_TRANSLATE_NOOP("FieldWords", "Kind of service"),
    "started": QT_TRANSLATE_NOOP("FieldWords", "Start"),
    "ended": QT_TRANSLATE_NOOP("FieldWords", "End"),
    "worker": QT_TRANSLATE_NOOP("FieldWords", "Worker"),
    "payer": QT_TRANSLATE_NOOP("FieldWords", "Paid by"),
    "place": QT_TRANSLATE_NOOP("FieldWords", "Place"),
    "fee_fen": QT_TRANSLATE_NOOP("FieldWords", "Fee"),
    "subsidy_fen": QT_TRANSLATE_NOOP("FieldWords", "Subsidy"),
    "satisfaction": QT_TRANSLATE_NOOP("FieldWords", "Satisfaction"),
    "cancel_reason": QT_TRANSLATE_NOOP("FieldWords", "Why cancelled"),
    "eaten_on": QT_TRANSLATE_NOOP("FieldWords", "Day of the meal"),
    "meal": QT_TRANSLATE_NOOP("FieldWords", "Meal"),
    "mode": QT_TRANSLATE_NOOP("FieldWords", "Mode"),
    "price_fen": QT_TRANSLATE_NOOP("FieldWords", "Price"),
    "paid_fen": QT_TRANSLATE_NOOP("FieldWords", "Paid"),
    "amount_fen": QT_TRANSLATE_NOOP("FieldWords", "Amount"),
    "min_age": QT_TRANSLATE_NOOP("FieldWords", "Age from"),
    "max_age": QT_TRANSLATE_NOOP("FieldWords", "Age up to"),
    "weekdays": QT_TRANSLATE_NOOP("FieldWords", "Days of the week"),
    "percent": QT_TRANSLATE_NOOP("FieldWords", "Share in per cent"),
    "day_cap_fen": QT_TRANSLATE_NOOP("FieldWords", "At most a day"),
    "month_cap_fen": QT_TRANSLATE_NOOP("FieldWords", "At most a month"),
    "min_spend_fen": QT_TRANSLATE_NOOP("FieldWords", "For a price from"),
    "combining": QT_TRANSLATE_NOOP("FieldWords", "With others"),
    "replaces": QT_TRANSLATE_NOOP("FieldWords", "Instead of all before"),
}
_OTHERS = {
    "number": QT_TRANSLATE_NOOP("FieldWords", "Number"),
    "remark": QT_TRANSLATE_NOOP("FieldWords", "Remark"),
    "month": QT_TRANSLATE_NOOP("FieldWords", "Month"),
    "period": QT_TRANSLATE_NOOP("FieldWords", "Period"),
    "file_name": QT_TRANSLATE_NOOP("FieldWords", "File"),
    "valid_from": QT_TRANSLATE_NOOP("FieldWords", "Holds from"),
    "note": QT_TRANSLATE_NOOP("FieldWords", "Rule"),
    "role": QT_TRANSLATE_NOOP("FieldWords", "Role"),
    "active": QT_TRANSLATE_NOOP("FieldWords", "In use"),
    "plan": QT_TRANSLATE_NOOP("FieldWords", "Plan"),
    "district": QT_TRANSLATE_NOOP("FieldWords", "District"),
    "lock_minutes": QT_TRANSLATE_NOOP("FieldWords", "Locks after minutes"),
    "backup_folder": QT_TRANSLATE_NOOP("FieldWords", "Second backup place"),
    "full_export_due": QT_TRANSLATE_NOOP("FieldWords", "Full export due"),
}
_NAMES: Mapping[str, Said] = {**_PERSON, **_CARE, **_PARTS, **_EVENTS, **_OTHERS}
# Names that mean something more in one table.
_NAMES_OF: Mapping[tuple[str, str], Said] = {
    ("enrolment", "kind"): QT_TRANSLATE_NOOP("FieldWords", "Enrolled in"),
    ("enrolment", "held"): QT_TRANSLATE_NOOP("FieldWords", "Enrolled"),
    ("enrolment", "detail"): QT_TRANSLATE_NOOP("FieldWords", "Name or number"),
    ("bed", "kind"): QT_TRANSLATE_NOOP("FieldWords", "Kind of bed"),
    ("bed", "number"): QT_TRANSLATE_NOOP("FieldWords", "Bed number"),
    ("bed", "mode"): QT_TRANSLATE_NOOP("FieldWords", "Kind of care"),
    ("post", "role"): QT_TRANSLATE_NOOP("FieldWords", "Post"),
    ("post", "unit"): QT_TRANSLATE_NOOP("FieldWords", "Unit"),
    ("ledger_entry", "account"): QT_TRANSLATE_NOOP("FieldWords", "Account of the balance"),
    ("ledger_entry", "day"): QT_TRANSLATE_NOOP("FieldWords", "Day of the entry"),
    ("ledger_entry", "cash_fen"): QT_TRANSLATE_NOOP("FieldWords", "Through the till"),
    ("ledger_entry", "cashier"): QT_TRANSLATE_NOOP("FieldWords", "Cashier"),
    ("ledger_entry", "receipt_number"): QT_TRANSLATE_NOOP("FieldWords", "Receipt number"),
    ("credit_limit", "account"): QT_TRANSLATE_NOOP("FieldWords", "Account of the balance"),
    ("credit_limit", "limit_fen"): QT_TRANSLATE_NOOP("FieldWords", "May go below nothing"),
    ("standing_arrangement", "subject"): QT_TRANSLATE_NOOP("FieldWords", "What was agreed"),
    ("standing_arrangement", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("holiday", "closed"): QT_TRANSLATE_NOOP("FieldWords", "Nothing is done on it"),
    ("route_sheet", "kind"): QT_TRANSLATE_NOOP("FieldWords", "What the list is for"),
    ("meal_price", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("subsidy_rule", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("post", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("certificate", "kind"): QT_TRANSLATE_NOOP("FieldWords", "Certificate"),
    ("certificate", "title"): QT_TRANSLATE_NOOP("FieldWords", "Called"),
    ("certificate", "issuer"): QT_TRANSLATE_NOOP("FieldWords", "Issued by"),
    ("certificate", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("worker", "note"): QT_TRANSLATE_NOOP("FieldWords", "Note"),
    ("report_layout", "report"): QT_TRANSLATE_NOOP("FieldWords", "Report"),
    ("report_layout", "letterhead"): QT_TRANSLATE_NOOP("FieldWords", "Letterhead"),
    ("report_layout", "note"): QT_TRANSLATE_NOOP("FieldWords", "Note beneath the tables"),
    ("report_layout", "boxes"): QT_TRANSLATE_NOOP("FieldWords", "Boxes to sign"),
    ("report_layout", "columns"): QT_TRANSLATE_NOOP("FieldWords", "Columns shown"),
    ("own_form", "name"): QT_TRANSLATE_NOOP("FieldWords", "Called"),
    ("own_form", "file"): QT_TRANSLATE_NOOP("FieldWords", "File"),
    ("own_form", "retired_on"): QT_TRANSLATE_NOOP("FieldWords", "Offered no more from"),
    ("named", "list"): QT_TRANSLATE_NOOP("FieldWords", "List"),
    ("named", "retired_on"): QT_TRANSLATE_NOOP("FieldWords", "Offered no more from"),
    ("named", "note"): QT_TRANSLATE_NOOP("FieldWords", "Note"),
    ("named_alias", "list"): QT_TRANSLATE_NOOP("FieldWords", "List"),
    ("named_alias", "text"): QT_TRANSLATE_NOOP("FieldWords", "Text"),
    ("printed_code", "kind"): QT_TRANSLATE_NOOP("FieldWords", "What it is"),
    ("import_batch", "kind"): QT_TRANSLATE_NOOP("FieldWords", "What was taken in"),
    ("enrolment", "reason"): QT_TRANSLATE_NOOP("FieldWords", "Why it stopped"),
    ("indicator", "name"): QT_TRANSLATE_NOOP("FieldWords", "Indicator"),
    ("indicator", "document"): QT_TRANSLATE_NOOP("FieldWords", "Policy document"),
    ("indicator", "clause"): QT_TRANSLATE_NOOP("FieldWords", "Clause"),
    ("indicator", "page"): QT_TRANSLATE_NOOP("FieldWords", "Page"),
    ("indicator", "direction"): QT_TRANSLATE_NOOP("FieldWords", "Direction"),
    ("indicator", "target"): QT_TRANSLATE_NOOP("FieldWords", "Target"),
    ("indicator", "unit"): QT_TRANSLATE_NOOP("FieldWords", "Unit of measure"),
    ("indicator", "per"): QT_TRANSLATE_NOOP("FieldWords", "For each"),
    ("indicator", "numerator"): QT_TRANSLATE_NOOP("FieldWords", "Numerator"),
    ("indicator", "denominator"): QT_TRANSLATE_NOOP("FieldWords", "Denominator"),
    ("indicator", "valid_to"): QT_TRANSLATE_NOOP("FieldWords", "Until"),
    ("typed_figure", "key"): QT_TRANSLATE_NOOP("FieldWords", "What is counted"),
    ("typed_figure", "value"): QT_TRANSLATE_NOOP("FieldWords", "How many"),
    ("typed_figure", "as_of"): QT_TRANSLATE_NOOP("FieldWords", "As of"),
    ("typed_figure", "note"): QT_TRANSLATE_NOOP("FieldWords", "Note"),
    ("rule", "value"): QT_TRANSLATE_NOOP("FieldWords", "Value of the rule"),
    ("crisis_event", "kind"): QT_TRANSLATE_NOOP("FieldWords", "Kind of crisis"),
    ("extra_round", "kind"): QT_TRANSLATE_NOOP("FieldWords", "Kind of round"),
    ("stay", "from_on"): QT_TRANSLATE_NOOP("FieldWords", "First day of the stay"),
}
