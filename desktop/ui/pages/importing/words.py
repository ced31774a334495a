"""Words of the import that several of its steps use."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.words.records import workbook_word
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.rooms import RoomKey


@dataclass(frozen=True)
class Place:
    """Where the window shows what a kind of workbook brings: the room, and what is told to the others."""

    room: RoomKey
    topics: Topic


PLACES = {
    WorkbookKind.RESIDENTS: Place(RoomKey.RESIDENTS, Topic.RESIDENTS),
    WorkbookKind.BEDS: Place(RoomKey.BEDS, Topic.BEDS | Topic.RESIDENTS),
    WorkbookKind.SERVICES: Place(RoomKey.SERVICES, Topic.SERVICES),
    WorkbookKind.MEALS: Place(RoomKey.CANTEEN, Topic.MEALS),
    WorkbookKind.VISITS: Place(RoomKey.VISITS, Topic.VISITS),
    WorkbookKind.STAFF: Place(RoomKey.SYSTEM, Topic.ALL),
    WorkbookKind.ASSESSMENTS: Place(RoomKey.RESIDENTS, Topic.RESIDENTS),
}


def kind_words() -> dict[str, str]:
    """What can be taken in."""
    return {str(kind): workbook_word(kind) for kind in WorkbookKind}


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
