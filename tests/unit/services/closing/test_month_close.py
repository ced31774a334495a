"""Closing a month: what is frozen is what stood there at that moment, and it stands for ever."""

import sqlite3
import threading

import pytest

from desktop.core.answers import ReportKind
from desktop.core.errors import NotAllowed, ReasonNeeded
from desktop.core.month_errors import MonthClosed, MonthNotOver
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged
from desktop.models import query
from desktop.models.database import close_thread, database_path
from desktop.reports.months.month_set import month_reports, printed
from desktop.reports.months.render import KINDS, reports_of
from desktop.services import figures
from desktop.services.closing import documents, month_close
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen, months
from tests.forging import forge

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def closed(person, actor, canteen_prices):
    """September with one visited and one unvisited person, closed; the id of the one visited."""
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    month_close.close(actor, SEPTEMBER, reports_of, "乙二未遇")
    return one, two


def test_a_visit_typed_while_the_month_is_counted_is_recorded_at_once_and_counts(person, actor, monkeypatch):
    one = person(flags=["living_alone"])
    counted, waited = figures.figures_of, []

    def type_a_visit():
        try:
            visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-30"))
        finally:
            close_thread()

    desk = threading.Thread(target=type_a_visit)

    def counting(month, known=None):
        found = counted(month, known)
        if not waited:
            desk.start()
            desk.join(10)
            waited.append(desk.is_alive())
        return found

    monkeypatch.setattr(figures, "figures_of", counting)
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    assert waited == [False], "nobody waits while a month is counted"
    assert frozen.figures(SEPTEMBER)["visits"]["visited"] == 1
    with pytest.raises(MonthClosed):
        visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-29"))


def test_a_desk_that_never_stops_writing_does_not_keep_a_month_open(person, actor, monkeypatch):
    one = person(flags=["living_alone"])
    counted, days = figures.figures_of, iter(range(1, 30))
    desks: list[threading.Thread] = []
    locked = []

    def counting(month, known=None):
        found = counted(month, known)
        desks.append(threading.Thread(target=type_a_visit))
        desks[-1].start()
        desks[-1].join(0.5)
        locked.append(desks[-1].is_alive())
        return found

    def type_a_visit():
        try:
            visits.save(actor, VisitDraft(resident_id=one, visited_on=f"2026-09-{next(days):02d}"))
        except MonthClosed:
            pass
        finally:
            close_thread()

    monkeypatch.setattr(figures, "figures_of", counting)
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    for desk in desks:
        desk.join()
    assert locked == [False, False, True], "the third count holds the lock"
    assert months.state(SEPTEMBER) == "closed"


def test_every_report_of_a_closed_month_is_what_it_was_whatever_is_changed_later(closed, person, actor):
    one, _ = closed
    before = month_reports(SEPTEMBER)
    assert [*before.reports] == [*KINDS]
    assert before.reports == reports_of(figures.figures_of(SEPTEMBER))
    draft = resident_forms.draft_of(one)
    draft.name, draft.flags, draft.community = "改名", [], "别处社区"
    resident_forms.save(actor, draft)
    person("新来", flags=["living_alone"])
    assert reports_of(figures.figures_of(SEPTEMBER)) != before.reports, "today's rows say something else"
    assert month_reports(SEPTEMBER) == before


def test_a_paper_of_a_closed_month_bears_its_version_and_the_first_of_its_hash(closed):
    found = month_reports(SEPTEMBER)
    paper = printed("visits", found)
    assert paper.number == f"530114-202609-01-V1-{found.version.sha256[:8]}"
    assert paper.period == "2026年9月"
    october = month_reports(Month(2026, 10))
    assert printed("beds", october).number == "530114-202610-04（草稿，未月结）"
    assert printed("beds", october).period == "2026年10月（月中，截至10-21）"


def test_the_hash_of_a_month_stands_for_all_its_documents_and_for_the_log(closed):
    version = frozen.latest(SEPTEMBER)
    kinds = [row[0] for row in query.fetch("SELECT kind FROM month_document WHERE version_id = ?", [version.id])]
    parts = {"figures", "roster", "stays", "counts", "rules", "prices", "settlement"}
    wanted = {*parts, *(f"report.{kind}" for kind in KINDS)}
    assert set(kinds) == wanted
    assert query.fetch_one("SELECT sha256 FROM month WHERE month = '2026-09'") == (version.sha256,)
    log = query.fetch("SELECT epoch, station, counter, lower(hex(hash)) FROM change_log ORDER BY id")
    assert version.head in log
    assert version.head == log[-3 - len(ReportKind)], "the last write before those of the close itself"
    assert (version.number, version.origin, version.differences) == (1, "closed", ())


@pytest.mark.parametrize("kind", ["figures", "roster", "rules", "report.visits", "report.people"])
def test_a_forged_document_is_refused_even_with_a_fitting_hash_beside_it(closed, kind):
    import hashlib
    import zlib

    content = frozen.document(frozen.latest(SEPTEMBER), kind).replace(b"1", b"7")
    packed, digest = zlib.compress(content), hashlib.sha256(content).hexdigest()
    forge("UPDATE month_document SET content = ?, sha256 = ? WHERE kind = ?", packed, digest, kind)
    with pytest.raises(FrozenChanged) as caught:
        month_reports(SEPTEMBER)
    assert caught.value.month == "2026-09"
    with pytest.raises(FrozenChanged):
        frozen.prove(frozen.latest(SEPTEMBER))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE month_document SET content = x'00' WHERE kind = 'report.visits'",
        "DELETE FROM month_document WHERE kind = 'report.beds'",
        "UPDATE month_version SET sha256 = substr(sha256, 2) || substr(sha256, 1, 1)",
        "UPDATE month_version SET head_counter = 1",
        "UPDATE month_version SET version = 2",
        "UPDATE month_version SET differences = '[[\"visits.visited\", 1, 2]]'",
        "UPDATE month_version SET differences = 'gone'",
        "UPDATE month_version SET origin = 'frozen_later'",
    ],
)
def test_whatever_was_changed_behind_the_program_is_named_and_never_printed(closed, sql):
    before = query.fetch("SELECT * FROM month_version") + query.fetch("SELECT * FROM month_document")
    forge(sql)
    assert before != query.fetch("SELECT * FROM month_version") + query.fetch("SELECT * FROM month_document")
    with pytest.raises(FrozenChanged):
        month_reports(SEPTEMBER)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE month_document SET sha256 = ''",
        "DELETE FROM month_document",
        "INSERT OR REPLACE INTO month_document SELECT version_id, kind, x'00', sha256 FROM month_document",
        "UPDATE month_version SET sha256 = ''",
        "UPDATE month_version SET voided_at = '2026-10-01'",
        "UPDATE month_version SET uid = replace(uid, '0', '1')",
        "UPDATE OR REPLACE month_version SET month = '2026-08'",
        "DELETE FROM month_version",
        "INSERT OR REPLACE INTO month_version SELECT * FROM month_version",
    ],
)
def test_no_statement_of_any_program_changes_what_is_frozen(closed, sql):
    other = sqlite3.connect(database_path())
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(sql)
    other.close()


def test_the_trend_and_the_sync_figures_are_proven_too(closed):
    forge("UPDATE month_document SET content = x'00' WHERE kind = 'figures'")
    with pytest.raises(FrozenChanged):
        frozen.figures(SEPTEMBER)
    with pytest.raises(FrozenChanged):
        figures.figures_of(Month(2026, 10))


def test_figures_frozen_by_version_0_1_are_compared_with_their_hash(actor):
    months.close(actor, SEPTEMBER, '{"visits":null}')
    assert frozen.figures(SEPTEMBER) == {"visits": None}
    forge("UPDATE month SET figures = '{\"visits\":1}'")
    with pytest.raises(FrozenChanged):
        frozen.figures(SEPTEMBER)


def test_a_version_that_somebody_voids_holds_all_the_same(closed):
    before = month_reports(SEPTEMBER)
    forge("UPDATE month_version SET voided_at = '2026-10-01'")
    assert month_reports(SEPTEMBER) == before


def test_an_open_month_has_no_frozen_figures(actor):
    assert frozen.figures(SEPTEMBER) is None
    assert frozen.latest(SEPTEMBER) is None


def test_who_is_on_the_roster_is_kept_by_uid_with_the_facts_of_the_close(closed):
    from desktop.core import canonical

    found = canonical.read_line(frozen.document(frozen.latest(SEPTEMBER), "roster"))
    uids = dict(query.fetch("SELECT name, uid FROM resident"))
    assert [(line["person"]["name"], line["person"]["flags"]) for line in found["visited"]] == [
        ("甲一", ["living_alone"])
    ]
    assert found["visited"][0]["person"]["resident"] == uids["甲一"]
    assert [line["person"]["resident"] for line in found["unvisited"]] == [uids["乙二"]]


def test_prices_of_a_month_are_those_of_any_of_its_days(actor, canteen_prices):
    from desktop.core import canonical

    kept = documents.documents_of(figures.figures_of(Month(2026, 10)), lambda found: {})
    october = canonical.read_line(kept["prices"])
    assert [(one["meal"], one["price_fen"]) for one in october["meal_prices"]] == [("dinner", 1200), ("lunch", 1500)]
    assert sorted(one["amount_fen"] for one in october["subsidies"]) == [300, 500, 800]
    september = canonical.read_line(documents.documents_of(figures.figures_of(SEPTEMBER), lambda found: {})["prices"])
    assert september == {"meal_prices": [], "subsidies": []}


def test_a_month_is_closed_by_the_director_once_when_it_is_over_and_its_blockers_explained(person, actor, clerk):
    person(flags=["living_alone"])
    with pytest.raises(ReasonNeeded):
        month_close.close(actor, SEPTEMBER, reports_of)
    with pytest.raises(NotAllowed):
        month_close.close(clerk, SEPTEMBER, reports_of, "原因")
    with pytest.raises(MonthNotOver):
        month_close.close(actor, Month(2026, 10), reports_of, "原因")
    assert months.state(SEPTEMBER) == "open"
    assert not frozen.versions()
    month_close.close(actor, SEPTEMBER, reports_of, "原因")
    with pytest.raises(MonthClosed):
        month_close.close(actor, SEPTEMBER, reports_of, "原因")
    assert len(frozen.versions()) == 1


def test_a_month_in_which_nobody_writes_meanwhile_is_counted_once(person, actor, monkeypatch):
    person("甲一", flags=["living_alone"])
    counted, asked = month_close.count, []
    monkeypatch.setattr(month_close, "count", lambda month, reports: asked.append(month) or counted(month, reports))
    month_close.close(actor, SEPTEMBER, reports_of, "外出")
    assert asked == [SEPTEMBER]
