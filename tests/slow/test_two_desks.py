"""Two desks over the same lists: each act happens once, and the log tells it as it was."""

import json
import os
import random
import subprocess
import sys
import time

import pytest

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.core.trade import BlockState, VisitBlock
from desktop.models import query
from desktop.models.counted import COUNTED
from desktop.reports.months.render import reports_of
from desktop.services import figures
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals, scanning
from desktop.services.canteen.meals import MealDraft
from desktop.services.closing import month_close, staging
from desktop.services.figures.contract import as_json
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents import merging
from desktop.services.visits import recording, risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import frozen
from desktop.services.writing.journal import writing
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.services.writing.any_call import counted_in, named
from tests.unit.services.writing.counted_rows import DAY, MAKE, around

pytestmark = pytest.mark.slow

PEOPLE = 12
SEED = int(os.environ.get("TWO_DESKS_SEED", "7"))
# A program that has the file and no more.
PLAIN = """
import sqlite3, sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.stdin.read().splitlines():
    try:
        done = store.execute(statement).rowcount
        print("refused" if not done else "done")
    except sqlite3.IntegrityError as error:
        print("refused")
"""
SECONDS = float(os.environ.get("FOUR_DESKS_SECONDS", "6"))


@pytest.fixture
def people(person):
    return [
        person(f"王{name}", born=f"194{at % 9}-03-05") for at, name in enumerate("芳强明华丽军杰娟静敏磊洋"[:PEOPLE])
    ]


@pytest.fixture
def acts(people, person, actor):
    """Hundreds of acts, each of which can happen once only."""
    found = []
    for one in people:
        bed = places.save(actor, BedDraft(room=str(one), number="1"))
        found.append(("stay", stays.admit(actor, StayDraft(one, bed, "2026-10-01"))))
        for day in range(1, 7):
            found.append(("visit", recording.save(actor, VisitDraft(one, f"2026-10-{day:02d}"))))
            found.append(("risk", risks.save(actor, RiskDraft(one, f"2026-10-{day:02d}", "燃气管老化"))))
            found.append(("meal", meals.save(actor, MealDraft(one, f"2026-10-{day:02d}"))))
            draft = ServiceDraft(resident_id=one, type="bathing", state="requested", service_on=f"2026-10-{day:02d}")
            found.append(("service", orders.save(actor, draft)))
        for kind, meal in (("dismiss", "lunch"), ("resolve", "dinner")):
            assert scanning.scan(actor, f"9{one:03d}{'0' * 13}", meal, "dine_in", NOW).kind == "queued"
            queued = scanning.queue()[-1].id
            found.append((kind, [queued, one] if kind == "resolve" else queued))
    for at in range(3):
        other = person(f"李{at}", born=f"195{at}-01-01")
        found.append(("merge", merging.merge(actor, people[at], other, {})))
    return found


def test_each_act_of_two_desks_happens_once_and_the_row_chain_is_whole(acts, folder):
    order = random.Random(SEED)
    order.shuffle(acts)
    answers = at_once(folder.root, NOW.isoformat(), [acts, acts])
    done = [(name, json.dumps(one)) for desk in answers for name, one, error in desk if not error]
    refused = [error for desk in answers for _, _, error in desk if error]
    assert len(acts) > 300
    assert sorted(done) == sorted((name, json.dumps(one)) for name, one in acts)
    assert set(refused) <= {"NotFound", "AlreadyRecorded", "NothingToDo", "MergeNotUndoable", "ChangedMeanwhile"}
    assert row_chain_breaks() == []


@pytest.mark.parametrize("trial", range(4))
def test_nothing_is_written_into_a_month_that_a_close_has_counted(trial, people, actor, folder):
    for one in people:
        recording.save(actor, VisitDraft(one, "2026-09-10"))
    voided = [("visit", row[0]) for row in query.fetch("SELECT id FROM visit ORDER BY id")]
    new = [("new_visit", [one, f"2026-09-{day:02d}"]) for one in people for day in range(11, 15)]
    closing = random.Random(SEED + trial).randrange(5)
    answers = at_once(
        folder.root,
        NOW.isoformat(),
        [[*voided, *new], [*(("new_meal", [one, "2026-09-09"]) for one in people[:closing]), ("close", "2026-09")]],
    )
    assert answers[1][-1][2] == ""
    assert {error for _, _, error in answers[0]} <= {"", "MonthClosed"}
    closed_at = query.count("SELECT id FROM change_log WHERE table_name = 'month'")
    later = query.fetch(
        "SELECT table_name FROM change_log WHERE id > ? AND table_name IN ('visit', 'meal')", [closed_at]
    )
    assert later == []
    assert frozen.figures(Month(2026, 9)) == json.loads(json.dumps(as_json(figures.figures_of(Month(2026, 9)))))


def test_four_desks_lose_and_double_nothing(people, actor, folder):
    """Meals, visits and closes from four processes until the time is over."""
    started, round_no = time.monotonic(), 0
    while round_no == 0 or time.monotonic() - started < SECONDS:
        day = f"2026-{9 - round_no // 84:02d}-{1 + round_no % 28:02d}"
        meal = ("lunch", "dinner", "breakfast")[round_no // 28 % 3]
        shared = [("new_meal", [one, day, "", meal]) for one in people]
        order = random.Random(SEED + round_no)
        lists = [order.sample(shared, len(shared)) for _ in range(4)]
        lists[1] += [("new_visit", [one, day]) for one in people]
        before = query.count("SELECT count(*) FROM meal"), query.count("SELECT count(*) FROM visit")
        answers = at_once(folder.root, NOW.isoformat(), lists)
        kept = [one for desk in answers for name, one, error in desk if name == "new_meal" and not error]
        assert sorted(one[0] for one in kept) == sorted(people)
        assert query.count("SELECT count(*) FROM meal") == before[0] + len(people)
        assert query.count("SELECT count(*) FROM visit") == before[1] + len(people)
        round_no += 1
    answers = at_once(folder.root, NOW.isoformat(), [[("close", "2026-09")]] * 4)
    assert sorted(error for ((_, _, error),) in answers) == ["", "MonthClosed", "MonthClosed", "MonthClosed"]
    assert row_chain_breaks() == []


@pytest.mark.parametrize("trial", range(3))
def test_while_a_correction_is_approved_no_other_desk_gets_into_the_month(trial, people, actor, folder):
    """The month is open for the acts of the correction alone; today's writes go on, before it or behind it."""
    september = Month(2026, 9)
    first = [recording.save(actor, VisitDraft(one, "2026-09-10")) for one in people]
    month_close.close(actor, september, reports_of, "没有遗漏")
    wanted = staging.take_in(actor, september, staging.voiding("visit", first[0], "没有去"), "没有去")
    late = VisitDraft(people[1], "2026-09-20", blocks=dict.fromkeys(VisitBlock, BlockState.NORMAL))
    staging.take_in(actor, september, staging.adding("visit", late))
    intruding = [("visit", one) for one in first[2:]] + [("new_visit", [one, "2026-09-21"]) for one in people]
    intruding += [("new_meal", [one, "2026-10-08"]) for one in people]
    order = random.Random(SEED + trial)
    answers = at_once(folder.root, NOW.isoformat(), [order.sample(intruding, len(intruding)), [("approve", wanted)]])
    assert answers[1] == [("approve", wanted, "")]
    assert {(name, error) for name, _, error in answers[0]} == {
        ("visit", "MonthClosed"),
        ("new_visit", "MonthClosed"),
        ("new_meal", ""),
    }
    living = query.fetch("SELECT resident_id, visited_on FROM living_visit ORDER BY resident_id, visited_on")
    added = sorted([*((one, "2026-09-10") for one in people[1:]), (people[1], "2026-09-20")])
    assert living == added, "the acts of the correction and nothing else"
    version = frozen.latest(september)
    assert (version.number, version.origin) == (2, "corrected")
    assert frozen.figures(september) == json.loads(json.dumps(as_json(figures.figures_of(september))))
    assert query.count("SELECT count(*) FROM month_gate") == 0
    assert row_chain_breaks() == []


@pytest.fixture
def every_event(people, actor):
    """A row of every event in September, which is closed."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        found = around(unit, (people[0], people[1]))
        for make in MAKE.values():
            unit.add(make(found, DAY))
    month_close.close(actor, Month(2026, 9), reports_of, "没有遗漏")


def test_two_desks_that_call_every_service_at_once_change_nothing_of_a_closed_month(every_event, folder):
    before = counted_in("2026-09")
    assert {row[0] for row in before} == set(COUNTED)
    calls = [("call", [verb, "2026-09"]) for verb in sorted(named()) if "merging" not in verb]
    order = random.Random(SEED)
    answers = at_once(folder.root, NOW.isoformat(), [order.sample(calls, len(calls)) for _ in range(2)])
    assert [len(one) for one in answers] == [len(calls)] * 2
    assert counted_in("2026-09") == before
    assert row_chain_breaks() == []


def test_another_program_changes_no_row_of_a_closed_month(every_event, folder):
    """Plain SQL of a process that knows nothing of ours, on every event table, one statement at a time."""
    before = counted_in("2026-09")
    statements = []
    for table in sorted(COUNTED):
        row = next(values[1] for values in before if values[0] == table)
        columns = [column[1] for column in query.fetch(f"PRAGMA table_info({table})")]
        standing = dict(zip(columns, query.fetch(f"SELECT * FROM {table} WHERE id = {row}")[0], strict=True))
        rest = ", ".join(column for column in columns if column not in ("id", "uid"))
        statements += [f"DELETE FROM {table} WHERE id = {row}"]
        statements += [f"UPDATE {table} SET voided_at = '2026-10-08' WHERE id = {row}"]
        statements += [
            f"INSERT {how} INTO {table} (uid, {rest}) SELECT uid || 'x', {rest} FROM {table} WHERE id = {row}"
            for how in ("OR REPLACE", "OR IGNORE")
        ]
        for name in sorted({name for step in COUNTED[table] for name in step.columns} & set(columns)):
            other = "NULL" if standing[name] is not None else "1" if name.endswith("_fen") else "'2026-09-25'"
            statements += [f"UPDATE OR IGNORE {table} SET {name} = {other} WHERE id = {row}"]
    said = subprocess.run(
        [sys.executable, "-I", "-c", PLAIN, str(folder.database)],
        input="\n".join(statements),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = dict(zip(statements, said.stdout.splitlines(), strict=True))
    assert [one for one, words in answers.items() if words != "refused"] == []
    assert counted_in("2026-09") == before
