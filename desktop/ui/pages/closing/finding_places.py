"""What the checks of a month found, as the window shows it: chip, words, and the place where it is put right."""

from __future__ import annotations

from desktop.core.answers import IdState, OrderState, Unfinished, Weight
from desktop.core.period import Month
from desktop.core.trade import ServiceType
from desktop.core.words import quality as words
from desktop.services.closing.quality import Finding
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import Open, Show, ShowPart, ShowQueue
from desktop.ui.widgets.chips import ChipSpec

_TONES = {Weight.MUST: Tone.DANGER, Weight.EXPLAIN: Tone.ATTENTION, Weight.NOTE: Tone.NEUTRAL}


def finding_words(finding: Finding) -> str:
    """What was found, in words."""
    return words.finding_words(finding.kind, finding.count)


def finding_chip(finding: Finding) -> ChipSpec:
    """What it means for the close: explained, or how much it weighs."""
    if finding.explanation is not None and not finding.blocks:
        return ChipSpec(words.EXPLAINED.shown["explained"], Tone.ACCENT)
    return ChipSpec(words.WEIGHTS.shown[finding.weight], _TONES[finding.weight])


def place_of(finding: Finding, month: Month) -> tuple[RoomKey, object]:
    """Where a finding is seen to: the room, and what it is asked to show."""
    # Whoever is put right leaves the list, so that the next one is the first.
    person = Open(finding.residents[0]) if finding.residents else None
    asked: dict[Unfinished, object] = {
        Unfinished.EARLIER_OPEN: month.shifted(-1),
        Unfinished.QUEUED_SCANS: ShowQueue(),
        Unfinished.OPEN_EMERGENCIES: Show(
            filters={"type": ServiceType.EMERGENCY, "state": OrderState.UNCLOSED}, month=month
        ),
        Unfinished.OPEN_ORDERS: Show(filters={"state": OrderState.UNCLOSED}, month=month),
        Unfinished.AFTER_DEPARTURE: person,
        Unfinished.UNPRICED: Show(filters={"price": "none"}, month=month),
        Unfinished.UNVISITED: ShowPart("unvisited", month),
        Unfinished.HONESTY: ShowPart("quality", month),
        Unfinished.OPEN_RISKS: ShowPart("risks", month),
        Unfinished.BLOCKS_MISSING: person,
        Unfinished.SUBSIDY_ABOVE_FEE: Show(filters={"state": OrderState.ABOVE_FEE}, month=month),
        Unfinished.UNGRADED: person,
        Unfinished.CONTESTED_GRADES: person,
        Unfinished.UNVERIFIED_ACTIVE: person,
        Unfinished.TO_VERIFY: Show(filters={"state": IdState.TO_VERIFY}),
        Unfinished.DRIFT: month.shifted(-1),
    }
    return RoomKey(finding.place), asked.get(finding.kind)
