"""The month matrix goes out as a workbook and comes back as the same meals."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.centre import Centre
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind, MealMode
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.models.meal import Meal
from desktop.reports.canteen_sheets import write_matrix
from desktop.services.canteen import marking, scanning, sheets
from desktop.services.writing.actor import Actor
from tests.conftest import NOW

Person = Callable[..., int]
OCTOBER = Month(2026, 10)
SAMPLE = Centre("示例中心", "530114", "chenggong")
Eaten = set[tuple[int | None, dt.date, str, str, int, int, int]]


def standing() -> Eaten:
    """Who had what, and what it cost."""
    return {
        (one.resident_id, one.eaten_on, one.meal, one.mode, one.price_fen, one.subsidy_fen, one.paid_fen)
        for one in Meal.select().where(Meal.voided_at.is_null(), Meal.resident.is_null(False))
    }


def taken_away(actor: Actor) -> None:
    """As if the month had never been typed."""
    for who, day in {(one.resident_id, one.eaten_on) for one in Meal.select().where(Meal.resident.is_null(False))}:
        assert who is not None
        marking.put(actor, who, day, {})


def out_and_in(actor: Actor, folder: Path) -> None:
    before = standing()
    book = folder / "matrix.xlsx"
    write_matrix(sheets.matrix(OCTOBER), SAMPLE, book, printed_on=dt.date(2026, 10, 21))
    taken_away(actor)
    assert standing() == set()
    result = import_workbook(actor, "meals", book, ImportOptions(month=OCTOBER))
    assert standing() == before
    # What the matrix adds up is counted anew, and the import says so.
    asides = ["社区", "人次", "餐费（元）", "补贴（元）", "实付（元）"]
    assert [(one.reason, one.value) for one in result.issues] == [(Reason.COLUMN_NOT_READ, words) for words in asides]


@pytest.fixture
def people(person: Person, canteen_prices: None) -> list[int]:
    """Two of one name, and somebody else."""
    return [person("王芳", born="1944-03-05"), person("王芳", born="1950-01-01"), person("李强", born="1940-02-02")]


def test_every_mark_comes_back_for_two_of_one_name_too(actor: Actor, people: list[int], tmp_path: Path) -> None:
    day = 1
    for mode in MealMode:
        for served in (
            {"lunch": mode},
            {"breakfast": mode},
            {"dinner": mode},
            {"breakfast": mode, "lunch": mode},
            {"lunch": mode, "dinner": "dine_in"},
            {"breakfast": "dine_in", "lunch": mode, "dinner": mode},
        ):
            marking.put(actor, people[day % 3], dt.date(2026, 10, day), served)
            day += 1
    scanning.add_guest(actor, "lunch", "dine_in", NOW)
    out_and_in(actor, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_random_months_come_back(seed: int, actor: Actor, people: list[int], tmp_path: Path) -> None:
    chance = random.Random(seed)
    for who in people:
        for day in chance.sample(range(1, 22), 7):
            eaten = chance.sample(list(MealKind), chance.randint(1, 3))
            marking.put(actor, who, dt.date(2026, 10, day), {meal: chance.choice(list(MealMode)) for meal in eaten})
    out_and_in(actor, tmp_path)
