"""What a row gives to a month, by examples: the guard and the database's own triggers ask this."""

from __future__ import annotations

import pytest

from desktop.models.counted import COUNTED, Step, months_of, shares

MONTHS = ("2026-08", "2026-09", "2026-10")
FOR_ALL = {"meal": "lunch", "mode": "", "min_age": 0, "max_age": 150, "flags": "", "weekdays": ""}
EATEN = {
    "resident_id": 7,
    "meal": "lunch",
    "mode": "dine_in",
    "price_fen": 1500,
    "subsidy_fen": 500,
    "paid_fen": 1000,
} | {"rating": 4}


def living(**values: object) -> dict[str, object]:
    return {"voided_at": None, **values}


def of(table: str, row: dict[str, object], parents_day: str = "") -> dict[str, tuple[object, ...]]:
    """What the row gives to each of three months that it gives anything."""
    given = {month: shares(table, row, month, parents_day) for month in MONTHS}
    return {month: found for month, found in given.items() if any(one is not None for one in found)}


def test_a_meal_counts_on_its_day_with_what_it_cost() -> None:
    row = living(eaten_on="2026-09-30", **EATEN)
    assert of("meal", row) == {"2026-09": (("2026-09-30", 7, "lunch", "dine_in", 1500, 500, 1000, 4),)}
    assert of("meal", row | {"voided_at": "2026-10-01"}) == {}
    assert list(months_of("meal", row, MONTHS)) == ["2026-09"]


def test_a_sample_counts_when_it_was_taken_whatever_became_of_it() -> None:
    row = living(taken_on="2026-09-30", dish_id=3, grams=130, thrown_on="2026-10-02")
    assert of("food_sample", row) == {"2026-09": (("2026-09-30", 3, 130),)}


def test_a_complaint_counts_on_its_day_and_its_answer_on_its_own() -> None:
    row = living(day="2026-09-30", resident_id=7, about="taste", words="咸", handled_on="2026-10-02", answer="已改")
    assert of("complaint", row) == {
        "2026-09": (("2026-09-30", 7, "taste", "咸"), None),
        "2026-10": (None, ("2026-10-02", 7, "已改")),
    }


@pytest.mark.parametrize(
    ("first", "last", "given"),
    [
        # A stay has its first night and not its last day.
        ("2026-09-01", "2026-09-30", {"2026-09": ("2026-09-01", "2026-09-30")}),
        # An end behind the month leaves it as it is, whichever day it is.
        ("2026-09-30", "2026-10-01", {"2026-09": ("2026-09-30", "2026-09-32")}),
        ("2026-08-31", "2026-09-01", {"2026-08": ("2026-08-31", "2026-08-32")}),
        (
            "2026-08-31",
            "2026-09-02",
            {"2026-08": ("2026-08-31", "2026-08-32"), "2026-09": ("2026-09-01", "2026-09-02")},
        ),
        ("2026-09-10", None, {"2026-09": ("2026-09-10", "2026-09-32"), "2026-10": ("2026-10-01", "2026-10-32")}),
        ("2026-09-10", "2026-09-10", {}),
    ],
)
def test_a_stay_gives_its_nights(first: str, last: str | None, given: dict[str, tuple[str, str]]) -> None:
    found = of("stay", living(from_on=first, to_on=last, resident_id=7, bed_id=3))
    nights = {month: share[0] for month, share in found.items() if share[0] is not None}
    assert nights == {month: (*days, 7, 3) for month, days in given.items()}


def test_that_a_stay_ended_counts_on_the_day_itself() -> None:
    found = of("stay", living(from_on="2026-08-20", to_on="2026-10-01", resident_id=7, bed_id=3))
    assert {month: share[1] for month, share in found.items()} == {
        "2026-08": None,
        "2026-09": None,
        "2026-10": ("2026-10-01", 7, 3),
    }


@pytest.mark.parametrize(
    ("first", "last", "given"),
    [
        # A leave has its last day too.
        ("2026-09-30", "2026-09-30", {"2026-09": ("2026-09-30", "2026-09-30")}),
        (
            "2026-08-31",
            "2026-09-01",
            {"2026-08": ("2026-08-31", "2026-08-31"), "2026-09": ("2026-09-01", "2026-09-01")},
        ),
        (
            "2026-09-30",
            "2026-10-01",
            {"2026-09": ("2026-09-30", "2026-09-30"), "2026-10": ("2026-10-01", "2026-10-01")},
        ),
        ("2026-09-15", None, {"2026-09": ("2026-09-15", "2026-09-30"), "2026-10": ("2026-10-01", "2026-10-31")}),
        ("2026-07-01", "2026-07-31", {}),
        ("2026-11-01", None, {}),
    ],
)
def test_a_leave_gives_its_days(first: str, last: str | None, given: dict[str, tuple[str, str]]) -> None:
    row = living(from_on=first, to_on=last, stay_id=9)
    assert of("leave", row) == {month: ((*days, 9),) for month, days in given.items()}
    assert set(given) <= set(months_of("leave", row, MONTHS))


def test_a_price_counts_in_every_month_from_its_own_on() -> None:
    row = living(valid_from="2026-09-15", valid_to=None, price_fen=1500, **FOR_ALL)
    assert of("meal_price", row) == {
        "2026-09": (("2026-09-15", "2026-09-30", *FOR_ALL.values(), 1500),),
        "2026-10": (("2026-10-01", "2026-10-31", *FOR_ALL.values(), 1500),),
    }
    assert list(months_of("meal_price", row, MONTHS)) == ["2026-09", "2026-10"]


def test_a_price_that_ended_counts_up_to_its_last_day() -> None:
    row = living(valid_from="2026-09-15", valid_to="2026-09-20", price_fen=1500, **FOR_ALL)
    assert of("meal_price", row) == {"2026-09": (("2026-09-15", "2026-09-20", *FOR_ALL.values(), 1500),)}


def test_a_subsidy_that_stands_for_those_before_it_does_so_for_ever() -> None:
    whom = {"min_age": 80, "max_age": None, "flags": "", "meal": "", "mode": ""}
    gives = {"amount_fen": 300, "percent": None, "day_cap_fen": None, "month_cap_fen": None, "min_spend_fen": 0}
    row = living(valid_from="2026-09-15", valid_to="2026-09-20", combining="highest", replaces=1, **whom, **gives)
    given = (*whom.values(), *gives.values(), "highest")
    assert of("subsidy_rule", row) == {
        "2026-09": (("2026-09-15", "2026-09-20", *given), ("2026-09-15", "2026-09-30", 1)),
        "2026-10": (None, ("2026-10-01", "2026-10-31", 1)),
    }


@pytest.mark.parametrize(
    ("state", "counts"), [("requested", False), ("dispatched", False), ("done", True), ("rated", True)]
)
def test_an_order_counts_when_it_is_done(state: str, counts: bool) -> None:
    facts = {"type": "bathing", "place": "", "minutes": 60, "worker": "", "payer": "", "fee_fen": 0, "subsidy_fen": 0}
    asked = {"requested_at": "", "rated_at": "", "satisfaction": None}
    row = living(service_on="2026-09-01", state=state, resident_id=7, **facts, **asked)
    assert list(of("help_service", row)) == (["2026-09"] if counts else [])


def test_a_visitor_counts_on_the_day_of_a_living_visit() -> None:
    row = living(visit_id=4, name="马丽")
    assert of("visitor", row, "2026-09-08") == {"2026-09": (("2026-09-08", 4, "马丽"),)}
    assert of("visitor", row) == {}
    assert list(months_of("visitor", row, MONTHS, "2026-10-31")) == ["2026-10"]
    assert list(months_of("visitor", row, MONTHS)) == []


def test_a_risk_counts_when_found_while_open_and_when_closed() -> None:
    facts = {"resident_id": 7, "what": "地面湿滑", "level": "general", "action": "", "due_on": None, "result": "已换"}
    found = of("risk", living(found_on="2026-08-10", closed_on="2026-09-10", **facts))
    assert found == {
        "2026-08": (("2026-08-10", 7, "地面湿滑", "general", "", None), ("2026-08-10", "2026-08-32", 7), None),
        "2026-09": (None, ("2026-09-01", "2026-09-10", 7), ("2026-09-10", 7, "已换")),
    }


def test_what_no_month_counts_gives_nothing() -> None:
    assert shares("resident", living(name="王芳"), "2026-09") == ()
    assert list(months_of("resident", living(name="王芳"), MONTHS)) == []


def test_a_step_names_the_columns_of_which_a_change_may_count() -> None:
    assert COUNTED["stay"][0].columns == ("from_on", "to_on", "resident_id", "bed_id")
    assert COUNTED["visitor"][0].columns == ("visit_id", "name")
    assert COUNTED["help_service"][0].columns[-1] == "state"
    assert [Step("day").spans, Step("day", endless=True).spans, Step("day", last="end").spans] == [False, True, True]
