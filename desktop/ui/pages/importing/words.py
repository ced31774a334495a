"""Words of the import that several of its steps use."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.ui.frame.bus import Topic

TOPICS = {
    "residents": Topic.RESIDENTS,
    "beds": Topic.BEDS | Topic.RESIDENTS,
    "services": Topic.SERVICES,
    "meals": Topic.MEALS,
    "visits": Topic.VISITS,
}
ROOMS = {"residents": "residents", "beds": "beds", "services": "services", "meals": "canteen", "visits": "visits"}


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
        "ending": translate("ImportWizard", "by the end of its heading"),
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
