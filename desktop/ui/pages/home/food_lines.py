"""What the home page says of the food ledger: samples and batches to be thrown away, complaints, licences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.core.i18n import translate
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import ShowFood
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.due import DUE_TONES, certificate_word, due_words
from desktop.ui.widgets.lines import LineSpec

if TYPE_CHECKING:
    from desktop.ui.pages.home.facts import HomeFacts

Go = Callable[[RoomKey, object], Callable[[], object]]


def food_lines(facts: HomeFacts, go: Go) -> list[LineSpec]:
    """A line for each kind of thing; the first of several is named."""
    lines = []
    if facts.samples_due:
        words = translate("Home", "{count} food samples may be thrown away").format(count=facts.samples_due)
        chip = ChipSpec(translate("Home", "Samples"), Tone.ATTENTION)
        lines.append(LineSpec(chip, words, go(RoomKey.CANTEEN, ShowFood("samples"))))
    if facts.expired:
        words = translate("Home", "{count} batches of food have expired: {name} …")
        chip = ChipSpec(translate("Home", "Expired"), Tone.DANGER)
        shown = words.format(count=len(facts.expired), name=facts.expired[0].name)
        lines.append(LineSpec(chip, shown, go(RoomKey.CANTEEN, ShowFood("purchases"))))
    if facts.complaints:
        words = translate("Home", "{count} complaints about the canteen wait for an answer")
        chip = ChipSpec(translate("Home", "Complaints"), Tone.ATTENTION)
        shown = words.format(count=facts.complaints)
        lines.append(LineSpec(chip, shown, go(RoomKey.CANTEEN, ShowFood("complaints"))))
    if facts.licences:
        first = facts.licences[0]
        chip = ChipSpec(due_words(first.licence.valid_to, facts.today), DUE_TONES[first.stage])
        shown = f"{first.supplier} {certificate_word(first.licence.kind, first.licence.title)}"
        if len(facts.licences) > 1:
            words = translate("Home", "{licence}, and {count} more licences of suppliers")
            shown = words.format(licence=shown, count=len(facts.licences) - 1)
        lines.append(LineSpec(chip, shown, go(RoomKey.CANTEEN, ShowFood("purchases"))))
    return lines
