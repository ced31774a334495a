"""A month of the canteen says the same everywhere: day sheets, matrix, settlement, report, workbook, JSON."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.centre import Centre
from desktop.core.document import Report
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.trade import MealKind, MealMode
from desktop.core.words.terms import MEAL_MODES, MEALS
from desktop.models.meal import Meal
from desktop.reports import canteen_sheets
from desktop.reports.months import canteen as month_report
from desktop.reports.paper.workbook import HEAD_ROW, write_xlsx
from desktop.services.canteen import marking, meals, prepaid, scanning, sheets
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.figures.contract import as_json
from desktop.services.figures.month import figures_of
from desktop.services.figures.settlement import settlement
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
SAMPLE = Centre("示例中心", "530114", "chenggong")
Person = Callable[..., int]


class Sums(NamedTuple):
    """Meals of residents, and their money in fen."""

    meals: int
    price: int
    subsidy: int
    paid: int


def counted(people: set[int]) -> Sums:
    """The obviously right count: every row looked at, one after the other."""
    found = [0, 0, 0, 0]
    for one in Meal.select():
        if one.voided_at is None and one.resident_id in people and one.eaten_on in OCTOBER:
            for at, part in enumerate((1, one.price_fen, one.subsidy_fen, one.paid_fen)):
                found[at] += part
    return Sums(*found)


def kinds_counted(people: set[int]) -> Counter[tuple[str, str]]:
    return Counter(
        (one.meal, one.mode)
        for one in Meal.select()
        if one.voided_at is None and one.resident_id in people and one.eaten_on in OCTOBER
    )


def of_day_sheets() -> Sums:
    found = [line.served for day in OCTOBER for line in sheets.day_sheet(day).lines if line.person is not None]
    return Sums(len(found), *(sum(getattr(one, part) for one in found) for part in ("price", "subsidy", "paid")))


def of_matrix() -> Sums:
    lines = sheets.matrix(OCTOBER).lines
    return Sums(
        sum(len(served) for line in lines for served in line.days.values()),
        *(sum(getattr(line, f"{part}_fen") for line in lines) for part in ("price", "subsidy", "paid")),
    )


def of_workbook(folder: Path) -> Sums:
    """What the summary of the month's report says, read out of its workbook."""
    figures = figures_of(OCTOBER)
    path = folder / "report.xlsx"
    write_xlsx(Report("就餐月报", "甲", "2026年10月", month_report.sections(figures)), path, dt.date(2026, 11, 2))
    row = [cell.value for cell in load_workbook(path).worksheets[0][HEAD_ROW + 2]]
    return Sums(int(row[0]), *(round(Decimal(str(cell)) * 100) for cell in row[2:5]))


def totals_of(sheet: Worksheet) -> list[object]:
    """The line of totals of a table, blanks left out."""
    row = next(row for row in sheet.iter_rows(values_only=True) if "合计" in row)
    return [cell for cell in row if cell not in ("", None, "合计")]


def as_yuan(sums: Sums) -> list[float]:
    return [sums.meals, *(fen / 100 for fen in sums[1:])]


def agree(people: set[int], folder: Path) -> None:
    """Every place says what the rows add up to."""
    right = counted(people)
    figures, settled = figures_of(OCTOBER).canteen, settlement(OCTOBER)
    json = as_json(figures_of(OCTOBER))["canteen"]
    whole = settled.whole
    assert of_day_sheets() == right
    assert of_matrix() == right
    assert Sums(figures.total, figures.price_fen, figures.subsidy_fen, figures.paid_fen) == right
    assert Sums(whole.meals, whole.price_fen, whole.subsidy_fen, whole.paid_fen) == right
    assert of_workbook(folder) == right
    assert (json["price"], json["subsidy"], json["paid"]) == tuple(map(yuan_text, right[1:]))
    kinds = kinds_counted(people)
    assert {key: said for key, said in json["meals"].items() if said} == {
        f"{MEALS[meal]}/{MEAL_MODES[mode]}": count for (meal, mode), count in kinds.items()
    }
    # Day by day, and line by line.
    matrix = sheets.matrix(OCTOBER)
    assert [matrix.on(day.day) for day in figures.by_day] == [day.total for day in figures.by_day]
    assert [(line.person, line.meals, line.paid_fen) for line in matrix.lines] == [
        (line.person, line.meals, line.paid_fen) for line in figures.people
    ]
    guests = [one for day in OCTOBER for one in sheets.day_sheet(day).guests]
    for found in (figures, settled, matrix):
        assert (found.guests, found.guest_paid_fen) == (len(guests), sum(one.paid for one in guests))
    if matrix.lines:
        book = folder / "matrix.xlsx"
        canteen_sheets.write_matrix(matrix, SAMPLE, book, printed_on=dt.date(2026, 11, 2))
        said = totals_of(load_workbook(book).worksheets[0])
        assert said[-4:] == pytest.approx(as_yuan(right))
        assert said[:-4] == [day.total for day in figures.by_day if day.total]


@pytest.fixture
def three(person: Person, canteen_prices: None) -> list[int]:
    """王芳 of 82, 李强 of 76, 赵刚 of 56."""
    born = {"王芳": "1944-03-05", "李强": "1950-01-01", "赵刚": "1970-05-05"}
    return [person(name, born=day) for name, day in born.items()]


SERVED = st.dictionaries(st.sampled_from(list(MealKind)), st.sampled_from(list(MealMode)))
CELLS = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 21), SERVED), max_size=25)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=CELLS, guests=st.lists(st.integers(1, 21), max_size=4), left=st.sampled_from(("5", "100")))
def test_random_months_say_the_same_everywhere(
    cells: list[tuple[int, int, dict[str, str]]],
    guests: list[int],
    left: str,
    actor: Actor,
    three: list[int],
    tmp_path: Path,
) -> None:
    with forgotten():
        prepaid.top_up(actor, MoneyDraft(three[0], left))
        scanning.record(actor, three[1], "dinner", "takeaway", NOW.replace(day=3))
        for who, day, served in cells:
            marking.put(actor, three[who], dt.date(2026, 10, day), served)
        for day in guests:
            scanning.add_guest(actor, "lunch", "dine_in", NOW.replace(day=day))
        agree(set(three), tmp_path)


def test_a_month_with_a_void_meal_and_meals_of_other_months(actor: Actor, three: list[int], tmp_path: Path) -> None:
    for who in three[:2]:
        for day in (dt.date(2026, 9, 30), dt.date(2026, 10, 1), dt.date(2026, 10, 21)):
            marking.put(actor, who, day, {"lunch": "dine_in", "dinner": "delivered"})
    lunch = Meal.get(Meal.eaten_on == dt.date(2026, 10, 21), Meal.resident == three[0], Meal.meal == MealKind.LUNCH)
    meals.void(actor, lunch.id, "错记")
    agree(set(three), tmp_path)
    # 王芳 has 5 yuan and 李强 3 a meal; the void one is a lunch of hers: 3 lunches of 15 and 4 dinners of 12.
    assert counted(set(three)) == (7, 9300, 2700, 6600)
