"""Findings in words: what was seen, and what to do about it."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.services.visits.honesty.findings import Finding

_MOST_NAMES = 5


def sentence(found: Finding) -> str:
    """What was found, with names and numbers."""
    names = "、".join(found.names[:_MOST_NAMES])
    return _sentences()[found.kind].format(**{"names": names, **found.facts})


def advice(kind: str) -> str:
    """What puts a finding right, where no explanation does."""
    return _advice()[kind]


def _sentences() -> dict[str, str]:
    return {
        "burst": translate("Honesty", "{name} typed {count} visits in {minutes} minutes from {at} on."),
        "same_words": translate("Honesty", "The same words stand with {count} people: “{words}”."),
        "after_death": translate("Honesty", "{names}: reached on {day}, but dead since {since}."),
        "in_hospital": translate("Honesty", "{names}: seen at home on {day}, but in hospital that day."),
        "off_register": translate("Honesty", "{names}: reached on {day}, but not on register that day."),
        "phone_seen": translate("Honesty", "{names}: a call on {day} says that the person was seen."),
        "two_places": translate("Honesty", "{visitor} was at two doors on {day}: {one} and {other} ({names})."),
        "last_evening": translate("Honesty", "100 % only by {count} of {total} people typed from {from} on."),
    }


def _advice() -> dict[str, str]:
    return {
        "burst": translate("Honesty", "Attach the signed route sheet, or say where these visits come from."),
        "same_words": translate("Honesty", "Put in each visit what was really seen there."),
        "after_death": translate("Honesty", "Correct the date of death or the day of the visit, or void the visit."),
        "in_hospital": translate("Honesty", "Correct the leave or the visit: was it a visit in hospital?"),
        "off_register": translate("Honesty", "Correct the register or the day of the visit, or void the visit."),
        "phone_seen": translate("Honesty", "Was it a door visit? Correct the method, or say that they spoke."),
        "two_places": translate("Honesty", "Correct the time or the visitor of one of the two."),
        "last_evening": translate("Honesty", "Attach the signed sheets, or say why they were typed so late."),
    }
