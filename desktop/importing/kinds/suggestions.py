"""What a wrong ID number was probably meant to be, in words."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.person.identity import IdExamination, Suggestion

_MOST = 5


def suggestion(found: IdExamination) -> str:
    """Which digits or swaps would make a wrong number right, up to five; nothing where there are more."""
    # One of several whole numbers would show it.
    told = [one for one in found.suggestions if one.how != "part"]
    return " ".join(_told(one) for one in told) if len(told) <= _MOST else ""


def _told(one: Suggestion) -> str:
    if one.how == "swap":
        text = translate("Import", "Characters {position} and {next} are probably swapped: {was} should be {becomes}.")
    else:
        text = translate("Import", "Character {position} is probably wrong: {was} should be {becomes}.")
    return text.format(position=one.position, next=one.position + 1, was=one.was, becomes=one.becomes)
