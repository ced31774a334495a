"""One row of each counted table, dated as asked, with what may stand beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.models.base import Record
from desktop.models.bed import Bed, BedOutage, Leave, Stay
from desktop.models.centre import Rule
from desktop.models.day_care import DayAttendance
from desktop.models.food import Complaint, Dish, DishBatch, FoodPurchase, FoodSample, KitchenSheet
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal, MealPrice, SubsidyRule
from desktop.models.resident import Resident
from desktop.models.visit import Excusal, FindingExplanation, Risk, Visit, VisitNeed, Visitor
from desktop.services.writing.journal import Unit

DAY = dt.date(2026, 9, 15)
OCTOBER_DAY = dt.date(2026, 10, 15)


@dataclass
class Around:
    """What the rows refer to: two people, two beds, two that stay empty, visits and stays of others."""

    people: tuple[Resident, Resident]
    beds: tuple[Bed, Bed]
    empty: tuple[Bed, Bed]
    visits: dict[dt.date, tuple[Visit, Visit]]
    stays: tuple[Stay, Stay]
    dishes: dict[dt.date, tuple[Dish, Dish]]
    batches: tuple[FoodPurchase, FoodPurchase]


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
    "day_attendance": lambda around, day: DayAttendance(
        resident=around.people[0], day=day, came_at="08:30", left_at="16:00"
    ),
    "bed_outage": lambda around, day: BedOutage(bed=around.empty[0], from_on=day, to_on=day + dt.timedelta(days=2)),
    "food_purchase": lambda around, day: FoodPurchase(
        received_on=day, supplier="农贸市场", name="五花肉", batch="0915", quantity_milli=5000, unit="公斤"
    ),
    "dish": lambda around, day: Dish(served_on=day, meal="breakfast", name="清蒸鱼"),
    "dish_batch": lambda around, day: DishBatch(dish=around.dishes[day][0], food_purchase=around.batches[0]),
    "food_sample": lambda around, day: FoodSample(
        dish=around.dishes[day][0], taken_on=day, taken_at="11:20", grams=130
    ),
    "kitchen_sheet": lambda around, day: KitchenSheet(day=day, kind="morning_check", about="杨勇"),
    "complaint": lambda around, day: Complaint(
        day=day, resident=around.people[0], about="taste", words="偏咸", handled_on=day, answer="已改"
    ),
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
    "rating": 2,
    "received_on": dt.date(2026, 9, 16),
    "supplier": "粮油店",
    "batch": "0916",
    "quantity_milli": 6000,
    "unit": "斤",
    "unit_price_fen": 1800,
    "made_on": dt.date(2026, 9, 14),
    "expires_on": dt.date(2026, 9, 22),
    "served_on": dt.date(2026, 9, 16),
    "taken_on": dt.date(2026, 9, 16),
    "grams": 140,
    "day": dt.date(2026, 9, 14),
    "kind": "cleaning",
    "about": "price",
    "tenths": 366,
    "fit": 0,
    "measure": "已返工",
    "handled_on": dt.date(2026, 9, 17),
    "came_at": "09:10",
    "left_at": "15:20",
    "answer": "少放盐",
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
    "meal": ("remark", "带走"),
    "food_purchase": ("remark", "冷链车"),
    "dish": ("price_fen", 800),
    "food_sample": ("thrown_by", "杨勇"),
    "kitchen_sheet": ("done_by", "杨勇"),
    "complaint": ("handled_by", "杨勇"),
    "day_attendance": ("remark", "女儿来接"),
    "stay": ("end_reason", "回家"),
    "leave": ("reason", "住院"),
    "bed_outage": ("reason", "维修"),
    "rule": ("note", "通知"),
}


def around(unit: Unit, people: tuple[int, int]) -> Around:
    """Two people with a bed each, two visits on either day, and two stays that cover both."""
    first, second = (Resident.get_by_id(one) for one in people)
    beds = tuple(unit.add(Bed(room="301", number=str(at), kind="nursing", mode="full")) for at in (1, 2))
    empty = tuple(unit.add(Bed(room="303", number=str(at), kind="nursing", mode="full")) for at in (1, 2))
    far = tuple(unit.add(Bed(room="302", number=str(at), kind="nursing", mode="full")) for at in (1, 2))
    visits = {
        day: tuple(unit.add(Visit(resident=second, visited_on=day, method="home", outcome="reached")) for _ in range(2))
        for day in (DAY, OCTOBER_DAY)
    }
    begins = dt.date(2026, 7, 1)
    stays = (
        unit.add(Stay(resident=second, bed=far[0], from_on=begins)),
        unit.add(Stay(resident=unit.add(Resident(name="丙", name_key="丙")), bed=far[1], from_on=begins)),
    )
    dishes = {
        day: tuple(unit.add(Dish(served_on=day, meal="lunch", name=name)) for name in ("红烧豆腐", "炒青菜"))
        for day in (DAY, OCTOBER_DAY)
    }
    august = dt.date(2026, 8, 31)
    batches = tuple(
        unit.add(FoodPurchase(received_on=august, supplier="粮油店", name=one, batch="1", quantity_milli=1, unit="袋"))
        for one in ("豆腐", "青菜")
    )
    return Around((first, second), beds, empty, visits, stays, dishes, batches)  # type: ignore[arg-type]


def others(found: Around, row: Record, column: str) -> object:
    """Another value for a column, a row that it may refer to included."""
    if column == "resident_id":
        return found.people[1].id
    if column == "bed_id":
        return (found.empty if isinstance(row, BedOutage) else found.beds)[1].id
    if column == "visit_id":
        return found.visits[DAY][1].id
    if column == "stay_id":
        return found.stays[1].id
    if column == "dish_id":
        return found.dishes[DAY][1].id
    if column == "food_purchase_id":
        return found.batches[1].id
    return OTHER[column]
