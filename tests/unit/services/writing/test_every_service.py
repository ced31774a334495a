"""No service writes into a closed month, and what a version said stands after a year of later writes by all of them."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.answers import ReportKind
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionStep
from desktop.models import query
from desktop.models.counted import COUNTED
from desktop.models.tables import RECORDS
from desktop.reports.months.month_set import Folders, month_reports, write_set, write_whole
from desktop.reports.months.render import reports_of
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.writing import frozen
from tests.every_write import fill
from tests.unit.services.writing.any_call import LEFT_OUT, Caller, counted_in, named
from tests.unit.services.writing.test_permissions import verbs

SEPTEMBER = Month(2026, 9)
# A merge says who somebody is, in closed months too (time.md); its own tests hold what it may touch there.
FACTS = {"residents.merging.merge", "residents.merging.undo_merge"}


@pytest.fixture
def closed(person, actor):
    """One row of every event in September and in October; September is closed."""
    fill(actor, person)
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")


def test_every_verb_is_called_or_left_out_with_its_reason():
    known = {name.removeprefix("desktop.services.") for name, _verb in verbs()}
    assert all(any(part in name for name in known) or part.startswith("desktop.") for part in LEFT_OUT)
    assert len(named()) > 40
    rooms = {name.split(".")[0] for name in named()}
    assert {"visits", "help_services", "canteen", "beds", "residents"} <= rooms


@pytest.mark.parametrize("name", sorted(set(named()) - FACTS))
def test_no_service_changes_what_a_closed_month_counted(name, closed, actor):
    before = counted_in("2026-09")
    assert {row[0] for row in before} == set(COUNTED), "every event has a row to be changed"
    caller = Caller(actor, list(SEPTEMBER), seed=len(name))
    for _ in range(8):
        caller.call(name, named()[name])
        assert counted_in("2026-09") == before


def papers(folder, number=1):
    """The bytes of every report of a version of September: paper, workbook, tables, the whole as one."""
    found = month_reports(SEPTEMBER, number)
    write_set(tuple(ReportKind), found, Folders(folder, folder, folder), Progress())
    write_whole(found, folder, Progress())
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_version_one_gives_the_same_bytes_after_a_year_of_writes_by_every_service(seed, closed, actor, tmp_path):
    first, version = month_reports(SEPTEMBER, 1), frozen.latest(SEPTEMBER)
    kept = {kind: frozen.document(version, kind) for kind in frozen.kinds(version)}
    printed = papers(tmp_path / "at the close")
    done = set()
    for back in range(12):
        today = dt.datetime(2026 + (10 + back) // 13, (9 + back) % 12 + 1, 25, 9, 0)
        month = Month(today.year, today.month)
        with clock.standing_at(today):
            days = [*SEPTEMBER, *(day for day in month if day <= today.date())]
            caller = Caller(actor, days, seed * 100 + back)
            for name, verb in named().items():
                caller.call(name, verb)
            done |= caller.done
    assert len(done) > 25, "a year in which nothing was written would prove nothing"
    correction = corrections.open_for(actor, SEPTEMBER, "一年以后")
    meal = query.text("SELECT uid FROM living_meal WHERE eaten_on LIKE '2026-09-%'")
    corrections.stage(actor, correction, [Act(CorrectionStep.VOID, "meal", meal, reason="没有来")])
    second = corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2027〕9号"))
    assert "canteen.price" in {figure for figure, _before, _after in second.differences}
    assert month_reports(SEPTEMBER, 1) == first != month_reports(SEPTEMBER)
    again = frozen.numbered(SEPTEMBER, 1)
    assert (again, {kind: frozen.document(again, kind) for kind in frozen.kinds(again)}) == (version, kept)
    assert papers(tmp_path / "a year later") == printed
    put_right = papers(tmp_path / "put right", 2)
    assert not [name for name in printed if name.endswith(".pdf") and put_right[name] == printed[name]]
    assert all(RECORDS[table].select().exists() for table in COUNTED)
