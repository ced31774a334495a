"""Two processes on one data folder: each goes over the same list of acts and says what came of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.models import query
from desktop.models.tables import RECORDS

PROJECT = Path(__file__).resolve().parents[1]

DESK = """
import json, random, sys
from pathlib import Path
from desktop.core import clock
from desktop.core.errors import UserError
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.beds import lain, moving, natures, outages, stays
from desktop.services.canteen import meals, prepaid, scanning
from desktop.services.centre import accounts, centres
from desktop.reports.months.render import reports_of
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.help_services import standing_orders, steps
from desktop.services.residents import assessments, grades, merging
from desktop.services.stay_fees import charges, paying
from desktop.services.visits import recording, risks
from desktop.services.work import service_hours, timebank
from desktop.services import import_batches
from tests.unit.services.writing.any_call import Caller, named
import datetime as dt

folder, now, seed, acts = sys.argv[1], dt.datetime.fromisoformat(sys.argv[2]), int(sys.argv[3]), json.loads(sys.argv[4])
centres.open_centre(DataFolder(Path(folder)))
actor = accounts.system_actor()


def call(verb, month):
    Caller(actor, list(Month.parse(month)), seed).call(verb, named()[verb])


DO = {
    "visit": lambda one: recording.void(actor, one, "录错"),
    "risk": lambda one: risks.close(actor, one, f"已换，工位 {seed}"),
    "meal": lambda one: scanning.take_back(actor, one),
    "stay": lambda one: stays.discharge(actor, one, now.date(), "回家"),
    "admit": lambda one: stays.admit(actor, stays.StayDraft(*one)),
    "move": lambda one: moving.move(actor, lain.last_of(one[0]), *one[1:]),
    "away": lambda one: stays.add_leave(actor, lain.last_of(one[0]), *one[1:], "住院"),
    "leaves": lambda one: stays.discharge(actor, lain.last_of(one[0]), one[1], "回家"),
    "becomes": lambda one: natures.record(actor, natures.NatureDraft(*one)),
    "outage": lambda one: outages.record(actor, outages.OutageDraft(*one)),
    "assess": lambda one: assessments.record(actor, assessments.AssessmentDraft(**one)),
    "hold": lambda one: grades.hold(actor, one),
    "no_grade": lambda one: grades.void(actor, one, f"评错，工位 {seed}"),
    "service": lambda one: steps.finish(actor, one),
    "due_orders": lambda one: standing_orders.make(actor, *map(dt.date.fromisoformat, one)),
    "dismiss": lambda one: scanning.dismiss(actor, one, "不是就餐"),
    "resolve": lambda one: scanning.resolve(actor, *one),
    "merge": lambda one: merging.undo_merge(actor, one),
    "close": lambda one: month_close.close(actor, Month.parse(one), reports_of, "没有遗漏"),
    "approve": lambda one: corrections.approve(actor, one, reports_of, InWriting("王科长", "〔2026〕1号")),
    "call": lambda one: call(*one),
    "new_visit": lambda one: recording.save(actor, recording.VisitDraft(*one)),
    "top_up": lambda one: prepaid.top_up(actor, prepaid.MoneyDraft(*one)),
    "refund": lambda one: prepaid.refund(actor, prepaid.MoneyDraft(*one)),
    "correct": lambda one: prepaid.correct(actor, one, "错记"),
    "scan": lambda one: scanning.record(actor, one[0], "lunch", "dine_in", dt.datetime.fromisoformat(one[1])),
    "charge_stays": lambda one: charges.charge(actor, Month.parse(one)),
    "differ": lambda one: charges.book_difference(actor, one[0], Month.parse(one[1]), "补差"),
    "pay_stay": lambda one: paying.pay(actor, paying.StayMoneyDraft(*one)),
    "deposit": lambda one: paying.take_deposit(actor, paying.StayMoneyDraft(*one)),
    "deposit_back": lambda one: paying.give_deposit_back(actor, paying.StayMoneyDraft(*one)),
    "deposit_pays": lambda one: paying.pay_from_deposit(actor, paying.StayMoneyDraft(*one)),
    "stay_back": lambda one: paying.correct(actor, one, "错记"),
    "hours_in": lambda one: timebank.bring_in(actor, timebank.HoursDraft(*one)),
    "hours_out": lambda one: timebank.take_out(actor, timebank.HoursDraft(*one)),
    "hours_back": lambda one: timebank.correct(actor, one, "错记"),
    "book_hours": lambda one: service_hours.book(actor, Month.parse(one)),
    "new_meal": lambda one: meals.save(actor, meals.MealDraft(*one)),
}
print("ready", flush=True)
sys.stdin.readline()
done = []
with clock.standing_at(now):
    for name, one in acts:
        try:
            DO[name](one)
            done.append((name, one, ""))
        except UserError as error:
            done.append((name, one, type(error).__name__))
print(json.dumps(done), flush=True)
"""


def at_once(
    folder: Path, now: str, lists: Sequence[Sequence[tuple[str, object]]]
) -> list[list[tuple[str, object, str]]]:
    """Let a process for each list do its acts, all starting together; what came of them, "" for done."""
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", DESK, str(folder), now, str(seed), json.dumps(acts)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )
        for seed, acts in enumerate(lists)
    ]
    for desk in desks:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n", desk.communicate()[1]
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("go\n")
        desk.stdin.flush()
    answers = []
    for desk in desks:
        said, complaint = desk.communicate()
        assert desk.returncode == 0, complaint
        answers.append([(name, one, error) for name, one, error in json.loads(said)])
    return answers


def row_chain_breaks() -> list[str]:
    """Where a later ``before`` is not what the log said before, or the last state is not the row."""
    found: list[str] = []
    states: dict[tuple[str, int], dict[str, object]] = {}
    for table, row_id, before, after in query.fetch(
        "SELECT table_name, row_id, before, after FROM change_log WHERE after IS NOT NULL ORDER BY id"
    ):
        if table not in RECORDS:
            continue
        known = states.setdefault((table, row_id), {})
        for column, value in json.loads(before or "{}").items():
            if before and known.get(column) not in (value, None if value == "" else value):
                found.append(f"{table} {row_id} {column}: before {value}, the log said {known.get(column)}")
        known |= json.loads(after)
    for (table, row_id), known in states.items():
        found += _differing(table, row_id, known)
    return found


def _differing(table: str, row_id: int, known: Mapping[str, object]) -> list[str]:
    names = list(known)
    row = query.fetch_one(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [row_id])
    assert row is not None
    return [
        f"{table} {row_id} {name}: {value} in the row, {known[name]} in the log"
        for name, value in zip(names, row, strict=True)
        if value != known[name] and not (isinstance(known[name], bool) and value == int(known[name]))
    ]
