"""Findings in words: what was seen, and what to do about it."""

from __future__ import annotations

from desktop.core.answers import HonestyKind
from desktop.core.i18n import translate
from desktop.services.visits.honesty.findings import Finding

_MOST_NAMES = 5


def sentence(found: Finding) -> str:
    """What was found, with names and numbers."""
    names = "、".join(found.names[:_MOST_NAMES])
    return _sentences()[found.kind].format(**{"names": names, **found.facts})


def advice(kind: HonestyKind) -> str:
    """What puts a finding right, where no explanation does."""
    return _advice()[kind]


def _sentences() -> dict[HonestyKind, str]:
    return {
        HonestyKind.BURST: translate("Honesty", "{name} typed {count} visits in {minutes} minutes from {at} on."),
        HonestyKind.SAME_WORDS: translate("Honesty", "The same words stand with {count} people: “{words}”."),
        HonestyKind.AFTER_DEATH: translate("Honesty", "{names}: reached on {day}, but dead since {since}."),
        HonestyKind.IN_HOSPITAL: translate("Honesty", "{names}: seen at home on {day}, but in hospital that day."),
        HonestyKind.OFF_REGISTER: translate("Honesty", "{names}: reached on {day}, but not on register that day."),
        HonestyKind.PHONE_SEEN: translate("Honesty", "{names}: a call on {day} says that the person was seen."),
        HonestyKind.TWO_PLACES: translate(
            "Honesty", "{visitor} was in two places on {day}: {one} and {other} ({names})."
        ),
        HonestyKind.UNTIMED: translate("Honesty", "{visitor}: {count} visits on {day} say no time of day."),
        HonestyKind.LAST_EVENING: translate("Honesty", "100 % only by {count} of {total} people typed from {from} on."),
    }


def _advice() -> dict[HonestyKind, str]:
    return {
        HonestyKind.BURST: translate("Honesty", "Attach the signed route sheet, or say where these visits come from."),
        HonestyKind.SAME_WORDS: translate("Honesty", "Put in each visit what was really seen there."),
        HonestyKind.AFTER_DEATH: translate(
            "Honesty", "Correct the date of death or the day of the visit, or void the visit."
        ),
        HonestyKind.IN_HOSPITAL: translate("Honesty", "Correct the leave or the visit: was it a visit in hospital?"),
        HonestyKind.OFF_REGISTER: translate(
            "Honesty", "Correct the register or the day of the visit, or void the visit."
        ),
        HonestyKind.PHONE_SEEN: translate(
            "Honesty", "Was it a door visit? Correct the method, or say that they spoke."
        ),
        HonestyKind.TWO_PLACES: translate("Honesty", "Correct the time or the visitor of one of the two."),
        HonestyKind.UNTIMED: translate("Honesty", "Fill in the times, or attach the signed route sheet."),
        HonestyKind.LAST_EVENING: translate("Honesty", "Attach the signed sheets, or say why they were typed so late."),
    }
