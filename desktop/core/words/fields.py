"""What a recorded field is called and what its value says, for change history, merging and previews."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import translate
from desktop.core.identity import masked
from desktop.core.money import to_yuan
from desktop.core.words import terms

_NUMBERS = frozenset({"id_number", "id_written"})
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "sex": terms.SEXES,
    "document_kind": terms.DOCUMENT_KINDS,
    "marital": terms.MARITAL_STATES,
    "household_kind": terms.HOUSEHOLD_KINDS,
    "living": terms.LIVING_ARRANGEMENTS,
    "register_state": terms.REGISTER_STATES,
    "grade": terms.GRADES,
    "method": terms.VISIT_METHODS,
    "outcome": terms.VISIT_OUTCOMES,
    "meal": terms.MEALS,
    "place": terms.SERVICE_PLACES,
    "payer": terms.PAYERS,
    "level": terms.RISK_LEVELS,
}
# Names that mean another list in another table.
_CHOICES_OF: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("flag", "kind"): terms.FLAGS,
    ("register_event", "state"): terms.REGISTER_STATES,
    ("help_service", "type"): terms.SERVICE_TYPES,
    ("help_service", "state"): terms.SERVICE_STATES,
    ("meal", "mode"): terms.MEAL_MODES,
}


def value_words(table: str, field: str, value: object) -> str:
    """A value as a person reads it; an ID number is masked, nothing is an empty text."""
    if value is None or value == "":
        return ""
    if field in _NUMBERS:
        return masked(str(value))
    if field.endswith("_fen"):
        return str(to_yuan(int(str(value))))
    words = _CHOICES_OF.get((table, field)) or _CHOICES.get(field)
    if words is not None:
        return words.get(str(value), str(value))
    if field == "id_state":
        return _id_state(str(value))
    if isinstance(value, bool) or field in _TRUTHS:
        return translate("FieldWords", "yes") if value else translate("FieldWords", "no")
    return str(value)


def field_word(field: str) -> str:
    """The name of a field on the screen; one without a word stands as it is."""
    return (_person_words() | _care_words() | _part_words()).get(field, field)


def action_word(action: str) -> str:
    """What was done in a write of the change log."""
    words = {
        "add": translate("FieldWords", "added"),
        "change": translate("FieldWords", "changed"),
        "void": translate("FieldWords", "voided"),
        "show_id": translate("FieldWords", "looked at the whole ID number"),
        "correct_id": translate("FieldWords", "corrected the ID number"),
        "merge": translate("FieldWords", "merged"),
        "undo_merge": translate("FieldWords", "undid a merge"),
    }
    return words.get(action, action)


def record_word(table: str) -> str:
    """What a row of a table is, in change history and on a timeline (which also knows how things end)."""
    words = {
        "resident": translate("FieldWords", "Basic facts"),
        "contact": translate("FieldWords", "Emergency contact"),
        "external_id": translate("FieldWords", "Number on another platform"),
        "register_event": translate("FieldWords", "Register state"),
        "flag": translate("FieldWords", "Category"),
        "flag_end": translate("FieldWords", "Category ended"),
        "grade": translate("FieldWords", "Capability grade"),
        "printed_code": translate("FieldWords", "Card"),
        "code_replaced": translate("FieldWords", "Card replaced"),
        "visit": translate("FieldWords", "Visit"),
        "help_service": translate("FieldWords", "Help service"),
        "meal": translate("FieldWords", "Meals"),
        "stay": translate("FieldWords", "Admission"),
        "stay_end": translate("FieldWords", "Discharge"),
        "risk": translate("FieldWords", "Risk"),
        "risk_end": translate("FieldWords", "Risk closed"),
        "crisis_event": translate("FieldWords", "Crisis"),
        "resident_merge": translate("FieldWords", "Merge"),
    }
    return words.get(table, table)


def why_word(why: str) -> str:
    """Why two records may be one person (``core.likeness``)."""
    words = {
        "same_number": translate("FieldWords", "the same ID number"),
        "same_name_and_birth": translate("FieldWords", "the same name and birth date"),
        "same_sound_and_birth": translate("FieldWords", "a name that sounds the same and the same birth date"),
        "same_phone": translate("FieldWords", "the same phone and a similar name"),
    }
    return words.get(why, why)


_TRUTHS = frozenset(
    {
        *("health_record", "family_doctor", "insured_medical", "insured_care", "insured_accident"),
        *("allowance_age", "allowance_care", "allowance_service"),
    }
)


def _id_state(state: str) -> str:
    words = {
        "valid": translate("FieldWords", "checked"),
        "to_verify": translate("FieldWords", "to be verified"),
        "none": translate("FieldWords", "none"),
    }
    return words.get(state, state)


def _person_words() -> dict[str, str]:
    return {
        "name": translate("FieldWords", "Name"),
        "document_kind": translate("FieldWords", "Document"),
        "id_number": translate("FieldWords", "ID number"),
        "id_written": translate("FieldWords", "Number as written"),
        "id_state": translate("FieldWords", "Number check"),
        "sex": translate("FieldWords", "Sex"),
        "born_on": translate("FieldWords", "Birth date"),
        "native_area": translate("FieldWords", "Native area"),
        "ethnicity": translate("FieldWords", "Ethnic group"),
        "marital": translate("FieldWords", "Marital status"),
        "household_place": translate("FieldWords", "Household registration"),
        "household_kind": translate("FieldWords", "Kind of household"),
        "community": translate("FieldWords", "Community"),
        "building": translate("FieldWords", "Building"),
        "room": translate("FieldWords", "Room"),
        "address": translate("FieldWords", "Address"),
        "phone": translate("FieldWords", "Phone"),
        "living": translate("FieldWords", "Lives"),
        "photo": translate("FieldWords", "Photo"),
        "remarks": translate("FieldWords", "Remarks"),
        "contacts": translate("FieldWords", "Emergency contact"),
        "register_state": translate("FieldWords", "Register state"),
        "state_on": translate("FieldWords", "State since"),
    }


def _care_words() -> dict[str, str]:
    return {
        "disability_kind": translate("FieldWords", "Kind of disability"),
        "disability_level": translate("FieldWords", "Level of disability"),
        "chronic": translate("FieldWords", "Chronic diseases"),
        "allergies": translate("FieldWords", "Allergies"),
        "health_record": translate("FieldWords", "Health record"),
        "health_record_no": translate("FieldWords", "Health record number"),
        "family_doctor": translate("FieldWords", "Family doctor signed"),
        "family_doctor_name": translate("FieldWords", "Family doctor"),
        "insured_medical": translate("FieldWords", "Medical insurance"),
        "insured_care": translate("FieldWords", "Long-term care insurance"),
        "insured_accident": translate("FieldWords", "Accident insurance"),
        "allowance_age": translate("FieldWords", "Old-age allowance"),
        "allowance_care": translate("FieldWords", "Care allowance"),
        "allowance_service": translate("FieldWords", "Service allowance"),
        "consent_on": translate("FieldWords", "Consent given on"),
        "consent_by": translate("FieldWords", "Consent signed by"),
        "consent_paper_no": translate("FieldWords", "Number of the consent paper"),
    }


def _part_words() -> dict[str, str]:
    return {
        "kind": translate("FieldWords", "Kind"),
        "from_on": translate("FieldWords", "From"),
        "to_on": translate("FieldWords", "Until"),
        "proof": translate("FieldWords", "Proof"),
        "grade": translate("FieldWords", "Capability grade"),
        "assessed_on": translate("FieldWords", "Assessed on"),
        "assessor": translate("FieldWords", "Assessor"),
        "relation": translate("FieldWords", "Relation"),
        "state": translate("FieldWords", "State"),
        "on_date": translate("FieldWords", "Day"),
        "source": translate("FieldWords", "Source"),
        "reason": translate("FieldWords", "Reason"),
        "platform": translate("FieldWords", "Platform"),
        "value": translate("FieldWords", "Value"),
        "digits": translate("FieldWords", "Code"),
        "replaced_at": translate("FieldWords", "Replaced"),
        "void_reason": translate("FieldWords", "Why void"),
        "resident_id": translate("FieldWords", "Resident"),
    }
