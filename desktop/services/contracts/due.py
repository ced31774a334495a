"""协议到期: who lies in a bed or is cared for at home with a contract, without one, or with one that ends soon.

Of a stay the contract is the person's, whichever bed; contracts that follow one another without a gap reach to the end
of the last. Of a care bed at home it is the row's own: assessed and not signed is without one.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import due_items
from desktop.core.home_beds import HomeBedState
from desktop.core.staying import ContractKind, ContractState
from desktop.services.beds import contracts, lain
from desktop.services.beds.contracts import ContractRow
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import HomeBedRow
from desktop.services.writing import rules

# Of these somebody has to see to the contract; the order of a list too.
ASKED = (ContractState.ENDED, ContractState.NONE, ContractState.COMING, ContractState.ENDS_SOON)
_ORDER = (*ASKED, ContractState.HOLDS)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class ContractLine:
    """Somebody with the contract that holds, else the one that held last; ``record_id`` none where there is none.

    ``until`` is the last day without a gap, of one that ended its last; none does not end. The record of a care bed at
    home is its own row.
    """

    kind: ContractKind
    state: ContractState
    resident_id: int
    name: str
    place: str
    record_id: int | None
    uid: str
    number: str
    from_on: dt.date | None
    until: dt.date | None
    signed_by: str
    capacity: str
    picture: bool = False

    @property
    def asked(self) -> bool:
        """Whether somebody has to see to it."""
        return self.state in ASKED


def lines(day: dt.date) -> list[ContractLine]:
    """Everybody who lies in a bed or has a care bed at home on a day; who has to be seen to first."""
    within = rules.contract_days(day)
    held: defaultdict[int, list[ContractRow]] = defaultdict(list)
    for one in contracts.every():
        held[one.resident_id].append(one)
    found = [_of_stay(one.resident_id, one.resident, one.bed, held[one.resident_id], day) for one in lain.on_day(day)]
    at_home = (one for one in progress.rows() if one.assessed_on <= day < (one.ended_on or dt.date.max))
    found += [_of_home_bed(one, day) for one in at_home]
    told = [_soon(one, day, within) for one in found]
    return sorted(told, key=lambda one: (_ORDER.index(one.state), one.until or dt.date.max, one.kind, one.place))


def due(day: dt.date) -> list[ContractLine]:
    """Those of a day whose contract somebody has to see to."""
    return [one for one in lines(day) if one.asked]


def on_record(day: dt.date) -> list[ContractLine]:
    """Every contract of a stay on record as it stands on a day, also of those who left, by name."""
    beds = {one.resident_id: one.bed for one in lain.on_day(day)}
    within = rules.contract_days(day)
    return [
        _soon(_of_stay(one.resident_id, one.resident, beds.get(one.resident_id, ""), [one], day), day, within)
        for one in contracts.every()
    ]


def _of_stay(who: int, name: str, bed: str, found: Sequence[ContractRow], day: dt.date) -> ContractLine:
    one = contracts.holding(found, day)
    if one is not None:
        state, until = ContractState.HOLDS, _reaches(one, found)
    else:
        past = [each for each in found if each.from_on <= day]
        one = max(past, key=lambda each: (each.to_on or day, each.id), default=None)
        state = ContractState.ENDED if one else ContractState.COMING if found else ContractState.NONE
        one = one or min(found, key=lambda each: (each.from_on, each.id), default=None)
        until = one.to_on if one else None
    if one is None:
        return ContractLine(ContractKind.STAY, state, who, name, bed, None, "", "", None, None, "", "")
    said = (one.id, one.uid, one.number, one.from_on, until, one.signed_by, one.capacity, bool(one.photo))
    return ContractLine(ContractKind.STAY, state, who, name, bed, *said)


def _reaches(holding: ContractRow, found: Sequence[ContractRow]) -> dt.date | None:
    """Until when somebody has a contract without a gap; None without an end."""
    until = holding.to_on
    for one in sorted(found, key=lambda each: each.from_on):
        if until is None:
            return None
        if one.from_on <= until + _DAY:
            until = None if one.to_on is None else max(until, one.to_on)
    return until


def _of_home_bed(one: HomeBedRow, day: dt.date) -> ContractLine:
    if one.state == HomeBedState.ASSESSED or one.signed_on is None:
        state = ContractState.NONE
    elif one.signed_on > day:
        state = ContractState.COMING
    else:
        ended = one.contract_to is not None and one.contract_to < day
        state = ContractState.ENDED if ended else ContractState.HOLDS
    said = (one.id, one.uid, one.contract_no, one.signed_on, one.contract_to, one.signed_by, "", bool(one.photo))
    return ContractLine(ContractKind.HOME_BED, state, one.resident_id, one.name, one.community, *said)


def _soon(one: ContractLine, day: dt.date, within: int) -> ContractLine:
    if one.state != ContractState.HOLDS or one.until is None or due_items.days_left(one.until, day) > within:
        return one
    return dataclasses.replace(one, state=ContractState.ENDS_SOON)
