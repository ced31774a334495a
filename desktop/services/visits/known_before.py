"""What is known of people before somebody walks to them: the last finding, and the risks that are not closed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.trade import BlockState
from desktop.core.words.terms import VISIT_BLOCKS
from desktop.models import query

_CONCERNS = frozenset({BlockState.ATTENTION, BlockState.RISK})


class Concern(NamedTuple):
    """A block that was of concern, with the words for it."""

    block: str
    state: str
    words: str


class OpenRisk(NamedTuple):
    """A risk that is not closed."""

    what: str
    level: str
    due_on: dt.date | None


@dataclass(frozen=True)
class Before:
    """The last visit that reached somebody, and what is open; ``last_on`` None where nobody was reached yet."""

    last_on: dt.date | None = None
    concerns: tuple[Concern, ...] = ()
    remark: str = ""
    risks: tuple[OpenRisk, ...] = ()


def before(people: Iterable[int], day: dt.date) -> Mapping[int, Before]:
    """What is known of these people as of the day of a walk."""
    listed = query.listed(people)
    blocks = ", ".join(f"{block}, {block}_words" for block in VISIT_BLOCKS)
    last: dict[int, tuple[dt.date, tuple[Concern, ...], str]] = {}
    for row in query.fetch(
        f"SELECT resident_id, visited_on, remark, {blocks} FROM living_visit WHERE resident_id IN {query.LISTED}"
        " AND outcome = 'reached' AND visited_on <= ? ORDER BY visited_on, visited_at, id",
        [listed, day.isoformat()],
    ):
        said = zip(VISIT_BLOCKS, row[3::2], row[4::2], strict=True)
        concerns = tuple(Concern(block, state, words or "") for block, state, words in said if state in _CONCERNS)
        last[row[0]] = (_day(row[1]), concerns, row[2] or "")
    risks: defaultdict[int, list[OpenRisk]] = defaultdict(list)
    for who, what, level, due in query.fetch(
        f"SELECT resident_id, what, level, due_on FROM living_risk WHERE resident_id IN {query.LISTED}"
        " AND found_on <= ? AND (closed_on IS NULL OR closed_on > ?) ORDER BY due_on IS NULL, due_on, id",
        [listed, day.isoformat(), day.isoformat()],
    ):
        risks[who].append(OpenRisk(what, level, _day(due) if due else None))
    nobody: tuple[dt.date | None, tuple[Concern, ...], str] = (None, (), "")
    found = {}
    for who in {*last, *risks}:
        on, concerns, remark = last.get(who, nobody)
        found[who] = Before(on, concerns, remark, tuple(risks[who]))
    return found


def _day(value: object) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
