"""What a wrong ID number was probably meant to be, in words."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.identity import IdExamination


def suggestion(found: IdExamination) -> str:
    """Which digit or which swap would make a wrong number right, when there is exactly one; else nothing."""
    if len(found.suggestions) != 1:
        return ""
    one = found.suggestions[0]
    if one.how == "swap":
        text = translate("Import", "Characters {position} and {next} are probably swapped: {was} should be {becomes}.")
    else:
        text = translate("Import", "Character {position} is probably wrong: {was} should be {becomes}.")
    return text.format(position=one.position, next=one.position + 1, was=one.was, becomes=one.becomes)
