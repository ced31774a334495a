"""What of a person's rows is deleted, column by column; the rest counts in figures and stays, without a name.

A test walks every text of every table that is about people: a new one has to be named here or among the kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Thing

# Stands where something stood.
GONE = "（已删除）"
_PLACE = ("building", "room", "address")
ERASED: Mapping[str, tuple[str, ...]] = {
    Thing.RESIDENT: (
        *("name", "name_key", "id_number", "id_written", "ethnicity", "household_place", *_PLACE, "phone", "chronic"),
        *("allergies", "diet", "health_record_no", "family_doctor_name", "consent_by", "consent_paper_no", "photo"),
        "remarks",
    ),
    "consent_withdrawal": ("asked_by", "paper_no", "remark"),
    "contact": ("name", "relation", "phone"),
    "external_id": ("value",),
    "register_event": ("reason",),
    "flag": ("proof",),
    "dwelling": _PLACE,
    "enrolment": ("detail",),
    "assessment": ("answers", "diagnoses", "events"),
    "bed_reservation": ("name", "remark"),
    "stay": ("end_reason",),
    "leave": ("reason",),
    "stay_contract": ("number", "remark", "photo"),
    "day_attendance": ("remark",),
    "complaint": ("words", "answer"),
    "meal": ("remark",),
    "help_service": ("requested_by", "content", "remark", "cancel_reason", "rating_words"),
    "service_package": ("remark",),
    "home_bed": ("needs", "contract_no", "signed_by", "end_reason", "remark", "photo"),
    "home_bed_review": ("words",),
    "credit_limit": ("remark",),
    "stay_rate": ("remark",),
    "resident_merge": ("choices", "reason"),
    "distinct_pair": ("reason",),
    "standing_arrangement": ("content", "remark"),
    "standing_stop": ("reason",),
    "visit": (
        *("health_words", "spirit_words", "safety_words", "hygiene_words", "dwelling_words", "support_words"),
        "remark",
    ),
    "risk": ("what", "action", "result"),
    "crisis_event": ("words",),
    "route_row": ("words",),
    "bed_application": ("remark", "end_reason"),
    "bed_offer": ("turn_reason", "answer_reason"),
    "training_taker": ("relative",),
    "attachment": ("path",),
    "referral": ("request",),
    "correction_act": ("fields", "reason"),
}
# Of every table.
ALWAYS = "void_reason"
# What is JSON stays JSON, what has no text that says that it is gone is empty.
_INSTEAD: Mapping[tuple[str, str], object] = {
    (Thing.RESIDENT, "id_number"): None,
    (Thing.RESIDENT, "id_written"): "",
    (Thing.RESIDENT, "photo"): "",
    ("assessment", "answers"): "{}",
    ("assessment", "diagnoses"): "",
    ("assessment", "events"): "{}",
    ("stay_contract", "photo"): "",
    ("home_bed", "photo"): "",
    ("resident_merge", "choices"): "{}",
    ("correction_act", "fields"): "{}",
}
# Scans lie under the name that stands here; there is none any more.
NO_FILE = "erased/"


def instead(table: str, column: str, value: object, uid: str) -> object:
    """What stands where a value stood; nothing stays nothing."""
    if value in (None, ""):
        return value
    if (table, column) == ("attachment", "path"):
        return f"{NO_FILE}{uid}"
    return _INSTEAD.get((table, column), GONE)


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table that lose what they say."""
    return (*ERASED.get(table, ()), ALWAYS)
