"""Who came onto the roster and who left it against the month before, and why."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.trade import RegisterState
from desktop.services.register.snapshot import Register, register
from desktop.services.visits.roster import GONE, members
from desktop.services.writing import rules


@dataclass(frozen=True)
class RosterMove:
    """Somebody who came or left.

    Came: joined (new on register), returned, flagged (a flag began), late_before (新增 of last month), rule.
    Left: deceased, moved_out, cancelled, unflagged (the flag ended), rule.
    """

    person: PersonLine
    reason: str


@dataclass(frozen=True)
class RosterChanges:
    """The roster of a month against that of the month before."""

    month: Month
    came: tuple[RosterMove, ...]
    left: tuple[RosterMove, ...]
    stayed: int


def roster_changes(month: Month, known: Register | None = None) -> RosterChanges:
    """Who came and who left, by community and name."""
    known = known or register()
    before, late_before = members(known, month.shifted(-1))
    now, _ = members(known, month)
    were, are = set(before), set(now)
    came = [one for one in now if one not in were]
    left = [one for one in before if one not in are]
    return RosterChanges(
        month,
        tuple(RosterMove(known.line(one, month.first), _why_came(known, one, month, late_before)) for one in came),
        tuple(RosterMove(known.line(one, month.first), _why_left(known, one, month)) for one in left),
        len(now) - len(came),
    )


def _why_came(known: Register, person: int, month: Month, late_before: list[int]) -> str:
    if person in late_before:
        return "late_before"
    before = month.shifted(-1)
    joined = [event for event in known.events.get(person, ()) if event.state == RegisterState.ON_REGISTER]
    recent = [event for event in joined if event.on is not None and event.on > before.day(1)]
    if recent:
        return "returned" if len(joined) > 1 else "joined"
    wanted = _wanted(month)
    starts = [span.first for span in known.spans(person, wanted) if span.first is not None]
    return "flagged" if any(start > before.first for start in starts) else "rule"


def _why_left(known: Register, person: int, month: Month) -> str:
    state = known.state_on(person, month.first)
    if state in GONE:
        return state
    # By last month's flags: did the person lose the flag, or the flag its place in the rule?
    held = _wanted(month.shifted(-1)).intersection(known.flags_on(person, month.first, derived=True))
    return "rule" if held else "unflagged"


def _wanted(month: Month) -> frozenset[str]:
    return rules.roster_flags(month.first)
