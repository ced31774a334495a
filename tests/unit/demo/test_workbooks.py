"""The demo's workbooks look like a centre's own and tell a plausible story."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.core.period import Month
from desktop.core.words.terms import SERVICE_TYPES
from desktop.demo.centre import demo_centre
from desktop.demo.help_services import month_services
from desktop.demo.history import History
from desktop.demo.meals import build_eaters, month_meals
from desktop.demo.people import build_people
from desktop.demo.visits import month_visits, required_people
from desktop.demo.workbooks import DemoFiles, build_workbooks

OCTOBER = Month(2026, 10)
IN_NOVEMBER = dt.date(2026, 11, 12)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return build_workbooks(tmp_path_factory.mktemp("demo"), OCTOBER, seed=3, until=IN_NOVEMBER)


def rows_of(path: Path, sheet: int = 0) -> list[list[object]]:
    book = CalamineWorkbook.from_path(path)
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)]


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first = build_workbooks(tmp_path / "a", OCTOBER, seed=5, residents=60)
    second = build_workbooks(tmp_path / "b", OCTOBER, seed=5, residents=60)
    other = build_workbooks(tmp_path / "c", OCTOBER, seed=6, residents=60)
    for (kind, one), (_, two) in zip(first.in_order(), second.in_order(), strict=True):
        assert one.read_bytes() == two.read_bytes(), kind
    assert first.residents.read_bytes() != other.residents.read_bytes()


def test_people_come_first_and_every_month_has_three_workbooks(files: DemoFiles) -> None:
    kinds = [kind for kind, _ in files.in_order()]
    assert kinds == ["residents", "beds", *["visits", "services", "meals"] * 4]
    assert all(path.is_file() for _, path in files.in_order())


def test_the_register_has_title_lines_heads_on_two_levels_a_total_and_signatures(files: DemoFiles) -> None:
    rows = rows_of(files.residents)
    assert rows[0][0] == "春晓街道综合养老服务中心老年人花名册"
    assert str(rows[1][0]).startswith("填报单位：")
    assert rows[2][13:16] == ["紧急联系人", "", ""]
    assert rows[3][13:16] == ["姓名", "关系", "电话"]
    assert rows[-3][:2] == ["合计", f"共{files.counts['residents']}条"]
    assert str(rows[-1][0]).startswith("填表人：")
    assert len(rows) - 4 - 3 == files.counts["residents"] == 604


def test_numbers_are_text_but_for_those_that_excel_ruined(files: DemoFiles) -> None:
    numbers = [row[3] for row in rows_of(files.residents)[4:-3]]
    ruined = [number for number in numbers if isinstance(number, float)]
    assert len(ruined) == 5
    assert all(number == float(f"{number:.14e}") for number in ruined), "Excel keeps fifteen digits"


def test_the_month_matrix_adds_up(files: DemoFiles) -> None:
    rows = rows_of(files.meals[OCTOBER])
    assert rows[2][3:34] == [str(day) for day in range(1, 32)]
    total = 0
    for row in rows[3:]:
        assert set("".join(map(str, row[3:34]))) <= set("√送晚")
        assert row[34] == len("".join(map(str, row[3:34])))
        total += int(str(row[34]).removesuffix(".0"))
    assert total == files.counts["meals 2026-10"]


def test_prices_stand_in_the_first_month_only(files: DemoFiles) -> None:
    assert CalamineWorkbook.from_path(files.meals[Month(2026, 8)]).sheet_names == ["2026年8月", "价格与补贴"]
    assert CalamineWorkbook.from_path(files.meals[OCTOBER]).sheet_names == ["2026年10月"]


def test_nothing_happens_after_the_last_day(files: DemoFiles) -> None:
    november = Month(2026, 11)
    rows = rows_of(files.meals[november])
    assert not any(sign for row in rows[3:] for sign in row[3 + 12 : 33])
    days = [row[0] for row in rows_of(files.visits[november])[3:-3] if isinstance(row[0], dt.date)]
    assert max(days) <= IN_NOVEMBER


def test_whole_months_reach_nearly_everybody_and_the_running_one_about_half() -> None:
    rng, history = random.Random(4), History.ending(OCTOBER, dt.date(2026, 10, 16))
    people = build_people(rng, demo_centre(), history, 600)
    shares = []
    for month in history.months:
        required = required_people(people, month)
        visits = month_visits(rng, demo_centre(), people, history, month)
        reached = {visit.person.number for visit in visits if visit.outcome in {"见到本人", "通话到本人"}}
        excused = {person.number for person in required if not person.present_on(month.last)} - reached
        shares.append(len(reached) / (len(required) - len(excused)))
    assert 0.95 <= shares[0] <= 0.97
    assert 0.95 <= shares[1] <= 0.97
    assert 0.3 < shares[2] < 0.7


def test_nobody_is_served_after_leaving() -> None:
    rng, history = random.Random(4), History.ending(OCTOBER)
    people = build_people(rng, demo_centre(), history, 600)
    eaters = build_eaters(rng, people)
    for month in history.months:
        visits = month_visits(rng, demo_centre(), people, history, month)
        services = month_services(rng, demo_centre(), people, history, month)
        assert all(row.person.present_on(row.day) for row in [*visits, *services])
        for row in month_meals(rng, eaters, history, month):
            assert all(row.person.present_on(day) for day in row.signs)


def test_all_ten_types_are_given_and_risks_are_open_and_dealt_with() -> None:
    rng, history = random.Random(4), History.ending(OCTOBER)
    people = build_people(rng, demo_centre(), history, 600)
    services = month_services(rng, demo_centre(), people, history, OCTOBER)
    assert {row.type for row in services} == set(SERVICE_TYPES.values())
    assert all(row.start < row.end for row in services)
    risks = [visit for visit in month_visits(rng, demo_centre(), people, history, OCTOBER) if visit.risk]
    assert any(visit.action for visit in risks)
    assert any(not visit.action for visit in risks)
