"""One row of each counted table, dated as asked, with what may stand beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.models.base import Record
from desktop.models.bed import Bed, BedOutage, Leave, Stay
from desktop.models.centre import Rule
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal, MealPrice, SubsidyRule
from desktop.models.resident import Resident
from desktop.models.visit import Excusal, FindingExplanation, Risk, Visit, VisitNeed, Visitor
from desktop.services.writing.journal import Unit

DAY = dt.date(2026, 9, 15)
OCTOBER_DAY = dt.date(2026, 10, 15)


@dataclass
class Around:
    """What the rows refer to: two people, two beds, visits and a stay of another person."""

    people: tuple[Resident, Resident]
    beds: tuple[Bed, Bed]
    visits: dict[dt.date, tuple[Visit, Visit]]
    stays: tuple[Stay, Stay]


MAKE: dict[str, Callable[[Around, dt.date], Record]] = {
    "visit": lambda around, day: Visit(resident=around.people[0], visited_on=day, method="home", outcome="reached"),
    "visitor": lambda around, day: Visitor(visit=around.visits[day][0], name="马丽"),
    "visit_need": lambda around, day: VisitNeed(visit=around.visits[day][0], type="meals"),
    "risk": lambda around, day: Risk(
        resident=around.people[0], found_on=day, what="燃气管老化", closed_on=day + dt.timedelta(days=3), result="已换"
    ),
    "excusal": lambda around, day: Excusal(
        resident=around.people[0], month=f"{day:%Y-%m}", reason="hospital", confirmed_by="主任甲"
    ),
    "finding_explanation": lambda around, day: FindingExplanation(month=f"{day:%Y-%m}", key="k", words="属实"),
    "help_service": lambda around, day: HelpService(
        resident=around.people[0],
        type="bathing",
        state="rated",
        service_on=day,
        fee_fen=2000,
        subsidy_fen=500,
        rated_at=f"{day} 17:00:00",
        satisfaction=5,
    ),
    "meal": lambda around, day: Meal(
        resident=around.people[0], eaten_on=day, meal="lunch", mode="dine_in", price_fen=1500, paid_fen=1500
    ),
    "stay": lambda around, day: Stay(
        resident=around.people[0], bed=around.beds[0], from_on=day, to_on=day + dt.timedelta(days=5)
    ),
    "leave": lambda around, day: Leave(stay=around.stays[0], from_on=day, to_on=day + dt.timedelta(days=2)),
    "bed_outage": lambda around, day: BedOutage(bed=around.beds[0], from_on=day, to_on=day + dt.timedelta(days=2)),
    "rule": lambda around, day: Rule(key="visit_due_day", valid_from=day, value="20"),
    "meal_price": lambda around, day: MealPrice(valid_from=day, meal="lunch", price_fen=1500),
    "subsidy_rule": lambda around, day: SubsidyRule(valid_from=day, min_age=60, amount_fen=300),
}

# Another value of each counted column that the table itself would take.
OTHER: dict[str, object] = {
    "visited_on": dt.date(2026, 9, 16),
    "visited_at": "10:30",
    "method": "phone",
    "outcome": "refused",
    "contact": "seen",
    **dict.fromkeys(("health", "spirit", "safety", "hygiene", "dwelling", "support"), "attention"),
    "name": "杨勇",
    "type": "shopping",
    "found_on": dt.date(2026, 9, 14),
    "what": "独自上楼",
    "level": "urgent",
    "action": "已报社区",
    "due_on": dt.date(2026, 9, 30),
    "closed_on": dt.date(2026, 9, 20),
    "result": "未换",
    "month": "2026-08",
    "reason": "away",
    "key": "other",
    "words": "再核",
    "service_on": dt.date(2026, 9, 16),
    "place": "home",
    "minutes": 30,
    "worker": "杨勇",
    "payer": "self",
    "fee_fen": 2500,
    "subsidy_fen": 400,
    "state": "cancelled",
    "requested_at": "2026-09-10 09:00:00",
    "rated_at": "2026-09-17 09:00:00",
    "satisfaction": 2,
    "eaten_on": dt.date(2026, 9, 16),
    "meal": "dinner",
    "mode": "delivered",
    "price_fen": 1600,
    "paid_fen": 1400,
    "from_on": dt.date(2026, 9, 14),
    "to_on": dt.date(2026, 9, 25),
    "valid_from": dt.date(2026, 9, 16),
    "value": "21",
    "valid_to": dt.date(2026, 9, 20),
    "min_age": 61,
    "max_age": 79,
    "weekdays": "12345",
    "percent": 50,
    "month_cap_fen": 5000,
    "combining": "sum",
    "replaces": 0,
    "flags": "disabled",
    "amount_fen": 400,
    "day_cap_fen": 900,
    "min_spend_fen": 100,
}

# A column of each table that no month counts, and a value for it.
UNCOUNTED: dict[str, tuple[str, object]] = {
    "visit": ("remark", "签字已补"),
    "help_service": ("rating_words", "都好"),
    "meal": ("rating", 4),
    "stay": ("end_reason", "回家"),
    "leave": ("reason", "住院"),
    "bed_outage": ("reason", "维修"),
    "rule": ("note", "通知"),
}


def around(unit: Unit, people: tuple[int, int]) -> Around:
    """Two people with a bed each, two visits on either day, and a stay that covers both."""
    first, second = (Resident.get_by_id(one) for one in people)
    beds = tuple(unit.add(Bed(room="301", number=str(at), kind="nursing", mode="full")) for at in (1, 2))
    far = tuple(unit.add(Bed(room="302", number=str(at), kind="nursing", mode="full")) for at in (1, 2))
    visits = {
        day: tuple(unit.add(Visit(resident=second, visited_on=day, method="home", outcome="reached")) for _ in range(2))
        for day in (DAY, OCTOBER_DAY)
    }
    begins = dt.date(2026, 7, 1)
    stays = (
        unit.add(Stay(resident=second, bed=far[0], from_on=begins)),
        unit.add(Stay(resident=first, bed=far[1], from_on=begins, to_on=dt.date(2026, 7, 5))),
    )
    return Around((first, second), beds, visits, stays)  # type: ignore[arg-type]


def others(found: Around, row: Record, column: str) -> object:
    """Another value for a column, a row that it may refer to included."""
    if column == "resident_id":
        return found.people[1].id
    if column == "bed_id":
        return found.beds[1].id
    if column == "visit_id":
        return found.visits[DAY][1].id
    if column == "stay_id":
        return found.stays[1].id
    return OTHER[column]
