"""What a wrong ID number was probably meant to be, in words."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.person.identity import IdExamination, Suggestion

_MOST = 5


def suggestion(found: IdExamination) -> str:
    """Which swaps and digits would make a wrong number right: the first five, swaps first, and how many there are."""
    # One of several whole numbers would show it.
    told = [one for one in found.suggestions if one.how != "part"]
    words = [_told(one) for one in told[:_MOST]]
    if len(told) > _MOST:
        words.append(translate("Import", "{count} others would fit too.").format(count=len(told) - _MOST))
    return " ".join(words)


def _told(one: Suggestion) -> str:
    if one.how == "swap":
        text = translate("Import", "Characters {position} and {next} are probably swapped: {was} should be {becomes}.")
    else:
        text = translate("Import", "Character {position} is probably wrong: {was} should be {becomes}.")
    return text.format(position=one.position, next=one.position + 1, was=one.was, becomes=one.becomes)
