"""What the home page says of care by day, at home and in a bed: what to see to, free beds waited for, fees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.core.bedding import Insured
from desktop.core.i18n import translate
from desktop.core.staying import ContractState
from desktop.core.words.months import month_text
from desktop.core.words.staying import CONTRACT_STATES
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import ShowContracts, ShowDayCare, ShowFees, ShowHomeBeds, ShowLacking, ShowWaiting
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.lines import LineSpec

if TYPE_CHECKING:
    from desktop.ui.pages.home.facts import HomeFacts

Go = Callable[[RoomKey, object], Callable[[], object]]


def care_lines(facts: HomeFacts, go: Go) -> list[LineSpec]:
    """A line for each kind of thing."""
    lines = []
    if facts.unsigned:
        words = translate("Home", "{count} times in day care that nobody signed out").format(count=facts.unsigned)
        chip = ChipSpec(translate("Home", "Day care"), Tone.ATTENTION)
        lines.append(LineSpec(chip, words, go(RoomKey.BEDS, ShowDayCare())))
    asked = facts.home_beds
    for count, words in (
        (len(asked.behind), translate("Home", "{count} care beds at home are behind the plan of last week")),
        (len(asked.due), translate("Home", "{count} care beds at home are to be reviewed")),
        (len(asked.gone), translate("Home", "{count} care beds at home of people off the register are to be ended")),
    ):
        if count:
            chip = ChipSpec(translate("Home", "Care at home"), Tone.ATTENTION)
            lines.append(LineSpec(chip, words.format(count=count), go(RoomKey.BEDS, ShowHomeBeds())))
    if facts.free_beds:
        first = facts.free_beds[0]
        words = translate("Home", "{count} free beds are waited for: {bed}, next {name}")
        name = first.next.waiting.name if first.next else ""
        shown = words.format(count=len(facts.free_beds), bed=first.bed.place, name=name)
        chip = ChipSpec(translate("Home", "Waiting list"), Tone.ACCENT)
        lines.append(LineSpec(chip, shown, go(RoomKey.BEDS, ShowWaiting())))
    return [*lines, *_contracts(facts, go), *_lacking(facts, go), *_fees(facts, go)]


def _contracts(facts: HomeFacts, go: Go) -> list[LineSpec]:
    """Contracts of stays and of care beds at home that somebody has to see to, each state with its count."""
    if not facts.contracts:
        return []
    counts = Counter(one.state for one in facts.contracts)
    told = [f"{CONTRACT_STATES.shown[state]} {counts[state]}" for state in ContractState if counts[state]]
    tone = Tone.DANGER if counts[ContractState.ENDED] else Tone.ATTENTION
    words = translate("Home", "Contracts to be seen to: {counts}").format(counts="、".join(told))
    return [LineSpec(ChipSpec(translate("Home", "Contracts"), tone), words, go(RoomKey.BEDS, ShowContracts()))]


def _lacking(facts: HomeFacts, go: Go) -> list[LineSpec]:
    """Beds without a label, and those whose insurance ended; that none was ever told is no news of every day."""
    lines = []
    for count, words in (
        (sum(one.label for one in facts.lacking), translate("Home", "{count} beds have no printed label")),
        (
            sum(one.bed.cover.state == Insured.OVER for one in facts.lacking),
            translate("Home", "{count} beds are insured no longer"),
        ),
    ):
        if count:
            chip = ChipSpec(translate("Home", "Beds"), Tone.ATTENTION)
            lines.append(LineSpec(chip, words.format(count=count), go(RoomKey.BEDS, ShowLacking())))
    return lines


def _fees(facts: HomeFacts, go: Go) -> list[LineSpec]:
    """A month that was not charged to all, who owes since before this month, who left and is not settled."""
    found = facts.fees
    before = facts.month.shifted(-1)
    lines = []
    for count, words, ask in (
        (
            len(found.uncharged),
            translate("Home", "{month}: fees of stays are not charged yet to {count} people"),
            ShowFees(month=before),
        ),
        (len(found.owing), translate("Home", "{count} people owe fees of before this month"), ShowFees("owing")),
        (
            len(found.to_settle),
            translate("Home", "{count} people left and are to be settled with"),
            ShowFees("to_settle"),
        ),
    ):
        if count:
            chip = ChipSpec(translate("Home", "Fees of stays"), Tone.ATTENTION)
            shown = words.format(count=count, month=month_text(before))
            lines.append(LineSpec(chip, shown, go(RoomKey.BEDS, ask)))
    return lines
