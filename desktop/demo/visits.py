"""The demo's monthly visits: nearly everybody is reached, a few are not, as in a good centre."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from desktop.core.period import Month
from desktop.core.trade import FlagKind
from desktop.demo.centre import DemoCentre
from desktop.demo.history import History
from desktop.demo.people import DemoPerson

ROSTER_FLAGS = frozenset(
    {
        FlagKind.LIVING_ALONE,
        FlagKind.EMPTY_NEST,
        FlagKind.LEFT_BEHIND,
        FlagKind.DISABLED,
        FlagKind.DEMENTIA,
        FlagKind.SEVERELY_HANDICAPPED,
        FlagKind.BEREAVED_FAMILY,
        FlagKind.KINLESS,
        FlagKind.DESTITUTE_HOME,
    }
)
_CUT_OFF = 15
_MISSED = 0.04
_BLOCKS = 6
_NEEDS = (("助洁",), ("助医", "助行"), ("助购",), ("助浴",), ("助聊",), ("助洁", "助聊"))


@dataclass(frozen=True)
class DemoVisit:
    """One visit or attempt as the clerk writes it down: words of the form, not codes."""

    day: dt.date
    person: DemoPerson
    method: str
    visitors: str
    outcome: str
    blocks: tuple[str, ...] = ("",) * _BLOCKS
    needs: tuple[str, ...] = ()
    risk: str = ""
    action: str = ""


def required_people(people: list[DemoPerson], month: Month) -> list[DemoPerson]:
    """Required by the default rule: on the register with a roster flag on day 1, or by the 15th."""
    return [person for person in people if _required(person, month)]


def month_visits(
    rng: random.Random, centre: DemoCentre, people: list[DemoPerson], history: History, month: Month
) -> list[DemoVisit]:
    """The visits of a month in the order of their dates; those after ``history.until`` have not happened yet."""
    required = required_people(people, month)
    missed = set(rng.sample(range(len(required)), round(len(required) * _MISSED)))
    visits: list[DemoVisit] = []
    for index, person in enumerate(required):
        if index in missed:
            visits += _attempts(rng, centre, person, month)
        else:
            visits += _reached(rng, centre, person, month)
    happened = [visit for visit in visits if visit.day <= history.until and visit.person.present_on(visit.day)]
    return sorted(happened, key=lambda visit: visit.day)


def _required(person: DemoPerson, month: Month) -> bool:
    by = month.day(_CUT_OFF)
    held = any(flag.code in ROSTER_FLAGS and (flag.since is None or flag.since <= by) for flag in person.flags)
    return held and person.present_on(month.first)


def _reached(rng: random.Random, centre: DemoCentre, person: DemoPerson, month: Month) -> list[DemoVisit]:
    first = _first_day(person, month)
    day = rng.randint(first, month.days - 1)
    visits = []
    if rng.random() < 0.1 and day - 2 >= first:
        visits.append(_attempt(rng, centre, person, month.day(day - 2), ("未接通", "不在家")))
    visits.append(_talk(rng, centre, person, month.day(day)))
    if rng.random() < 0.2 and day + 7 <= month.days:
        visits.append(_talk(rng, centre, person, month.day(day + 7)))
    return visits


def _attempts(rng: random.Random, centre: DemoCentre, person: DemoPerson, month: Month) -> list[DemoVisit]:
    first = _first_day(person, month)
    days = sorted(rng.sample(range(first, month.days + 1), rng.randint(0, 2)))
    outcomes = ("未接通", "不在家", "外出", "住院", "拒访")
    return [_attempt(rng, centre, person, month.day(day), outcomes) for day in days]


def _first_day(person: DemoPerson, month: Month) -> int:
    """A person who gets the first flag in the month is visited from then on."""
    starts = [flag.since for flag in person.flags if flag.since is not None]
    return max((start.day for start in starts if start in month), default=1)


def _attempt(
    rng: random.Random, centre: DemoCentre, person: DemoPerson, day: dt.date, outcomes: tuple[str, ...]
) -> DemoVisit:
    outcome = rng.choice(outcomes)
    method = "电话" if outcome == "未接通" else "上门"
    return DemoVisit(day, person, method, rng.choice(centre.visitors), outcome)


def _talk(rng: random.Random, centre: DemoCentre, person: DemoPerson, day: dt.date) -> DemoVisit:
    method = rng.choices(("上门", "电话", "视频"), (64, 33, 3))[0]
    outcome = "见到本人" if method == "上门" else "通话到本人"
    visitors = rng.sample(centre.visitors, 2 if method == "上门" and rng.random() < 0.3 else 1)
    risk, action = ("", "")
    blocks = [rng.choices(("正常", "需关注"), (90, 10))[0] for _ in range(_BLOCKS)]
    if method == "上门" and rng.random() < 0.045:
        risk, action = rng.choice(centre.risks)
        blocks[2] = "风险"
        # A third of what was found has not been dealt with yet.
        action = action if rng.random() < 0.66 else ""
    needs = rng.choice(_NEEDS) if rng.random() < 0.3 else ()
    return DemoVisit(day, person, method, "、".join(visitors), outcome, tuple(blocks), needs, risk, action)
