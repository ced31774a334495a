"""The demo's ten-help services: single ones at home or in the centre, and group hours."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from desktop.core.period import Month
from desktop.demo.centre import DemoCentre
from desktop.demo.history import History
from desktop.demo.people import DemoPerson

_CLOSED_ON = 6  # Sunday


@dataclass(frozen=True)
class _Kind:
    """One type: how many a month for 600 people, where, how many minutes, what it costs in yuan."""

    word: str
    count: int
    places: tuple[str, ...]
    minutes: tuple[int, ...]
    price: int


_SINGLE = (
    _Kind("助餐", 20, ("上门",), (45, 60), 15),
    _Kind("助洁", 70, ("上门",), (60, 90, 120), 40),
    _Kind("助浴", 45, ("上门", "中心", "中心"), (45, 60), 60),
    _Kind("助医", 60, ("上门", "中心"), (20, 30, 45), 0),
    _Kind("助急", 6, ("上门",), (30, 60, 90), 0),
    _Kind("助行", 35, ("上门",), (60, 90), 20),
    _Kind("助购", 40, ("上门",), (30, 45), 5),
    _Kind("助聊", 80, ("上门", "上门", "中心"), (30, 45), 0),
)
_GROUPS = (("助乐", 4, 20), ("助学", 3, 16))


@dataclass(frozen=True)
class DemoService:
    """One line of the services ledger, in the words of the form."""

    day: dt.date
    person: DemoPerson
    type: str
    place: str
    start: dt.time
    end: dt.time
    worker: str
    payer: str
    fee: int
    subsidy: int
    satisfaction: int | None
    remark: str = ""


def month_services(
    rng: random.Random, centre: DemoCentre, people: list[DemoPerson], history: History, month: Month
) -> list[DemoService]:
    """The services of a month in the order of their dates, as far as the days have come."""
    days = [day for day in month if day.weekday() != _CLOSED_ON]
    share = len(people) / 600
    rows = [
        _single(rng, centre, people, kind, rng.choice(days))
        for kind in _SINGLE
        for _ in range(max(1, round(kind.count * share)))
    ]
    for word, sessions, size in _GROUPS:
        for _ in range(sessions):
            rows += _group(rng, centre, people, word, rng.choice(days), max(2, round(size * share)))
    done = [row for row in rows if row.day <= history.until and row.person.present_on(row.day)]
    return sorted(done, key=lambda row: (row.day, row.start))


def _single(rng: random.Random, centre: DemoCentre, people: list[DemoPerson], kind: _Kind, day: dt.date) -> DemoService:
    person = rng.choice(people)
    start = dt.datetime.combine(day, dt.time(rng.randint(8, 16), rng.choice((0, 0, 30))))
    end = start + dt.timedelta(minutes=rng.choice(kind.minutes))
    payer = rng.choice(("政府购买", "政府购买", "补贴", "自费", "志愿"))
    fee, subsidy = _money(payer, kind.price)
    worker = rng.choice(centre.volunteers if payer == "志愿" else centre.workers)
    satisfaction = rng.choice((5, 5, 5, 4, 4, 3, None))
    return DemoService(
        day=day,
        person=person,
        type=kind.word,
        place=rng.choice(kind.places),
        start=start.time(),
        end=end.time(),
        worker=worker,
        payer=payer,
        fee=fee,
        subsidy=subsidy,
        satisfaction=satisfaction,
    )


def _group(
    rng: random.Random, centre: DemoCentre, people: list[DemoPerson], word: str, day: dt.date, size: int
) -> list[DemoService]:
    """One hour that many share: a row for each person, all with the same time and worker."""
    what = rng.choice(centre.recreation if word == "助乐" else centre.learning)
    worker = rng.choice(centre.workers)
    start, end = dt.time(14, 30), dt.time(16, 0) if word == "助乐" else dt.time(15, 30)
    return [
        DemoService(day, person, word, "中心", start, end, worker, "政府购买", 0, 0, rng.choice((5, 5, 4, None)), what)
        for person in rng.sample(people, min(size, len(people)))
    ]


def _money(payer: str, price: int) -> tuple[int, int]:
    """What the person pays and what the purse pays."""
    match payer:
        case "自费":
            return price, 0
        case "补贴":
            return price - price // 2, price // 2
        case "政府购买":
            return 0, price
        case _:
            return 0, 0
