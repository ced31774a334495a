"""A file for a district that wants no numbers: who somebody is stands in it as a pseudonym, and words not at all.

What was left out lies in ``restore.age``, which the centre's own recovery sheet opens and the district keeps unread.
A pseudonym is the HMAC-SHA-256 of the ID number with the district's matching key: the same at each of its centres.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop.core.signing import pseudonym

# Texts that say who somebody is or could, by part; a test has every text here or among those that stay.
HIDDEN: Mapping[str, tuple[str, ...]] = {
    "residents": (
        *("name", "id_written", "household_place", "building", "room", "address", "phone", "chronic", "allergies"),
        *("health_record_no", "family_doctor_name", "consent_by", "consent_paper_no", "remarks"),
    ),
    "contacts": ("name", "relation", "phone"),
    "external_ids": ("value",),
    "flags": ("proof",),
    "grades": ("assessor",),
    "register_events": ("source", "reason"),
    "visits": (
        *("health_words", "spirit_words", "safety_words", "hygiene_words", "dwelling_words", "support_words"),
        "remark",
    ),
    "visitors": ("name",),
    "risks": ("what", "action", "result"),
    "help_services": ("worker", "content", "remark", "cancel_reason"),
    "meals": ("remark",),
    "stays": ("end_reason",),
    "leaves": ("reason",),
    "bed_outages": ("reason",),
    "excusals": ("confirmed_by",),
    "months": ("closed_by",),
    "corrections": ("reason", "second_person", "before", "after"),
    "staff": ("name",),
}
# Texts that tell nobody: codes that are spelled freely, places of a community, moments, the house's own things.
STAYS: Mapping[str, tuple[str, ...]] = {
    "residents": ("id_number", "id_issue", "ethnicity", "marital", "community", "disability_kind"),
    "external_ids": ("platform",),
    "visits": ("visited_at",),
    "help_services": ("requested_at", "planned_at", "started", "ended", "closed_at"),
    "meals": ("eaten_at", "delivered_at"),
    "subsidy_rules": ("flags",),
    "beds": ("building", "floor", "room", "number", "external_code"),
    "months": ("closed_at", "sha256"),
}
PEOPLE, NUMBER = "residents", "id_number"
_PSEUDONYM = re.compile("[0-9a-f]{64}")


def hide(kind: str, row: Mapping[str, Any], matching: str) -> dict[str, Any]:
    """The row as a district that wants no numbers gets it."""
    hidden = {key: None if row[key] is None else "" for key in HIDDEN.get(kind, ())}
    if row["void_reason"]:
        hidden["void_reason"] = ""
    if kind == PEOPLE and row[NUMBER]:
        hidden[NUMBER] = pseudonym(matching, row[NUMBER])
    return {**row, **hidden}


def shows(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether a row says more than such a file may."""
    if any(row[key] for key in (*HIDDEN.get(kind, ()), "void_reason")):
        return True
    return kind == PEOPLE and bool(row[NUMBER]) and not _PSEUDONYM.fullmatch(row[NUMBER])
