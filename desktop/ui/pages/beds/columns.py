"""The columns of the list of beds, and a bed's state in it."""

from __future__ import annotations

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import said, translate
from desktop.core.words.terms import BED_KINDS, BED_MODES, BED_STATES
from desktop.services.beds.places import BedRow
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds.plan import ON_LEAVE, TONES
from desktop.ui.pages.list_page import Listing
from desktop.ui.tables.model import Column
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words


def state_chips(row: BedRow) -> Chips:
    """A bed's state with colour and sign; a leave stands beside it."""
    chips = [ChipSpec(BED_STATES.shown[row.state], TONES[row.state])]
    if row.on_leave:
        chips.append(ChipSpec(said(ON_LEAVE), Tone.ATTENTION))
    return Chips(tuple(chips))


def since(row: BedRow) -> str:
    """Since when somebody lies in it."""
    return day_text(row.since) if row.since else ""


def listing() -> Listing[BedRow]:
    """How the list of beds stands."""
    columns: tuple[Column[BedRow], ...] = (
        Column(translate("Beds", "Bed"), lambda row: row.place, 150, sort="place", stretch=True),
        Column(translate("Beds", "State"), state_chips, 150, sort="state"),
        Column(translate("Beds", "Resident"), lambda row: row.resident, 100, sort="name"),
        Column(translate("Beds", "Since"), since, 156),
        Column(translate("Beds", "Kind"), lambda row: BED_KINDS.shown[row.kind], 80),
        Column(translate("Beds", "Mode"), lambda row: BED_MODES.shown[row.mode], 120, spare=True),
    )
    return Listing(
        key="bed",
        adds=Action.EDIT_BED,
        edits=Action.EDIT_BED,
        import_kind=WorkbookKind.BEDS,
        title=translate("Beds", "Beds"),
        columns=columns,
        search_hint=search_words(translate("Beds", "bed")),
        new_text=translate("Beds", "New bed"),
        filters=(
            Filter("state", translate("Beds", "State"), lambda: BED_STATES.shown),
            Filter("kind", translate("Beds", "Kind"), lambda: BED_KINDS.shown),
        ),
        order="place",
        empty=(
            translate("Beds", "No bed on record yet"),
            translate("Beds", "Press Ctrl+N for the first one, or import the list of beds."),
        ),
    )
