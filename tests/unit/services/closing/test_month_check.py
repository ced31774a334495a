"""What still stands in the way of a close: of each kind what lies in the month and is not done."""

import datetime as dt

import pytest

from desktop.core.acts import Action
from desktop.core.errors import ReasonNeeded
from desktop.core.period import Month
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.models.meal import ScanQueue
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close, quality
from desktop.services.closing.quality import Finding
from desktop.services.residents import states
from desktop.services.visits import risks
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import months
from desktop.services.writing.journal import writing

SEPTEMBER = Month(2026, 9)


def test_an_empty_month_has_nothing_in_its_way(actor):
    assert quality.check(SEPTEMBER) == []


def order(actor, one, kind, on, state="requested"):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        day, why = dt.date.fromisoformat(on), "已好转" if state == "cancelled" else ""
        unit.add(HelpService(resident=one, type=kind, service_on=day, state=state, cancel_reason=why))


def queued(actor, on, resolved=None):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(
            ScanQueue(
                scanned="x", eaten_on=dt.date.fromisoformat(on), eaten_at="12:00", meal="lunch", mode="dine_in",
                resolved_at=resolved,
            )
        )  # fmt: skip


def test_what_is_unfinished_is_counted_by_kind_blockers_first(person, actor):
    one = person("甲", flags=["disabled"])
    for on in ("2026-09-01", "2026-09-30", "2026-08-31", "2026-10-01"):
        order(actor, one, "emergency", on)
        queued(actor, on)
    order(actor, one, "emergency", "2026-09-15", "done")
    queued(actor, "2026-09-15", resolved="2026-09-15T13:00:00")
    for on, state in (
        ("2026-09-01", "requested"), ("2026-09-15", "dispatched"), ("2026-09-30", "requested"), ("2026-09-30", "done"),
        ("2026-08-31", "requested"), ("2026-10-01", "dispatched"), ("2026-09-10", "cancelled"),
    ):  # fmt: skip
        order(actor, one, "bathing", on, state)
    risks.save(actor, RiskDraft(one, "2026-09-10", "地面湿滑", "general"))
    assert quality.check(SEPTEMBER) == [
        Finding("queued_scans", 2, True),
        Finding("open_emergencies", 2, True),
        Finding("open_orders", 3, True),
        Finding("unvisited", 1, True),
        Finding("open_risks", 1, False),
    ]


def test_identities_to_be_verified_are_named_and_block_nothing(person, actor):
    person("甲", id_number="", accept_to_verify=True)
    gone = person("乙", id_number="", accept_to_verify=True)
    states.apply(actor, gone, "moved_out", dt.date(2026, 9, 30), "随子女")
    assert quality.check(SEPTEMBER) == [Finding("to_verify", 1, False)]
    assert month_close.close(actor, SEPTEMBER, reports_of).month == SEPTEMBER


def test_a_blocker_must_be_explained_in_words(person, actor):
    person("甲", flags=["disabled"])
    for words in ("", "  "):
        with pytest.raises(ReasonNeeded):
            month_close.close(actor, SEPTEMBER, reports_of, words)
    assert months.closed_months() == []
    month_close.close(actor, SEPTEMBER, reports_of, " 外出务工 ")
    assert query.fetch_one("SELECT reason FROM change_log WHERE table_name = 'month'") == ("外出务工",)
