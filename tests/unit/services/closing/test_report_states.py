"""What became of a month's reports: by version, and a file belongs to the version that held when it was written."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.answers import ReportState
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionStep
from desktop.reports.months.render import reports_of
from desktop.services.closing import corrections, month_close, receipts, report_states
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.receipts import ReceiptDraft
from desktop.services.closing.staged import Act
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.sync.write import export_month

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


@pytest.fixture
def visited(person, actor):
    """One person, visited in September."""
    one = person("甲一", flags=["living_alone"])
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10"))
    return one


def states(month):
    return [(one.version.number if one.version else None, one.state, one.handed_in) for one in report_states.of(month)]


def at(hour, call):
    with clock.standing_at(dt.datetime(2026, 10, 9, hour, 0)):
        return call()


def test_a_month_that_runs_is_a_draft_and_one_that_is_over_a_preview(visited):
    with clock.standing_at(dt.datetime(2026, 10, 9, 9, 0)):
        assert states(OCTOBER) == [(None, ReportState.DRAFT, None)]
        assert states(SEPTEMBER) == [(None, ReportState.PREVIEW, None)]


def test_a_file_is_of_the_version_that_held_when_it_was_written(visited, actor, tmp_path):
    at(9, lambda: export_month(actor, SEPTEMBER, tmp_path, Progress()))
    at(10, lambda: month_close.close(actor, SEPTEMBER, reports_of, "核对用"))
    assert states(SEPTEMBER) == [(1, ReportState.CLOSED, None)], "the file of before the close is not its"
    at(11, lambda: export_month(actor, SEPTEMBER, tmp_path, Progress()))
    assert states(SEPTEMBER) == [(1, ReportState.CLOSED, ReportState.EXPORTED)]

    def correct():
        correction = corrections.open_for(actor, SEPTEMBER, "重算")
        corrections.stage(actor, correction, [Act(CorrectionStep.REFRESH)])
        corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2026〕1号"))

    at(12, correct)
    first = (1, ReportState.CLOSED, ReportState.EXPORTED)
    assert states(SEPTEMBER) == [(2, ReportState.CORRECTED, None), first], "the file of version 1 is not that of 2"
    at(13, lambda: export_month(actor, SEPTEMBER, tmp_path, Progress()))
    assert states(SEPTEMBER) == [(2, ReportState.CORRECTED, ReportState.EXPORTED), first]


def test_every_month_from_the_first_record_on_is_listed_with_its_versions(visited, actor):
    with clock.standing_at(dt.datetime(2026, 10, 9, 9, 0)):
        month_close.close(actor, SEPTEMBER, reports_of, "核对用")
        assert [(one.month, one.state) for one in report_states.listed()] == [
            (OCTOBER, ReportState.DRAFT),
            (SEPTEMBER, ReportState.CLOSED),
        ]


def test_a_version_is_received_by_the_receipt_of_any_file_that_carries_it(actor, visited, tmp_path):
    at(9, lambda: month_close.close(actor, SEPTEMBER, reports_of, "无"))
    first = at(10, lambda: export_month(actor, SEPTEMBER, tmp_path))
    second = at(11, lambda: export_month(actor, SEPTEMBER, tmp_path))
    draft = ReceiptDraft(first.sha256, "2026-09", 1, "2026-10-09 12:00:00", "呈贡区民政局", "{}\n")
    assert states(SEPTEMBER) == [(1, ReportState.CLOSED, ReportState.EXPORTED)]
    assert report_states.of(SEPTEMBER)[0].file.sequence == second.sequence
    receipts.keep(actor, draft)
    assert states(SEPTEMBER) == [(1, ReportState.CLOSED, ReportState.RECEIVED)]
