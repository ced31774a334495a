"""What a recorded field is called and what its value says: change log, history, merging, previews, missing columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.answers import IdState
from desktop.core.codes import CodeKind
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked
from desktop.core.quantities import scaled_text
from desktop.core.words import counts, terms
from desktop.core.words.assessments import ASSESSMENT_REASONS, RISK_EVENTS, item_word
from desktop.core.words.balances import ENTRY_KINDS, LEDGER_ACCOUNTS, SERVICE_UNITS, amount_text
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.codes import code_word
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.core.words.field_names import NAMES, NAMES_OF
from desktop.core.words.food import ALLERGENS, BATCH_ENDS, CERTIFICATES_AND_LICENCES, COMPLAINTS_ABOUT, SHEETS_OF
from desktop.core.words.home_beds import HOME_BED_STATES, REVIEW_OUTCOMES
from desktop.core.words.label_sheets import LABEL_PAPERS
from desktop.core.words.office_keys import NUMBERS_WANTED
from desktop.core.words.prices import SCREEN
from desktop.core.words.records import why_written
from desktop.core.words.routes import DELIVERY_OUTCOMES, FOLLOW_UPS, SHEET_KINDS, STANDING_SUBJECTS
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS
from desktop.core.words.staying import CAPACITIES, LEAVE_KINDS, STAY_TERMS
from desktop.core.words.waiting import OFFER_STATES
from desktop.core.words.work import CERTIFICATE_LEVELS, TRAINING_KINDS

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
    "bed_class": BED_CLASSES.shown,
    **dict.fromkeys(terms.VISIT_BLOCKS, terms.BLOCK_STATES.shown),
}
# Names that mean another list in another table.
_CHOICES_OF: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("assessment", "reason"): ASSESSMENT_REASONS.shown,
    ("flag", "kind"): terms.FLAGS.shown,
    ("bed", "kind"): terms.BED_KINDS.shown,
    ("bed", "mode"): terms.BED_MODES.shown,
    ("bed_nature", "kind"): terms.BED_KINDS.shown,
    ("bed_nature", "mode"): terms.BED_MODES.shown,
    ("bed", "state"): terms.BED_STATES.shown,
    ("month", "state"): terms.MONTH_STATES.shown,
    ("register_event", "state"): terms.REGISTER_STATES.shown,
    ("help_service", "type"): terms.SERVICE_TYPES.shown,
    ("service_definition", "type"): terms.SERVICE_TYPES.shown,
    ("service_definition", "unit"): SERVICE_UNITS.shown,
    ("service_fee", "type"): terms.SERVICE_TYPES.shown,
    ("service_package", "type"): terms.SERVICE_TYPES.shown,
    ("service_package", "payer"): terms.PAYERS.shown,
    ("home_bed", "state"): HOME_BED_STATES.shown,
    ("home_bed_plan", "type"): terms.SERVICE_TYPES.shown,
    ("home_bed_review", "outcome"): REVIEW_OUTCOMES.shown,
    ("payer_budget", "payer"): terms.PAYERS.shown,
    ("bed_application", "mode"): terms.BED_MODES.shown,
    ("bed_application", "kind"): terms.BED_KINDS.shown,
    ("bed_offer", "state"): OFFER_STATES.shown,
    ("service_fee", "unit"): SERVICE_UNITS.shown,
    ("help_service", "rated_how"): FOLLOW_UPS.shown,
    ("help_service", "state"): terms.SERVICE_STATES.shown,
    ("visit_need", "type"): terms.SERVICE_TYPES.shown,
    ("report_layout", "report"): terms.REPORTS.shown,
    ("label_sheet", "paper"): LABEL_PAPERS.shown,
    ("district_key", "numbers"): NUMBERS_WANTED.shown,
    ("meal", "mode"): terms.MEAL_MODES.shown,
    ("ledger_entry", "account"): LEDGER_ACCOUNTS.shown,
    ("ledger_entry", "kind"): ENTRY_KINDS.shown,
    ("credit_limit", "account"): LEDGER_ACCOUNTS.shown,
    ("meal_price", "mode"): terms.MEAL_MODES.shown,
    ("subsidy_rule", "mode"): terms.MEAL_MODES.shown,
    ("subsidy_rule", "combining"): terms.COMBININGS.shown,
    ("standing_arrangement", "subject"): STANDING_SUBJECTS.shown,
    ("route_sheet", "kind"): SHEET_KINDS.shown,
    ("route_row", "outcome"): DELIVERY_OUTCOMES.shown,
    ("scan_queue", "mode"): terms.MEAL_MODES.shown,
    ("post", "role"): terms.POST_ROLES.shown,
    ("training", "kind"): TRAINING_KINDS.shown,
    ("food_purchase", "ended_as"): BATCH_ENDS.shown,
    ("kitchen_sheet", "kind"): SHEETS_OF.shown,
    ("complaint", "about"): COMPLAINTS_ABOUT.shown,
    ("certificate", "kind"): CERTIFICATES_AND_LICENCES.shown,
    ("certificate", "level"): CERTIFICATE_LEVELS.shown,
    ("stay", "term"): STAY_TERMS.shown,
    ("stay_rate", "term"): STAY_TERMS.shown,
    ("stay_rate", "part"): FEE_PARTS.shown,
    ("stay_rate", "unit"): FEE_UNITS.shown,
    ("leave", "kind"): LEAVE_KINDS.shown,
    ("consent_withdrawal", "scope"): CONSENT_SCOPES.shown,
    ("stay_contract", "capacity"): CAPACITIES.shown,
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
        *("allowance_age", "allowance_care", "allowance_service", "active", "held", "replaces", "closed", "fit"),
        "coma",
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
        elif (table, name) == (Thing.LEDGER_ENTRY, "amount"):
            # An entry is never changed: its account stands beside it, and says in what it is counted.
            shown = "", amount_text(LedgerAccount(str(after["account"])), int(str(value)))
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


def _answers(value: str) -> str:
    return "、".join(f"{item_word(key) or key} {points}" for key, points in json.loads(value).items())


def _events(value: str) -> str:
    return "、".join(f"{RISK_EVENTS.shown[kind]} {count}" for kind, count in json.loads(value).items())


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
    (Thing.ASSESSMENT, "answers"): _answers,
    (Thing.ASSESSMENT, "events"): _events,
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
    (Thing.SERVICE_FEE, "flags"): _flags,
    (Thing.DISH, "allergens"): lambda value: "、".join(ALLERGENS.shown.get(one, one) for one in value.split()),
    (Thing.FOOD_PURCHASE, "quantity_milli"): lambda value: scaled_text(int(value), 3),
    (Thing.KITCHEN_SHEET, "tenths"): lambda value: f"{scaled_text(int(value), 1)}℃",
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
    words = NAMES_OF.get((table, field)) or NAMES.get(field)
    return said(words) if words is not None else item_word(field)


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
# Names that mean something more in one table.
