"""What a closed month counted stands: for every counted table, through the journal and in plain SQL."""

import datetime as dt

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.errors import ChangedMeanwhile, NotFound
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.models.base import new_uid
from desktop.models.bed import Bed, Leave, Stay
from desktop.models.counted import COUNTED
from desktop.models.database import transaction
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal
from desktop.models.month import MonthRow
from desktop.models.resident import Resident
from desktop.models.tables import RECORDS
from desktop.models.visit import Risk
from desktop.services.writing import months
from desktop.services.writing.journal import writing
from tests.unit.services.writing.counted_rows import DAY, MAKE, OCTOBER_DAY, UNCOUNTED, around, others

SEPTEMBER = Month(2026, 9)
EVERY = sorted(COUNTED)
COLUMNS = [
    (table, column)
    for table in EVERY
    for column in dict.fromkeys(name for step in COUNTED[table] for name in step.columns)
]


@pytest.fixture
def rows(person, actor):
    """A row of each counted table in September, one in October, and September closed."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        found = around(unit, (person("王芳"), person("李明", born="1950-01-01", sex="male")))
        made = {table: unit.add(make(found, DAY)) for table, make in MAKE.items()}
    months.close(actor, SEPTEMBER, "{}")
    return found, made


def columns_of(row):
    kept = query.fetch_one(f"SELECT * FROM {row._meta.table_name} WHERE id = ?", [row.id])
    names = [column[1] for column in query.fetch(f"PRAGMA table_info({row._meta.table_name})")]
    return dict(zip(names, kept, strict=True))


def insert(table, values, how="INSERT"):
    marks = ", ".join("?" * len(values))
    query.execute(f"{how} INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))


def apart(found, table):
    """What makes a second row of a table another fact than the first."""
    return {
        "excusal": {"resident_id": found.people[1].id},
        "finding_explanation": {"key": "other"},
        "meal": {"meal": "dinner"},
        "food_purchase": {"batch": "other"},
        "dish": {"name": "other"},
        "dish_batch": {"food_purchase_id": found.batches[1].id},
        "food_sample": {"dish_id": found.dishes[DAY][1].id},
        "meal_price": {"meal": "dinner"},
        "rule": {"key": "other"},
    }.get(table, {})


def log_length():
    return query.count("SELECT count(*) FROM change_log")


def test_every_counted_table_has_a_row_here():
    assert sorted(MAKE) == EVERY


@pytest.mark.parametrize("table", EVERY)
def test_a_closed_month_takes_no_new_row(table, rows, actor):
    found, _ = rows
    before = log_length()
    with pytest.raises(MonthClosed) as caught, writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(MAKE[table](found, DAY))
    assert (caught.value.month, log_length()) == ("2026-09", before)


@pytest.mark.parametrize("table", EVERY)
@pytest.mark.parametrize("how", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_plain_sql_adds_no_row_to_a_closed_month_either(table, how, rows):
    found, made = rows
    values = columns_of(made[table]) | {"id": None, "uid": new_uid()} | apart(found, table)
    count = query.count(f"SELECT count(*) FROM {table}")
    with pytest.raises(peewee.IntegrityError, match="month_closed"):
        insert(table, values, how)
    assert query.count(f"SELECT count(*) FROM {table}") == count


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_counted_column_of_a_closed_month_is_not_changed(table, column, rows, actor):
    found, made = rows
    row = RECORDS[table].get_by_id(made[table].id)
    fields = {column: others(found, row, column)}
    if fields == {"state": "cancelled"}:
        fields["cancel_reason"] = "录错"
    before = columns_of(row)
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(row, fields)
    pairs = ", ".join(f"{name} = ?" for name in fields)
    values = [value.isoformat() if isinstance(value, dt.date) else value for value in fields.values()]
    for how in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
        with pytest.raises(peewee.IntegrityError, match="month_closed"):
            query.execute(f"{how} {table} SET {pairs} WHERE id = ?", [*values, row.id])
    assert columns_of(row) == before


@pytest.mark.parametrize("table", EVERY)
def test_a_row_of_a_closed_month_is_not_voided(table, rows, actor):
    _, made = rows
    row = RECORDS[table].get_by_id(made[table].id)
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(row, "录错")
    with pytest.raises(peewee.IntegrityError, match="month_closed"):
        query.execute(f"UPDATE {table} SET voided_at = 'now' WHERE id = ?", [row.id])


@pytest.mark.parametrize("table", EVERY)
def test_no_row_is_moved_into_a_closed_month(table, rows, actor):
    found, _ = rows
    if table in {"stay", "leave"}:
        pytest.skip("its neighbours refuse these days before the month does")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = MAKE[table](found, OCTOBER_DAY)
        for column, value in apart(found, table).items():
            setattr(row, column, value)
        unit.add(row)
    first = COUNTED[table][0].columns[0]
    into = {"month": "2026-09", "visit_id": found.visits[DAY][1].id, "dish_id": found.dishes[DAY][1].id}.get(
        first, DAY + dt.timedelta(days=1)
    )
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(row, {first: into})
    plain = into.isoformat() if isinstance(into, dt.date) else into
    with pytest.raises(peewee.IntegrityError, match="month_closed"):
        query.execute(f"UPDATE {table} SET {first} = ? WHERE id = ?", [plain, row.id])


@pytest.mark.parametrize("table", sorted(UNCOUNTED))
def test_what_no_month_counts_is_changed_in_a_closed_one_too(table, rows, actor):
    _, made = rows
    column, value = UNCOUNTED[table]
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        assert unit.change(RECORDS[table].get_by_id(made[table].id), {column: value})
    assert columns_of(made[table])[column] == value


@pytest.mark.parametrize("table", EVERY)
def test_no_row_takes_the_place_of_another_by_its_id_or_uid(table, rows):
    _, made = rows
    standing = columns_of(made[table])
    for key in ({"id": standing["id"], "uid": new_uid()}, {"id": None, "uid": standing["uid"]}):
        with pytest.raises(peewee.IntegrityError, match=r"row_stands|month_closed"):
            insert(table, standing | key | {"voided_at": "now", "void_reason": "x"}, "INSERT OR REPLACE")
    for column, value in (("id", 999), ("uid", new_uid())):
        with pytest.raises(peewee.IntegrityError, match="row_stands"):
            query.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE id = ?", [value, standing["id"]])
    assert columns_of(made[table]) == standing


def test_how_a_service_pleased_counts_in_the_month_in_which_somebody_was_asked(person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        service = unit.add(HelpService(resident=Resident.get_by_id(person()), type="bathing", service_on=DAY))
    months.close(actor, SEPTEMBER, "{}")
    rated = {"state": "rated", "satisfaction": 5}
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(HelpService.get_by_id(service.id), {**rated, "rated_at": "2026-09-30 17:00:00"})
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(HelpService.get_by_id(service.id), {**rated, "rated_at": "2026-10-08 17:00:00"})
    assert HelpService.get_by_id(service.id).state == "rated"


def test_an_order_of_a_closed_month_is_done_in_an_open_one(person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        order = unit.add(
            HelpService(resident=Resident.get_by_id(person()), type="bathing", state="requested", service_on=DAY)
        )
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(HelpService.get_by_id(order.id), {"state": "done"})
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(HelpService.get_by_id(order.id), {"state": "done", "service_on": OCTOBER_DAY})
    assert HelpService.get_by_id(order.id).service_on == OCTOBER_DAY


@pytest.mark.parametrize(
    ("ends", "passes"),
    [("2026-10-01", True), ("2026-10-20", True), ("2026-09-30", False), ("2026-09-05", False), ("2026-08-20", False)],
)
def test_an_august_stay_ends_in_an_open_month_only(ends, passes, person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        bed = unit.add(Bed(room="101", number="1", kind="nursing", mode="full"))
        stay = unit.add(Stay(resident=Resident.get_by_id(person()), bed=bed, from_on=dt.date(2026, 8, 25)))
    for month in (Month(2026, 8), SEPTEMBER):
        months.close(actor, month, "{}")
    if passes:
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.change(Stay.get_by_id(stay.id), {"to_on": dt.date.fromisoformat(ends)})
        return
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(Stay.get_by_id(stay.id), {"to_on": dt.date.fromisoformat(ends)})
    with pytest.raises(peewee.IntegrityError, match="month_closed"):
        query.execute("UPDATE stay SET to_on = ? WHERE id = ?", [ends, stay.id])


def test_a_span_through_a_closed_month_is_refused_though_both_ends_are_open(person, actor):
    """Findings A3: September closed, August never closed, October open."""
    months.close(actor, SEPTEMBER, "{}")
    one = Resident.get_by_id(person())
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        bed = unit.add(Bed(room="101", number="1", kind="nursing", mode="full"))
    for to_on in (None, dt.date(2026, 10, 1)):
        with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.add(Stay(resident=one, bed=bed, from_on=dt.date(2026, 8, 25), to_on=to_on))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        stay = unit.add(Stay(resident=one, bed=bed, from_on=dt.date(2026, 8, 25), to_on=dt.date(2026, 8, 28)))
    for to_on in (None, dt.date(2026, 10, 1)):
        with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.change(stay, {"to_on": to_on})
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Leave(stay=Stay.get_by_id(stay.id), from_on=dt.date(2026, 8, 26), to_on=dt.date(2026, 10, 2)))


def test_a_september_risk_is_closed_in_october_and_not_within_september(person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        risk = unit.add(Risk(resident=Resident.get_by_id(person()), found_on=DAY, what="燃气管老化"))
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(MonthClosed), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(Risk.get_by_id(risk.id), {"closed_on": dt.date(2026, 9, 20), "result": "已换"})
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(Risk.get_by_id(risk.id), {"closed_on": OCTOBER_DAY, "result": "已换"})
    assert Risk.get_by_id(risk.id).closed_on == OCTOBER_DAY


def test_a_row_changed_since_it_was_read_is_not_written_over(person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        meal = unit.add(Meal(eaten_on=OCTOBER_DAY, meal="lunch", mode="dine_in"))
    first, second = Meal.get_by_id(meal.id), Meal.get_by_id(meal.id)
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(first, {"remark": "甲"})
    with pytest.raises(ChangedMeanwhile), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(second, {"remark": "乙"})
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(Meal.get_by_id(meal.id), "录错")
    with pytest.raises(NotFound), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(first, "再录错")
    assert query.fetch("SELECT action, before FROM change_log WHERE table_name = 'meal' ORDER BY id") == [
        ("add", None),
        ("change", '{"remark": ""}'),
        ("void", '{"void_reason": "", "voided_at": null}'),
    ]


def test_a_closed_month_is_not_opened_by_plain_sql(actor):
    months.close(actor, SEPTEMBER, "{}")
    row = columns_of(MonthRow.get())
    for change in ("state = 'open'", "voided_at = 'now'", "figures = '{\"a\": 1}'", "month = '2025-01'"):
        with pytest.raises(peewee.IntegrityError, match="month_closed"):
            query.execute(f"UPDATE OR REPLACE month SET {change}")
    with pytest.raises(peewee.IntegrityError, match="row_stands"):
        insert("month", row | {"state": "open"}, "INSERT OR REPLACE")
    with pytest.raises(peewee.IntegrityError, match=r"UNIQUE constraint failed: month\.month"):
        insert("month", row | {"id": None, "uid": new_uid(), "state": "open"}, "INSERT OR REPLACE")
    assert columns_of(MonthRow.get()) == row


def test_a_commit_with_an_open_gate_fails(actor):
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(peewee.IntegrityError, match="FOREIGN KEY"), transaction():
        query.execute("INSERT INTO month_gate (month) VALUES ('2026-09')")
    assert query.count("SELECT count(*) FROM month_gate") == 0
    with pytest.raises(peewee.IntegrityError):
        query.execute("INSERT INTO never (id) VALUES (1)")


def test_no_row_deletes_another_of_the_same_fact(person, actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        meal = unit.add(Meal(resident=Resident.get_by_id(person()), eaten_on=OCTOBER_DAY, meal="lunch", mode="dine_in"))
        other = unit.add(Meal(resident=meal.resident, eaten_on=OCTOBER_DAY, meal="dinner", mode="dine_in"))
    values = columns_of(meal)
    with pytest.raises(peewee.IntegrityError, match=r"meal\.resident_id"):
        insert("meal", values | {"id": None, "uid": new_uid()}, "INSERT OR REPLACE")
    with pytest.raises(peewee.IntegrityError, match=r"meal\.resident_id"):
        query.execute("UPDATE OR REPLACE meal SET meal = 'lunch' WHERE id = ?", [other.id])
    assert columns_of(meal) == values
