"""Words of the import that several of its steps use."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.i18n import translate
from desktop.ui.frame.bus import Topic


@dataclass(frozen=True)
class Place:
    """Where the window shows what a kind of workbook brings: the room, and what is told to the others."""

    room: str
    topics: Topic


PLACES = {
    "residents": Place("residents", Topic.RESIDENTS),
    "beds": Place("beds", Topic.BEDS | Topic.RESIDENTS),
    "services": Place("services", Topic.SERVICES),
    "meals": Place("canteen", Topic.MEALS),
    "visits": Place("visits", Topic.VISITS),
}


def kind_words() -> dict[str, str]:
    """What can be taken in."""
    return {
        "residents": translate("ImportWizard", "Residents"),
        "beds": translate("ImportWizard", "Beds and stays"),
        "services": translate("ImportWizard", "Help services"),
        "meals": translate("ImportWizard", "Meals"),
        "visits": translate("ImportWizard", "Visits"),
    }


def how_words() -> dict[str, str]:
    """How the field of a column was found."""
    return {
        "heading": translate("ImportWizard", "by its heading"),
        "prefix": translate("ImportWizard", "by a heading with a word before it"),
        "numbered": translate("ImportWizard", "one more contact"),
        "stand_in": translate("ImportWizard", "in place of another"),
        "hand": translate("ImportWizard", "chosen by hand"),
        "remembered": translate("ImportWizard", "remembered"),
        "day": translate("ImportWizard", "a day of the month"),
    }


def step_words() -> tuple[str, ...]:
    """The four steps."""
    return (
        translate("ImportWizard", "1 File"),
        translate("ImportWizard", "2 Columns"),
        translate("ImportWizard", "3 Check"),
        translate("ImportWizard", "4 Done"),
    )
